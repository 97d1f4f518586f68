"""Values are found however they are written, and only where they are words of their own."""

from base64 import b64encode, urlsafe_b64encode
from hashlib import md5, sha1, sha256, sha384, sha512
from quopri import encodestring
from uuid import UUID

import pytest

from araz.contracts import Hit
from araz.leaks.proofreader import Proofreader
from araz.leaks.secrets import Secrets

SECRETS = Secrets(
    words=("Leyla Quliyeva", "Səhər Saxlanmazova", "مرادوف", "Muradov", "Ali", "کریم‌زاده", "+994 50 731 46 22"),
    accounts=("desk-7f3k",),
    emails=("leyla.q@paper.example",),
    hosts=("desk.inner.example",),
    folders=("/srv/papers/araz-newsroom",),
)


@pytest.fixture(scope="module")
def proofreader() -> Proofreader:
    return Proofreader(SECRETS)


def kinds(proofreader: Proofreader, text: str) -> set[str]:
    return {hit.kind for hit in proofreader.read(text)}


WRITTEN = {
    "as it is": "Bunu Leyla Quliyeva yazıb.",
    "in capitals": "LEYLA QULİYEVA",
    "with an ending": "Leyla Quliyevanın evi",
    "without marks": "Seher Saxlanmazova",
    "with a soft hyphen": "Ley\u00adla Quli\u00adyeva",
    "joined": "leylaquliyeva",
    "with a line between": "leyla_quliyeva",
    "in an address": "<a href='/leyla-quliyeva.html'>",
    "over two lines": "Leyla\nQuliyeva",
    "half in bold": "Leyla <b>Quliyeva</b>",
    "parted by a tag": "Leyla Quli<i>yeva</i>",
    "in entities": "&#x4c;eyla&nbsp;Quliyeva",
    "in percents": "Leyla%20%51uliyeva",
    "in escapes": r"\u004ceyla \x51uliyeva",
    "in base64": b64encode("Bunu Leyla Quliyeva yazıb.".encode()).decode(),
    "in base64 of lines": "\n".join(
        b64encode(("x" * 90 + " Leyla Quliyeva " + "y" * 90).encode()).decode()[start : start + 76]
        for start in range(0, 300, 76)
    ),
    "quoted printable": encodestring("Səhər Saxlanmazova".encode()).decode(),
    "in Arabic letters": "لیلا قولییئوا سؤیله‌دی",
    "with Arabic yeh": "مرادوف‌لار",
    "with ZWNJ": "مراد\u200cوف",
    "surname first": "Quliyeva Leyla",
    "in a file's name": "leyla_quliyeva_2.pdf",
    "with a sign of direction in it": "Leyla Qul\u061ciyeva",
    "with signs of no width between all letters": "\u2060".join("Leyla Quliyeva"),
    "with strokes through it": "\u0336".join("Leyla Quliyeva"),
    "with fillers of another script": "Leyla Quli\u3164yeva",
    "in Cyrillic letters that look the same": "Lеylа Quliуеvа",
    "in Greek letters that look the same": "Leyla Quliyενα",
    "in Cyrillic": "Лейла Мурадов",
    "in wide letters": "Ｌｅｙｌａ Quliyeva",
    "written backwards": "\u202eaveyiluQ alyeL\u202c",
    "parted by a tag behind a soft hyphen": "Leyla Quli\u00ad<b>yeva</b>",
    "parted by a comment": "Leyla Quli<!-- -->yeva",
    "parted at the end of a line": "Mura-dov, Mura\u2010dov",
    "in the name of a machine": f"https://xn--{'səhər-saxlanmazova'.encode('punycode').decode()}.example/",
    "of a family": "Muradovgilin",
    "with the father's name": "Leyla Rəşid qızı Quliyeva, Leyla Rəşidovna Quliyeva",
    "in hexadecimal": b"Muradov".hex(),
    "with a blank in place of ZWNJ": "کریم زاده",
    "with tatweel and marks": "کَـریم‌زاده‌ها",
    "in shapes of letters": "ﻛﺮﯾﻢ‌زاده",
    "a telephone, grouped otherwise": "+994 (50) 731-46-22",
    "a telephone, as it is called at home": "050 7314622",
    "a telephone, in Persian digits": "۰۰۹۹۴ ۵۰ ۷۳۱ ۴۶ ۲۲",
}


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=name) for name, text in WRITTEN.items() if name != "in Arabic letters"]
)
def test_a_word_of_the_list_is_found_however_it_is_written(proofreader: Proofreader, text: str):
    assert "word" in kinds(proofreader, text)


def test_a_latin_word_is_found_in_arabic_letters_that_say_its_vowels():
    assert kinds(Proofreader(Secrets(words=("Leyla Quliyeva",))), "لئیلا قولییئوا") == {"word"}


@pytest.mark.parametrize(
    "text", ["Muradovka kəndi", "Leyla və Quliyeva", "Ali gəldi", "desk 7f3", "Leylaq uliyeva", "desk.example"]
)
def test_what_only_looks_like_it_is_no_hit(proofreader: Proofreader, text: str):
    assert kinds(proofreader, text) == set()


@pytest.mark.parametrize("make", [md5, sha1, sha256, sha512])
def test_hashes_of_an_accounts_address_are_found_in_hexadecimal_and_in_base64(proofreader: Proofreader, make):
    digest = make(b"leyla.q@paper.example")
    assert kinds(proofreader, f"avatar/{digest.hexdigest()}?s=80") == {"account e-mail"}
    assert kinds(proofreader, f"avatar/{digest.hexdigest().upper()}") == {"account e-mail"}
    assert kinds(proofreader, b64encode(digest.digest()).decode()) == {"account e-mail"}


@pytest.mark.parametrize("value", ["leyla.q@paper.example", "desk-7f3k"])
@pytest.mark.parametrize("make", [md5, sha256])
def test_hashes_are_found_in_addresses_and_of_names_of_accounts_too(proofreader: Proofreader, value: str, make):
    digest = make(value.encode())
    for written in (
        digest.hexdigest(),
        f"https://pictures.example/avatar/{b64encode(digest.digest()).decode()}",
        f"/a/{urlsafe_b64encode(digest.digest()).decode().rstrip('=')}.png",
    ):
        assert kinds(proofreader, written) == {"account e-mail" if "@" in value else "account"}, written


@pytest.mark.parametrize(
    "text",
    [
        "leyla.q [at] paper.example",
        "leyla.q (at) paper (dot) example",
        "leyla.q＠paper.example",
        "leyla.q@<b>paper</b>.example",
    ],
)
def test_an_address_of_an_account_is_found_however_it_is_dressed(proofreader: Proofreader, text: str):
    assert "account e-mail" in kinds(proofreader, text)


def test_hashes_of_an_address_as_friends_of_friends_and_capitals_have_it_are_found(proofreader: Proofreader):
    for written in ("LEYLA.Q@PAPER.EXAMPLE", "mailto:leyla.q@paper.example"):
        assert kinds(proofreader, sha1(written.encode(), usedforsecurity=False).hexdigest()) == {"account e-mail"}
    assert kinds(proofreader, sha384(b"leyla.q@paper.example").hexdigest()) == {"account e-mail"}


@pytest.mark.parametrize("make", [md5, sha1, sha256])
def test_hashes_in_parts_are_found(proofreader: Proofreader, make):
    digest = make(b"leyla.q@paper.example")
    for sign in " -:":
        assert "account e-mail" in kinds(proofreader, f"[{digest.digest().hex(sign, 2)}]"), sign
    assert kinds(proofreader, digest.digest().hex(":").upper()) == {"account e-mail"}


def test_a_hash_that_is_written_as_a_uuid_is_found(proofreader: Proofreader):
    digest = md5(b"leyla.q@paper.example", usedforsecurity=False)
    assert kinds(proofreader, f"/avatar/{UUID(digest.hexdigest())}.png") == {"account e-mail"}


SPELLED = ("Mə'sumə Vəlişahi", "Mə’sumə Vəlişahi", "Məsumə Vəlişahi", "Vəlişahi Mə'sumə", "Məsumə Vəli-şahi")


@pytest.mark.parametrize("listed", SPELLED)
def test_a_name_is_found_with_and_without_its_apostrophe_and_hyphen(listed: str):
    finder = Proofreader(Secrets(words=(listed,)))
    assert [kinds(finder, f"Bunu {written} yazıb.") for written in SPELLED] == [{"word"}] * len(SPELLED)
    assert kinds(finder, "Mə'na Vəlişahi, Məsum Vəli") == set()


@pytest.mark.parametrize("listed", ["Əlizadə", "Əli-zadə", "Aydın Əlizadə"])
def test_a_surname_is_found_with_and_without_its_hyphen(listed: str):
    finder = Proofreader(Secrets(words=(listed,)))
    for written in ("Aydın Əlizadə", "Aydın Əli-zadə", "Aydın Əli\u2011zadənin", "<b>Aydın</b> Əli-zadə"):
        assert kinds(finder, written) == {"word"}, written


def test_an_address_that_is_hidden_from_collectors_is_found(proofreader: Proofreader):
    shifted = "2a" + bytes(sign ^ 0x2A for sign in b"leyla.q@paper.example").hex()
    assert "account e-mail" in kinds(proofreader, f'<a href="/cdn-cgi/l/email-protection#{shifted}">')


def test_a_number_of_a_passport_is_found_with_its_letters_apart():
    passport = Proofreader(Secrets(words=("AZE7712345",)))
    assert kinds(passport, "AZE 7712345") == kinds(passport, "AZE № 7712345") == {"word"}


def test_accounts_hosts_and_folders_are_found(proofreader: Proofreader):
    assert kinds(proofreader, "by desk-7f3k") == {"account"}
    assert kinds(proofreader, "at desk.inner.example:8001") == {"host"}
    assert "folder" in kinds(proofreader, "in /srv/papers/araz-newsroom/desk.db")


def test_an_account_address_is_both_a_secret_and_an_address(proofreader: Proofreader):
    assert kinds(proofreader, "LEYLA.Q@paper.example") == {"account e-mail", "e-mail"}


def test_neither_a_hit_nor_the_secrets_show_their_values_when_they_are_printed(proofreader: Proofreader):
    (hit,) = proofreader.read("by desk-7f3k")
    assert "7f3k" not in repr(hit)
    assert "7f3k" not in repr(SECRETS)


def _on(sign: str, *parts: str) -> str:
    """A path that somebody's machine has; no file of ours holds one."""
    return sign.join(parts)


FOUND = {
    "e-mail": [
        "yaz: biri@poct.example.net",
        "mailto:biri@poct.example.net",
        "biri@poct.example-ə yazın",
        "biri\u200e@poct\u200b.example.net",
        "https://biri@poct.example.net/",
        "biri [at] poct.example.net",
        "biri@<b>poct</b>.example.net",
        "biri AT poct DOT example DOT net",
        "biri at poct dot example dot net",
        "biri@poct[.]example.net",
        "biri (ət) poct.example.net",
        "ｂｉｒｉ＠ｐｏｃｔ．ｅｘａｍｐｌｅ．ｎｅｔ",
    ],
    "network address": [
        "10.20.30.40",
        "(185.220.101.47)",
        "10.20.30.40-dan gəlib",
        "۱۰.۲۰.۳۰.۴۰",
        "10.20.\u200b30.40",
        "10<b>.20.30</b>.40",
        "2a02:4780:11:771::1f",
        "IPv6:2a02:4780:11:771::1f",
        "3c:22:fb:4a:91:0e",
        "MAC:3c:22:fb:4a:91:0e",
        "3C-22-FB-4A-91-0E",
        "3c22.fb4a.910e",
        "http://10.20.30.40:8000/",
        "10[.]20[.]30[.]40",
        "10 dot 20 dot 30 dot 40",
        "１０．２０．３０．４０",
        "10․20․30․40",
        "http://169090600/",
        "ip-10-20-30-40.dsl.example.net",
        "leyla-pc.local",
        "nas7.lan",
        "http://build3.corp.internal/",
        "http://nas7/paylar",
        "leyla@qutu:~$ ls",
        "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa",
    ],
    "position": [
        "38.07961, 46.29237",
        "38,07961; 46,29237",
        "38.07961 46.29237",
        "N 38.07961, E 46.29237",
        "N38.07961 E46.29237",
        "38.07961° şimal, 46.29237° şərq",
        "[46.29237, 38.07961]",
        "<td>38.07961</td><td>46.29237</td>",
        "۳۸٫۰۷۹۶۱، ۴۶٫۲۹۲۳۷",
        "۳۸/۰۷۹۶۱ و ۴۶/۲۹۲۳۷",
        "۳۸ درجه و ۴ دقیقه و ۴۶ ثانیه",
        "38 dərəcə 4 dəqiqə",
        "38°04'46\"N",
        "38º04'46''N",
        "38˚ 04.776 N",
        "۳۸°۰۴′۴۶″",
        "38 deg 4' 46.60\" N",
        "38d04m46s",
        "38 04 46 N",
        "38.08°N",
        "+38.07961+046.29237/",
        "geo:38.07961,46.29237",
        '"lat": 38.0796',
        "?q=38.0796,46.2923",
        "lat 38.07961",
        "8HR73WJQ+V2",
        "38SPG1234567890",
        "N 38 04.776' E 046 17.542'",
        "38.079 N, 46.292 E",
        "N38.079 E46.292",
        "38.079°, 46.292°",
        "38.07961 və 46.29237",
        "38S PG 123 678",
        "380446N 0461732E",
        "3WJQ+V2 Təbriz",
        "３８．０７９６１， ４６．２９２３７",
        "https://maps.app.goo.gl/Xy12AbCdEf34",
        "https://yandex.az/maps/-/CCUo7MXZhA",
        "https://what3words.com/dolu.kitab.yarpaq",
        "///dolu.kitab.yarpaq",
        "https://maps.example/data=!8m2!3d38.079613!4d46.292371",
        "?cp=38.079613~46.292371",
        "$GPGGA,014327.00,3804.7766,N,04617.5422,E,1,08,0.9,1361.4,M",
    ],
    "path": [
        _on("/", "", "home", "leyla", "x.txt"),
        _on("/", "", "home", "leyla"),
        _on("/", "", "media", "leyla", "USB"),
        _on("\\", "C:", "Users", "Leyla"),
        _on("\\", "D:", "Yazılar", "mektub.docx"),
        _on("\\", "", "", "SERVER", "paylar", "mektub"),
        "file:///etc/x",
        _on("/", "", "Users", "leyla", "Desktop"),
        _on("/", "", "home2", "leyla", "public"),
        _on("\\", "D:", "2025", "mektub.docx"),
        _on("\\", "", "Users", "Leyla", "Desktop"),
        _on("/", "E:", "Yazılar", "mektub.docx"),
        "nfs://nas/paylar",
        _on("/", "~", "Yazilar", "mektub.txt"),
        _on("/", "$HOME", "x", "y.odt"),
        _on("\\", "%USERPROFILE%", "Documents", "x.doc"),
        _on("\\", "", "", "wsl$", "Ubuntu", "home", "murad"),
    ],
    "time": [
        "2026-11-26T01:43:27Z",
        "2026:11:26 01:43:27",
        "26 Nov 2026 01:43:27 +0000",
        "D:20261126014327",
        "2026-11-26T01:43",
        "26.11.2026 01:43:27",
        "26 noyabr 2026, 01:43:27",
        "11/26/2026 1:43:27 AM",
        "Thu Nov 26 01:43:27 2026",
        "26/Nov/2026:01:43:27 +0000",
        "IMG_20261126_014327.jpg",
        "PXL_20261126_014327123.jpg",
        "Screenshot_20261126-014327_Telegram.jpg",
        "photo_2026-11-26_01-43-27.jpg",
        "WhatsApp Image 2026-11-26 at 01.43.27.jpeg",
        "Ekran görüntüsü 2026-11-26 014327.png",
        "signal-2026-11-26-014327.jpeg",
        "Screenshot from 2026-11-26 01-43-27.png",
        "2026-11-26 01.43.27.jpg",
        "۲۰۲۶-۱۱-۲۶T۰۱:۴۳:۲۷",
        "۱۴۰۵/۰۹/۰۵ ۰۱:۴۳:۲۷",
    ],
    "program": [
        '<meta name="generator" content="x">',
        "<?xpacket begin",
        "Leylas-MacBook-Pro",
        "DESKTOP-4F7K2QD",
        "WIN-4J7K2LQ9P0R",
        "Mozilla/5.0 (X11; Linux x86_64)",
        "Last modified by: Leyla",
        "<cp:lastModifiedBy>Leyla</cp:lastModifiedBy>",
        "Camera Model Name               : Canon EOS 5D",
        "Serial Number                   : 4103982017",
        "BodySerialNumber 4103982017",
        "Body serial number 8823120771",
        "seriya nömrəsi: 8823120771",
        "شماره سریال: ۸۸۲۳۱۲۰۷۷۱",
        "شماره‌ی سریال: 8823120771",
        "سریال نومره‌سی: ٨٨٢٣١٢٠٧٧١",
        "سئریال نؤمره‌سی: ۸۸۲۳۱۲۰۷۷۱",
        "Seri no: 8823120771",
        "Seri numarası: 8823120771",
        "SM-A525F",
        "IMEI: 35-693803-564380-9",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_what_gives_somebody_away_is_found_without_any_list(kind: str, text: str):
    assert kinds(Proofreader(), text) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Saat 14:37-də, 26.11.2026",
        "2026-11-26T01:40:00Z",
        "version 10.20.30.40",
        "3.2.1.4",
        "12.345.678.901",
        "icon@2x.png",
        "std::vector, a::b, 12:34:56",
        "1.2345 kg",
        "https://paper.example/home/about/us",
        "@desk@social.example",
        "127.0.0.1",
        "Temperatur 38° 4 gün",
        "124.6.2.1-ci maddə; maddə 12.3.2.1; Maddənin 10.2.3.1.",
        "tel.: 12.34.56.78",
        "AZ1000, 12-34-56-78-90-12",
        "255.255.255.0, 10.0.0.0/8",
        "Chrome 120.0.6099.71",
        "USD 1.7000, 1.8412; EUR 1,7000; 1,8412",
        "<td>1.7000</td><td>1.8412</td>",
        "۱٫۷۰۰۰ و ۱٫۸۴۱۲",
        "40°N paraleli, 38°-42°",
        "qitə 12.345 mm; long 12.345 m",
        "nisbət ۳:۲:۱, ayə 2:255, hesab 3:1",
        "ISBN 978-9952-34-123-4, +994 12 493-62-11",
        "http://archive.example/web/20261126014327/http://paper.example/",
        "http://old.example/2008/06/dsc20050102_192118.jpg",
        "26.11.2026 19:30",
        "Alış və satış: USD/TRY 41.2345 / 41.2567; dolar 41,2345 / 41,3088",
        "Vergi Məcəlləsinin 13.2.16.1-ci və 102.1.22.3-cü maddələri; قانون شماره ۱۲.۳.۴.۵",
        "Android 14.0.0.11, iOS 17.4.1",
        "Mobil: (050) 245 67 89, 050.245.67.89; TR33 0006 1005 1978 6457 8413 26",
        "Temperatur 12,5°, -3°; Əfv 40 dərəcə; 2 saat 18 dəqiqə",
        "The suspect's iPhone and a MacBook Pro; serial number plates; the IMEI of a phone; a serial killer",
        "Look at that. dot. com; local.gov.uk; .NET 8.0; the dot at the end",
        "S-300, SM-3, F-16; the plates 12 AB 345 678 and 10-AA-123; SW1A 1AA",
        "12.3456 and 23.4567 percent",
        "Order 2024-03-14-18, case 12-cv-3456, 1-800-555-0100, 12-11-10-9",
        "Leyla Rəşid qızı",
        "Saxta 100 manatlıq əskinasların seriya nömrəsi AB12345678 idi; seriya nömrələri silinib; 12345 seriya nömrəli məhsul",
        "Gelir Vergisi Genel Tebliği (Seri No: 311), Seri No: II-17.1; seri numarası 12345678 olan ürün; seri no’lu silah",
        "اسکناس‌هایی با شماره سریال ۱۲۳۴۵۶۷۸؛ قیمت دلار: ۱۲۳۴۵۶ ریال: ۱۲۳۴۵۶۷۸؛ این سریال: ۱۳۹۸",
        "اسکناسلارین سریال نومره‌سی ۱۲۳۴۵۶۷۸ ایدی",
        "Banknotes with the serial number 12345678 were recalled; the body of the rifle had no serial number",
        "~/ and $HOME/ are the same; write to ~/.ssh/config or $HOME/.config; costs $100/month; 5~/6",
        "2026-11-26 14:30, 2026-11-26 - 10.20; 2025-2026-01-02; 2026-01-02 050 245 67 89",
        "ünvan: https://paper.example/~leyla/index.html; 50% USERPROFILE; TR:12,N,5",
    ],
)
def test_what_newspapers_write_is_no_hit(text: str):
    assert kinds(Proofreader(), text) == set()


def test_only_lines_that_are_new_are_looked_at_and_new_neighbours_are():
    proofreader = Proofreader(SECRETS)
    old = b"<p>Leyla</p>\n<p>10.20.30.40</p>\n<p>Quliyeva</p>\n"
    assert proofreader.look("a.html", old + b"<p>new</p>\n", old) == ()
    together = b"<p>Leyla</p>\n<p>Quliyeva</p>\n"
    assert {hit.kind for hit in proofreader.look("a.html", together, old)} == {"word"}


def test_a_digest_says_nothing_without_its_key_and_differs_from_story_to_story():
    (hit,) = Proofreader(SECRETS).read("by desk-7f3k")
    one, other = Proofreader(key=b"one key"), Proofreader(key=b"other key")
    assert one.digest("k3v9q2aa", hit) == Proofreader(key=b"one key").digest("k3v9q2aa", hit)
    assert len({one.digest("k3v9q2aa", hit), one.digest("k3v9q2ab", hit), other.digest("k3v9q2aa", hit)}) == 3


def test_many_files_are_read_together_as_one_by_one():
    files = [
        ("az/a.html", b"<p>Heyd\xc9\x99r</p>\n<p>\xc6\x8fliyev yox</p>\n", b""),
        ("az/b.html", b"<p>G\xc3\xb6l</p>\n", b"<p>G\xc3\xb6l</p>\n"),
        ("az/c.txt", b"caf\xe9 GizliYuva\n", b""),  # no UTF-8
        ("az/d.txt", b"=47izliYuva=\n", b""),  # quoted-printable
    ]
    proofreader = Proofreader(Secrets(words=("GizliYuva", "Göl yox")))
    one_by_one = {
        hit for path, body, known in files for hit in Proofreader(Secrets(words=("GizliYuva",))).look(path, body, known)
    }
    assert set(proofreader.skim(files)) == one_by_one == {Hit("word", "GizliYuva")}
    assert proofreader.skim(files[:2]) == ()
    assert proofreader.skim([("az/e.html", b"<p>GizliYuva</p>\n", b"")]) != ()


def test_what_was_found_in_one_of_many_files_is_found_again():
    proofreader = Proofreader(Secrets(words=("GizliYuva",)))
    files = [("az/a.html", b"<p>GizliYuva</p>\n", b""), ("az/b.html", b"<p>GizliYuva</p>\n", b"")]
    assert proofreader.skim(files) == proofreader.skim(files) == (Hit("word", "GizliYuva"),)
    assert all(proofreader.look(path, body) for path, body, _ in files)
