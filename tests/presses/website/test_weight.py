from pathlib import Path

import brotli

KB = 1000


def packed(*files: Path) -> int:
    return sum(len(brotli.compress(file.read_bytes(), quality=5)) for file in files)


def test_a_story_and_its_style_weigh_at_most_twelve_kilobytes(tiny_tree: Path):
    assert packed(tiny_tree / "az/2026/11/kitabxana.html", tiny_tree / "assets/style.css") <= 12 * KB


def test_a_front_page_and_its_style_weigh_at_most_sixteen_kilobytes(tiny_tree: Path):
    assert packed(tiny_tree / "az/index.html", tiny_tree / "assets/style.css") <= 16 * KB


def test_the_fonts_of_a_first_visit_weigh_at_most_forty_five_kilobytes(tiny_tree: Path):
    fonts = tiny_tree / "assets/fonts"
    latin = sum((fonts / name).stat().st_size for name in ("serif-400.woff2", "serif-600.woff2", "sans-500.woff2"))
    assert latin <= 45 * KB
    assert (fonts / "arabic.woff2").stat().st_size <= 45 * KB


def test_no_link_between_pages_has_its_signs_written_out(tiny_tree: Path):
    pages = [page.read_text("utf-8") for page in tiny_tree.rglob("*.html")]
    assert pages
    assert not [page for page in pages if "..&#x2f;" in page or "&amp;amp;" in page]
