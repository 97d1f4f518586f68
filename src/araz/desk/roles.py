"""Who may do what: four roles, and the review that a story goes through."""

from collections.abc import Sequence
from typing import Any, Final, Literal, get_args

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from araz.desk.audit import note
from araz.desk.models.pages import NewsroomHome
from araz.desk.models.review import ReviewTask
from araz.edition.names import new_id

Role = Literal["writer", "editor", "publisher", "administrator"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)

_WRITES: Final = ("add_page",)
_EDITS: Final = ("add_page", "change_page", "lock_page", "unlock_page")
_PUBLISHES: Final = (*_EDITS, "publish_page")
_APPS: Final = ("desk", "wagtailadmin", "simple_translation")
_PARTS: Final = ("byline", "topic", "place", "frontorder")
_OF_THE_WHOLE_PAPER: Final = (
    *(f"{deed}_{part}" for part in _PARTS for deed in ("change", "delete")),
    "add_frontorder",
    "change_papersettings",
    "change_addressbook",
)
_REVIEW: Final = "Review"
_WAGTAILS_OWN_GROUPS: Final = ("Moderators", "Editors")
_WAGTAILS_OWN_REVIEW: Final = "Moderators approval"


@transaction.atomic
def prepare_roles() -> None:
    """Make the groups and the review, as the newsroom's setting `approval` wants them; again and again if need be."""
    Group.objects.filter(name__in=_WAGTAILS_OWN_GROUPS).delete()
    WorkflowPage.objects.filter(workflow__name=_WAGTAILS_OWN_REVIEW).delete()
    Workflow.objects.filter(name=_WAGTAILS_OWN_REVIEW).update(active=False)
    Task.objects.filter(name=_WAGTAILS_OWN_REVIEW).update(active=False)
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(_permissions(role))
        _allow_pictures(group, role)
        for in_sections in Group.objects.filter(name__startswith=f"{role}: "):
            _keep_to_its_sections(in_sections, group)
        for its_group in Group.objects.filter(Q(name=role) | Q(name__startswith=f"{role}: ")):
            _follow_setting(its_group, role)
    _prepare_review()
    for home in NewsroomHome.objects.all():
        open_home(home)


def open_home(home: Page) -> None:
    """Let the groups work in a language of the paper, and send its stories through the review."""
    for role in ROLES:
        group = Group.objects.filter(name=role).first()
        if group is None:
            return  # roles are not prepared yet; that will open all homes
        if not GroupPagePermission.objects.filter(group=group, page__path__startswith=home.path).exists():
            _allow(group, home, role)
    WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": Workflow.objects.get(name=_REVIEW)})


@transaction.atomic
def allow_only(role: Role, section: Page) -> Group:
    """Return a group with the role in one section only, for people who are to work nowhere else.

    They add the bylines, topics and places that their stories need. What stands on everybody's pages is changed by colleagues
    who work everywhere.
    """
    general = Group.objects.get(name=role)
    made = Group.objects.filter(name__startswith=f"{role}: ", page_permissions__page=section).first()
    group = made or Group.objects.create(name=f"{role}: {section.title[:100]} ({section.specific.public_id})")
    _keep_to_its_sections(group, general)
    _allow_pictures(group, role)
    for codename in _on_pages(role):
        GroupPagePermission.objects.get_or_create(group=group, page=section, permission=_page_permission(codename))
    return group


@transaction.atomic
def make_account(role: Role) -> Any:
    """Return a new account. Its name is made here and says nothing about anybody; it has no password and no address."""
    users = get_user_model().objects
    name = f"desk-{new_id()[:4]}"
    while users.filter(username=name).exists():
        name = f"desk-{new_id()[:5]}"
    account = users.create_user(username=name)
    account.is_superuser = role == "administrator"
    account.set_unusable_password()
    account.save()
    account.groups.add(Group.objects.get(name=role))
    return account


@transaction.atomic
def give_role(account: Any, role: Role, sections: Sequence[Page] = ()) -> None:
    """Let the account do what the role does and nothing else: in the sections, or everywhere if there are none."""
    account.is_superuser = role == "administrator"
    account.save(update_fields=["is_superuser"])
    account.groups.set([allow_only(role, section) for section in sections] or [Group.objects.get(name=role)])


def sections_of(account: Any) -> list[Page]:
    """Return the sections to which the account is kept; none means that it works everywhere."""
    kept = GroupPagePermission.objects.filter(group__user=account, group__name__contains=": ").values("page")
    return list(Page.objects.filter(pk__in=kept).order_by("path"))


def role_of(account: Any) -> str:
    """Return the account's highest role; empty if it has none."""
    names = {group.name.split(":")[0] for group in account.groups.all()}
    return next((role for role in reversed(ROLES) if role in names), "")


def _keep_to_its_sections(group: Group, general: Group) -> None:
    group.permissions.set(general.permissions.exclude(codename__in=_OF_THE_WHOLE_PAPER))


def _allow(group: Group, page: Page, role: Role) -> None:
    for codename in _on_pages(role):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=_page_permission(codename))


def _follow_setting(group: Group, role: Role) -> None:
    """Where one person's approval is enough, that person publishes by it; where two are needed, editors don't."""
    allowed = GroupPagePermission.objects.filter(group=group)
    if "publish_page" in _on_pages(role):
        for page in {given.page for given in allowed.select_related("page")}:
            _allow(group, page, role)
    else:
        allowed.filter(permission__codename="publish_page").delete()


def _on_pages(role: Role) -> tuple[str, ...]:
    match role:
        case "writer":
            return _WRITES
        case "editor":
            return _PUBLISHES if settings.ARAZ_APPROVAL == "one" else _EDITS
        case "publisher" | "administrator":
            return _PUBLISHES


def _page_permission(codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label="wagtailcore", content_type__model="page", codename=codename)


def _permissions(role: Role) -> list[Permission]:
    names = ["access_admin", "submit_translation", "add_deskdocument", "view_deskdocument"]
    if role != "writer":
        names += [f"{deed}_{part}" for part in _PARTS for deed in ("add", "change")] + ["change_deskdocument"]
    if role in ("publisher", "administrator"):
        names += [f"delete_{part}" for part in _PARTS] + ["delete_deskdocument"]
    if role == "administrator":
        names += ["change_papersettings", "change_addressbook"]
    return list(Permission.objects.filter(codename__in=names, content_type__app_label__in=_APPS))


def _allow_pictures(group: Group, role: Role) -> None:
    """Wagtail asks for the rights of its own picture model, whichever model a site has."""
    names = ["add_image", "choose_image"] + ([] if role == "writer" else ["change_image"])
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(codename__in=names, content_type__app_label="wagtailimages"):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _prepare_review() -> None:
    """One step or two; where there are two, the second releases what the first has found good."""
    review, _ = Workflow.objects.get_or_create(name=_REVIEW)
    steps = (
        [("Editing", ("editor", "publisher"))]
        if settings.ARAZ_APPROVAL == "one"
        else [("Editing", ("editor", "publisher")), ("Release", ("publisher",))]
    )
    before = WorkflowTask.objects.filter(workflow=review).count()
    if before and before != len(steps):
        note("approval-changed", about=settings.ARAZ_APPROVAL)
    WorkflowTask.objects.filter(workflow=review).exclude(task__name__in=[name for name, _ in steps]).delete()
    for order, (name, groups) in enumerate(steps):
        task = ReviewTask.objects.filter(name=name).first() or ReviewTask.objects.create(name=name)
        task.groups.set(Group.objects.filter(name__in=groups))
        WorkflowTask.objects.update_or_create(workflow=review, task=task, defaults={"sort_order": order})
