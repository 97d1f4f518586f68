"""The configuration for nginx in the documentation, run by nginx itself."""

import contextlib
import gzip
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.processes import Reply, fetch, free_port, until

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin") or ""
DOCS = Path(__file__).parents[2] / "docs/operators"

pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not installed")


@contextlib.contextmanager
def nginx(tree: Path, beside: Path, home: Path) -> Iterator[int]:
    """Serve a tree with the documented configuration at a port; what a paper that has moved brings lies in `beside`.

    By plain http, since here nobody signs certificates.
    """
    port, plain_port = free_port(), free_port()
    lines = (DOCS / "nginx.mirror.conf").read_text()
    for written, here in {
        "include /srv/": f"include {beside}/",
        "/srv/paper": str(tree),
        "listen 443 ssl;": f"listen 127.0.0.1:{port};",
        "listen 80;": f"listen 127.0.0.1:{plain_port};",
    }.items():
        assert written in lines
        lines = lines.replace(written, here)
    lines = "\n".join(line for line in lines.splitlines() if "ssl_certificate" not in line)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "\n".join(f"{kind}_temp_path {home}/{kind};" for kind in kinds)
    file = home / "nginx.conf"
    file.write_text(
        f"daemon off; master_process off; pid {home}/pid; error_log stderr;\n"
        f"events {{}}\nhttp {{\n{paths}\ninclude /etc/nginx/mime.types;\n{lines}\n}}\n"
    )
    process = subprocess.Popen([NGINX, "-c", str(file), "-p", str(home)])
    try:
        until(lambda: _is_up(process, port))
        yield port
    finally:
        process.terminate()
        process.wait()


def _is_up(process: "subprocess.Popen[bytes]", port: int) -> bool:
    assert process.poll() is None, "nginx does not take the configuration"
    try:
        fetch(port, "/", host="mirror.example")
    except OSError:
        return False
    return True


@pytest.fixture(scope="module")
def tree(sample: Path) -> Path:
    return sample / "sites/main/public"


@pytest.fixture(scope="module")
def mirror(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A mirror of a paper that never moved."""
    home = tmp_path_factory.mktemp("nginx")
    with nginx(tree, home, home) as port:
        yield port


def get(port: int, path: str, **headers: str) -> Reply:
    return fetch(port, path, host="mirror.example", **headers)


def test_a_mirror_of_a_paper_that_never_moved_sends_its_files(mirror: int, tree: Path):
    reply = get(mirror, "/az/index.html")
    assert (reply.status, reply.body) == (200, (tree / "az/index.html").read_bytes())
    assert reply.headers["cache-control"] == "no-cache"
    assert {"etag", "last-modified"}.isdisjoint(reply.headers)


def test_a_folder_is_shown_at_its_own_address_where_its_links_lead_on(mirror: int):
    for path in ("/az", "/az/t"):
        reply = get(mirror, path)
        assert (reply.status, reply.headers["location"]) == (301, f"{path}/")
    assert get(mirror, "/az/").status == 200
    assert get(mirror, "/m").status == 404, "which has no page of its own"


def test_what_is_not_there_is_answered_with_the_papers_own_page_and_not_kept(mirror: int, tree: Path):
    page = get(mirror, "/az/index.html").headers["content-security-policy"]
    for path in ("/az/nothing.html", "/m/00/nothing.webp", "/f/00/nothing.pdf", "/az/v/nothing.html", "/.rsync-part"):
        reply = get(mirror, path)
        assert (reply.status, reply.body) == (404, (tree / "404.html").read_bytes()), path
        assert reply.headers["cache-control"] == "no-cache", path
        assert reply.headers["content-security-policy"] == page, path


def test_style_and_fonts_are_not_fetched_anew_for_every_page(mirror: int):
    for path in ("/assets/style.css", "/assets/fonts/arabic.woff2"):
        etag = get(mirror, path).headers["etag"]
        again = get(mirror, path, **{"If-None-Match": etag})
        assert (again.status, again.body) == (304, b"")
        assert "last-modified" not in again.headers
    assert get(mirror, "/assets/nothing.css").status == 404


def test_style_and_search_come_compressed_as_pages_do(mirror: int, tree: Path):
    words = next((tree / "az/search").rglob("w*.js")).relative_to(tree)
    for path in ("az/index.html", "assets/style.css", str(words), "az/feed.xml", "az/feed.json"):
        reply = get(mirror, f"/{path}", **{"Accept-Encoding": "gzip"})
        assert reply.headers["content-encoding"] == "gzip", path
        assert gzip.decompress(reply.body) == (tree / path).read_bytes(), path
        assert reply.headers["vary"] == "Accept-Encoding", path
