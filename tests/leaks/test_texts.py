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
