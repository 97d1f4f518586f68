"""Bringing pictures to the desk: who brings one is told what its file said, and nobody else ever is."""

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, UploadedFile
from wagtail.search import index

from araz.desk.acceptance.workshop import LARGEST_UPLOAD_BYTES
from araz.desk.models import DeskImage
from tests.desk.acceptance import planted
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database

REAL = Path(__file__).parents[4] / "shared/data/pictures"


@pytest.fixture
def writer(newsroom: Newsroom, staff: Staff) -> Client:
    client = Client()
    sign_in(client, staff.writer)
    return client


def upload(content: bytes, name: str = "PLANTED_NAME.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def one_alone(client: Client, content: bytes) -> Any:
    return client.post(reverse("wagtailimages:add"), {"title": "Göl", "file": upload(content)})


def several(client: Client, content: bytes) -> Any:
    form = {"files[]": upload(content), "title": "PLANTED_NAME", "collection": ""}
    return client.post(reverse("wagtailimages:add_multiple"), form)


def in_chooser(client: Client, content: bytes) -> Any:
    prefix = "image-chooser-upload"
    form = {f"{prefix}-title": "Göl", f"{prefix}-file": upload(content), f"{prefix}-collection": ""}
    return client.post(reverse("wagtailimages_chooser:create"), form)


WAYS = [one_alone, several, in_chooser]


def page_in(answer: Any) -> str:
    """What is shown: a page, or the piece of one that a script puts into it."""
    text = answer.content.decode()
    if answer["Content-Type"].startswith("text/html"):
        return str(text)
    said = json.loads(text)
    return str(said.get("form") or said.get("htmlFragment") or said)


def all_rows() -> str:
    """Every row of every table."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select * from "{table}"')  # noqa: S608  the database's own names
            rows += [repr(row) for row in cursor.fetchall()]
    return "\n".join(rows)


@pytest.mark.parametrize("way", WAYS)
def test_who_brings_a_photo_is_told_what_it_said_and_nothing_of_it_is_kept(
    writer: Client, way: Callable[[Client, bytes], Any], tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    answer = way(writer, planted.jpeg())
    page = page_in(answer)
    for told in ("It said where it was made", "PLANTED CAMERA", "PLANTED SERIAL", "PLANTED PERSON", "PLANTED COMMENT"):
        assert told in page
    assert answer["Cache-Control"] == "no-store"
    assert DeskImage.objects.count() == 1
    assert "PLANTED" not in all_rows()
    assert "PLANTED" not in caplog.text
    for file in tmp_path.rglob("*"):
        assert "PLANTED" not in file.name
        assert file.is_dir() or planted.SECRET not in file.read_bytes()


class _Ticks(HTMLParser):
    """The ticks of a page: what each would bring, and which are set."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: dict[str, str] = {}
        self.set: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "input" and told.get("type") == "checkbox":
            self.offered[told["name"] or ""] = told["value"] or ""
            if "checked" in told:
                self.set.add(told["name"] or "")


def ticks(answer: Any) -> _Ticks:
    found = _Ticks()
    found.feed(page_in(answer))
    return found


@pytest.mark.parametrize("way", WAYS)
def test_caption_and_credit_are_offered_and_nothing_is_ticked(writer: Client, way: Callable[[Client, bytes], Any]):
    found = ticks(way(writer, planted.jpeg()))
    assert found.offered["take_caption"] == "PLANTED IPTC CAPTION"
    assert found.offered["take_credit"].startswith("PLANTED IPTC BYLINE / PLANTED IPTC CREDIT")
    assert not found.set


def test_what_is_ticked_is_taken_over_without_any_script(writer: Client):
    offered = ticks(one_alone(writer, planted.jpeg())).offered
    image = DeskImage.objects.get()
    form = {"take_caption": offered["take_caption"], "caption_language": "az"}
    writer.post(reverse("desk_take_over", args=[image.pk]), form)
    image.refresh_from_db()
    assert (image.caption, image.credit) == ({"az": "PLANTED IPTC CAPTION"}, "")


def test_what_is_ticked_among_several_is_taken_over_with_the_rest_of_the_form(writer: Client):
    several(writer, planted.jpeg())
    image = DeskImage.objects.get()
    prefix = f"image-{image.pk}"
    form = {
        f"{prefix}-title": "Göl",
        f"{prefix}-collection": "1",
        f"{prefix}-tags": "",
        "take_credit": "Ay",
        "caption_language": "az",
    }
    answer = writer.post(reverse("wagtailimages:edit_multiple", args=[image.pk]), form)
    image.refresh_from_db()
    assert json.loads(answer.content)["success"]
    assert (image.title, image.caption, image.credit) == ("Göl", {}, "Ay")


@pytest.mark.filterwarnings(
    "ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning"
)  # Wagtail's thumbnail
def test_the_chooser_takes_over_and_then_chooses(writer: Client):
    in_chooser(writer, planted.jpeg())
    image = DeskImage.objects.get()
    answer = writer.post(reverse("desk_use_picture", args=[image.pk]), {"take_credit": "Ay"})
    image.refresh_from_db()
    assert json.loads(answer.content)["result"]["id"] == str(image.pk)
    assert image.credit == "Ay"


def test_a_writer_takes_nothing_over_for_the_picture_of_another(writer: Client, staff: Staff):
    image = DeskImage(title="Göl", uploaded_by_user=staff.editor, file=upload(planted.png()))
    image.save()
    for name in ("desk_take_over", "desk_use_picture"):
        writer.post(reverse(name, args=[image.pk]), {"take_credit": "Ay"})
    image.refresh_from_db()
    assert image.credit == ""


def test_the_name_of_a_file_is_no_title(writer: Client):
    several(writer, planted.jpeg())
    assert DeskImage.objects.get().title.startswith("Picture ")


@pytest.mark.parametrize("way", WAYS)
def test_a_kind_is_told_by_content_and_not_by_name(writer: Client, way: Callable[[Client, bytes], Any]):
    way(writer, planted.png())  # which is called .jpg
    assert DeskImage.objects.count() == 1


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"<svg/>", "Save it as PNG"), (b"%PDF-1.7", "under Documents"), (b"PLANTED", "Save it as JPEG")],
)
def test_what_is_refused_is_refused_with_a_sentence_and_leaves_nothing(
    writer: Client, way: Callable[[Client, bytes], Any], content: bytes, sentence: str, tmp_path: Path
):
    assert sentence in page_in(way(writer, content))
    assert not DeskImage.objects.exists()
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_a_file_is_never_put_aside_as_it_came(writer: Client, tmp_path: Path):
    """Wagtail keeps a file whose form has another fault, for a second step."""
    Collection.get_first_root_node().add_child(name="Sənədlər")  # so that there is a choice, and a wrong one
    form = {"files[]": upload(planted.jpeg()), "collection": "99"}
    said = json.loads(writer.post(reverse("wagtailimages:add_multiple"), form).content)
    assert said["success"] is False
    assert said["error_message"]
    assert not UploadedFile.objects.exists()
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
    aside = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[1])
    assert writer.post(aside).status_code == 404


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared pictures lie beside the project only where it is made")
def test_every_real_picture_is_taken_in_or_refused_with_a_sentence(writer: Client):
    for file in sorted(REAL.iterdir()):
        before = DeskImage.objects.count()
        answer = several(writer, file.read_bytes())
        said = json.loads(answer.content)
        assert answer.status_code == 200
        assert DeskImage.objects.count() == before + said["success"]
        assert said["success"] or said["error_message"].endswith(("try again.", "Make it smaller."))


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_is_too_large_is_refused_with_a_sentence(writer: Client, way: Callable[[Client, bytes], Any]):
    assert "larger than 32 MB" in page_in(way(writer, bytes(LARGEST_UPLOAD_BYTES + 1)))
    assert not DeskImage.objects.exists()


@pytest.mark.filterwarnings("ignore:Exception ignored in. <function Spooled")  # Wagtail leaves a thumbnail open
def test_a_search_for_pictures_can_be_narrowed_to_a_keyword(staff: Staff, writer: Client):
    for title, keywords in (("Bulaq axsam", ["su"]), ("Bulaq seher", []), ("Qaya axsam", ["su"])):
        image = DeskImage(title=title, uploaded_by_user=staff.writer, file=upload(planted.png()))
        image.save()
        image.tags.add(*keywords)
        index.insert_or_update_object(image)
    for address in ("wagtailimages_chooser:choose", "wagtailimages_chooser:choose_results"):
        shown = writer.get(reverse(address), {"q": "bulaq", "tag": "su"}).content.decode()
        assert [title in shown for title in ("Bulaq axsam", "Bulaq seher", "Qaya axsam")] == [True, False, False]
    found = writer.get(reverse("wagtailimages_chooser:choose_results"), {"q": "su"}).content.decode()
    assert [title in found for title in ("Bulaq axsam", "Bulaq seher", "Qaya axsam")] == [True, False, True]
