"""A small export, counted, as a survey leaves it."""

from collections.abc import Iterable
from inspect import cleandoc
from pathlib import Path

from araz.importers.wordpress.export import Author, Item, Term, TermUse
from araz.importers.wordpress.mapping import Counts, Map, Plan, default_map, draft_map, make_plan, read_map
from araz.importers.wordpress.terms import Terms

TERMS = (
    Term(taxonomy="category", slug="xeberler", name="Xəbərlər", number=1),
    Term(taxonomy="category", slug="xeberler-fa", name="خبرهای ما", number=2),
    Term(taxonomy="category", slug="iqtisad", name="İqtisad", parent="xeberler"),
    Term(taxonomy="category", slug="kose-yazisi", name="Köşə yazısı"),
    Term(taxonomy="category", slug="manset", name="Manşet"),
    Term(taxonomy="category", slug="nadir", name="Nadir"),
    Term(taxonomy="category", slug="سیاست", name="سیاست"),
    Term(taxonomy="category", slug="uncategorized", name="Uncategorized"),
    Term(taxonomy="language", slug="az"),
    Term(taxonomy="language", slug="fa"),
    Term(taxonomy="term_translations", slug="pll_1", description='a:2:{s:2:"az";i:1;s:2:"fa";i:2;}'),
    Term(taxonomy="post_tag", slug="seki", name="Şəki"),
    Term(taxonomy="post_tag", slug="bayanat", name="Bəyanat"),
    Term(taxonomy="post_tag", slug="once", name="Bir dəfə"),
)
AUTHORS = (
    Author(login="mehriban82", name="Mehriban Quliyeva"),
    Author(login="redaktor", name="redaktor@old.example"),
    Author(login="kamran@old.example", name=""),
    Author(login="zz", name="Yazı\n# = 1"),
)


def a_story(
    *categories: str,
    tags: Iterable[str] = (),
    kind: str = "post",
    creator: str = "mehriban82",
    slug: str = "",
    post_format: str = "",
) -> Item:
    uses = [TermUse(taxonomy="category", slug=category) for category in categories]
    uses += [TermUse(taxonomy="post_tag", slug=tag) for tag in tags]
    uses += [TermUse(taxonomy="post_format", slug=f"post-format-{post_format}")] if post_format else []
    return Item(number=1, kind=kind, state="public", creator=creator, slug=slug, terms=tuple(uses))


class Archive:
    def __init__(self) -> None:
        self.terms = Terms()
        self.counts = Counts()
        for term in TERMS:
            self.terms.learn(term)
        self.add(9, "az", a_story("xeberler", tags=["seki"]))
        self.add(4, "fa", a_story("xeberler-fa", creator="redaktor"))
        self.add(3, "az", a_story("xeberler", "iqtisad"))
        self.add(5, "az", a_story("kose-yazisi", "manset", tags=["bayanat"]))
        self.add(3, "fa", a_story("سیاست"))
        self.add(1, "az", a_story("xeberler", "kose-yazisi"))
        self.add(1, "tr", a_story("nadir", tags=["once"]))
        self.add(1, "en", a_story("uncategorized", creator="kamran@old.example"))
        self.add(1, "az", a_story(kind="page"))

    def add(self, times: int, language: str, item: Item) -> None:
        for _ in range(times):
            self.counts.count(item, language, self.terms)

    @property
    def default(self) -> Map:
        return default_map(AUTHORS, self.terms, self.counts)

    @property
    def draft(self) -> str:
        return draft_map(AUTHORS, self.terms, self.counts)

    def plan(self, rules: Map | None = None) -> Plan:
        return make_plan(rules or self.default, self.default, self.terms)


def read(text: str, folder: Path) -> Map:
    file = folder / "map.toml"
    file.write_text(cleandoc(text), encoding="utf-8")
    return read_map(file)
