"""The readers' listener, asked without a network."""

import gzip
import os
from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from araz.language import LANGUAGE_CODES
from araz.server.answers import Answer, Request
from araz.server.newsroom import NewsroomSettings
from araz.server.readers import Readers
from araz.typesetting.words import words

PAGE = "<!doctype html><p>Gecə zalı</p>" * 40
PICTURE = bytes(range(256)) * 400  # more than is held in memory


@pytest.fixture
def public(tmp_path: Path) -> Path:
    root = tmp_path / "public"
    for path, content in {
        "index.html": b"root",
        "404.html": b"<!doctype html><p>Nothing here</p>",
        "az/index.html": PAGE.encode(),
        "az/feed.xml": b"<feed/>",
        "assets/style.css": b"p { margin: 0 }",
        "m/ab/abcdef-640.webp": PICTURE,
        "az/.hidden.html": b"hidden",
        ".git/config": b"hidden",
        "az/new.html.unfinished": b"half a pa",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    (tmp_path / "secret.key").write_text("secret")
    return root


@pytest.fixture
def readers(public: Path) -> Readers:
    return Readers(public, NewsroomSettings())


def get(path: str = "/az/index.html", **more: str) -> Request:
    return Request(**{"method": "GET", "path": path, "host": "localhost:8000", **more})


def header(answer: Answer, name: str) -> str:
    return dict(answer.headers).get(name, "")


def test_a_page_comes_with_its_type_and_is_asked_about_each_time(readers: Readers):
    answer = readers.answer(get())
    assert (answer.status, answer.body) == (200, PAGE.encode())
    assert header(answer, "content-type") == "text/html; charset=utf-8"
    assert header(answer, "cache-control") == "no-cache"
    assert header(answer, "content-length") == str(len(answer.body))


def test_nothing_tells_when_a_file_was_made_or_what_serves_it(readers: Readers):
    names = {name for name, _ in readers.answer(get()).headers}
    assert "last-modified" not in names
    assert "set-cookie" not in names
    assert header(readers.answer(get()), "server") == ""


@pytest.mark.parametrize("path", ["/az/index.html", "/m/ab/abcdef-640.webp", "/nowhere.html", "/az"])
def test_every_answer_says_that_types_are_not_guessed(readers: Readers, path: str):
    answer = readers.answer(get(path))
    assert header(answer, "x-content-type-options") == "nosniff"
    assert header(answer, "referrer-policy") == "no-referrer"
    assert header(answer, "cross-origin-resource-policy") == "same-origin"


def test_a_page_may_load_from_its_own_host_alone(readers: Readers):
    policy = header(readers.answer(get()), "content-security-policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_folder_shows_its_first_page(readers: Readers):
    assert readers.answer(get("/az/")).body == PAGE.encode()
    assert readers.answer(get("/")).body == b"root"


def test_a_folder_without_its_slash_is_corrected(readers: Readers):
    answer = readers.answer(get("/az"))
    assert (answer.status, header(answer, "location")) == (301, "/az/")


def test_a_missing_page_gets_the_papers_own_page_and_404(readers: Readers):
    answer = readers.answer(get("/az/nowhere.html"))
    assert answer.status == 404
    assert b"Nothing here" in answer.body
    assert header(answer, "etag") == ""


def test_a_paper_that_has_not_been_printed_still_answers_with_a_sentence_in_every_language(tmp_path: Path):
    answer = Readers(tmp_path / "public", NewsroomSettings()).answer(get("/"))
    assert answer.status == 404
    lines = answer.body.decode().splitlines()
    assert [line.rstrip("\u200f") for line in lines] == [words(code)["not_found"] for code in LANGUAGE_CODES]


def test_the_desk_has_no_address_here(readers: Readers):
    for path in ("/admin/", "/accounts/login/", "/static/wagtailadmin/css/core.css"):
        assert readers.answer(get(path)) == readers.answer(get("/az/nowhere.html"))


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.key",
        "/az/../../secret.key",
        "/az/..%2f..%2fsecret.key",
        "/%2e%2e/secret.key",
        "/..\\secret.key",
        "/az\\index.html",
        "//etc/passwd",
        "/az//index.html",
        "/az/./index.html",
        "/az/index.html\0.css",
        "/az/index.html%00",
        "/az/index.html/",
        "/.git/config",
        "/az/.hidden.html",
        "/az/new.html.unfinished",
        "/az/index.html ",
        "/az/ındex.html",
        "/\ufffd",
        "az/index.html",
        "*",
        "",
        "/" + "a" * 300,
        "/" + "a/" * 100 + "index.html",
        "http://localhost/az/index.html",
    ],
)
def test_what_is_not_the_name_of_a_page_is_not_there(readers: Readers, path: str):
    assert readers.answer(get(path)).status == 404


def test_a_link_out_of_the_folder_is_not_followed(readers: Readers, public: Path):
    (public / "az/leak.html").symlink_to(public.parent / "secret.key")
    (public / "out").symlink_to(public.parent)
    assert readers.answer(get("/az/leak.html")).status == 404
    assert readers.answer(get("/out/secret.key")).status == 404


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "localhost."])
def test_this_machine_may_always_ask(readers: Readers, host: str):
    assert readers.answer(get(host=host)).status == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:80:80", "localhost:x", "[::1"])
def test_a_foreign_name_is_refused_with_a_sentence(readers: Readers, host: str):
    answer = readers.answer(get(host=host))
    assert answer.status == 421
    assert b"reader_hosts" in answer.body
    assert b"evil" not in answer.body


def test_a_request_without_a_name_is_refused(readers: Readers):
    assert readers.answer(get(host="")).status == 400


def test_the_papers_own_names_are_known(public: Path):
    settings = NewsroomSettings(home="https://paper.example", reader_hosts=("mirror.example",))
    readers = Readers(public, settings)
    assert readers.answer(get(host="paper.example")).status == 200
    assert readers.answer(get(host="mirror.example:8000")).status == 200
    assert readers.answer(get(host="desk.example")).status == 421


def test_only_reading_is_allowed(readers: Readers):
    answer = readers.answer(get(method="POST"))
    assert (answer.status, header(answer, "allow")) == (405, "GET, HEAD")


def test_brotli_is_preferred_and_each_coding_has_a_tag_of_its_own(readers: Readers):
    tags = set()
    for accepted, coding in (("gzip, deflate, br", "br"), ("gzip, br;q=0", "gzip"), ("identity", "")):
        answer = readers.answer(get(accepted=accepted))
        assert header(answer, "content-encoding") == coding
        assert header(answer, "vary") == "accept-encoding"
        assert header(answer, "content-length") == str(len(answer.body))
        opened = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding](answer.body)
        assert opened == PAGE.encode()
        tags.add(header(answer, "etag"))
    assert len(tags) == 3


def test_pictures_are_not_compressed_again_and_are_kept_for_ever(readers: Readers):
    answer = readers.answer(get("/m/ab/abcdef-640.webp", accepted="br"))
    assert header(answer, "content-encoding") == ""
    assert header(answer, "content-type") == "image/webp"
    assert "immutable" in header(answer, "cache-control")
    assert answer.file.endswith("abcdef-640.webp")
    assert header(answer, "content-length") == str(len(PICTURE))


def test_a_browser_that_has_the_page_gets_no_second_copy(readers: Readers):
    first = readers.answer(get(accepted="br"))
    for known in (header(first, "etag"), f'"other", W/{header(first, "etag")}', "*"):
        again = readers.answer(get(accepted="br", known=known))
        assert (again.status, again.body) == (304, b"")
        assert header(again, "etag") == header(first, "etag")


def test_a_tag_of_another_coding_does_not_count(readers: Readers):
    plain = readers.answer(get())
    assert readers.answer(get(accepted="br", known=header(plain, "etag"))).status == 200


def test_a_new_page_is_seen_at_once(readers: Readers, public: Path):
    before = readers.answer(get(accepted="br"))
    page = public / "az/index.html"
    facts = page.stat()
    new = page.with_name("index.html.unfinished")
    new.write_bytes(PAGE.replace("zalı", "qapı").encode())  # as long as the old one
    os.utime(new, ns=(facts.st_atime_ns, facts.st_mtime_ns))  # and as old
    new.replace(page)
    after = readers.answer(get(accepted="br", known=header(before, "etag")))
    assert after.status == 200
    assert "qapı" in brotli.decompress(after.body).decode()


def test_a_page_taken_away_is_gone_at_once(readers: Readers, public: Path):
    assert readers.answer(get()).status == 200
    (public / "az/index.html").unlink()
    assert readers.answer(get()).status == 404


@pytest.mark.parametrize(
    ("asked", "said", "part"),
    [
        ("bytes=0-9", "bytes 0-9/102400", PICTURE[:10]),
        ("bytes=102390-", "bytes 102390-102399/102400", PICTURE[-10:]),
        ("bytes=-10", "bytes 102390-102399/102400", PICTURE[-10:]),
        ("bytes=102390-999999", "bytes 102390-102399/102400", PICTURE[-10:]),
        ("bytes=-999999", "bytes 0-102399/102400", PICTURE),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(readers: Readers, asked: str, said: str, part: bytes):
    answer = readers.answer(get("/m/ab/abcdef-640.webp", range=asked))
    assert (answer.status, header(answer, "content-range")) == (206, said)
    assert Path(answer.file).read_bytes()[answer.start : answer.end] == part
    assert header(answer, "content-length") == str(len(part))


def test_a_part_of_a_page_is_a_part_of_its_plain_bytes(readers: Readers):
    answer = readers.answer(get(range="bytes=2-8", accepted="br"))
    assert (answer.status, answer.body) == (206, PAGE.encode()[2:9])
    assert header(answer, "content-encoding") == ""


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=-", "bytes=9-2", "lines=1-2", "bytes=a-b", "bytes=٣-٤"])
def test_what_is_no_single_range_gets_the_whole_file(readers: Readers, asked: str):
    assert readers.answer(get(range=asked)).status == 200


def test_a_part_beyond_the_end_is_refused_with_the_length(readers: Readers):
    answer = readers.answer(get("/m/ab/abcdef-640.webp", range="bytes=102400-"))
    assert (answer.status, header(answer, "content-range")) == (416, "bytes */102400")


def test_a_part_of_an_older_file_is_answered_with_the_whole_new_one(readers: Readers):
    request = get(range="bytes=0-9", range_for='"old"')
    assert readers.answer(request).status == 200
    tag = header(readers.answer(get()), "etag")
    assert readers.answer(replace(request, range_for=tag)).status == 206


def test_the_onion_address_is_told_to_those_who_came_another_way(public: Path):
    readers = Readers(public, NewsroomSettings(onion="http://abc.onion"))
    assert header(readers.answer(get()), "onion-location") == "http://abc.onion/az/index.html"
    assert header(readers.answer(get(host="abc.onion")), "onion-location") == ""


def test_browsers_are_held_to_https_by_the_papers_name_and_in_no_list(public: Path):
    readers = Readers(public, NewsroomSettings(home="https://paper.example", onion="http://abc.onion"))
    for path in ("/az/index.html", "/nowhere.html", "/az"):
        told = header(readers.answer(get(path, host="paper.example")), "strict-transport-security")
        assert told == "max-age=63072000", "two years, without the list that is printed into browsers"
    for host in ("localhost:8000", "127.0.0.1", "[::1]:8000", "abc.onion"):
        assert header(readers.answer(get(host=host)), "strict-transport-security") == "", host
    without = Readers(public, NewsroomSettings(home="http://paper.example"))
    assert header(without.answer(get(host="paper.example")), "strict-transport-security") == ""


def test_memory_stays_bounded_however_many_files_are_read(
    readers: Readers, public: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("araz.server.shelf.HELD_BYTES", 3000)
    for count in range(40):
        (public / f"az/{count}.html").write_text(f"{count} {'word ' * 50}")
        assert readers.answer(get(f"/az/{count}.html")).status == 200
    held = sum(len(copy.body) for copy in readers._shelf._copies.values())
    assert held <= 3000


def test_a_page_brings_the_letters_of_its_language_and_may_draw_the_river(public: Path):
    answer = Readers(public, NewsroomSettings()).answer(get())
    assert "</assets/fonts/serif-400.woff2>; rel=preload; as=font" in header(answer, "link")
    assert "arabic" not in header(answer, "link")
    assert "img-src 'self' data:" in header(answer, "content-security-policy")


def test_whatever_opens_a_document_to_take_along_runs_nothing_and_may_keep_it(public: Path):
    (public / "f/ab").mkdir(parents=True)
    (public / "f/ab/abcdef.pdf").write_bytes(b"%PDF-1.7")
    answer = Readers(public, NewsroomSettings()).answer(get("/f/ab/abcdef.pdf"))
    assert header(answer, "content-type") == "application/pdf"
    assert header(answer, "content-security-policy").startswith("sandbox; default-src 'none'")
    assert "immutable" in header(answer, "cache-control")


def test_a_volume_may_use_the_style_and_the_pictures_inside_it_and_load_nothing(public: Path):
    (public / "az/v/2026").mkdir(parents=True)
    (public / "az/v/2026/2026-11.html").write_text("<!doctype html>")
    answer = Readers(public, NewsroomSettings()).answer(get("/az/v/2026/2026-11.html"))
    policy = header(answer, "content-security-policy")
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline';")
    assert "'self'" not in policy
    assert "link" not in dict(answer.headers)
