"""Where a story came from, when it was written elsewhere and brought in."""

from django.db import models

from araz.edition.names import ID_LENGTH


class Origin(models.Model):
    """What something is called in the system that it came from, and the numbers that are kept for it here.

    Made for all that will be brought in before the first of it is: stories link to others that come later, and an
    interrupted import goes on with the same numbers.
    """

    key = models.CharField(
        max_length=120, unique=True
    )  # "wordpress:9f86…:123": the old site as a digest, the number there
    story = models.CharField(max_length=ID_LENGTH, unique=True)
    page_number = models.BigIntegerField(unique=True)
    source = models.CharField(max_length=64, blank=True)  # digest of it as it was there; empty until it is brought in
    brought = models.CharField(max_length=64, blank=True)  # digest of it as it was handed over; empty for a draft

    def __str__(self) -> str:
        return self.key
