"""Shows a draft as readers would get it: the website press prints it on the edition, with the draft laid over.

Nothing is written. What the desk has handed over but the edition does not hold yet (the paper's name, sections, bylines)
is laid over too, so that a preview works in a newsroom whose first edition is still to come.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin.userbar import Userbar

from araz.desk.door import group_of
from araz.desk.models.outbox import PublicStory
from araz.desk.to_story import Facts, story_of
from araz.edition.file import open_file
from araz.edition.names import StoryId, rounded
from araz.edition.overlay import Overlay
from araz.edition.paper import Part
from araz.edition.reader import StoreReader
from araz.edition.store import Edition
from araz.edition.story import Correction, Story
from araz.edition.text import plain
from araz.language.slugs import slug
from araz.presses.website import WebsitePress, pages
from araz.typesetting.pictures import FolderMediaStore

if TYPE_CHECKING:
    from araz.desk.models.paper import FrontOrder
    from araz.desk.models.story import StoryPage

EDITION_FILE: Final = "edition.db"
# The page of a reader, in the editor's frame: Wagtail's checks of headings and descriptions bring the one script.
POLICY: Final = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; script-src 'self';"
    " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)


def show_story(page: "StoryPage", request: HttpRequest) -> HttpResponse:
    """Answer with the draft's page."""
    draft = draft_of(page)
    return _answer(_print(pages.story(StoryId(draft.id)), draft, _parts_for(page)), page, request)


def show_front(order: "FrontOrder", request: HttpRequest) -> HttpResponse:
    """Answer with a language's front page in the order that is being arranged."""
    language = order.locale.language_code
    return _answer(_print(pages.front(language), None, [*_paper(), order.part()]), order, request)


def draft_of(page: "StoryPage") -> Story:
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


def _correction_to_come(page: "StoryPage", now: datetime) -> Iterator[Correction]:
    if page.correction_note.strip():
        yield Correction(at=now, note=plain(page.correction_note.strip()))


def _parts_for(page: "StoryPage") -> list[Part]:
    """The paper, and what the story names of it, as they stand at the desk."""
    named = [step.byline.part() for step in page.named.all()]
    about = [step.topic.part() for step in page.about.all()]
    place = [page.place.part()] if page.place else []
    return [*_paper(), page.get_parent().specific.part(), *named, *about, *place]


def _paper() -> list[Part]:
    from araz.desk.models.pages import SectionPage  # the models show themselves by this module
    from araz.desk.models.paper import PaperSettings

    sections = SectionPage.objects.live().select_related("locale")
    return [PaperSettings.load().part(), *(section.part() for section in sections)]


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
    if getattr(request, "in_preview_panel", False):
        checks = Userbar(object=thing).render_html({"request": request})
        html = html.replace(b"</body>", str(checks).encode() + b"</body>")
    response = HttpResponse(html)
    response["Content-Security-Policy"] = POLICY
    return response
