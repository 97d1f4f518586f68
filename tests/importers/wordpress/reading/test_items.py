"""What an item says is read into our words."""

from datetime import UTC, date, datetime

import pytest

from araz.importers.wordpress.export import Site, TermUse
from tests.importers.wordpress.reading.made import HEAD, comment, export, item


def test_an_ordinary_post_is_read_with_all_that_it_says(read_text):
    post = read_text(export(item(more="<wp:post_parent>3</wp:post_parent><wp:is_sticky>1</wp:is_sticky>\n"))).item
    assert (post.number, post.kind, post.state, post.title) == (7, "post", "public", "Göl")
    assert (post.slug, post.link, post.creator) == ("gol-7", "https://old.example/?p=7", "murad")
    assert (post.content, post.parent, post.is_sticky) == ("<p>su</p>", 3, True)
    assert post.moment == datetime(2024, 6, 5, 16, 4, 48, tzinfo=UTC)
    assert (post.file, post.line) == ("export.xml", 9)


def test_a_clean_export_gives_no_findings(read_text):
    assert read_text(export(item(7), item(8))).findings == []


def test_the_site_comes_first_and_its_address_ends_without_a_slash(read_text):
    assert read_text(export(item())).entries[0] == Site(
        title="Göl qəzeti", address="https://old.example", language="az", version="1.2"
    )


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "abc", ""])
def test_every_version_is_read(read_text, version):
    old = export(item(), head=HEAD.replace(">1.2<", f">{version}<")).replace("export/1.2", f"export/{version}")
    reading = read_text(old)
    assert (reading.site.version, reading.item.title) == (version, "Göl")


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("publish", "public"),
        ("future", "scheduled"),
        ("draft", "draft"),
        ("private", "private"),
        ("pending", "pending"),
        ("trash", "trash"),
        ("inherit", "attachment"),
        ("auto-draft", "other"),
        ("wc-completed", "other"),
    ],
)
def test_states_are_translated(read_text, status, state):
    assert read_text(export(item()).replace(">publish<", f">{status}<")).item.state == state


@pytest.mark.parametrize(
    ("gmt", "local", "feed", "moment"),
    [
        ("2024-01-02 03:04:05", "2024-01-02 07:04:05", "", datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("0000-00-00 00:00:00", "2024-01-02 07:04:05", "", datetime(2024, 1, 2, 7, 4, 5, tzinfo=UTC)),
        ("", "", "Tue, 02 Jan 2024 03:04:05 +0000", datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("0000-00-00 00:00:00", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000", None),
        ("2024-13-45 99:00:00", "yesterday", "Feb 31", None),
        ("9999-12-31 23:59:59", "0001-01-01 00:00:00", "", None),  # no time zone has these days
        ("", "1402-10-12 03:04:05", "Tue, 02 Jan 2024 03:04:05 +0000", datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)),
    ],
)
def test_the_date_is_taken_from_where_there_is_one(read_text, gmt, local, feed, moment):
    text = export(item(more=f"<pubDate>{feed}</pubDate>\n"))
    text = text.replace("2024-06-05 16:04:48", gmt).replace("2024-06-05 20:04:48", local)
    reading = read_text(text)
    assert reading.item.moment == moment
    assert bool(reading.told("doubtful")) == (moment is None)


def test_slugs_are_read_in_their_own_letters_without_half_ones_and_invisible_ones(read_text):
    text = export(item()).replace("gol-7", "%D8%A2%D8%A8%E2%80%8C%D9%87%D8\u202e")
    assert read_text(text).item.slug == "آبه"


def test_bidirectional_and_joining_characters_stay_in_text_but_not_in_account_names(read_text):
    text = export(item(title="می\u200cخواهم \u202bآب\u202c")).replace("murad", "mu\u200brad\u202e")
    post = read_text(text).item
    assert post.title == "می\u200cخواهم \u202bآب\u202c"
    assert post.creator == "murad"


def test_terms_authors_and_meta_fields_are_told_apart(read_text):
    more = """<category domain="category" nicename="x%C9%99b%C9%99r"><![CDATA[Xəbər]]></category>
<category domain="post_tag" nicename="su">Su</category>
<category domain="author" nicename="cap-leyla"><![CDATA[Leyla]]></category>
<category domain="author" nicename="cap-leyla"><![CDATA[Leyla]]></category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[12]]></wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>k%C3%B6l</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>gol</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>
"""
    reading = read_text(export(item(more=more)))
    assert reading.item.terms == (
        TermUse(taxonomy="category", slug="xəbər", name="Xəbər"),
        TermUse(taxonomy="post_tag", slug="su", name="Su"),
    )
    assert reading.item.co_authors == ("leyla",)
    assert reading.item.meta == {"_thumbnail_id": "12", "_wp_old_slug": "köl\ngol"}
    assert reading.told("dropped") == ["0: Fields of plug-ins and themes at posts were left behind: 1."]


def test_the_double_mention_of_terms_in_the_first_version_counts_once(read_text):
    more = '<category>Su</category><category domain="tag">Qar</category>'
    more += '<category domain="category" nicename="su">Su</category>\n'
    terms = read_text(export(item(more=more))).item.terms
    assert [(term.taxonomy, term.slug, term.name) for term in terms] == [
        ("post_tag", "", "Qar"),
        ("category", "su", "Su"),
    ]


def test_comments_keep_their_thread_and_text(read_text):
    first, second = (
        comment(1, author=" Mahi\u200cgir\n"),
        comment(2, approved="0", more="<wp:comment_parent>1</wp:comment_parent>"),
    )
    pings = comment(3, more="<wp:comment_type>pingback</wp:comment_type><wp:comment_user_id>4</wp:comment_user_id>")
    one, two, three = read_text(export(item(more=first + second + pings))).item.comments
    assert (one.number, one.name, one.text, one.day) == (1, "Mahi\u200cgir", "Sağ olun!", date(2024, 6, 6))
    assert (one.is_approved, one.kind, one.by_account) == (True, "comment", False)
    assert (two.answers, two.is_approved) == (1, False)
    assert (three.kind, three.by_account) == ("pingback", True)


def test_categories_tags_and_other_terms_of_the_head_are_read(read_text):
    head = (
        HEAD
        + """<wp:author><wp:author_login>murad</wp:author_login>
<wp:author_display_name><![CDATA[Murad Əli]]></wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>qar</wp:category_nicename><wp:category_parent>su</wp:category_parent>
<wp:cat_name>Qar</wp:cat_name></wp:category>
<wp:tag><wp:tag_slug>buz</wp:tag_slug><wp:tag_name>Buz</wp:tag_name></wp:tag>
<wp:term><wp:term_taxonomy>language</wp:term_taxonomy><wp:term_slug>az</wp:term_slug>
<wp:term_name>Azərbaycanca</wp:term_name><wp:term_description>a:1:{}</wp:term_description></wp:term>
"""
    )
    reading = read_text(export(item(), head=head))
    assert [(author.login, author.name) for author in reading.authors] == [("murad", "Murad Əli")]
    assert [(term.taxonomy, term.slug, term.parent, term.name) for term in reading.terms] == [
        ("category", "qar", "su", "Qar"),
        ("post_tag", "buz", "", "Buz"),
        ("language", "az", "", "Azərbaycanca"),
    ]


def test_a_plain_feed_is_read_as_public_posts(read_text):
    feed = """<rss version="2.0"><channel><title>Göl</title><link>https://old.example</link>
<item><title>Su</title><link>https://old.example/?p=5</link><description>mətn</description>
<pubDate>Tue, 02 Jan 2024 03:04:05 +0000</pubDate><author>murad@example.org (Murad)</author></item>
</channel></rss>"""
    post = read_text(feed).item
    assert (post.number, post.kind, post.state, post.title, post.content) == (5, "post", "public", "Su", "mətn")
    assert "example.org" not in repr(post)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("wp:", "ns3:"),
        ("xmlns:wp=", 'xmlns:unknown="urn:x" xmlns:wp='),
        ("http://wordpress.org/export/1.2/", "https://wordpress.com/export/9/"),
        ("excerpt:", "short:"),
        ("content:", "c:"),
    ],
)
def test_other_prefixes_and_addresses_of_namespaces_are_understood(read_text, old, new):
    more = "<media:title xmlns:media='http://search.yahoo.com/mrss/'>no</media:title>\n"
    plain = export(item(more=more)).replace("<excerpt:encoded><![CDATA[]]>", "<excerpt:encoded>short")
    post = read_text(plain.replace(old, new).replace(f"xmlns:{old[:-1]}=", f"xmlns:{new[:-1]}=")).item
    assert (post.number, post.title, post.content, post.excerpt) == (7, "Göl", "<p>su</p>", "short")


def test_wordpress_names_without_any_prefix_are_understood(read_text):
    text = export(item(), namespaces='xmlns="http://wordpress.org/export/1.2/"').replace("wp:", "").replace("dc:", "")
    post = read_text(text).item
    assert (post.number, post.state, post.creator) == (7, "public", "murad")
