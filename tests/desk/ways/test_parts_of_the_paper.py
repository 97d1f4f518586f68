"""Masthead, addresses, fronts, bylines, topics and places: one row for what readers will see changed, by every button."""

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


def test_a_front_page_is_arranged_and_arranged_anew(newsroom: Newsroom, chief: Somebody):
    stories = [newsroom.public_story(title=f"Xəbər {number}") for number in (1, 2, 3)]
    locale = newsroom.homes["az"].locale
    one, two, three = (story.pk for story in stories)
    lists = nested_form_data(
        {"second_stories": inline_formset([{"story": two}]), "pins": inline_formset([{"story": three}])}
    )
    with comes_out("arrange front"):
        chief.press(SNIPPET.format("frontorder", "add"), locale=locale.pk, lead=one, **lists)
    front = FrontOrder.objects.get()
    assert front.part().second == (stories[1].public_id,)
    empty = nested_form_data({"second_stories": inline_formset([]), "pins": inline_formset([])})
    with comes_out("arrange front"):
        chief.press(SNIPPET.format("frontorder", "edit"), front.pk, locale=locale.pk, lead=two, **empty)
    with comes_out("arrange front"):
        chief.press(SNIPPET.format("frontorder", "delete"), front.pk)


def test_a_lead_in_another_language_is_refused(newsroom: Newsroom, chief: Somebody):
    story = newsroom.public_story()
    lists = nested_form_data({"second_stories": inline_formset([]), "pins": inline_formset([])})
    with nothing_comes_out():
        said = chief.press(
            SNIPPET.format("frontorder", "add"), locale=newsroom.homes["azb"].locale_id, lead=story.pk, **lists
        )
    assert "in another language than this front page" in said


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


def test_a_byline_is_added_to_a_public_story(newsroom: Newsroom, chief: Somebody):
    page, byline = newsroom.public_story(), Byline.objects.create(name={"az": "Sevda"})
    named = nested_form_data({"named": inline_formset([{"byline": byline.pk}])})
    with comes_out("correct"):
        chief.send("wagtailadmin_pages:edit", page, {**story_form(page, "publish"), **named})
