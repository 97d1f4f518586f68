import msgspec
import pytest

from araz.edition.story import STORY_VERSION
from araz.edition.upgrades import STORY_UPGRADES, UnknownVersion, read_story, store_story
from tests.edition.conftest import a_story

# One sample for each version that was ever stored. They stay for ever.
SAMPLES = {
    1: b'{"story":{"body":[{"block":"heading","text":[{"text":"Novbe defteri"}]},'
    b'{"block":"paragraph","text":[{"text":"Zal "},{"bold":true,"text":"gecelar"},{"note":1},'
    b'{"language":"en","link":"https://example.org","text":"Koha"}]},'
    b'{"block":"list","items":[[{"text":"bir"}]],"ordered":true},'
    b'{"block":"quote","original":[[{"text":"x"}]],"original_language":"fa","paragraphs":[[{"text":"y"}]]},'
    b'{"block":"figure","picture":{"hash":"00ff","height":2,"width":3}},'
    b'{"block":"gallery","pictures":[]},{"block":"table","rows":[[[{"text":"a"}]]]},'
    b'{"address":"https://example.org/v","block":"embed","title":"Film"}],'
    b'"group":"g7777777","headline":"Basliq","id":"k3v9q2aa","kind":"research","language":"az",'
    b'"notes":[[{"text":"Menbe"}]],"published_at":"2026-11-24T09:30:00Z","section":"s2222222","slug":"basliq",'
    b'"translation":{"number":7,"of":"aaaaaaaa"},"statement":{"number":"31","issued_by":"Dostlar"}},"version":1}',
}


# Fields that are left out while they are empty came without a new version: a sample for each.
LATER_FIELDS = {
    "old_addresses": b'{"story":{"body":[],"group":"g7777777","headline":"Basliq","id":"k3v9q2aa","kind":"news",'
    b'"language":"az","old_addresses":["/2019/05/basliq","/?p=7"],"published_at":"2026-11-24T09:30:00Z",'
    b'"section":"s2222222","slug":"basliq"},"version":1}',
}


@pytest.mark.parametrize("field", LATER_FIELDS)
def test_a_field_that_came_later_is_read_and_leaves_no_trace_while_it_is_empty(field):
    assert getattr(read_story(LATER_FIELDS[field]), field)
    assert field.encode() not in store_story(a_story())


@pytest.mark.parametrize("version", SAMPLES)
def test_a_story_of_every_version_can_be_read_for_ever(version):
    story = read_story(SAMPLES[version])
    assert story.headline == "Basliq"
    assert len(story.body) == 8


def test_every_version_before_todays_has_an_upgrade_and_a_sample():
    assert set(STORY_UPGRADES) == set(range(1, STORY_VERSION))
    assert set(SAMPLES) == set(range(1, STORY_VERSION + 1))


def test_a_story_reads_back_as_it_was_stored_and_its_bytes_depend_on_nothing_else():
    story = a_story()
    assert read_story(store_story(story)) == story
    assert store_story(read_story(store_story(story))) == store_story(story)


def test_a_story_of_a_newer_version_is_refused_with_a_sentence():
    with pytest.raises(UnknownVersion, match="newer Araz"):
        read_story(msgspec.json.encode({"version": 99, "story": {}}))
