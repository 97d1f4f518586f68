"""Pictures: what stands in something public is not taken away from under it."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import ReferenceIndex

from araz.desk.models import Byline, DeskImage, PaperSettings
from tests.desk.conftest import Newsroom, Staff
from tests.desk.forms import story_form
from tests.desk.ways.conftest import Somebody, comes_out, nothing_comes_out

pytestmark = pytest.mark.database


@pytest.fixture
def picture(newsroom: Newsroom) -> Any:
    file = BytesIO()
    Image.new("RGB", (64, 48), "#0b5768").save(file, "PNG")
    upload = SimpleUploadedFile("IMG_1234.png", file.getvalue())
    image = DeskImage(title="Göl", file=upload)
    image.save()
    return image


def _delete_in_both_ways(chief: Somebody, picture: DeskImage) -> None:
    with nothing_comes_out():
        one = chief.press("wagtailimages:delete", picture.pk)
        many = chief.press_for_all("desk.deskimage", "delete", picture)
    assert "Readers see this picture" in one
    assert "Readers see this picture" in many
    assert DeskImage.objects.filter(pk=picture.pk).exists()


def test_the_picture_above_a_public_story_stays(newsroom: Newsroom, chief: Somebody, picture: DeskImage):
    newsroom.public_story(picture=picture)
    _delete_in_both_ways(chief, picture)


def test_a_picture_in_the_text_of_a_public_story_stays(newsroom: Newsroom, chief: Somebody, picture: DeskImage):
    value = {"image": picture, "alt": "", "caption": "", "credit": "", "language": ""}
    page = newsroom.public_story(body=[("picture", value)])
    ReferenceIndex.create_or_update_for_object(page)  # a task of the worker
    _delete_in_both_ways(chief, picture)


@pytest.mark.parametrize("where", ["emblem", "portrait"])
def test_a_picture_of_the_paper_stays(newsroom: Newsroom, chief: Somebody, picture: DeskImage, where: str):
    if where == "emblem":
        masthead = PaperSettings.load()
        masthead.emblem = picture
        masthead.save()
    else:
        Byline.objects.create(name={"az": "Sevda"}, kind="open", portrait=picture)
    _delete_in_both_ways(chief, picture)


def test_a_picture_that_nobody_sees_is_deleted(newsroom: Newsroom, staff: Staff, chief: Somebody, picture: DeskImage):
    newsroom.story(owner=staff.writer, picture=picture)
    with nothing_comes_out():
        chief.press("wagtailimages:delete", picture.pk)
    assert not DeskImage.objects.filter(pk=picture.pk).exists()


def test_a_picture_that_was_taken_out_of_a_public_story_may_go(
    newsroom: Newsroom, chief: Somebody, editor: Somebody, picture: DeskImage
):
    page = newsroom.public_story(picture=picture)
    editor.send("wagtailadmin_pages:edit", page, story_form(page))
    with comes_out("correct"):
        chief.send("wagtailadmin_pages:edit", page, story_form(page, "publish"))
    with nothing_comes_out():
        chief.press("wagtailimages:delete", picture.pk)
    assert not DeskImage.objects.filter(pk=picture.pk).exists()


def test_another_description_of_a_picture_reaches_readers_with_the_next_publication(
    newsroom: Newsroom, chief: Somebody, picture: DeskImage
):
    page = newsroom.public_story(picture=picture)
    with nothing_comes_out():
        picture.alt = {"az": "Axşamüstü göl"}
        picture.save()
    with comes_out("correct"):
        page.save_revision().publish()
