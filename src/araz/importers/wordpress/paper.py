"""Makes at the desk what the stories name: sections in each language, topics and bylines. What is there already is used."""

from typing import Final
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from wagtail.models import Locale, Page

from araz.desk.imported import Numbers
from araz.desk.models import Byline, NewsroomHome, SectionPage, Topic
from araz.importers.wordpress.conversion import Place
from araz.importers.wordpress.ids import id_for
from araz.importers.wordpress.mapping import Placement, Plan, PlannedByline, PlannedSection, PlannedTopic

_AFTER_OTHERS: Final = 101  # sections that the paper has already stand before those that come


class Paper:
    """Makes a section, topic or byline when the first story needs it, in the order in which stories come."""

    def __init__(self, plan: Plan, host: str, name: str) -> None:
        """`host` and `name` are the old site's."""
        self._plan = plan
        self._host = host
        self._name = name
        self._sections: dict[tuple[str, str], SectionPage] = {}  # by key and language
        self._topics: dict[str, Topic] = {}
        self._bylines: dict[str, Byline] = {}

    def place(self, placement: Placement, language: str) -> Place:
        """Return where a story stands, as ids."""
        return Place(
            section=self._section(placement.section, language).public_id,
            topics=tuple(self._topic(key).public_id for key in placement.topics),
            bylines=tuple(self._byline(key).public_id for key in placement.bylines),
            kind=placement.kind,
        )

    def numbers(self) -> Numbers:
        """Return the desk's numbers of what was made or found so far."""
        return Numbers(
            bylines={byline.public_id: byline.pk for byline in self._bylines.values()},
            topics={topic.public_id: topic.pk for topic in self._topics.values()},
        )

    def section_made(self, key: str, language: str) -> SectionPage | None:
        """Return a section, as it is by now, if a story has needed it: saving it as it was would undo its count of stories."""
        section = self._sections.get((key, language))
        found: SectionPage | None = SectionPage.objects.get(pk=section.pk) if section else None
        return found

    def topic_made(self, key: str) -> Topic | None:
        return self._topics.get(key)

    def _section(self, key: str, language: str) -> SectionPage:
        if (key, language) not in self._sections:
            self._sections[key, language] = _section(self._plan.section(key, language), self._host, self._name)
        return self._sections[key, language]

    def _topic(self, key: str) -> Topic:
        if key not in self._topics:
            self._topics[key] = _topic(self._plan.topics[key], self._host)
        return self._topics[key]

    def _byline(self, key: str) -> Byline:
        if key not in self._bylines:
            self._bylines[key] = _byline(self._plan.bylines[key], self._host)
        return self._bylines[key]


@transaction.atomic
def _section(planned: PlannedSection, host: str, name: str) -> SectionPage:
    home = _home(planned.language, name)
    there = SectionPage.objects.child_of(home).filter(slug=planned.key).first()
    if there is not None:
        found: SectionPage = there
        return found
    section = SectionPage(
        public_id=id_for(f"wordpress:{host}:section:{planned.language}:{planned.key}"),
        title=planned.name,
        slug=planned.key,
        position=planned.position + _AFTER_OTHERS,
        locale=home.locale,
        translation_key=uuid5(NAMESPACE_URL, f"wordpress:{host}:section:{planned.key}"),
    )
    home.add_child(instance=section)
    section.save_revision().publish()
    made: SectionPage = SectionPage.objects.get(pk=section.pk)
    return made


def _home(language: str, name: str) -> NewsroomHome:
    """The language's home; made, with the old site's name, where the paper has not appeared in that language."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    there = NewsroomHome.objects.filter(locale=locale).first()
    if there is not None:
        found: NewsroomHome = there
        return found
    other = NewsroomHome.objects.order_by("path").first()
    home = NewsroomHome(title=other.title if other else name or "…", slug=language, locale=locale)
    Page.get_first_root_node().add_child(instance=home)
    return home


def _topic(planned: PlannedTopic, host: str) -> Topic:
    topic, _ = Topic.objects.get_or_create(
        slug=planned.key,
        defaults={"name": planned.name, "public_id": id_for(f"wordpress:{host}:topic:{planned.key}")},
    )
    return topic


def _byline(planned: PlannedByline, host: str) -> Byline:
    byline, _ = Byline.objects.get_or_create(
        slug=planned.key,
        defaults={
            "name": planned.name,
            "kind": planned.kind,
            "public_id": id_for(f"wordpress:{host}:byline:{planned.key}"),
        },
    )
    return byline
