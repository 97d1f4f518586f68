"""All that comes from the copy of the old site's uploads, and what is told of it at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from araz.importers.wordpress.attachments import Attachments, is_document
from araz.importers.wordpress.documents import Documents, ending_of
from araz.importers.wordpress.findings import Finding
from araz.importers.wordpress.pictures import Pictures
from araz.importers.wordpress.report import Report, counted

_NOT_SHOWN: Final = "No story shows this file."
_NOT_OFFERED: Final = "No story leads to this document. If readers need it, bring it in at the desk."
_OTHER_KIND: Final = "Files of this kind do not come: only pictures and documents (PDF) do."
_OTHER_KINDS: Final = (
    "{files} of other kinds, to which stories lead, did not come along ({kinds}): only pictures and documents (PDF) do."
    " Save what readers need as PDF, and bring it in at the desk."
)


@dataclass(frozen=True, slots=True)
class Uploads:
    pictures: Pictures
    documents: Documents

    @property
    def failures(self) -> int:
        """How often something had no file so far, or a document none that is accepted."""
        return self.pictures.failures + self.documents.failures

    @property
    def shown(self) -> set[int]:
        """Numbers of the attachments that some story shows."""
        return self.pictures.shown | self.documents.shown

    def count(self, report: Report) -> None:
        documents = self.documents
        report.documents = documents.brought
        report.documents_refused, report.documents_missing = documents.refused, len(documents.missing)
        report.other_files = documents.other_kinds()

    def tell(self, attachments: Attachments, *, is_folder_given: bool) -> Iterator[Finding]:
        """Yield what has no file, and which files nobody sees here."""
        advice = "Are all uploads in the folder?" if is_folder_given else "Give the folder with --media."
        for count, what in ((len(self.pictures.missing), "picture"), (len(self.documents.missing), "document")):
            if count:
                has = "has" if count == 1 else "have"
                yield Finding(kind="lost", what=f"{counted(count, what)} {has} no file. {advice}")
        if others := self.documents.other_kinds():
            kinds = ", ".join(f"{ending} {count:,}" for ending, count in others.items())
            yield Finding(
                kind="lost", what=_OTHER_KINDS.format(files=counted(sum(others.values()), "file"), kinds=kinds)
            )
        shown = self.shown
        for number in attachments.numbers():
            if number not in shown:
                attachment = attachments.get(number)
                title, path = (attachment.title, attachment.path) if attachment else ("", "")
                yield Finding(kind="left out", what=_why_left_out(path), item=number, headline=title)


def _why_left_out(path: str) -> str:
    if is_document(path):
        return _NOT_OFFERED
    return _OTHER_KIND if ending_of(path) else _NOT_SHOWN
