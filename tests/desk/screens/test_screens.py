"""Every kind of page of the desk, on a phone and on a large screen: nothing hangs over, nothing is asked elsewhere."""

import re
from io import BytesIO
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect
from wagtail.models import Locale

from araz.desk.erasing import requests
from araz.desk.models import Byline, DeskImage, FrontOrder
from tests.desk.conftest import Newsroom
from tests.desk.signin.signed_in import give_app
from tests.desk.stories import prose

pytestmark = [
    pytest.mark.database,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    # Wagtail leaves the file open in which it makes a thumbnail.
    pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning"),
]

LEAVES = """() => [...document.querySelectorAll("a[href], form[action], img[src], link[href], script[src], iframe[src]")]
  .map((it) => it.href || it.action || it.src).filter((to) => /^https?:/.test(to) && !to.startsWith(location.origin))"""
# The desk's frame cuts off what is too wide for it, so that the page as a whole never hangs over.
CUT_OFF = """() => [...document.querySelectorAll("main *")].filter((it) => {
  const { left, right, width, height } = it.getBoundingClientRect();
  return width > 1 && height > 1 && (left < -1 || right > innerWidth + 1) && !it.closest(".w-sr-only, .w-minimap, .footer, .form-side, .replace-file-input");
}).map((it) => it.outerHTML.slice(0, 120))"""
HANGS_OVER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def every_page(newsroom: Newsroom, staff: Any) -> list[str]:
    file = BytesIO()
    Image.new("RGB", (640, 400), "teal").save(file, "PNG")
    picture = DeskImage.objects.create(title="Çay", file=SimpleUploadedFile("a.png", file.getvalue(), "image/png"))
    headline = "Körpübaşının yüz on səkkiz yaşlı daş körpüsündən keçən hər kəsin adını yazan dəftər"
    story = newsroom.story(owner=staff.writer, title=headline, picture=picture, body=[prose("Çay.")])
    story.save_revision(user=staff.writer)
    public = newsroom.public_story("azb/news", title="کؤرپو آچیلدی")
    byline = Byline.objects.create(name={"az": "Leyla Bulaqlı"})
    order = FrontOrder.objects.create(locale=Locale.objects.get(language_code="az"))
    section = newsroom.sections["az/news"]
    return [
        "/admin/",
        "/admin/my-stories/",
        "/admin/to-review/",
        "/admin/notices/",
        "/admin/pages/",
        reverse("wagtailadmin_explore", args=[section.pk]),
        reverse("wagtailadmin_pages:add", args=["desk", "storypage", section.pk]),
        reverse("wagtailadmin_pages:edit", args=[story.pk]),
        reverse("wagtailadmin_pages:edit", args=[public.pk]),
        reverse("wagtailadmin_pages:edit", args=[section.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[story.pk]),
        reverse("wagtailadmin_pages:unpublish", args=[public.pk]),
        reverse("wagtailadmin_pages:history", args=[story.pk]),
        "/admin/images/",
        reverse("wagtailimages:edit", args=[picture.pk]),
        "/admin/images/chooser/",
        "/admin/snippets/",
        f"/admin/snippets/desk/byline/edit/{byline.pk}/",
        f"/admin/snippets/desk/frontorder/edit/{order.pk}/",
        "/admin/settings/desk/papersettings/",
        "/admin/settings/desk/addressbook/",
        "/admin/reports/workflow/",
        "/admin/account/",
        "/admin/users/",
        "/admin/users/new/",
        reverse("wagtailusers_users:edit", args=[staff.writer.pk]),
        reverse("desk_erasing"),
        reverse("desk_erasure", args=[requests.ask(staff.administrator, "word", "Çay").pk]),
    ]


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_of_the_desk_hangs_over_or_asks_elsewhere(newsroom: Newsroom, staff: Any, open_screen: Any, width: int):
    screen = open_screen(staff.administrator, width=width, height=740)
    for path in every_page(newsroom, staff):
        page = screen.open(path)
        assert page.evaluate(HANGS_OVER) <= 0, path
        assert page.evaluate(LEAVES) == [], path
        assert screen.faults == [], path
    assert screen.elsewhere == []


def own_pages(staff: Any) -> list[str]:
    """Pages that the desk adds to Wagtail's, or in which its own words and forms stand."""
    return [
        reverse("desk_deeds"),
        reverse("desk_erasing"),
        reverse("desk_erasure", args=[requests.ask(staff.administrator, "word", "Çay").pk]),
        "/admin/users/",
        reverse("wagtailusers_users:edit", args=[staff.publisher.pk]),
        "/admin/snippets/desk/deskdocument/add/",
        reverse("wagtailimages:add_multiple"),
        "/admin/account/",
    ]


def test_the_desks_own_pages_stand_whole_on_a_phone_light_and_dark_and_can_be_heard(staff: Any, open_screen: Any):
    give_app(staff.publisher)
    screen = open_screen(staff.administrator, width=360, height=740)
    for path in own_pages(staff):
        page = screen.open(path)
        assert page.evaluate(CUT_OFF) == [], path
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{path}, {scheme}\n{found.generate_report()}"


def test_a_link_that_is_shown_once_can_be_read_whole_on_a_phone(staff: Any, open_screen: Any):
    page = open_screen(staff.administrator, width=360, height=740).open(
        reverse("wagtailusers_users:edit", args=[staff.writer.pk])
    )
    with page.expect_navigation():
        page.get_by_role("button", name="Make a sign-in link").click()
    link = page.get_by_label("The link")
    assert "/enter/" in link.input_value()
    assert link.evaluate("it => it.scrollHeight <= it.clientHeight + 1 && it.scrollWidth <= it.clientWidth")
    assert page.evaluate(CUT_OFF) == []
    assert Axe().run(page).violations_count == 0


def test_the_preview_beside_the_editor_is_the_readers_page(newsroom: Newsroom, staff: Any, open_screen: Any):
    page = newsroom.story("azb/news", owner=staff.writer, title="گؤل‌ده سو قالخدی")
    page.save_revision(user=staff.writer)
    screen = open_screen(staff.writer)
    editor = screen.open(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    editor.get_by_label("Toggle preview").click()
    shown = editor.frame_locator("iframe.w-preview__iframe").first
    headline = shown.locator("h1", has_text="گؤل‌ده سو قالخدی")
    expect(headline).to_have_css("font-family", re.compile("Vazirmatn|Araz"))  # the paper's own type
    assert shown.locator("html").evaluate("it => [it.lang, it.dir]") == ["azb", "rtl"]
    assert screen.faults == []
    assert screen.elsewhere == []
