"""Who may do what with a page, beyond what his groups allow: what was public is never deleted or carried off."""

from typing import Any

from django.conf import settings
from wagtail.models import PagePermissionTester

from araz.desk.two_persons import why_another


class StandingPermissionTester(PagePermissionTester):
    """For pages that make up the paper: they are changed, never moved."""

    def can_move(self) -> bool:
        return False


class SectionPermissionTester(StandingPermissionTester):
    def can_reorder_children(self) -> bool:
        """Readers get stories by their time; and dragging them would show all of a section's at once."""
        return False

    def can_publish_subpage(self) -> bool:
        """A new story is one's own: where two persons must approve, nobody publishes it while making it."""
        return settings.ARAZ_APPROVAL == "one" and bool(super().can_publish_subpage())


class StoryPermissionTester(PagePermissionTester):
    def can_copy_to(self, destination: Any, recursive: bool = False) -> bool:
        """A copy stays in its language; a story in another one is a translation."""
        return destination.locale_id == self.page.locale_id and bool(super().can_copy_to(destination, recursive))

    def can_publish(self) -> bool:
        return bool(super().can_publish()) and not why_another(self.page, self.user)

    def can_unschedule(self) -> bool:
        """Keeping something from readers takes one person."""
        return bool(super().can_publish())

    def why_not_publish(self) -> str:
        """Say why the user, whose role publishes, does not publish this story now; empty if he does, or his role does not."""
        return why_another(self.page, self.user) if super().can_publish() else ""
