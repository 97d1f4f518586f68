"""What was handed over to the edition: the outbox itself, and what readers have by it."""

from django.db import models

from araz.edition.names import ID_LENGTH
from araz.edition.rows import DEEDS, SALT_BYTES


class OutboxCount(models.Model):
    """One row. Whoever writes a deed holds it, so numbers are in the order in which deeds become visible."""

    last = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.last)


class Outbox(models.Model):
    """One deed of the desk. `payload` is emptied some days after the deed was printed; the rest stays."""

    number = models.BigIntegerField(primary_key=True)
    deed = models.CharField(max_length=10, choices=[(deed, deed) for deed in DEEDS])
    subject = models.CharField(max_length=60, db_index=True)
    language = models.CharField(max_length=3, blank=True)
    salt = models.BinaryField(max_length=SALT_BYTES)
    day = models.DateField()
    payload = models.BinaryField()
    edition_number = models.BigIntegerField(null=True)  # empty until the edition has it

    class Meta:
        indexes = [
            models.Index(fields=["number"], name="outbox_waiting", condition=models.Q(edition_number__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.deed} {self.subject}"


class HandedOver(models.Model):
    """The digest of a part of the paper as it was last handed over; empty when it was taken out."""

    subject = models.CharField(max_length=60, primary_key=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.subject


class PublicStory(models.Model):
    """What is fixed for ever once a story was public, and what of it was handed over last.

    `page` is protected: no deletion, by whatever way, gets past this row.
    """

    STATES = [("live", "live"), ("expired", "expired"), ("withdrawn", "withdrawn")]

    page = models.OneToOneField("desk.StoryPage", on_delete=models.PROTECT, related_name="public", primary_key=True)
    story = models.CharField(max_length=ID_LENGTH, unique=True)
    language = models.CharField(max_length=3)
    month = models.CharField(max_length=7)  # of first publication: "2026-11"
    slug = models.CharField(max_length=48)
    published_at = models.DateTimeField()  # rounded down to ten minutes
    state = models.CharField(max_length=10, choices=STATES)
    section = models.CharField(max_length=ID_LENGTH)
    revision = models.BigIntegerField(null=True)  # the live revision that was handed over
    digest = models.CharField(max_length=64, blank=True)
    withdrawal_note = models.TextField(blank=True)
    valid_until = models.DateField(null=True, db_index=True)  # an announcement's last day, while it is live
    edition_number = models.BigIntegerField(default=0)  # the newest line of the record about it, as far as known

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "month", "slug"], name="one_story_at_an_address"),
        ]
        indexes = [models.Index(fields=["section"], name="public_section")]

    def __str__(self) -> str:
        return self.story


class StoryCorrection(models.Model):
    """A correction that readers were told, in the order in which they were told."""

    page = models.ForeignKey("desk.StoryPage", on_delete=models.PROTECT, related_name="told_corrections")
    at = models.DateTimeField()  # rounded down to ten minutes
    note = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.note
