"""What one administrator asks to have erased and another has to agree to."""

from django.conf import settings
from django.db import models


class ErasureRequest(models.Model):
    """An erasure that an administrator asked for. What is to be erased is sealed, and forgotten when it is done, refused or two days old."""

    KINDS = [("word", "A word or a name"), ("story", "A story"), ("picture", "A picture")]
    STATES = [("asked", "asked"), ("agreed", "agreed"), ("done", "done"), ("left", "done, and something is left")]

    kind = models.CharField(max_length=7, choices=KINDS, default="word")
    # What is meant and the forms in which it was found, with the newsroom's key; empty when it is done.
    sealed = models.BinaryField()
    is_whole = models.BooleanField(default=False)  # leaves longer words alone
    state = models.CharField(max_length=6, choices=STATES, default="asked")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_on = models.DateField()
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    is_counted = models.BooleanField(default=False)
    places = models.JSONField(default=dict)  # how many things have it, by what they are called

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
