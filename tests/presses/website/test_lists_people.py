"""Pages of bylines and topics, their registers, and the official addresses."""

import re
from html import unescape
from pathlib import Path

import msgspec
import pytest

from araz.edition.paper import Addresses, Byline, Masthead, OtherAddress, Topic
from araz.presses.website.byline_pages import contact_of
from araz.typesetting.pictures import FolderMediaStore
from araz.typesetting.words import words
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import LANGUAGES, NAME, drawn, shown
from tests.presses.website import fronts
from tests.presses.website.conftest import print_tree

TOPICS = ("Çay", "Cəviz", "Əncir", "İpək", "Işıq", "Üzüm", "Xalça", "Qatıq", "2026-cı il", "Şəkər")
OPEN, PEN, DESK, SILENT = "openopen", "penpenpe", "deskdesk", "silentsi"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("people")
    outbox, face = fronts.paper("az"), drawn(300, 400)
    FolderMediaStore(folder / "media").keep(face)
    portrait, about = shown(face, "Aytən pəncərədə"), {"az": "Göl haqqında yazır."}
    for name, kind, contact in ((OPEN, "open", "ayten@araz.example"), (PEN, "pen", ""), (DESK, "desk", "")):
        byline = Byline(id=name, slug=kind, kind="open", name={"az": f"Ad {kind}"}, about=about, portrait=portrait)
        outbox.arrange(msgspec.structs.replace(byline, kind=kind, contact=contact))
    outbox.arrange(Byline(id=SILENT, slug="silent", kind="open", name={"az": "Ərdəm"}, contact="+994 12 000 00 00"))
    for number in range(40):
        name = TOPICS[number % 10] + ("" if number < 10 else f" {number}")
        order = (fronts.story(5, "az", "").id, fronts.story(2, "az", "").id) if number == 0 else ()
        outbox.arrange(Topic(id=topic(number), slug=f"t{number}", name={"az": name}, reading_order=order))
    for number in range(40):
        story = fronts.story(number, "az", f"Xəbər {number}", kind="news")
        outbox.publish(
            msgspec.structs.replace(
                story, bylines=((OPEN,), (PEN,), (DESK,))[number % 3], topics=(topic(number), topic(0))
            )
        )
    return print_tree(outbox, folder / "site", folder / "media")


def topic(number: int) -> str:
    return f"top{chr(97 + number // 10)}{chr(97 + number % 10)}".ljust(8, "2")


def read(tree: Path, page: str) -> str:
    return unescape((tree / page).read_text(encoding="utf-8"))


def test_a_pen_name_is_called_one_and_nothing_else_is_said_of_it(tree: Path):
    place = read(tree, "az/b/pen.html").split('<div class="place">')[1].split("</div>")[0]
    assert re.sub(r"<.*?>|\n", "", place) == "təxəllüsAd pen"
    assert "<img" not in place
    assert "Göl haqqında" not in place


def test_a_person_who_speaks_openly_has_a_face_and_can_be_reached(tree: Path):
    page = read(tree, "az/b/open.html")
    assert 'alt="Aytən pəncərədə"' in page
    assert "Göl haqqında yazır." in page
    assert '<a class="address" href="mailto:ayten@araz.example"' in page
    assert f'<a href="../../az/spokespersons.html">{words("az")["spokespersons"]}</a>' in page


def test_the_newsroom_itself_is_no_spokesperson(tree: Path):
    page = read(tree, "az/b/desk.html")
    assert words("az")["desk_byline"] in page
    assert "spokespersons.html" not in page


def test_all_who_speak_openly_stand_on_one_page_whether_or_not_they_have_written(tree: Path):
    page = read(tree, "az/spokespersons.html")
    people = page.split('<ul class="people">')[1]
    assert re.findall(r"<h2>(.*?)</h2>", people) == ['<a href="../az/b/open.html">Ad open</a>', "Ərdəm"]
    assert words("az")["spokespersons_about"] in page
    assert "+994 12 000 00 00" in people
    assert "../../az/spokespersons.html" in read(tree, "az/b/index.html")


def test_where_nobody_speaks_openly_there_is_no_such_page(tiny_tree: Path):
    assert not (tiny_tree / "az/spokespersons.html").exists()
    assert "spokespersons" not in read(tiny_tree, "az/b/index.html")


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("https://araz.example/a", "https://araz.example/a"),
        ("ayten@araz.example", "mailto:ayten@araz.example"),
        ("javascript:alert(1)@a.b", ""),
        ("ayten@araz.example?bcc=x@y.z", ""),
        ("@ayten", ""),
        ("Signal: +1 555 0100", ""),
        ("", ""),
    ],
)
def test_a_contact_leads_somewhere_only_if_it_is_an_address(contact: str, href: str):
    byline = Byline(id=OPEN, slug="a", kind="open", name={"az": "A"}, contact=contact)
    assert contact_of(byline) == {"shown": contact, "href": href}


def test_a_long_register_stands_in_the_order_of_the_alphabet_under_its_letters(tree: Path):
    page = read(tree, "az/t/index.html")
    letters = re.findall(r'<h2 id="l\d+">(.*?)</h2>', page)
    assert letters == ["0–9", "C", "Ç", "Ə", "X", "I", "İ", "Q", "Ş", "Ü"]
    assert [page.count(f'href="#l{number}"') for number in range(1, 11)] == [1] * 10


def test_a_short_register_has_no_letters(tree: Path):
    assert "<h2" not in read(tree, "az/b/index.html")


def test_a_topic_is_read_step_by_step_before_its_newest_stories(tree: Path):
    page = read(tree, "az/t/t0.html")
    steps = page.split('<ol class="steps">')[1].split("</ol>")[0]
    assert re.findall(r"Xəbər \d+(?=</a>)", steps) == ["Xəbər 5", "Xəbər 2"]
    assert page.index('<ol class="steps">') < page.index(words("az")["newest"]) < page.index('<ol class="days">')


def test_the_page_of_a_person_changes_with_what_is_said_of_them(tree: Path, tmp_path: Path):
    assert (tree / "az/spokespersons.html").exists()
    outbox = fronts.one_story("az")
    outbox.arrange(Byline(id=SILENT, slug="silent", kind="open", name={"azb": "اردم"}, contact="https://araz.example"))
    page = read(print_tree(outbox, tmp_path / "site", tmp_path / "media"), "azb/spokespersons.html")
    assert "اردم" in page


def test_addresses_stand_by_kind_with_how_to_check_them_in_every_language(tmp_path: Path):
    outbox = HandOutbox()
    outbox.arrange(Masthead(name=NAME, languages=LANGUAGES, tag_authority="araz.example,2026"))
    onion = "http://arazarazarazarazarazarazarazarazarazarazarazarazarazaraz.onion"
    entries = (
        OtherAddress(address=onion, kind="onion"),
        OtherAddress(address="https://araz.example", note={"fa": "نشانی اصلی"}),
        OtherAddress(address="t.me/araz", kind="channel"),
    )
    outbox.arrange(Addresses(entries=entries))
    page = read(print_tree(outbox, tmp_path / "site", tmp_path / "media"), "addresses.html")
    assert page.count(f'<bdi dir="ltr">{onion}</bdi></a>') == 5
    assert page.count('<bdi class="address" dir="ltr">t.me/araz</bdi>') == 5
    assert "نشانی اصلی" in page
    for code in LANGUAGES:
        said = [
            page.index(words(code)[key]) for key in ("false_addresses", "check_site", "check_onion", "check_channel")
        ]
        assert said == sorted(said)
    assert words("az")["check_mirror"] not in page
