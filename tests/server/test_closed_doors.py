"""What an attacker tries first at either listener, and what a browser is told to refuse."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import get_resolver

from tests.server.processes import PATIENCE_S, Machine, Served, fetch, served

DESKS = {
    "here": "",
    "https": 'desk_address = "https://desk.example"\n',
    "onion": 'desk_address = "http://abcdefgh.onion"\n',
}
# Django's advice that is not followed, and why. Where there is no https, three more have nothing to insist on.
NOT_FOLLOWED = {
    "security.W005": "other names below the desk's are not ours to decide for",
    "security.W008": "the proxy in front turns http into https; it alone knows both",
    "security.W021": "the preload list is printed into browsers and would tell the desk's name to everybody",
}
NO_HTTPS = {"security.W004", "security.W012", "security.W016"}

_CHECK = """
import io, json
from django.conf import settings
from django.core.management import call_command
said = io.StringIO()
call_command("check", deploy=True, fail_level="DEBUG", stdout=said, stderr=said)
print(json.dumps([said.getvalue(), settings.SILENCED_SYSTEM_CHECKS, settings.DEBUG, settings.SECURE_HSTS_SECONDS]))
"""


@pytest.fixture(scope="module")
def place(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(Machine(tmp_path_factory.mktemp("machine") / "m"), sample) as running:
        yield running


@pytest.mark.parametrize("kind", DESKS)
def test_djangos_own_check_before_going_public_has_nothing_to_say(sample: Path, machine: Machine, kind: str):
    folder = machine.root / "newsroom"
    folder.mkdir()
    (folder / "araz.toml").write_text(DESKS[kind])
    said, silenced, debug, hsts_s = json.loads(machine.python(_CHECK, folder).splitlines()[-1])
    assert "no issues" in said, said
    assert set(silenced) == set(NOT_FOLLOWED) | (set() if kind == "https" else NO_HTTPS)
    assert debug is False
    assert hsts_s == (63_072_000 if kind == "https" else 0)


def test_nothing_in_the_environment_or_in_the_settings_file_turns_debugging_on(machine: Machine):
    folder = machine.root / "newsroom"
    folder.mkdir()
    (folder / "araz.toml").write_text("")
    machine.environment |= {"DEBUG": "1", "DJANGO_DEBUG": "true", "PYTHONDEBUG": "", "ARAZ_DEBUG": "1"}
    assert machine.python("from django.conf import settings\nprint(settings.DEBUG)", folder) == "False"
    (folder / "araz.toml").write_text("debug = true\n")
    refused = subprocess.run(
        [sys.executable, "-m", "araz.cli", "status", str(folder)], capture_output=True, text=True, check=False
    )
    assert refused.returncode != 0
    assert "doesn't know: “debug”" in refused.stderr


def test_a_missing_page_and_a_fault_of_the_desk_show_no_code(place: Served):
    for path in ("/nowhere", "/admin/nowhere/", "/__debug__/", "/accounts/login/%00", "/admin/%ff"):
        told = place.desk(path).text
        for trace in ("Traceback", "urlpatterns", "settings", "site-packages", "ROOT_URLCONF"):
            assert trace not in told, path


def test_djangos_own_administration_is_not_there(place: Served):
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert "django.contrib.admindocs" not in settings.INSTALLED_APPS
    assert "admin" not in get_resolver().namespace_dict
    for path in ("/django-admin/", "/admin/auth/user/", "/admin/doc/"):
        assert place.desk(path).status in (302, 404), path


@pytest.mark.parametrize(
    "name", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "localhost:x"]
)
def test_neither_listener_answers_to_a_name_that_is_not_its_own(place: Served, name: str):
    for port in (place.port, place.desk_port):
        reply = fetch(port, "/accounts/login/", host=name)
        assert reply.status in (400, 421), name
        assert "set-cookie" not in reply.headers


def test_a_claimed_host_does_not_count(place: Served):
    reply = place.desk("/accounts/login/", **{"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"})
    assert reply.status == 200
    assert "evil.example" not in reply.text


_SESSIONS = """
from araz.desk.signin.session_store import SessionStore
from araz.desk.signin.session_times import BEGAN, USED, this_minute
for content in ({}, {"_auth_user_id": "1", BEGAN: this_minute(), USED: this_minute()}):
    session = SessionStore()
    session.update(content)
    session.create()
    print(session.session_key)
"""


def test_large_files_are_taken_only_where_somebody_is_signed_in(place: Served, sample: Path, tmp_path: Path):
    strangers, somebodys = Machine(tmp_path / "another").python(_SESSIONS, sample).splitlines()
    for cookie in ("", f"desk={'a' * 32}", f"desk={strangers}"):
        assert _large(place.desk_port, cookie, PATIENCE_S) == 403
    assert _large(place.desk_port, f"desk={somebodys}", 1) == 0, "which the desk goes on to read"


def _large(port: int, cookie: str, patience_s: float) -> int:
    """Begin to send 3 MB; return the status that comes before the rest is sent, 0 if the desk waits for that."""
    with socket.create_connection(("127.0.0.1", port), timeout=patience_s) as line:
        line.sendall(
            f"POST /admin/images/add/ HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n"
            f"Content-Length: {3 << 20}\r\n\r\na".encode()
        )
        try:
            return int(line.recv(12).split()[1])
        except TimeoutError:
            return 0


def test_readers_get_no_cookie_with_any_answer(place: Served):
    for path in (
        "/",
        "/az/index.html",
        "/az/search.html",
        "/az/feed.xml",
        "/nowhere",
        "/?p=7",
        "/admin/",
        "/robots.txt",
    ):
        assert "set-cookie" not in place.read(path, cookie="desk=abc; form=abc").headers, path


READERS_PAGE = {
    "content-security-policy": "script-src 'self'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


def test_every_page_of_the_paper_tells_browsers_what_they_may_not_do(place: Served):
    headers = place.read("/az/index.html").headers
    for name, wanted in READERS_PAGE.items():
        assert wanted in headers[name], name
    assert "strict-transport-security" not in headers, "this paper is called localhost"


def test_the_desks_files_and_sentences_are_as_closed(place: Served):
    for path in ("/static/desk/desk.css", "/static/nothing.css"):
        headers = place.desk(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'"), path
        for name in ("x-content-type-options", "cross-origin-resource-policy", "x-frame-options", "referrer-policy"):
            assert name in headers, (path, name)
    assert "default-src 'none'" in fetch(place.desk_port, "/", host="evil.example").headers["content-security-policy"]


@pytest.mark.parametrize("name", ["Caddyfile.mirror", "nginx.mirror.conf"])
def test_a_mirror_is_told_to_send_the_headers_that_araz_sends(place: Served, sample: Path, name: str):
    config = (Path(__file__).parents[2] / "docs/operators" / name).read_text()
    headers = place.read("/az/index.html").headers
    for header in READERS_PAGE:
        line = next(line for line in config.splitlines() if header in line.lower())
        wanted = headers[header]
        assert wanted in line or wanted in config, f"{header}: {wanted}"
    public = sample / "sites/main/public"
    volume = next(public.glob("az/v/**/*.html")).relative_to(public)
    assert place.read(f"/{volume}").headers["content-security-policy"] in config
    assert "max-age=63072000" in config
    assert "preload" not in config
