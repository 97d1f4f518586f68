import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.importers.wordpress.detection import OTHER, Guess, language_of, script_of
from araz.language import LANGUAGE_CODES

SENTENCES = Path(__file__).parents[4] / "shared/data/language/sentences-5lang.dev.tsv"
CYRILLIC = Path(__file__).parents[4] / "shared/data/language/cyrl-latn-udhr.dev.tsv"

AZ = "Kitabxananın yeni binası dünən açıldı və ilk gün üç yüzdən çox oxucu qəbul etdi. Uşaqlar üçün ayrıca otaq var."
AZ_WITHOUT_ITS_LETTERS = (
    "Kitabxananin yeni binasi dunen acildi ve ilk gun uc yuzden cox oxucu qebul etdi. Usaqlar ucun ayrica otaq var."
)
AZ_ON_A_TURKISH_KEYBOARD = (
    "Kitabxananın yeni binası dünen açıldı ve ilk gün üç yüzden çox oxucu qebul etdi. Uşaqlar üçün otaq var."
)
AZ_CYRILLIC = "Китабханада үч јүздән чох охуҹу вар, ушаглар үчүн отаг ачылды."
AZB = "کیتابخانانین یئنی بیناسی دونن آچیلدی و ایلک گون اوچ یوزدن چوخ اوخوجو گلدی. اوشاقلار اوچون آیری اوتاق وار."
AZB_WITH_NEW_LETTERS = "اورمو گؤلۆنۆن سۇیۇ بۇ ایل آزالیب، کندلی‌لر چۆلده سۇسۇز قالیبلار و یئنی قۇیۇ قازیرلار."
AZB_WITH_PERSIAN_HABITS = "بو جلسه ده شهردار ددی کی بودجه نین چوخی مدرسه لره خرج اولوب و مردمن اعتراضی واردی."
FA = "ساختمان تازهٔ کتابخانه دیروز باز شد و در روز نخست بیش از سیصد خواننده به آن رفتند. برای کودکان اتاق جداگانه‌ای هست."
TR = "Kütüphanenin yeni binası dün açıldı ve ilk gün üç yüzden fazla okuyucu geldi. Çocuklar için ayrı bir oda var."
TR_WITHOUT_ITS_LETTERS = (
    "Kutuphanenin yeni binasi dun acildi ve ilk gun uc yuzden fazla okuyucu geldi. Cocuklar icin ayri bir oda var."
)
EN = "The new building of the library was opened yesterday, and more than three hundred readers came on its first day."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("az", AZ),
        ("az", AZ_CYRILLIC),
        ("az", AZ.upper()),
        ("az", AZ_ON_A_TURKISH_KEYBOARD),
        ("azb", AZB),
        ("azb", AZB_WITH_NEW_LETTERS),
        ("azb", AZB_WITH_PERSIAN_HABITS),
        ("azb", AZB.replace("ی", "ي").replace("ک", "ك")),
        ("fa", FA),
        ("fa", FA.replace("ی", "ي").replace("ک", "ك")),
        ("tr", TR),
        ("tr", TR_WITHOUT_ITS_LETTERS),
        ("en", EN),
        ("en", EN.upper()),
    ],
)
def test_a_few_sentences_are_enough_to_be_sure(language: str, text: str):
    guess = language_of(text)
    assert (guess.language, guess.is_sure) == (language, True)


def test_azerbaijani_that_lost_all_its_letters_is_still_told_from_turkish():
    assert language_of(AZ_WITHOUT_ITS_LETTERS).language == "az"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("az", "Seçki məntəqələri bağlandı"),
        ("azb", "سئچکی گونو باشلاندی"),
        ("fa", "گزارشی از یک روز در دادگاه"),
        ("tr", "Seçim günü için çağrı"),
        ("en", "What the court said about the law"),
    ],
)
def test_a_headline_alone_is_guessed(language: str, title: str):
    assert language_of(title).language == language


@pytest.mark.parametrize("text", ["", "   ", "2026", "<p></p>", "…!?", "🙂🙂"])
def test_nothing_to_read_gives_no_language(text: str):
    assert (language_of(text).language, language_of(text).is_sure) == (OTHER, False)


@pytest.mark.parametrize(
    "text",
    [
        "افتتحت أمس المكتبة الجديدة في المدينة، وقد جاء إليها أكثر من ثلاثمئة قارئ في اليوم الأول من هذا الأسبوع.",
        "شہر میں نئی لائبریری کل کھل گئی اور پہلے دن تین سو سے زیادہ لوگ یہاں کتابیں پڑھنے کے لیے آئے ہیں۔",
        "کتێبخانەی نوێی شار دوێنێ کرایەوە و لە یەکەم ڕۆژدا زیاتر لە سێ سەد خوێنەر هاتن بۆ ئەوێ.",
        "Die neue Bibliothek wurde gestern eröffnet, und am ersten Tag kamen mehr als dreihundert Leser in das Haus.",
        "La nouvelle bibliothèque a ouvert hier et plus de trois cents lecteurs sont venus dans la maison.",
        "Pirtûkxaneya nû ya bajêr duh vebû û di roja yekem de ji sê sed kesî zêdetir xwendevan hatin wê derê.",
        "Kirjasto avattiin eilen, ja ensimmäisenä päivänä sinne saapui yli kolmesataa lukijaa kaikkialta kaupungista.",
        "Новая библиотека открылась вчера, и в первый день пришло больше трёхсот читателей.",
        "Қаланың жаңа кітапханасы кеше ашылды, бірінші күні үш жүзден астам оқырман келді.",
        "图书馆昨天开放了，第一天来了三百多名读者。",
    ],
)
def test_a_language_that_is_not_the_papers_is_never_sure(text: str):
    assert (language_of(text).language, language_of(text).is_sure) == (OTHER, False)


def test_a_quotation_in_persian_does_not_make_the_story_persian():
    assert language_of(f"{AZB} «{FA}» {AZB_WITH_NEW_LETTERS} {AZB}").language == "azb"
    half = language_of(f"{AZB} {FA}")
    assert not half.is_sure
    assert {half.language, half.second} == {"azb", "fa"}


def test_markup_shortcodes_and_addresses_have_no_language():
    markup = '<!-- wp:paragraph {"align":"the and of to in is"} --><p class="the and of which that">'
    shortcode = '[caption id="the" width="and of to in is that for it as was with be by on not"]'
    assert language_of(f"{markup}{shortcode} https://the.and/of/to/in&nbsp;{AZB}</p>").language == "azb"
    assert language_of("<script>the and of to in is that for it as was with be by</script>") == Guess(
        OTHER, is_sure=False
    )


def test_a_story_whose_spaces_were_lost_is_guessed_by_what_words_are_made_of():
    assert language_of(AZB.replace(" ", "")).language == "azb"


def test_a_long_story_costs_no_more_than_its_head():
    story = " ".join([AZB, AZB_WITH_PERSIAN_HABITS] * 500)
    language_of(story)
    costs = []
    for _ in range(20):
        begun = time.process_time()
        language_of(story)
        costs.append(time.process_time() - begun)
    assert min(costs) < 0.002  # seconds; usually a sixth of that


@given(st.text())
def test_any_text_has_a_guess(text: str):
    assert language_of(text).language in {*LANGUAGE_CODES, OTHER}


def test_the_script_is_that_of_most_letters():
    assert script_of("تبریز Tabriz تبریز") == "arabic"
    assert script_of("") == ""
    assert script_of("图书馆") == "other"


def _sentences() -> Iterator[tuple[str, str]]:
    with SENTENCES.open(encoding="utf-8") as file:
        languages = file.readline().rstrip("\n").split("\t")
        for line in file:
            for language, sentence in zip(languages, line.rstrip("\n").split("\t"), strict=True):
                if language in LANGUAGE_CODES:
                    yield language, sentence


@pytest.mark.skipif(not SENTENCES.exists(), reason="the sentences in five languages are not beside the project")
def test_of_a_hundred_single_sentences_two_at_most_are_taken_for_another_language():
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    surely_wrong = 0
    for language, sentence in _sentences():
        guess = language_of(sentence)
        asked[language] += 1
        right[language] += guess.language == language
        surely_wrong += guess.is_sure and guess.language != language
    assert {language: right[language] / asked[language] >= 0.98 for language in asked} == dict.fromkeys(
        LANGUAGE_CODES, True
    )
    assert surely_wrong <= 0.001 * asked.total()


@pytest.mark.skipif(not CYRILLIC.exists(), reason="the pairs of Cyrillic and Latin are not beside the project")
def test_azerbaijani_in_cyrillic_is_known_once_it_has_a_letter_of_its_own():
    pairs = [line.split("\t") for line in CYRILLIC.read_text(encoding="utf-8").splitlines()[1:]]
    long = [cyrillic for cyrillic, _ in pairs if len(cyrillic) > 60]
    assert len(long) > 20
    assert {(guess.language, guess.is_sure) for guess in map(language_of, long)} == {("az", True)}
