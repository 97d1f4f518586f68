"""What is remembered of a one-time link: not the link."""

from django.conf import settings
from django.db import models


class OneTimeLink(models.Model):
    """The account's only link that still works. A newer one takes its place; using it deletes it."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    digest = models.CharField(max_length=64, unique=True)  # SHA-256 of the token, in hex
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"link of account {self.pk}"
