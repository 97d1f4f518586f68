"""Erasing at the desk: by two persons, and from every table, on both databases."""

import json
import re
import secrets
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.images import ImageFile
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from modelsearch.backends import get_search_backend
from PIL import Image
from wagtail.admin.models import FormState
from wagtail.log_actions import log
from wagtail.models import Comment, Page

from araz.desk.audit.models import AuditLine
from araz.desk.erasing import documents, pictures, requests, search, words
from araz.desk.erasing.columns import columns_of_database
from araz.desk.erasing.requests import Meant
from araz.desk.models import Byline, DeskDocument, DeskImage, Outbox, StoryPage, Topic
from araz.desk.models.erasures import ErasureRequest
from araz.language.wanted import Wanted
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NAME = "Gülnarə Qaraxanlı"
_ESCAPE = re.compile(r"\\+u([0-9a-f]{4})")


def _silent(_: int) -> None:
    pass


def _dump() -> str:
    """Every value of every column that can hold words, in small letters and with escapes resolved."""
    found = []
    with connection.cursor() as cursor:
        for table, column in sorted(columns_of_database()):
            name, quoted = connection.ops.quote_name(table), connection.ops.quote_name(column)
            cursor.execute(f"select {quoted} from {name}")  # noqa: S608
            for (value,) in cursor.fetchall():
                raw = bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)
                found += [raw, _ESCAPE.sub(lambda found: chr(int(found[1], 16)), raw)]
    return "\n".join(found).replace("Ə", "ə").lower()


def _picture() -> DeskImage:
    file = BytesIO()
    Image.new("RGB", (600, 400), f"#{secrets.token_hex(3)}").save(file, "PNG")
    file.seek(0)
    image = DeskImage(title="Gulnare_Qaraxanli.png", caption={"az": NAME}, file=ImageFile(file, name="a.png"))
    image.save()
    image.tags.add(NAME)
    image.save()
    return image


@pytest.fixture
def planted(newsroom: Newsroom, staff: Staff) -> StoryPage:
    """The name in all that people fill in, and in what the desk writes about it."""
    byline = Byline.objects.create(name={"az": NAME})
    Topic.objects.create(name={"az": f"{NAME} haqqında"})
    section = newsroom.sections["az/news"]
    section.title = f"{NAME} bölməsi"
    section.save_revision().publish()
    story = newsroom.story(title=f"{NAME} evdə", owner=staff.writer, picture=_picture(), picture_caption=NAME)
    story.body = [
        ("prose", {"text": f"<p>Dedi <b>Gülnarə</b> Qaraxanlı, {NAME}nın qonşusu.</p>", "language": ""}),
        (
            "embed",
            {"address": "https://x.example/gulnare-qaraxanli", "title": f"Film: {NAME}", "place": "", "picture": None},
        ),
    ]
    story.named.create(byline=byline)
    story.save_revision(user=staff.writer, log_action=True).publish()
    story = StoryPage.objects.get(pk=story.pk)
    story.correction_note = f"{NAME} idi."
    story.save_revision(user=staff.writer, log_action=True).publish()
    Comment.objects.create(page=story, user=staff.writer, text=f"{NAME}?", contentpath="title")
    log(story, "wagtail.edit", user=staff.writer, data={"was": NAME})
    session = SessionStore()
    session["form"] = {"headline": NAME}
    session.save()
    FormState.objects.create(
        data="title=G%C3%BClnar%C9%99+Qaraxanl%C4%B1",
        user=staff.writer,
        content_object=story,
        last_updated_at=datetime.now(UTC),
    )
    get_search_backend().add_bulk(StoryPage, [StoryPage.objects.get(pk=story.pk)])
    Outbox.objects.update(edition_number=1)
    made: StoryPage = StoryPage.objects.get(pk=story.pk)
    return made


def test_a_name_stands_in_no_table_after_it_was_taken_out(planted: StoryPage):
    assert "gülnarə" in _dump()
    wanted = Wanted(NAME)
    with transaction.atomic():
        words.take_out(wanted, words.find(wanted, _silent))
    left = _dump()
    assert [form for form in ("gülnarə", "gulnare", "g%c3%bclnar", "qaraxanl") if form in left] == []
    story = StoryPage.objects.get(pk=planted.pk)
    assert story.title == "[…] evdə"
    assert story.address == story.public_id
    assert story.get_url_parts() is None or "//" not in story.url_path
    assert story.url_path.startswith(story.get_parent().url_path)
    assert story.latest_revision.as_object().title == "[…] evdə"
    assert "Film: […]" in str(story.latest_revision.content)


def test_looking_for_a_name_changes_nothing_and_counts_places(planted: StoryPage):
    before = _dump()
    finds = words.find(Wanted(NAME), _silent)
    assert _dump() == before
    assert finds.places["versions of pages"] == 3
    assert finds.places["comments of editors"] == 1
    assert finds.places["sessions"] == 1
    assert finds.places["forms that were not saved"] == 1


def test_a_story_that_was_cleaned_opens_in_its_editor(planted: StoryPage, staff: Staff, client: Client):
    wanted = Wanted(NAME)
    assert planted.picture
    picture = planted.picture.content_hash
    with transaction.atomic():
        pictures.take_out(picture, pictures.find(picture, _silent))
        words.take_out(wanted, words.find(wanted, _silent))
    sign_in(client, staff.administrator)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[planted.pk]))
    assert page.status_code == 200
    assert "Gülnarə" not in page.content.decode()
    StoryPage.objects.get(pk=planted.pk).save_revision().publish()


def test_a_picture_leaves_every_version(planted: StoryPage):
    image = planted.picture
    assert image
    name, storage = image.file.name, image.file.storage
    with transaction.atomic():
        pictures.take_out(image.content_hash, pictures.find(image.content_hash, _silent))
    assert not DeskImage.objects.filter(content_hash=image.content_hash).exists()
    assert not storage.exists(name)
    story = StoryPage.objects.get(pk=planted.pk)
    assert (story.picture, story.picture_caption) == (None, "")
    assert {revision.content["picture"] for revision in story.revisions.all()} == {None}


def test_a_document_leaves_every_version_and_the_stories_that_had_it_keep_the_rest(newsroom: Newsroom):
    gone, stays = (
        DeskDocument.objects.create(title="Hesabat", content_hash=mark * 32, size=9, pages=1) for mark in "ab"
    )
    block = [("file", {"document": each, "title": NAME, "language": ""}) for each in (gone, stays)]
    story = newsroom.public_story(body=[("prose", {"text": "<p>Su.</p>", "language": ""}), *block])
    draft = newsroom.story(body=block[:1])
    draft.save_revision()
    finds = documents.find(gone.content_hash, _silent)
    with transaction.atomic():
        documents.take_out(gone.content_hash, finds)
    assert not DeskDocument.objects.filter(pk=gone.pk).exists()
    for page in StoryPage.objects.filter(pk__in=(story.pk, draft.pk)):
        for version in (page, page.latest_revision.as_object()):
            assert [each.value["document"].pk for each in version.body if each.block_type == "file"] == [
                stays.pk for _ in range(page.pk == story.pk)
            ]
    assert finds.places["documents"] == 1
    assert len(StoryPage.objects.get(pk=story.pk).body) == 2


def test_nothing_is_taken_out_by_halves(planted: StoryPage):
    wanted = Wanted(NAME)
    finds = words.find(wanted, _silent)
    before = _dump()
    with transaction.atomic():
        words.take_out(wanted, finds)
        transaction.set_rollback(True)
    assert _dump() == before


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_tables_are_written_anew(newsroom: Newsroom):
    story = newsroom.public_story(title=f"{NAME} evdə")
    wanted = Wanted(NAME)
    with transaction.atomic():
        words.take_out(wanted, words.find(wanted, _silent))
    assert search.scrub([Page._meta.db_table, StoryPage._meta.db_table, "wagtailcore_revision"])
    assert StoryPage.objects.get(pk=story.pk).title == "[…] evdə"


# Two persons


@pytest.fixture
def other(staff: Staff) -> Any:
    from araz.desk.roles import make_account

    return make_account("administrator")


def _ask(client: Client, what: str = NAME) -> ErasureRequest:
    client.post(reverse("desk_erasing"), {"kind": "word", "what": what})
    return ErasureRequest.objects.latest("pk")


def test_one_asks_and_another_agrees(staff: Staff, other: Any, client: Client):
    sign_in(client, staff.administrator)
    asked = _ask(client)
    requests.note_count(asked, {"stories": 2}, ["Gülnarə Qaraxanlıdan", "gulnare-qaraxanli"])
    address = reverse("desk_erasure", args=[asked.pk])
    assert 'name="agree"' not in client.get(address).content.decode()
    client.post(address, {"agree": "yes"})
    asked.refresh_from_db()
    assert asked.state == "asked"

    second = Client()
    sign_in(second, other)
    page = second.get(address)
    for form in (NAME, "Gülnarə Qaraxanlıdan", "gulnare-qaraxanli"):
        assert f"<bdi>{form}</bdi>" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    second.post(address, {"agree": "yes"})
    asked.refresh_from_db()
    assert (asked.state, asked.agreed_by) == ("agreed", other)
    assert requests.to_do() == [asked]


def test_a_request_keeps_the_word_sealed_and_forgets_it_when_it_is_done(staff: Staff, other: Any):
    asked = requests.ask(staff.administrator, "word", NAME)
    assert "gülnarə" not in _dump()
    requests.note_count(asked, {}, ["Gülnarə\nQaraxanlıdan"])
    asked.refresh_from_db()
    assert "gülnarə" not in _dump()
    assert requests.meant(asked) == Meant(NAME, ("Gülnarə\nQaraxanlıdan",))
    requests.agree(asked, other)
    asked.refresh_from_db()
    requests.note_done(asked, {"stories": 1}, is_done=True)
    asked.refresh_from_db()
    assert (requests.meant(asked), bytes(asked.sealed), asked.state) == (Meant(), b"", "done")
    assert list(AuditLine.objects.order_by("number").values_list("deed", "account", "about")) == [
        ("erasure-asked", staff.administrator.username, str(asked.pk)),
        ("erased", other.username, str(asked.pk)),
    ]


def test_what_is_refused_or_left_lying_is_forgotten(staff: Staff, other: Any):
    refused, old = (requests.ask(staff.administrator, "word", NAME) for _ in range(2))
    requests.refuse(refused, other)
    ErasureRequest.objects.filter(pk=old.pk).update(asked_on=(datetime.now(UTC) - timedelta(days=3)).date())
    requests.forget_old(datetime.now(UTC))
    assert not ErasureRequest.objects.exists()


@pytest.mark.parametrize("role", ["writer", "editor", "publisher"])
def test_nobody_else_sees_the_page_or_asks(staff: Staff, client: Client, role: str):
    asked = requests.ask(staff.administrator, "word", NAME)
    requests.note_count(asked, {})
    sign_in(client, getattr(staff, role))
    for address in (reverse("desk_erasing"), reverse("desk_erasure", args=[asked.pk])):
        assert NAME not in client.get(address, follow=True).content.decode()
        client.post(address, {"agree": "yes", "kind": "word", "what": "x"})
    assert list(ErasureRequest.objects.values_list("state", flat=True)) == ["asked"]


def test_a_request_without_a_letter_is_refused_with_a_sentence(staff: Staff, client: Client):
    sign_in(client, staff.administrator)
    page = client.post(reverse("desk_erasing"), {"kind": "word", "what": " - "}, follow=True)
    assert "Write what is to be erased" in page.content.decode()
    assert json.dumps(list(ErasureRequest.objects.values_list("pk", flat=True))) == "[]"
