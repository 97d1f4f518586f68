"""Somebody who fills in the forms of a running desk, as a browser would send them."""

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from playwright.sync_api import APIRequestContext
from selectolax.lexbor import LexborHTMLParser
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from araz.language import LANGUAGES

_NOW_THE_FILE: Final = "Go on</button>"  # of the page that says what was found in an uploaded file
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Answered:
    status: int
    is_taken: bool
    told: str  # the sentences of a form that was refused


@dataclass
class Desk:
    request: APIRequestContext
    home: str
    token: str = ""

    def send(self, path: str, data: dict[str, Any], **files: Any) -> Answered:
        """Post a form; what it was refused for is told."""
        if not self.token:
            found = _TOKEN.search(self.request.get(f"{self.home}/admin/pages/").text())
            assert found
            self.token = unescape(found[1])
        sent = {**data, "csrfmiddlewaretoken": self.token, **files}
        how: dict[str, Any] = {"multipart": sent} if files else {"form": sent}
        response = self.request.post(
            self.home + path, **how, max_redirects=0, headers={"Referer": self.home + path, "Origin": self.home}
        )
        shown = response.text() if response.status == 200 else ""
        is_taken = response.status == 302 or _NOW_THE_FILE in shown
        return Answered(response.status, is_taken, _told(shown))

    def publish_story(self, section: int, body: list[str], **fields: Any) -> Answered:
        """Write a story with a paragraph for each of the texts, and publish it."""
        return self.send(
            f"/admin/pages/add/desk/storypage/{section}/",
            {**story_data([("prose", {"text": draft(body), "language": ""})], **fields), "action-publish": "1"},
        )

    def add_byline(self, name: str) -> Answered:
        return self.send(
            "/admin/snippets/desk/byline/add/",
            {"kind": "pen", **_words("name", name), "slug": "", **_words("about", name), "contact": "", "portrait": ""},
        )

    def add_topic(self, name: str) -> Answered:
        data = nested_form_data({"reading": inline_formset([])})
        return self.send(
            "/admin/snippets/desk/topic/add/", {**data, **_words("name", name), "slug": "", **_words("about", name)}
        )

    def add_place(self, name: str) -> Answered:
        return self.send("/admin/snippets/desk/place/add/", _words("name", name))

    def add_picture(self, picture: bytes, file_name: str, words: str) -> Answered:
        data = {"title": words, **_words("alt", words), **_words("caption", words), "credit": words, "tags": ""}
        file = {"name": file_name, "mimeType": "image/png", "buffer": picture}
        return self.send("/admin/images/add/", {**data, "collection": "1"}, file=file)


def story_data(body: list[tuple[str, Any]], **fields: Any) -> dict[str, Any]:
    """The fields of the editor's form; lists of numbers for bylines and topics."""
    steps = {
        name: [{name_of: pk} for pk in fields.pop(name, [])]
        for name, name_of in (("named", "byline"), ("about", "topic"))
    }
    texts = dict.fromkeys(
        ("standfirst", "address", "picture", "picture_alt", "picture_caption", "picture_credit", "place", "go_live_at",
         "expire_at", "valid_until", "correction_note", "statement_number", "issued_by", "superseded_by",
         "translated_from"), "",
    )  # fmt: skip
    empty = {name: inline_formset([]) for name in ("see_also", "comments")}
    data: dict[str, Any] = nested_form_data(
        {
            **{name: inline_formset(rows) for name, rows in steps.items()},
            **empty,
            "body": streamfield(body),
            "notes": streamfield([]),
            **texts,
            "kind": "news",
            **fields,
        }
    )
    return {name: str(value) for name, value in data.items()}


def draft(paragraphs: list[str]) -> str:
    """Text as the editor's field sends it."""
    blocks = [
        {
            "key": f"{number:05}",
            "text": text,
            "type": "unstyled",
            "depth": 0,
            "inlineStyleRanges": [],
            "entityRanges": [],
        }
        for number, text in enumerate(paragraphs)
    ]
    return json.dumps({"blocks": blocks, "entityMap": {}})


def _words(name: str, words: str) -> dict[str, str]:
    """A field that has words in every language, filled in for the first two."""
    return {f"{name}_{code}": words if code in ("az", "azb") else "" for code in LANGUAGES}


def _told(html: str) -> str:
    page = LexborHTMLParser(html)
    return " ".join(
        node.text(strip=True) for node in page.css(".error-message, .messages, .w-field__errors, .help-critical")
    )
