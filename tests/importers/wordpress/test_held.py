"""What is brought in is searched like everything else; the report counts what is held back, and readers keep what they had."""

from pathlib import Path

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_paper import WORDS, a_post, write_export

ADDRESS = "redaksiya@old.example"
CONTACT = f"<p>{WORDS['az']}</p><p>Bizə yazın: {ADDRESS}</p>"


def test_the_report_counts_what_is_held_back_by_kind_and_names_nothing_of_it(mover: Mover, tmp_path: Path):
    posts = (
        *(a_post(number, content=CONTACT) for number in (1, 2, 3)),
        a_post(4, content=f"{CONTACT}<p>Server 203.0.113.77 idi.</p>"),
        a_post(5),
    )
    report = mover.bring(write_export(tmp_path / "old.xml", posts))
    assert (report["held"], report["held_by_kind"]) == (4, {"e-mail": 4, "network address": 1})
    said = mover.said[-1]
    assert "Of what was imported, 4 stories are held back (e-mail 4, network address 1)" in said
    for told in (said, mover.report_file.read_text()):
        assert ADDRESS not in told
        assert "203.0.113.77" not in told
    assert not any(ADDRESS in page for page in mover.pages().values())


def test_a_story_that_was_corrected_with_an_address_stays_as_readers_have_it(mover: Mover, tmp_path: Path):
    post = a_post(1, title="Göldə qar")
    mover.bring(write_export(tmp_path / "old.xml", (post, a_post(2))))
    page = mover.page_with("Göldə qar")
    before = mover.pages()[page]
    later = a_post(1, title="Göldə qar yağır", content=CONTACT, slug=post.slug)
    report = mover.bring(write_export(tmp_path / "later.xml", (later, a_post(2))))
    assert (report["updated"], report["held"]) == (1, 1)
    assert mover.pages()[page] == before
    assert "Göldə qar yağır" not in mover.pages()["az/index.html"]
