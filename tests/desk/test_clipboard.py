"""What is tidied of pasted words and links."""

import pytest

from araz.desk.clipboard import direct_address, tidied
from tests.desk.conftest import Newsroom
from tests.desk.stories import prose


def test_unseen_signs_go_and_spaces_become_plain():
    assert tidied("Çay\u00adın\u200b üst\u2060ün\ufeffdə\u00a0 \u202fkörpü") == "Çayın üstündə körpü"


@pytest.mark.parametrize("words", ["می\u200cخواهم", "ھ\u200dا", "\u200fآراز\u200e", "bir\niki\tüç", ""])
def test_what_belongs_to_the_writing_stays(words: str):
    assert tidied(words) == words


@pytest.mark.parametrize(
    ("given", "direct"),
    [
        ("https://example.org/a?utm_source=tg&utm_medium=x&id=7#b", "https://example.org/a?id=7#b"),
        ("https://example.org/a?fbclid=IwAR0", "https://example.org/a"),
        ("https://www.google.com/url?q=https://example.org/a%3Fid%3D7&sa=D&ust=1", "https://example.org/a?id=7"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F%3Ffbclid%3D1&h=AT0", "https://example.org/"),
        ("https://vk.com/away.php?to=javascript%3Aalert(1)", "https://vk.com/away.php?to=javascript%3Aalert(1)"),
        ("https://example.org/a?b=%20c&d", "https://example.org/a?b=%20c&d"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("https://[bad", "https://[bad"),
    ],
)
def test_links_lead_straight_to_their_end(given: str, direct: str):
    assert direct_address(given) == direct
    assert direct_address(direct) == direct


@pytest.mark.database
def test_saving_a_story_tidies_its_words_and_links(newsroom: Newsroom):
    page = newsroom.story(
        title="Göl\u00addə\u00a0su",
        body=[prose('Bax: <a href="https://example.org/?id=7&amp;utm_source=tg">bu\u200brada</a>.')],
    )
    page.save_revision()
    page = page.get_latest_revision_as_object()
    assert page.title == "Göldə su"
    assert page.body.raw_data[0]["value"]["text"] == '<p>Bax: <a href="https://example.org/?id=7">burada</a>.</p>'
