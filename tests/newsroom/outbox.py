"""An outbox without a desk: rows as the desk would hand them over, made by hand."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256

import msgspec

from araz.edition.comments import Comment
from araz.edition.paper import Part, key_of
from araz.edition.rows import SALT_BYTES, Deed, OutboxRow
from araz.edition.story import Story, Withdrawal
from araz.edition.text import plain
from araz.edition.upgrades import encode, store_story

DAY = date(2026, 11, 24)


@dataclass
class HandOutbox:
    """Counts rows as the desk does; salts are made from the count, so that two runs are alike."""

    rows: list[OutboxRow] = field(default_factory=list)
    day: date = DAY
    forgotten: int = 0

    def publish(self, story: Story, deed: Deed = "publish") -> OutboxRow:
        return self._add(deed, story.id, story.language, store_story(story))

    def correct(self, story: Story) -> OutboxRow:
        return self.publish(story, "correct")

    def withdraw(self, story: Story, note: str = "") -> OutboxRow:
        withdrawal = Withdrawal(at=datetime(2026, 11, 25, 8, tzinfo=UTC), note=plain(note))
        return self._add("withdraw", story.id, story.language, encode(withdrawal))

    def expire(self, story: Story) -> OutboxRow:
        return self.publish(msgspec.structs.replace(story, expired=True), "expire")

    def comment(self, comment: Comment, language: str = "az") -> OutboxRow:
        return self._add("comment", comment.id, language, encode(comment))

    def arrange(self, part: Part) -> OutboxRow:
        return self._add("arrange", key_of(part), "", encode(part))

    def take_out(self, part: Part) -> OutboxRow:
        return self._add("arrange", key_of(part), "", b"")

    def forget_payloads(self) -> None:
        """Let go of the rows so far, which an edition has; the count goes on."""
        self.forgotten += len(self.rows)
        self.rows.clear()

    def _add(self, deed: Deed, subject: str, language: str, payload: bytes) -> OutboxRow:
        number = self.forgotten + len(self.rows) + 1
        row = OutboxRow(
            number=number,
            deed=deed,
            subject=subject,
            language=language,
            salt=sha256(str(number).encode()).digest()[:SALT_BYTES],
            day=self.day,
            payload=payload,
        )
        self.rows.append(row)
        return row
