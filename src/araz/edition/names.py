"""The small words that name things in an edition: ids, list keys, months, days and ten-minute times."""

import secrets
from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal, NewType, get_args
from zoneinfo import ZoneInfo

StoryId = NewType("StoryId", str)
GroupId = NewType("GroupId", str)
ListKey = NewType("ListKey", str)
Month = NewType("Month", str)  # "2026-11"
PartKey = NewType("PartKey", str)  # "section/k3v9q2aa"

Kind = Literal[
    "news",
    "analysis",
    "opinion",
    "research",
    "statement",
    "announcement",
    "page",
    "document",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

ID_LENGTH: Final = 8
_ID_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648 base32, lower case
TIME_STEP: Final = timedelta(minutes=10)


def new_id() -> str:
    """Return eight random base32 letters: 40 bits, which say nothing about what they name."""
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(ID_LENGTH))


def is_id(text: str) -> bool:
    return len(text) == ID_LENGTH and all(letter in _ID_LETTERS for letter in text)


def rounded(moment: datetime) -> datetime:
    """Return the moment in UTC, rounded down to ten minutes: no output says a finer time."""
    utc = moment.astimezone(UTC)
    return utc.replace(minute=utc.minute - utc.minute % 10, second=0, microsecond=0)


def local_day(moment: datetime, time_zone: str) -> date:
    """Return the day on which a reader in the paper's time zone dates the moment."""
    return moment.astimezone(ZoneInfo(time_zone)).date()


def month_of(day: date) -> Month:
    return Month(f"{day.year:04d}-{day.month:02d}")


def language_list(language: str) -> ListKey:
    return ListKey(language)


def section_list(language: str, section: str) -> ListKey:
    return ListKey(f"{language}/s/{section}")


def is_section(key: ListKey) -> bool:
    return "/s/" in key


def is_topic(key: ListKey) -> bool:
    return "/t/" in key


def topic_list(language: str, topic: str) -> ListKey:
    return ListKey(f"{language}/t/{topic}")


def byline_list(language: str, byline: str) -> ListKey:
    return ListKey(f"{language}/b/{byline}")
