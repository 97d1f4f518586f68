"""Shows a draft as readers would get it: the website press prints it on the edition, with the draft laid over.

Nothing is written. What the desk has handed over but the edition does not hold yet (the paper's name, sections, bylines)
is laid over too, so that a preview works in a newsroom whose first edition is still to come.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin.userbar import Userbar

from araz.desk.door import group_of
from araz.desk.models.draft import StoryDraft
from araz.desk.models.outbox import PublicStory
from araz.desk.to_story import Facts, story_of
from araz.edition.file import open_file
from araz.edition.names import StoryId, rounded
from araz.edition.overlay import Overlay
from araz.edition.paper import Front, Part
from araz.edition.reader import StoreReader
from araz.edition.store import Edition
from araz.edition.story import Correction, Story
from araz.edition.text import plain
from araz.language.slugs import slug
from araz.presses.website import WebsitePress, pages
from araz.typesetting.pictures import FolderMediaStore

EDITION_FILE: Final = "edition.db"
# The page of a reader, in the editor's frame: Wagtail's checks of headings and descriptions bring the one script.
POLICY: Final = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; script-src 'self';"
    " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors "
)


def show_story(page: StoryDraft, request: HttpRequest, paper: Sequence[Part]) -> HttpResponse:
    """Answer with the draft's page; `paper` is masthead and sections as they stand at the desk."""
    draft = draft_of(page)
    return _answer(_print(pages.story(StoryId(draft.id)), draft, [*paper, *_named_by(page)]), page, request)


def show_front(order: Front, thing: Any, request: HttpRequest, paper: Sequence[Part]) -> HttpResponse:
    """Answer with a language's front page in the order that is being arranged; `thing` is what the editor edits."""
    return _answer(_print(pages.front(order.language), None, [*paper, order]), thing, request)


def draft_of(page: StoryDraft) -> Story:
    """Return the story that the page would be if it were published now."""
    public = PublicStory.objects.filter(page_id=page.pk).first() if page.pk else None
    now = rounded(datetime.now(UTC))
    facts = Facts(
        section=page.get_parent().specific.public_id,
        published_at=public.published_at if public else rounded(page.go_live_at or now),
        group=group_of(page),
    )
    story = story_of(page, facts)
    return msgspec.structs.replace(
        story,
        slug=story.slug or slug(page.title, page.language),
        corrections=(*story.corrections, *(_correction_to_come(page, now) if public else ())),
    )


def _correction_to_come(page: StoryDraft, now: datetime) -> Iterator[Correction]:
    if page.correction_note.strip():
        yield Correction(at=now, note=plain(page.correction_note.strip()))


def _named_by(page: StoryDraft) -> list[Part]:
    """What the story names of the paper, as it stands at the desk."""
    named = [step.byline.part() for step in page.named.all()]
    about = [step.topic.part() for step in page.about.all()]
    place = [page.place.part()] if page.place else []
    return [page.get_parent().specific.part(), *named, *about, *place]


def _print(page: str, draft: Story | None, parts: Sequence[Part]) -> bytes:
    with edition() as below:
        printed = press().print(Overlay(below, draft, parts), page)
    return printed.body if printed else b""


def press() -> WebsitePress:
    """Return the press whose pages take styles and pictures from the desk's own addresses."""
    root = reverse("desk_readers_file", args=["-"]).removesuffix("-")
    return WebsitePress(FolderMediaStore(settings.ARAZ_MEDIA), root)


@contextmanager
def edition() -> Iterator[StoreReader]:
    """Yield a reader of the newsroom's edition; of an empty one as long as there is none here."""
    file = settings.ARAZ_SITE_FOLDER / EDITION_FILE
    if file.exists():
        store = Edition.open(file)
        try:
            with store.reader() as reader:
                yield reader
        finally:
            store.close()
    else:
        connection = open_file(Path(":memory:"), may_make=True)
        try:
            yield StoreReader(connection)
        finally:
            connection.close()


def _answer(html: bytes, thing: Any, request: HttpRequest) -> HttpResponse:
    """Send the page. In the editor's panel Wagtail's own checks are added to it, which tell the editor what they find."""
    in_panel = getattr(request, "in_preview_panel", False)
    if in_panel:
        checks = Userbar(object=thing).render_html({"request": request})
        html = html.replace(b"</body>", str(checks).encode() + b"</body>")
    response = HttpResponse(html)
    response["Content-Security-Policy"] = POLICY + ("'self'" if in_panel else "'none'")
    return response
