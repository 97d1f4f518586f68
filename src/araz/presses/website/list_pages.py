"""The pages of sections, topics and bylines."""

from araz.contracts import PressedFile
from araz.edition.names import ListKey
from araz.edition.paper import Byline
from araz.edition.story import Teaser
from araz.presses.website import offline, pages
from araz.presses.website.byline_pages import contact_of
from araz.presses.website.days import days_of, month_in_list
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.presses.website.sharing import list_tags
from araz.presses.website.teasers import brief
from araz.typesetting.volumes import STORIES_OF_A_VOLUME
from araz.typesetting.words import named, words

NEWEST_ON_LIST = 30


def print_list(room: PrintRoom, key: ListKey) -> PressedFile | None:
    """Print the page of a section, a topic or a byline. Topics and bylines have one as soon as they have a story."""
    path = pages.list_path(room.edition, key)
    code = pages.language_of(key)
    newest = room.edition.newest(key, NEWEST_ON_LIST)
    sort = key.split("/")[1]
    if not path or code not in room.masthead.languages or (sort != "s" and not newest):
        return None
    spot = room.spot(path)
    context = about_list(room, key, spot) | {
        "days": days_of(room, newest, code, spot, with_year=True),
        "months": _months(room, key, code),
        "months_begin": _before_the_month(room, key, spot),
        "feed": spot.to(pages.atom_path(room.edition, key)),
    }
    if sort == "s":
        context["sharing"] = list_tags(room, context["title"], context["about"], key, spot)
        context["stamp"] = room.stamp(room.edition.stamp(key), code)
        context["languages"] = room.languages(code, spot, lambda other: room.in_language(key, other))
    else:  # to the fronts: a topic's other pages come and go by themselves
        context["languages"] = room.languages(code, spot)
    context["volumes"] = _volumes(room, key, newest, code, spot) if sort == "t" else []
    return PressedFile(path=path, body=room.render("list.html", spot, code, context))


def _volumes(room: PrintRoom, key: ListKey, newest: tuple[Teaser, ...], code: str, spot: Spot) -> list[Context]:
    """The topic as one file, which has room for so many stories; how long they are is reckoned from the newest."""
    topic = room.edition.topic(key.rpartition("/")[2])
    stories = min(room.edition.size(key), STORIES_OF_A_VOLUME)
    return offline.of_topic(newest, stories, topic.slug, code, spot) if topic else []


def about_list(room: PrintRoom, key: ListKey, spot: Spot) -> Context:
    """What a list's page says above the stories."""
    code, sort, name = key.split("/")
    w = words(code)
    if sort == "s" and (section := room.edition.section(name)):
        return {"title": section.name, "about": section.about, "current": section.id}
    if sort == "t" and (topic := room.edition.topic(name)):
        ordered = [brief(room, teaser, spot) for teaser in room.public(topic.reading_order) if teaser.language == code]
        title = named(topic.name, code)
        to_all = spot.to(f"{code}/t/index.html")
        about = topic.about.get(code, "")
        return {"title": title, "about": about, "sort": w["topics"], "sort_href": to_all, "ordered": ordered}
    if byline := room.edition.byline(name):
        return _about_byline(room, byline, code, spot)
    return {}


def _about_byline(room: PrintRoom, byline: Byline, code: str, spot: Spot) -> Context:
    """An open person has a face and can be reached; of a pen name its page says that it is one, and nothing else."""
    w, title = words(code), named(byline.name, code)
    if byline.kind == "pen":
        return {"title": title, "about": "", "sort": w["pen_name"], "sort_href": ""}
    about: Context = {"title": title, "about": byline.about.get(code, "")}
    if byline.kind == "desk":
        return about | {"sort": w["desk_byline"], "sort_href": ""}
    return about | {
        "sort": w["spokespersons"],
        "sort_href": spot.to(pages.spokespersons_path(code)),
        "contact": contact_of(byline),
        "portrait": room.picture(byline.portrait, spot) if byline.portrait else None,
    }


def _months(room: PrintRoom, key: ListKey, code: str) -> list[Context]:
    """The months of a list: the one thing on its page that grows with the years, so it is made of what is kept."""
    return [month_in_list(count.month, count.stories, code) for count in room.edition.months(key)]


def _before_the_month(room: PrintRoom, key: ListKey, spot: Spot) -> str:
    """What the address of a month's page of the list begins with."""
    folder, _, begins = pages.list_folder(room.edition, key)
    return spot.to(f"{folder}/{begins}")
