"""The whole sample newsroom, through the desk into an edition that is ready to be printed."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from wagtail.models import Locale

from araz.desk import schedule
from araz.desk.models import FrontOrder, FrontPin, FrontSecond, TopicStory
from araz.desk.roles import ROLES
from araz.edition.store import Edition
from araz.server.accounts import first_of
from araz.server.courier import carry, note_printed
from araz.server.loading.paper import Named, make_addresses, make_homes, make_masthead, make_named
from araz.server.loading.pictures import make_pictures
from araz.server.loading.stories import Drafts, Editor, make_drafts
from araz.server.sample import content

Progress = Callable[[str], object]


def load_sample(edition: Edition, time_zone: str, progress: Progress) -> None:
    """Make the sample's paper, its stories and an account for each role."""
    sample = content.load()
    paper = sample.paper
    progress("Accounts and the paper")
    staff = {role: first_of(role) for role in ROLES}
    homes = make_homes(paper.name)
    make_masthead(paper)
    progress(f"{len(paper.pictures)} pictures")
    pictures = make_pictures(paper.pictures)
    named = make_named(paper, homes, pictures)
    make_addresses(paper)
    progress(f"{len(sample.stories)} stories")
    now = datetime.now(UTC)
    drafts = make_drafts(sample.stories, named, staff["writer"])
    editor = Editor(
        drafts=drafts,
        named=named,
        pictures=pictures,
        now=now,
        time_zone=time_zone,
        publisher=staff["publisher"],
        carry=lambda: _hand_over(edition),
    )
    editor.publish_all(sample.stories)
    _order_topics(paper.topics, sample.stories, named, drafts)
    _order_fronts(paper.fronts, drafts)
    schedule.publish_due(now)  # announcements whose last day is over
    _hand_over(edition)


def _hand_over(edition: Edition) -> None:
    carry(edition)
    note_printed(edition)


def _order_topics(
    topics: Sequence[content.Topic], stories: Sequence[content.Story], named: Named, drafts: Drafts
) -> None:
    for topic in topics:
        if topic.reading_order:
            made = named.topics[topic.key]
            reading = [
                TopicStory(story=drafts[story.key])
                for group in topic.reading_order
                for story in stories
                if story.group == group and story.state == "public"
            ]
            made.reading.set(reading)
            made.save()


def _order_fronts(fronts: Sequence[content.Front], drafts: Drafts) -> None:
    for front in fronts:
        order = FrontOrder(locale=Locale.objects.get(language_code=front.language), lead=drafts[front.lead])
        order.second_stories.set([FrontSecond(story=drafts[key]) for key in front.second])
        order.pins.set([FrontPin(story=drafts[key]) for key in front.pins])
        order.save()
