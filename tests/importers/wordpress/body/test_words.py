from araz.edition.text import words_of
from tests.importers.wordpress.body.old_site import OldSite, lines


def test_marks_of_both_kinds_become_bold_and_italic():
    assert lines("<p>a <b>b</b> <strong>c</strong> <i>d</i> <em>e</em> <b><i>f</i></b></p>") == [
        "p a **b** **c** _d_ _e_ _**f**_"
    ]


def test_crossed_and_unclosed_tags_keep_their_words_and_marks():
    assert lines("<p>a <b>b <i>c</b> d</i> e <em>f") == ["p a **b **_**c**__ d_ e _f_"]


def test_words_outside_any_tag_are_paragraphs():
    assert lines("before<p>inside</p>after") == ["p before", "p inside", "p after"]


def test_an_empty_line_ends_a_paragraph_and_a_line_end_is_a_line_break():
    assert lines("one\ntwo\n\nthree\r\n\r\nfour<br />\nfive") == ["p one/two", "p three", "p four/five"]


def test_an_empty_line_inside_a_mark_keeps_the_mark():
    assert lines("<em>one\n\ntwo</em>") == ["p _one_", "p _two_"]


def test_a_line_end_in_a_block_of_the_newer_editor_is_only_a_blank():
    assert lines("<!-- wp:paragraph -->\n<p>one\ntwo</p>\n<!-- /wp:paragraph -->") == ["p one two"]


def test_the_newer_editors_classic_block_is_read_like_the_older_editor():
    assert lines("<!-- wp:freeform -->\none\n\ntwo\n<!-- /wp:freeform -->\n\n<!-- wp:paragraph --><p>x\ny</p>") == [
        "p one",
        "p two",
        "p x y",
    ]


def test_two_line_breaks_in_a_box_make_paragraphs():
    assert lines("<div>one<br><br>two<br/> <br/>three<br>four</div>") == ["p one", "p two", "p three/four"]


def test_empty_tags_and_rows_of_hard_blanks_leave_nothing():
    assert lines(
        "<p>&nbsp;</p><p></p><div><span> </span></div><h2><b></b></h2><p>a&nbsp;&nbsp; &nbsp;b 5&nbsp;km</p>"
    ) == ["p a b 5\u00a0km"]


def test_what_word_and_google_docs_wrap_around_words_is_taken_off():
    docs = '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">bold</span><span style="font-style:italic"> slanted</span></p></b>'
    word = '<p class="MsoNormal"><span style="mso-bidi-font-size:12pt"><o:p></o:p>words <font color="red">red</font></span></p>'
    assert lines(docs + word) == ["p **bold**_ slanted_", "p words red"]


def test_deleted_marked_small_and_other_words_stay_words():
    html = "<p><del>a</del> <ins>b</ins> <mark>c</mark> <code>d</code> <abbr title='x'>e</abbr> <kbd>f</kbd> <tt>g</tt></p>"
    assert lines(html) == ["p a b c d e f g"]


def test_a_raised_number_stays_raised():
    assert lines("<p>10<sup>6</sup> m<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup></p>") == ["p 10⁶ m² H₂O 1st"]


def test_joiners_between_letters_stay_and_marks_of_direction_do_no_harm():
    words = words_of(OldSite(language="fa").convert("<p>می\u200cخواهم \u202bراست\u202c</p>").blocks[0].text)  # type: ignore[union-attr]
    assert words == "می\u200cخواهم راست"


def test_letters_of_a_foreign_keyboard_are_mended():
    assert lines("<p>كتاب علي</p>", "fa") == ["p کتاب علی"]


def test_words_of_another_language_say_so_and_those_of_the_story_do_not():
    html = '<p lang="az">bir <span lang="fa-IR" dir="rtl">سلام</span> <span lang="az">iki</span> <span lang="de">drei</span></p>'
    assert lines(html, "az") == ["p bir {fa: سلام} iki drei"]


def test_a_paragraph_in_another_language_says_so_as_a_block():
    assert lines('<p lang="az-Arab">سلام <i lang="az">bir</i></p><p>b</p>', "az") == ["p (azb) سلام {az: _bir_}", "p b"]


def test_quotation_marks_that_a_browser_makes_are_written():
    assert lines("<p>He said <q>yes</q>.</p>") == ["p He said “yes”."]


def test_entities_are_letters_and_never_tags():
    assert lines("<p>1 &lt; 2 &amp; &lt;b&gt; &#601; &eacute; &bogus;</p>") == ["p 1 < 2 & <b> ə é &bogus;"]


def test_a_heading_is_of_one_of_two_levels():
    html = "".join(f"<h{level}>{level}</h{level}>" for level in range(1, 7))
    assert lines(html) == ["h2 1", "h2 2", "h3 3", "h3 4", "h3 5", "h3 6"]


def test_terms_and_what_opens_at_a_click_are_bold_paragraphs_before_their_words():
    assert lines("<dl><dt>Term</dt><dd>Meaning</dd></dl><details><summary>More</summary><p>Inside</p></details>") == [
        "p **Term**",
        "p Meaning",
        "p **More**",
        "p Inside",
    ]


def test_the_lines_of_a_poem_and_of_code_stay_lines():
    assert lines('<pre class="wp-block-verse">one\n  two\n\nthree</pre>') == ["p one/\u00a0\u00a0two", "p three"]
    assert lines("<pre><code>if x:\n\treturn  1</code></pre>") == ["p if x:/" + "\u00a0" * 4 + "return\u00a0\u00a01"]


def test_lines_pages_and_blanks_between_blocks_are_no_blocks():
    html = "<p>a</p><hr><!--more Read on--><!--nextpage--><!-- wp:spacer --><div style='height:9px'></div><!-- /wp:spacer --><p>b</p>"
    assert lines(html) == ["p a", "p b"]


def test_a_formula_keeps_its_words_and_a_drawing_is_told():
    site = OldSite()
    site.convert(
        "<p><math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math></p><svg><text>Two words</text></svg>"
    )
    assert lines("<math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math>") == ["p x=2"]
    assert [(finding.kind, finding.words) for finding in site.findings] == [("doubtful", 0), ("lost", 2)]


def test_tags_that_stand_in_each_other_a_thousand_deep_keep_their_words():
    site = OldSite()
    deep = "<div><span>" * 1_000 + "words <script>no()</script>inside" + "</span></div>" * 1_000
    assert [words_of(block.text) for block in site.convert(deep).blocks] == ["words inside"]  # type: ignore[union-attr]
    assert site.findings[0].kind == "doubtful"


def test_words_that_were_hidden_stay_and_are_doubtful():
    site = OldSite()
    assert len(site.convert('<div style="display:none">hidden words</div>').blocks) == 1
    assert site.told() == ["doubtful: Words that the old page did not show at first are in the text."]
