"""People's addresses are learnt from a field however it is written: else they would stay in the texts."""

import pytest

from tests.importers.wordpress.reading.made import HEAD, comment, export, item


@pytest.mark.parametrize(
    "field",
    [
        '<wp:author_email xml:space="preserve">gul@example.com</wp:author_email>',
        "<author_email xmlns='http://wordpress.org/export/1.2/' >gul@example.com</author_email>",
        "<wp:author_email\n><![CDATA[gul@example.com]]></wp:author_email>",
        "<wp:author_email><![CDATA[gul@]]><![CDATA[example.com]]></wp:author_email>",
        "<wp:author_email>g<![CDATA[ul@exam]]>ple.com</wp:author_email>",
        "<wp:author_email>gul<!-- su -->@example.com</wp:author_email>",
        "<wp:author_email>gul&#64;example&#46;com</wp:author_email>",
        "<wp:author_email><![CDATA[Gül Su <gul@example.com>]]></wp:author_email>",
        "<wp:author_email>&lt;![CDATA[Gul@Example.com]]&gt;</wp:author_email>",
        "<wp:author_email><![CDATA[gul@example.com\n",  # cut off, or damaged
        "wp:author_email>gul@example.com</wp:author_email>",
        "<category nicename='cap-gul' domain='author'><![CDATA[gul@exam]]><![CDATA[ple.com]]></category>",
        '<category domain="author" nicename="cap-gul" title="a > b"><![CDATA[gul@example.com]]></category>',
        '<dc:creator xml:lang="az">gul@<![CDATA[example.com]]></dc:creator>',
        '<wp:term><wp:term_taxonomy x="1"><![CDATA[author]]></wp:term_taxonomy><wp:term_description><![CDATA[Gül gul@]]>'
        "<![CDATA[example.com]]></wp:term_description></wp:term>",
        "<wp:meta_key>_guest_email</wp:meta_key><wp:meta_value x='y'>gul@<![CDATA[example.com]]></wp:meta_value>",
    ],
)
def test_an_e_mail_address_is_learnt_in_whatever_pieces_its_field_has_it(read_text, field):
    reading = read_text(export(item(content="<p>Yaz: gul@example.com, redaksiya@example.com</p>"), item(8, more=field)))
    assert reading.items[0].content == "<p>Yaz: …, redaksiya@example.com</p>"


@pytest.mark.parametrize(
    "field",
    [
        '<wp:comment_author_IP xml:space="preserve">192.0.2.44<',
        "<wp:comment_author_IP><![CDATA[192.0.]]><![CDATA[2.44]]><",
        "<wp:comment_author_IP>192&#46;0.2.44<",
        "<wp:comment_author_IP>192.0.2.44:4312<",
        "<wp:comment_author_IP><![CDATA[::ffff:192.0.2.44:4433]]><",
        "<wp:comment_author_IP>[2001:db8::9]:80, 192.0.2.44<",
    ],
)
def test_so_is_an_ip_address(read_text, field):
    said = comment().replace("<wp:comment_author_IP>192.0.2.44<", field)
    reading = read_text(export(item(content="<p>Yaz: 192.0.2.44, 192.0.2.45</p>", more=said)))
    assert reading.item.content == "<p>Yaz: …, 192.0.2.45</p>"


def test_a_text_about_such_fields_says_nothing_of_anybody(read_text):
    text = "<p>author_email: a > redaksiya@example.com, author <b>x</b> redaksiya@example.com</p>"
    reading = read_text(export(item(content=f"<![CDATA[{text}]]>"), head=HEAD))
    assert reading.item.content == text
