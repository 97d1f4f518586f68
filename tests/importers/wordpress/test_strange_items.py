"""Values that no WordPress writes, but plug-ins, other programs and broken databases do: each item is accounted for."""

from pathlib import Path

import pytest

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_paper import SITE, WORDS, OldComment, a_post, write_export

FILE = {"kind": "attachment", "status": "inherit"}
STRANGE = (
    a_post(1, link="https://[old.example/2024/"),
    a_post(2, link="http://old.example:99999999/x/"),
    a_post(3, content=f'<p>{WORDS["az"]} <a href="http://[bad/x">x</a> <a href="{SITE}:port/y">y</a><img src="http://[bad/x.jpg"></p>'),
    a_post(4, slug="a" * 3000),
    a_post(5, title="x" * 5000),
    a_post(6, title="", content=" "),
    a_post(7, at="0000-00-00 00:00:00"),
    a_post(8, at="9999-12-31 23:59:59"),
    a_post(9, at="0001-01-01 00:00:00"),
    a_post(10, status="weird"),
    a_post(11, kind="x" * 300),
    a_post(12, creator=""),
    a_post(13, slug="%zz%d8"),
    a_post(14, slug="index"),
    a_post(15, slug="../../etc"),
    a_post(0, title="Nömrəsiz"),
    a_post(0, title="Bu da nömrəsiz", slug="basqa"),
    a_post(2**63 - 1),
    a_post(16, meta={"_thumbnail_id": "9" * 20, "footnotes": '[{"id":1', "_wp_old_slug": "x" * 3000}),
    a_post(17, link="http://[x", meta={"_wp_attached_file": "../../../etc/passwd"}, **FILE),
    a_post(18, meta={"_wp_attached_file": "x" * 5000}, **FILE),
    a_post(19, content=f'<img src="{SITE}/wp-content/uploads/../../../../etc/passwd"><p>{WORDS["az"]}</p>'),
    a_post(20, status="future", at="not a date"),
    a_post(21, comments=tuple(OldComment(number=number, text="Söz", answers=1) for number in (1, 0, 0))),
    a_post(22, slug=""),
    a_post(23, category="x" * 400),
    a_post(24, content="<div>" * 5000 + WORDS["az"]),
    a_post(25, kind="guest-author", slug="cap-nigar"),
    a_post(26, excerpt="Göl " * 400),
    a_post(27, title="H<sub>2</sub>O: <em>Su</em>, “<b>göl</b>də”", excerpt="<p>Bir</p><p>iki<br>üç</p>"),
)  # fmt: skip


@pytest.mark.parametrize("address", [SITE, "https://[old", "", "x" * 400])
def test_items_with_strange_values_are_accounted_for(mover: Mover, tmp_path: Path, address: str):
    file = write_export(tmp_path / "old.xml", STRANGE)
    file.write_text(file.read_text().replace(f"<wp:base_blog_url>{SITE}<", f"<wp:base_blog_url>{address}<"))
    report = mover.bring(file, media=tmp_path)
    assert report["items"] == len(STRANGE)
    assert (
        report["left_out"] == 5
    )  # two files, a profile, the item in a state that is unknown, and that of an unknown kind
    assert 6 in {found["item"] for found in report["findings"] if found["what"].startswith("It came without a text.")}
    lost = {(found["item"], found["what"].split(";")[0]) for found in report["findings"] if found["kind"] == "lost"}
    assert {
        (5, "Its headline has more than 250 letters"),
        (26, "Its excerpt has more than 1,000 letters"),
    } <= lost
    name = mover.page_with("H2O: Su, “göldə”")
    assert "Bir iki üç" in mover.pages()[name]
    again = mover.bring(file, media=tmp_path)
    assert (again["imported"], again["updated"], again["unchanged"]) == (0, 0, report["imported"])
