"""Blocks become the raw data of the desk's editor, and come back as they were."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from araz.desk.blocks import BodyBlock, NotesBlock
from araz.desk.blocks.fields import LINE, PROSE
from araz.desk.body import Named, blocks_of, ids_in
from araz.desk.from_story import raw_body, raw_notes
from araz.desk.models.documents import DeskDocument
from araz.desk.models.images import DeskImage
from araz.desk.rich_text import pieces_of, text_of
from araz.edition.blocks import Block, Embed, Figure, File, Gallery, Heading, ItemList, Paragraph, Picture, Quote, Table
from araz.edition.names import StoryId
from araz.edition.text import Address, Run, Text, plain
from tests.desk.conftest import Newsroom

PAGES = {StoryId("k3v9q2aa"): 31, StoryId("k3v9q2ab"): 32}
IMAGES = {
    number: DeskImage(
        pk=number, collection_id=1, content_hash=f"{number:032}", width=800, height=600, alt={}, caption={}
    )
    for number in (1, 2)
}
DOCUMENTS = {
    number: DeskDocument(pk=number, title="a", content_hash=f"{number:032}", size=1000, pages=3) for number in (7, 8)
}
NAMED = Named(pictures=IMAGES, stories={number: str(story) for story, number in PAGES.items()}, documents=DOCUMENTS)
NO_PAGES = dict[StoryId, int]().get
NO_IMAGES = dict[str, int]().get
LANGUAGES = st.sampled_from(["", "", "fa", "azb", "en"])

words = st.lists(
    st.sampled_from(
        ["Araz", "su", "سلام", "می\u200cرود", "5\u00a0km", "<b>", "&amp;", "\"a'", "[^1]", "[^x]", "🙂", "şəhər"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
links = st.sampled_from(["", "", "https://a.example/x?a=1&b=2#c", "mailto:desk@a.example", "story:k3v9q2aa"]).map(
    Address
)
looks = {"bold": st.booleans(), "italic": st.booleans(), "language": st.sampled_from(["", "", "fa", "en"])}
runs = (
    st.builds(Run, text=lines, **looks)
    | st.builds(Run, text=words, link=links, **looks)  # no line break in a link: see below
    | st.builds(Run, note=st.integers(1, 12))
)


def joined(found: list[Run]) -> Text:
    """Return runs as a text whose neighbours differ, as every text of an edition is."""
    text: list[Run] = []
    for run in found:
        last = text[-1] if text else None
        if last and not last.note and not run.note and _look(last) == _look(run):
            continue
        text.append(run)
    return tuple(text)


def _look(run: Run) -> tuple[object, ...]:
    return run.bold, run.italic, run.link, run.language


texts = st.lists(runs, min_size=1, max_size=4).map(joined)
perhaps = st.just(()) | texts
pictures = st.builds(
    Picture,
    hash=st.sampled_from([image.content_hash for image in IMAGES.values()]),
    width=st.just(800),
    height=st.just(600),
    alt=st.just("") | words,
    caption=perhaps,
    credit=st.just("") | words,
)
cells = st.just(()) | words.map(plain) | st.integers(1, 9).map(lambda number: (Run(note=number),))
rows = st.integers(1, 4).flatmap(
    lambda columns: st.lists(st.tuples(*[cells] * columns), min_size=3, max_size=5).map(tuple)
)
shown = st.just(None) | st.builds(
    Picture, hash=st.just(IMAGES[1].content_hash), width=st.just(800), height=st.just(600)
)
prose_blocks = st.one_of(
    st.builds(Heading, text=texts, level=st.sampled_from([2, 3]), language=LANGUAGES),
    st.builds(Paragraph, text=texts, language=LANGUAGES),
    st.builds(
        ItemList, items=st.lists(texts, min_size=1, max_size=3).map(tuple), ordered=st.booleans(), language=LANGUAGES
    ),
)
blocks = st.one_of(
    prose_blocks,
    st.builds(
        Quote,
        paragraphs=st.lists(texts, min_size=1, max_size=2).map(tuple),
        source=perhaps,
        original=st.lists(texts, min_size=1, max_size=2).map(tuple),
        original_language=st.sampled_from(["fa", "tr"]),
        language=LANGUAGES,
    ),
    st.builds(Quote, paragraphs=texts.map(lambda text: (text,)), source=perhaps, language=LANGUAGES),
    st.builds(Figure, picture=pictures, language=LANGUAGES),
    st.builds(Gallery, pictures=st.lists(pictures, min_size=2, max_size=3).map(tuple), title=st.just("") | words, language=LANGUAGES),
    st.builds(
        Table, rows=rows, caption=perhaps, source=perhaps, head_rows=st.integers(0, 3), head_column=st.booleans(), language=LANGUAGES
    ),
    st.builds(File, hash=st.just(DOCUMENTS[7].content_hash), title=words, size=st.just(1000), pages=st.just(3), language=LANGUAGES),
    st.builds(Embed, address=st.just("https://a.example/film?a=1&b=2"), title=words, place=st.just("") | words, picture=shown, language=LANGUAGES),
)  # fmt: skip


def raw(found: Iterable[Block]) -> list[dict[str, Any]]:
    return raw_body(
        found,
        PAGES.get,
        {image.content_hash: number for number, image in IMAGES.items()}.get,
        {document.content_hash: number for number, document in DOCUMENTS.items()}.get,
    )


def without_joiners(value: object) -> str:
    """What a literal [^1] gets, so that it is not taken for a footnote's mark, is seen by nobody."""
    return repr(value).replace("\\u2060", "")


@settings(max_examples=150, deadline=None)
@given(st.lists(blocks, max_size=6))
def test_blocks_of_every_kind_come_back_as_they_were(story):
    back = blocks_of(raw(story), "az", NAMED)
    assert without_joiners(back) == without_joiners(tuple(story))


def test_every_field_of_the_editor_is_filled():
    body = BodyBlock()
    picture = Picture(hash=IMAGES[1].content_hash, width=800, height=600)
    one_of_each = raw(
        [
            Paragraph(text=plain("a")),
            Quote(paragraphs=(plain("a"),)),
            Figure(picture=picture),
            Gallery(pictures=(picture, picture)),
            Table(rows=((plain("a"),),)),
            Embed(address="https://a.example/", title="a"),
            File(hash=DOCUMENTS[7].content_hash, title="a", size=1000, pages=3),
        ]
    )
    assert {each["type"] for each in one_of_each} == set(body.child_blocks)
    for each in one_of_each:
        assert set(each["value"]) == set(body.child_blocks[each["type"]].child_blocks)
    [note] = raw_notes([plain("a")], PAGES.get)
    assert set(NotesBlock().child_blocks) == {note["type"]}


def through_the_editor(html: str, features: list[str]) -> str:
    """Return rich text as it is after somebody opened and saved it."""
    converter = ContentstateConverter(features=features)
    saved: str = converter.to_database_format(converter.from_database_format(html))
    return saved


@settings(max_examples=80, deadline=None)
@given(st.lists(prose_blocks, min_size=1, max_size=5))
def test_the_editor_keeps_running_text_as_it_is(story):
    for each in raw_body(story, NO_PAGES, NO_IMAGES):
        kept = through_the_editor(each["value"]["text"], PROSE)
        assert pieces_of(kept, "az") == pieces_of(each["value"]["text"], "az")


@settings(max_examples=50, deadline=None)
@given(texts)
def test_the_editor_keeps_a_note_as_it_is(note):
    [each] = raw_notes([note], NO_PAGES)
    assert text_of(through_the_editor(each["value"], LINE), "az") == text_of(each["value"], "az")


@pytest.mark.database
def test_the_editor_keeps_a_link_to_a_story(newsroom: Newsroom):
    page = newsroom.public_story()
    text = (Run(text="the dam", bold=True, link=Address(f"story:{page.public_id}")),)
    [each] = raw_body([Paragraph(text=text)], {StoryId(page.public_id): page.pk}.get, NO_IMAGES)
    assert ids_in([each]) == (set(), {page.pk})
    kept = through_the_editor(each["value"]["text"], PROSE)
    assert blocks_of(
        [{"type": "prose", "value": {"text": kept}}], "az", Named(pictures={}, stories={page.pk: page.public_id})
    ) == (Paragraph(text=text),)


def test_neighbouring_text_of_one_language_is_one_block_of_the_editor():
    story: list[Block] = [
        Heading(text=plain("a")),
        Paragraph(text=plain("b")),
        Paragraph(text=plain("c"), language="fa"),
        ItemList(items=(plain("d"),)),
        ItemList(items=(plain("e"),)),  # the editor would join it with the one before
        ItemList(items=(plain("f"),), ordered=True),
    ]
    assert [(each["value"]["language"], each["value"]["text"]) for each in raw(story)] == [
        ("", "<h2>a</h2><p>b</p>"),
        ("fa", "<p>c</p>"),
        ("", "<ul><li>d</li></ul>"),
        ("", "<ul><li>e</li></ul><ol><li>f</li></ol>"),
    ]


def test_the_same_blocks_give_the_same_data_and_no_two_have_one_id():
    story: list[Block] = [
        Paragraph(text=plain("a")),
        Embed(address="https://a.example/", title="b"),
        Paragraph(text=plain("a")),
    ]
    assert raw(story) == raw(story)
    assert len({each["id"] for each in raw(story)}) == 3


def test_a_picture_that_the_desk_has_not_leaves_its_caption():
    lost = Picture(hash="f" * 32, width=1, height=1, caption=plain("The dam"))
    story: list[Block] = [Figure(picture=lost, language="fa"), Gallery(pictures=(lost, lost))]
    assert blocks_of(raw(story), "az", NAMED) == (
        Paragraph(text=plain("The dam"), language="fa"),
        Paragraph(text=plain("The dam")),
        Paragraph(text=plain("The dam")),
    )


def test_a_link_to_a_story_that_the_desk_has_not_is_only_words():
    text = (Run(text="the dam", link=Address("story:aaaaaaaa")),)
    assert blocks_of(raw([Paragraph(text=text)]), "az", NAMED) == (Paragraph(text=plain("the dam")),)


def test_a_line_break_in_a_link_stands_between_two_links_since_the_editor_keeps_none_inside():
    link = Address("https://a.example/")
    text = (Run(text="one\ntwo", link=link),)
    assert blocks_of(raw([Paragraph(text=text)]), "az", NAMED) == (
        Paragraph(text=(Run(text="one", link=link), Run(text="\n"), Run(text="two", link=link))),
    )


def test_cells_are_single_lines_of_plain_words():
    cell = (Run(text="a|b", bold=True), Run(text="\nc\td"), Run(note=2))
    [table] = blocks_of(raw([Table(rows=((cell, ()),), head_rows=0)]), "az", NAMED)
    assert isinstance(table, Table)
    assert table.rows == (((Run(text="a\u2223b c d"), Run(note=2)), ()),)
