"""What categories are usually called, in five languages: for their names in the others, and for the kinds of stories.

Add a row where a usual name is missing. A row has one cell for each language, in the order az, azb, fa, tr, en; the first of
several names in a cell is the one that the paper gets, the others are only understood.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from araz.importers.wordpress.mapping.rules import ABOUT, MISCELLANY, NEWSROOM, Words
from araz.language.folding import fold
from araz.language.table import LANGUAGE_CODES

_ROWS: Final = {
    NEWSROOM: "Redaksiya | تحریریه | تحریریه | Haber merkezi | Newsroom",
    MISCELLANY: "Müxtəlif; Digər; Ümumi; Kateqoriyasız | چئشیدلی; بؤلمه‌سیز | گوناگون; متفرقه; دسته‌بندی نشده; بدون دسته; دسته‌بندی‌نشده "
    "| Çeşitli; Genel; Kategorisiz; Diğer | Miscellany; Uncategorized; Uncategorised; Other; General; Unfiled",
    ABOUT: "Haqqımızda | بیزیم حاقدا | درباره ما | Hakkımızda | About us; About; Pages",
    "opinion": "Fikir; Rəy; Köşə; Köşə yazısı; Köşə yazıları; Şərh; Publisistika | گؤروش; باخیش; فیکیر | دیدگاه; یادداشت; نظر; نگاه; سرمقاله; یادداشت‌ها "
    "| Görüş; Köşe yazıları; Köşe; Yorum; Yazarlar | Opinion; Opinions; Comment; Column; Columns; Editorial; Editorials; Op-ed",
    "analysis": "Təhlil; Analiz; Analitika; Təhlillər | تحلیل; آراشدیرما و تحلیل | تحلیل; تحلیل‌ها; تحلیل و بررسی | Analiz; Analizler; İnceleme | Analysis; Analyses; Analytics",
    "research": "Araşdırma; Tədqiqat; Araşdırmalar; Məqalələr | آراشدیرما; آراشدیرمالار | پژوهش; پژوهش‌ها; تحقیق; تحقیقات | Araştırma; Araştırmalar | Research; Studies; Papers",
    "statement": "Bəyanat; Bəyanatlar; Bəyannamə; Açıqlama; Açıqlamalar | بیانات; بیاننامه; بیلدیری | بیانیه; بیانیه‌ها; اعلامیه; قطعنامه "
    "| Bildiri; Bildiriler; Açıklama; Açıklamalar; Basın açıklaması | Statement; Statements; Declaration; Declarations; Press releases; Press release; Resolutions",
    "announcement": "Elan; Elanlar; Duyuru | ائعلان; اعلان; دویورو | اطلاعیه; اطلاعیه‌ها; فراخوان; آگهی | Duyuru; Duyurular; İlan; İlanlar "
    "| Announcement; Announcements; Notice; Notices; Events; Calls",
    "news": "Xəbərlər; Xəbər; Gündəm | خبرلر; خبر; گوندم | خبرها; اخبار; خبر | Haberler; Haber; Gündem | News",
    "politics": "Siyasət | سیاست; سیاسی | سیاست; سیاسی | Siyaset; Politika | Politics",
    "society": "Cəmiyyət; Sosial | توپلوم; جمعیت; ایجتیماعی | جامعه; اجتماعی | Toplum | Society",
    "economy": "İqtisadiyyat | اقتصاد; ایقتیصاد | اقتصاد; اقتصادی | Ekonomi | Economy; Business",
    "culture": "Mədəniyyət | مدنیت; کولتور | فرهنگ; فرهنگی; فرهنگ و هنر | Kültür; Kültür sanat | Culture",
    "history": "Tarix | تاریخ | تاریخ | Tarih | History",
    "literature": "Ədəbiyyat | ادبیات | ادبیات | Edebiyat | Literature",
    "language": "Ana dili; Dil | آنا دیلی; دیل | زبان مادری; زبان | Anadil; Dil | Language; Mother tongue",
    "rights": "İnsan hüquqları; Hüquq | اینسان حاقلاری; حقوق بشر | حقوق بشر; حقوق | İnsan hakları | Human rights; Rights",
    "women": "Qadınlar; Qadın | قادینلار; قادین | زنان | Kadın; Kadınlar | Women",
    "environment": "Ətraf mühit; Ekologiya | چئوره; محیط زیست | محیط زیست | Çevre | Environment",
    "world": "Dünya | دونیا | جهان; بین‌الملل | Dünya | World; International",
    "sport": "İdman | ایدمان; ورزش | ورزش; ورزشی | Spor | Sport; Sports",
    "interviews": "Müsahibə; Müsahibələr; Söhbət | موصاحیبه; دانیشیق | گفت‌وگو; گفتگو; مصاحبه | Söyleşi; Röportaj | Interviews; Interview",
    "reports": "Reportaj; Hesabat | گزاریش; راپورت | گزارش; گزارش‌ها | Rapor; Haber dosyası | Reports; Report",
    "education": "Təhsil | ائیتیم; تحصیل | آموزش | Eğitim | Education",
    "health": "Sağlamlıq; Səhiyyə | ساغلیق; ساغلاملیق | سلامت; بهداشت | Sağlık | Health",
    "video": "Video | ویدئو | ویدئو; ویدیو | Video | Video; Videos",
    "pictures": "Foto; Fotolar | شکیل; عکس | عکس; گزارش تصویری | Fotoğraf; Foto | Photos; Pictures; Gallery",
}
KINDS_BY_NAME: Final = ("opinion", "analysis", "research", "statement", "announcement")
# What themes use to place stories on a front page: it says nothing about them.
_OF_THEMES: Final = "Featured; Slider; Slideshow; Headline; Headlines; Homepage; Front page; Breaking; Manşet; Öne çıkanlar; Önə çıxan; Slayt; ویژه; اسلایدر; صفحه اول; مانشت"


def names_of(concept: str) -> Words:
    """Return what a usual thing is called in each language."""
    return {language: names[0] for language, names in _cells(concept)}


def concept_of(*names: str) -> str:
    """Return which usual thing one of these names means; empty if none."""
    known = _concepts()
    return next((known[folded] for name in names if (folded := _folded(name)) in known), "")


def is_of_a_theme(*names: str) -> bool:
    return any(_folded(name) in _theme_names() for name in names)


def _cells(concept: str) -> Iterator[tuple[str, list[str]]]:
    for language, cell in zip(LANGUAGE_CODES, _ROWS[concept].split("|"), strict=True):
        yield language, [name.strip() for name in cell.split(";")]


@lru_cache(maxsize=1)
def _concepts() -> dict[str, str]:
    known: dict[str, str] = {}
    for concept in _ROWS:
        for _, names in _cells(concept):
            for name in names:
                known.setdefault(_folded(name), concept)
    return known


@lru_cache(maxsize=1)
def _theme_names() -> frozenset[str]:
    return frozenset(_folded(name) for name in _OF_THEMES.split(";"))


def _folded(name: str) -> str:
    return " ".join(fold(name.replace("-", " ").replace("_", " ")).split())
