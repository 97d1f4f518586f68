"""Writes an invented export of WordPress: `python -m benchmarks.wordpress_export FILE --posts 100000 [--seed 1]`.

The same number and seed give the same bytes. Everything in it is made by chance, and the file says so.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

import click

from benchmarks.machine import peak_mb, say, shape
from benchmarks.wordpress_elements import (
    AUTHORS,
    LOCALES,
    SECTIONS,
    TAGS,
    Post,
    attachment_item,
    author_of,
    category,
    comments,
    creator_of,
    meta,
    post_item,
    slug_of,
    tag,
    term,
    uses,
)
from benchmarks.wordpress_markup import SITE, Pen, blocks_body, classic_body, mixed_body
from tests.newsroom.archive import LANGUAGES, WORDS

STATUSES: Final = (
    ("publish", "draft", "private", "future", "pending", "trash", "auto-draft"),
    (930, 30, 15, 5, 8, 7, 5),
)
FIRST_DAY: Final = datetime(2008, 1, 1, 5, tzinfo=UTC)
DAYS: Final = 6500
STEP: Final = 10  # numbers between two posts; their attachments lie in between
NAMESPACES: Final = (
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"\n\txmlns:content="http://purl.org/rss/1.0/modules/content/"\n'
    '\txmlns:wfw="http://wellformedweb.org/CommentAPI/"\n\txmlns:dc="http://purl.org/dc/elements/1.1/"\n'
    '\txmlns:wp="http://wordpress.org/export/1.2/"'
)


class Export:
    """An archive of so many posts, made piece by piece."""

    def __init__(self, posts: int, seed: int) -> None:
        self._posts = posts
        self._seed = seed
        self._plan = lru_cache(maxsize=2000)(self._make_plan)

    def parts(self) -> Iterator[str]:
        """Yield the file, post by post."""
        yield self._head()
        yield from self._terms()
        for place in range(self._posts):
            yield self._item(place)
        yield "</channel>\n</rss>\n"

    def _make_plan(self, place: int) -> Post:
        chance = Random(f"{self._seed}-{place}")
        pair = place % 10 in (1, 2)  # the second of these is a translation of the first
        language = (
            LANGUAGES[(place // 10 + place % 10) % 5] if pair else chance.choices(LANGUAGES, (30, 25, 20, 15, 10))[0]
        )
        number = (place + 1) * STEP
        title = " ".join(chance.choices(WORDS[language], k=chance.randint(3, 8)))
        return Post(
            number=number,
            kind="page" if chance.random() < 0.02 else "post",
            status="publish" if pair else chance.choices(*STATUSES)[0],
            language=language,
            title=title,
            slug=slug_of(f"{title}-{place}"),
            at=FIRST_DAY + timedelta(minutes=place * DAYS * 1440 // self._posts),
            attachments=chance.choices((0, 1, 2, 4), (60, 25, 10, 5))[0],
            partner=number + (STEP if place % 10 == 1 else -STEP) if pair else 0,
            is_marked=pair or place % 3 == 0,
        )

    def _head(self) -> str:
        authors = "".join(author_of(number) for number in range(AUTHORS))
        return (
            '<?xml version="1.0" encoding="UTF-8" ?>\n'
            f"<!-- MADE BY CHANCE (seed {self._seed}) for measuring. No person, address or event in it is real. -->\n"
            f'<!-- generator="WordPress/6.5.4" created="2026-01-01 00:00" -->\n<rss version="2.0"\n\t{NAMESPACES}\n>\n\n<channel>\n'
            f"\t<title>Invented archive</title>\n\t<link>{SITE}</link>\n\t<description>Made by chance for measuring</description>\n"
            "\t<pubDate>Thu, 01 Jan 2026 00:00:00 +0000</pubDate>\n\t<language>az</language>\n\t<wp:wxr_version>1.2</wp:wxr_version>\n"
            f"\t<wp:base_site_url>{SITE}</wp:base_site_url>\n\t<wp:base_blog_url>{SITE}</wp:base_blog_url>\n\n{authors}"
        )

    def _terms(self) -> Iterator[str]:
        number = 1
        for language in LANGUAGES:
            yield term(
                number, "language", language, language, description=f'a:1:{{s:6:"locale";s:5:"{LOCALES[language]}";}}'
            )
            for section in range(SECTIONS):
                number += 1
                yield category(number, language, section)
            number += 1
        for place in range(TAGS):
            yield tag(number + place, place)
        for place in range(1, self._posts - 1, 10):
            one, other = self._plan(place), self._plan(place + 1)
            pair = f'a:2:{{s:{len(one.language)}:"{one.language}";i:{one.number};s:{len(other.language)}:"{other.language}";i:{other.number};}}'
            yield term(
                10**6 + place, "post_translations", f"pll_{one.number:x}", f"pll_{one.number:x}", description=pair
            )

    def _item(self, place: int) -> str:
        post = self._plan(place)
        chance = Random(f"{self._seed}-{place}-body")
        links = tuple(self._address(chance, place) for _ in range(2)) if place else ()
        pen = Pen(chance, post.language, links, post.pictures)
        year = post.at.year
        body = (
            classic_body
            if year < 2018
            else chance.choice((classic_body, mixed_body, blocks_body))
            if year < 2021
            else blocks_body
        )
        more = uses(chance, post) + meta(chance, post) + "".join(comments(chance, pen, post))
        excerpt = pen.sentence(18) if chance.random() < 0.4 else ""
        whole = post_item(
            post, creator_of(chance), body(pen, chance.choice((120, 250, 300, 400, 900))), excerpt, chance, more
        )
        return whole + "".join(attachment_item(pen, post, number, address) for number, address in post.pictures)

    def _address(self, chance: Random, place: int) -> str:
        other = self._plan(max(0, place - chance.randint(1, 500)))
        return other.link if chance.random() < 0.7 else f"{SITE}/?p={other.number}"


def write_export(file: Path, posts: int, seed: int = 1) -> None:
    """Write the export; what is needed in memory does not grow with it."""
    with file.open("w", encoding="utf-8", newline="\n") as target:
        target.writelines(Export(posts, seed).parts())


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--posts", default=100_000, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--read", "is_read", is_flag=True, help="Read it again with Araz, and measure that.")
def main(file: Path, posts: int, seed: int, is_read: bool) -> None:
    """Write an invented export of WordPress to FILE."""
    say(shape())
    begun = time.process_time()
    write_export(file, posts, seed)
    size_mb = file.stat().st_size / 1e6
    say(
        f"{posts:,} posts: {size_mb:,.0f} MB in {time.process_time() - begun:.0f} s CPU, {peak_mb():.0f} MB of memory at most"
    )
    if is_read:
        measure_reading(file)


def measure_reading(file: Path) -> None:
    from araz.importers.wordpress.export import Item
    from araz.importers.wordpress.reading import read_export

    findings = 0

    def count(_: object) -> None:
        nonlocal findings
        findings += 1

    begun = time.process_time()
    items = sum(isinstance(entry, Item) for entry in read_export([file], count))
    each_ms = (time.process_time() - begun) / items * 1000
    say(
        f"read: {items:,} items, {each_ms:.3f} ms CPU each, {findings:,} findings, {peak_mb():.0f} MB of memory at most"
    )


if __name__ == "__main__":
    main()
