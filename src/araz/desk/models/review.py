"""A step of the review that nobody can take for a story of his own."""

from typing import Any, Final

from wagtail.models import AbstractGroupApprovalTask, Task

from araz.desk.refused import refusal
from araz.desk.two_persons import another_knows, is_own

TWO_PERSONS: Final = "A story is approved by two persons, neither of them its writer. Ask another to approve this step."
LAST_WORDS: Final = (
    "You changed this story last, and approving it would publish it. Your words are kept. Ask another publisher to approve, or"
    " take the story out of review and send it to review again: when an editor has approved your words, you can publish them."
)

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
        if action_name == "approve" and self._is_last_of(state) and not another_knows(state.content_object, user):
            raise refusal(LAST_WORDS)
        return super().on_action(task_state, user, action_name, **kwargs)

    def _is_last_of(self, state: Any) -> bool:
        """Whether no other step waits, so that approving this one publishes. Who changes words before is read by the next."""
        steps = Task.objects.filter(workflow_tasks__workflow=state.workflow_id, active=True).exclude(pk=self.pk)
        return not steps.exclude(task_states__in=state.successful_task_states).exists()

    @classmethod
    def get_description(cls) -> str:
        return "Members of the chosen groups approve; with two-person approval nobody approves a story of his own."


def has_approved(state: Any, user: Any) -> bool:
    """Say whether the user has approved an earlier step, so that another must take the next."""
    return bool(state and state.task_states.filter(status="approved", finished_by=user).exists())
