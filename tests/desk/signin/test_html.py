"""The pages of signing in as markup: sound, and in the direction of their language."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from araz.desk.roles import make_account
from araz.desk.signin.codes import code_now
from araz.desk.signin.links import make_link
from tests.desk.signin.signed_in import secret_on

pytestmark = pytest.mark.database
VNU = Path(__file__).parents[2] / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
PASSPHRASE = "dörd gözəl yaşıl armud"


def all_pages() -> dict[str, Any]:
    """Every page that somebody meets who sets an account up and then looks around."""
    client, later = Client(), Client()
    account = make_account("editor")
    link = make_link(account)
    pages = {
        "sign-in": client.get("/accounts/login/"),
        "sign-in-refused": client.post("/accounts/login/", {"login": "", "password": ""}),
        "dead-link": client.get("/enter/none/"),
        "link": client.get(link),
    }
    client.post(link)
    pages["passphrase"] = client.get("/accounts/passphrase/")
    pages["passphrase-refused"] = client.post("/accounts/passphrase/", {"passphrase": "password", "again": "other"})
    pages["passkey"] = client.get("/accounts/passkey/")
    client.post("/accounts/passphrase/", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    pages["app"] = client.get("/accounts/app/")
    client.post("/accounts/app/", {"code": code_now(secret_on(pages["app"]))})
    pages["codes"] = client.get("/accounts/recovery-codes/")
    for name in ("", "app/remove/", "recovery-codes/", "recovery-codes/new/", "logout/", "confirm/", "confirm/code/"):
        pages[f"own-{name.replace('/', '-')}"] = client.get(f"/accounts/{name}")
    later.post(make_link(account))
    pages["second-factor"] = later.get("/accounts/login/second-factor/")
    return pages


@pytest.mark.html
def test_no_page_of_signing_in_has_an_error_in_its_html(staff: Any, tmp_path: Path):
    pages = all_pages()
    assert all(page.status_code == 200 for name, page in pages.items() if name != "dead-link")
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_bytes(page.content)
    files = sorted(map(str, tmp_path.glob("*.html")))
    done = subprocess.run(
        ["java", "-jar", str(VNU), "--format", "json", *files], capture_output=True, text=True, check=False
    )
    found = json.loads(done.stderr)["messages"]
    assert [(Path(message["url"]).name, message["message"]) for message in found] == []


@pytest.mark.parametrize(("language", "direction"), [("az", "ltr"), ("azb", "rtl"), ("fa", "rtl"), ("en", "ltr")])
def test_a_page_runs_as_its_language_does(language: str, direction: str):
    with translation.override(language):
        page = render_to_string("desk/signin/dead_link.html")
    assert f'<html lang="{language}" dir="{direction}">' in page


def test_what_is_not_translated_is_not_called_translated(client: Client, staff: Any):
    page = client.get("/accounts/login/", headers={"Accept-Language": "fa"}).content.decode()
    assert '<html lang="en" dir="ltr">' in page
