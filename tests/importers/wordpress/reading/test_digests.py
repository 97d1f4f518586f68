"""Digests of people's addresses, as Gravatar has them, are hidden wherever they stand."""

from hashlib import md5, sha256

import pytest

from araz.importers.wordpress.reading import People
from tests.importers.wordpress.reading.made import HEAD, comment, export, item

OLD, NEW = md5(b"gul@example.com", usedforsecurity=False).hexdigest(), sha256(b"gul@example.com").hexdigest()
OTHER = "0a" * 16
LONG = f"{OTHER * 3}{OLD}{OTHER * 3}"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"{OLD}, {NEW.upper()}dən", "…, …dən"),
        (f"https://su.example/?img=https%3A%2F%2Ffaces.example%2F{OLD}&s=9", "https://su.example/?img=https%3A%2F%2Ffaces.example%2F…&s=9"),
        (f"https%253A%252F%252Ffaces.example%252F{NEW}", "https%253A%252F%252Ffaces.example%252F…"),
        (f"https://libravatar.example/avatar/{OTHER}?s=9", "https://libravatar.example/avatar/…?s=9"),  # whose ever it is
        (rf"https:\/\/secure.gravatar.com\/avatar\/{OTHER}", r"https:\/\/secure.gravatar.com\/…"),
        (f"https%3A%2F%2FSECURE.GRAVATAR.COM%2F{OTHER * 2}", "https%3A%2F%2FSECURE.GRAVATAR.COM%2F…"),
        (f"{OTHER} {OTHER * 2} {LONG} {OLD[:31]} {OLD}{OLD[:9]}", None),
    ],
)  # fmt: skip
def test_a_digest_of_an_address_is_hidden_and_another_stays(read_text, written, shown):
    said = comment(author="x").replace("nergiz@example.org", "<![CDATA[ Gul@Example.com ]]>")
    reading = read_text(export(item(content=f"<![CDATA[<p>{written}</p>]]>"), item(8, more=said), head=HEAD))
    assert reading.items[0].content == f"<p>{shown or written}</p>"


def test_so_it_is_in_a_comment():
    people = People()
    people.learn_addresses(["<wp:author_email>gul@example.com</wp:author_email>"])
    assert people.without(f"Budur: https://faces.example/{OLD}, {OTHER}") == f"Budur: https://faces.example/…, {OTHER}"
