from tests.importers.wordpress.body.old_site import OldSite, lines


def test_a_table_has_its_heads_its_caption_and_marks_in_its_cells():
    html = (
        '<figure class="wp-block-table"><table><thead><tr><th>Year</th><th>Rain</th></tr></thead>'
        '<tbody><tr><td><b>1905</b></td><td><a href="https://a.example/">3</a></td></tr></tbody></table>'
        "<figcaption>Rain by year</figcaption></figure>"
    )
    assert lines(html) == ["table 1 Rain by year", "Year | Rain", "**1905** | [3](https://a.example/)"]


def test_a_link_in_a_cell_is_told_since_the_desk_keeps_only_its_words():
    site = OldSite()
    site.convert('<table><tr><td><a href="https://a.example/">a</a></td><td>b</td></tr></table>')
    assert [finding.kind for finding in site.findings] == ["lost"]


def test_cells_that_head_their_rows_are_a_head_column():
    html = "<table><caption>Rain</caption><tr><th>A</th><th>B</th></tr><tr><th>c</th><td>1</td></tr></table>"
    assert lines(html) == ["table 1 and a column Rain", "A | B", "c | 1"]


def test_cells_over_several_columns_and_rows_leave_empty_ones():
    html = "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert lines(html) == ["table 0", "a | b | ", " | c | d"]


def test_the_foot_of_a_table_comes_last_wherever_it_is_written():
    html = "<table><tfoot><tr><td>sum</td><td>3</td></tr></tfoot><tbody><tr><td>a</td><td>1</td></tr></tbody></table>"
    assert lines(html) == ["table 0", "a | 1", "sum | 3"]


def test_a_span_of_a_million_columns_is_no_table_of_a_million_columns():
    html = "<table><tr><td colspan=1000000 rowspan=1000000>a</td><td>b</td></tr></table>"
    assert len(lines(html)[1]) < 300


def test_a_table_that_only_puts_things_beside_each_other_is_read_through():
    html = (
        '<table><tr><td><img src="/1.jpg"></td><td><h3>Head</h3><p>words</p>'
        "<table><tr><td>inner</td><td>x</td></tr></table></td></tr></table>"
    )
    assert lines(html) == ["picture 1", "h3 Head", "p words", "table 0", "inner | x"]


def test_a_table_of_one_cell_is_a_paragraph():
    assert lines("<table><tr><td>words</td></tr></table>") == ["p words"]


def test_pictures_in_a_table_of_data_come_after_it():
    html = '<table><tr><th>A</th><th>B</th></tr><tr><td><img src="/2.jpg"> x</td><td>1<br>2</td></tr></table>'
    assert lines(html) == ["table 1", "A | B", "x | 1/2", "picture 2"]


def test_words_in_a_table_but_in_no_cell_stay():
    assert lines("<table>stray<tr><td>a</td><td>b</td></tr></table>") == ["p stray", "table 0", "a | b"]


def test_empty_rows_and_columns_at_the_end_go():
    site = OldSite()
    assert lines("<table><tr><td>a</td><td>b</td><td></td></tr><tr><td></td><td>&nbsp;</td></tr></table>") == [
        "table 0",
        "a | b",
    ]
    assert not site.convert("<table><tr><td></td></tr></table>").blocks
