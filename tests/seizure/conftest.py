"""One newsroom, one day."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image

from araz.language import LANGUAGES
from tests.hostile.desk import draft, story_data
from tests.importers.wordpress.old_paper import OldComment, a_post, write_export
from tests.journey.person import code_of_app
from tests.seizure.canaries import NUMBERS, canary
from tests.seizure.hand import Hand
from tests.server.conftest import sample  # noqa: F401  the newsroom that is served
from tests.server.processes import Machine, Served, served, until

_ABOUT: Final = """
import json
from araz.desk.models import SectionPage
print(json.dumps(SectionPage.objects.filter(locale__language_code="az").first().pk))
"""
# What lies in tables in a form of Django's own, as text.
_DECODED: Final = """
import json
from django.contrib.sessions.models import Session
from django.contrib.sessions.backends.db import SessionStore
from django_tasks_db.models import DBTaskResult
print(json.dumps([SessionStore().decode(row.session_data) for row in Session.objects.all()], default=str))
print(json.dumps(list(DBTaskResult.objects.values()), default=str))
"""


@dataclass
class Seized:
    """What is carried away: the newsroom's folder, the home and the temporary folder of its processes, and what they said."""

    root: Path
    folder: Path
    machine: Machine
    said: str
    key: str  # the secret half of the backup's key, which lies elsewhere
    opened: tuple[str, ...]  # files that the server had open at the end of the day


@pytest.fixture(scope="module")
def seized(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Seized:  # noqa: F811
    outside = tmp_path_factory.mktemp("outside")
    root = tmp_path_factory.mktemp("seized")
    machine = Machine(root / "machine")
    folder = Path(shutil.copytree(sample, root / "newsroom"))
    settings = (folder / "araz.toml").read_text()
    (folder / "araz.toml").write_text(f'approval = "one"\ntrusted_proxies = ["127.0.0.1"]\n{settings}')
    _bring_in(machine, folder, outside)
    section = json.loads(machine.python(_ABOUT, folder).splitlines()[-1])
    link = re.search(r"/enter/\S+", machine.call("account", "add", "administrator", folder).stdout)
    assert link
    with served(machine, folder) as place:
        desk = _come_in(place, link[0])
        _be_refused(place)
        _work(desk, section)
        _read(place)
        until(lambda: list(folder.glob(f"sites/main/public/az/20??/??/{canary('headline that is public')}*.html")))
        (root / "decoded.txt").write_text(machine.python(_DECODED, folder))
        opened = tuple(_opened(place.process.process.pid))
        _make_a_fault(desk)
        place.process.end()
        said = place.process.said
    (root / "said.txt").write_text(said)
    return Seized(root, folder, machine, said, _back_up(machine, folder, outside / "key.txt"), opened)


def _back_up(machine: Machine, folder: Path, key: Path) -> str:
    """Leave a sealed backup in the newsroom's folder and its key elsewhere; return the key."""
    for words in (("keys", "make", key), ("backup",)):
        done = machine.call(*words, folder)
        assert done.returncode == 0, done.stderr
    return key.read_text()


def _bring_in(machine: Machine, folder: Path, outside: Path) -> None:
    """Import an export that says more of its people than a newsroom should have."""
    export = write_export(
        outside / "old.xml",
        (a_post(10, comments=(OldComment(number=1, text="Gözəl.", name=canary("name of a commenter")),)),),
    )
    text = export.read_text()
    for old, new in {
        "reader1@mail.example": f"{canary('mail of a commenter')}@mail.example",
        "blog-of-reader-1": canary("site of a commenter"),
        "203.0.113.1<": f"{NUMBERS[1]}<",
        "Netscape/9.1": canary("browser of a commenter"),
        "mehriban82": canary("account of the old system"),
    }.items():
        assert old in text
        text = text.replace(old, new)
    export.write_text(text)
    done = machine.call("import", "wordpress", export, "--newsroom", folder, "--comments", "names")
    assert done.returncode in (0, 3), done.stderr


def _headers() -> dict[str, str]:
    return {
        "User-Agent": canary("browser at the desk"),
        "Referer": f"http://localhost/{canary('page before, at the desk')}",
        "Accept-Language": f"en, {canary('language of a browser at the desk')}",
        "X-Forwarded-For": f"{NUMBERS[0]}, {NUMBERS[2]}",
        "Forwarded": f"for={NUMBERS[0]}",
        "X-Real-Ip": NUMBERS[0],
    }


def _come_in(place: Served, link: str) -> Hand:
    """Set an account up and sign in once more with what was set up."""
    desk = Hand(place.desk_port, _headers(), {"other": canary("cookie at the desk")})
    passphrase = canary("passphrase of an account")
    desk.post(link, {})
    desk.post("/accounts/passphrase/", {"passphrase": passphrase, "again": passphrase})
    page = desk.get("/accounts/app/").text
    key = re.search(r'<code class="key"[^>]*>([^<]+)<', page)
    assert key
    done = desk.post("/accounts/app/", {"code": code_of_app(key[1])}, on=page)
    assert done.status == 302, done.text
    assert desk.get("/admin/").status == 200
    return desk


def _be_refused(place: Served) -> None:
    """Try names, passphrases, codes and links that are wrong."""
    stranger = Hand(place.desk_port, _headers())
    where = f"/accounts/login/?next=/{canary('where to go after signing in')}"
    stranger.post(where, {"login": canary("name typed at sign-in"), "password": canary("passphrase typed at sign-in")})
    stranger.get(f"/enter/{canary('invented link')}/")
    page = stranger.get("/accounts/login/").text
    stranger.post("/accounts/login/second-factor/", {"code": canary("wrong code")}, on=page)
    stranger.raw(
        "POST", "/accounts/login/", f"login={canary('text of a form without its token')}".encode(),
        **{"Content-Type": "application/x-www-form-urlencoded"},
    )  # fmt: skip


def _work(desk: Hand, section: int) -> None:
    """Write, search, upload, preview, delete."""
    add = f"/admin/pages/add/desk/storypage/{section}/"
    public = canary("headline that is public")
    assert desk.post(add, {**_story("headline that is public"), "title": public, "action-publish": "1"}).status == 302
    saved = desk.post(add, _story("draft that was taken back"))
    edit = saved.headers["location"]
    assert re.fullmatch(r"/admin/pages/\d+/edit/", edit), edit
    assert desk.post(edit, _story("draft that was saved")).status == 302
    preview = desk.post(f"{edit}preview/", _story("draft that is only previewed"), on=desk.get(edit).text)
    assert json.loads(preview.text)["is_valid"]
    gone = desk.post(add, _story("draft that was deleted")).headers["location"].replace("/edit/", "/delete/")
    assert desk.post(gone, {}).status == 302
    desk.get(f"/admin/pages/search/?q={canary('search at the desk')}")
    desk.get(f"/admin/images/?q={canary('search at the desk')}")
    desk.get(f"/admin/tag-autocomplete/?term={canary('keyword that was looked for')}")
    _upload(desk)
    form = {
        "first_name": canary("first name sent to a form"),
        "email": f"{canary('address sent to a form')}@mail.example",
    }
    desk.post("/admin/users/new/", {**form, "last_name": form["first_name"], "role": "writer"})
    desk.post("/admin/account/", form)


def _story(what: str) -> dict[str, Any]:
    return story_data(
        [("prose", {"text": draft([f"Burada yazılıb: {canary(what)}."]), "language": ""})], title="Qaralama"
    )


def _upload(desk: Hand) -> None:
    file = BytesIO()
    exif = Image.Exif()
    exif[0x013B] = canary("artist in an upload")
    Image.effect_noise((640, 400), 40).convert("RGB").save(file, "JPEG", exif=exif)
    name = f"{canary('file name of an upload')}.jpg"
    empty = {f"{field}_{code}": "" for field in ("alt", "caption") for code in LANGUAGES}
    form = {
        **empty,
        "title": canary("title of a picture"),
        "credit": "",
        "tags": canary("name of a passkey or keyword"),
        "collection": "1",
    }
    taken = desk.post("/admin/images/add/", form, file=(name, "image/jpeg", file.getvalue()))
    assert "Go on</button>" in taken.text, "it is shown what was found in the file"
    refused = f"{canary('file name of a refused upload')}.docx"
    text = canary("text in a refused upload").encode() * 400
    assert desk.post("/admin/images/add/", form, file=(refused, "image/jpeg", text)).status == 200
    assert desk.post("/admin/images/add/", form, file=(refused, "image/jpeg", text * 700)).status != 302


def _read(place: Served) -> None:
    """Come by as readers do, and as those do who look for a hole."""
    reader = Hand(
        place.port,
        {
            "User-Agent": canary("browser of a reader"),
            "Referer": f"https://{canary('page before, of a reader')}.example/",
            "X-Forwarded-For": NUMBERS[0],
        },
        {"reader": canary("cookie of a reader")},
    )
    for path in ("/", "/az/index.html", "/az/search.html", "/az/feed.xml"):
        assert reader.get(f"{path}?q={canary('query of a reader')}").status in (200, 301)
    assert reader.get(f"/az/{canary('path of a reader')}.html").status == 404
    reader.raw("POST", "/az/index.html", canary("body sent by a reader").encode())
    reader.get("/", Host=f"{canary('host that a reader named')}.example")


def _make_a_fault(desk: Hand) -> None:
    """Wagtail has a page that always fails: what is told of a fault must not tell what was asked."""
    assert desk.get(f"/admin/failwhale/?q={canary('query of a fault')}").status == 500


def _opened(process: int) -> Iterator[str]:
    for link in Path(f"/proc/{process}/fd").iterdir():
        try:
            target = str(link.readlink())
        except FileNotFoundError:  # closed meanwhile
            continue
        if target.startswith("/") and not target.startswith(("/dev/", "/proc/")):
            yield target
