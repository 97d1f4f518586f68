import string

import pytest

from araz.language import LANGUAGE_CODES
from araz.typesetting.words import counted, named, words


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_word_is_there_in_every_language_with_the_same_places_to_fill(language):
    english = words("en")
    mine = words(language)
    assert mine.keys() == english.keys()
    for key, text in mine.items():
        assert text.strip()
        fields = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        assert fields == {name for _, name, _, _ in string.Formatter().parse(english[key]) if name}, key


def test_counted_things_follow_the_language():
    assert counted("minutes", 1, "en") == "1 minute"
    assert counted("minutes", 2, "en") == "2 minutes"
    assert counted("minutes", 4, "azb") == "۴ دقیقه"


def test_a_name_that_a_language_lacks_is_taken_from_another():
    assert named({"az": "Sevda"}, "fa") == "Sevda"
    assert named({}, "fa") == ""
