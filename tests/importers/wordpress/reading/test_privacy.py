"""What an export holds about people stays in it."""

from base64 import b64encode, urlsafe_b64encode

import msgspec
import pytest

from tests.importers.wordpress.reading.made import HEAD, comment, export, item

AUTHORS = """<wp:author><wp:author_login>murad</wp:author_login><wp:author_email>murad@example.org</wp:author_email>
<wp:author_display_name>murad@example.org</wp:author_display_name></wp:author>
<wp:author><wp:author_login>Leyla</wp:author_login><wp:author_email>leyla@example.org</wp:author_email>
<wp:author_display_name>leyla</wp:author_display_name></wp:author>
<wp:term><wp:term_taxonomy>author</wp:term_taxonomy><wp:term_slug>cap-aysel</wp:term_slug>
<wp:term_description>Aysel aysel 9 aysel@example.org</wp:term_description></wp:term>
"""


def everything(reading) -> str:
    return msgspec.json.encode([reading.entries, reading.findings]).decode()


def test_no_address_of_any_kind_comes_out(read_text):
    more = "<wp:commentmeta><wp:meta_key>akismet</wp:meta_key><wp:meta_value>192.0.2.9</wp:meta_value></wp:commentmeta>"
    comments = (
        comment(1, more=more) + comment(2, author="gul@example.org") + comment(3, author="http://gul.example.org")
    )
    told = everything(read_text(export(item(more=comments), head=HEAD + AUTHORS)))
    assert not [secret for secret in ("example.org", "192.0.2", "Browser 9", "akismet") if secret in told]


def test_what_was_left_behind_is_counted_once_for_the_file(read_text):
    reading = read_text(export(item(more=comment(1) + comment(2)), head=HEAD + AUTHORS))
    assert reading.told("dropped") == [
        "0: Personal data was left behind: 2 e-mail addresses of commenters, 2 IP addresses, 2 web sites of commenters, "
        "2 names of browsers, 2 e-mail addresses of authors, 1 profile of a co-author."
    ]


def test_a_commenter_who_signs_with_an_address_keeps_the_words_only(read_text):
    reading = read_text(export(item(more=comment(text="Yazın: Nergiz@Example.org"))))
    assert reading.item.comments[0].text == "Yazın: …"


def spelt(address: str) -> str:
    return "".join(f"&#{ord(letter)};" if place % 2 else f"&#x{ord(letter):X};" for place, letter in enumerate(address))


@pytest.mark.parametrize(
    "written",
    [
        "MURAD@Example.org",
        spelt("murad@example.org"),
        "&#109;urad&commat;example&period;org",
        "murad＠example.org",
        "murad [at] example (dot) org",
        "murad<span class='x'>@</span>example.org",
        "murad<!-- against robots -->@<wbr/>example.org",
        "mailto:murad%40example.org",
        "murad&amp;#64;example.org",
        "murad%2540example%2Eorg",
        "murad<span hidden>qış</span>@example<span style='display: none'>yay</span>.org",
        "mu<b></b>rad@exam<!-- -->ple.org",
        "mu\u200brad@exam\u00adple.org",
        "ｍurad@example.org",
        "murad=40example.org",
        r"murad\u0040example.org",
        b64encode(b"murad@example.org").decode(),
        f"xy{b64encode(b'murad@example.org, yaz').decode()}",
        urlsafe_b64encode("murad@example.org".encode("utf-16")).decode(),
        "".join(f"={ord(letter):02X}" for letter in "murad@example.org"),
        "murad@exam=\r\nple.org",
        b64encode(b64encode(b"yaz: murad@example.org")).decode(),
        "murad<cite>@</cite>exa<o:p></o:p>mple<img src='/x.gif'>.org",
        "murad<span style='" + "mso-fareast-language:AZ;" * 20 + "'>@</span>example.org",
        "mu&ZeroWidthSpace;rad&shy;@\ufe0fexample.org",
        "MURAD@EXAMPLE.ORG",
        "İlqar.ı@example.org",
        "login@example.org",  # with which an author signs in
        "ad.soyad@example.org",  # as the name of a commenter
        "sayt@example.org",  # as a commenter's page
        "muellif@example.org",  # of an item, as feeds have it
        "qonaq@example.org",  # in the field of a plug-in for guests
        "aysel@example.org",  # in the term of a co-author
        "nigar@example.org",  # in the profile of a co-author, which stands behind
        "rena@example.org",  # of an author whom a plug-in wrote behind the items
    ],
)
def test_an_address_of_an_author_is_hidden_however_it_is_written_and_wherever_the_file_has_it(read_text, written):
    profile = (
        item(9, title="Nigar Su")
        .replace(">post<", ">guest-author<")
        .replace(
            "</item>",
            "<wp:postmeta><wp:meta_key><![CDATA[cap-user_email]]></wp:meta_key>\n<wp:meta_value><![CDATA[nigar@example.org]]>"
            "</wp:meta_value></wp:postmeta></item>",
        )
    )
    author = "<wp:author><wp:author_login>login@example.org</wp:author_login><wp:author_email>ilqar.i@example.org</wp:author_email></wp:author>\n"
    signed = comment(author="ad.soyad@example.org").replace("https://nergiz.example.org", "http://sayt@example.org")
    field = "<wp:postmeta><wp:meta_key>_guest_author_mail</wp:meta_key><wp:meta_value>qonaq@example.org</wp:meta_value></wp:postmeta>"
    other = item(8, more=f"<author>muellif@example.org (Ad Soyad)</author>{signed}{field}")
    late = "<wp:author><wp:author_login>rena</wp:author_login><wp:author_email>rena@example.org</wp:author_email></wp:author>\n"
    text = f"<![CDATA[<p>Yazın: {written}</p>]]>"
    more = f'<category domain="category" nicename="elaqe"><![CDATA[{written}]]></category>\n'
    reading = read_text(
        export(
            item(title=f"<![CDATA[{written}]]>", content=text, more=more),
            profile,
            other,
            late,
            head=HEAD + AUTHORS + author,
        )
    )
    first = reading.items[0]
    shown = "mailto:…" if written.startswith("mailto:") else "…"
    assert (first.title, first.content, first.terms[0].name) == (shown, f"<p>Yazın: {shown}</p>", shown)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Yaz: -murad@example.org-a, Murad@Example.org.Sonra", "Yaz: -…-a, ….Sonra"),
        ('<a href="mailto:murad@example.org?subject=Su">yaz</a>', '<a href="mailto:…?subject=Su">yaz</a>'),
        ("https://su.example/?mail=murad@example.org&x=1", "https://su.example/?mail=…&x=1"),
        ("/" + "x" * 90 + "/murad@example.org", "/" + "x" * 90 + "/…"),
        ("<p>Yaz</p>murad@example.org<br>murad@example.org", "<p>Yaz</p>…<br>…"),
        ("redaksiya@example.org, amurad@example.org", "redaksiya@example.org, amurad@example.org"),
        ("Başqa: " + b64encode(b"redaksiya@example.org").decode(), None),
        ("az40=redaksiya=40example.org&w=40, vue@3.4.21", "az40=redaksiya=40example.org&w=40, vue@3.4.21"),
        ("gul@example.com 192.0.2.11 192.0.2.12 2001:DB8::7 12:05:33 1.2.3", "… … 192.0.2.12 … 12:05:33 1.2.3"),
    ],
)
def test_nothing_but_the_address_is_hidden(read_text, written, shown):
    said = comment(1).replace("nergiz@example.org", "gul@example.com").replace("192.0.2.44", "192.0.2.11")
    other = comment(2).replace("192.0.2.44", "2001:db8::7")
    reading = read_text(export(item(content=f"<![CDATA[{written}]]>"), item(2, more=said + other), head=HEAD + AUTHORS))
    assert reading.items[0].content == (shown or written)
    has_hidden = "…" in reading.items[0].content
    told = [line for line in reading.told("dropped") if "stood in its text" in line]
    assert [line.partition(":")[0] for line in told] == (["15"] if has_hidden else [])


NETWORKS = ("192.0.2.11", "::ffff:192.0.2.12", "192.0.2.13, 10.0.0.7", "fe80::aa:1%eth0", "2001:db8::7", "127.0.0.1")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("IP:192.0.2.11, ip192.0.2.11, 192.0.2.11dən, 192.0.2.11:80", "IP:…, ip…, …dən, …:80"),
        ("192&#46;0&period;2.11 192%2E0%2E2%2E11 192[.]0[.]2[.]11", "… … …"),
        ("192=2E0=2E2=2E11 " + b64encode(b"o: 192.0.2.11 idi").decode(), "… …"),
        ("192.0.2.12 ::ffff:192.0.2.12 192.0.2.13 10.0.0.7", "… … … …"),
        ("fe80::aa:1%eth0 ip:2001:DB8:0:0::7 2001:0db8:0000:0000:0000:0000:0000:0007dan", "…%eth0 ip:… …dan"),
        ("https://secure.gravatar.com/avatar/" + "0a" * 16 + "?s=9", "https://secure.gravatar.com/…?s=9"),
    ],
)
def test_an_ip_address_of_a_commenter_is_hidden_however_it_is_written(read_text, written, shown):
    more = "".join(comment(number).replace("192.0.2.44", ip) for number, ip in enumerate(NETWORKS, 1))
    same = " 12.05.2024 1.2.3.4 192.0.2.110 9.192.0.2.11.5 12:05:33 12::30 a::b 127.0.0.1"
    reading = read_text(export(item(content=f"<![CDATA[{written + same}]]>"), item(2, more=more)))
    assert reading.items[0].content == shown + same


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("O&#039;Neil &amp; Su", "O'Neil & Su"),
        ("gul&#64;example.org", ""),
        ("gul [at] example.org", ""),
        ("IP 192.0.2.9", ""),
    ],
)
def test_the_name_of_a_commenter_is_read_as_it_was_shown_and_is_no_address(read_text, written, shown):
    assert read_text(export(item(more=comment(author=written)))).item.comments[0].name == shown


def test_a_reader_with_an_account_is_not_the_newsroom_and_keeps_first_letters(read_text):
    authors = "<wp:author><wp:author_id>4</wp:author_id><wp:author_login>murad</wp:author_login></wp:author>\n"
    comments = comment(1, author="Murad Su", more="<wp:comment_user_id>4</wp:comment_user_id>") + comment(
        2, author="nergiz_88", text="Salam", more="<wp:comment_user_id>71</wp:comment_user_id>"
    )
    answer = comment(3, author="Gül Su", text="@Nergiz_88, salam!")
    later = item(8, more=comment(4, text="Nergiz_88-ə də, @nergiz_88nin, 88, nergiz_880"))
    reading = read_text(export(item(more=comments + answer), later, head=HEAD + authors))
    assert reading.items[1].comments[0].text == "…-ə də, @…nin, 88, nergiz_880"
    assert [(each.by_account, each.name, each.text) for each in reading.items[0].comments] == [
        (True, "Murad Su", "Sağ olun!"),
        (False, "n.", "Salam"),
        (False, "Gül Su", "@…, salam!"),
    ]


def test_a_password_is_dropped_and_told(read_text):
    reading = read_text(export(item(more="<wp:post_password>sirr-1</wp:post_password>")))
    assert reading.item.had_password
    assert reading.told("dropped") == ["9: The password of this item was dropped."]
    assert "sirr-1" not in everything(reading)


def test_a_name_that_is_only_the_account_name_is_none(read_text):
    reading = read_text(export(item(more=comment(author="Murad")), head=HEAD + AUTHORS))
    assert [(author.login, author.name) for author in reading.authors[:2]] == [("murad", ""), ("Leyla", "")]
    assert reading.item.comments[0].name == ""


def test_spam_and_trash_among_comments_are_left_out_and_counted(read_text):
    comments = comment(1, approved="spam") + comment(2, approved="trash") + comment(3, approved="post-trashed")
    reading = read_text(export(item(more=comments + comment(4))))
    assert [found.number for found in reading.item.comments] == [4]
    assert reading.told("left out") == [
        "0: Comments that WordPress holds as spam were left out: 1.",
        "0: Comments that WordPress holds as trash were left out: 2.",
    ]


def test_co_authors_become_authors_by_their_names(read_text):
    more = '<category domain="author" nicename="cap-aysel"><![CDATA[Aysel Göl]]></category>\n'
    profile = item(9, title="Nigar Su").replace(">post<", ">guest-author<").replace("gol-9", "cap-nigar")
    reading = read_text(export(item(more=more), profile))
    assert [(author.login, author.name) for author in reading.authors] == [
        ("aysel", "Aysel Göl"),
        ("nigar", "Nigar Su"),
    ]
    assert [found.kind for found in reading.items] == ["post", "guest-author"]


@pytest.mark.parametrize(
    ("login", "nicename"),
    [("Murad.Eli", "cap-murad-eli"), ("murad@old.example", "muradold-example"), ("murad eli", "murad-eli")],
)
def test_a_co_author_is_found_by_the_form_that_wordpress_makes_of_the_account_name(read_text, login, nicename):
    head = f"{HEAD}<wp:author><wp:author_login>{login}</wp:author_login></wp:author>\n"
    more = f'<category domain="author" nicename="{nicename}">Murad</category>\n' + comment(
        author=nicename.removeprefix("cap-")
    )
    reading = read_text(export(item(more=more), head=head))
    assert [author.login for author in reading.authors] == [login]
    assert reading.item.co_authors == (login,)
    assert reading.item.comments[0].name == ""


def test_an_account_of_which_only_a_term_speaks_is_known_and_takes_no_name_from_others(read_text):
    terms = "".join(
        f"<wp:term><wp:term_taxonomy>author</wp:term_taxonomy><wp:term_slug>cap-{slug}</wp:term_slug><wp:term_name>{name}</wp:term_name></wp:term>"
        for slug, name in (("aysel", "aysel"), ("rena-su", "rena.su"), ("gul-su", "Gül Su"))
    )
    more = '<category domain="author" nicename="cap-aysel"><![CDATA[Aysel Göl]]></category>\n'
    reading = read_text(export(item(more=more), head=HEAD + terms))
    assert [(author.login, author.name) for author in reading.authors] == [
        ("aysel", "Aysel Göl"),
        ("rena.su", ""),
        ("gul-su", ""),
    ]
