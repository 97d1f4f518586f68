"""Readers' comments: threads of one level."""

import re
from datetime import date

import msgspec

from araz.edition.comments import Comment
from araz.edition.names import StoryId
from araz.typesetting.comments import comments_html, shown
from araz.typesetting.words import words


def said(name: str, answers: str = "", text: str = "Söz.", **more: object) -> Comment:
    fields = {"id": name, "story": StoryId("aaaaaaaa"), "answers": answers, "name": name.upper(), "text": text}
    return Comment(**(fields | {"day": date(2026, 11, 24)} | more))  # type: ignore[arg-type]


def shape(*comments: Comment) -> str:
    """The threads as a line: names, and answers in brackets."""
    html = comments_html(comments, "az")
    hidden = words("az")["comment_hidden"]
    html = re.sub(r'<div class="comment">.*?<bdi>(\w+)</bdi>.*?</div>', r"\1 ", html)
    html = html.replace(f'<p class="note">{hidden}</p>', "? ")
    return re.sub(r"</?li>|\n", "", html).replace('<ol class="thread">', "[").replace("</ol>", "]").strip()


def test_answers_stand_below_what_they_answer_in_the_order_in_which_threads_began():
    assert shape(said("a"), said("b"), said("c", "a"), said("d", "b"), said("e", "a")) == "A [C E ]B [D ]"


def test_deeper_answers_flatten_and_say_whom_they_answer():
    comments = (said("a"), said("b", "a"), said("c", "b"), said("d", "c"))
    assert shape(*comments) == "A [B C D ]"
    assert "<bdi>B</bdi> üçün cavab" in comments_html(comments, "az")
    assert "<bdi>A</bdi> üçün cavab" not in comments_html(comments, "az")


def test_a_removed_comment_leaves_a_sentence_only_where_others_answered_it():
    removed = {"state": "removed", "text": "gizli"}
    comments = (said("a", **removed), said("b", "a"), said("c", **removed), said("d"), said("e", "d", **removed))
    assert shape(*comments) == "? [B ]D"
    assert "gizli" not in comments_html(comments, "az")
    assert shown(comments) == 2


def test_answers_to_a_comment_that_never_came_along_stay_together():
    assert shape(said("a"), said("b", "lost"), said("c", "lost"), said("d", "b")) == "A ? [B C D ]"


def test_comments_that_answer_each_other_in_a_circle_are_all_shown():
    assert sorted(shape(said("a", "b"), said("b", "a"), said("c", "c"))) == sorted("B [A ]C")


def test_a_name_and_a_text_turn_nothing_and_mark_nothing():
    html = comments_html((msgspec.structs.replace(said("a", text="<b>bir</b>\n\n\u202eiki"), name="Ad\u202e"),), "az")
    assert "<bdi>Ad</bdi>" in html
    assert '<p dir="auto">&lt;b&gt;bir&lt;/b&gt;</p><p dir="auto">\u202eiki</p>' in html


def test_the_newsroom_is_marked():
    assert '<span class="kind">redaksiya</span>' in comments_html((said("a", from_desk=True),), "az")


def test_five_hundred_comments_stay_light():
    comments = tuple(said(f"c{n}", f"c{n - 1}" if n % 5 else "", text=f"Rəy {n}.") for n in range(500))
    html = comments_html(comments, "azb")
    assert html.count("<div") == 500
    assert len(html) < 500 * 220
