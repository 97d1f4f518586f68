"""A step of the review that nobody can take for a story of his own."""

from typing import Any, Final

from django.conf import settings
from wagtail.models import AbstractGroupApprovalTask

from araz.desk.refused import refusal

TWO_PERSONS: Final = "A story is approved by two persons, neither of them its writer. Ask another to approve this step."

Actions = list[tuple[str, str, bool]]


class ReviewTask(AbstractGroupApprovalTask):
    """Members of the chosen groups approve; where two persons must, the writer is not one of them."""

    class Meta:
        verbose_name = "review"
        verbose_name_plural = "reviews"

    def get_actions(self, obj: Any, user: Any) -> Actions:
        actions: Actions = super().get_actions(obj, user)
        if is_own(obj, user) or has_approved(obj.current_workflow_state, user):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> Any:
        """The last guard, whatever form or address asks. Raises ValidationError."""
        state = task_state.workflow_state
        if action_name == "approve" and (is_own(state.content_object, user) or has_approved(state, user)):
            raise refusal(TWO_PERSONS)
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        return "Members of the chosen groups approve; with two-person approval nobody approves a story of his own."


def has_approved(state: Any, user: Any) -> bool:
    """Say whether the user has approved an earlier step, so that another must take the next."""
    return bool(state and state.task_states.filter(status="approved", finished_by=user).exists())


def is_own(story: Any, user: Any) -> bool:
    """Say whether the rule of two persons keeps the user from deciding about the story."""
    return bool(settings.ARAZ_APPROVAL == "two" and user and story.owner_id == user.pk)
