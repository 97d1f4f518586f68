"""Reading leaves nothing on a device but the browser's own history."""

import re
from pathlib import Path

KEEPS = re.compile(
    r"serviceWorker|localStorage|sessionStorage|indexedDB|CacheStorage|caches\.|document\.cookie|storage\.(?:persist|getDirectory)"
    r"|requestFileSystem|rel=\"?manifest|window\.name"
)


def test_no_page_and_no_script_touches_what_a_browser_keeps(tiny_tree: Path):
    files = [file for file in tiny_tree.rglob("*") if file.suffix in (".html", ".js", ".css")]
    assert len(files) > 40
    assert {file.name: found for file in files if (found := KEEPS.findall(file.read_text(encoding="utf-8")))} == {}


def test_there_is_no_worker_and_no_manifest_to_be_installed(tiny_tree: Path):
    names = [file.name for file in tiny_tree.rglob("*") if file.is_file()]
    assert not [
        name for name in names if name.endswith((".webmanifest", ".appcache")) or name in ("sw.js", "manifest.json")
    ]
