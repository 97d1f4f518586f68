"""What is remembered of links, recoveries and wrong tries: neither the link nor what was typed."""

from django.conf import settings
from django.db import models


class OneTimeLink(models.Model):
    """The account's only link that still works. A newer one takes its place; using it deletes it."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    digest = models.CharField(max_length=64, unique=True)  # SHA-256 of the token, in hex
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"link of account {self.pk}"


class WrongTries(models.Model):
    """How often somebody was wrong lately, and when the next try is heard."""

    key = models.CharField(max_length=64, primary_key=True)  # a keyed digest of the account's name
    count = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.count} wrong tries"


class Recovery(models.Model):
    """An administrator asks that an account be opened anew; a second one has three days to agree. Then the row is gone."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    hour = models.DateTimeField()  # rounded down to the hour

    def __str__(self) -> str:
        return f"recovery of account {self.pk}"
