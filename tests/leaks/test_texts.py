"""Values are found however they are written, and only where they are words of their own."""

from base64 import b64encode
from hashlib import md5, sha1, sha256
from quopri import encodestring

import pytest

from araz.contracts import Hit
from araz.leaks.proofreader import Proofreader
from araz.leaks.secrets import Secrets

SECRETS = Secrets(
    words=("Leyla Quliyeva", "Səhər Saxlanmazova", "مرادوف", "Muradov", "Ali"),
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


@pytest.mark.parametrize("make", [md5, sha1, sha256])
def test_hashes_of_an_accounts_address_are_found_in_hexadecimal_and_in_base64(proofreader: Proofreader, make):
    digest = make(b"leyla.q@paper.example")
    assert kinds(proofreader, f"avatar/{digest.hexdigest()}?s=80") == {"account e-mail"}
    assert kinds(proofreader, f"avatar/{digest.hexdigest().upper()}") == {"account e-mail"}
    assert kinds(proofreader, b64encode(digest.digest()).decode()) == {"account e-mail"}


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
    "e-mail": ["yaz: biri@poct.example.net", "mailto:biri@poct.example.net"],
    "network address": [
        "10.20.30.40",
        "(185.220.101.47)",
        "2a02:4780:11:771::1f",
        "3c:22:fb:4a:91:0e",
        "http://10.20.30.40:8000/",
    ],
    "position": ["38.07961, 46.29237", "38°04'46\"N", "geo:38.07961,46.29237", '"lat": 38.0796', "?q=38.0796,46.2923"],
    "path": [
        _on("/", "", "home", "leyla", "x.txt"),
        _on("\\", "C:", "Users", "Leyla"),
        "file:///etc/x",
        _on("/", "", "Users", "leyla", "Desktop"),
    ],
    "time": [
        "2026-11-26T01:43:27Z",
        "2026:11:26 01:43:27",
        "26 Nov 2026 01:43:27 +0000",
        "D:20261126014327",
        "2026-11-26T01:43",
    ],
    "program": ['<meta name="generator" content="x">', "<?xpacket begin"],
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
