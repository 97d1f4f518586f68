"""The Caddyfiles of the documentation, run by Caddy itself."""

import contextlib
import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from tests.server.processes import Machine, Reply, Served, fetch, free_port, served, until

pytestmark = pytest.mark.caddy

DOCS = Path(__file__).parents[2] / "docs/operators"
READER = "198.51.100.7"  # as a stranger's proxy might claim


@dataclass
class Caddy:
    port: int
    home: Path
    log: Path

    def get(self, host: str, path: str, **headers: str) -> Reply:
        return fetch(self.port, path, host=host, **headers)

    def written(self) -> list[Path]:
        """Every file that Caddy has made, its standard error being one of them."""
        return [path for path in self.home.rglob("*") if path.is_file()]


@contextlib.contextmanager
def caddy(config: str, home: Path) -> Iterator[Caddy]:
    """Run Caddy with a Caddyfile whose names are called by plain http at a free port: here nobody signs certificates."""
    port = free_port()
    for name in ("paper.example", "desk.example", "mirror.example"):
        config = config.replace(f"{name} {{", f"http://{name}:{port} {{")
    home.mkdir()
    file = home.parent / "Caddyfile"
    file.write_text(config)
    log = home / "stderr"
    places = {"HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home), "PATH": "/usr/bin:/bin"}
    with log.open("w") as words:
        process = subprocess.Popen(
            [_program(), "run", "--config", str(file), "--adapter", "caddyfile"], env=places, stdout=words, stderr=words
        )
    try:
        until(lambda: _is_up(process, port, log))
        yield Caddy(port, home, log)
    finally:
        process.terminate()
        process.wait()


def _program() -> str:
    found = shutil.which("caddy")
    assert found, "Caddy is not installed"
    return found


def _is_up(process: "subprocess.Popen[bytes]", port: int, log: Path) -> bool:
    assert process.poll() is None, log.read_text()
    try:
        fetch(port, "/", host="nobody.example")
    except OSError:
        return False
    return True


@dataclass
class Paper:
    served: Served
    caddy: Caddy


@pytest.fixture(scope="module")
def paper(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    root = tmp_path_factory.mktemp("caddy")
    folder = Path(shutil.copytree(sample, root / "newsroom"))
    (folder / "araz.toml").write_text(
        'home = "https://paper.example"\ndesk_address = "https://desk.example"\ntrusted_proxies = ["127.0.0.1"]\n'
    )
    with served(Machine(root / "machine"), folder) as place:
        config = (DOCS / "Caddyfile").read_text()
        config = config.replace(":8000", f":{place.port}").replace(":8001", f":{place.desk_port}")
        with caddy(config, root / "caddy") as program:
            yield Paper(place, program)


def test_readers_get_pages_as_araz_sends_them(paper: Paper):
    direct = paper.served.read("/az/index.html", **{"Accept-Encoding": "br"})
    reply = paper.caddy.get("paper.example", "/az/index.html", **{"Accept-Encoding": "br"})
    assert (reply.status, reply.body) == (200, direct.body)
    assert brotli.decompress(reply.body).startswith(b"<!doctype html>")
    for name in ("etag", "vary", "cache-control", "content-security-policy"):
        assert reply.headers[name] == direct.headers[name]
    assert reply.headers["referrer-policy"] == "no-referrer"
    assert reply.headers["strict-transport-security"] == "max-age=63072000", "which localhost does without"


def test_a_page_that_the_browser_has_is_not_sent_again(paper: Paper):
    etag = paper.caddy.get("paper.example", "/az/index.html").headers["etag"]
    again = paper.caddy.get("paper.example", "/az/index.html", **{"If-None-Match": etag})
    assert (again.status, again.body) == (304, b"")


def test_nothing_says_what_serves_the_page(paper: Paper):
    for host in ("paper.example", "desk.example"):
        headers = paper.caddy.get(host, "/").headers
        assert headers.get("server", "") == ""
        assert "via" not in headers


def test_the_desk_is_reached_by_its_own_name_only(paper: Paper):
    sign_in = paper.caddy.get("desk.example", "/accounts/login/")
    assert sign_in.status == 200
    assert "no-store" in sign_in.headers["cache-control"]
    assert paper.caddy.get("paper.example", "/accounts/login/").status == 404
    assert "html" not in paper.caddy.get("other.example", "/accounts/login/").text


def test_neither_a_visit_nor_a_failure_is_written_down(paper: Paper):
    forged = {"X-Forwarded-For": READER, "User-Agent": "a-reader-of-the-night", "Referer": "https://elsewhere.example/"}
    paper.caddy.get("paper.example", "/az/a-page-that-was-read.html", **forged)
    paper.served.process.end()
    failed = paper.caddy.get("paper.example", "/az/a-page-that-failed.html", **forged)
    assert (failed.status, failed.headers.get("server", "")) == (502, "")
    time.sleep(0.5)
    told = "".join(path.read_text(errors="replace") for path in paper.caddy.written())
    for trace in (READER, "remote_ip", "a-page-that", "a-reader-of-the-night", "elsewhere"):
        assert trace not in told, told


@pytest.fixture(scope="module")
def mirror(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caddy]:
    root = tmp_path_factory.mktemp("mirror")
    tree = Path(shutil.copytree(sample / "sites/main/public", root / "paper"))
    (tree / ".rsync-part").write_text("hidden")
    (tree / "az/x.html.unfinished").write_text("hidden")
    config = (DOCS / "Caddyfile.mirror").read_text().replace("/srv/paper", str(tree))
    with caddy(config, root / "caddy") as program:
        yield program


def test_a_mirror_sends_the_files_with_the_headers_of_the_paper(mirror: Caddy, sample: Path):
    reply = mirror.get("mirror.example", "/az/index.html")
    assert reply.body == (sample / "sites/main/public/az/index.html").read_bytes()
    assert reply.headers["cache-control"] == "no-cache"
    assert reply.headers["content-security-policy"].startswith("default-src 'none'; img-src 'self' data:")
    public = sample / "sites/main/public"
    volume = next(public.glob("az/v/**/*.html")).relative_to(public)
    policy = mirror.get("mirror.example", f"/{volume}").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    assert "last-modified" not in reply.headers
    assert reply.headers.get("server", "") == ""
    packed = mirror.get("mirror.example", "/az/index.html", **{"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert len(packed.body) < len(reply.body)


def test_a_mirror_lets_pictures_be_kept(mirror: Caddy, sample: Path):
    tree = sample / "sites/main/public"
    picture = next((tree / "m").rglob("*.webp")).relative_to(tree)
    reply = mirror.get("mirror.example", f"/{picture}")
    assert reply.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_mirror_answers_what_is_not_there_with_the_papers_own_page(mirror: Caddy, sample: Path):
    own = (sample / "sites/main/public/404.html").read_bytes()
    for path in ("/az/nothing.html", "/.rsync-part", "/az/x.html.unfinished"):
        reply = mirror.get("mirror.example", path)
        assert (reply.status, reply.body) == (404, own)


def test_a_mirror_says_of_what_is_not_there_what_belongs_to_the_page_that_it_shows(mirror: Caddy):
    """A picture may come with the next delivery, so its 404 must not be kept; and the page has its style elsewhere."""
    page = mirror.get("mirror.example", "/az/index.html").headers["content-security-policy"]
    for path in ("/az/nothing.html", "/m/00/nothing.webp", "/f/00/nothing.pdf", "/az/v/nothing.html"):
        headers = mirror.get("mirror.example", path).headers
        assert headers["cache-control"] == "no-cache", path
        assert headers["content-security-policy"] == page, path
        assert headers["x-content-type-options"] == "nosniff", path
        assert "last-modified" not in headers, path
        assert headers.get("server", "") == "", path


def test_a_mirror_writes_nothing_about_its_readers(mirror: Caddy):
    mirror.get("mirror.example", "/az/a-page-that-was-read.html", **{"X-Forwarded-For": READER})
    time.sleep(0.5)
    told = [json.loads(line) for line in mirror.log.read_text().splitlines() if line.startswith("{")]
    assert [line for line in told if "request" in line] == []
    assert "a-page-that" not in "".join(path.read_text(errors="replace") for path in mirror.written())
