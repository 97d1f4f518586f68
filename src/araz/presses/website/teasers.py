"""What other pages show of a story: little on lists, more on fronts."""

from minijinja import safe

from araz.edition.story import Teaser
from araz.language import in_digits
from araz.language.calendars import day_and_month
from araz.language.counting import reading_minutes
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.typesetting.words import counted, named, words

MOST_OF_A_HEADLINE = 90  # letters; a longer one is set smaller


def in_list(room: PrintRoom, teaser: Teaser, spot: Spot) -> str:
    """Return the story's entry in a list by days, made once for all lists that it stands on."""

    def make() -> str:
        return safe(room.render_part("listed.html", {"t": brief(room, teaser, spot)}))

    return room.once(("listed", teaser.id, spot.up), make)


def brief(room: PrintRoom, teaser: Teaser, spot: Spot) -> Context:
    """Return what any page shows of the story."""
    return {
        "id": teaser.id,
        "href": spot.to(teaser.path),
        "headline": teaser.headline,
        "standfirst": teaser.standfirst,
        "voice": teaser.kind == "opinion",
        "wordy": len(teaser.headline) > MOST_OF_A_HEADLINE,
        "kind_name": words(teaser.language)[f"kind_{teaser.kind}"],
        "by": room.by(teaser.bylines, teaser.language),
    }


def in_archive(room: PrintRoom, teaser: Teaser, spot: Spot) -> Context:
    """Return the story's line among all of its month: its headline, and what it is or where it stood."""
    section = room.edition.section(teaser.section)
    stood = section.name if section else ""
    return {
        "href": spot.to(teaser.path),
        "headline": teaser.headline,
        "voice": teaser.kind == "opinion",
        "label": stood if teaser.kind == "news" else words(teaser.language)[f"kind_{teaser.kind}"],
    }


def full(room: PrintRoom, teaser: Teaser, spot: Spot) -> Context:
    """Return what a front page shows of the story besides."""
    place = room.edition.place(teaser.place) if teaser.place else None
    day = room.day(teaser.published_at)
    return (
        brief(room, teaser, spot)
        | kind(room, teaser)
        | {
            "place": named(place.name, teaser.language) if place else "",
            "iso": day.isoformat(),
            "day": day_and_month(day, teaser.language),
            "picture": room.picture(teaser.picture, spot) if teaser.picture else None,
            "opening": teaser.opening,
        }
    )


def kind(room: PrintRoom, teaser: Teaser) -> Context:
    """Return what the line above the headline says, and how long the story takes to read."""
    code, w = teaser.language, words(teaser.language)
    section = room.edition.section(teaser.section)
    minutes = reading_minutes(teaser.words, code)
    return {
        "kind": teaser.kind,
        "kind_name": w[f"kind_{teaser.kind}"],
        "section": section.name if section else "",
        "number": w["number"].format(n=in_digits(teaser.statement_number, code)) if teaser.statement_number else "",
        "issued_by": teaser.issued_by,
        "past": teaser.expired,
        "until": w["until"].format(date=day_and_month(teaser.valid_until, code)) if teaser.valid_until else "",
        "minutes": counted("minutes", minutes, code) if minutes else "",
    }
