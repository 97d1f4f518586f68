"""Tells an editor which articles of a public page would lose their addresses: somebody may have printed them."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest
from wagtail import hooks

from araz.desk.body import Named, blocks_of
from araz.desk.models.story import StoryPage
from araz.typesetting.blocks import ADDRESSED
from araz.typesetting.headings import ARTICLE, headings_of

_KNOWN: Final = "_articles_that_readers_know"
_WARNING: Final = (
    "Readers know these addresses of this page, and the new text has nothing there: {names}. Give the article its number "
    "back, or leave its heading and say below it that it was taken out."
)


@hooks.register("before_edit_page")  # type: ignore[untyped-decorator]  # Wagtail has no types
def note_articles(request: HttpRequest, page: Any) -> None:
    if request.method == "POST" and isinstance(page, StoryPage) and page.live and page.kind in ADDRESSED:
        setattr(request, _KNOWN, _articles(StoryPage.objects.get(pk=page.pk)))  # what readers have, not the draft


@hooks.register("after_edit_page")  # type: ignore[untyped-decorator]
def tell_of_lost_articles(request: HttpRequest, page: Any) -> None:
    known: tuple[str, ...] = getattr(request, _KNOWN, ())
    lost = [name for name in known if name not in _articles(page)] if known else []
    if lost:
        messages.warning(request, _WARNING.format(names=", ".join(f"#{name}" for name in lost)))


def _articles(page: StoryPage) -> tuple[str, ...]:
    prose = [raw for raw in page.body.raw_data if raw["type"] == "prose"]
    blocks = blocks_of(prose, page.language, Named(pictures={}, stories={}))
    return tuple(heading.name for heading in headings_of(blocks, page.language) if heading.name.startswith(ARTICLE))
