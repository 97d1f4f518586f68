"""What the presses hold back, as the desk tells it, and what somebody decided about it."""

from typing import ClassVar

from django.db import models

DIGEST_LENGTH = 32


class HeldBack(models.Model):
    """A story, or a page of the paper, that is held back: where and what sort of thing was found, never what.

    Kept until nothing is found there any longer.
    """

    subject = models.CharField(max_length=160, primary_key=True)  # id of a story, or a page's path
    findings = models.JSONField(default=list)  # of [place, kind, digest]

    def __str__(self) -> str:
        return self.subject


class Waiver(models.Model):
    """That something in a story is no secret: the story, the sort, the day, and a keyed hash of what it is.

    Kept as long as the newsroom.
    """

    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    subject = models.CharField(max_length=160, db_index=True)
    kind = models.CharField(max_length=20)
    day = models.DateField()

    objects: ClassVar[models.Manager["Waiver"]]

    def __str__(self) -> str:
        return f"{self.subject} {self.kind}"
