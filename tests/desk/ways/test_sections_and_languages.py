"""Sections, language homes and locales: what makes up the paper is changed by its forms and never falls apart."""

from typing import Any

import pytest
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from araz.desk.door import STAYS
from araz.desk.models import NewsroomHome, PaperSettings, SectionPage
from tests.desk.conftest import Newsroom, Staff
from tests.desk.ways.conftest import Somebody, comes_out, nothing_comes_out

pytestmark = pytest.mark.database

EDIT = "wagtailadmin_pages:edit"


def section_form(section: SectionPage, action: str = "publish", **changes: Any) -> dict[str, str]:
    fields = {"title": section.title, "about": section.about, "position": section.position, "slug": section.slug}
    data = nested_form_data({**fields, **changes, "comments": inline_formset([])})
    return {**data, f"action-{action}": action}


def test_a_new_section(newsroom: Newsroom, chief: Somebody):
    form = section_form(SectionPage(title="İdman", position=3))
    with comes_out("arrange section"):
        chief.press("wagtailadmin_pages:add", "desk", "sectionpage", newsroom.homes["az"].pk, **form)
    assert SectionPage.objects.get(title="İdman").slug == "idman"


def test_a_section_that_is_made_as_a_draft_and_published_later(newsroom: Newsroom, chief: Somebody):
    form = section_form(SectionPage(title="İdman", position=3), "none")
    with nothing_comes_out():
        chief.press("wagtailadmin_pages:add", "desk", "sectionpage", newsroom.homes["az"].pk, **form)
    section = SectionPage.objects.get(title="İdman")
    with comes_out("arrange section"):
        chief.send(EDIT, section, section_form(section))


def test_a_section_that_gets_another_name_keeps_its_address(newsroom: Newsroom, chief: Somebody):
    section = newsroom.sections["az/news"]
    with comes_out("arrange section"):
        chief.send(EDIT, section, section_form(section, title="Günün xəbərləri"))
    with nothing_comes_out():
        said = chief.send(EDIT, section, section_form(section, slug="gun"))
    assert "its address can't change any more" in said


def test_an_empty_section_is_taken_out_and_comes_back(newsroom: Newsroom, chief: Somebody):
    section = newsroom.sections["az/culture"]
    with comes_out("arrange section"):
        chief.press("wagtailadmin_pages:unpublish", section.pk)
    with comes_out("arrange section"):
        chief.send(EDIT, section, section_form(section))
    with comes_out("arrange section"):
        chief.press("wagtailadmin_pages:delete", section.pk)


def test_a_section_with_public_stories_stays(newsroom: Newsroom, chief: Somebody):
    newsroom.public_story()
    section = newsroom.sections["az/news"]
    with nothing_comes_out():
        assert "Move them to another section first" in chief.press("wagtailadmin_pages:unpublish", section.pk)
        assert STAYS in chief.press("wagtailadmin_pages:delete", section.pk)
        assert chief.call(section, "delete").status == 400
    assert SectionPage.objects.get(pk=section.pk).live


def test_a_section_is_not_carried_to_another_language(newsroom: Newsroom, chief: Somebody):
    section, azb = newsroom.sections["az/culture"], newsroom.homes["azb"]
    with nothing_comes_out():
        chief.press("wagtailadmin_pages:move_confirm", section.pk, azb.pk)
        assert chief.call(section, "move", destination_page_id=azb.pk, position="last-child").status == 403
    assert SectionPage.objects.get(pk=section.pk).get_parent().pk == newsroom.homes["az"].pk


def test_the_order_of_languages_is_handed_over_when_homes_are_dragged(newsroom: Newsroom, chief: Somebody):
    with comes_out("arrange masthead"):
        chief.press("wagtailadmin_pages:set_page_position", newsroom.homes["azb"].pk, query="?position=0")
    assert PaperSettings.load().part().languages == ("azb", "az")


def test_a_new_language(newsroom: Newsroom, chief: Somebody):
    Locale.objects.create(language_code="tr")
    root = Page.get_first_root_node()
    form = {**nested_form_data({"title": "Araz", "comments": inline_formset([])}), "action-publish": "publish"}
    with comes_out("arrange masthead"):
        chief.press("wagtailadmin_pages:add", "desk", "newsroomhome", root.pk, query="?locale=tr", **form)
    assert PaperSettings.load().part().languages == ("az", "azb", "tr")


def test_a_language_without_sections_is_taken_out(newsroom: Newsroom, chief: Somebody):
    for key in ("azb/news", "azb/culture"):
        chief.press("wagtailadmin_pages:delete", newsroom.sections[key].pk)
    with comes_out("arrange masthead"):
        chief.press("wagtailadmin_pages:delete", newsroom.homes["azb"].pk)


def test_a_language_with_sections_stays(newsroom: Newsroom, chief: Somebody):
    with nothing_comes_out():
        for button in ("delete", "unpublish"):
            said = chief.press(f"wagtailadmin_pages:{button}", newsroom.homes["azb"].pk)
            assert "still has sections" in said
    assert NewsroomHome.objects.get(pk=newsroom.homes["azb"].pk).live


def test_a_locale_in_use_becomes_no_other_language(newsroom: Newsroom, chief: Somebody):
    page = newsroom.public_story()
    with nothing_comes_out():
        said = chief.press("wagtaillocales:edit", page.locale_id, language_code="tr")
    assert "every story of it would change its language" in said
    assert Locale.objects.get(pk=page.locale_id).language_code == "az"


def test_a_locale_in_use_is_not_deleted(newsroom: Newsroom, chief: Somebody):
    with nothing_comes_out():
        chief.press("wagtaillocales:delete", newsroom.homes["az"].locale_id)
    assert Locale.objects.filter(language_code="az").exists()


def test_a_translated_section_begins_as_a_draft(newsroom: Newsroom, chief: Somebody):
    section = newsroom.sections["az/culture"]
    azb = newsroom.homes["azb"]
    NewsroomHome.objects.filter(pk=azb.pk).update(translation_key=newsroom.homes["az"].translation_key)
    with nothing_comes_out():
        chief.press("simple_translation:submit_page_translation", section.pk, locales=[azb.locale_id])
    assert not SectionPage.objects.get(translation_key=section.translation_key, locale=azb.locale).live


def test_deleting_an_account_changes_nothing_for_readers(newsroom: Newsroom, staff: Staff, chief: Somebody):
    page = newsroom.public_story(owner=staff.writer)
    with nothing_comes_out():
        chief.press("wagtailusers_users:delete", staff.writer.pk)
    page.refresh_from_db()
    assert (page.owner, page.live) == (None, True)
