"""Whatever happens to an export's bytes, reading it gives entries, findings or a refusal."""

import gzip
from contextlib import suppress
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from araz.importers.wordpress.export import Author, Item, Site, Term
from araz.importers.wordpress.findings import ExportRefused
from araz.importers.wordpress.reading.twice import mended
from tests.importers.wordpress.reading.made import HEAD, Reading, comment, export, item, read

TAG = "<wp:tag><wp:tag_slug>su</wp:tag_slug><wp:tag_name>Su</wp:tag_name></wp:tag>\n"
CATEGORY = '<category domain="category" nicename="x%C9%99b%C9%99r"><![CDATA[Xəbər]]></category>\n'
META = (
    "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[3]]></wp:meta_value></wp:postmeta>\n"
)
SMALL = export(
    item(7, more=CATEGORY + comment() + META),
    item(8, title="گؤل &amp; سو", content="<![CDATA[<!-- wp:paragraph --><p>a]]]]><![CDATA[>b</p>]]>"),
    item(9, content="a &lt; b"),
    head=HEAD + TAG,
).encode()
PIECES = (
    b"<",
    b">",
    b"&",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"-->",
    b"</item>",
    b"<item>",
    b"\x00",
    b"\xff",
    b"\xd9",
    b'"',
    b"<?",
)


def looks_right(reading: Reading) -> bool:
    return all(isinstance(entry, Site | Author | Term | Item) for entry in reading.entries) and all(
        finding.what and finding.file and finding.line >= 0 for finding in reading.findings
    )


def change(data: bytes, chance: Random) -> bytes:
    begin = chance.randrange(len(data))
    end = min(len(data), begin + chance.choice((1, 1, 2, 8, 40, 400)))
    match chance.randrange(6):
        case 0:
            return data[:begin] + data[end:]
        case 1:
            return data[:end] + data[begin:end] + data[end:]
        case 2:
            return data[:begin] + bytes((data[begin] ^ (1 << chance.randrange(8)),)) + data[begin + 1 :]
        case 3:
            return data[:begin] + chance.choice(PIECES) + data[begin:]
        case 4:
            return data[:begin] + chance.randbytes(4) + data[end:]
        case _:
            other = chance.randrange(len(data))
            return data[:begin] + data[other : other + end - begin] + data[end:]


@pytest.mark.parametrize("seed", range(40))
def test_changed_bytes_give_entries_findings_or_a_refusal(file_of, seed):
    chance = Random(seed)
    for _ in range(25):
        data = SMALL
        for _ in range(chance.choice((1, 1, 1, 2, 5, 20))):
            data = change(data, chance) or SMALL
        with suppress(ExportRefused):
            assert looks_right(read(file_of(data)))


def test_a_file_that_ends_anywhere_keeps_its_whole_items(file_of):
    ends = [place + 7 for place in range(len(SMALL)) if SMALL.startswith(b"</item>", place)]
    for length in range(SMALL.index(b"<channel>") + 9, len(SMALL), 7):
        reading = read(file_of(SMALL[:length]))
        assert len(reading.items) == sum(end <= length for end in ends)
        if length < len(SMALL) - len(b"</channel>\n</rss>\n"):
            assert len([found for found in reading.findings if "cut off" in found.what]) == 1


def test_a_packed_file_that_is_changed_anywhere_does_no_harm(file_of):
    packed, chance = gzip.compress(SMALL), Random(1)
    for _ in range(300):
        with suppress(ExportRefused):
            assert looks_right(read(file_of(change(packed, chance))))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_in_a_section_is_read_back_without_what_xml_forbids_and_encoded_once(read_text, text):
    reading = read_text(export(item(content=f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"), item(8)))
    assert [found.number for found in reading.items] == [7, 8]
    allowed = "".join(
        letter for letter in text if letter in "\t\n\r" or (letter >= " " and letter not in "\ufffe\uffff")
    )
    assert reading.items[0].content == mended(allowed.replace("\r\n", "\n").replace("\r", "\n"))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.binary(max_size=200), begin=st.booleans())
def test_any_bytes_give_entries_findings_or_a_refusal(read_text, data, begin):
    with suppress(ExportRefused):
        assert looks_right(read_text(b"<rss><channel>" + data if begin else data))


def test_what_happens_within_one_item_leaves_its_neighbours_as_they_are(file_of):
    begin = SMALL.index(b"<item>", SMALL.index(b"<item>") + 1)
    end = SMALL.index(b"</item>", begin) + 7
    whole, chance, harmed = read(file_of(SMALL)), Random(5), 0
    for _ in range(600):
        reading = read(file_of(SMALL[:begin] + change(SMALL[begin:end], chance) + SMALL[end:]))
        around = [msgspec.structs.replace(found, line=0) for found in reading.items if found.number in (7, 9)]
        harmed += around != [msgspec.structs.replace(whole.items[place], line=0) for place in (0, 2)]
        assert reading.findings or len(reading.items) == 3
    assert harmed <= 1  # an item whose end was lost together with those of its texts
