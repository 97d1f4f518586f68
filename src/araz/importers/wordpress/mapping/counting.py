"""How many stories stand under what: counted while the files are read the first time."""

from collections import Counter

from araz.importers.wordpress.export import Item
from araz.importers.wordpress.mapping.known_names import is_of_a_theme
from araz.importers.wordpress.terms import CATEGORY, TAG, Terms, plain_slug


class Counts:
    """Counts stories by category, tag, author and language. Holds no text and no story."""

    def __init__(self) -> None:
        self.stories: Counter[str] = Counter()  # by language
        self.pages: Counter[str] = Counter()  # by language
        self.categories: Counter[tuple[str, str]] = Counter()  # by slug and language
        self.tags: Counter[tuple[str, str]] = Counter()
        self.authors: Counter[str] = Counter()  # by account name
        self.loose: Counter[str] = Counter()  # without a category, by language
        self.other_kinds: Counter[str] = Counter()  # items of kinds that only plug-ins know
        self.beside: Counter[str] = Counter()  # slugs of top categories whose stories stand in another one as well

    def count(self, item: Item, language: str, terms: Terms) -> None:
        """Count a story or a page; `terms` learns those of its terms that no file declares."""
        for author in dict.fromkeys(item.co_authors or (item.creator,)):
            self.authors[author] += 1
        if item.kind == "page":
            self.pages[language] += 1
            return
        self.stories[language] += 1
        slugs: dict[str, list[str]] = {CATEGORY: [], TAG: []}
        for use in item.terms:
            if use.taxonomy in slugs:
                terms.learn_use(use)
                slugs[use.taxonomy].append(plain_slug(use.slug))
        categories = dict.fromkeys(slugs[CATEGORY])
        self.categories.update((slug, language) for slug in categories)
        self.tags.update((slug, language) for slug in dict.fromkeys(slugs[TAG]))
        self.loose[language] += not categories
        tops = {terms.path(slug).partition("/")[0] for slug in categories if not is_of_a_theme(slug)}
        if len(tops) > 1:
            self.beside.update(tops)

    def of_category(self, slug: str) -> Counter[str]:
        """Return how many stories a category has in each language."""
        return _by_language(self.categories, slug)

    def of_tag(self, slug: str) -> Counter[str]:
        return _by_language(self.tags, slug)

    def languages(self) -> list[str]:
        """Return the languages that stories or pages have, the one of most stories first."""
        every = self.stories + self.pages
        return sorted(every, key=lambda language: (-self.stories[language], language))


def _by_language(counted: Counter[tuple[str, str]], slug: str) -> Counter[str]:
    languages = ("az", "azb", "fa", "tr", "en")
    return Counter({language: count for language in languages if (count := counted.get((slug, language), 0))})
