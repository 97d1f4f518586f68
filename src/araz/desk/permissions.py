"""Who may do what with a page, beyond what his groups allow: what was public is never deleted or carried off."""

from typing import Any

from django.conf import settings
from wagtail.models import PagePermissionTester

from araz.desk import door
from araz.desk.models.review import is_own


class StandingPermissionTester(PagePermissionTester):
    """For pages that make up the paper: they are changed, never moved."""

    def can_move(self) -> bool:
        return False


class SectionPermissionTester(StandingPermissionTester):
    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return bool(super().can_delete(ignore_bulk)) and not door.why_section_stays(self.page)

    def can_unpublish(self) -> bool:
        return bool(super().can_unpublish()) and not door.why_section_stays(self.page)

    def can_publish_subpage(self) -> bool:
        """A new story is one's own: where two persons must approve, nobody publishes it while making it."""
        return settings.ARAZ_APPROVAL == "one" and bool(super().can_publish_subpage())


class StoryPermissionTester(PagePermissionTester):
    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return bool(super().can_delete(ignore_bulk)) and not self.page.was_public()

    def can_move(self) -> bool:
        """A published story may change its section, though it may not be deleted."""
        return bool(super().can_delete(ignore_bulk=True))

    def can_publish(self) -> bool:
        return bool(super().can_publish()) and not is_own(self.page, self.user)


def may_publish(user: Any, page: Any) -> bool:
    return bool(page.permissions_for_user(user).can_publish())
