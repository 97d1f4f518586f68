from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.importers.wordpress.export import Item, Site, Term, TermUse
from araz.importers.wordpress.findings import Finding
from araz.importers.wordpress.languages import Languages, Spoken
from araz.importers.wordpress.php_arrays import NotPhpArray, read_array
from araz.importers.wordpress.reading import read_export
from araz.importers.wordpress.terms import Terms, language_code

AZ = "Kitabxananın yeni binası dünən açıldı və ilk gün üç yüzdən çox oxucu qəbul etdi."
AZB = "کیتابخانانین یئنی بیناسی دونن آچیلدی و ایلک گون اوچ یوزدن چوخ اوخوجو گلدی."
FA = "ساختمان تازهٔ کتابخانه دیروز باز شد و در روز نخست بیش از سیصد خواننده به آن رفتند."
RU = "Новая библиотека открылась вчера, и в первый день пришло больше трёхсот читателей."

POLYLANG = (
    Term(taxonomy="language", slug="az", name="Azərbaycanca", description='a:2:{s:6:"locale";s:2:"az";s:3:"rtl";i:0;}'),
    Term(taxonomy="language", slug="gueney", name="تۆرکجه", description='a:2:{s:6:"locale";s:3:"azb";s:3:"rtl";i:1;}'),
    Term(taxonomy="language", slug="ru", name="Русский", description='a:1:{s:6:"locale";s:5:"ru_RU";}'),
    Term(taxonomy="post_translations", slug="pll_5f", description='a:2:{s:2:"az";i:12;s:6:"gueney";i:34;}'),
    Term(taxonomy="category", slug="xeberler", name="Xəbərlər", number=5),
    Term(taxonomy="category", slug="xeberler-gueney", name="خبرلر", number=9),
    Term(taxonomy="term_translations", slug="pll_6a", description='a:2:{s:2:"az";i:5;s:6:"gueney";i:9;}'),
)


class Asked:
    def __init__(
        self, *terms: Term, by_category: Mapping[str, str] | None = None, others: str = "", site: str = ""
    ) -> None:
        self.findings: list[Finding] = []
        self.terms = Terms()
        self.languages = Languages(self.terms, by_category or {}, others)
        self.languages.learn(Site(language=site))
        for term in terms:
            self.terms.learn(term)
            self.languages.learn(term)

    def of(self, content: str, number: int = 1, uses: tuple[TermUse, ...] = (), link: str = "", **meta: str) -> Spoken:
        item = Item(
            number=number, kind="post", state="public", content=content, terms=uses, link=link, meta=meta, line=7
        )
        return self.languages.of(item, self.findings.append)


def test_the_language_that_polylang_says_is_taken_by_its_locale():
    asked = Asked(*POLYLANG)
    spoken = asked.of(AZB, uses=(TermUse(taxonomy="language", slug="gueney"),))
    assert (spoken.language, spoken.is_sure, asked.findings) == ("azb", True, [])


def test_polylangs_translations_share_a_group():
    asked = Asked(*POLYLANG)
    use = TermUse(taxonomy="post_translations", slug="pll_5f")
    first = asked.of(AZ, 12, (TermUse(taxonomy="language", slug="az"), use))
    second = asked.of(AZB, 34, (TermUse(taxonomy="language", slug="gueney"), use))
    assert first.group == second.group != asked.of(AZ, 13).group


def test_numbers_that_polylang_keeps_serve_where_items_lost_their_terms():
    asked = Asked(*POLYLANG)
    first, second = asked.of("2026", 12), asked.of("2026", 34)
    assert (first.language, second.language) == ("az", "azb")
    assert first.group == second.group


def test_two_items_of_one_language_are_never_one_group():
    asked = Asked(*POLYLANG)
    use = TermUse(taxonomy="post_translations", slug="pll_5f")
    groups = [asked.of(AZ, number, (use,)).group for number in (20, 21, 20)]
    assert groups[0] == groups[2] != groups[1]


def test_the_language_and_group_of_wpmls_own_export_are_taken():
    asked = Asked()
    first = asked.of(AZ, 1, _wpml_import_language_code="az", _wpml_import_translation_group="77")
    second = asked.of(FA, 2, _wpml_import_language_code="fa", _wpml_import_translation_group="77")
    assert (first.language, second.language) == ("az", "fa")
    assert first.group == second.group


def test_a_copy_by_wpml_joins_its_original_when_it_was_translated():
    asked = Asked()
    original = asked.of(AZ, 40)
    assert asked.of(FA, 41, _icl_lang_duplicate_of="40").group == original.group
    assert asked.of(AZ, 42, _icl_lang_duplicate_of="40").group == "post-42"
    assert asked.of(AZ, 43, _icl_lang_duplicate_of="'; drop").group == "post-43"


@pytest.mark.parametrize(
    ("link", "language"),
    [
        ("https://old.example/fa/2019/05/x/", "fa"),
        ("https://old.example/2019/05/x/?lang=tr", "tr"),
        ("https://old.example/az-arab/x/", "azb"),
        ("https://old.example/tribune/x/", "en"),
        ("https://[broken/fa/", "en"),
    ],
)
def test_an_address_tells_the_language_of_a_text_that_does_not(link: str, language: str):
    assert Asked(site="en-US").of("2026", link=link).language == language


def test_azerbaijani_goes_by_its_script_since_plugins_know_only_one():
    asked = Asked(*POLYLANG)
    assert asked.of(AZB, uses=(TermUse(taxonomy="language", slug="az"),)).language == "azb"
    assert asked.findings == []


def test_the_map_goes_before_everything():
    asked = Asked(
        *POLYLANG,
        Term(taxonomy="category", slug="farsca", parent="xeberler"),
        by_category={"xeberler/farsca": "fa"},
    )
    uses = (TermUse(taxonomy="language", slug="az"), TermUse(taxonomy="category", slug="Farsca"))
    assert asked.of("2026", uses=uses).language == "fa"


def test_a_text_that_reads_otherwise_than_it_is_said_is_told_and_not_changed():
    asked = Asked(*POLYLANG)
    spoken = asked.of(FA, uses=(TermUse(taxonomy="language", slug="gueney"),), number=3)
    assert spoken == Spoken(language="azb", group="post-3", is_sure=False)
    told = "The export says South Azerbaijani, but the text reads as Persian."
    assert asked.findings == [Finding(kind="doubtful", what=told, line=7, item=3)]


@pytest.mark.parametrize(
    ("text", "site", "language", "told"),
    [
        ("زلزله", "azb", "azb", "Its language could not be told. It was brought over as South Azerbaijani."),
        ("زلزله", "az", "fa", "Its language could not be told. It was brought over as Persian."),
        ("", "", "en", "Its language could not be told. It was brought over as English."),
        (f"{AZB} {FA}", "", "azb", "It was taken for South Azerbaijani; it may be Persian."),
    ],
)
def test_what_can_not_be_told_goes_by_the_site_and_is_doubtful(text: str, site: str, language: str, told: str):
    asked = Asked(site=site)
    assert asked.of(text).language == language
    assert [finding.what for finding in asked.findings] == [told]


@pytest.mark.parametrize(("text", "site"), [("", "tr"), ("2026", "az"), ("Hər ev", "az"), ("The court", "en-US")])
def test_a_few_words_in_the_sites_language_or_none_are_not_doubtful(text: str, site: str):
    asked = Asked(site=site)
    assert asked.of(text).language == language_code(site)
    assert asked.findings == []


def test_a_sixth_language_is_told_and_goes_where_the_map_says():
    uses = (TermUse(taxonomy="language", slug="ru"),)
    asked = Asked(*POLYLANG, others="tr")
    assert asked.of(RU, uses=uses).language == "tr"
    assert asked.findings[0].what == (
        "The export calls its language “ru”, which the paper does not have. It was brought over as Turkish."
    )


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("az_AZ", "az"),
        ("az-Arab", "azb"),
        ("fa-IR", "fa"),
        ("en_GB", "en"),
        ("EN", "en"),
        ("tr", "tr"),
        ("ru_RU", ""),
        ("", ""),
        ("enko", ""),
    ],
)
def test_codes_of_others_become_ours(said: str, code: str):
    assert language_code(said) == code


def test_categories_have_paths_and_circles_end():
    terms = Terms()
    for slug, parent in (("a", ""), ("b", "a"), ("c", "b"), ("x", "y"), ("y", "x"), ("%d8%a2", "")):
        terms.learn(Term(taxonomy="category", slug=slug, parent=parent))
    assert terms.path("c") == "a/b/c"
    assert terms.path("x") == "y/x"
    assert terms.path("never declared") == "never declared"
    assert "آ" in terms.declared("category")


def test_categories_that_are_one_in_several_languages_are_found_by_their_numbers():
    asked = Asked(*POLYLANG)
    assert list(asked.terms.translations("category")) == [{"az": "xeberler", "azb": "xeberler-gueney"}]


def test_an_export_of_polylang_is_understood_as_it_is_read(tmp_path: Path):
    file = tmp_path / "export.xml"
    file.write_text(
        """<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
        <wp:wxr_version>1.2</wp:wxr_version>
        <wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>xeberler</wp:category_nicename>
        <wp:cat_name>Xəbərlər</wp:cat_name></wp:category>
        <wp:category><wp:term_id>9</wp:term_id><wp:category_nicename>akhbar</wp:category_nicename>
        <wp:cat_name>اخبار</wp:cat_name></wp:category>
        <wp:term><wp:term_taxonomy>term_translations</wp:term_taxonomy><wp:term_slug>pll_6a</wp:term_slug>
        <wp:term_description><![CDATA[a:2:{s:2:"az";i:5;s:2:"fa";i:9;}]]></wp:term_description></wp:term>
        <item><title>Qar</title><wp:post_id>12</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
        <category domain="language" nicename="az">Azərbaycanca</category>
        <category domain="post_translations" nicename="pll_5f">pll_5f</category></item>
        <item><title>برف</title><wp:post_id>34</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
        <category domain="language" nicename="fa">فارسی</category>
        <category domain="post_translations" nicename="pll_5f">pll_5f</category></item>
        </channel></rss>""",
        encoding="utf-8",
    )
    asked = Asked()
    spoken = []
    for entry in read_export([file], asked.findings.append):
        asked.languages.learn(entry)
        if isinstance(entry, Term):
            asked.terms.learn(entry)
        if isinstance(entry, Item):
            spoken.append(asked.languages.of(entry, asked.findings.append))
    assert list(asked.terms.translations("category")) == [{"az": "xeberler", "fa": "akhbar"}]
    assert [told.language for told in spoken] == ["az", "fa"]
    assert len({told.group for told in spoken}) == 1


def test_php_arrays_of_arrays_and_letters_of_several_bytes_are_read():
    text = 'a:3:{i:0;s:4:"گل";s:1:"b";a:1:{s:1:"c";b:1;}s:1:"d";d:0.5;}'
    assert read_array(text) == {"0": "گل", "b": {"c": 1}, "d": "0.5"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a:1:{",
        'O:8:"stdClass":0:{}',
        'a:1:{i:0;O:8:"stdClass":0:{}}',
        'a:1:{s:900:"a";i:1;}',
        'a:1:{s:-5:"a";i:1;}',
        "a:999999999:{}",
        "a:-1:{}",
        "i:5;",
        "a:0:{}a:0:{}",
        "a:1:{i:0;" * 9 + "}" * 9,
        "a:1:{a:0:{}i:1;}",
        "a:0:{}" + " " * 70_000 + "x",
    ],
)
def test_what_is_no_plain_array_is_refused(text: str):
    with pytest.raises(NotPhpArray):
        read_array(text)


@given(st.text(alphabet='aisNbd:;{}"-0123456789O', max_size=60))
def test_no_text_breaks_the_reader_of_arrays(text: str):
    try:
        assert isinstance(read_array(text), dict)
    except NotPhpArray:
        assert not text.startswith("a:0:{}") or text != "a:0:{}"
