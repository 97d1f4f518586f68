"""Links of a tree that lead to no file of it: what a reader would find missing."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

_LINKING = {"href": "[href]", "src": "[src]", "poster": "[poster]"}


def dead_links(root: Path) -> Iterator[tuple[str, str]]:
    """Yield pages and the links on them that lead nowhere in the tree, both sorted. Links to other hosts are left out."""
    there = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    for page in sorted(path for path in there if path.endswith((".html", ".xhtml"))):
        yield from (
            (page, link) for link in sorted(links_of((root / page).read_bytes())) if not _leads(page, link, there)
        )


def links_of(content: bytes) -> set[str]:
    """Return the links and sources of a page, as they are written."""
    tree = LexborHTMLParser(content)
    found = {str(node.attributes.get(name) or "") for name, where in _LINKING.items() for node in tree.css(where)}
    for node in tree.css("[srcset]"):
        found |= {part.split()[0] for part in str(node.attributes["srcset"] or "").split(",") if part.strip()}
    return found - {""}


def _leads(page: str, link: str, there: set[str]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return True
    path = unquote(parts.path)
    start = PurePosixPath() if path.startswith("/") else PurePosixPath(page).parent
    target = _normal((start / path.lstrip("/")).as_posix())
    return target in there or f"{target}/index.html".lstrip("/") in there


def _normal(path: str) -> str:
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if kept:
                kept.pop()
        elif part not in ("", "."):
            kept.append(part)
    return "/".join(kept)
