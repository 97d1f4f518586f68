from tests.importers.wordpress.body.old_site import lines


def test_lists_keep_their_kind():
    assert lines("<ul><li>a</li><li><b>b</b></li></ul><ol><li>c</li></ol>") == ["* a", "* **b**", "1. c"]


def test_a_list_in_an_item_becomes_lines_of_the_item_so_that_numbers_stay_right():
    html = "<ol><li>a<ul><li>b</li><li>c<ol><li>d</li></ol></li></ul></li><li>e</li></ol>"
    assert lines(html) == ["1. a/– b/– c/1. d", "1. e"]


def test_a_list_between_the_items_belongs_to_the_item_before():
    assert lines("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>") == ["* a/– b", "* c"]


def test_a_list_that_begins_at_another_number_brings_its_numbers_along():
    assert lines('<ol start="4"><li>a</li><li><b>b</b></li></ol>') == ["* 4. a", "* 5. **b**"]


def test_paragraphs_of_an_item_are_its_lines_and_its_pictures_come_after_the_list():
    html = '<ul><li><p>a</p><p>b</p><img src="/1.jpg"></li><li>c</li></ul>'
    assert lines(html) == ["* a/b", "* c", "picture 1"]


def test_items_outside_a_list_are_one_list():
    assert lines("<li>a</li>\n<li>b</li><p>c</p><li>d</li>") == ["* a", "* b", "p c", "* d"]


def test_words_between_items_are_an_item():
    assert lines("<ul>stray<li>a</li></ul>") == ["* stray", "* a"]


def test_a_quotation_has_its_paragraphs_and_its_source():
    html = '<blockquote class="wp-block-quote"><p>one</p><p>two</p><cite>Leyla, <i>1905</i></cite></blockquote>'
    assert lines(html) == ["> one", "> two", "> — Leyla, _1905_"]


def test_a_title_in_the_midst_of_a_quotation_is_not_its_source():
    assert lines("<blockquote><p>In <cite>The Book</cite> it says</p></blockquote>") == ["> In _The Book_ it says"]
    assert lines("<blockquote><p>Words<br><cite>Murad</cite></p></blockquote>") == ["> Words", "> — Murad"]


def test_the_foot_of_a_quotation_is_its_source():
    assert lines("<blockquote>words<footer>— <cite>Murad</cite>, 1905</footer></blockquote>") == [
        "> words",
        "> — — _Murad_, 1905",
    ]


def test_an_address_that_a_quotation_cites_is_its_source_if_there_is_no_other():
    assert lines('<blockquote cite="https://www.a.example/x"><p>words</p></blockquote>') == [
        "> words",
        "> — [a.example](https://www.a.example/x)",
    ]


def test_a_pulled_quotation_is_a_quotation():
    html = '<figure class="wp-block-pullquote"><blockquote><p>words</p><cite>Leyla</cite></blockquote></figure>'
    assert lines(html) == ["> words", "> — Leyla"]


def test_a_quotation_may_be_in_another_language_and_hold_lists_and_quotations():
    html = '<blockquote lang="fa"><p>سلام</p><ul><li>بیر</li></ul><blockquote><p>ایکی</p></blockquote></blockquote>'
    assert lines(html) == ["> (fa) سلام", "> (fa) – بیر", "> (fa) ایکی"]


def test_a_quotation_of_nothing_but_its_source_is_a_paragraph():
    assert lines("<blockquote><cite>Leyla</cite></blockquote>") == ["p Leyla"]


def test_a_post_of_another_place_that_is_quoted_keeps_its_words_and_link():
    html = (
        '<blockquote class="twitter-tweet"><p>Words</p>— Leyla <a href="https://twitter.com/x/status/1">May 5</a>'
        '</blockquote><script async src="https://platform.twitter.com/widgets.js"></script>'
    )
    assert lines(html) == ["> Words", "> — Leyla [May 5](https://twitter.com/x/status/1)"]
