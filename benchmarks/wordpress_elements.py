"""The elements of an invented export of WordPress, as WordPress 6 writes them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Final
from urllib.parse import quote

import msgspec

from benchmarks.wordpress_markup import SITE, Pen
from tests.newsroom.archive import LANGUAGES, WORDS

SECTIONS, TAGS, AUTHORS = 20, 400, 300
LOCALES: Final = {"az": "az", "azb": "azb", "fa": "fa_IR", "tr": "tr_TR", "en": "en_US"}


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """What other posts may need to know of a post."""

    number: int
    kind: str
    status: str
    language: str
    title: str
    slug: str
    at: datetime  # UTC
    attachments: int
    partner: int = 0  # number of its translation
    is_marked: bool = False  # Polylang knows its language

    @property
    def link(self) -> str:
        if self.status != "publish":
            return f"{SITE}/?p={self.number}"
        return f"{SITE}/{self.slug}/" if self.kind == "page" else f"{SITE}/{self.at:%Y/%m}/{self.slug}/"

    @property
    def pictures(self) -> tuple[tuple[int, str], ...]:
        return tuple(
            (self.number + place, f"{SITE}/wp-content/uploads/{self.at:%Y/%m}/picture-{self.number + place}.jpg")
            for place in range(1, self.attachments + 1)
        )


def cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


def slug_of(title: str) -> str:
    """Return a slug as WordPress makes it: letters outside ASCII percent-encoded, cut after 200 bytes."""
    slug = quote(title.replace(" ", "-"), safe="-").lower()
    return slug if len(slug) <= 200 else slug[:200]


def word(language: str, number: int) -> str:
    return WORDS[language][number % len(WORDS[language])]


def _login(number: int) -> str:
    return f"desk.user{number}"


def creator_of(chance: Random) -> str:
    return _login(min(int(chance.expovariate(1 / 40)), AUTHORS - 1))  # a few write most


def _pen_name(number: int) -> str:
    language = LANGUAGES[number % 5]
    return f"{word(language, number).title()} {word(language, number // 20).title()}"


def author_of(number: int) -> str:
    first, last = _pen_name(number).split()
    return (
        f"\t<wp:author><wp:author_id>{number + 1}</wp:author_id><wp:author_login>{cdata(_login(number))}</wp:author_login>"
        f"<wp:author_email>{cdata(f'user{number}@example.org')}</wp:author_email>"
        f"<wp:author_display_name>{cdata(f'{first} {last}')}</wp:author_display_name>"
        f"<wp:author_first_name>{cdata(first)}</wp:author_first_name>"
        f"<wp:author_last_name>{cdata(last)}</wp:author_last_name></wp:author>\n"
    )


def _section_slug(language: str, section: int) -> str:
    return slug_of(f"{word(language, section)}-{language}")


def category(number: int, language: str, section: int) -> str:
    parent = _section_slug(language, section // 4) if section >= 4 else ""  # three levels
    return (
        f"\t<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{cdata(_section_slug(language, section))}"
        f"</wp:category_nicename><wp:category_parent>{cdata(parent)}</wp:category_parent>"
        f"<wp:cat_name>{cdata(word(language, section).title())}</wp:cat_name></wp:category>\n"
    )


def tag(number: int, place: int) -> str:
    return (
        f"\t<wp:tag><wp:term_id>{number}</wp:term_id><wp:tag_slug>{cdata(f'tag-{place}')}</wp:tag_slug>"
        f"<wp:tag_name>{cdata(f'{word(LANGUAGES[place % 5], place)} {place}')}</wp:tag_name></wp:tag>\n"
    )


def term(number: int, taxonomy: str, slug: str, name: str, description: str) -> str:
    return (
        f"\t<wp:term><wp:term_id>{number}</wp:term_id><wp:term_taxonomy>{cdata(taxonomy)}</wp:term_taxonomy>"
        f"<wp:term_slug>{cdata(slug)}</wp:term_slug><wp:term_parent>{cdata('')}</wp:term_parent>"
        f"<wp:term_name>{cdata(name)}</wp:term_name><wp:term_description>{cdata(description)}</wp:term_description></wp:term>\n"
    )


def _use(domain: str, slug: str, name: str) -> str:
    return f'\t\t<category domain="{domain}" nicename="{slug}">{cdata(name)}</category>\n'


def uses(chance: Random, post: Post) -> str:
    parts = []
    for section in chance.sample(range(SECTIONS), chance.choice((1, 1, 1, 2))):
        parts.append(_use("category", _section_slug(post.language, section), word(post.language, section).title()))
    for place in chance.sample(range(TAGS), chance.choice((0, 1, 2, 4))):
        parts.append(_use("post_tag", f"tag-{place}", f"{word(LANGUAGES[place % 5], place)} {place}"))
    if post.is_marked:
        parts.append(_use("language", post.language, post.language))
    if post.partner:
        group = f"pll_{min(post.number, post.partner):x}"
        parts.append(_use("post_translations", group, group))
    if chance.random() < 0.05:
        for number in chance.sample(range(AUTHORS), 2):
            parts.append(_use("author", f"cap-{_login(number).replace('.', '-')}", _pen_name(number)))
    return "".join(parts)


def meta(chance: Random, post: Post) -> str:
    fields = {"_edit_last": str(chance.randrange(AUTHORS)), "_yoast_wpseo_metadesc": post.title, "_pingme": "1"}
    if post.attachments:
        fields["_thumbnail_id"] = str(post.number + 1)
    if chance.random() < 0.05:
        fields["_wp_old_slug"] = slug_of(f"{post.title}-old-{post.number}")
    return "".join(_field(key, value) for key, value in fields.items())


def _field(key: str, value: str) -> str:
    return (
        f"\t\t<wp:postmeta>\n\t\t<wp:meta_key>{cdata(key)}</wp:meta_key>\n"
        f"\t\t<wp:meta_value>{cdata(value)}</wp:meta_value>\n\t\t</wp:postmeta>\n"
    )


def comments(chance: Random, pen: Pen, post: Post) -> Iterator[str]:
    first = post.number * 100
    for place in range(chance.choices((0, 1, 3, 8), (60, 20, 15, 5))[0] if post.status == "publish" else 0):
        reader = chance.randrange(5000)
        address = f"192.0.2.{reader % 255}" if reader % 4 else f"2001:db8::{reader:x}"
        kind = chance.choices(("comment", "", "pingback"), (80, 15, 5))[0]
        yield (
            f"\t\t<wp:comment>\n\t\t\t<wp:comment_id>{first + place}</wp:comment_id>\n"
            f"\t\t\t<wp:comment_author>{cdata(f'{pen.words(1).title()} {reader}')}</wp:comment_author>\n"
            f"\t\t\t<wp:comment_author_email>{cdata(f'reader{reader}@example.org')}</wp:comment_author_email>\n"
            f"\t\t\t<wp:comment_author_url>{f'https://reader{reader}.example.org' if reader % 7 == 0 else ''}</wp:comment_author_url>\n"
            f"\t\t\t<wp:comment_author_IP>{cdata(address)}</wp:comment_author_IP>\n"
            f"\t\t\t<wp:comment_date>{cdata(_local(post, place))}</wp:comment_date>\n"
            f"\t\t\t<wp:comment_date_gmt>{cdata(f'{post.at + timedelta(hours=place + 1):%Y-%m-%d %H:%M:%S}')}</wp:comment_date_gmt>\n"
            f"\t\t\t<wp:comment_content>{cdata(pen.sentence(chance.randint(4, 40)))}</wp:comment_content>\n"
            f"\t\t\t<wp:comment_approved>{cdata(chance.choices(('1', '0', 'spam', 'trash'), (85, 7, 6, 2))[0])}</wp:comment_approved>\n"
            f"\t\t\t<wp:comment_type>{cdata(kind)}</wp:comment_type>\n"
            f"\t\t\t<wp:comment_parent>{first + chance.randrange(place) if place and chance.random() < 0.5 else 0}</wp:comment_parent>\n"
            f"\t\t\t<wp:comment_user_id>{reader % 300 if reader < 50 else 0}</wp:comment_user_id>\n\t\t</wp:comment>\n"
        )


def _local(post: Post, hours: int = -1) -> str:
    return f"{post.at + timedelta(hours=5 + hours):%Y-%m-%d %H:%M:%S}"  # four hours east of Greenwich


def post_item(post: Post, creator: str, body: str, excerpt: str, chance: Random, more: str) -> str:
    no_date = post.status in ("draft", "auto-draft", "pending")
    gmt = "0000-00-00 00:00:00" if no_date else f"{post.at:%Y-%m-%d %H:%M:%S}"
    feed_date = "Mon, 30 Nov -0001 00:00:00 +0000" if no_date else f"{post.at:%a, %d %b %Y %H:%M:%S} +0000"
    return (
        f"\t<item>\n\t\t<title>{cdata(post.title)}</title>\n\t\t<link>{post.link}</link>\n\t\t<pubDate>{feed_date}</pubDate>\n"
        f'\t\t<dc:creator>{cdata(creator)}</dc:creator>\n\t\t<guid isPermaLink="false">{SITE}/?p={post.number}</guid>\n'
        f"\t\t<description></description>\n\t\t<content:encoded>{cdata(body)}</content:encoded>\n"
        f"\t\t<excerpt:encoded>{cdata(excerpt)}</excerpt:encoded>\n\t\t<wp:post_id>{post.number}</wp:post_id>\n"
        f"\t\t<wp:post_date>{cdata(_local(post))}</wp:post_date>\n\t\t<wp:post_date_gmt>{cdata(gmt)}</wp:post_date_gmt>\n"
        f"\t\t<wp:comment_status>{cdata('open')}</wp:comment_status>\n\t\t<wp:ping_status>{cdata('closed')}</wp:ping_status>\n"
        f"\t\t<wp:post_name>{cdata('' if no_date else post.slug)}</wp:post_name>\n\t\t<wp:status>{cdata(post.status)}</wp:status>\n"
        f"\t\t<wp:post_parent>0</wp:post_parent>\n\t\t<wp:menu_order>0</wp:menu_order>\n\t\t<wp:post_type>{cdata(post.kind)}</wp:post_type>\n"
        f"\t\t<wp:post_password>{cdata('made-up' if chance.random() < 0.002 else '')}</wp:post_password>\n"
        f"\t\t<wp:is_sticky>{int(chance.random() < 0.001)}</wp:is_sticky>\n{more}\t</item>\n"
    )


def attachment_item(pen: Pen, post: Post, number: int, address: str) -> str:
    path = address.removeprefix(f"{SITE}/wp-content/uploads/")
    fields = (
        _field("_wp_attached_file", path)
        + _field("_wp_attachment_image_alt", pen.words(4))
        + _field("_wp_attachment_metadata", "a:0:{}")
    )
    return (
        f"\t<item>\n\t\t<title>{cdata(f'picture-{number}')}</title>\n\t\t<link>{post.link}picture-{number}/</link>\n"
        f"\t\t<pubDate>{post.at:%a, %d %b %Y %H:%M:%S} +0000</pubDate>\n\t\t<dc:creator>{cdata(_login(number % AUTHORS))}</dc:creator>\n"
        f'\t\t<guid isPermaLink="false">{address}</guid>\n\t\t<content:encoded>{cdata("")}</content:encoded>\n'
        f"\t\t<excerpt:encoded>{cdata(pen.words(6))}</excerpt:encoded>\n\t\t<wp:post_id>{number}</wp:post_id>\n"
        f"\t\t<wp:post_date_gmt>{post.at:%Y-%m-%d %H:%M:%S}</wp:post_date_gmt>\n\t\t<wp:post_name>picture-{number}</wp:post_name>\n"
        f"\t\t<wp:status>inherit</wp:status>\n\t\t<wp:post_parent>{post.number}</wp:post_parent>\n"
        f"\t\t<wp:post_type>attachment</wp:post_type>\n\t\t<wp:attachment_url>{cdata(address)}</wp:attachment_url>\n{fields}\t</item>\n"
    )
