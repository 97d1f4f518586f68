"""All pages of the desk in Chromium: nothing that its policy forbids, no other host, no script in a page."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import pytest
from playwright.sync_api import Page

from tests.crawl.desk_map import Known, Named, all_addresses
from tests.crawl.visitor import Asked, Visitor
from tests.journey.person import PASSPHRASE

pytestmark = pytest.mark.browser

# Names of addresses that show an administrator no page when they are only looked at, and why. The others must show one.
ONLY_SENT_TO: Final = frozenset(
    {
        *("account_logout", "mfa_login_webauthn", "mfa_reauthenticate_webauthn", "wagtailadmin_logout"),
        *("wagtailadmin_api:pages:action", "wagtailadmin_pages:lock", "wagtailadmin_pages:unlock"),
        *("wagtailadmin_editing_sessions:ping", "wagtailadmin_editing_sessions:release", "wagtailusers_users:link"),
        *("wagtailadmin_workflows:enable", "wagtailadmin_workflows:enable_task", "wagtailadmin_workflows:remove"),
        *("desk_change_pictures", "desk_take_over", "desk_use_document", "desk_use_picture", "desk_waive"),
        *("desk_take_back", "desk_waive_everywhere"),
        "wagtailusers_users:recovery",
        *("wagtailadmin_pages:set_page_position", "wagtailimages:create_multiple_from_uploaded_image"),
        *("wagtailimages:delete_multiple", "wagtailimages:delete_upload_multiple", "wagtailimages:edit_multiple"),
    }
)
LEAD_ELSEWHERE: Final = frozenset(  # for an administrator who is signed in
    {
        *("account_login", "mfa_authenticate", "wagtailadmin_login", "signin_enter"),
        *(
            "wagtailadmin_pages:add_subpage",
            "wagtailadmin_pages:revisions_index",
            "wagtailadmin_pages:workflow_preview",
        ),
        "wagtaillocales:add",  # all languages are there
    }
)
NOT_HERE: Final = frozenset(
    {
        *("wagtailadmin_block_preview", "wagtailadmin_pages:convert_alias"),
        *("wagtailadmin_api:documents:detail", "wagtailadmin_api:documents:find", "wagtailadmin_api:images:find"),
        *("wagtailadmin_api:pages:find", "wagtailadmin_tag_model_autocomplete", "wagtailimages:url_generator"),
        *("wagtailimages:url_generator_output", "simple_translation:submit_snippet_translation"),
        *("wagtailsettings:preview_on_edit", "mfa_remove_webauthn", "signin_kept"),
        *(f"wagtailsnippetchoosers_desk_{part}:create" for part in ("byline", "frontorder", "place", "topic")),
    }
)
CLOSED: Final = (
    *("wagtaildocs", "wagtailsites:", "wagtailadmin_password_reset"),
    "wagtailadmin_collections:set_privacy",  # readers' pages are files: nothing at the desk hides one
)
# Signing out would end the crawl, and Wagtail's page for trying out what a fault looks like is a fault.
NOT_VISITED: Final = frozenset({"account_logout", "wagtailadmin_logout", "wagtailadmin_error_test"})

# The browser shows every editor, and of other names one page; all that is sent is read.
SHOWN_ALWAYS: Final = frozenset({"wagtailadmin_pages:edit", "wagtailsettings:edit", "wagtail_bulk_action"})
# What somebody who writes uses, beside the pages that they share with everybody.
WRITERS: Final = (
    "wagtailadmin_home",
    "wagtailadmin_explore",
    "wagtailadmin_pages:",
    "desk_",
    "mfa_index",
    "wagtailimages:",
)


def test_no_page_for_an_administrator_breaks_the_rules_of_the_desk(come_in: Callable[[str], Visitor], known: Known):
    visitor = come_in("administrator")
    addresses, unknown = all_addresses(known)
    asked = {one: visitor.ask(one.address) for one in addresses if one.name not in NOT_VISITED}
    assert [one for one, answer in asked.items() if answer.status >= 500] == []
    shown = {one.name for one, answer in asked.items() if answer.status == 200}
    missing = {*unknown, *(one.name for one in asked)} - shown - ONLY_SENT_TO - LEAD_ELSEWHERE - NOT_HERE
    assert {name for name in missing if not name.startswith(CLOSED)} == set(), "add what they need to desk_map"
    _show(visitor, _one_of_each(asked))
    assert visitor.faults == []
    assert visitor.pages > 80


def test_no_page_for_a_journalist_breaks_them_either(come_in: Callable[[str], Visitor], known: Known):
    visitor = come_in("writer")
    addresses, _ = all_addresses(known)
    asked = {one: visitor.ask(one.address) for one in addresses if one.name.startswith(WRITERS)}
    assert [one for one, answer in asked.items() if answer.status >= 500] == []
    _show(visitor, _one_of_each(asked))
    _sign_in_again(visitor, known["accounts"]["writer"])
    assert visitor.faults == []
    assert visitor.pages > 20


def _sign_in_again(visitor: Visitor, name: str) -> None:
    """Sign out, and in as far as a second factor that is wrong, by the pages of these."""
    page = visitor.context.pages[0]
    page.goto(f"{visitor.home}/accounts/logout/")
    visitor.note(page)
    visitor.context.clear_cookies()
    page.goto(f"{visitor.home}/accounts/login/")
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill(PASSPHRASE)
    visitor.note(page)
    page.locator("[name=password]").press("Enter")
    page.locator("[name=code]").fill("000000")
    page.locator("[name=code]").press("Enter")
    page.locator("[role=alert]").first.wait_for()
    visitor.note(page)


def test_every_answer_of_the_desk_says_what_browsers_may_not_do(come_in: Callable[[str], Visitor]):
    visitor = come_in("editor")
    for address in ("/admin/", "/admin/nowhere/", "/accounts/", "/admin/readers/assets/style.css", "/nowhere"):
        headers = visitor.ask(address).headers
        assert headers["cache-control"] == "no-store", address
        assert headers["x-content-type-options"] == "nosniff", address
        assert headers["cross-origin-opener-policy"] == "same-origin", address
        assert headers["cross-origin-resource-policy"] == "same-origin", address
        assert headers["referrer-policy"] == "same-origin", address
        assert headers["x-frame-options"] == "DENY", address
        assert "camera=()" in headers["permissions-policy"], address
        assert "strict-transport-security" not in headers, "this desk is called localhost"
    assert "'unsafe-inline'" not in visitor.ask("/admin/").headers["content-security-policy"]
    assert "frame-ancestors 'none'" in visitor.ask("/admin/").headers["content-security-policy"]


def test_what_opens_inside_the_editor_keeps_to_the_rules(come_in: Callable[[str], Visitor], known: Known):
    visitor = come_in("publisher")
    page = visitor.context.pages[0]
    page.set_default_timeout(60_000)
    page.goto(f"{visitor.home}/admin/pages/{known['story']}/edit/")
    _open_side_panels(page)
    _choose(page, "Choose an image")
    _choose(page, "Choose place")
    _add_every_block(page)
    _link_in_a_text(page)
    visitor.note(page)
    page.get_by_role("tab", name="Publication").click()
    page.get_by_role("button", name="Add topic").click()
    visitor.note(page)
    assert visitor.faults == []


def _open_side_panels(page: Page) -> None:
    for panel in ("status", "checks", "preview"):
        button = page.locator(f"[data-side-panel-toggle={panel}]").first
        button.click()
        page.locator(f"[data-side-panel={panel}]").first.wait_for()
        if panel == "preview":
            page.frame_locator("[data-side-panel=preview] iframe").locator("h1").first.wait_for()
        button.click()


def _choose(page: Page, button: str) -> None:
    """Open the window of a chooser, look at it and close it."""
    page.get_by_role("button", name=button, exact=True).first.click()
    page.locator(".modal-dialog a, .modal-dialog input").first.wait_for()
    _close_window(page)


def _close_window(page: Page) -> None:
    page.locator(".modal-dialog [data-dismiss=modal]").first.click()
    page.locator(".modal-dialog").wait_for(state="detached")


def _add_every_block(page: Page) -> None:
    adder = page.locator("[data-contentpath=body] button.c-sf-add-button")
    for number in range(6):
        adder.last.click()
        offered = page.locator("[role=listbox] [role=option]")
        offered.first.wait_for()
        assert offered.count() >= 6
        offered.nth(number).click()
        offered.first.wait_for(state="hidden")


def _link_in_a_text(page: Page) -> None:
    """Open all windows of a link: page, address, mail, phone, mark."""
    text = page.locator("[data-contentpath=body] .public-DraftEditor-content").first
    text.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    page.locator(".modal-dialog").wait_for()
    page.get_by_role("link", name="External link").click()
    page.locator("#id_external-link-chooser-url").wait_for()
    _close_window(page)


def _one_of_each(asked: dict[Named, Asked]) -> Iterator[str]:
    seen: set[str] = set()
    for one, answer in asked.items():
        kind = _kind(one.name)
        if answer.is_page and (kind not in seen or one.name in SHOWN_ALWAYS):
            seen.add(kind)
            yield one.address


def _kind(name: str) -> str:
    """Bylines, topics and places have lists and histories of one make, but editors of their own."""
    space, _, last = name.rpartition(":")
    return last if space.startswith("wagtailsnippet") and last not in ("add", "edit") else name


def _show(visitor: Visitor, addresses: Iterator[str]) -> None:
    pages: Sequence[str] = list(addresses)
    for address, tab in visitor.visit(pages):
        assert tab.evaluate("document.body.childElementCount"), address
