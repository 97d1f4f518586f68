"""What the presses hold back, as the desk tells it, and what somebody decided about it."""

from typing import ClassVar

from django.db import models

DIGEST_LENGTH = 32
KIND_LENGTH = 20


class HeldBack(models.Model):
    """A story, a part of the paper or one of its pages that is held back. Kept until nothing is found there any longer."""

    subject = models.CharField(max_length=160, primary_key=True)  # id of a story, key of a part, or a page's path
    page = models.ForeignKey("desk.StoryPage", on_delete=models.CASCADE, null=True, related_name="+")
    is_imported = models.BooleanField(default=False)

    objects: ClassVar[models.Manager["HeldBack"]]

    def __str__(self) -> str:
        return self.subject


class HeldFinding(models.Model):
    """Where and what sort of thing was found in what is held back, never what: of that two keyed hashes, one for this
    place and one by which the same thing is known elsewhere. Kept until it is found there no longer."""

    held = models.ForeignKey(HeldBack, on_delete=models.CASCADE, related_name="found")
    place = models.CharField(max_length=40)
    kind = models.CharField(max_length=KIND_LENGTH)
    digest = models.CharField(max_length=DIGEST_LENGTH)
    thing = models.CharField(max_length=DIGEST_LENGTH, blank=True)

    objects: ClassVar[models.Manager["HeldFinding"]]

    class Meta:
        indexes = [models.Index(fields=["kind", "thing"], name="held_finding_thing")]

    def __str__(self) -> str:
        return f"{self.held_id} {self.place} {self.kind}"


class LettingOut(models.Model):
    """What somebody decided to be no secret: in one story, wherever it stands, or in all that was brought in; of which
    sort, when, and in how many stories it stood. Kept until it is taken back."""

    HERE, EVERYWHERE, IMPORTED = "here", "everywhere", "imported"

    scope = models.CharField(max_length=10, choices=[(each, each) for each in (HERE, EVERYWHERE, IMPORTED)])
    kind = models.CharField(max_length=KIND_LENGTH)
    subject = models.CharField(max_length=160)  # the story or page; of several stories one, as an example
    stories = models.PositiveIntegerField(default=1)
    day = models.DateField()

    objects: ClassVar[models.Manager["LettingOut"]]

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.scope} {self.kind}"


class Waiver(models.Model):
    """That something in a story is no secret, or wherever it stands: the story, the sort, the day, and a keyed hash of what
    it is.

    Kept until the decision is taken back.
    """

    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    subject = models.CharField(max_length=160, db_index=True)  # empty: wherever it stands
    kind = models.CharField(max_length=KIND_LENGTH)
    day = models.DateField()
    letting_out = models.ForeignKey(LettingOut, on_delete=models.CASCADE, null=True, related_name="waivers")

    objects: ClassVar[models.Manager["Waiver"]]

    def __str__(self) -> str:
        return f"{self.subject} {self.kind}"
