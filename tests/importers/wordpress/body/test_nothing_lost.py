"""Every word that a post shows is in the story or counted in a finding."""

import json
import re
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from araz.edition.blocks import Embed, pictures_of, texts_of
from araz.importers.wordpress.body import Converted, compare
from tests.importers.wordpress.body.old_site import OldSite

DATA = Path(__file__).parents[5] / "shared/data"
POSTS = DATA / "wordpress"
STRINGS = DATA / "strings"
_CONTENT = re.compile(r"<content:encoded>\s*<!\[CDATA\[(.*?)\]\]>\s*</content:encoded>", re.DOTALL)

_INLINE = [
    "b",
    "em",
    "a href='https://a.example/'",
    "a href='#x'",
    "span lang='fa'",
    "sup",
    "code",
    "q",
    "cite",
    "font",
    "u",
]
_BOXES = [
    "p", "div", "h2", "h5", "ul", "ol", "ol start='3'", "li", "blockquote", "pre", "table", "tr", "td", "th", "caption", "figure",
    "figcaption", "section", "details", "summary", "dl", "dt", "dd", "footer", "form", "button", "svg", "math", "object", "video",
    "div class='wp-caption'", "div class='gallery'", "figure class='wp-block-gallery'", "div class='wp-block-file'", "select",
    "div class='wp-block-embed__wrapper'", "p class='wp-caption-text'", "span class='credit'", "dl class='gallery-item'", "textarea",
]  # fmt: skip
_ALONE = [
    "<br>", "<br/>\n", "<hr>", "\n", "\n\n", " ", "&nbsp;", "<img src='/1.jpg' alt='x'>", "<img src='/99.jpg'>", "<!-- wp:paragraph -->",
    "<!-- /wp:paragraph -->", "<!--more-->", "[caption id='1']", "[/caption]", "[note]", "[/note]", "[box a=1]", "[/box]", "[gallery ids='1,2']",
    "<!-- wp:freeform -->", "[caption caption='some words here']", "<input>", "<iframe src='https://youtu.be/x'></iframe>",
]  # fmt: skip


@st.composite
def tag_soup(draw: st.DrawFn) -> str:
    """HTML as nobody should write it, in which every word is there once."""
    parts: list[str] = []
    open_tags: list[str] = []
    for number in range(draw(st.integers(1, 25))):
        match draw(st.integers(0, 5)):
            case 0 | 1:
                parts.append(f"w{number} ")
            case 2:
                parts.append(draw(st.sampled_from(_ALONE)))
            case 3 if open_tags:
                place = draw(st.integers(0, len(open_tags) - 1))
                parts.append(f"</{open_tags.pop(place)}>")
            case _:
                tag = draw(st.sampled_from(_INLINE + _BOXES))
                open_tags.append(tag.split(" ")[0])
                parts.append(f"<{tag}>w{number} ")
    return "".join(parts)


@settings(max_examples=300, deadline=None)
@example("<div class='wp-block-file'>w0 ")
@example("<div class='wp-caption'>w0 [caption id='1']w2 <iframe src='https://youtu.be/x'></iframe>")
@example("<div class='wp-caption'>w0 <span class='credit'>w1 [caption caption='some words here']w3 ")
@example("[caption caption='a b']<iframe src='https://youtu.be/x'></iframe><img src='/1.jpg'><span class='credit'>w3 ")
@given(tag_soup())
def test_no_word_of_any_tag_soup_is_lost_in_silence(html):
    site = OldSite()
    converted = site.convert(html)
    compared = compare(html, converted)
    assert compared.words_lost <= sum(finding.words for finding in site.findings), converted
    assert_only_text(converted)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab 1<>/[]\"'=&;!-\n\u200c\u00a0ي") | st.characters(), max_size=200))
def test_any_letters_whatever_are_converted(html):
    assert_only_text(OldSite(language="azb").convert(html))


_ATTRIBUTES = [
    "img src", "img width", "img class", "img data-id", "img srcset", "a href", "a name", "iframe src", "ol start", "td colspan", "td rowspan",
    "blockquote cite", "video src", "object data", "embed src", "span lang", "p style", "sup data-fn", "div class", "araz-gallery data-ids",
    "araz-video data-id", "araz-youtube data-0", "araz-playlist data-ids", "div style", "p lang", "figure class",
]  # fmt: skip
_VALUES = [
    "https://[", "//[", "//", "https://", "http:", "mailto:", "9" * 5_000, "-1", "0", "²", "۱۲", "https://youtu.be:99999999/x", "wp-image-" + "9" * 5_000,
    "https://youtube.com/plugins/?href=https://[", "background:url(https://[)", "wp-block-cover", "https://x.example/%", "\ud800", "az-Arab", "#", "?",
]  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(_ATTRIBUTES), st.sampled_from(_VALUES) | st.text(max_size=40))
def test_any_value_of_any_attribute_is_converted(attribute, value):
    tag, name = attribute.split(" ")
    assert_only_text(OldSite().convert(f'<ul><li><{tag} {name}="{escape(value)}">words</{tag}></ul>'))
    assert_only_text(
        OldSite().convert(
            f'{value}\n\n[gallery ids="{value}"][video src="{value}"][audio id="{value}"][embed]{value}[/embed]'
        )
    )
    assert_only_text(OldSite().convert(f'<!-- wp:block {{"ref":{value}}} /--><!-- wp:a/b {{"a":"{value} b"}} /-->'))


def posts() -> Iterator[tuple[str, str]]:
    for file in sorted(POSTS.glob("*.xml")):
        for content in _CONTENT.findall(file.read_text(errors="replace")):
            yield file.name, content


@pytest.mark.skipif(not POSTS.is_dir(), reason="the exports of others are not here")
def test_the_posts_of_others_lose_fewer_than_one_word_in_two_hundred_and_tell_each():
    words = lost = 0
    for file, content in posts():
        site = OldSite()
        compared = compare(content, site.convert(content))
        assert compared.words_lost <= sum(finding.words for finding in site.findings), (file, content[:200])
        assert compared.pictures_out <= compared.pictures_in
        assert compared.list_items_in == compared.list_items_out, (file, content[:200])
        words += compared.words_in
        lost += compared.words_lost
    assert words > 10_000
    assert lost <= words / 200


def naughty() -> list[str]:
    lines = (STRINGS / "payloadbox-xss-payload-list.txt").read_text(errors="replace").splitlines()
    return [*lines, *json.loads((STRINGS / "blns.json").read_text())]


@pytest.mark.skipif(not STRINGS.is_dir(), reason="the strings of others are not here")
def test_nothing_but_text_comes_of_strings_that_break_software():
    for line in naughty():
        assert_only_text(OldSite().convert(f"<p>before {line} after</p>"))
        assert_only_text(OldSite().convert(f'<p>before <a href="{line}">x</a><img alt="{line}" src="/1.jpg"></p>'))


@pytest.mark.skipif(not STRINGS.is_dir(), reason="the strings of others are not here")
def test_strings_that_break_software_stay_readable_where_they_are_only_text():
    for line in naughty():
        html = f"<p>{escape(line)}</p>"
        assert compare(html, OldSite().convert(html)).words_lost == 0, line


@pytest.mark.parametrize(
    "part",
    [
        "[",
        "[a ",
        '[a b="',
        "[caption]",
        "[caption]x[/caption]",
        "[caption][/note]",
        "<b>",
        "<!--",
        "<!--[",
        "<!-- wp:shortcode -->[a]",
        "<!-- wp:a -->",
        "<table><tr><td>",
        "&",
        "[[a]",
        " ",
        "\n ",
        "<!",
        "<a '",
        "&nbsp;",
        "= ",
        "<a href='#'>",
    ],
)
def test_a_long_row_of_the_same_costs_no_more_than_its_length(part):
    def seconds(times: int) -> float:
        before = time.process_time()
        html = f"<!-- wp:a{part * times}x -->{part * times}x"
        compare(html, OldSite().convert(html))
        return time.process_time() - before

    short = min(seconds(500) for _ in range(3))
    assert min(seconds(8_000) for _ in range(2)) < 60 * max(short, 0.001)  # sixteen times as long, and much for noise


def assert_only_text(converted: Converted) -> None:
    texts = [text for block in converted.blocks for text in texts_of(block)] + list(converted.notes)
    for text in texts:
        for run in text:
            assert run.link == "" or run.link.startswith(("http://", "https://", "mailto:", "story:")), run.link
            assert run.text or run.note
            assert 0 <= run.note <= len(converted.notes)
    for block in converted.blocks:
        assert not isinstance(block, Embed) or block.address.startswith(("http://", "https://"))
        for picture in pictures_of(block):
            assert picture.hash in {f"{number:032}" for number in range(1, 10)}
