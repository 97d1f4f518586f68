import msgspec

from araz.contracts import PressedFile
from araz.pressroom.pressroom import BATCH
from tests.newsroom.archive import LANGUAGES, history
from tests.newsroom.outbox import HandOutbox
from tests.pressroom.conftest import tree_of


def _filled(site, stories: int = 80):
    edition, room = site
    rows = list(history(21, stories, 0))
    edition.append(rows)
    room.press_new()
    room.reset_now()
    outbox = HandOutbox(rows=rows)
    return edition, room, outbox


def test_a_new_tag_line_is_announced_as_a_resetting_and_reaches_every_page(site, full_build):
    edition, room, outbox = _filled(site)
    with edition.reader() as reader:
        masthead = reader.masthead()
    outbox.arrange(msgspec.structs.replace(masthead, tag_line=dict.fromkeys(LANGUAGES, "Duru su")))
    edition.append(outbox.rows)
    assert room.press_new().resetting
    room.reset_now()
    assert not room.needs_resetting()
    tree = tree_of(room.tree.root)
    assert all(b"Duru su" in content for path, content in tree.items() if path.endswith("/index.html"))
    assert tree == full_build()


def test_a_story_published_during_a_resetting_does_not_wait_for_its_end(site, full_build):
    edition, room, outbox = _filled(site)
    *_, late = history(22, 1, 0)
    steps = room.reset()
    next(steps)
    outbox.rows.append(msgspec.structs.replace(late, number=len(outbox.rows) + 1))
    edition.append(outbox.rows)
    assert any(path.endswith("hekaye-0.html") for path in next(steps).written)
    list(steps)
    assert tree_of(room.tree.root) == full_build()


def test_nothing_is_written_when_nothing_differs(site):
    _, room, _ = _filled(site)
    assert room.reset_now().written == ()


def test_a_resetting_takes_away_what_no_page_stands_for(site, full_build):
    _, room, _ = _filled(site)
    with room.ledger.transaction():
        stray = PressedFile(path="az/stray.html", body=b"left over")
        room.tree.write(stray)
        room.ledger._connection.execute("insert into sheet values ('az/stray.html', 'gone/x', 'h', 9, 0, 0, 'website')")
    assert room.reset_now().removed == ("az/stray.html",)
    assert tree_of(room.tree.root) == full_build()


def test_a_resetting_goes_in_portions(site):
    _, room, _ = _filled(site)
    assert len(list(room.reset())) > room.ledger.totals()[0] / BATCH


def test_publishing_one_story_writes_at_most_thirty_files(site):
    edition, room, outbox = _filled(site, stories=200)
    *_, late = history(23, 1, 0)
    outbox.rows.append(msgspec.structs.replace(late, number=len(outbox.rows) + 1))
    edition.append(outbox.rows)
    printed = room.press_new()
    assert 8 <= len(printed.written) <= 30
    assert printed.bytes <= 1_000_000
