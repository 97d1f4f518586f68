"""Prose by chance from real words: stems with the endings of their language, frequent ones often, as in a newspaper.

It means nothing. It is there so that a search has to find what somebody wrote among much that looks alike.
"""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from random import Random

from araz.language.case import capitalize_first

NOUNS = {
    "az": "kitab müəllim şagird məktəb şəhər kənd göl çay dağ meşə bağ bağça ağac alma armud üzüm nar buğda çörək süd qoyun at quş "
    "leylək balıq arı pişik külək yağış qar günəş ulduz torpaq yol körpü küçə ev qapı pəncərə bazar dükan qonşu uşaq ana ata "
    "nənə baba gənc qoca dost qonaq toy bayram nağıl şeir mahnı saz xalça naxış iplik iynə usta dülgər əkinçi çoban sürücü həkim "
    "xəstə dərman xəstəxana teatr tamaşa rəssam rəsm sərgi muzey qəzet xəbər yazı söz dil əlifba səhifə dəftər qələm sual cavab "
    "il ay həftə gün saat səhər axşam gecə yaz yay payız qış istilik soyuq od su duz bulaq quyu kəhriz arx dəyirman zəmi məhsul "
    "iş işçi fəhlə zavod fabrik maşın avtobus qatar təyyarə gəmi liman sərhəd ölkə dövlət qanun məhkəmə hüquq seçki səs nümayəndə "
    "iclas qərar layihə büdcə pul qiymət vergi bank borc kömək cəmiyyət üzv könüllü idman oyun oyunçu məşqçi meydan qələbə",
    "tr": "kitap öğretmen öğrenci okul şehir köy göl ırmak dağ orman bahçe ağaç elma armut üzüm nar buğday ekmek süt koyun at kuş "
    "leylek balık arı kedi rüzgâr yağmur kar güneş yıldız toprak yol köprü sokak ev kapı pencere pazar dükkân komşu çocuk anne "
    "baba nine dede genç dost konuk düğün bayram masal şiir şarkı saz halı nakış iplik iğne usta marangoz çiftçi çoban sürücü "
    "hekim hasta ilaç hastane tiyatro oyun ressam resim sergi müze gazete haber yazı söz dil alfabe sayfa defter kalem soru cevap "
    "yıl ay hafta gün saat sabah akşam gece bahar yaz güz kış sıcak soğuk ateş su tuz pınar kuyu değirmen tarla ürün iş işçi "
    "fabrika makine otobüs tren uçak gemi liman sınır ülke devlet yasa mahkeme hak seçim ses temsilci toplantı karar tasarı bütçe "
    "para fiyat vergi banka borç yardım dernek üye gönüllü spor oyuncu antrenör alan zafer takım belediye başkan",
    "azb": "کیتاب معلیم شاگیرد مکتب شهر کند گؤل چای داغ مئشه باغ آغاج آلما آرمود اوزوم نار بوغدا چؤرک سود قویون آت قوش لئیلک بالیق "
    "آری پیشیک یئل یاغیش قار گونش اولدوز تورپاق یول کؤرپو کوچه ائو قاپی پنجره بازار دوکان قونشو اوشاق آنا آتا ننه بابا گنج قوجا "
    "دوست قوناق توی بایرام ناغیل شعر ماهنی ساز خالچا ناخیش ایپلیک ایینه اوستا دولگر اکینچی چوبان سوروجو حکیم خسته درمان "
    "خسته‌خانا تئاتر تاماشا رسام رسم سرگی موزه قزئت خبر یازی سؤز دیل الیفبا صحیفه دفتر قلم سوال جواب ایل آی هفته گون ساعات سحر "
    "آخشام گئجه یاز یای پاییز قیش ایستیلیک سویوق اود سو دوز بولاق قویو کهریز آرخ دیرمان زمی محصول ایش ایشچی فهله زاوود ماشین "
    "اوتوبوس قاتار اوچاق گمی لیمان سرحد اؤلکه دؤلت قانون محکمه حوقوق سئچکی سس نماینده ایجلاس قرار لاییحه بودجه پول قیمت وئرگی "
    "بانک بورج کؤمک جمعیت عضو کؤنوللو ایدمان اویون اویونچو میدان غلبه",
    "fa": "کتاب معلم شاگرد مدرسه شهر روستا دریاچه رود کوه جنگل باغ درخت سیب گلابی انگور انار گندم نان شیر گوسفند اسب پرنده لک‌لک "
    "ماهی زنبور گربه باد باران برف خورشید ستاره خاک راه پل خیابان خانه در پنجره بازار دکان همسایه کودک مادر پدر مادربزرگ "
    "پدربزرگ جوان دوست مهمان عروسی جشن قصه شعر ترانه ساز قالی نقش نخ سوزن استاد نجار کشاورز چوپان راننده پزشک بیمار دارو "
    "بیمارستان تئاتر نمایش نقاش نقاشی نمایشگاه موزه روزنامه خبر نوشته سخن زبان الفبا صفحه دفتر قلم پرسش پاسخ سال ماه هفته روز "
    "ساعت صبح عصر شب بهار تابستان پاییز زمستان گرما سرما آتش آب نمک چشمه چاه قنات جوی آسیاب مزرعه محصول کار کارگر کارخانه "
    "ماشین اتوبوس قطار هواپیما کشتی بندر مرز کشور دولت قانون دادگاه حق انتخابات رأی نماینده جلسه تصمیم طرح بودجه پول قیمت "
    "مالیات بانک بدهی کمک انجمن عضو داوطلب ورزش بازی بازیکن مربی میدان پیروزی",
    "en": "book teacher pupil school city village lake river mountain forest garden tree apple pear grape orchard wheat bread milk "
    "sheep horse bird stork fish bee cat wind rain snow sun star soil road bridge street house door window market shop neighbour "
    "child mother father grandmother grandfather youth friend guest wedding holiday tale poem song lute carpet pattern thread "
    "needle master carpenter farmer shepherd driver doctor patient medicine hospital theatre play painter painting exhibition "
    "museum newspaper report word language alphabet page notebook pencil question answer year month week day hour morning evening "
    "night spring summer autumn winter heat cold fire water salt well channel mill field harvest work worker factory machine bus "
    "train plane ship harbour border country state law court right election voice member meeting decision plan budget money price "
    "tax bank debt help society volunteer sport game player coach victory team mayor council",
}
OTHERS = {
    "az": "və bu bir üçün ilə də ki daha çox az yeni köhnə böyük kiçik uzun qısa gözəl təmiz açıq bağlı ilk son hər bütün sonra əvvəl "
    "amma ancaq çünki əgər dedi gəldi getdi gördü yazdı oxudu verdi aldı oldu edir olur gəlir bilir deyir isteyir başladı qurtardı "
    "indi dünən sabah burada orada belə necə niyə kim nə onlar biz siz mən sən özü haqqında arasında üzərində altında",
    "tr": "ve bu bir için ile de ki daha çok az yeni eski büyük küçük uzun kısa güzel temiz açık kapalı ilk son her bütün sonra önce "
    "ama ancak çünkü eğer dedi geldi gitti gördü yazdı okudu verdi aldı oldu ediyor oluyor geliyor biliyor diyor istiyor başladı "
    "bitti şimdi dün yarın burada orada böyle nasıl neden kim ne onlar biz siz ben sen kendi hakkında arasında üzerinde altında",
    "azb": "و بو بیر اوچون ایله ده کی داها چوخ آز یئنی کؤهنه بؤیوک کیچیک اوزون قیسا گؤزل تمیز آچیق باغلی ایلک سون هر بوتون سونرا "
    "اول آما آنجاق چونکی اگر دئدی گلدی گئتدی گؤردو یازدی اوخودو وئردی آلدی اولدو ائدیر اولور گلیر بیلیر دئییر ایسته‌ییر باشلادی "
    "ایندی دونن صاباح بورادا اورادا بئله نئجه نییه کیم نه اونلار بیز سیز من سن اؤزو حاقیندا آراسیندا اوزرینده آلتیندا",
    "fa": "و این یک برای با هم که بیشتر کم نو کهنه بزرگ کوچک بلند کوتاه زیبا پاک باز بسته نخست آخرین هر همه پس پیش اما ولی زیرا اگر "
    "گفت آمد رفت دید نوشت خواند داد گرفت شد می‌کند می‌شود می‌آید می‌داند می‌گوید می‌خواهد آغاز پایان اکنون دیروز فردا اینجا آنجا "
    "چنین چگونه چرا کسی چه آنها ما شما من تو خود درباره میان روی زیر است بود از به در را تا",
    "en": "the a of and to in is was for with that this it on as by at from new old large small long short fine clean open closed "
    "first last every all after before but because if said came went saw wrote read gave took became does knows wants began ended "
    "now yesterday tomorrow here there so how why who what they we you themselves about between above below many few more less",
}
# Endings by the last vowel of the stem: of those after front vowels and those after back ones.
_AZ_FRONT = "lər ləri lərin lərdə lərdən lərə də dən in ə imiz inin lərimiz lərimizin lərindən ində inə"
_AZ_BACK = "lar ları ların larda lardan lara da dan ın a ımız ının larımız larımızın larından ında ına"
_TR_FRONT = "ler leri lerin lerde lerden lere de den in e imiz inin lerimiz lerimizin lerinden inde ine"
_TR_BACK = "lar ları ların larda lardan lara da dan ın a ımız ının larımız larımızın larından ında ına"
ENDINGS = {
    "az": (_AZ_FRONT, _AZ_BACK),
    "tr": (_TR_FRONT, _TR_BACK),
    "azb": (
        "لر لری لرین لرده لردن ده دن ین ی ینده یندن لریمیز",
        "لار لاری لارین لاردا لاردان دا دان ین ی یندا یندان لاریمیز",
    ),
    "fa": (
        "ها \u200cها \u200cهای \u200cهایی ی \u200cمان \u200cشان",
        "ها \u200cها \u200cهای \u200cهایی ی \u200cمان \u200cشان",
    ),
    "en": ("s 's", "s 's"),
}
BACK_VOWELS = "aıouاآ"
VOWELS = BACK_VOWELS + "əeiöüئؤ"
SENTENCE = 12  # words


@cache
def _words(language: str) -> tuple[list[str], list[float]]:
    """All forms of all words, and how often each stands in a text: the nth about 1/n as often as the first."""
    front, back = (endings.split() for endings in ENDINGS[language])
    forms = OTHERS[language].split()
    forms += NOUNS[language].split()
    for at in range(max(len(front), len(back))):
        for noun in NOUNS[language].split():
            last = next((letter for letter in reversed(noun) if letter in VOWELS), "e")
            endings = back if last in BACK_VOWELS else front
            forms.append(noun + endings[at % len(endings)])
    forms = list(dict.fromkeys(forms))
    return forms, list(accumulate(1 / (rank + 8) for rank in range(len(forms))))


def words(chance: Random, language: str, count: int) -> list[str]:
    forms, weights = _words(language)
    return chance.choices(forms, cum_weights=weights, k=count)


def sentences(chance: Random, language: str, count: int) -> Iterator[str]:
    """Yield so many words in sentences."""
    while count > 0:
        one = words(chance, language, min(SENTENCE, count))
        yield capitalize_first(" ".join(one), language) + "."
        count -= len(one)
