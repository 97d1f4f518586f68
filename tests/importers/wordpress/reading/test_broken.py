"""Malformed XML is mended where that is safe, and told with its line."""

import pytest

from tests.importers.wordpress.reading.made import export, item


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"),
        ("<![CDATA[Content with nested <![CDATA[ tags ]]> :)]]>", "Content with nested <![CDATA[ tags ]]> :)"),
        ("<![CDATA[]]>]]>", "]]>"),
        (
            "<![CDATA[open <![CDATA[ and ]]> close <![CDATA[ so: ]]>]]>",
            "open <![CDATA[ and ]]> close <![CDATA[ so: ]]>",
        ),
        ("<p>ağac &amp; <b>su</b></p>", "<p>ağac &amp; <b>su</b></p>"),
        ("<p>ağac<br>su", "<p>ağac<br>su"),
        ("\n<![CDATA[ su ]]>\n", " su "),
        ("Tom & Jerry", "Tom & Jerry"),
        ("1 < 2 &lt; 3", "1 < 2 < 3"),
        ("a&nbsp;b&rsquo;c&unknown;", "a\xa0b’c&unknown;"),
        ("a&#8;b&#x1F600;", "ab😀"),
        ("<![CDATA[never ended", "never ended"),
        ("<![CDATA[<!-- wp:html --><item></item>]]>", "<!-- wp:html --><item></item>"),
        ("", ""),
    ],
)
def test_a_text_is_read_as_its_writer_meant_it(read_text, content, read):
    reading = read_text(export(item(7, content=content), item(8)))
    assert [found.number for found in reading.items] == [7, 8]
    first, second = reading.items
    assert (first.content.strip() if "\n" in content else first.content) == (read.strip() if "\n" in content else read)
    assert (first.state, first.slug, first.line) == ("public", "gol-7", 9)
    assert (second.content, second.state) == ("<p>su</p>", "public")
    assert second.line == 9 + item(7, content=content).count("\n")


def test_slips_are_told_with_their_lines_and_nothing_else_is(read_text):
    reading = read_text(export(item(7, title="Tom & Jerry"), item(8, title="a&nbsp;b < c")))
    assert reading.told("repaired") == [
        "10: An “&” that begins no entity was read as the sign itself.",
        "24: A character that HTML has a name for, but XML has not, was read.",
        "24: A “<” that begins no tag was read as the sign itself.",
    ]


def test_a_tag_that_does_not_belong_is_named_with_its_line(read_text):
    reading = read_text(export(item(7, more="<stray>\n"), item(8)))
    assert [found.number for found in reading.items] == [7, 8]
    assert reading.told("repaired") == [
        "22: The XML is broken (<stray> is not ended); what stands around it was read field by field."
    ]


@pytest.mark.parametrize(
    "lost", ["</item>\n", "</content:encoded>", "]]>", "<![CDATA[", "</wp:post_name>", "<title>", "</title>"]
)
def test_a_lost_tag_costs_nothing_but_its_own_field(read_text, lost):
    text = export(item(7), item(8))
    place = text.index(lost, text.index("<item>"))
    reading = read_text(text[:place] + text[place + len(lost) :])
    assert [found.number for found in reading.items] == [7, 8]
    assert [found.state for found in reading.items] == ["public", "public"]
    assert [found.content.strip() for found in reading.items][1] == "<p>su</p>"
    assert len(reading.told("repaired")) == 1


def test_a_frame_of_the_wrong_name_is_told_and_read_past(read_text):
    reading = read_text(export(item()).replace("<channel>", "<notachannel>"))
    assert (reading.item.number, reading.site.title) == (7, "Göl qəzeti")
    assert reading.told("repaired") == [
        "3: The XML is broken (<notachannel> is not ended); what stands around it was read field by field."
    ]


def test_an_undeclared_prefix_is_no_trouble(read_text):
    reading = read_text(export(item(more="<yoast:score>5</yoast:score>\n"), namespaces=""))
    assert (reading.item.number, reading.item.content, reading.findings) == (7, "<p>su</p>", [])


def test_unquoted_and_repeated_attributes_are_read(read_text):
    more = "<category domain=category nicename='su' domain=\"post_tag\">Su</category>\n"
    (use,) = read_text(export(item(more=more))).item.terms
    assert (use.slug, use.name) == ("su", "Su")


def test_an_item_that_holds_nothing_is_left_out_and_told(read_text):
    reading = read_text(export("<item><stray/></item>\n", item(7)))
    assert reading.item.number == 7
    assert reading.told("left out") == ["9: This item holds nothing that can be read."]


@pytest.mark.parametrize("number", ["", "x", "-5", "9" * 40, "²", "1.5"])
def test_numbers_that_are_none_do_no_harm(read_text, number):
    text = export(item()).replace("post_id>7<", f"post_id>{number}<").replace("?p=7", "")
    assert read_text(text).item.number == 0


def test_without_a_number_that_of_the_address_counts(read_text):
    assert read_text(export(item(7)).replace("<wp:post_id>7</wp:post_id>", "")).item.number == 7
