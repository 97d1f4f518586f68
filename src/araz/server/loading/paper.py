"""What stands around the stories, made at the desk: languages, sections, the masthead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

from wagtail.models import Locale, Page

from araz.desk.models import (
    AddressBook,
    AddressEntry,
    Byline,
    DeskImage,
    NewsroomHome,
    PaperSettings,
    Place,
    SectionPage,
    Topic,
)
from araz.server.sample import content


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What stories name, by the sample's keys; sections by language and group."""

    sections: Mapping[tuple[str, str], SectionPage]
    bylines: Mapping[str, Byline]
    topics: Mapping[str, Topic]
    places: Mapping[str, Place]


def make_masthead(paper: content.Paper) -> None:
    masthead = PaperSettings.load()
    masthead.name, masthead.tag_line, masthead.notice = paper.name, paper.tag_line, paper.notice
    masthead.save()


def make_homes(names: Mapping[str, str]) -> dict[str, NewsroomHome]:
    """Make a home for each language, in that order, instead of Wagtail's welcome page."""
    Page.objects.filter(depth=2).delete()
    root = Page.get_first_root_node()
    homes = {}
    for code, name in names.items():
        locale, _ = Locale.objects.get_or_create(language_code=code)
        homes[code] = root.add_child(instance=NewsroomHome(title=name, slug=code, locale=locale))
    return homes


def make_sections(
    sections: Iterable[content.Section], homes: Mapping[str, NewsroomHome]
) -> dict[tuple[str, str], SectionPage]:
    """Make the sections in every language that the paper has, each linked with its translations."""
    made = {}
    for position, section in enumerate(sections, 1):
        shared = uuid4()
        for code, home in homes.items():
            page = SectionPage(
                title=section.name[code],
                slug=section.slug[code],
                about=section.about.get(code, ""),
                position=position,
                locale=home.locale,
                translation_key=shared,
            )
            home.add_child(instance=page)
            page.save_revision().publish()
            made[code, section.group] = page
    return made


def make_named(paper: content.Paper, homes: Mapping[str, NewsroomHome], pictures: Mapping[str, DeskImage]) -> Named:
    return Named(
        sections=make_sections(paper.sections, homes),
        bylines={
            byline.key: Byline.objects.create(
                kind=byline.kind,
                slug=byline.slug,
                name=byline.name,
                about=byline.about,
                contact=byline.contact,
                portrait=pictures.get(byline.portrait),
            )
            for byline in paper.bylines
        },
        topics={
            topic.key: Topic.objects.create(slug=topic.slug, name=topic.name, about=topic.about)
            for topic in paper.topics
        },
        places={place.key: Place.objects.create(name=place.name) for place in paper.places},
    )


def make_addresses(paper: content.Paper) -> None:
    book = AddressBook.load()
    book.about = paper.addresses_about
    book.entries = [AddressEntry(address=entry.address, kind=entry.kind, note=entry.note) for entry in paper.addresses]
    book.save()
