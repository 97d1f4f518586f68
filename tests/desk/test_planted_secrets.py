"""Sixty and more secrets in a newsroom of three hundred stories with uploads: everything is published, and none is out."""

from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import md5, sha1, sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pikepdf import Name, Pdf
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from araz.contracts import Proofreader
from araz.desk.models import DeskDocument, DeskImage, HeldBack, StoryPage
from araz.desk.roles import make_account
from araz.edition.store import Edition
from araz.pressroom.catalogue import PRESSES, press
from araz.pressroom.formers import keep_formers
from araz.pressroom.pressroom import Pressroom
from araz.pressroom.proof import Proof
from araz.server.courier import carry, tell_held
from araz.server.newsroom import Newsroom as Folder
from araz.server.newsroom import NewsroomSettings
from araz.server.proofreading import Reading
from araz.typesetting.pictures import FolderMediaStore
from tests.desk.acceptance.planted import page_of, saved
from tests.desk.conftest import Newsroom, Staff
from tests.desk.haystack import where
from tests.desk.signin.signed_in import sign_in
from tests.desk.stories import prose

pytestmark = [pytest.mark.database, pytest.mark.slow]

STORIES = 300
WORDS = ("Gizlinov", "Leyla Saxlanmazova", "quruyan çinar", "مراداووا", "QZ-7741-B")
HOSTS = ("desk.inner.paper.example", "db-3.inner.paper.example")
# What nobody had to list.
PATTERNS = {
    "ipv4": "10.83.17.204",
    "ipv4 of a provider": "185.220.101.47",
    "ipv6": "2a02:4780:11:771::1f",
    "hardware": "3c:22:fb:4a:91:0e",
    "position": "38.07961, 46.29237",
    "position in degrees": "38°04'46\"N",
    "position in a link": "geo:38.07961,46.29237",
    "unlisted e-mail": "tanis.biri@poct.example.net",
    "home folder": "/".join(("", "home", "saxlanc", "yazilar", "mektub.txt")),
    "windows folder": "\\".join(("C:", "Users", "Saxlanc", "Desktop")),
    "fine time": "2026-11-26T01:43:27Z",
}
IN_FILES = {
    "camera": "PLANTED CAMERA 7",
    "serial": "SN8823120771",
    "artist": "Planted Artist",
    "program": "PlantedShop 9.1",
    "comment": "planted comment of a picture",
    "pdf author": "Planted Pdf Author",
    "pdf program": "PlantedWriter 3",
}


def _picture(number: int) -> bytes:
    told = Image.Exif()
    told[Base.Make], told[Base.Software], told[Base.Artist] = (
        IN_FILES["camera"],
        IN_FILES["program"],
        IN_FILES["artist"],
    )
    told.get_ifd(IFD.Exif)[Base.BodySerialNumber] = IN_FILES["serial"]
    told.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (38.0, 4.0, 46.6)
    told.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    file = BytesIO()
    picture = Image.new("RGB", (320, 200), (20 * number % 255, 90, 120))
    picture.save(file, format="JPEG", exif=told, comment=IN_FILES["comment"])
    return file.getvalue()


def _document() -> bytes:
    """A PDF that names its author, and says a word of the list on its page, which no cleaning can know."""
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, f"BT /F1 12 Tf 10 50 Td ({WORDS[1]}) Tj ET".encode()))
        pdf.docinfo[Name.Author], pdf.docinfo[Name.Producer] = IN_FILES["pdf author"], IN_FILES["pdf program"]
        return saved(pdf)


def _accounts() -> dict[str, str]:
    found: dict[str, str] = {}
    for number in range(10):
        account = make_account("writer")
        account.email = f"kimse.{number}@xaric.example.org"
        account.save()
        found |= {f"account {number}": account.username, f"e-mail {number}": account.email}
        hashes = (md5, sha1, sha256)
        found[f"hash {number}"] = hashes[number % 3](account.email.encode()).hexdigest()
        found[f"other hash {number}"] = hashes[(number + 1) % 3](account.email.encode()).hexdigest()
    return found


def _written(number: int, secret: str) -> dict[str, Any]:
    """A story's fields with the secret in one of them, at each story in another."""
    body = [prose("Çayın üstündəki körpü səhər açıldı.")]
    match number % 5:
        case 0:
            return {"title": f"Xəbər {number}: {secret}", "body": body}
        case 1:
            return {"title": f"Xəbər {number}", "standfirst": f"Deyirlər ki, {secret}.", "body": body}
        case 2:
            return {"title": f"Xəbər {number}", "body": [*body, prose(f"Son söz: {secret}.")]}
        case 3:
            return {
                "title": f"Xəbər {number}",
                "body": [*body, ("prose", {"text": f"<h2>{secret}</h2>", "language": ""})],
            }
        case _:
            half = len(secret) // 2
            return {"title": f"Xəbər {number}", "body": [prose(f"Bu: {secret[:half]}<b>{secret[half:]}</b>")]}


@pytest.fixture
def printed(newsroom: Newsroom, staff: Staff, tmp_path: Path, settings: Any) -> Iterator["Printed"]:
    settings.ARAZ_MEDIA = tmp_path / "paper" / "media" / "pictures"
    with ExitStack() as stack:
        yield Printed(newsroom, staff, tmp_path / "paper", stack)


class Printed:
    """The newsroom's folder, its edition, and its presses."""

    def __init__(self, newsroom: Newsroom, staff: Staff, folder: Path, stack: ExitStack) -> None:
        self.newsroom, self.staff, self._stack = newsroom, staff, stack
        self.folder = Folder(
            folder=folder, settings=NewsroomSettings(desk_address=f"https://{HOSTS[0]}", desk_hosts=HOSTS)
        )
        self.folder.site_folder.mkdir(parents=True)
        self.folder.desk_file.touch()  # says that there is a desk; this one's tables are the test's own
        self.edition = Edition.open(self.folder.edition_file, may_make=True)
        stack.callback(self.edition.close)
        self.secrets = {f"word {number}": word for number, word in enumerate(WORDS)}
        self.secrets |= {f"host {number}": host for number, host in enumerate(HOSTS)}
        self.secrets |= {**PATTERNS, **_accounts()}

    def publish_everything(self) -> None:
        client = Client()
        sign_in(client, self.staff.writer)
        for number in range(6):
            file = SimpleUploadedFile(f"IMG_{number}.jpg", _picture(number))
            client.post(reverse("wagtailimages:add"), {"title": f"Göl {number}", "file": file})
        upload = SimpleUploadedFile("hesabat.pdf", _document(), content_type="application/pdf")
        client.post(reverse("wagtailsnippets_desk_deskdocument:add"), {"title": "Hesabat", "file": upload})
        pictures, (document,) = list(DeskImage.objects.order_by("pk")), DeskDocument.objects.all()
        assert len(pictures) == 6
        for number, secret in enumerate(self.secrets.values()):
            self.newsroom.public_story(**_written(number, secret))
        for number in range(len(self.secrets), STORIES - 1):
            self.newsroom.public_story(title=f"Təmiz xəbər {number}", picture=pictures[number % 6])
        attached = ("file", {"document": document, "title": "", "language": ""})
        self.newsroom.public_story(title="Sənədli xəbər", body=[attached])

    def print(self, proofreader: Proofreader | None, site: Path) -> Pressroom:
        """Print all by all presses into a site of its own; return the website's room."""
        site.mkdir(exist_ok=True)
        media = FolderMediaStore(self.folder.pictures)
        rooms = [Pressroom(self.edition, press(name, media), site, proofreader) for name in PRESSES]
        for room in rooms:
            self._stack.callback(room.close)

        def keep(rows: Any) -> None:
            if proofreader:
                with self.edition.reader() as reader:
                    keep_formers(Proof(rooms[0].holds, proofreader), reader, rows)

        carry(self.edition, keep)
        for _ in range(2):  # what a later press has held, the first prints without
            for room in rooms:
                if room.press_new().resetting:
                    room.reset_now()
        return rooms[0]


def test_sixty_planted_secrets_are_in_no_output_and_each_is_found_when_nobody_looks(printed: Printed, tmp_path: Path):
    printed.publish_everything()
    everything = printed.secrets | IN_FILES
    assert len(everything) >= 60
    assert StoryPage.objects.count() == STORIES
    room = printed.print(Reading(printed.folder, WORDS).proofreader(), printed.folder.site_folder)
    tell_held(room.holds)

    assert where(printed.folder.public, everything) == {}
    assert HeldBack.objects.count() == len(printed.secrets) + 1  # and the one with the document
    assert len(list(printed.folder.public.glob("az/2*/*/temiz-xeber-*.html"))) == STORIES - len(printed.secrets) - 1

    printed.print(None, tmp_path / "open")
    found = where(tmp_path / "open" / "public", printed.secrets)
    in_bold = {name for number, name in enumerate(printed.secrets) if number % 5 == 4}  # parted by a tag in every page
    assert printed.secrets.keys() - found.keys() <= in_bold
    assert "word 1" in found
