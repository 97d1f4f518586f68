"""The tables of the log of deeds."""

from django.db import models


class AuditLine(models.Model):
    """One deed: which, the account that did it, what it was about, and the hour. Kept for 90 days. No address, no text."""

    number = models.BigIntegerField(primary_key=True)
    hour = models.DateTimeField()  # UTC, rounded down to the hour
    deed = models.CharField(max_length=40)
    account = models.CharField(max_length=150, blank=True)  # its made name; empty for the host's shell and the clock
    about = models.CharField(max_length=60, blank=True)  # a made name or a number, never a text
    salt = models.CharField(max_length=32)  # hex; so that nobody guesses a line that is gone from a hash that is left
    hash = models.CharField(max_length=64)  # SHA-256 over the hash before it and this line

    def __str__(self) -> str:
        return f"{self.number} {self.deed}"


class AuditChain(models.Model):
    """One row: where the log of deeds ends, and where what is left of it begins. Whoever notes a deed holds it."""

    last = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)  # hash of line `last`
    base = models.BigIntegerField(default=0)  # number of the newest line that was thrown away
    base_hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return str(self.last)
