import pytest

from tests.importers.wordpress.body.notation import written
from tests.importers.wordpress.body.old_site import OldSite, lines


@pytest.mark.parametrize(
    ("frame", "shown"),
    [
        (
            "https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0",
            "YouTube https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        ),
        (
            "//www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
            "YouTube https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        ),
        (
            "https://www.aparat.com/video/video/embed/videohash/Ab12C/vt/frame",
            "Aparat https://www.aparat.com/v/Ab12C",
        ),
        ("https://player.vimeo.com/video/123?h=1", "Vimeo https://vimeo.com/123"),
        (
            "https://www.google.com/maps/embed?pb=!1m2",
            "Google Maps https://www.google.com/maps/embed?pb=!1m2",
        ),
        ("https://t.me/araz/12?embed=1", "Telegram https://t.me/araz/12"),
        (
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fx%2Fvideos%2F1",
            "Facebook https://www.facebook.com/x/videos/1",
        ),
        ("https://films.example/x", "films.example https://films.example/x"),
    ],
)
def test_a_frame_is_a_link_with_the_places_name(frame, shown):
    assert lines(f'<p>a</p><iframe src="{frame}" width="560"></iframe>') == ["p a", f"elsewhere {shown}"]


def test_an_embed_block_has_its_caption_as_title():
    html = (
        '<!-- wp:embed {"url":"https://youtu.be/abc"} --><figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\n'
        "https://youtu.be/abc\n</div><figcaption>The dam breaks</figcaption></figure><!-- /wp:embed -->"
    )
    assert lines(html) == ["elsewhere The dam breaks (YouTube) https://youtu.be/abc"]


def test_the_caption_of_a_film_that_has_a_link_is_a_paragraph():
    html = '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://youtu.be/abc</div><figcaption>By <a href="https://a.example/">A</a></figcaption></figure>'
    assert lines(html) == ["elsewhere YouTube https://youtu.be/abc", "p By [A](https://a.example/)"]


def test_an_address_alone_on_its_line_is_a_film_where_the_place_is_known():
    html = "before\n\nhttps://vimeo.com/22439234\n\n[embed width=1]https://soundcloud.com/a/b[/embed]\n\nhttps://a.example/x\n\nsee https://vimeo.com/1"
    assert lines(html) == [
        "p before",
        "elsewhere Vimeo https://vimeo.com/22439234",
        "elsewhere SoundCloud https://soundcloud.com/a/b",
        "p https://a.example/x",
        "p see https://vimeo.com/1",
    ]


@pytest.mark.parametrize(
    "shortcode",
    [
        '[youtube id="dQw4w9WgXcQ"]',
        "[youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ]",
        "[youtube=https://www.youtube.com/watch?v=dQw4w9WgXcQ]",
    ],
)
def test_a_film_by_its_shortcode(shortcode):
    assert lines(shortcode) == ["elsewhere YouTube https://www.youtube.com/watch?v=dQw4w9WgXcQ"]


def test_films_and_sounds_are_linked_where_they_lie_and_doubtful():
    site = OldSite()
    html = (
        '<figure class="wp-block-video"><video controls src="https://a.example/f/dam.mp4"></video><figcaption>The dam</figcaption></figure>'
        '<audio><source src="https://a.example/f/talk.mp3"></audio>[audio mp3="https://a.example/f/x%20y.mp3"][/audio][playlist ids="31,32"]'
    )
    assert written(site.convert(html).blocks) == [
        "elsewhere The dam (a.example) https://a.example/f/dam.mp4",
        "elsewhere talk.mp3 (a.example) https://a.example/f/talk.mp3",
        "elsewhere x y.mp3 (a.example) https://a.example/f/x%20y.mp3",
    ]
    assert [finding.kind for finding in site.findings] == ["doubtful", "lost"]


def test_a_file_is_its_name_and_its_button_is_told():
    site = OldSite()
    html = (
        '<div class="wp-block-file"><object class="wp-block-file__embed" data="https://a.example/r.pdf"></object><a href="https://a.example/r.pdf">Report</a>'
        '<a href="https://a.example/r.pdf" class="wp-block-file__button" download>Download now</a></div>'
    )
    assert written(site.convert(html).blocks) == ["p [Report](https://a.example/r.pdf)"]
    assert sum(finding.words for finding in site.findings) == 2


def test_buttons_are_paragraphs_that_link():
    html = '<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="https://a.example/">Go</a></div><div class="wp-block-button"><a href="https://b.example/">Stay</a></div></div>'
    assert lines(html) == ["p [Go](https://a.example/)", "p [Stay](https://b.example/)"]


def test_objects_of_old_pages_are_links():
    html = '<object width="1"><param name="movie" value="https://www.youtube.com/v/dQw4w9WgXcQ&hl=en"><embed src="https://www.youtube.com/v/dQw4w9WgXcQ&hl=en"></object>'
    assert lines(html) == ["elsewhere YouTube https://www.youtube.com/watch?v=dQw4w9WgXcQ"]


def test_scripts_styles_forms_and_counters_are_left_behind_and_told():
    site = OldSite()
    html = (
        "<p>a</p><script>var x = '<p>no</p>';</script><style>p {}</style><noscript><img src='/1.jpg'>no</noscript>"
        "<form><label>Your name</label><input value='x'><textarea>no</textarea></form>"
        '<iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe><p onmouseover="x()">b</p>'
    )
    assert written(site.convert(html).blocks) == ["p a", "p b"]
    assert {finding.kind for finding in site.findings} == {"dropped"}
    assert sum(finding.words for finding in site.findings) == 3
