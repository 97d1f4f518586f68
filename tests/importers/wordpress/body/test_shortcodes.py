from araz.importers.wordpress.body import Beside
from tests.importers.wordpress.body.notation import written
from tests.importers.wordpress.body.old_site import OldSite, lines


def test_words_in_a_shortcode_that_nobody_knows_stay_and_its_name_is_told():
    site = OldSite()
    html = 'a [highlight color="red"]marked[/highlight], b\n\n[one_half]left[/one_half][one_half_last]right[/one_half_last]'
    assert written(site.convert(html).blocks) == ["p a marked, b", "p left", "p right"]
    assert [what.split("]")[0] for what in site.told()] == [
        "lost: The shortcode [highlight",
        "lost: The shortcode [one_half",
        "lost: The shortcode [one_half_last",
    ]


def test_words_in_brackets_are_no_shortcodes():
    words = "He [sic] said [the editor] it [1] [...] [video] [a-b] x[0]"
    assert lines(words) == [f"p {words}"]


def test_a_shortcode_that_is_only_shown_is_shown():
    assert lines('Write [[gallery ids="1"]] for it; [[Wiki]]') == ['p Write [gallery ids="1"] for it; [[Wiki]]']


def test_words_that_a_shortcode_says_of_itself_stay():
    assert lines('[cta title="Read more of this" color="red"]') == ["p Read more of this"]


def test_brackets_in_a_tag_are_left_alone():
    assert lines('<a href="https://a.example/?a[caption x=1]=2" title="[b c=1]">words</a>') == [
        "p [words](https://a.example/?a[caption%20x=1]=2)"
    ]


def test_a_shortcode_in_its_own_block_needs_no_sign_to_be_one():
    assert lines("<!-- wp:shortcode -->\n[anything]\n<!-- /wp:shortcode -->") == []


def test_a_block_of_a_plugin_keeps_its_words():
    html = '<!-- wp:acme/box {"x":1} --><div class="acme"><p>words</p></div><!-- /wp:acme/box -->'
    assert lines(html) == ["p words"]


def test_a_block_that_has_its_words_only_in_its_settings_is_lost_with_its_words_counted():
    site = OldSite()
    site.convert('<!-- wp:acf/card {"data":{"text":"Three small words","id":"field_1"}} /-->')
    assert [(finding.kind, finding.words) for finding in site.findings] == [("lost", 3)]


def test_a_block_that_the_page_fills_itself_is_told():
    site = OldSite()
    assert not site.convert('<!-- wp:latest-posts {"postsToShow":3} /-->\n<!-- wp:tag-cloud /-->').blocks
    assert [finding.kind for finding in site.findings] == ["dropped", "dropped"]


def test_columns_and_groups_and_covers_are_read_through():
    html = (
        '<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div class="wp-block-column"><p>a</p></div><!-- /wp:column -->'
        '<!-- wp:column --><div class="wp-block-column"><p>b</p></div><!-- /wp:column --></div><!-- /wp:columns -->'
        '<div class="wp-block-cover"><img class="wp-block-cover__image-background wp-image-1" src="/1.jpg"><div><p>c</p></div></div>'
        '<div class="wp-block-media-text"><figure class="wp-block-media-text__media"><img src="/2.jpg"></figure><div><p>d</p></div></div>'
    )
    assert lines(html) == ["p a", "p b", "picture 1", "p c", "picture 2", "p d"]


def test_a_reusable_block_is_read_where_it_stands():
    beside = Beside(
        reused={
            12: "<!-- wp:paragraph --><p>shared</p><!-- /wp:paragraph -->",
            13: '<p>x</p><!-- wp:block {"ref":13} /-->',
        }
    )
    site = OldSite()
    assert written(site.convert('<p>a</p><!-- wp:block {"ref":12} /--><p>b</p>', beside).blocks) == [
        "p a",
        "p shared",
        "p b",
    ]
    assert not site.findings
    assert len(site.convert('<!-- wp:block {"ref":13} /-->', beside).blocks) == 3
    site.convert('<!-- wp:block {"ref":99} /-->')
    assert site.told() == ["lost: A reusable block holds itself.", "lost: The reusable block 99 is not in the export."]
