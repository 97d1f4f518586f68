"""What leads to a PDF of the old site, in all the ways in which pages lead there."""

import pytest

from araz.importers.wordpress.body import compare
from tests.importers.wordpress.body.notation import written
from tests.importers.wordpress.body.old_site import OldSite, lines

REPORT = "https://old.example/report.pdf"


def test_a_document_stands_behind_the_paragraph_whose_link_led_to_it_and_the_words_stay():
    html = (
        f'<p>Read <a href="{REPORT}">all of it</a> and <a href="/lake.pdf">on <b>the lake</b></a>, please.</p><p>b</p>'
    )
    assert lines(html) == [
        "p Read all of it and on **the lake**, please.",
        "document The report 1",
        "document on the lake 2",
        "p b",
    ]


def test_a_document_is_offered_once_in_a_story():
    html = f'<p>a <a href="{REPORT}">one</a></p><iframe src="{REPORT}"></iframe><p>b <a href="/report.pdf">two</a></p>'
    assert lines(html) == ["p a one", "document The report 1", "p b two"]


def test_a_paragraph_that_is_only_the_name_of_its_document_is_not_said_twice():
    assert lines(f'<p><a href="{REPORT}"> The report</a></p>') == ["document The report 1"]
    assert lines(f'<h2><a href="{REPORT}">The report</a></h2>') == ["h2 The report", "document The report 1"]


def test_the_block_of_a_file_is_a_document_without_its_button():
    site = OldSite()
    html = (
        f'<!-- wp:file {{"id":5,"href":"{REPORT}"}} --><div class="wp-block-file"><object class="wp-block-file__embed" data="{REPORT}"></object>'
        f'<a href="{REPORT}">The report</a><a href="{REPORT}" class="wp-block-file__button" download>Download</a></div><!-- /wp:file -->'
    )
    assert written(site.convert(html).blocks) == ["document The report 1"]
    assert site.told() == ["dropped: A button for the file that is linked beside it was left behind."]


def test_a_file_of_which_only_the_button_or_another_link_stands_in_its_block_is_a_document():
    button = f'<a href="{REPORT}" class="wp-block-file__button" download>Download</a>'
    assert lines(f'<div class="wp-block-file">{button}</div>') == ["document The report 1"]
    named = '<a href="https://a.example/its-page/">Its name</a>'
    assert lines(f'<div class="wp-block-file">{named}{button}</div>') == [
        "p [Its name](https://a.example/its-page/)",
        "document The report 1",
    ]


@pytest.mark.parametrize(
    "html",
    [
        f'<iframe src="{REPORT}"></iframe>',
        f'<embed src="{REPORT}" type="application/pdf">',
        f'<object data="{REPORT}" type="application/pdf"></object>',
        f'<object data="{REPORT}"><embed src="{REPORT}"></object>',
        f'[pdf-embedder url="{REPORT}"]',
        f"[embeddoc url='{REPORT}' download='all' viewer='google']",
        '[pdf-embedder url="/report.pdf" width="max"]',
        f'<!-- wp:shortcode -->[pdf-embedder url="{REPORT}"]<!-- /wp:shortcode -->',
        f'<!-- wp:pdfp/pdfposter {{"file":"{REPORT}"}} /-->',
        f'<!-- wp:embed {{"url":"{REPORT}"}} /-->',
        f"[pdfviewer]{REPORT}[/pdfviewer]",
        f"\n\n{REPORT}\n\n",
        f'<p><a href="{REPORT}">{REPORT}</a></p>',
    ],
)
def test_what_shows_a_document_is_that_document(html: str):
    assert lines(html) == ["document The report 1"]


def test_a_shortcode_that_became_a_document_is_no_loss():
    site = OldSite()
    site.convert(f'<p>a</p>[pdf-embedder url="{REPORT}"]')
    assert site.told() == []


def test_documents_in_lists_tables_quotations_and_pictures_stand_behind_them():
    link = f'<a href="{REPORT}">one</a>'
    assert lines(f"<ul><li>a</li><li>{link}</li></ul>") == ["* a", "* one", "document The report 1"]
    assert lines(f"<table><tr><td>{link}</td><td>b</td></tr></table>")[-1] == "document The report 1"
    assert lines(f"<blockquote><p>{link}</p></blockquote>") == ["> one", "document The report 1"]
    assert lines(f'<a href="{REPORT}"><img src="/1.jpg"></a>') == ["picture 1", "document The report 1"]


def test_of_a_document_that_did_not_come_the_name_stays_and_is_told():
    site = OldSite()
    blocks = site.convert(
        '<p>See <a href="/gone.pdf">this</a>.</p><iframe src="/lost.pdf" title="The plan"></iframe>'
    ).blocks
    assert written(blocks) == ["p See this.", "p The plan"]
    assert site.told() == ["lost: A document did not come along; its name stays (2 times)."]


def test_a_document_of_another_site_is_linked_where_it_lies():
    address = "https://a.example/wp-content/uploads/report.pdf"
    assert lines(f'<p><a href="{address}">a</a></p>') == [f"p [a]({address})"]
    assert lines(f'[pdf-embedder url="{address}"]') == [f"elsewhere a.example {address}"]


def test_no_word_and_no_link_counts_as_lost_where_a_document_came():
    html = f'<p>Read <a href="{REPORT}">the report</a>.</p><p><a href="/lake.pdf">Lake</a></p>'
    compared = compare(html, OldSite().convert(html))
    assert (compared.words_lost, compared.links_in - compared.links_out) == (0, 0)
