from base64 import b64encode
from urllib.parse import quote

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
    words = "He [sic] said [the editor] it [1] [...] [video] [a-b] x[0] [x=1]"
    assert lines(words) == [f"p {words}"]


def test_a_shortcode_that_is_only_shown_is_shown():
    assert lines('Write [[gallery ids="1"]] for it; [[Wiki]]') == ['p Write [gallery ids="1"] for it; [[Wiki]]']


def test_words_that_a_shortcode_says_of_itself_stay():
    assert lines('[cta title="Read more of this" color="red"]') == ["p Read more of this"]
    assert lines('[vc_cta h2="A call" h4="to all of you"]words[/vc_cta]') == [
        "p A call",
        "p to all of you",
        "p words",
    ]


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


def test_an_empty_block_of_wordpresss_own_is_nothing_and_an_embed_has_its_address_in_its_settings():
    site = OldSite()
    html = '<!-- wp:shortcode /--><!-- wp:image /--><!-- wp:embed {"url":"https://youtu.be/abc"} /-->'
    assert written(site.convert(html).blocks) == ["elsewhere YouTube https://youtu.be/abc"]
    assert not site.findings


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


def test_a_cover_of_an_older_version_has_its_picture_in_its_style():
    html = (
        '<div class="wp-block-cover has-x" style="background-image:url(https://old.example/5.jpg)"><p>words</p></div>'
    )
    assert lines(html) == ["picture 5", "p words"]


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


def test_a_shortcode_that_is_never_closed_does_not_swallow_the_rest():
    html = '[caption id="a"]<img src="/1.jpg"> first[/caption]\n\n[caption id="b"]<img src="/2.jpg">\n\n<p>one</p>\n\n[note]<p>two</p>'
    assert lines(html) == ["picture 1 first", "picture 2", "p one", "p [note]", "p two"]


def test_an_end_without_a_beginning_is_nothing():
    assert lines("<figure><img src='/1.jpg'>[/caption]<figcaption>The dam</figcaption></figure>") == [
        "picture 1 The dam"
    ]


def test_a_page_builders_rows_are_read_through_and_its_pictures_and_films_come_along():
    html = (
        '[vc_row][vc_column width="1/2"][vc_custom_heading text="Head"][vc_column_text]<p>words</p>[/vc_column_text]'
        '[vc_single_image image="3"][vc_gallery images="1,2"][/vc_column][vc_column][vc_video link="https://youtu.be/abc"]'
        '[et_pb_image src="https://old.example/4.jpg"][/et_pb_image][/vc_column][/vc_row]'
    )
    assert lines(html) == [
        "p Head",
        "p words",
        "picture 3",
        "gallery",
        "+ 1",
        "+ 2",
        "elsewhere YouTube https://youtu.be/abc",
        "picture 4",
    ]


def test_what_a_page_builder_packed_is_unpacked():
    packed = b64encode(quote("<p>Packed <b>words</b></p>").encode()).decode()
    script = b64encode(quote("alert(1)").encode()).decode()
    site = OldSite()
    html = f"[vc_raw_html]{packed}[/vc_raw_html][vc_raw_js]{script}[/vc_raw_js]"
    assert written(site.convert(html).blocks) == ["p Packed **words**"]
    assert site.told() == ["dropped: A script was left behind."]


def test_the_name_that_editors_gave_to_a_form_is_not_shown():
    assert lines('[contact-form-7 id="1" title="Contact form 1"]') == []
