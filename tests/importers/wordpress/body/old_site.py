"""A small old site around a body: which files and stories it has, and what was said while a body was converted."""

from dataclasses import dataclass, field

from araz.edition.blocks import File, Picture
from araz.edition.text import Address
from araz.importers.wordpress.body import Beside, Converted, Document, convert
from araz.importers.wordpress.findings import Finding
from tests.importers.wordpress.body.notation import written


@dataclass
class OldSite:
    """Pictures 1 to 9 exist, under /1.jpg to /9.jpg; the story at /dam/ is known; other addresses of the site are not.

    Of the documents /report.pdf and /lake.pdf have come, others have not.
    """

    language: str = "en"
    file: str = "export.xml"
    item: int = 7
    line: int = 40
    findings: list[Finding] = field(default_factory=list)

    def link(self, address: str) -> Address:
        inside = address.removeprefix("https://old.example")
        if inside == "/dam/":
            return Address("story:k3v9q2aa")
        return Address("" if inside.startswith("/") else address)

    def picture(self, address: str, attachment: int) -> Picture | None:
        number = attachment or next((n for n in range(1, 10) if address.endswith(f"/{n}.jpg")), 0)
        return Picture(hash=f"{number:032}", width=800, height=600) if 1 <= number <= 9 else None

    def attachment(self, number: int) -> str:
        return f"https://old.example/files/{number}.mp3" if number > 20 else f"https://old.example/{number}.jpg"

    def caption(self, number: int) -> str:
        return {8: "Eighth", 88: "Without a file"}.get(number, "")

    def document(self, address: str, words: str) -> Document | None:
        inside = address.removeprefix("https://old.example")
        if not inside.startswith("/") or not inside.endswith(".pdf"):
            return None
        title = "The report" if inside == "/report.pdf" else words or "Nameless"
        number = {"/report.pdf": 1, "/lake.pdf": 2}.get(inside)
        return Document(title=title, block=File(hash=f"{number:032}", title=title, size=9, pages=1) if number else None)

    def convert(self, html: str, beside: Beside | None = None) -> Converted:
        return convert(html, self, self.findings.append, beside)

    def told(self) -> list[str]:
        return [f"{finding.kind}: {finding.what}" for finding in self.findings]


def lines(html: str, language: str = "en") -> list[str]:
    """Return what comes of some HTML."""
    return written(OldSite(language=language).convert(html).blocks)
