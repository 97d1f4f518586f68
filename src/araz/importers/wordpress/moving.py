"""Has the old addresses of categories, tags, feeds and fronts lead to what they have become here."""

from collections import defaultdict

from django.db import transaction

from araz.desk.models import AddressBook
from araz.importers.wordpress.dates import DateArchives
from araz.importers.wordpress.export import Term
from araz.importers.wordpress.mapping import Plan
from araz.importers.wordpress.old_addresses import addresses_of_site, addresses_of_term
from araz.importers.wordpress.paper import Paper
from araz.importers.wordpress.site_folder import names_account
from araz.importers.wordpress.survey import Survey
from araz.importers.wordpress.terms import CATEGORY, language_code, plain_slug


@transaction.atomic
def move_addresses(survey: Survey, plan: Plan, paper: Paper, dates: DateArchives) -> None:
    """Give each section and topic the old addresses of its terms, and the paper those of the site. Again and again if need be.

    None of a site whose folder is called like an account: they would be in files that everybody can read.
    """
    if not survey.sites or names_account(survey):
        return
    _move_terms(survey, plan, paper)
    _move_site(survey, dates)


def _move_terms(survey: Survey, plan: Plan, paper: Paper) -> None:
    categories = {term.slug: term for term in survey.declared if term.taxonomy == CATEGORY}
    sections: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    topics: defaultdict[str, list[str]] = defaultdict(list)
    for term in survey.declared:
        slug = plain_slug(term.slug)
        addresses = addresses_of_term(term, survey.sites[0], categories)
        if term.taxonomy == CATEGORY and (section := plan.section_of_category(slug)):
            sections[section, _language_of(term, survey)] += addresses
        elif topic := plan.topic_of_term(term.taxonomy, slug):
            topics[topic] += addresses
    for (key, language), gathered in sorted(sections.items()):
        if page := paper.section_made(key, language):
            _add(page, gathered)
    for key, gathered in sorted(topics.items()):
        if made := paper.topic_made(key):
            _add(made, gathered)


def _add(thing: object, addresses: list[str]) -> None:
    """Give a section or topic more old addresses; saving it hands it over."""
    known: list[str] = thing.old_addresses  # type: ignore[attr-defined]  # a SectionPage or a Topic
    wanted = list(dict.fromkeys([*known, *addresses]))
    if wanted != known:
        thing.old_addresses = wanted  # type: ignore[attr-defined]
        thing.save()  # type: ignore[attr-defined]


def _language_of(term: Term, survey: Survey) -> str:
    """In which of its languages a category's old address leads to its section: that with the most stories."""
    counted = survey.counts.of_category(plain_slug(term.slug))
    return min(counted, key=lambda language: (-counted[language], language)) if counted else ""


def _move_site(survey: Survey, dates: DateArchives) -> None:
    site, languages = survey.sites[0], survey.counts.languages()
    main = language_code(site.language)
    main = main if main in languages or not languages else languages[0]
    others = {language: language for language in languages if language != main}
    book = AddressBook.load()
    moved = dict(map(tuple, book.moved))
    moved |= {each.path: each.target for each in addresses_of_site(site, main, others)} if main else {}
    moved |= {each.path: each.target for each in dates.addresses(main)}
    wanted = [list(pair) for pair in sorted(moved.items())]
    if wanted != book.moved:
        book.moved = wanted
        book.save()
