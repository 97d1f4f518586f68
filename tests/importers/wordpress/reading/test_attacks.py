"""Files that are made to harm are refused or do nothing, quickly."""

import gzip
import time
import tracemalloc
from pathlib import Path

import pytest

from araz.importers.wordpress.findings import ExportRefused
from araz.importers.wordpress.reading import splitting
from tests.importers.wordpress.reading.made import export, item, read

REAL = Path(__file__).parents[5] / "shared/data/xml-attacks"
BOMB = '<!DOCTYPE b [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;">\n]>\n'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>\n'
PARAMETER = '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://old.example/x.dtd"> %p;]>\n'
PLAIN = '<!DOCTYPE rss PUBLIC "-//x//DTD RSS 0.91//EN" "http://old.example/rss.dtd">\n'


@pytest.mark.parametrize("document_type", [BOMB, OUTSIDE, PARAMETER, PLAIN, '<!ENTITY a "x">\n', BOMB.lower()])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_every_document_type_is_refused_with_its_line(read_text, document_type, packed, encoding):
    text = export(item(title="&a;&b;&f;")).replace("<rss", f"{document_type}<rss").encode(encoding)
    with pytest.raises(ExportRefused, match="document type or entities in line 2"):
        read_text(gzip.compress(text) if packed else text)


def test_a_document_type_between_items_is_refused(read_text):
    with pytest.raises(ExportRefused, match="in line 23"):
        read_text(export(item(7), BOMB, item(8)))


def test_a_document_type_in_a_text_about_xml_is_text(read_text):
    assert read_text(export(item(content=f"<![CDATA[{BOMB}]]>"))).item.content == BOMB


def test_entities_within_an_item_never_expand(read_text):
    assert read_text(export(item(content=f"{BOMB}&b;"))).item.content.endswith("&b;")


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared files lie beside the project only where it is made")
def test_known_attacks_are_refused_within_a_second_and_a_hundred_megabytes():
    files = sorted(REAL.glob("*.xml"))
    assert files
    for file in files:
        tracemalloc.start()
        begun = time.process_time()
        with pytest.raises(ExportRefused, match="line 1"):
            read(file)
        assert time.process_time() - begun < 1
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
        tracemalloc.stop()


@pytest.mark.parametrize(
    "harm",
    [
        "<a>" * 100_000,
        "<a>" * 50 + "</a>" * 50,
        "<title>" * 100_000,
        "<wp:comment>" * 60_000,
        "<a " + " ".join(f'x{number}="1"' for number in range(5000)) + "/>",
        "<![CDATA[" * 100_000,
        "<!--" * 100_000,
        "<content:encoded><![CDATA[" * 20_000,
        "&" * 500_000,
        "<" * 500_000,
        "</content:encoded>" * 50_000,
        "<category" + " " * 100_000,
        "<x:" * 100_000,
    ],
    ids=lambda harm: harm[:14],
)
def test_what_is_nested_or_repeated_without_end_costs_only_its_item_and_little_time(read_text, harm):
    begun = time.process_time()
    reading = read_text(export(item(6), item(7, more=harm), item(8)))
    assert time.process_time() - begun < 3
    assert {found.number for found in reading.items} >= {6}
    assert reading.findings


@pytest.mark.parametrize(
    "harm", ["<!--" * 100_000, "<![CDATA[" * 100_000, "<image>" * 100_000, "<!-- <![CDATA[" * 50_000, "<!-- <p>\n"]
)
def test_what_is_never_ended_between_items_costs_no_item_and_little_time(read_text, harm):
    begun = time.process_time()
    reading = read_text(export(harm, item(7), harm, item(8)))
    assert time.process_time() - begun < 3
    assert [found.number for found in reading.items] == [7, 8]
    assert reading.findings


@pytest.mark.parametrize("longest", [100_000, 3_000])
def test_in_a_long_file_too_what_is_never_ended_costs_no_item(file_of, monkeypatch, longest):
    monkeypatch.setattr(splitting, "MAX_UNIT_CHARS", longest)
    monkeypatch.setattr("araz.importers.wordpress.reading.opening.OPENING_CHARS", 100)
    many = [item(number) for number in range(100, 3000)]
    begun = time.process_time()
    reading = read(file_of(export("<!-- never ended\n", *many, item(8, content="<![CDATA[su"), *many[:10], item(9))))
    assert time.process_time() - begun < 3
    assert {8, 9, *range(110, 3000)} <= {found.number for found in reading.items}


def test_an_item_without_an_end_takes_no_more_memory_than_the_longest_allowed(file_of, monkeypatch):
    monkeypatch.setattr(splitting, "MAX_UNIT_CHARS", 100_000)
    whole = export(item(7), item(8, content="<![CDATA[" + "su " * 100_000 + "]]>"), item(9))
    reading = read(file_of(whole))
    assert [found.number for found in reading.items] == [7, 9]
    assert reading.told("left out") == [
        "23: A piece of more than 100,000 characters, longer than any article, was left out."
    ]
