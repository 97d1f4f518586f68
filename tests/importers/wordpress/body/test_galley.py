import sys

from hypothesis import given
from hypothesis import strategies as st

from araz.importers.wordpress.body.galley import RIGHT
from araz.language import LANGUAGE_CODES, repair

RIGHT_LETTERS = [letter for letter in map(chr, range(sys.maxunicode + 1)) if RIGHT.fullmatch(letter)]


def test_letters_that_are_not_mended_need_no_mending():
    assert len(RIGHT_LETTERS) > 600
    for language in LANGUAGE_CODES:
        for letter in RIGHT_LETTERS:
            assert repair(letter, language) == letter, (hex(ord(letter)), language)


@given(st.text(alphabet=st.sampled_from(RIGHT_LETTERS)), st.sampled_from(LANGUAGE_CODES))
def test_letters_that_are_not_mended_need_none_together_either(text, language):
    assert repair(text, language) == text
