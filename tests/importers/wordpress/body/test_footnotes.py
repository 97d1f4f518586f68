from araz.importers.wordpress.body import Beside
from tests.importers.wordpress.body.notation import text, written
from tests.importers.wordpress.body.old_site import OldSite


def converted(html: str, footnotes: str = "") -> tuple[list[str], list[str]]:
    found = OldSite().convert(html, Beside(footnotes=footnotes))
    return written(found.blocks), [text(note) for note in found.notes]


def test_footnotes_that_wordpress_keeps_beside_the_post():
    html = (
        '<p>One<sup data-fn="b" class="fn"><a href="#b" id="b-link">1</a></sup> two<sup data-fn="a" class="fn"><a href="#a">2</a></sup>'
        ' again<sup data-fn="b" class="fn"><a href="#b">1</a></sup></p><!-- wp:footnotes /-->'
    )
    stored = '[{"content":"The <em>second</em>","id":"a"},{"content":"The first","id":"b"}]'
    assert converted(html, stored) == (["p One[^1] two[^2] again[^1]"], ["The first", "The _second_"])


def test_a_footnote_whose_words_are_missing_keeps_its_number_and_is_told():
    site = OldSite()
    found = site.convert('<p>One<sup data-fn="b" class="fn"><a href="#b">1</a></sup></p>')
    assert written(found.blocks) == ["p One1"]
    assert not found.notes
    assert site.findings[0].kind == "lost"


def test_footnotes_as_word_makes_them():
    html = (
        '<p>One<a href="#_ftn1" name="_ftnref1">[1]</a> two.</p><hr><div id="ftn1">'
        '<p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> The <b>note</b></p></div>'
    )
    assert converted(html) == (["p One[^1] two."], ["The **note**"])


def test_footnotes_as_a_list_with_ways_back():
    html = (
        '<p>One<sup id="fnref1"><a href="#fn1">1</a></sup> and<sup><a href="#fn2">2</a></sup></p><ol>'
        '<li id="fn1">First <a href="#fnref1">↩</a></li><li id="fn2"><p>Second <a href="#fnref2">↩︎</a></p></li></ol><p>End</p>'
    )
    assert converted(html) == (["p One[^1] and[^2]", "p End"], ["First", "Second"])


def test_footnotes_that_a_plugin_keeps_where_their_mark_stands():
    assert converted("One [ref]See <i>there</i>[/ref] two[efn_note]Or here[/efn_note].") == (
        ["p One[^1] two[^2]."],
        ["See _there_", "Or here"],
    )


def test_a_number_that_leads_to_a_chapter_is_no_footnote():
    html = '<p><a href="#c1">1</a></p><p id="c1">The chapter</p>'
    assert converted(html) == (["p 1", "p The chapter"], [])
