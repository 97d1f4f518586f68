"""Masthead, addresses, fronts, bylines, topics and places: one row for what readers will see changed, by every button."""

from collections.abc import Sequence
from typing import Any

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from araz.desk.models import AddressBook, Byline, FrontOrder, PaperSettings, Place, StoryByline, StoryTopic, Topic
from araz.language import LANGUAGES
from tests.desk.conftest import Newsroom, Staff
from tests.desk.forms import story_form
from tests.desk.ways.conftest import Somebody, comes_out, nothing_comes_out

pytestmark = pytest.mark.database

SNIPPET = "wagtailsnippets_desk_{}:{}"


def widget(name: str, **by_language: str) -> dict[str, str]:
    """What the field for words in five languages sends."""
    return {f"{name}_{code}": by_language.get(code, "") for code in LANGUAGES}


def byline_form(**changes: Any) -> dict[str, Any]:
    about = widget("about")
    return {"kind": "pen", "slug": "", "contact": "", "portrait": "", **widget("name", az="Sevda"), **about, **changes}


def test_a_byline_is_made_changed_and_deleted(newsroom: Newsroom, chief: Somebody):
    with comes_out("arrange byline"):
        chief.press(SNIPPET.format("byline", "add"), **byline_form())
    byline = Byline.objects.get()
    with comes_out("arrange byline"):
        chief.press(SNIPPET.format("byline", "edit"), byline.pk, **byline_form(slug=byline.slug, kind="desk"))
    with nothing_comes_out():
        said = chief.press(SNIPPET.format("byline", "edit"), byline.pk, **byline_form(slug="basqa", kind="desk"))
    assert "that can't change any more" in said
    with comes_out("arrange byline"):
        chief.press(SNIPPET.format("byline", "delete"), byline.pk)


def test_a_topic_is_made_changed_and_deleted(newsroom: Newsroom, chief: Somebody):
    story = newsroom.public_story()
    form = {
        "slug": "",
        **widget("name", az="Göl"),
        **widget("about"),
        **nested_form_data({"reading": inline_formset([])}),
    }
    with comes_out("arrange topic"):
        chief.press(SNIPPET.format("topic", "add"), **form)
    topic = Topic.objects.get()
    reading = nested_form_data({"reading": inline_formset([{"story": story.pk}])})
    with comes_out("arrange topic"):
        chief.press(SNIPPET.format("topic", "edit"), topic.pk, **{**form, **reading, "slug": topic.slug})
    assert topic.part().reading_order == (story.public_id,)
    with comes_out("arrange topic"):
        chief.press(SNIPPET.format("topic", "delete"), topic.pk)


def test_places_are_deleted_in_bulk_with_a_row_for_each(newsroom: Newsroom, chief: Somebody):
    with comes_out("arrange place", "arrange place"):
        places = [Place.objects.create(name={"az": name}) for name in ("Urmu", "Marağa")]
    with comes_out("arrange place", "arrange place"):
        chief.press_for_all("desk.place", "delete", *places)
    assert not Place.objects.exists()


def test_what_published_stories_name_is_not_deleted(newsroom: Newsroom, staff: Staff, chief: Somebody):
    byline, topic = Byline.objects.create(name={"az": "Sevda"}), Topic.objects.create(name={"az": "Göl"})
    place = Place.objects.create(name={"az": "Urmu"})
    page = newsroom.story(owner=staff.writer, place=place)
    page.named.add(StoryByline(byline=byline))
    page.about.add(StoryTopic(topic=topic))
    page.save_revision().publish()
    for kind, thing in (("byline", byline), ("topic", topic), ("place", place)):
        with nothing_comes_out():
            one = chief.press(SNIPPET.format(kind, "delete"), thing.pk)
            many = chief.press_for_all(f"desk.{kind}", "delete", thing)
        assert "ublished stories" in one
        assert "ublished stories" in many
        assert type(thing).objects.filter(pk=thing.pk).exists()


def lists_of_a_front(
    second: Sequence[int] = (), pins: Sequence[int] = (), sections: Sequence[int] = ()
) -> dict[str, Any]:
    chosen = {
        "second_stories": inline_formset([{"story": story} for story in second]),
        "pins": inline_formset([{"story": story} for story in pins]),
        "chosen_sections": inline_formset([{"section": section} for section in sections]),
    }
    return {**nested_form_data(chosen), "headlines": "4", "corner": "on"}


def test_a_front_page_is_arranged_and_arranged_anew(newsroom: Newsroom, chief: Somebody):
    stories = [newsroom.public_story(title=f"Xəbər {number}") for number in (1, 2, 3)]
    locale = newsroom.homes["az"].locale
    one, two, three = (story.pk for story in stories)
    section = newsroom.sections["az/news"]
    lists = lists_of_a_front([two], [three], [section.pk])
    with comes_out("arrange front"):
        chief.press(SNIPPET.format("frontorder", "add"), locale=locale.pk, lead=one, **lists)
    part = FrontOrder.objects.get().part()
    assert (part.second, part.pins) == ((stories[1].public_id,), (stories[2].public_id,))
    assert (part.sections, part.headlines, part.corner) == ((section.public_id,), 4, True)
    front = FrontOrder.objects.get()
    empty = lists_of_a_front()
    with comes_out("arrange front"):
        chief.press(SNIPPET.format("frontorder", "edit"), front.pk, locale=locale.pk, lead=two, **empty)
    del empty["corner"]
    with comes_out("arrange front"):
        fewer = {**empty, "headlines": "2"}
        chief.press(SNIPPET.format("frontorder", "edit"), front.pk, locale=locale.pk, lead=two, **fewer)
    part = FrontOrder.objects.get().part()
    assert (part.headlines, part.corner) == (2, False)
    with comes_out("arrange front"):
        chief.press(SNIPPET.format("frontorder", "delete"), front.pk)


def test_a_lead_in_another_language_is_refused(newsroom: Newsroom, chief: Somebody):
    story = newsroom.public_story()
    locale = newsroom.homes["azb"].locale_id
    with nothing_comes_out():
        said = chief.press(SNIPPET.format("frontorder", "add"), locale=locale, lead=story.pk, **lists_of_a_front())
    assert "in another language than this front page" in said


def test_a_section_of_another_language_is_refused(newsroom: Newsroom, chief: Somebody):
    lists = lists_of_a_front(sections=[newsroom.sections["az/news"].pk])
    with nothing_comes_out():
        said = chief.press(SNIPPET.format("frontorder", "add"), locale=newsroom.homes["azb"].locale_id, **lists)
    assert "Take it off the list" in said


def test_a_front_page_has_at_least_one_headline_of_a_section(newsroom: Newsroom, chief: Somebody):
    locale = newsroom.homes["az"].locale_id
    with nothing_comes_out():
        chief.press(SNIPPET.format("frontorder", "add"), locale=locale, **{**lists_of_a_front(), "headlines": "0"})


def test_the_masthead_is_handed_over_when_it_changes(newsroom: Newsroom, chief: Somebody):
    masthead = PaperSettings.load()
    form = {"emblem": "", **widget("tag_line", az="Suyu duru"), **widget("notice")}
    form |= widget("name", az="Araz", azb="آراز")
    with comes_out("arrange masthead"):
        chief.press("wagtailsettings:edit", "desk", "papersettings", masthead.pk, **form)
    with nothing_comes_out():
        chief.press("wagtailsettings:edit", "desk", "papersettings", masthead.pk, **form)


def test_the_addresses_are_handed_over(newsroom: Newsroom, chief: Somebody):
    book = AddressBook.load()
    entry = {"address": "https://guzgu.example", "kind": "mirror", **widget("note")}
    form = {**widget("about"), **nested_form_data({"entries": inline_formset([entry])})}
    with comes_out("arrange addresses"):
        chief.press("wagtailsettings:edit", "desk", "addressbook", book.pk, **form)


def test_a_byline_is_added_to_a_public_story(newsroom: Newsroom, chief: Somebody, editor: Somebody):
    page, byline = newsroom.public_story(), Byline.objects.create(name={"az": "Sevda"})
    named = nested_form_data({"named": inline_formset([{"byline": byline.pk}])})
    editor.send("wagtailadmin_pages:edit", page, {**story_form(page), **named})
    with comes_out("correct"):
        chief.send("wagtailadmin_pages:edit", page, {**story_form(page, "publish"), **named})
