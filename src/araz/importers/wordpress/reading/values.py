"""Single values as WordPress writes them: numbers, moments, slugs, account names."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\x00-\x1f\x7f-\x9f]+")
_E_MAIL: Final = re.compile(r"[^\s@<>()]@[^\s@<>()]+\.[^\s@<>()]")
_ADDRESS: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
REMEMBERED: Final = 4096  # slugs: those of terms stand at every post
_MAX_NUMBER: Final = 2**63
_YEARS: Final = range(1800, 2200)  # outside of them are slips, and years of another calendar


def number(text: str) -> int:
    """Return a positive number; 0 for anything else."""
    text = text.strip()
    if not text or len(text) > 19 or not text.isdecimal():
        return 0
    value = int(text)
    return value if value < _MAX_NUMBER else 0


def name(text: str) -> str:
    """Return an account name, a slug's letters or the like on one line, without characters that nobody sees."""
    return _INVISIBLE.sub("", text).strip()


@lru_cache(maxsize=REMEMBERED)
def slug(text: str) -> str:
    """Return a slug in its own letters: `%D8%A2` is آ. Half a letter at the end, where WordPress cuts, is left out."""
    return name(unquote(text, errors="replace") if "%" in text else text)


def initials(text: str) -> str:
    """Return the first letters of a name: “L. M.” for “Leyla Məmmədova”."""
    return " ".join(f"{word[0]}." for word in text.split()[:3])


def holds_e_mail(text: str) -> bool:
    return "@" in text and _E_MAIL.search(text) is not None


def holds_address(text: str) -> bool:
    return _ADDRESS.search(text) is not None


def moment(fields: Mapping[str, str]) -> datetime | None:
    """Return when an item was published, in UTC. WordPress leaves the exact time of drafts empty, as zeros."""
    for field in ("post_date_gmt", "post_date"):
        found = timestamp(fields.get(field, ""))
        if found:
            return found
    return _post_date(fields.get("pubDate", ""))


def timestamp(text: str) -> datetime | None:
    """Read `2024-06-05 16:04:48`, perhaps with an offset; without one it is UTC."""
    text = text.strip()
    if not text or text.startswith("0000"):
        return None
    try:
        return _credible(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def _post_date(text: str) -> datetime | None:
    """Read the date of a feed: `Wed, 05 Jun 2024 16:04:48 +0000`."""
    if not text.strip() or "-0001" in text:
        return None
    try:
        return _credible(parsedate_to_datetime(text))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _credible(found: datetime) -> datetime | None:
    if found.year not in _YEARS:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
