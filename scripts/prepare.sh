# Sets up .venv from a lock file, once; works without the network afterwards. Sourced by ./start and ./check.
venv=.venv

say() { printf '%s\n' "$*"; }

give_up() {
    printf '%s\n' "$@" >&2
    exit 1
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# prepare LOCK [LARGER LOCK]: what the larger lock set up serves the smaller one too.
prepare() {
    python=$(find_python) ||
        give_up "Araz needs Python 3.11 or newer with its venv module. Install python3 and python3-venv, then run this again."
    for lock in "$@"; do
        stamp="$("$python" --version) $lock $(cat "$lock" pyproject.toml | cksum)"
        if [ -f "$venv/stamp" ] && [ "$(cat "$venv/stamp")" = "$stamp" ]; then
            return
        fi
    done
    say "Setting up .venv. This needs the network once and takes about a minute."
    stamp="$("$python" --version) $1 $(cat "$1" pyproject.toml | cksum)"
    rm -f "$venv/stamp"
    # What was fetched is kept inside the folder until all is there, so that a set-up that was cut off need not begin again.
    if "$python" -m venv "$venv" &&
        "$venv/bin/pip" install --quiet --disable-pip-version-check --cache-dir "$venv/cache" --require-hashes -r "$1" &&
        "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; then
        rm -rf "$venv/cache"
        printf '%s' "$stamp" >"$venv/stamp"
    else
        give_up "The set-up did not finish; what stopped it stands above. Run this again: it goes on where it was."
    fi
}
