"""Setting an account up and signing in, in Chromium, with a code app and with passkeys."""

import re
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from araz.desk.roles import make_account
from araz.desk.signin.codes import code_now
from araz.desk.signin.links import make_link
from tests.desk.signin.signed_in import give_app

pytestmark = [pytest.mark.database, pytest.mark.browser]
PASSPHRASE = "dörd gözəl yaşıl armud"


class Visitor:
    """Somebody with a phone in the hand, who notices what a page does behind the back."""

    def __init__(self, browser: Browser, address: str, *, scripts: bool = True) -> None:
        self.address = address
        self.context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("request", self._look)
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _look(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.faults.append(request.url)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def touch(self, name: str) -> None:
        self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name)).click()

    def press(self, name: str) -> None:
        """Touch what leads to another page, and wait for that page: a click alone is over before it has come."""
        with self.page.expect_navigation():
            self.touch(name)

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def code(self) -> str:
        """What the app shows that was given the key of this page."""
        return code_now(self.page.locator(".key").inner_text().replace(" ", ""))

    def carry_a_passkey_maker(self) -> None:
        """A phone that keeps passkeys and says yes, as Chromium imitates it for tests."""
        session = self.context.new_cdp_session(self.page)
        session.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
        options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
        session.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    def is_at_the_desk(self) -> bool:
        self.page.wait_for_url("**/admin/**")
        return self.page.locator(".w-header, [data-wagtail-sidebar-props], #wagtail-sidebar").count() > 0


@pytest.fixture
def visitor(chromium: Browser, django_db_serialized_rollback: None, live_server: Any, staff: Any) -> Iterator[Visitor]:
    visitor = Visitor(chromium, live_server.url)
    yield visitor
    visitor.page.goto("about:blank")
    visitor.context.close()


@pytest.fixture
def account(staff: Any) -> Any:
    return make_account("editor")


def test_an_editor_sets_up_passphrase_and_app_and_signs_in_again(visitor: Visitor, account: Any):
    visitor.open(make_link(account))
    visitor.press("Go on")
    visitor.write("Passphrase", PASSPHRASE)
    visitor.write("The same once more", PASSPHRASE)
    visitor.press("Next")
    assert visitor.page.locator(".qr svg path").count() == 1
    visitor.write("Code", visitor.code())
    visitor.press("Next")
    codes = re.findall(r"\d{5} \d{5}", visitor.page.locator(".codes").inner_text())
    assert len(codes) == 10
    visitor.press("I have written them down: to the desk")
    assert visitor.is_at_the_desk()

    visitor.context.clear_cookies()
    visitor.open("/admin/pages/")
    visitor.write("Account", account.username)
    visitor.write("Passphrase", PASSPHRASE)
    visitor.press("Next")
    visitor.write("Code", codes[0])
    visitor.press("Open the desk")
    visitor.page.wait_for_url("**/admin/pages/**")


def test_an_editor_sets_up_a_passkey_alone_and_signs_in_with_it(visitor: Visitor, account: Any):
    visitor.carry_a_passkey_maker()
    visitor.open(make_link(account))
    visitor.press("Go on")
    visitor.press("Use a passkey instead, without a passphrase")
    visitor.press("Make the passkey")
    visitor.page.wait_for_url("**/recovery-codes/")
    visitor.press("I have written them down: to the desk")
    assert visitor.is_at_the_desk()

    visitor.context.clear_cookies()
    visitor.open("/admin/")
    visitor.press("Sign in with a passkey")
    assert visitor.is_at_the_desk()
    account.refresh_from_db()
    assert not account.has_usable_password()


def set_up_passphrase_and_passkey(visitor: Visitor, account: Any) -> None:
    visitor.carry_a_passkey_maker()
    visitor.open(make_link(account))
    visitor.press("Go on")
    visitor.write("Passphrase", PASSPHRASE)
    visitor.write("The same once more", PASSPHRASE)
    visitor.press("Next")
    visitor.press("Use a passkey instead")
    visitor.press("Make the passkey")
    visitor.page.wait_for_url("**/recovery-codes/")


def test_a_passkey_may_be_the_second_factor_beside_a_passphrase(visitor: Visitor, account: Any):
    set_up_passphrase_and_passkey(visitor, account)

    visitor.context.clear_cookies()
    visitor.open("/accounts/login/")
    visitor.write("Account", account.username)
    visitor.write("Passphrase", PASSPHRASE)
    visitor.press("Next")
    visitor.press("Use your passkey")
    assert visitor.is_at_the_desk()


def test_a_passkey_that_does_not_answer_is_said(visitor: Visitor, account: Any):
    visitor.open("/accounts/login/")
    visitor.page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')) }"
    )
    visitor.touch("Sign in with a passkey")
    visitor.page.get_by_text("The passkey didn't answer.").wait_for()


def test_without_scripts_everything_but_passkeys_works(
    chromium: Browser, django_db_serialized_rollback: None, live_server: Any, account: Any
):
    visitor = Visitor(chromium, live_server.url, scripts=False)
    visitor.open(make_link(account))
    visitor.press("Go on")
    visitor.write("Passphrase", PASSPHRASE)
    visitor.write("The same once more", PASSPHRASE)
    visitor.press("Next")
    visitor.write("Code", visitor.code())
    visitor.press("Next")
    assert visitor.heading() == "Recovery codes"
    visitor.page.goto("about:blank")
    visitor.context.close()
    assert visitor.faults == []


def look(visitor: Visitor, name: str) -> dict[str, Any]:
    """What is wrong with the page: wider than a screen, or something for axe to find."""
    found: dict[str, Any] = {}
    for width in (320, 360, 1280):
        visitor.page.set_viewport_size({"width": width, "height": 740})
        if visitor.page.evaluate("document.documentElement.scrollWidth") > width:
            found[f"{name} at {width}"] = "wider than the screen"
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    for violation in Axe().run(visitor.page, options=rules).response["violations"]:
        found[f"{name}: {violation['id']}"] = [node["html"][:120] for node in violation["nodes"]]
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_sound_on_a_phone_and_on_a_desk(visitor: Visitor, account: Any, scheme: Any):
    """Nothing for axe to find, nothing wider than the screen, no request elsewhere, nothing in the console."""
    found: dict[str, Any] = {}
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.open("/accounts/login/")
    found |= look(visitor, "sign in")
    visitor.write("Account", "nobody")
    visitor.write("Passphrase", "nothing")
    visitor.press("Next")
    found |= look(visitor, "wrong passphrase")
    visitor.open("/enter/nothing/")
    found |= look(visitor, "dead link")
    visitor.open(make_link(account))
    found |= look(visitor, "link")
    visitor.press("Go on")
    found |= look(visitor, "passphrase")
    visitor.open("/accounts/passkey/")
    found |= look(visitor, "passkey")
    visitor.open("/accounts/passphrase/")
    visitor.write("Passphrase", PASSPHRASE)
    visitor.write("The same once more", PASSPHRASE)
    visitor.press("Next")
    found |= look(visitor, "app")
    visitor.write("Code", visitor.code())
    visitor.press("Next")
    found |= look(visitor, "codes")
    for path in ("", "app/remove/", "recovery-codes/new/", "logout/", "confirm/", "confirm/code/"):
        visitor.open(f"/accounts/{path}")
        found |= look(visitor, path)
    assert found == {}
    assert [fault for fault in visitor.faults if "410" not in fault] == []


def test_the_pages_that_ask_for_a_passkey_or_a_code_once_more_are_sound_too(visitor: Visitor, account: Any):
    found: dict[str, Any] = {}

    def look_light_and_dark(name: str) -> None:
        schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
        for scheme in schemes:
            visitor.page.emulate_media(color_scheme=scheme)
            found.update(look(visitor, f"{name}, {scheme}"))

    set_up_passphrase_and_passkey(visitor, account)
    give_app(account)
    for path in ("confirm/", "confirm/code/", "confirm/passkey/"):
        visitor.open(f"/accounts/{path}")
        assert visitor.heading() == "Is it you?"
        look_light_and_dark(path)
    visitor.press("Use your passkey")
    visitor.page.wait_for_url("**/admin/**")
    visitor.context.clear_cookies()
    visitor.open("/accounts/login/")
    visitor.write("Account", account.username)
    visitor.write("Passphrase", PASSPHRASE)
    visitor.press("Next")
    look_light_and_dark("second factor")
    visitor.write("Code", "000000")
    visitor.press("Open the desk")
    look_light_and_dark("wrong code")
    assert found == {}
    assert visitor.faults == []
