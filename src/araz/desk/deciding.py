"""Who may let out what was found, and who reads what it is."""

from functools import cached_property
from typing import Any, Final

from araz.contracts import SECRET_KINDS
from araz.desk.models.held import LettingOut
from araz.desk.roles import role_of
from araz.desk.story_lists import places_edited_by

_WRITES_ONLY: Final = ("", "writer")


class Decider:
    """One account, whose role is asked for once."""

    def __init__(self, account: Any) -> None:
        self.account = account

    @cached_property
    def writes_only(self) -> bool:
        return not self.account.is_superuser and role_of(self.account) in _WRITES_ONLY

    @cached_property
    def _edits_everything(self) -> bool:
        return not self.writes_only and places_edited_by(self.account) is None

    def may_waive(self, kind: str, story: Any) -> bool:
        """Say who decides: of secrets and of the paper's own pages administrators, of all else who may edit the story."""
        if self.account.is_superuser:
            return True
        if kind in SECRET_KINDS or story is None or self.writes_only:
            return False
        return self._edits(story)

    def may_waive_everywhere(self, kind: str) -> bool:
        """Say who decides for all stories at once: of secrets administrators, of all else who may edit every story."""
        return bool(self.account.is_superuser) or (kind not in SECRET_KINDS and self._edits_everything)

    def may_waive_imported(self, kind: str) -> bool:
        """Say who decides of a whole kind in what was brought in. Of a kind of secrets nobody does: each is one by one."""
        return kind not in SECRET_KINDS and self.may_waive_everywhere(kind)

    def may_take_back(self, decision: LettingOut, story: Any) -> bool:
        """Say who may have something held again: whoever may let it out. `story` is the one of a decision about one."""
        if decision.scope == LettingOut.HERE:
            return self.may_waive(decision.kind, story)
        return self.may_waive_everywhere(decision.kind)

    def reads(self, story: Any) -> bool:
        """Whether the account reads the text of the story at the desk."""
        return bool(self.account.is_superuser) or story.owner_id == self.account.pk or self._edits(story)

    def _edits(self, story: Any) -> bool:
        return self._edits_everything or bool(story.permissions_for_user(self.account).can_edit())
