"""Common words whose vowels the Arabic script does not show, as addresses spell them. Add a word where a slug reads badly.

Keys are written plainly: no vowel marks, و for ۆ ۇ, ی for ؽ.
"""

from typing import Final


def _pairs(rows: str) -> dict[str, str]:
    words = rows.split()
    return dict(zip(words[::2], words[1::2], strict=True))


AZB_WORDS: Final = _pairs("""
و ve    بیر bir    بو bu    او o    ایله ile    اوچون ucun    کیمی kimi    داها daha    چوخ cox    یوخ yox    وار var
اوز uz    سوز soz    گول gul    یول yol    سون son    اون on    اوت ot    اود od    قول qol    قوی qoy    دوست dost
دوغو dogu    دوغرو dogru    بوش bos    بول bol    دولو dolu    سول sol    ساغ sag    تورپاق torpaq    یورقون yorgun
اورتا orta    اوردا orda    اولدو oldu    اولان olan    اولور olur    اولاجاق olacaq    اولموش olmus    اولماق olmaq
اوخو oxu    اوخودو oxudu    اوخویور oxuyur    اوخوجو oxucu    اوغلان oglan    اوغول ogul    اوخول oxul    قوناق qonaq
قونشو qonsu    قورو qoru    قورویان qoruyan    قورخو qorxu    قویون qoyun    بورج borc    توی toy    توپ top    قودورغان qodurgan
یوخسا yoxsa    یولچو yolcu    سورو soru    سوروشدو sorusdu    سونرا sonra    اوتوبوس otobus    موتور motor    فوتبول futbol
آذربایجان azerbaycan    آذربایجانی azerbaycani    تبریز tebriz    اورمو urmu    اورمیه urmiye    مراغه maraga    اردبیل erdebil
زنجان zencan    خوی xoy    ماکو maku    سراب serab    اهر eher    مرند merend    میانا miyana    میاندوآب miyandoab
سلماس salmas    نقده negede    تهران tehran    باکی baki    گنجه gence    نخجوان naxcivan    قاراباغ qarabag    آراز araz
تورکیه turkiye    ایران iran    عراق iraq    روسیه rusiya    آلمان almaniya    تورک turk    تورکجه turkce    فارسجا farsca
خبر xeber    خبرلر xeberler    مدنیت medeniyyet    طبیعت tebiet    مکتب mekteb    کند kend    شهر seher    کوچه kuce
کتاب kitab    کیتاب kitab    کیتابخانا kitabxana    کتابخانا kitabxana    کتابخانه kitabxana    معلم muellim    معلیم muellim
مویللیم muellim    شاگیرد sagird    شاگرد sagird    درس ders    دفتر defter    قلم qelem    صحیفه sehife    صفحه sehife
سس ses    حیات heyat    حیط heyet    جواب cavab    سوال sual    سؤال sual    ساعات saat    ساعت saat    گون gun    هفته hefte
جمعه cume    شنبه senbe    عکس eks    شکیل sekil    شکل sekil    رنگ reng    رنگلی rengli    قیرمیزی qirmizi    سئل sel
حکایه hekaye    شعر seir    شعیر seir    شاعیر sair    شاعر sair    عاشیق asiq    عاشق asiq    علم elm    عالیم alim    عمل emel
عصر esr    عائله aile    عایله aile    عربجه erebce    علی eli    محمد mehemmed    حسین huseyn    حسن hesen    صمد semed
قیش qis    یاز yaz    پاییز payiz    یای yay    قار qar    یاغیش yagis    چای cay    داغ dag    دنیز deniz    گؤل gol    سو su
آغاج agac    آلما alma    باغ bag    قوش qus    لئیلک leylek    آری ari    پتک petek    بال bal    خالچا xalca    ساز saz
کؤرپو korpu    دییرمان deyirman    قوواق qovaq    جویز ceviz    مکتوب mektub    بلدیه belediyye    سیاست siyaset    مدرسه medrese
جماعت camaat    خلق xalq    حق haqq    حقوق huquq    قانون qanun    دولت dovlet    مجلیس meclis    انسان insan    ایش is    ایل il
بیانات beyanat    بیانیه beyaniyye    رای rey    رایلر reyler    موغام mugam    موسیقی musiqi    موزئی muzey    تاریخ tarix
زمان zaman    دونیا dunya    زنگ zeng    صبح subh    سحر seher    آخشام axsam    گئجه gece    گئنه gene    هامی hami    همیشه hemise
بوتون butun    بوگون bugun    صاباح sabah    دونن dunen    ایکی iki    اوچ uc    دورد dord    بئش bes    آلتی alti    یئددی yeddi
سککیز sekkiz    دوققوز doqquz    ییرمی yirmi    یوز yuz    مین min    ایلک ilk    یئنی yeni    تازا taza    کؤهنه kohne
بویوک boyuk    بؤیوک boyuk    کیچیک kicik    گؤزل gozel    یاخشی yaxsi    پیس pis    هاوا hava    حاققیندا haqqinda    اوزره uzre
""")

FA_WORDS: Final = _pairs("""
و va    از az    به be    در dar    با ba    را ra    که ke    این in    آن an    یک yek    دو do    سه se    بر bar    تا ta
برای baraye    است ast    شد shod    شده shode    بود bud    کرد kard    کند konad    کنند konand    شود shavad    دارد darad
گفت goft    ما ma    او u    آنها anha    همه hame    هر har    هیچ hich    خود khod    چه che    چند chand    پس pas    اگر agar
تو to    من man    نو no    اول avval    دوم dovom    سوم sevom    آخر akhar    بزرگ bozorg    کوچک kuchak    خوب khub    بد bad
کتاب ketab    کتابخانه ketabkhane    خانه khane    شب shab    روز ruz    سال sal    ماه mah    هفته hafte    صبح sobh    امروز emruz
دیروز diruz    فردا farda    شهر shahr    روستا rusta    ده deh    راه rah    پل pol    رود rud    رودخانه rudkhane    دریا darya
دریاچه daryache    کوه kuh    برف barf    باران baran    هوا hava    آب ab    خاک khak    باد bad    درخت derakht    سیب sib    باغ bagh
گل gol    پرنده parande    لک laklak    زنبور zanbur    عسل asal    قالی qali    فرش farsh    مدرسه madrese    معلم moallem    درس dars
دانش danesh    آموز amuz    آموزش amuzesh    فرهنگ farhang    هنر honar    شعر sher    شاعر shaer    موسیقی musiqi    ساز saz
خبر khabar    خبرنگار khabarnegar    روزنامه ruzname    مجله majalle    نشریه nashriye    بیانیه bayaniye    نظر nazar    مردم mardom
زن zan    مرد mard    کودک kudak    پدر pedar    مادر madar    دوست dust    زندگی zendegi    آزادی azadi    عدالت edalat    حقوق hoquq
حق haq    قانون qanun    دولت dowlat    مجلس majles    کشور keshvar    ملت mellat    جهان jahan    ایران iran    تهران tehran
تبریز tabriz    ارومیه orumiye    اردبیل ardabil    زنجان zanjan    مراغه maraghe    آذربایجان azarbayjan    ترکیه torkiye    عراق eraq
فارسی farsi    ترکی torki    زبان zaban    نخستین nokhostin    تازه taze    جدید jadid    قدیمی qadimi    سفید sefid    سیاه siyah
سرخ sorkh    سبز sabz    زرد zard    آبی abi    بهار bahar    تابستان tabestan    پاییز paiz    زمستان zemestan    گزارش gozaresh
پژوهش pazhuhesh    گفتگو goftogu    اتوبوس otobus    پنجره panjere    مرغ morgh    مسئول masul    رئیس rais    ساعت saat
پنج panj    شش shesh    هفت haft    هشت hasht    نه noh    صد sad    هزار hezar    درباره darbare    بدون bedun    پیش pish
""")

# Endings whose vowel is not written, or that would be read wrongly on their own.
AZB_ENDINGS: Final = _pairs(
    """
لر ler    دن den    ده de    ه e    نه ne    یه ye    له le    جه ce    مز mez    سن sen    م m    یر yer    ک k
لار lar    دان dan    دا da    ا a    نا na    یا ya    لا la    جا ca
ی i    و u    ین in    ون un    نین nin    نون nun    نی ni    نو nu    سی si    سو su    یی yi    یو yu    سین sin    سون sun
لی li    لو lu    لیک lik    لوک luk    لیق liq    لوق luq    لیغ lig    لوغ lug    سیز siz    سوز suz    چی ci    چو cu    جی ci    جو cu
دیر dir    دور dur    دی di    دو du    میش mis    موش mus    میز miz    موز muz    نیز niz    داکی daki    ده‌کی deki    کی ki
""".replace("\u200c", "")
)
FA_ENDINGS: Final = _pairs(
    "ها ha    های haye    ی i    ان an    ای i    تر tar    ترین tarin    یی i    م am    ش ash    هایی hai"
)
