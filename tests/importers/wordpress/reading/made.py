"""Small exports that tests make, and what reading them gave."""

from dataclasses import dataclass, field
from pathlib import Path

from araz.importers.wordpress.export import Author, Entry, Item, Site, Term
from araz.importers.wordpress.findings import Finding
from araz.importers.wordpress.reading import read_export

NAMESPACES = (
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" ?>\n'
HEAD = """<title>Göl qəzeti</title>
<link>https://old.example/</link>
<language>az</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
"""


def item(number: int = 7, *, title: str = "Göl", content: str = "<![CDATA[<p>su</p>]]>", more: str = "") -> str:
    return f"""<item>
<title>{title}</title>
<link>https://old.example/?p={number}</link>
<dc:creator><![CDATA[murad]]></dc:creator>
<guid isPermaLink="false">https://old.example/?p={number}</guid>
<content:encoded>{content}</content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id>
<wp:post_date>2024-06-05 20:04:48</wp:post_date>
<wp:post_date_gmt>2024-06-05 16:04:48</wp:post_date_gmt>
<wp:post_name>gol-{number}</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
{more}</item>
"""


def comment(
    number: int = 1, *, author: str = "Nərgiz", text: str = "Sağ olun!", approved: str = "1", more: str = ""
) -> str:
    return f"""<wp:comment>
<wp:comment_id>{number}</wp:comment_id>
<wp:comment_author><![CDATA[{author}]]></wp:comment_author>
<wp:comment_author_email>nergiz@example.org</wp:comment_author_email>
<wp:comment_author_url>https://nergiz.example.org</wp:comment_author_url>
<wp:comment_author_IP>192.0.2.44</wp:comment_author_IP>
<wp:comment_agent>Browser 9</wp:comment_agent>
<wp:comment_date_gmt>2024-06-06 10:00:00</wp:comment_date_gmt>
<wp:comment_content><![CDATA[{text}]]></wp:comment_content>
<wp:comment_approved>{approved}</wp:comment_approved>
{more}</wp:comment>
"""


def export(*parts: str, head: str = HEAD, namespaces: str = NAMESPACES) -> str:
    """Return a whole export; its first item begins in line 9."""
    return f'{DECLARATION}<rss version="2.0" {namespaces}>\n<channel>\n{head}{"".join(parts)}</channel>\n</rss>\n'


@dataclass(frozen=True)
class Reading:
    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def items(self) -> list[Item]:
        return [entry for entry in self.entries if isinstance(entry, Item)]

    @property
    def item(self) -> Item:
        (only,) = self.items
        return only

    @property
    def site(self) -> Site:
        (only,) = (entry for entry in self.entries if isinstance(entry, Site))
        return only

    @property
    def authors(self) -> list[Author]:
        return [entry for entry in self.entries if isinstance(entry, Author)]

    @property
    def terms(self) -> list[Term]:
        return [entry for entry in self.entries if isinstance(entry, Term)]

    def told(self, kind: str) -> list[str]:
        return [f"{finding.line}: {finding.what}" for finding in self.findings if finding.kind == kind]


def read(*files: Path) -> Reading:
    reading = Reading()
    reading.entries.extend(read_export(files, reading.findings.append))
    return reading
