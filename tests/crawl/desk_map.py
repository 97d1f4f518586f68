"""The addresses of the desk, from its own list of them, with what is in the newsroom filled in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final

from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from tests.server.processes import Machine

# What the newsroom has when the crawl begins, beside its sample stories.
_PLANT: Final = """
import json
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, Comment, Locale, Page, Task, Workflow
from araz.desk.models import Byline, DeskDocument, DeskImage, FrontOrder, NewsroomHome, Place, SectionPage, StoryPage, Topic
from araz.desk.erasing.requests import ask
from araz.desk.roles import make_account, role_of
from araz.edition.names import KINDS

accounts = {role_of(one): one for one in get_user_model().objects.all()}
writer = accounts["writer"]
section = SectionPage.objects.filter(locale__language_code="az").first()
public = StoryPage.objects.filter(live=True, locale__language_code="az", picture__isnull=False).order_by("pk").first()
of_kind = {}
for kind in KINDS:
    found = StoryPage.objects.filter(kind=kind).order_by("pk").first()
    if not found:
        found = section.add_child(instance=StoryPage(title=kind, kind=kind, locale=section.locale, owner=writer))
        found.save_revision(user=writer)
    of_kind[kind] = found.pk
draft = section.add_child(instance=StoryPage(title="Qaralama", live=False, locale=section.locale, owner=writer,
    body=public.body, standfirst="Bir cümlə."))
first = draft.save_revision(user=writer)
draft.standfirst = "Başqa cümlə."
draft.wagtail_admin_comments.add(Comment(user=writer, text="Bura baxın.", contentpath="standfirst"))
second = draft.save_revision(user=writer)
waiting = section.add_child(instance=StoryPage(title="Gözləyən", live=False, locale=section.locale, owner=writer))
waiting.save_revision(user=writer)
state = waiting.get_workflow().start(waiting, writer)
locked = section.add_child(instance=StoryPage(title="Kilidli", live=False, locked=True, locale=section.locale, owner=writer))
locked.save_revision(user=writer)
erasure = ask(accounts["administrator"], "word", "Yoxdurbelə")
order, _ = FrontOrder.objects.get_or_create(locale=section.locale)
collection = Collection.get_first_root_node().add_child(name="Şəkillər")
document = DeskDocument.objects.create(title="Sənəd", content_hash="0" * 32, size=1000, pages=1)
print(json.dumps({
    "accounts": {role: one.get_username() for role, one in accounts.items()},
    "story": draft.pk, "public": public.pk, "waiting": waiting.pk, "locked": locked.pk,
    "of_kind": list(of_kind.values()),
    "section": section.pk, "home": section.get_parent().pk,
    "revisions": [first.pk, second.pk], "state": state.pk, "task_state": state.current_task_state.pk,
    "picture": DeskImage.objects.first().pk, "user": writer.pk, "group": Group.objects.first().pk,
    "locale": Locale.objects.first().pk, "collection": collection.pk,
    "workflow": Workflow.objects.first().pk, "task": Task.objects.first().pk,
    "snippets": {"byline": Byline.objects.first().pk, "topic": Topic.objects.first().pk,
        "place": Place.objects.first().pk, "frontorder": order.pk,
        "deskdocument": document.pk},
    "settings": {"papersettings": 1, "addressbook": 1}, "erasure": erasure.pk,
}))
"""
Known = dict[str, Any]


def plant(machine: Machine, folder: Path) -> Known:
    """Put into the newsroom what a page can be about; return what to ask for."""
    known: Known = json.loads(machine.python(_PLANT, folder).splitlines()[-1])
    return known


@dataclass(frozen=True)
class Named:
    """An address and the name by which the desk's list of addresses has it."""

    name: str
    address: str


def all_addresses(known: Known) -> tuple[list[Named], list[str]]:
    """Every address of the list with what is known filled in, and the names of those for which nothing is known."""
    found: list[Named] = []
    unknown: list[str] = []
    for name, pattern in _patterns(get_resolver(), ()):
        here = list(_filled(name, pattern, known))
        found += here
        if not here:
            unknown.append(name)
    return found, unknown


def _patterns(resolver: Any, spaces: tuple[str, ...]) -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            if one.name:
                yield ":".join((*spaces, one.name)), one
        else:
            yield from _patterns(one, (*spaces, one.namespace) if one.namespace else spaces)


def _bulk_actions(known: Known) -> Iterator[str]:
    """The pages that ask before something is done to all that are ticked."""
    ticked = {
        ("wagtailcore", "page"): (known["story"], ("delete", "move", "publish", "unpublish")),
        ("desk", "deskimage"): (known["picture"], ("delete", "add_tags", "add_to_collection")),
        ("desk", "byline"): (known["snippets"]["byline"], ("delete",)),
        ("auth", "user"): (known["user"], ("delete", "assign_role", "set_active_state")),
    }
    for (app, model), (pk, actions) in ticked.items():
        for action in actions:
            yield f"{reverse('wagtail_bulk_action', args=[app, model, action])}?id={pk}&next=/admin/"


def _filled(name: str, pattern: URLPattern, known: Known) -> Iterator[Named]:
    if name == "wagtail_bulk_action":
        yield from (Named(name, address) for address in _bulk_actions(known))
        return
    wanted = list(pattern.pattern.converters) or list(pattern.pattern.regex.groupindex)
    choices = [_values(name, argument, known) for argument in wanted]
    for values in product(*choices):
        try:
            yield Named(name, reverse(name, kwargs=dict(zip(wanted, values, strict=True))))
        except NoReverseMatch:
            continue


def _values(name: str, argument: str, known: Known) -> list[Any]:
    return _of_name(name, argument, known) or _of_argument(argument, known)


def _of_argument(argument: str, known: Known) -> list[Any]:
    values: dict[str, list[Any]] = {
        "page_id": [known["story"], known["public"], known["section"]],
        "parent_page_id": [known["section"], known["home"]],
        "page_to_move_id": [known["story"]],
        "destination_id": [known["section"]],
        "image_id": [known["picture"]],
        "revision_id": known["revisions"][:1],
        "revision_id_a": known["revisions"][:1],
        "revision_id_b": known["revisions"][1:],
        "collection_id": [known["collection"]],
        "task_id": [known["task"]],
        "task_state_id": [known["task_state"]],
        "workflow_state_id": [known["state"]],
        "filter_spec": ["original"],
        "action_name": ["approve"],
        "thing": ["0" * 32],  # nothing is held with it: the page says so
        "pk": [known["story"]],
        "content_type_app_name": ["desk"],
        "content_type_model_name": ["storypage"],
        "app_label": ["desk"],
        "model_name": ["storypage"],
        "app_name": ["desk"],
        "path": ["az/index.html", "assets/style.css"],
        "token": ["aW52ZW50ZWQ"],
        "session_id": [1],
        "object_id": [known["story"]],
        "uploaded_file_id": [1],
        "document_id": [1],
        "doc_id": [1],
        "page_pk": [known["home"]],
        "workflow_pk": [known["workflow"]],
    }
    return values.get(argument, [])


def _of_name(name: str, argument: str, known: Known) -> list[Any]:
    """What an argument is where its name alone does not say it."""
    space, _, last = name.rpartition(":")
    by_space = {
        "wagtailadmin_collections": known["collection"],
        "wagtailadmin_workflows": known["task"] if "task" in last else known["workflow"],
        "wagtaillocales": known["locale"],
        "wagtailusers_users": known["user"],
        "wagtailusers_groups": known["group"],
        "wagtailimages_chooser": known["picture"],
        "wagtailadmin_api:images": known["picture"],
    }
    for model, pk in known["snippets"].items():
        by_space |= {f"wagtailsnippets_desk_{model}": pk, f"wagtailsnippetchoosers_desk_{model}": pk}
    if argument == "pk" and space in by_space:
        return [by_space[space]]
    special = {
        ("wagtailadmin_pages:edit", "page_id"): [
            *(known[name] for name in ("story", "public", "waiting", "locked", "section", "home")), *known["of_kind"],
        ],
        ("wagtailadmin_pages:workflow_history_detail", "page_id"): [known["waiting"]],
        ("wagtailadmin_pages:workflow_history", "page_id"): [known["waiting"]],
        ("wagtailadmin_pages:workflow_preview", "page_id"): [known["waiting"]],
        ("wagtailadmin_pages:workflow_action", "page_id"): [known["waiting"]],
        ("wagtailadmin_pages:collect_workflow_action_data", "page_id"): [known["waiting"]],
        ("wagtailadmin_pages:confirm_workflow_cancellation", "page_id"): [known["waiting"]],
        ("wagtailadmin_pages:revisions_view", "page_id"): [known["story"]],
        ("wagtailadmin_pages:revisions_revert", "page_id"): [known["story"]],
        ("wagtailadmin_pages:revisions_unschedule", "page_id"): [known["story"]],
        ("wagtailadmin_explore", "parent_page_id"): [known["section"], known["home"]],
        ("wagtailsettings:edit", "model_name"): list(known["settings"]),
        ("wagtailsettings:edit", "pk"): [1],
        ("wagtailsettings:preview_on_edit", "pk"): [1],
        ("wagtailsettings:preview_on_edit", "model_name"): list(known["settings"]),
        ("simple_translation:submit_snippet_translation", "model_name"): ["byline"],
        ("simple_translation:submit_snippet_translation", "pk"): [known["snippets"]["byline"]],
        ("mfa_remove_webauthn", "pk"): [1],
        ("desk_erasure", "pk"): [known["erasure"]],
        ("wagtailadmin_workflows:add_task", "model_name"): ["reviewtask"],
    }  # fmt: skip
    return special.get((name, argument), [])
