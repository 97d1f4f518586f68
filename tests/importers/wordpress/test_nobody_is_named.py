"""Account names and addresses that old sites let slip into texts, links, slugs, tags and titles."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_paper import SITE, WORDS, OldComment, OldPost, a_post, write_export, write_media
from tests.importers.wordpress.personal import people_of, places_that_name

SLIPS = (
    a_post(
        40,
        content=f'<p>{WORDS["az"]} <a href="https://social.example/@mehriban82">səhifəm</a>, '
        f'<a href="{SITE}/author/qasim_tufan/">o</a>, <a href="mailto:tufan@post.example">yazın</a>: tufan@post.example.</p>',
    ),
    a_post(41, title="Söhbət", slug="mehriban82-ile-sohbet", meta={"_wp_old_slug": "qasim_tufan-ile"}),
    a_post(42, link=f"{SITE}/sona-el/2024/06/gol-42/", creator="sona.el"),
    a_post(43, comments=(OldComment(number=1, text="@mehriban82, yazın: murad@mail.example", name="Mehriban82 Q."),)),
    a_post(
        20,
        kind="attachment",
        status="inherit",
        title="mehriban82 çəkdi",
        excerpt="Göl, mehriban82 çəkib",
        meta={"_wp_attached_file": "2024/06/gol.jpg", "_wp_attachment_image_alt": "Göl (mehriban82)"},
        more=f"<wp:attachment_url>{SITE}/wp-content/uploads/2024/06/gol.jpg</wp:attachment_url>\n",
    ),
    a_post(44, meta={"_thumbnail_id": "20"}),
    a_post(45, content="[gallery ids='20' author='mehriban82']" + f"<p>{WORDS['az']}</p>"),
    a_post(46, status="draft", slug="mehriban82-qaralama", link=f"{SITE}/?p=46&preview_author=mehriban82"),
    *(a_post(number, more='<category domain="post_tag" nicename="qasim_tufan">qasim_tufan</category>\n') for number in (47, 48, 49)),
    *(a_post(number, more='<category domain="category" nicename="mehriban82">Mehriban82</category>\n') for number in (50, 51, 52)),
)  # fmt: skip


def brought(mover: Mover, posts: tuple[OldPost, ...], folder: Path, comments: str = "names") -> list[tuple[str, str]]:
    file = write_export(folder / "old.xml", posts)
    mover.bring(file, media=write_media(folder / "uploads"), comments=comments)
    return list(places_that_name(people_of(file.read_text()), mover.folder))


def test_links_slugs_titles_tags_and_comments_name_no_account(mover: Mover, tmp_path: Path):
    assert brought(mover, SLIPS, tmp_path) == []
    page = mover.pages()["az/2024/06/gol-40.html"]
    assert "səhifəm, o, yazın: …." in page
    assert mover.page_with("Söhbət") == "az/2024/06/sohbet.html"
    drawers = "".join(file.read_text() for file in (mover.public / "redirects").iterdir())
    assert '"/?p=41":"az/2024/06/sohbet.html"' in drawers
    assert "An address of it that named an account was left behind" in mover.report_file.read_text()
    assert "Göl, … çəkib" in mover.pages()["az/2024/06/gol-45.html"]
    assert ">@…, yazın: …<" in mover.pages()["az/2024/06/gol-43.html"]


def test_a_name_that_can_only_be_an_accounts_is_taken_out_of_a_text_and_told_without_being_said(
    mover: Mover, tmp_path: Path
):
    seen = a_post(60, title="Mehriban82: söz", content=f"<p>{WORDS['az']} Yazan: me<b>hriban82</b>, Sona.El-dən.</p>")
    cut = a_post(62, content=f"<p>{WORDS['az']} Yazan: <a href='https://x.example/'>meh<b>riban</b></a>82nin.</p>")
    link = "https://x.example/u/mehriban82nin"
    glued = a_post(63, content=f"<p>{WORDS['az']} Sona.Eldən, <a href='{link}'>səhifə</a>.</p>")
    packed = [
        a_post(number, content=f"<p>{WORDS['az']} <a href='https://x.example/?{asked}'>keçid</a>.</p>")
        for number, asked in ((64, "u=bWVocmliYW44Mg=="), (65, "r=https%253A%252F%252Fx.example%252Fmehriban82%252F"))
    ]
    assert brought(mover, (seen, cut, glued, *packed, a_post(61, creator="sona.el")), tmp_path) == []
    page = mover.page_with("…: söz")
    assert "Yazan: …, …-dən." in re.sub("<[^>]*>", "", mover.pages()[page])
    assert "Yazan: …nin." in re.sub("<[^>]*>", "", mover.pages()["az/2024/06/gol-62.html"])
    assert "…dən, səhifə." in mover.pages()["az/2024/06/gol-63.html"]
    shown = [mover.pages()[f"az/2024/06/gol-{number}.html"] for number in (64, 65)]
    assert all("keçid." in page and "x.example" not in page for page in shown)
    assert mover.report_file.read_text().count("The name of an account stood in its text") == 4


def test_an_address_that_only_the_conversion_puts_together_is_taken_out_too(mover: Mover, tmp_path: Path):
    note = json.dumps([{"id": "a1", "content": "sona<b>@</b>post.example"}]).replace("<", "\\u003c")
    pieces = (
        "tufan[x a=1]@[/x]post.example, tufan<script>1</script>@post.example, tufan<i title='a > b'>@</i>post.example, "
        "203.<b>0</b>.113.<i>5</i><sup data-fn='a1'>1</sup>"
    )
    post = a_post(
        60, content=f"<p>{WORDS['az']} {pieces}.</p>", meta={"footnotes": note, "_wp_old_slug": "tufan@post.example"}
    )
    said = (
        OldComment(number=5, text="IP:203.0.113.5dən, 203.0.113.5"),
        OldComment(number=6, text="x", name="sona.el"),
        OldComment(number=7, text="y", name="z9w"),
    )
    assert brought(mover, (post, a_post(61, comments=said, creator="z9w")), tmp_path) == []
    assert "…, …, …, …" in re.sub("<[^>]*>", "", mover.pages()["az/2024/06/gol-60.html"])
    assert mover.report_file.read_text().count("stood in its text, in pieces") == 1
    assert 'name">z9w<' not in mover.pages()["az/2024/06/gol-61.html"]


def test_a_site_that_is_called_like_an_account_and_accounts_behind_a_profile_stand_in_no_file(
    mover: Mover, tmp_path: Path
):
    fields = {"cap-linked_account": "hesab_77", "cap-user_email": "qonaq@post.example"}
    guest = a_post(70, kind="guest-author", slug="cap-qonaq", title="Qonaq", meta=fields)
    post = a_post(60, content=f"<p>{WORDS['az']} hesab_77, qonaq@post.example.</p>", creator="lale77")
    file = write_export(tmp_path / "old.xml", (post, guest))
    file.write_text(file.read_text().replace(SITE, "https://lale77.blogs.example"))
    mover.bring(file)
    people = people_of(file.read_text())
    people = replace(people, logins=people.logins | {"hesab_77"}, addresses=people.addresses | {"qonaq@post.example"})
    assert list(places_that_name(people, mover.folder)) == []
    assert "…, …." in mover.pages()["az/2024/06/gol-60.html"]
    assert mover.bring(file)["unchanged"] == 1


def test_the_folder_of_a_site_that_is_called_like_an_account_stands_in_no_file(mover: Mover, tmp_path: Path):
    posts = (
        a_post(60, creator="tufangil"),
        a_post(61, more='<category domain="category" nicename="su">Su</category>\n'),
    )
    file = write_export(tmp_path / "old.xml", posts)
    file.write_text(file.read_text().replace(SITE, f"{SITE}/tufangil"))
    mover.bring(file)
    assert list(places_that_name(people_of(file.read_text()), mover.folder)) == []
    assert mover.report_file.read_text().count("The old site's folder is called like an account") == 1


def test_a_name_in_the_headline_lets_no_other_account_into_an_address(mover: Mover, tmp_path: Path):
    link = f"{SITE}/mehriban82/tufangil-geldi/"
    post = a_post(60, title="Tufangil gəldi", slug="tufangil-geldi", link=link, creator="tufangil")
    found = brought(mover, (post,), tmp_path)
    assert {name for _, name in found} == {"tufangil"}


def test_a_name_that_may_be_a_word_stays_and_is_told_without_being_said(mover: Mover, tmp_path: Path):
    seen = a_post(60, content=f"<p>{WORDS['az']} Yazan: Tufangil.</p>")
    found = brought(mover, (seen, a_post(61, creator="tufangil")), tmp_path)
    assert ("sites/main/public/az/2024/06/gol-60.html", "tufangil") in found
    report = mover.report_file.read_text()
    assert "tufangil" not in report.lower()
    assert report.count("Its text has the name of an account in it") == 1
    assert "tufangil" not in "".join(mover.said).lower()


def test_an_account_that_is_called_as_the_paper_is_stays_in_texts(mover: Mover, tmp_path: Path):
    host = SITE.partition("//")[2]
    brought(mover, (a_post(60, content=f"<p>{WORDS['az']} {host} yazır.</p>", creator=host),), tmp_path)
    assert f"{host} yazır" in mover.pages()["az/2024/06/gol-60.html"]


@pytest.mark.parametrize("login", ["editor", "eli"])
def test_accounts_that_are_words_are_no_findings_in_texts(mover: Mover, tmp_path: Path, login: str):
    post = a_post(60, content=f"<p>{WORDS['az']} {login} gəldi.</p>", creator=login)
    brought(mover, (post,), tmp_path)
    assert "the name of an account" not in mover.report_file.read_text()
