from datetime import UTC, datetime

from araz.edition.names import ListKey, Month, StoryId
from araz.edition.overlay import Overlay
from araz.edition.paper import Front
from araz.edition.store import Edition
from tests.edition.conftest import a_story
from tests.newsroom.outbox import HandOutbox


def test_a_draft_stands_where_it_would_and_the_edition_stays_as_it_was(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    edition.append(outbox.rows)
    later = datetime(2026, 11, 24, 12, tzinfo=UTC)
    draft = a_story(id=StoryId("aaaaaaaa"), slug="qaralama", headline="Qaralama", published_at=later)
    with edition.reader() as reader:
        overlay = Overlay(reader, draft)
        assert [teaser.headline for teaser in overlay.newest(ListKey("az"), 1)] == ["Qaralama"]
        assert len(overlay.month(ListKey("az"), Month("2026-11"))) == 2
        assert overlay.path(draft.id) == "az/2026/11/qaralama.html"
        assert overlay.story(draft.id) == draft
        assert {teaser.id for teaser in overlay.siblings(draft.id)} == {"k3v9q2aa"}
        assert [teaser.id for teaser in reader.newest(ListKey("az"), 9)] == ["k3v9q2aa"]


def test_a_draft_of_a_public_story_keeps_its_address_and_moves_between_lists(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    edition.append(outbox.rows)
    draft = a_story(slug="other", section="s3333333")
    with edition.reader() as reader:
        overlay = Overlay(reader, draft)
        assert overlay.path(draft.id) == "az/2026/11/gece-zali.html"
        assert overlay.newest(ListKey("az/s/s2222222"), 9) == ()
        assert [teaser.id for teaser in overlay.newest(ListKey("az/s/s3333333"), 9)] == ["k3v9q2aa"]


def test_another_front_can_be_seen_before_it_is_public(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    edition.append(outbox.rows)
    front = Front(language="az", lead=StoryId("k3v9q2aa"))
    with edition.reader() as reader:
        assert Overlay(reader, parts=[front]).front("az") == front
        assert reader.front("az") == Front(language="az")
