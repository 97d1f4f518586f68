"""What readers wrote of machines into their comments goes, and numbers that mean something else stay."""

from datetime import date

import pytest

from araz.edition.names import StoryId
from araz.importers.wordpress import export
from araz.importers.wordpress.comments import comments_of


def came(text: str) -> str:
    """Return what comes of a comment's text."""
    said = export.Comment(number=1, name="Gül Su", text=text, is_approved=True)
    item = export.Item(number=7, kind="post", state="public", comments=(said,))
    (only,) = comments_of(item, StoryId("k3v9q2aa"), "az", "names", date(2024, 6, 6))
    return only.text


@pytest.mark.parametrize(
    "address",
    ["198.51.100.7", "2001:db8::dead:beef", "2001:DB8:0:0:0:0:0:1", "198.51.100&#46;7", "::ffff:198.51.100.7"],
)
def test_a_network_address_in_a_comment_is_hidden(address: str):
    assert came(f"Mən {address}. Oxuyuram") == "Mən …. Oxuyuram"


@pytest.mark.parametrize(
    "text",
    [
        "10:30:15",
        "1.2.3",
        "300.1.1.1",
        "Bax:: buna",
        "1398.02.14",
        "2.5, 3.5",
        "a::b",
        "05.06.2024",
        "v1.2.3.4",
        "12::30",
        "vue@3.4.21",
    ],
)
def test_other_numbers_stay(text: str):
    assert came(f"Saat {text}") == f"Saat {text}"
