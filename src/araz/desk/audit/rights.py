"""Notes that somebody at the desk changed what a role may do, or how stories are reviewed, by whatever form.

Wagtail's own logs know of some of these forms only: not of a review that is taken from a part of the paper, for instance. So
the rows are listened to. What Araz sets up by itself, at its start, is no deed of anybody.
"""

from typing import Any, Final

from django.contrib.auth.models import Group
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.log_actions import get_active_log_context
from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    Task,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from araz.desk.audit.log import note
from araz.desk.models.review import ReviewTask

_RIGHTS: Final = (Group, GroupPagePermission, GroupCollectionPermission)
_REVIEW: Final = (Workflow, WorkflowPage, WorkflowTask, WorkflowContentType, Task, ReviewTask)
_LISTS: Final = {Group.permissions.through: "rights-changed", ReviewTask.groups.through: "review-changed"}
_NOTED: Final = "_araz_noted"  # in Wagtail's note of the request: a form of many rows is one deed


def connect() -> None:
    for signal in (post_save, post_delete):
        for model in (*_RIGHTS, *_REVIEW):
            signal.connect(_row_changed, sender=model, dispatch_uid=f"araz.desk.audit.{model.__name__}")
    for rows in _LISTS:
        m2m_changed.connect(_list_changed, sender=rows, dispatch_uid=f"araz.desk.audit.{rows.__name__}")


def _row_changed(sender: type[Model], instance: Any, *, raw: bool = False, **_about: Any) -> None:
    if not raw:
        _note("rights-changed" if sender in _RIGHTS else "review-changed", _about_of(instance))


def _list_changed(sender: type[Model], instance: Any, action: str, **_about: Any) -> None:
    if action.startswith("post_"):
        _note(_LISTS[sender], _about_of(instance))


def _about_of(row: Any) -> str:
    """The group or the review that the row belongs to, by its number: names are words of somebody."""
    for name in ("group", "workflow"):
        if number := getattr(row, f"{name}_id", None):
            return f"{name}-{number}"
    return f"{row._meta.model_name}-{row.pk}"


def _note(deed: str, about: str) -> None:
    context = get_active_log_context()
    if context.user is None:
        return
    noted = vars(context).setdefault(_NOTED, set())
    if (deed, about) not in noted:
        noted.add((deed, about))
        note(deed, context.user, about)
