"""Writes where old addresses lead for web servers that serve the tree without Araz: a file for Caddy, and one for nginx.

They lie beside the tree and not in it. An archive has hundreds of thousands of them, so each is written as it is read.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from araz.edition.old_addresses import QUERY

CADDY: Final = "redirects.caddy"
NGINX: Final = "redirects.nginx"
_UNFINISHED: Final = ".unfinished"
_ELSEWHERE: Final = ("https://", "http://")

Redirects = Callable[[], Iterable[tuple[str, str]]]

# Two tables, since Caddy searches a table line by line: whoever asks for a page that is there must not wait for that.
_CADDY_NAMED: Final = f"""\
# Where old addresses of this paper lead, written by Araz. Import this file in the block of the paper's name.
map {{path}} {{araz_path}} {{
	/ /
	/index.php /
	"~^(.*)/$" "${{1}}"
	default {{path}}
}}
map {{query}} {{araz_query}} {{
	"~{QUERY}" "?${{1}}"
	default ""
}}
map {{araz_path}}{{araz_query}} {{araz_named}} {{
	default ""
"""
_CADDY_MOVED: Final = """\
}
map {araz_path} {araz_moved} {
	default ""
"""
_CADDY_END: Final = """\
}
@araz_query expression `{araz_query} != ""`
route @araz_query {
	@araz_named expression `{araz_named} != ""`
	redir @araz_named {araz_named} permanent
}
@araz_missing not file {path} {path}/index.html
route @araz_missing {
	@araz_moved expression `{araz_moved} != ""`
	redir @araz_moved {araz_moved} permanent
}
"""
_NGINX_BEGIN: Final = f"""\
# Where old addresses of this paper lead, written by Araz. Include this file in the http block.
map_hash_bucket_size 2048; # the longest address
map_hash_max_size 1000000;
map $uri $araz_path {{
	/ /;
	/index.php /;
	"~^(?<araz_whole>.*)/$" $araz_whole;
	default $uri;
}}
map $args $araz_query {{
	"~{QUERY.replace("((?:p", "(?<araz_known>(?:p")}" "?$araz_known";
	default "";
}}
map "$araz_path$araz_query" $araz_old {{
	default "";
"""
_NGINX_END: Final = "}\n"


def write_maps(redirects: Redirects, site: Path) -> None:
    """Write both files into the site's folder. A paper that never moved gets none; one that has them keeps them."""
    is_empty = next(iter(redirects()), None) is None
    for name, lines in ((CADDY, _caddy(redirects)), (NGINX, _nginx(redirects))):
        if not is_empty or (site / name).exists():
            _write(site / name, lines)


def _write(file: Path, lines: Iterable[str]) -> None:
    """A web server that reads it meanwhile gets the old lines or the new ones, never a part."""
    unfinished = file.with_name(file.name + _UNFINISHED)
    with unfinished.open("w", encoding="utf-8") as stream:
        stream.writelines(lines)
    unfinished.replace(file)


def _caddy(redirects: Redirects) -> Iterator[str]:
    yield _CADDY_NAMED
    yield from (f'\t"{path}" "{_location(target)}"\n' for path, target in redirects() if "?" in path)
    yield _CADDY_MOVED
    yield from (f'\t"{path}" "{_location(target)}"\n' for path, target in redirects() if "?" not in path)
    yield _CADDY_END


def _nginx(redirects: Redirects) -> Iterator[str]:
    yield _NGINX_BEGIN
    yield from (f'\t"{path}" "{_location(target)}";\n' for path, target in redirects())
    yield _NGINX_END


def _location(target: str) -> str:
    return target if target.startswith(_ELSEWHERE) else f"/{target}"
