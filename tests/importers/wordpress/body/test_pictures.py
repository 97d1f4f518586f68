from araz.importers.wordpress.body import Beside
from tests.importers.wordpress.body.notation import written
from tests.importers.wordpress.body.old_site import OldSite, lines


def test_a_picture_brings_its_description_caption_and_credit():
    html = (
        '<!-- wp:image {"id":3} --><figure class="wp-block-image"><img src="/x.jpg" alt="A  dam" class="wp-image-3"/>'
        '<figcaption>The <b>dam</b> <span class="credit">Murad</span></figcaption></figure><!-- /wp:image -->'
    )
    assert lines(html) == ["picture 3 alt=A dam The **dam** by Murad"]


def test_a_picture_in_a_sentence_comes_after_its_paragraph():
    assert lines('<p>one <img src="/1.jpg"> two</p><p>three</p>') == ["p one two", "picture 1", "p three"]


def test_captions_of_the_older_editor():
    new = '[caption id="attachment_2" align="left" width="300"]<a href="/2.jpg"><img class="wp-image-2" src="/2.jpg"></a> The <em>dam</em>[/caption]'
    old = '[caption id="" align="left" width="300" caption="It\'s <em>old</em>"]<img src="/1.jpg">[/caption]'
    assert lines(f"before\n\n{new}\n\nafter {old}") == [
        "p before",
        "picture 2 The _dam_",
        "p after",
        "picture 1 It's _old_",
    ]


def test_a_picture_without_a_file_is_told_and_its_caption_stays():
    site = OldSite()
    html = '<figure><img src="/99.jpg"><figcaption>The dam</figcaption></figure>[caption]<img src="/98.jpg"> The sea[/caption]'
    assert written(site.convert(html).blocks) == ["p The dam", "p The sea"]
    assert site.told() == ["lost: A picture has no file and did not come along (2 times)."]
    assert (site.findings[0].item, site.findings[0].file, site.findings[0].line) == (7, "export.xml", 40)


def test_a_pictures_link_to_another_page_is_carried_by_its_caption():
    html = '<figure><a href="https://a.example/"><img src="/1.jpg"></a><figcaption>The dam</figcaption></figure>'
    assert lines(html) == ["picture 1 [The dam](https://a.example/)"]


def test_a_pictures_link_without_a_caption_is_told():
    site = OldSite()
    site.convert(
        '<a href="https://a.example/"><img src="/1.jpg"></a><a href="https://a.example/big.jpg"><img src="/2.jpg"></a>'
    )
    assert site.told() == ["lost: The link of a picture did not come along: it has no caption to carry it."]


def test_galleries_of_the_newer_editor_in_both_forms():
    new = (
        '<figure class="wp-block-gallery has-nested-images"><figure class="wp-block-image"><img src="/1.jpg"><figcaption>a</figcaption></figure>'
        '<figure class="wp-block-image"><img src="/2.jpg"></figure><figcaption class="blocks-gallery-caption">Dams</figcaption></figure>'
    )
    old = (
        '<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li class="blocks-gallery-item"><figure><img src="/x" data-id="3">'
        '<figcaption>c</figcaption></figure></li><li><figure><img src="/4.jpg"></figure></li></ul></figure>'
    )
    assert lines(new + old) == ["gallery Dams", "+ 1 a", "+ 2", "gallery", "+ 3 c", "+ 4"]


def test_a_gallery_of_the_older_editor_shows_the_pictures_that_it_names():
    assert lines('words [gallery columns="2" ids="1,2,77"]') == ["p words", "gallery", "+ 1", "+ 2"]
    assert lines('[gallery ids="5"]') == ["picture 5"]


def test_pictures_of_such_a_gallery_have_the_captions_of_the_media_library_with_a_file_or_without():
    assert lines('[gallery ids="2,8,88"]') == ["gallery", "+ 2", "+ 8 Eighth", "p Without a file"]


def test_a_gallery_that_names_nothing_shows_what_was_put_into_the_post():
    site = OldSite()
    assert written(site.convert("[gallery]", Beside(attached=(4, 5))).blocks) == ["gallery", "+ 4", "+ 5"]
    site.convert("[gallery]")
    assert site.told() == ["lost: A gallery names no pictures, and the export knows of none that belong to the post."]


def test_a_gallery_as_a_theme_wrote_it():
    html = (
        '<div class="gallery"><dl class="gallery-item"><dt class="gallery-icon"><a href="/1.jpg"><img src="/1.jpg"></a></dt>'
        '<dd class="wp-caption-text gallery-caption">a</dd></dl><dl class="gallery-item"><dt class="gallery-icon"><img src="/2.jpg"></dt></dl></div>'
    )
    assert lines(html) == ["gallery", "+ 1 a", "+ 2"]


def test_a_picture_that_only_counts_readers_is_left_behind():
    site = OldSite()
    html = '<img src="https://x.example/1.jpg" width="1" height="1"><img src="https://pixel.wp.com/1.jpg"><p>words</p>'
    assert written(site.convert(html).blocks) == ["p words"]
    assert site.told() == ["dropped: A picture that only counts readers was left behind (2 times)."]


def test_a_face_that_is_a_picture_is_a_letter():
    assert lines('<p>Good <img class="wp-smiley" alt="🙂" src="/smile.png"></p>') == ["p Good 🙂"]


def test_a_picture_that_a_page_loads_late_is_found():
    assert lines('<img src="data:image/gif;base64,R0" data-src="/3.jpg"><noscript><img src="/3.jpg"></noscript>') == [
        "picture 3"
    ]


def test_a_picture_that_is_written_into_the_page_is_told():
    site = OldSite()
    assert not site.convert('<img src="data:image/png;base64,AAAA">').blocks
    assert site.told() == ["lost: A picture that is written into the page itself did not come along."]


def test_who_made_a_picture_by_the_plugin_for_it():
    assert lines('[media-credit name="Murad" align="left"]<img src="/1.jpg">[/media-credit]') == ["picture 1 by Murad"]
