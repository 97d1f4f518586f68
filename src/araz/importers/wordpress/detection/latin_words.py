"""What gives a language in Latin script away. Add a word where a text was taken for another language.

Words are the small ones and those of the news, in lower case. A word may stand in several lists: then it tells those
languages from the others. Words count without their marks too, for texts that were typed on a foreign keyboard.
"""

from typing import Final

WORDS: Final = {
    "az": """
və üçün ilə bir bu o da də ki kimi daha çox az yox var deyil olan olub oldu olaraq olunur olunan olmuş olacaq olsa olar isə
ən hər heç hansı həm ya amma lakin çünki əgər necə nə niyə kim biz siz mən sən onlar onun onu ona bunun bunu buna öz özü
özünü sonra əvvəl qədər görə haqqında barədə barəsində tərəfindən arasında qarşı üzrə üzərində altında içində vasitəsilə
etdi edir edən edib edilib edilən edildi etmək etmişdir edərək etməyə dedi deyib bildirib qeyd yeni ilk son birinci ildə il
ilin gün günü bugün dünən saat həftə ay böyük kiçik yaxşı mümkün lazım bütün digər başqa belə artıq hələ yalnız təkcə
ölkə ölkənin dövlət azərbaycan azərbaycanın azərbaycanda bakı təbriz insan insanlar xalq millət hüquq hüquqları seçki
xəbər xəbərlər məhkəmə polis qadın uşaq uşaqlar məktəb dil dili ana söz səhifə istifadə axtar geri yüklə göstər gizlət
şəkil adı ad yaz oxu etmə olmaq oldu olmadı üzv qrup məlumat keçirilib keçirildi başlayıb baş verib aid dair haqda
hazırda indi orada burada harada əsas xüsusi ümumi müxtəlif bəzi çıxış daxil əlavə silindi dəyişdir dəyişiklik saxla
dəfə nəfər min milyon faiz qar yağış qış yay payız bahar küçə kənd şəhər şəhəri getdi gəldi qaldı açıldı bağlandı
istifadəçi tənzimləmə təsdiq mövcud seçin edin cari boş tarix tarixi tarixdə göndər bax baxın bağla
""",
    "tr": """
ve için ile bir bu o da de ki gibi daha çok az yok var değil olan oldu olarak olmuş olacak olsa olur ise en her hiç hangi
hem ya ama ancak çünkü eğer nasıl ne neden kim biz siz ben sen onlar onun onu ona bunun bunu buna kendi kendisi sonra önce
kadar göre hakkında tarafından arasında karşı üzerinde altında içinde aracılığıyla etti eder eden edildi edilen etmek
ederek etmeye dedi söyledi belirtti yeni ilk son birinci yılında yıl yılın gün günü bugün dün saat hafta ay büyük küçük
iyi mümkün gerek tüm bütün diğer başka böyle artık henüz hâlâ sadece yalnızca ülke ülkenin devlet türkiye insan insanlar
halk hukuk haber haberler mahkeme polis kadın çocuk çocuklar okul dil dili söz sayfa kullan kullanıcı ara geri yükle
göster gizle resim adı yaz oku olmak olmadı üye grup bilgi yapıldı yapılan başladı başlayan ait dair şu şey şimdi orada
burada nerede temel özel genel çeşitli bazı dahil ekle sil silindi değiştir değişiklik kaydet kez kişi bin milyon yüzde
kar yağmur kış yaz bahar sokak köy şehir gitti geldi kaldı açıldı kapandı ayar ayarlar onay mevcut seçin edin geçerli boş
tarih tarihi tarihinde gönder bak kapat iki üç olduğu olduğunu oluyor ediyor değildir başkan bakan bakanı gazeteci
özgürlük basın seçim seçimler açıklama açıkladı yaptı yapan yaptığı verdi veren verilen aldı alan alındı kullanarak
""",
    "en": """
the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had they you were
their one all we can her has there been if more when will would who so no she do my about out up its than them into only
other new some could time these two may then first any like now over such our man me even most made after also did many
before must through back years where much your way down should because long each just state those people too how little
good very make world still own see men work here get both between life being under three never know same last another
while us off might great year since against go came right used take during use without place says said news report law
rights page pages search user users file files edit show hide delete upload download password name date list settings
change changes please click enter view select save remove add allow free press women children school government country
statement election court police language city village opened closed story editor read write next text example exit request query index extra expand box six tax sex fix mixed
""",
    "other": """
der die das und ist nicht ein eine mit von den dem auf für sich des im auch wird wurde haben werden oder aus bei nach wie
le la les des et est une dans pour que qui sur pas au avec sont plus par cette ont mais nous vous aux leur être
el los las una por con para del se es su como más pero sus lo al este ha sin sobre
il che di non per sono della gli nel alla più anche come dei delle
o os um uma não em mais foi dos das ao na no pelo
ku ji bi li di ya yê jî û ev ew ji bo de ye bû dike kurdî heye hatiye
va uchun bilan bu ham esa bo ni kerak edi qilish deb o'zbek
we üçin bilen hem bolup boldy türkmen bolan
dan yang di dengan untuk ini itu tidak pada dari
van het een en niet zijn op te dat
och att det som är på av med inte
i w na z się nie że jest do
""",
}

ENDINGS: Final = {
    "az": "maq mək maqda məkdə ağı əyi iyi lıq iq lıqla ıq uq acaq əcək mağa məyə dıq dığı çılar çilər ların lərin dakı dəki "
    "dakı ıdır idir udur üdür mışdır mişdir ıblar iblər maqdadır ırlar irlər ıyyat iyyat iyyət iyyəti uyyət yev yeva "
    "siya siyası izm ndan ndən ıldı ildi uldu",
    "tr": "mak mek makta mekte lık acak ecek mağa meye dık diği dığı duğu lıkla yor iyor uyor üyor ıyor yorum yorlar çılar "
    "ların lerin daki deki ıdır idir mıştır miştir muştur maktadır mektedir iyet iyeti oğlu ndan nden cılar ciler "
    "syon syonu izm ldı ldi uldu ınız iniz",
    "en": "tion tions ing ings ment ments ness ally ously ight ould ough ever edly ships ship able ible ance ence",
}

LETTERS: Final = {  # how much one such letter says
    "ə": (("az", 1.5),),
    "x": (("az", 0.4),),
    "q": (("az", 0.4),),
    "ğ": (("az", 0.3), ("tr", 0.4)),
    "ş": (("az", 0.3), ("tr", 0.3)),
    "ç": (("az", 0.2), ("tr", 0.2)),
    "w": (("en", 0.3), ("other", 0.1)),
    "ñ": (("other", 1.0),),
    "ß": (("other", 1.0),),
    "ä": (("other", 0.5),),
    "å": (("other", 1.0),),
    "ã": (("other", 1.0),),
    "é": (("other", 0.4),),
    "è": (("other", 1.0),),
    "à": (("other", 1.0),),
    "á": (("other", 0.5),),
    "í": (("other", 0.5),),
    "ó": (("other", 0.5),),
    "ê": (("other", 1.0),),
    "î": (("other", 0.5),),
    "û": (("other", 0.5),),
    "ň": (("other", 1.0),),
    "ý": (("other", 1.0),),
    "ł": (("other", 1.0),),
    "ę": (("other", 1.0),),
}
