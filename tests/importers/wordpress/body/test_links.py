import pytest

from araz.edition.blocks import Paragraph
from tests.importers.wordpress.body.old_site import OldSite, lines


def test_a_link_to_a_story_of_the_site_names_the_story():
    assert lines('<p><a href="/dam/">the dam</a></p>') == ["p [the dam](story:k3v9q2aa)"]


def test_a_link_to_another_site_stays_as_it_is():
    assert lines('<p><a href=" https://a.example/x?y=1&amp;z=2#c "><b>there</b> and here</a></p>') == [
        "p [**there**](https://a.example/x?y=1&z=2#c)[ and here](https://a.example/x?y=1&z=2#c)"
    ]


def test_a_link_without_a_scheme_of_its_own_is_a_safe_one():
    assert lines('<p><a href="//a.example/x">there</a></p>') == ["p [there](https://a.example/x)"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java&#10;script:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "tel:+123",
    ],
)
def test_a_link_that_leads_to_no_page_is_only_its_words(address):
    site = OldSite()
    assert site.convert(f'<p><a href="{address}" onclick="x()">words</a></p>').blocks == (
        Paragraph(text=site.convert("words").blocks[0].text),  # type: ignore[union-attr]
    )
    assert [finding.kind for finding in site.findings] == ["dropped"]


def test_a_link_that_leads_nowhere_any_more_is_told_and_keeps_its_words():
    site = OldSite()
    site.convert('<a href="/gone/">a</a> <a href="/gone/too/">b</a>')
    assert site.told() == [
        "lost: A link leads to nothing that is in the export or elsewhere; its words stay (2 times)."
    ]


def test_an_address_for_letters_comes_along_only_where_readers_saw_it():
    site = OldSite()
    assert lines('<a href="mailto:desk@a.example?subject=x">Write to desk@a.example</a>') == [
        "p [Write to desk@a.example](mailto:desk@a.example)"
    ]
    assert lines('<a href="mailto:desk@a.example">Write to us</a>') == ["p Write to us"]
    site.convert('<a href="mailto:desk@a.example">Write to us</a>')
    assert site.told() == ["doubtful: A link for writing a letter hid its address behind other words; the words stay."]


def test_no_finding_repeats_an_address_for_letters():
    site = OldSite()
    site.convert('<a href="mailto:desk@a.example">x</a><a href="desk@a.example">y</a><img src="mailto:desk@a.example">')
    assert site.findings
    assert "@" not in repr(site.findings)


def test_a_link_around_whole_paragraphs_is_a_link_in_each():
    assert lines('<a href="https://a.example/"><h2>Head</h2><p>words</p></a>') == [
        "h2 [Head](https://a.example/)",
        "p [words](https://a.example/)",
    ]


def test_a_link_to_a_place_in_the_page_is_only_its_words():
    assert lines('<p id="top"><a href="#top">Back to the top</a> <a name="x">here</a></p>') == [
        "p Back to the top here"
    ]
