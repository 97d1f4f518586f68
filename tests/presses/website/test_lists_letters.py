"""Every letter of the five languages is drawn by a font of ours, in every place of a word."""

from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

# South Azerbaijani and Persian, with the vowels and marks by which writers differ
LETTERS: Final = (
    "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی ؤ ۆ ۇ ئ ؽ ە ۉ ې ێ ۏ ۋ ڭ ݣ ڲ ۄ ۅ ھ أ إ ء ۀ ي ك ة ى"
).split()
MARKS: Final = (
    "\u064b \u064c \u064d \u064e \u064f \u0650 \u0651 \u0652 \u0653 \u0654 \u0655 \u065a \u065b \u0670".split()
)
SIGNS: Final = "۰ ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ٪ ٫ ٬ ، ؛ ؟ « » – … ( ) : . ! / + − ×".split()
CONTROLS: Final = ("ن\u200cم", "ن\u200dم", "ن\u200fم", "ن\u2067م\u2069")
LATIN: Final = {
    "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z w",
    "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p r s ş t u ü v y z â î û",
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
}
LATIN_SIGNS: Final = "0 1 2 3 4 5 6 7 8 9 . , : ; ? ! ( ) « » “ ” ‘ ’ „ – — … № % & / ° · ×".split()

# A text asks for its files when it is laid out, and is laid out again when they are there, which may ask for others.
DRAWN: Final = """async () => {
  do {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    document.body.getBoundingClientRect();
  } while (document.fonts.status !== "loaded");
}"""


def drawn_by(page: Page, texts: list[str]) -> dict[str, set[str]]:
    """The families that draw each text in the page's reading font; those of the machine begin with `!`."""
    page.evaluate(
        "texts => document.querySelector('main').replaceChildren("
        "...texts.map(text => Object.assign(document.createElement('p'), {textContent: text})))",
        texts,
    )
    page.evaluate(DRAWN)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "main > p"})["nodeIds"]
    found = {}
    for text, node in zip(texts, nodes, strict=True):
        fonts: list[dict[str, Any]] = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        found[text] = {("" if font["isCustomFont"] else "!") + font["familyName"] for font in fonts}
    return found


@pytest.fixture
def open_page(chromium: Browser, tiny_tree: Path) -> Any:
    context = chromium.new_context()

    def open_it(language: str) -> Page:
        page = context.new_page()
        page.goto((tiny_tree / language / "archive.html").as_uri())
        return page

    yield open_it
    context.close()


@pytest.mark.parametrize("language", ["azb", "fa"])
def test_every_letter_of_the_arabic_script_is_drawn_by_our_fonts_alone_and_joined(open_page: Any, language: str):
    texts = [text for letter in LETTERS for text in (letter, f"ب{letter}", f"{letter}ب", f"ب{letter}ب")]
    texts += [f"ب{mark}" for mark in MARKS] + SIGNS + list(CONTROLS) + ["وْ", "يٛ"]
    found = drawn_by(open_page(language), texts)
    assert {text: fonts for text, fonts in found.items() if not fonts or any(font[0] == "!" for font in fonts)} == {}


@pytest.mark.parametrize("language", ["az", "tr", "en"])
def test_every_letter_of_the_latin_script_is_drawn_by_our_fonts(open_page: Any, language: str):
    small = LATIN[language].split()
    large = [letter.replace("i", "İ").replace("ı", "I") if language != "en" else letter for letter in small]
    texts = [*small, *(letter.upper() for letter in large), *LATIN_SIGNS]
    found = drawn_by(open_page(language), texts)
    assert {text: fonts for text, fonts in found.items() if not fonts or any(font[0] == "!" for font in fonts)} == {}


def test_three_rare_letters_cost_a_file_of_their_own_only_where_they_stand(open_page: Any):
    page = open_page("azb")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.reload()
    drawn_by(page, ["کند"])
    assert "naskh-letters.woff2" not in asked
    assert "Araz Naskh" in str(drawn_by(page, ["ڲ"]))


def test_names_from_other_latin_alphabets_are_drawn_by_our_fonts(open_page: Any):
    found = drawn_by(open_page("az"), ["Ágnes", "Łódź", "Dvořák", "Âşık", "Ångström", "Țepeș", "Žižek", "Þór"])
    assert {name for name, fonts in found.items() if any(font[0] == "!" for font in fonts)} == {"Țepeș"}, "U+0218-021B"


def test_a_letter_that_no_font_of_ours_has_is_told_apart(open_page: Any):
    """So the tests above can fail."""
    (fonts,) = drawn_by(open_page("azb"), ["Ж"]).values()
    assert not fonts or any(font.startswith("!") for font in fonts)
