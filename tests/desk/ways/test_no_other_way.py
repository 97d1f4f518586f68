"""Wagtail has no way of changing a page that the tests beside this one don't drive: a newer Wagtail that has one fails here."""

import pkgutil
from collections.abc import Iterator

import pytest
import wagtail.actions
from django.urls import get_resolver
from django.urls.resolvers import URLResolver
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from tests.desk.conftest import Newsroom

pytestmark = pytest.mark.database

DRIVEN = {
    "add", "convert_alias", "copy", "delete", "edit", "lock", "move_confirm", "revisions_revert",
    "revisions_unschedule", "set_page_position", "set_privacy", "unlock", "unpublish", "workflow_action",
}  # fmt: skip
ONLY_SHOW = {
    "add_subpage", "choose_parent", "collect_workflow_action_data", "confirm_workflow_cancellation", "history",
    "history_results", "move", "preview_on_add", "preview_on_edit", "revisions_compare", "revisions_index",
    "revisions_view", "search", "search_results", "type_use", "type_use_results", "usage", "view_draft",
    "workflow_history", "workflow_history_detail", "workflow_preview",
}  # fmt: skip
ACTIONS = {
    "base", "convert_alias", "copy_for_translation", "copy_page", "create", "create_alias", "create_page", "delete",
    "delete_page", "edit", "edit_page", "move_page", "publish_page_revision", "publish_revision", "registry",
    "revert_to_page_revision", "revert_to_revision", "unpublish", "unpublish_page",
}  # fmt: skip
IN_BULK = {
    ("auth", "user"): {"assign_role", "delete", "set_active_state"},
    ("desk", "byline"): {"delete"},
    ("desk", "deskdocument"): {"delete"},  # none that readers find in a story: desk/pictures_in_use.py
    ("desk", "deskimage"): {"add_tags", "add_to_collection", "delete"},
    ("desk", "frontorder"): {"delete"},
    ("desk", "place"): {"delete"},
    ("desk", "topic"): {"delete"},
    ("wagtailcore", "page"): {"delete", "move", "publish", "unpublish"},
    ("wagtaildocs", "document"): {"add_tags", "add_to_collection", "delete"},
}


def test_every_address_about_pages_is_known():
    names = {name for namespace, name in _addresses(get_resolver()) if namespace == "wagtailadmin_pages"}
    assert names == DRIVEN | ONLY_SHOW


def test_every_action_of_wagtail_is_known():
    assert {module.name for module in pkgutil.iter_modules(wagtail.actions.__path__)} == ACTIONS


def test_every_bulk_action_is_known(newsroom: Newsroom):
    bulk_action_registry._scan_for_bulk_actions()
    found = {
        (app, model): set(actions)
        for app, models in bulk_action_registry.actions.items()
        for model, actions in models.items()
    }
    assert found == IN_BULK


def _addresses(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern, pattern.namespace or namespace)
        else:
            yield namespace, pattern.name or ""
