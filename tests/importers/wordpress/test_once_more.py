"""A second import: what it says beforehand, what it leaves alone, and what the old site took back meanwhile."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_paper import POSTS, WORDS, OldComment, OldPost, a_post, write_export
from tests.server.processes import Machine

STORIES = (
    "from araz.desk.models import Origin, PublicStory, StoryPage\n"
    "numbers = {int(o.key.rsplit(':', 1)[1]): o.page_number for o in Origin.objects.all()}\n"
)
EDIT = (
    STORIES + "page = StoryPage.objects.get(pk=numbers[%d])\npage.title = 'Bizim göl'\npage.save_revision().publish()\n"
)
WITHDRAW = STORIES + "StoryPage.objects.get(pk=numbers[%d]).unpublish()\n"
SOON = a_post(33, status="future", title="Tezliklə", at="2098-01-01 10:00:00")
MOMENT_COMES = (
    STORIES
    + """
from datetime import UTC, datetime
from araz.desk.schedule import publish_due
version = StoryPage.objects.get(pk=numbers[33]).get_latest_revision()
version.content["go_live_at"] = "2024-06-05T16:00:00Z"
version.approved_go_live_at = datetime(2024, 6, 5, 16, tzinfo=UTC)
version.save()
assert len(publish_due(datetime.now(UTC))) == 1
"""
)


@pytest.fixture(scope="module")
def came(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Mover:
    root = tmp_path_factory.mktemp("came")
    folder = Path(shutil.copytree(made, root / "paper"))
    mover = Mover(Machine(root / "machine"), folder, root / "report.json")
    mover.bring(write_export(root / "old.xml", (*POSTS, SOON)))
    return mover


@pytest.fixture
def again(came: Mover, mover: Mover) -> Mover:
    """A newsroom after the first import, to go on with."""
    shutil.rmtree(mover.folder)
    shutil.copytree(came.folder, mover.folder)
    return mover


def changed(**by_number: OldPost | None) -> tuple[OldPost, ...]:
    """The posts with some of them other ones (p12=…), or gone."""
    posts = {f"p{post.number}": post for post in (*POSTS, SOON)} | by_number
    return tuple(post for post in posts.values() if post)


def a_changed(number: int, **changes: Any) -> OldPost:
    (post,) = (post for post in (*POSTS, SOON) if post.number == number)
    return replace(post, **changes)


def told(report: dict[str, Any], item: int) -> list[str]:
    return [found["what"] for found in report["findings"] if found["item"] == item and found["kind"] == "doubtful"]


def test_trying_out_says_what_the_real_import_then_does(again: Mover, tmp_path: Path):
    again.machine.python(EDIT % 10, again.folder)
    posts = changed(
        p10=a_changed(10, title="Onların gölü"),
        p11=a_changed(11, title="دریاچه", comments=(OldComment(number=7, text="Nə gözəl."),)),
        p15=a_changed(15, status="publish", link=""),
        p30=a_post(30),
    )
    file = write_export(tmp_path / "newer.xml", posts)
    parts = ("imported", "updated", "unchanged", "merged", "left_out", "comments", "drafts")
    tried = again.bring(file, "--dry-run")
    assert [tried[part] for part in parts] == [2, 1, 8, 1, 3, 1, 0]
    assert told(tried, 10) == [
        "It changed at the old site, but somebody has changed it here too. It was left as it is here."
    ]
    real = again.bring(file)
    assert [real[part] for part in parts] == [tried[part] for part in parts]
    assert real["findings"] == tried["findings"]
    assert again.bring(file, "--dry-run")["unchanged"] == 11


def test_a_story_whose_place_among_translations_is_taken_here_comes_as_one_of_its_own(mover: Mover, tmp_path: Path):
    """Somebody wrote the story anew at the old site, and gave the new post the old one's translations."""
    group = {"_wpml_import_translation_group": "7"}
    mover.bring(write_export(tmp_path / "old.xml", (a_post(40, meta=group), a_post(41, "fa", meta=group))))
    file = write_export(tmp_path / "newer.xml", (a_post(42, meta=group, title="Göl yenə"), a_post(40)))
    (what,) = told(mover.bring(file, "--dry-run"), 42)
    assert what.startswith("By the export it is the translation of a story that has another one in this language here.")
    assert told(mover.bring(file), 42) == [what]
    assert mover.page_with("Göl yenə") == "az/2024/06/gol-42.html"
    assert mover.bring(file)["imported"] == 0


def test_posts_of_a_feed_without_numbers_are_told_apart_wherever_they_stand(mover: Mover, tmp_path: Path):
    item = "<item><title>{0}</title><link>https://old.example/{0}/</link><description>{1}</description></item>\n"
    feed = "<rss version='2.0'><channel><title>Göl</title><link>https://old.example</link>\n{}</channel></rss>\n"
    older, newer = (item.format(title, WORDS["az"]) for title in ("bir", "iki"))
    (tmp_path / "feed.xml").write_text(feed.format(older))
    assert mover.bring(tmp_path / "feed.xml")["imported"] == 1
    (tmp_path / "feed.xml").write_text(feed.format(newer + older))
    report = mover.bring(tmp_path / "feed.xml")
    assert (report["imported"], report["unchanged"]) == (1, 1)


def test_what_was_taken_back_at_the_old_site_stays_and_is_told_until_it_is_withdrawn(again: Mover, tmp_path: Path):
    posts = changed(
        p10=a_changed(10, status="trash", slug="gol-10__trashed"),
        p11=a_changed(11, status="draft", title="Bitməmiş"),
        p13=a_changed(13, status="private"),
    )
    file = write_export(tmp_path / "newer.xml", posts)
    report = again.bring(file)
    stays = "It is still public here: withdraw it at the desk if it should go."
    assert told(report, 10) == [f"It came as a public story and is in the old site's bin now. {stays}"]
    assert told(report, 11) == [f"It came as a public story and is a draft at the old site now. {stays}"]
    assert told(report, 13) == [f"It came as a public story and is private at the old site now. {stays}"]
    assert again.page_with("درباره دریاچه") == "fa/2024/06/gol-11.html"
    assert len(told(again.bring(file), 11)) == 1
    for number in (10, 11, 13):
        again.machine.python(WITHDRAW % number, again.folder)
    assert [told(again.bring(file), number) for number in (10, 13)] == [[], []]


def test_what_a_whole_export_lacks_is_told_with_its_headline_and_a_part_tells_nothing(again: Mover, tmp_path: Path):
    report = again.bring(write_export(tmp_path / "newer.xml", changed(p11=None)))
    (what,) = told(report, 11)
    assert what.startswith("It came before and is in none of these files")
    (finding,) = (found for found in report["findings"] if found["item"] == 11)
    assert finding["headline"] == "درباره دریاچه"
    report = again.bring(write_export(tmp_path / "part.xml", (a_post(31), a_post(32))))
    assert not any("in none of these files" in found["what"] for found in report["findings"])


def test_a_map_that_comes_later_or_is_forgotten_is_told_once(again: Mover, tmp_path: Path):
    table = tmp_path / "map.toml"
    table.write_text('[authors]\nmehriban82 = {kind = "pen", name = {az = "Dağ qızı"}}\n')
    file = write_export(tmp_path / "old.xml", (*POSTS, SOON))
    assert not any("By the map" in found["what"] for found in again.bring(file)["findings"])
    report = again.bring(file, map=table)
    (finding,) = (found for found in report["findings"] if "By the map as it is now" in found["what"])
    assert (finding["kind"], finding["headline"]) == ("doubtful", "Göl haqqında 10")
    assert "Dağ qızı" not in again.pages()["az/2024/06/gol-10.html"]


@pytest.mark.parametrize(("how", "is_told"), [("initials", False), ("names", True), ("drop", True)])
def test_another_choice_of_comments_than_before_is_told(again: Mover, tmp_path: Path, how: str, is_told: bool):
    report = again.bring(write_export(tmp_path / "old.xml", (*POSTS, SOON)), comments=how)
    whats = [found["what"] for found in report["findings"] if "--comments" in found["what"]]
    assert whats == is_told * [
        f"Comments of stories that are in the newsroom already stay as they came. --comments {how} counts for what comes now."
    ]


def test_a_scheduled_story_follows_the_old_site_before_and_after_its_moment(again: Mover, tmp_path: Path):
    later = a_changed(33, title="Daha sonra", at="2098-02-02 10:00:00")
    assert again.bring(write_export(tmp_path / "2.xml", changed(p33=later)))["updated"] == 1
    look = (
        STORIES
        + "page = StoryPage.objects.get(pk=numbers[33])\nprint(page.live, page.get_latest_revision().content['title'], page.go_live_at)"
    )
    assert again.machine.python(look, again.folder) == "False Daha sonra 2098-02-02 10:00:00+00:00"
    again.machine.python(MOMENT_COMES, again.folder)
    again.bring(write_export(tmp_path / "3.xml", changed(p33=later)))
    assert again.page_with("Daha sonra")
    now = replace(later, status="publish", title="İndi", at="2024-06-05 16:04:48")
    report = again.bring(write_export(tmp_path / "4.xml", changed(p33=now)))
    assert (report["updated"], told(report, 33)) == (1, [])
    assert again.page_with("İndi")
    again.machine.python(EDIT % 33, again.folder)
    report = again.bring(write_export(tmp_path / "5.xml", changed(p33=replace(now, title="Onların"))))
    assert (report["updated"], len(told(report, 33))) == (0, 1)
