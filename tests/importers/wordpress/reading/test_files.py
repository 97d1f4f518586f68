"""Files come packed, in parts, twice, cut off, and are sometimes no exports at all."""

import gzip
import io
import zipfile

import pytest

from araz.importers.wordpress.findings import ExportRefused
from araz.importers.wordpress.reading import read_export
from tests.importers.wordpress.reading.made import DECLARATION, HEAD, comment, export, item, read

TWO = export(item(7), item(8))


def zipped(**files: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return target.getvalue()


def numbers(reading) -> list[int]:
    return [found.number for found in reading.items]


def test_a_packed_file_is_read_whatever_its_name_says(read_text):
    assert numbers(read_text(gzip.compress(TWO.encode()))) == [7, 8]


def test_a_zip_gives_all_its_exports_and_nothing_else(read_text):
    packed = zipped(b__xml=export(item(8)), a__xml=export(item(7)), readme__txt="x", __hidden__xml="x")
    reading = read_text(packed)
    assert numbers(reading) == [7, 8]
    assert [found.file for found in reading.items] == ["export.xml: a.xml", "export.xml: b.xml"]


def test_parts_of_an_export_can_come_in_any_order(file_of):
    first, second = file_of(export(item(7)), "1.xml"), file_of(export(item(8)), "2.xml")
    assert numbers(read(second, first)) == [8, 7]


def test_what_stands_in_two_files_is_read_once_and_told(file_of):
    reading = read(file_of(export(item(7), item(8)), "1.xml"), file_of(export(item(8), item(9)), "2.xml"))
    assert numbers(reading) == [7, 8, 9]
    ((left_out),) = reading.findings
    assert (left_out.kind, left_out.file, left_out.line, left_out.item) == ("left out", "2.xml", 9, 8)


def test_the_same_number_with_other_content_is_read_again_and_told(file_of):
    reading = read(file_of(export(item(7)), "1.xml"), file_of(export(item(7, title="Yeni")), "2.xml"))
    assert [found.title for found in reading.items] == ["Göl", "Yeni"]
    assert reading.told("doubtful") == ["9: This item stands in the files twice, with different content."]


def test_the_same_number_at_another_site_is_another_item(file_of):
    other = export(item(7)).replace("old.example", "other.example")
    reading = read(file_of(export(item(7)), "1.xml"), file_of(other, "2.xml"))
    assert (numbers(reading), reading.findings) == ([7, 7], [])


def test_two_exports_in_one_file_are_both_read(read_text):
    reading = read_text(export(item(7)) + export(item(8)))
    assert (numbers(reading), reading.findings) == ([7, 8], [])


@pytest.mark.parametrize("share", [0.6, 0.8, 0.95])
def test_a_file_cut_within_an_item_keeps_the_items_before_and_is_told_once(read_text, share):
    second = TWO.rindex("<item>")
    cut = TWO[: second + int((TWO.rindex("</item>") - second) * share)]
    reading = read_text(cut)
    assert numbers(reading) == [7]
    (found,) = reading.findings
    assert (found.kind, found.line) == ("left out", 1 + TWO.count("\n", 0, second))
    assert f"cut off in line {1 + cut.count(chr(10))}," in found.what


def test_a_file_cut_between_items_keeps_all_and_is_told_once(read_text):
    reading = read_text(TWO[: TWO.index("</item>") + 7])
    assert numbers(reading) == [7]
    (found,) = reading.findings
    assert found.kind == "lost"
    assert "without </rss>" in found.what


def test_a_part_without_a_beginning_gives_its_whole_items(read_text):
    reading = read_text(TWO[TWO.index("su</p>") :])
    assert numbers(reading) == [8]
    assert len(reading.told("doubtful")) == 1


def test_a_damaged_packed_file_keeps_what_could_be_unpacked(read_text):
    many = export(*(item(number, content=f"<![CDATA[{'su ' * number}]]>") for number in range(1, 400)))
    packed = gzip.compress(many.encode())
    reading = read_text(packed[: len(packed) // 2])
    assert 10 < len(reading.items) < 399
    ((left_out),) = reading.told("left out")
    assert "damaged after line" in left_out


def test_progress_adds_up_to_the_size_of_the_files(file_of):
    files = [file_of(TWO, "1.xml"), file_of(gzip.compress(TWO.encode()), "2.xml")]
    told: list[int] = []
    list(read_export(files, lambda _: None, progress=told.append))
    assert sum(told) == sum(file.stat().st_size for file in files)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("", "is empty"),
        (" \n\n", "is empty"),
        ('{"posts": []}', "is JSON, from line 1"),
        ("<!DOCTYPE html>\n<html><body>502</body></html>", r"is a web page \(line 1\)"),
        ("\n<html><body>Sign in</body></html>", r"is a web page \(line 2\)"),
        ('<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "Atom feed.*line 2"),
        ('<?xml version="1.0"?>\n<library><book/></library>', "<library> in line 2"),
        ("Fatal error: memory", "no XML"),
        ("<" * 1000, "no XML"),
        (gzip.compress(gzip.compress(TWO.encode())), "no XML|begins with <"),
        ("\u00e7<p5qç>", "no XML"),
        (b"%PDF-1.4 \xff", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "no XML"),
        (zipped(readme__txt="x"), "without any .xml"),
        (b"PK\x03\x04 no zip", "damaged zip"),
    ],
)
def test_what_is_no_export_is_refused_with_its_cause(read_text, content, cause):
    with pytest.raises(ExportRefused, match=cause) as refused:
        read_text(content)
    assert "export.xml" in str(refused.value)


def test_files_that_can_not_be_opened_are_refused_by_name(tmp_path):
    for path, cause in ((tmp_path / "no.xml", "no file no.xml"), (tmp_path, "is a folder")):
        with pytest.raises(ExportRefused, match=cause):
            read(path)


def test_all_files_are_looked_at_before_anything_is_read(file_of):
    entries = read_export([file_of(TWO, "1.xml"), file_of("<html>", "2.xml")], lambda _: None)
    with pytest.raises(ExportRefused, match=r"2\.xml"):
        next(entries)


def test_what_a_server_put_before_the_export_is_left_out_and_told(read_text):
    reading = read_text("<br />\n<b>Warning</b>: deprecated &amp; old\n" + TWO)
    assert [found.line for found in reading.items] == [11, 25]
    assert len(reading.told("repaired")) == 1


def test_a_locked_zip_is_refused(read_text):
    packed = bytearray(zipped(a__xml=TWO))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(mark) + flags] |= 1
    with pytest.raises(ExportRefused, match="password"):
        read_text(bytes(packed))


def test_a_file_that_unpacks_without_end_is_refused(read_text):
    with pytest.raises(ExportRefused, match="hundred times"):
        read_text(gzip.compress(export(item()).encode() + b" " * 100_000_000))


def test_a_head_of_many_terms_is_read_in_parts(read_text):
    tags = "".join(
        f"<wp:tag><wp:tag_slug>t{number}</wp:tag_slug><wp:tag_name>Söz {number}</wp:tag_name></wp:tag>\n"
        for number in range(12_000)
    )
    reading = read_text(export(tags, item()))
    assert [term.slug for term in reading.terms] == [f"t{number}" for number in range(12_000)]
    assert (reading.item.line, reading.findings) == (12_009, [])


def test_terms_after_the_items_and_comments_between_them_are_read(read_text):
    tag = "<!-- <item> in a comment -->\n<wp:tag><wp:tag_slug>su</wp:tag_slug><wp:tag_name>Su</wp:tag_name></wp:tag>\n"
    reading = read_text(export(item(7), tag, item(8)))
    assert (numbers(reading), [term.name for term in reading.terms]) == ([7, 8], ["Su"])


def test_an_export_without_line_breaks_is_read(read_text):
    parts = (item(number, more=comment()) for number in range(1, 900))
    text = DECLARATION.strip() + export(*parts, head=HEAD).removeprefix(DECLARATION)
    reading = read_text(text.replace("\n", ""))
    assert numbers(reading) == list(range(1, 900))
