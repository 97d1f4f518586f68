"""What a map says. Its fields are the keys of the file, so a name here is a word that an operator writes."""

from typing import Final, Literal

import msgspec

Words = dict[str, str]  # by language code
BylineKind = Literal["none", "desk", "pen", "open"]

MISCELLANY: Final = "miscellany"  # section of what has no other
ABOUT: Final = "about"  # section of the pages
NEWSROOM: Final = "newsroom"  # key of the newsroom's own byline


LONGEST_NAME: Final = 200  # letters of a section, topic or byline


class _Rule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    pass


class AuthorRule(_Rule, frozen=True, kw_only=True):
    """How the stories of one account are signed. `none`: by the newsroom."""

    kind: BylineKind = "none"
    name: Words = {}


class CategoryRule(_Rule, frozen=True, kw_only=True):
    section: str = ""
    topic: str = ""
    kind: str = ""  # one of a story's kinds; empty: news
    language: str = ""  # of every story in it, whatever the text looks like
    leave_out: bool = False  # the category; its stories come, by their other categories
    leave_out_stories: bool = False


class TagRule(_Rule, frozen=True, kw_only=True):
    topic: str = ""
    kind: str = ""
    leave_out: bool = False


class PagesRule(_Rule, frozen=True, kw_only=True):
    section: str = ABOUT
    leave_out: tuple[str, ...] = ()  # slugs


class Map(_Rule, frozen=True, kw_only=True):
    newsroom: Words = {}  # what the newsroom's own byline is called
    other_languages: str = (
        ""  # in which of the five languages a text of a sixth comes; empty: by the site and the script
    )
    kinds: tuple[str, ...] = ()  # of posts, by WordPress's name, that come besides posts, pages and their like
    account_names: tuple[str, ...] = ()  # names that are accounts' and must stand nowhere, besides those in `authors`
    authors: dict[str, AuthorRule] = {}  # by account name
    sections: dict[str, Words] = {}  # in the order in which the paper has them
    topics: dict[str, Words] = {}
    categories: dict[str, CategoryRule] = {}  # by path: "news/politics"
    tags: dict[str, TagRule] = {}  # by slug; one that is not here is left out
    formats: dict[str, str] = {}  # WordPress's post formats -> kind
    pages: PagesRule = PagesRule()
