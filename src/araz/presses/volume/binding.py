"""Gathers the stories of a volume and binds them into one file."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from minijinja import Environment, safe

from araz.contracts import EditionReader, MediaStore, PressedFile
from araz.edition.names import Month, StoryId, language_list, local_day
from araz.edition.story import Story, Teaser
from araz.language import gregorian_date, language, solar_hijri_date
from araz.language.calendars import gregorian_month, solar_hijri_months
from araz.language.case import capitalize_first
from araz.presses.volume import pages
from araz.presses.volume.articles import Article, Plates, article
from araz.typesetting.volumes import (
    MONTH_PARTS,
    STORIES_OF_A_VOLUME,
    day_volume,
    month_volume,
    part_of,
    story_volume,
    topic_volume,
)
from araz.typesetting.words import named, words

_KEPT: Final = 400  # articles: those of a month, which its days and the month itself show
_INSIDE: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"  # a volume loads nothing, ever


class Bindery:
    """Makes the volumes of one edition at one moment."""

    def __init__(self, edition: EditionReader, media: MediaStore, templates: Environment, style: str) -> None:
        self.edition = edition
        self._media = media
        self._templates = templates
        self._style = style
        self._masthead = edition.masthead()
        self._zone = self._masthead.time_zone
        self._articles: dict[StoryId, Article] = {}

    def bind(self, page: str) -> PressedFile | None:
        """Return the file of a volume; None if it would be empty."""
        pictures = page.startswith(pages.WITH_PICTURES)
        kind, _, about = page.removeprefix(pages.WITH_PICTURES).partition("/")
        match kind:
            case "story":
                return self._story(StoryId(about), pictures)
            case "day":
                code, day = about.split("/")
                return self._day(code, date.fromisoformat(day), pictures)
            case "month":
                code, month = about.split("/")
                return self._month(code, Month(month))
            case "part":
                code, month, part = about.split("/")
                return self._part(code, Month(month), int(part))
            case _:
                return self._topic(about)

    def _story(self, name: StoryId, pictures: bool) -> PressedFile | None:
        story, teaser = self.edition.story(name), self.edition.teaser(name)
        if not isinstance(story, Story) or teaser is None:
            return None
        bound = article(self.edition, story, teaser, plates=self._plates(pictures))
        if pictures and not bound.has_pictures:
            return None
        path = story_volume(teaser.path, pictures=pictures)
        return PressedFile(path=path, body=self._bound(story.language, story.headline, "", "", [bound], teaser.path))

    def _day(self, code: str, day: date, pictures: bool) -> PressedFile | None:
        month = Month(f"{day.year:04d}-{day.month:02d}")
        teasers = [teaser for teaser in self._in_month(code, month) if self._day_of(teaser) == day]
        articles = self._bind_all(teasers, pictures)
        if not articles or (pictures and not any(bound.has_pictures for bound in articles)):
            return None
        title = capitalize_first(gregorian_date(day, code, weekday=True), code)
        body = self._bound(code, title, solar_hijri_date(day, code), words(code)["volume_day"], articles)
        return PressedFile(path=day_volume(code, day, pictures=pictures), body=body)

    def _month(self, code: str, month: Month) -> PressedFile | None:
        teasers = self._in_month(code, month)
        if not teasers or len(teasers) > STORIES_OF_A_VOLUME:
            return None
        return self._of_month(code, month, teasers)

    def _part(self, code: str, month: Month, part: int) -> PressedFile | None:
        teasers = self._in_month(code, month)
        if len(teasers) <= STORIES_OF_A_VOLUME or part not in MONTH_PARTS:
            return None
        return self._of_month(code, month, [one for one in teasers if part_of(self._day_of(one)) == part], part)

    def _of_month(self, code: str, month: Month, teasers: Sequence[Teaser], part: int = 0) -> PressedFile | None:
        articles = self._bind_all(teasers, pictures=False)
        if not articles:
            return None
        first = date.fromisoformat(f"{month}-01")
        title = capitalize_first(gregorian_month(first, code), code)
        body = self._bound(code, title, solar_hijri_months(first, code), words(code)["volume_month"], articles)
        return PressedFile(path=month_volume(code, month, part), body=body)

    def _topic(self, about: str) -> PressedFile | None:
        code, key, name = pages.topic_of(about)
        topic = self.edition.topic(name)
        newest = self.edition.newest(key, STORIES_OF_A_VOLUME)
        if topic is None or code not in self._masthead.languages or not newest:
            return None
        chosen = [teaser for one in topic.reading_order if (teaser := self.edition.teaser(one))]
        first = [teaser for teaser in chosen if teaser.language == code]
        seen = {teaser.id for teaser in first}
        articles = self._bind_all([*first, *(teaser for teaser in newest if teaser.id not in seen)], pictures=False)
        about_it = topic.about.get(code, "")
        body = self._bound(code, named(topic.name, code), about_it, words(code)["topics"], articles)
        return PressedFile(path=topic_volume(code, topic.slug), body=body)

    # Gathering

    def _in_month(self, code: str, month: Month) -> list[Teaser]:
        return list(self.edition.month(language_list(code), month)) if code in self._masthead.languages else []

    def _day_of(self, teaser: Teaser) -> date:
        return local_day(teaser.published_at, self._zone)

    def _bind_all(self, teasers: Sequence[Teaser], pictures: bool) -> list[Article]:
        together = frozenset(teaser.id for teaser in teasers)
        return [bound for teaser in teasers if (bound := self._among(teaser, together, pictures))]

    def _among(self, teaser: Teaser, together: frozenset[StoryId], pictures: bool) -> Article | None:
        """An article of a volume with several. Links between stories differ by volume, so only others are kept."""
        if not pictures and (kept := self._articles.get(teaser.id)) and not kept.leads_to & together:
            return kept
        story = self.edition.story(teaser.id)
        if not isinstance(story, Story):
            return None
        bound = article(self.edition, story, teaser, plates=self._plates(pictures), together=together)
        if not pictures and not bound.leads_to & together:
            if len(self._articles) >= _KEPT:
                self._articles.clear()
            self._articles[teaser.id] = bound
        return bound

    def _plates(self, pictures: bool) -> Plates:
        return Plates(zone=ZoneInfo(self._zone), media=self._media if pictures else None)

    # Binding

    def _bound(
        self, code: str, title: str, under: str, sort: str, articles: Sequence[Article], path: str = ""
    ) -> bytes:
        row, masthead = language(code), self._masthead
        home = masthead.home
        context: dict[str, Any] = {
            "lang": row.html_tag,
            "dir": row.direction,
            "policy": safe(_INSIDE),
            "style": safe(self._style),
            "title": title,
            "under": under,
            "sort": sort,
            "paper": named(masthead.name, code),
            "tag_line": masthead.tag_line.get(code, ""),
            "notice": masthead.notice.get(code, ""),
            "home": home,
            "address": f"{home}/{path or f'{code}/index.html'}" if home else "",
            "alone": bool(path),
            "articles": [bound.context for bound in articles],
            "w": words(code),
        }
        return str(self._templates.render_template("volume.html", **context)).encode()
