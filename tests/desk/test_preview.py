"""What the preview shows: the page that readers would get, with nothing written."""

import re
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Locale

from araz.desk.models import DeskImage, FrontOrder, Outbox, PublicStory
from araz.desk.outbox import rows_after
from araz.edition.store import Edition
from tests.desk.conftest import Newsroom
from tests.desk.forms import story_form
from tests.desk.signin.signed_in import sign_in
from tests.desk.stories import prose

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def site_folder(tmp_path, settings: Any):
    settings.ARAZ_SITE_FOLDER = tmp_path / "site"
    settings.ARAZ_SITE_FOLDER.mkdir()
    return settings.ARAZ_SITE_FOLDER


@pytest.fixture
def desk(client: Client, staff: Any) -> Client:
    sign_in(client, staff.administrator)
    return client


def hand_over(folder: Any) -> None:
    """Do what the courier does."""
    edition = Edition.open(folder / "edition.db", may_make=True)
    edition.append(rows_after(edition.last_outbox(), 1000))
    edition.close()


def draft_of(client: Client, page: Any) -> str:
    return client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()


def test_a_draft_is_shown_in_a_newsroom_without_an_edition(desk: Client, newsroom: Newsroom):
    page = newsroom.story(title="Göldə su qalxdı", standfirst="Yazdan bəri.", body=[prose("Birinci cümlə.")])
    page.save_revision()
    shown = draft_of(desk, page)
    assert '<html lang="az" dir="ltr">' in shown
    assert "Göldə su qalxdı" in shown
    assert "Birinci cümlə." in shown
    assert "Xəbərlər" in shown, "the section is named before any edition has it"


def test_a_draft_in_arabic_script_runs_from_right_to_left(desk: Client, newsroom: Newsroom):
    page = newsroom.story("azb/news", title="گؤل‌ده سو قالخدی", body=[prose("بیرینجی جومله.")])
    page.save_revision()
    shown = draft_of(desk, page)
    assert '<html lang="azb" dir="rtl">' in shown
    assert "گؤل‌ده سو قالخدی" in shown


def test_showing_a_draft_writes_nothing(desk: Client, newsroom: Newsroom, site_folder: Any):
    page = newsroom.story()
    page.save_revision()
    before = Outbox.objects.count()
    draft_of(desk, page)
    assert Outbox.objects.count() == before
    assert not PublicStory.objects.exists()
    assert list(site_folder.iterdir()) == []


def test_a_new_draft_of_a_public_story_stands_at_its_address_beside_the_paper(
    desk: Client, newsroom: Newsroom, site_folder: Any
):
    other = newsroom.public_story(title="Bazar bağlandı")
    page = newsroom.public_story(title="Körpü açıldı")
    hand_over(site_folder)
    page.title, page.correction_note = "Körpü bağlandı", "Körpü açılmamışdı."
    page.see_also.create(story=other)
    page.save_revision()
    shown = draft_of(desk, page)
    assert "Körpü bağlandı" in shown
    assert "Körpü açılmamışdı." in shown, "the note that readers will be told at the next publication"
    assert "Bazar bağlandı" in shown, "the edition lies beneath"


def test_pictures_and_style_come_from_the_desk(desk: Client, newsroom: Newsroom):
    file = BytesIO()
    Image.new("RGB", (640, 400), "teal").save(file, "PNG")
    picture = DeskImage.objects.create(
        title="Çay", file=SimpleUploadedFile("river.png", file.getvalue(), "image/png"), alt={"az": "Çay sahili"}
    )
    page = newsroom.story(picture=picture)
    page.save_revision()
    shown = draft_of(desk, page)
    asked = set(re.findall(r'(?:href|src)="(/[^"]*\.(?:css|webp))"', shown))
    assert len(asked) >= 2
    assert all(desk.get(address).status_code == 200 for address in asked)
    assert "//" not in "".join(re.findall(r'(?:src|href)="([^"]*)"', shown)), "no other host"


def test_the_readers_files_are_for_those_who_are_signed_in(client: Client, staff: Any):
    answer = client.get("/admin/readers/assets/style.css")
    assert answer.status_code == 302
    sign_in(client, staff.writer)
    assert client.get("/admin/readers/assets/style.css").status_code == 200
    assert client.get("/admin/readers/assets/none.css").status_code == 404


@pytest.mark.parametrize("path", ["../edition.db", "../../araz.toml", "edition.db", "%2e%2e/secret.txt"])
def test_nothing_but_the_public_tree_is_shown(desk: Client, site_folder: Any, path: str):
    (site_folder / "edition.db").write_bytes(b"not for eyes")
    (site_folder.parent / "araz.toml").write_text("secret")
    (site_folder / "secret.txt").write_text("secret")
    assert desk.get(f"/admin/readers/{path}").status_code == 404


def test_a_printed_page_is_shown_as_it_is_and_may_do_nothing(desk: Client, site_folder: Any):
    (site_folder / "public" / "az").mkdir(parents=True)
    (site_folder / "public" / "az" / "index.html").write_text("<p>front</p>")
    answer = desk.get("/admin/readers/az/index.html")
    assert answer.content == b"<p>front</p>"
    assert answer["Content-Security-Policy"].startswith("sandbox allow-same-origin")
    assert "script-src" not in answer["Content-Security-Policy"]


def test_the_preview_may_stand_in_the_desks_frame_and_a_page_of_its_own_in_none(desk: Client, newsroom: Newsroom):
    page = newsroom.story()
    page.save_revision()
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert desk.post(address, story_form(page)).json()["is_valid"]
    framed = desk.get(f"{address}?in_preview_panel=true")
    assert "frame-ancestors 'self'" in framed["Content-Security-Policy"]
    assert framed["X-Frame-Options"] == "SAMEORIGIN"
    for alone in (desk.get(address), desk.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))):
        assert "frame-ancestors 'none'" in alone["Content-Security-Policy"]


def test_a_front_page_is_shown_in_an_order_that_is_not_saved(desk: Client, newsroom: Newsroom, site_folder: Any):
    first = newsroom.public_story(title="Birinci xəbər")
    newsroom.public_story(title="İkinci xəbər")
    hand_over(site_folder)
    address = reverse(FrontOrder.snippet_viewset.get_url_name("preview_on_add"))
    form = {
        "locale": Locale.objects.get(language_code="az").pk,
        "lead": first.pk,
        "headlines": 4,
        **{
            f"{name}-{key}": value
            for name in ("second_stories", "pins", "chosen_sections")
            for key, value in (("TOTAL_FORMS", 0), ("INITIAL_FORMS", 0), ("MIN_NUM_FORMS", 0), ("MAX_NUM_FORMS", 6))
        },
    }
    assert desk.post(address, form).json() == {"is_valid": True, "is_available": True}
    shown = desk.get(address).content.decode()
    lead = shown.index("Birinci xəbər")
    assert lead < shown.index("İkinci xəbər")
    assert not FrontOrder.objects.exists()


def test_the_checks_beside_the_editor_look_at_the_text_only(desk: Client, newsroom: Newsroom):
    page = newsroom.story()
    page.save_revision()
    editor = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert '"include": ["main"]' in editor
    assert '"include": ["body"]' not in editor
