"""“Held back”: the desk says where something was found, and those who may let it out."""

from collections import Counter
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from araz.desk import held_back
from araz.desk.audit.models import AuditLine
from araz.desk.models import HeldBack, HeldFinding, LettingOut, Origin, Place, StoryPage, Waiver
from araz.desk.roles import give_role
from tests.desk.asking import queries_of
from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database

ADDRESS, WORD, ACCOUNT = "a" * 32, "b" * 32, "c" * 32
ANY_ADDRESS, ANY_WORD = "1" * 32, "2" * 32


def client_of(account: Any) -> Client:
    client = Client()
    sign_in(client, account)
    return client


@pytest.fixture
def story(newsroom: Newsroom, staff: Staff) -> StoryPage:
    page = newsroom.public_story(title="Körpü", owner=staff.writer)
    found = [("block 3", "e-mail", ADDRESS, ANY_ADDRESS), ("headline", "word", WORD, ANY_WORD)]
    held_back.tell({page.public_id: found, "az/index.html": [("page", "account", ACCOUNT, "9" * 32)]})
    return page


def listed(account: Any) -> str:
    return client_of(account).get(reverse("desk_held_back")).content.decode()


def send(account: Any, address: str, **said: Any) -> None:
    answer = client_of(account).post(reverse(address), said)
    assert answer.status_code == 302


def waive(account: Any, *digests: str) -> None:
    send(account, "desk_waive", digest=digests)


def waived() -> set[str]:
    return set(Waiver.objects.values_list("digest", flat=True))


def test_an_editor_reads_where_and_what_sort_of_thing_was_found(story: StoryPage, staff: Staff):
    page = listed(staff.editor)
    assert "Körpü" in page
    assert "an e-mail address" in page
    assert "in paragraph or block 3 of the text" in page
    assert "a word of the list of words that must never appear" in page
    assert "az/index.html" in page


def test_an_editor_reads_that_it_is_a_comment_in_which_something_was_found(story: StoryPage, staff: Staff):
    held_back.tell({story.public_id: [("comment kyi4jbsv", "network address", ADDRESS, ANY_ADDRESS)]})
    page = listed(staff.editor)
    assert "Körpü" in page
    assert "in a reader&#x27;s comment" in page


def test_a_part_of_the_paper_leads_to_its_form(newsroom: Newsroom, staff: Staff):
    section, place = newsroom.sections["az/news"], Place.objects.create(name={"az": "Şuşa"})
    parts = ("masthead", f"section/{section.public_id}", f"place/{place.public_id}", "place/gone2222")
    held_back.tell({part: [("part", "word", WORD, ANY_WORD)] for part in parts[:3]})
    page = listed(staff.administrator)
    assert reverse("wagtailsettings:edit", args=["desk", "papersettings"]) in page
    assert reverse("wagtailadmin_pages:edit", args=[section.pk]) in page
    assert reverse("wagtailsnippets_desk_place:edit", args=[place.pk]) in page
    held_back.tell({parts[3]: [("part", "word", WORD, ANY_WORD)]})
    assert "A place" in listed(staff.administrator)


def test_a_writer_reads_of_own_stories_only(story: StoryPage, staff: Staff, newsroom: Newsroom):
    other = newsroom.public_story(title="Qar", owner=staff.editor)
    held_back.tell(
        {
            story.public_id: [("headline", "word", WORD, ANY_WORD)],
            other.public_id: [("headline", "word", "d" * 32, ANY_WORD)],
        }
    )
    page = listed(staff.writer)
    assert "Körpü" in page
    assert "Qar" not in page


def test_an_editor_lets_out_an_address_and_it_is_noted(story: StoryPage, staff: Staff):
    waive(staff.editor, ADDRESS)
    assert waived() == {ADDRESS}
    line = AuditLine.objects.order_by("-pk").first()
    assert line is not None
    assert story.public_id in str(vars(line))


def test_only_an_administrator_lets_out_a_word_of_the_list(story: StoryPage, staff: Staff):
    for account in (staff.writer, staff.editor, staff.publisher):
        waive(account, WORD)
    assert waived() == set()
    waive(staff.administrator, WORD)
    assert waived() == {WORD}


def test_a_writer_lets_out_nothing_and_an_editor_nothing_of_the_paper(story: StoryPage, staff: Staff):
    waive(staff.writer, ADDRESS)
    waive(staff.editor, ACCOUNT)
    assert waived() == set()


def test_nothing_is_let_out_that_was_not_found(story: StoryPage, staff: Staff):
    waive(staff.administrator, "e" * 32)
    send(staff.administrator, "desk_waive_everywhere", thing="")
    send(staff.administrator, "desk_waive_everywhere", thing="e" * 32)
    assert waived() == set()


def test_the_editor_of_a_held_story_says_so(story: StoryPage, staff: Staff):
    page = client_of(staff.editor).get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "This story is held back." in page
    assert "an e-mail address, in paragraph or block 3 of the text" in page


def test_what_is_in_order_again_is_no_longer_listed(story: StoryPage, staff: Staff):
    held_back.tell({})
    assert not HeldBack.objects.exists()
    assert "Nothing is held back." in listed(staff.editor)
    assert "Held back" not in client_of(staff.editor).get(reverse("wagtailadmin_home")).content.decode()


def test_the_list_says_when_nobody_has_opened_the_words(newsroom: Newsroom, staff: Staff):
    held_back.tell({}, words_checked=False)
    assert "Words are not checked" in listed(staff.editor)
    held_back.tell({}, words_checked=True)
    assert "Words are not checked" not in listed(staff.editor)


# The same thing in many stories


@pytest.fixture
def contacts(newsroom: Newsroom, staff: Staff) -> list[StoryPage]:
    """Five stories with the same address, of which three were brought in; the first also has a time."""
    pages = [newsroom.public_story(title=f"Xəbər {number}", owner=staff.writer) for number in range(5)]
    for number, page in enumerate(pages[:3]):
        Origin.objects.create(key=f"wordpress:old.example:{number}", story=page.public_id, page_number=page.pk)
    found = {
        page.public_id: [("block 1", "e-mail", f"{number}" * 32, ANY_ADDRESS)] for number, page in enumerate(pages)
    }
    found[pages[0].public_id].append(("block 2", "time", "f" * 32, "e" * 32))
    held_back.tell(found)
    return pages


def left() -> dict[str, int]:
    """What is held back, by kind."""
    return dict(Counter(HeldFinding.objects.values_list("kind", flat=True)))


def test_the_same_thing_in_many_stories_is_one_line_with_their_number(contacts: list[StoryPage], staff: Staff):
    page = listed(staff.editor)
    assert page.count("held-thing") == 2
    assert "in 5 stories, 3 of them brought in" in page
    assert "All 5 stories" in page
    assert "Xəbər 4" in client_of(staff.editor).get(reverse("desk_held_thing", args=[ANY_ADDRESS])).content.decode()


def test_the_list_is_narrowed_by_kind_and_by_where_stories_come_from(contacts: list[StoryPage], staff: Staff):
    client = client_of(staff.editor)
    times = client.get(reverse("desk_held_back"), {"kind": "time"}).content.decode()
    assert "in 1 story" in times
    assert "in 5 stories" not in times
    own = client.get(reverse("desk_held_back"), {"origin": "own"}).content.decode()
    assert "in 2 stories" in own
    assert "a time finer than ten minutes" not in own


def test_one_decision_lets_a_thing_out_of_all_stories_and_is_noted_without_it(contacts: list[StoryPage], staff: Staff):
    send(staff.editor, "desk_waive_everywhere", thing=ANY_ADDRESS)
    assert waived() == {ANY_ADDRESS}
    assert left() == {"time": 1}
    assert HeldBack.objects.count() == 1
    decision = LettingOut.objects.get()
    assert (decision.scope, decision.stories) == ("everywhere", 5)
    line = AuditLine.objects.get(deed="waived-everywhere")
    assert line.about == str(decision.pk)


def test_an_editor_of_one_section_lets_out_there_and_not_everywhere(
    contacts: list[StoryPage], staff: Staff, newsroom: Newsroom
):
    give_role(staff.editor, "editor", [newsroom.sections["az/culture"]])
    editor = staff.again(staff.editor)
    send(editor, "desk_waive_everywhere", thing=ANY_ADDRESS)
    waive(editor, "0" * 32)
    assert waived() == set()
    give_role(staff.editor, "editor", [newsroom.sections["az/news"]])
    waive(staff.again(staff.editor), "0" * 32)
    assert waived() == {"0" * 32}


def test_a_secret_of_the_newsroom_is_let_out_everywhere_by_administrators_alone(story: StoryPage, staff: Staff):
    for account in (staff.writer, staff.editor, staff.publisher):
        send(account, "desk_waive_everywhere", thing=ANY_WORD)
    assert waived() == set()
    send(staff.administrator, "desk_waive_everywhere", thing=ANY_WORD)
    assert waived() == {ANY_WORD}


def test_all_of_a_kind_that_was_brought_in_is_let_out_after_samples_and_nothing_that_came_since(
    contacts: list[StoryPage], staff: Staff, newsroom: Newsroom
):
    client = client_of(staff.editor)
    address = reverse("desk_waive_imported")
    page = client.get(address, {"kind": "e-mail"})
    assert "3 stories that were brought in" in page.content.decode()
    upto = page.context["upto"]
    late = newsroom.public_story(title="Sonra gəldi")
    Origin.objects.create(key="wordpress:old.example:9", story=late.public_id, page_number=late.pk)
    held_back.tell(held_back.told() | {late.public_id: [("block 1", "e-mail", "9" * 32, "8" * 32)]})
    client.post(address, {"kind": "e-mail", "upto": upto})
    assert waived() == set()  # nobody has said that the samples were looked at
    client.post(address, {"kind": "e-mail", "upto": upto, "looked": "yes"})
    assert waived() == {"0" * 32, "1" * 32, "2" * 32}
    assert left() == {"e-mail": 3, "time": 1}
    assert AuditLine.objects.filter(deed="waived-imported").count() == 1


def test_secrets_of_the_newsroom_are_never_let_out_by_kind(story: StoryPage, staff: Staff):
    Origin.objects.create(key="wordpress:old.example:1", story=story.public_id, page_number=story.pk)
    HeldBack.objects.update(is_imported=True)
    newest = HeldFinding.objects.order_by("-pk").first()
    assert newest
    said = {"kind": "word", "upto": newest.pk, "looked": "yes"}
    assert client_of(staff.administrator).post(reverse("desk_waive_imported"), said).status_code == 302
    assert waived() == set()


def test_a_decision_is_taken_back_by_those_who_may_make_it_and_that_is_noted(contacts: list[StoryPage], staff: Staff):
    send(staff.editor, "desk_waive_everywhere", thing=ANY_ADDRESS)
    decision = LettingOut.objects.get()
    assert "in 5 stories" in client_of(staff.editor).get(reverse("desk_let_out")).content.decode()
    send(staff.writer, "desk_take_back", decision=decision.pk)
    assert waived() == {ANY_ADDRESS}
    send(staff.publisher, "desk_take_back", decision=decision.pk)
    assert waived() == set()
    assert AuditLine.objects.get(deed="waiver-taken-back").about == str(decision.pk)


def test_what_an_administrator_let_out_of_the_secrets_no_editor_takes_back(story: StoryPage, staff: Staff):
    waive(staff.administrator, WORD)
    send(staff.editor, "desk_take_back", decision=LettingOut.objects.get().pk)
    assert waived() == {WORD}


def test_the_list_costs_no_more_queries_for_sixty_held_stories(newsroom: Newsroom, staff: Staff):
    pages = [newsroom.public_story(title=f"Xəbər {number}") for number in range(12)]

    def queries(count: int) -> int:
        held_back.tell(
            {
                page.public_id: [(f"block {n}", "e-mail", f"{number:016x}{n:016x}", f"{n:032x}") for n in range(count)]
                for number, page in enumerate(pages)
            }
        )
        return queries_of(client_of(staff.editor), reverse("desk_held_back"))

    assert queries(16) <= queries(15) + 3  # a second page: its number, and no more


def test_what_is_told_twice_is_the_same_and_what_changed_is_changed(story: StoryPage):
    numbers = set(HeldFinding.objects.values_list("pk", flat=True))
    found = {subject: list(its) for subject, its in held_back.told().items()}
    page = {"az/index.html": [("page", "account", ACCOUNT, "9" * 32)]}
    held_back.tell(found | page)
    assert set(HeldFinding.objects.values_list("pk", flat=True)) == numbers
    held_back.tell({story.public_id: found[story.public_id][:1]})
    assert HeldFinding.objects.count() == 1
