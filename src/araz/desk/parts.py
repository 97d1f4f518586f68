"""What the desk's objects share that are parts of the paper: saving one hands it over with it."""

from typing import Any

from django.db import models, transaction

from araz.desk import door
from araz.desk.refused import refusal
from araz.edition.names import PartKey
from araz.edition.paper import Part, key_of


class PartQuerySet(models.QuerySet[Any]):
    """Deletes one by one, so that each object is asked and its deed written."""

    def delete(self) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            counts = [thing.delete() for thing in self]
        return sum(count for count, _ in counts), {}


class PaperPart(models.Model):
    """A model whose saved state is one part of the paper. Stands first among the bases."""

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        door.arrange(self.part())

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        reason = self.why_it_stays()
        if reason:
            raise refusal(reason)
        key: PartKey = key_of(self.part())
        gone = super().delete(*args, **kwargs)
        door.take_out(key)
        return gone

    def part(self) -> Part:
        raise NotImplementedError

    def why_it_stays(self) -> str:
        """Say why it can't be deleted, and what to do; empty if it can."""
        return ""
