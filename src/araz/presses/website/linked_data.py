"""What a story's page says to programs that find stories: schema.org's terms as JSON-LD.

It says what the page says to its readers and no more. Only a byline that speaks openly is a Person; a pen name is a bare
text, since nothing is to be said about who stands behind it. Addresses in it are whole ones, so a paper without a home
has none. `https://schema.org/NewsArticle` and its neighbours say what each term means.
"""

from datetime import datetime
from typing import Final

import msgspec

from araz.edition.names import Kind
from araz.edition.paper import Byline
from araz.edition.story import Correction, Story
from araz.edition.text import words_of
from araz.language import language
from araz.presses.website.printroom import PrintRoom
from araz.typesetting.pictures import path_of, widths
from araz.typesetting.words import named

Node = dict[str, object]

_SORTS: Final[dict[Kind, str]] = {
    "news": "NewsArticle",
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "page": "WebPage",
}  # the others are an Article: a statement or a document is no news of the paper's own

# In a script element only these could end it or begin another; JSON may write each letter as its number.
_ESCAPED: Final = ((b"<", b"\\u003c"), (b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"))


def story_data(room: PrintRoom, story: Story, path: str) -> str:
    """Return the story's JSON-LD, fit to stand in a script element."""
    node: Node = {"headline": story.headline, "datePublished": _time(story.published_at)}
    if story.standfirst:
        node["description"] = story.standfirst
    if authors := _authors(room, story):
        node["author"] = authors
    if story.corrections:
        node["dateModified"] = _time(story.corrections[-1].at)
        node["correction"] = [_correction(correction) for correction in story.corrections]
    if home := room.masthead.home:
        node["url"] = f"{home}/{path}"
        if story.picture:
            largest = widths(story.picture.width)[-1]
            node["image"] = f"{home}/{path_of(story.picture.hash, largest)}"
    shared = room.once(("linked data", story.section, story.kind), lambda: _shared(room, story))
    return f"{shared},{written(node)[1:]}"


def written(node: Node) -> str:
    """Return JSON in which nothing ends a script element."""
    json = msgspec.json.encode(node)
    for letter, number in _ESCAPED:
        json = json.replace(letter, number)
    return json.decode()


def _shared(room: PrintRoom, story: Story) -> str:
    """What all stories of a kind and section say alike, written once: the beginning of an object."""
    code, home = story.language, room.masthead.home
    name = named(room.masthead.name, code)
    address = {"url": f"{home}/{code}/index.html"} if home else {}
    node: Node = {
        "@context": "https://schema.org",
        "@type": _SORTS.get(story.kind, "Article"),
        "inLanguage": language(code).html_tag,
        "publisher": {"@type": "NewsMediaOrganization", "name": name, **address},
        "isPartOf": {"@type": "Newspaper", "name": name, **address},
    }
    section = room.edition.section(story.section)
    if section and story.kind != "page":
        node["articleSection"] = section.name
    return written(node)[:-1]


def _authors(room: PrintRoom, story: Story) -> list[Node | str]:
    found = (room.edition.byline(name) for name in story.bylines)
    authors = [_author(room, byline, story.language) for byline in found if byline]
    if not authors and story.statement and story.statement.issued_by:
        return [{"@type": "Organization", "name": story.statement.issued_by}]
    return authors


def _author(room: PrintRoom, byline: Byline, code: str) -> Node | str:
    name = named(byline.name, code)
    if byline.kind == "pen":
        return name
    address = f"{room.masthead.home}/{code}/b/{byline.slug}.html" if room.masthead.home else ""
    sort = "Person" if byline.kind == "open" else "Organization"
    return {"@type": sort, "name": name, "url": address} if address else {"@type": sort, "name": name}


def _correction(correction: Correction) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": words_of(correction.note),
        "datePublished": _time(correction.at),
    }


def _time(moment: datetime) -> str:
    """To the minute: the edition's times are multiples of ten of them, in UTC."""
    return f"{moment.isoformat()[:16]}Z"
