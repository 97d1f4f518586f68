"""Files in old, undeclared and broken encodings."""

import pytest

from tests.importers.wordpress.reading.made import DECLARATION, export, item

PERSIAN = "در ساحل دریاچه ارومیه باران بارید و کشاورزان خوشحال شدند ".replace("ی", "ي")
TURKISH = "Göl kıyısında yağmur yağdı, çiftçiler sevindi; şehirde gün ışığı çoğaldı "
WHOLE = export(item(content=f"<![CDATA[{TURKISH}]]>"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_is_read_with_and_without_a_mark(read_text, encoding):
    reading = read_text(WHOLE.encode(encoding))
    assert (reading.item.content, reading.findings) == (TURKISH, [])


@pytest.mark.parametrize(("text", "encoding"), [(TURKISH, "windows-1254"), (PERSIAN, "windows-1256")])
def test_a_declared_windows_encoding_is_believed(read_text, text, encoding):
    written = export(item(title="Su", content=f"<![CDATA[{text}]]>"), head="").replace('"UTF-8"', f'"{encoding}"')
    reading = read_text(written.encode(encoding))
    assert (reading.item.content, reading.findings) == (text, [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(TURKISH, "windows-1254"), (PERSIAN, "windows-1256")],
)
@pytest.mark.parametrize("declaration", [DECLARATION, ""])
def test_an_undeclared_windows_encoding_is_recognised_and_told(read_text, text, encoding, declaration):
    written = export(item(title="Su", content=f"<![CDATA[{text * 3}]]>"), head="").replace(DECLARATION, declaration)
    reading = read_text(written.encode(encoding))
    assert reading.item.content == text * 3
    assert [encoding in sentence for sentence in reading.told("doubtful")] == [True]


def test_a_file_that_claims_another_encoding_but_is_utf8_is_read_as_utf8(read_text):
    reading = read_text(WHOLE.replace('"UTF-8"', '"iso-8859-9"').encode())
    assert reading.item.content == TURKISH
    assert len(reading.told("repaired")) == 1


def broken(content: bytes) -> bytes:
    text = export(item(title="Göl kıyısı" * 99, content="<![CDATA[HERE]]>"))
    return text.encode().replace(b"HERE", content)


@pytest.mark.parametrize(
    ("content", "mended"),
    [
        (b"ya\xf0mur ya\xf0d\xfd", "yağmur yağdı"),
        (b"\x93s\xf6z\x94", "“söz”"),
        ("سلام ".encode() + "باران".encode("cp1256"), "سلام باران"),
        ("آب و نان".encode("cp1256"), "آب و نان"),
        ("su باران و آب".encode("cp1256"), "su باران و آب"),
        (b"\xed\xa0\xbd\xed\xb8\x80!", "😀!"),
    ],
)
def test_broken_bytes_among_good_ones_are_read_as_they_were_meant(read_text, content, mended):
    reading = read_text(broken(content))
    assert reading.item.content == mended
    assert reading.told("repaired") == ["14: Bytes that are not in the file's encoding were read as an older one."]


def test_half_a_letter_at_the_end_of_a_field_is_removed_and_told(read_text):
    reading = read_text(broken(b"su " + "ş".encode()[:1]))
    assert reading.item.content == "su "
    assert reading.told("lost") == ["14: Half a letter was removed: the other half is missing in the file."]


def test_control_characters_are_removed_and_told_with_their_line(read_text):
    reading = read_text(broken("bir\x00\x0b iki\n\x1büç\ufffe\tson".encode()))
    assert reading.item.content == "bir iki\nüç\tson"
    assert [told.split(":")[0] for told in reading.told("repaired")] == ["14", "15"]


def test_a_file_that_ends_within_a_letter_is_read(read_text):
    whole = WHOLE.encode()
    reading = read_text(whole[: whole.index("ö".encode(), whole.index(b"CDATA[")) + 1])
    assert reading.items == []
    assert len(reading.told("left out")) == 1


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_of_other_systems_are_counted_alike(read_text, end):
    reading = read_text(export(item(7), item(8, content="a\nb")).replace("\n", end))
    assert [found.line for found in reading.items] == [9, 23]
    assert reading.items[1].content == "a\nb"


def test_many_broken_lines_are_told_fifty_times_and_then_counted(read_text):
    reading = read_text(broken(b"s\xf6z\n" * 200))
    assert reading.item.content == "söz\n" * 200
    told = reading.told("repaired")
    assert len(told) == 51
    assert told[-1].endswith("The same in 150 more lines of this file.")


def test_broken_bytes_in_a_very_long_line_are_mended(read_text):
    content = ("a" * 1_500_000).encode() + b"\x01ya\xf0mur" + b"b" * 1_500_000
    reading = read_text(broken(content))
    assert reading.item.content.strip("ab").startswith("yağmur")


def test_an_old_encoding_that_begins_late_in_the_file_is_read_letter_by_letter(read_text):
    head = "<description>" + "plain " * 100_000 + "</description>\n"
    text = PERSIAN.replace("چ", "ج")  # in the old encoding, اچ happens to be a letter of UTF-8
    written = export(item(title="Su", content=f"<![CDATA[{text}]]>"), head=head)
    assert read_text(written.encode("cp1256")).item.content == text
