"""The export of a small paper in three languages. Its people, addresses and events are invented."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image

SITE = "https://old.example"
HEAD = f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Göl qəzeti</title>
<link>{SITE}</link>
<language>az</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{SITE}</wp:base_site_url>
<wp:base_blog_url>{SITE}</wp:base_blog_url>
"""
# (login, e-mail, display name): the second and the third show their account's name to everybody
ACCOUNTS = (
    ("mehriban82", "m.quliyeva@old.example", "Mehriban Quliyeva"),
    ("qasim_tufan", "tufan@post.example", "qasim_tufan"),
    ("sona.el", "sona@post.example", "Sona.El"),
)
WORDS = {
    "az": "Şəhərdə bu gün səhər tezdən göyərçinlər uçdu və uşaqlar məktəbə getdilər.",
    "azb": "شهرده بو گون سحر تئزدن گؤیرچین‌لر اوچدو و اوشاقلار مکتبه گئتدیلر.",
    "fa": "امروز صبح زود در شهر کبوترها پرواز کردند و کودکان به مدرسه رفتند.",
}


@dataclass(frozen=True, kw_only=True)
class OldComment:
    number: int
    text: str
    name: str = "Nərgiz Şahin"
    answers: int = 0
    approved: str = "1"
    account: int = 0

    @property
    def xml(self) -> str:
        return f"""<wp:comment>
<wp:comment_id>{self.number}</wp:comment_id>
<wp:comment_author><![CDATA[{self.name}]]></wp:comment_author>
<wp:comment_author_email>reader{self.number}@mail.example</wp:comment_author_email>
<wp:comment_author_url>https://blog-of-reader-{self.number}.example/</wp:comment_author_url>
<wp:comment_author_IP>203.0.113.{self.number}</wp:comment_author_IP>
<wp:comment_agent>Netscape/9.{self.number} (Amiga)</wp:comment_agent>
<wp:comment_date_gmt>2024-06-06 10:00:00</wp:comment_date_gmt>
<wp:comment_content><![CDATA[{self.text}]]></wp:comment_content>
<wp:comment_approved>{self.approved}</wp:comment_approved>
<wp:comment_parent>{self.answers}</wp:comment_parent>
<wp:comment_user_id>{self.account}</wp:comment_user_id>
</wp:comment>
"""


@dataclass(frozen=True, kw_only=True)
class OldPost:
    number: int
    title: str
    content: str
    slug: str
    kind: str = "post"
    status: str = "publish"
    creator: str = "mehriban82"
    at: str = "2024-06-05 16:04:48"
    link: str = ""
    excerpt: str = ""
    password: str = ""
    language: str = ""
    group: str = ""
    category: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    comments: tuple[OldComment, ...] = ()
    more: str = ""

    @property
    def xml(self) -> str:
        uses = f'<category domain="category" nicename="{self.category}"><![CDATA[Xəbərlər]]></category>\n'
        uses = uses if self.category else ""
        if self.language:
            uses += f'<category domain="language" nicename="{self.language}"><![CDATA[{self.language}]]></category>\n'
        if self.group:
            uses += (
                f'<category domain="post_translations" nicename="{self.group}"><![CDATA[{self.group}]]></category>\n'
            )
        meta = "".join(
            f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>\n"
            for key, value in self.meta.items()
        )
        return f"""<item>
<title>{escape(self.title)}</title>
<link>{self.link or f"{SITE}/2024/06/{self.slug}/"}</link>
<dc:creator><![CDATA[{self.creator}]]></dc:creator>
<guid isPermaLink="false">{SITE}/?p={self.number}</guid>
<content:encoded><![CDATA[{self.content}]]></content:encoded>
<excerpt:encoded><![CDATA[{self.excerpt}]]></excerpt:encoded>
<wp:post_id>{self.number}</wp:post_id>
<wp:post_date_gmt>{self.at}</wp:post_date_gmt>
<wp:post_name>{self.slug}</wp:post_name>
<wp:status>{self.status}</wp:status>
<wp:post_type>{self.kind}</wp:post_type>
<wp:post_password>{self.password}</wp:post_password>
{self.more}{uses}{meta}{"".join(comment.xml for comment in self.comments)}</item>
"""


def a_post(number: int, language: str = "az", content: str = "", **more: object) -> OldPost:
    title = str(more.pop("title", f"Göl haqqında {number}"))
    post = OldPost(
        number=number,
        title=title,
        slug=f"gol-{number}",
        content=content or f"<p>{WORDS[language]}</p>",
        language=language,
    )
    return replace(post, **more)  # type: ignore[arg-type]


LINKS = f'<p>{WORDS["az"]} <a href="{SITE}/2024/06/gol-12/">irəli</a> və <a href="/?p=10">özü</a>, <a href="{SITE}/author/mehriban82/">kim</a>.</p>'
PICTURE = (
    f'<p>{WORDS["az"]}</p><!-- wp:image {{"id":20}} --><figure class="wp-block-image"><img src="{SITE}/wp-content/uploads/2024/06/gol.jpg" '
    'alt="Göl axşam" class="wp-image-20"/><figcaption>Göl və dağ</figcaption></figure><!-- /wp:image -->'
)
TALK = (
    OldComment(number=1, text="Gözəl yazıdır. reader1@mail.example"),
    OldComment(number=2, text="Razıyam.", name="Elçin", answers=1),
    OldComment(number=3, text="Sağ olun!", name="mehriban82", answers=2, account=1),
    OldComment(number=4, text="Gözləyən söz.", approved="0"),
    OldComment(number=5, text="Almaq üçün", approved="spam"),
)
POSTS = (
    a_post(10, content=LINKS, group="pll_1", category="xeberler", comments=TALK),
    a_post(11, "fa", title="درباره دریاچه", group="pll_1", creator="qasim_tufan"),
    a_post(12, content=PICTURE + f'<p><a href="{SITE}/?p=10">geri</a></p>', category="xeberler", meta={"_thumbnail_id": "20", "_wp_old_slug": "kohne-gol"}),
    a_post(13, "azb", title="گؤل باره‌سینده", creator="sona.el"),
    a_post(14, kind="page", title="Biz kimik", slug="biz"),
    a_post(15, status="draft", title="Qaralama", link=f"{SITE}/?p=15"),
    a_post(16, status="private", title="Gizli"),
    a_post(17, status="future", title="Sabah", at="2099-01-01 10:00:00"),
    a_post(18, title="Açarlı", password="acar-1848"),
    a_post(19, status="trash", title="Zibil"),
    a_post(20, "az", kind="attachment", status="inherit", title="gol", meta={"_wp_attached_file": "2024/06/gol.jpg", "_wp_attachment_image_alt": "Göl"}, more=f"<wp:attachment_url>{SITE}/wp-content/uploads/2024/06/gol.jpg</wp:attachment_url>\n"),
    a_post(21, kind="attachment", status="inherit", title="unused", more=f"<wp:attachment_url>{SITE}/wp-content/uploads/2024/06/unused.jpg</wp:attachment_url>\n"),
    a_post(22, kind="nav_menu_item", title="Menyu"),
)  # fmt: skip
TERMS = """<wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>xeberler</wp:category_nicename><wp:cat_name><![CDATA[Xəbərlər]]></wp:cat_name></wp:category>
<wp:term><wp:term_id>2</wp:term_id><wp:term_taxonomy>language</wp:term_taxonomy><wp:term_slug>az</wp:term_slug></wp:term>
<wp:term><wp:term_id>3</wp:term_id><wp:term_taxonomy>language</wp:term_taxonomy><wp:term_slug>fa</wp:term_slug></wp:term>
<wp:term><wp:term_id>4</wp:term_id><wp:term_taxonomy>language</wp:term_taxonomy><wp:term_slug>azb</wp:term_slug></wp:term>
<wp:term><wp:term_id>5</wp:term_id><wp:term_taxonomy>post_translations</wp:term_taxonomy><wp:term_slug>pll_1</wp:term_slug><wp:term_description><![CDATA[a:2:{s:2:"az";i:10;s:2:"fa";i:11;}]]></wp:term_description></wp:term>
"""


def write_export(file: Path, posts: tuple[OldPost, ...] = POSTS) -> Path:
    authors = "".join(
        f"<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login>{login}</wp:author_login><wp:author_email>{mail}</wp:author_email>"
        f"<wp:author_display_name><![CDATA[{name}]]></wp:author_display_name></wp:author>\n"
        for number, (login, mail, name) in enumerate(ACCOUNTS, 1)
    )
    file.write_text(HEAD + authors + TERMS + "".join(post.xml for post in posts) + "</channel>\n</rss>\n")
    return file


def write_media(folder: Path) -> Path:
    """Write the uploads: a picture whose file says who took it."""
    file = folder / "2024/06/gol.jpg"
    file.parent.mkdir(parents=True)
    picture = Image.effect_noise((640, 400), 40)
    exif = Image.Exif()
    exif[0x013B] = "mehriban82"  # Artist
    picture.convert("RGB").save(file, exif=exif)
    return folder
