"""What is held back: told by the presses, shown at the desk, let out by those who may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from araz.contracts import SECRET_KINDS
from araz.desk import audit
from araz.desk.models.held import HeldBack, Waiver
from araz.desk.models.outbox import PublicStory
from araz.desk.roles import role_of

_WORDS: Final = "words"  # in the place of a story's id: there is a list of words, and nobody has opened it
_WRITES_ONLY: Final = ("", "writer")

PLACES: Final = {
    "headline": _("in the headline"),
    "standfirst": _("in the standfirst"),
    "address": _("in its address"),
    "picture": _("in the alternative text, caption or credit of its picture"),
    "picture file": _("in the file of a picture or document that it shows"),
    "statement": _("in the number or the issuing body of the statement"),
    "old addresses": _("in one of its old addresses"),
    "withdrawal": _("in what readers are told about its withdrawal"),
    "comment": _("in a reader's comment"),
    "page": _("on this page of the paper: in the masthead, a section, a byline, a topic or a place"),
}
COUNTED: Final = {
    "block": _("in paragraph or block {number} of the text"),
    "note": _("in footnote {number}"),
    "correction": _("in correction {number}"),
}
KINDS: Final = {
    "word": _("a word of the list of words that must never appear"),
    "account": _("the name of an account of the desk"),
    "account e-mail": _("the e-mail address of an account, or a hash of it"),
    "host": _("the name of a machine that only the newsroom knows"),
    "machine": _("the name of this machine"),
    "folder": _("the folder of the newsroom"),
    "e-mail": _("an e-mail address"),
    "network address": _("a network address"),
    "position": _("a geographic position"),
    "path": _("a folder of somebody's machine"),
    "time": _("a time finer than ten minutes"),
    "metadata": _("metadata: what the file says besides its picture or text"),
    "program": _("the name of a program or a device"),
    "unreadable": _("something that can't be opened and looked at"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One finding in words."""

    sentence: str
    digest: str
    may_waive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One story or page that is held back."""

    subject: str
    story: Any  # its page at the desk; None for a page of the paper
    found: list[Found]

    @property
    def may_waive(self) -> bool:
        """Whether the account may let out anything of it."""
        return any(one.may_waive for one in self.found)


@transaction.atomic
def tell(findings: Mapping[str, Sequence[tuple[str, str, str]]], *, words_checked: bool = True) -> None:
    """Take over what the presses hold: by story or page, place, kind and digest of each finding."""
    if not words_checked:
        findings = {**findings, _WORDS: ()}
    known = dict(HeldBack.objects.values_list("subject", "findings"))
    HeldBack.objects.filter(subject__in=known.keys() - findings.keys()).delete()
    for subject, found in findings.items():
        rows = [list(one) for one in found]
        if known.get(subject) != rows:
            HeldBack.objects.update_or_create(subject=subject, defaults={"findings": rows})


def words_are_checked() -> bool:
    """Say whether the newsroom's list of words is searched for; also where there is none."""
    return not HeldBack.objects.filter(subject=_WORDS).exists()


def held_for(account: Any) -> list[Held]:
    """Return all that is held, stories first, as far as it is the account's business: its own, or all for editors."""
    rows = list(HeldBack.objects.exclude(subject=_WORDS).order_by("subject"))
    stories = _stories([row.subject for row in rows])
    writes_only = role_of(account) in _WRITES_ONLY and not account.is_superuser
    shown = []
    for row in rows:
        story = stories.get(row.subject)
        if not writes_only or (story and story.owner_id == account.pk):
            shown.append(Held(subject=row.subject, story=story, found=_found(row, account, story)))
    return sorted(shown, key=lambda held: (held.story is None, held.subject))


def _stories(ids: Sequence[str]) -> dict[str, Any]:
    """The pages of stories by their ids. What is held was handed over, so each has its row."""
    rows = PublicStory.objects.filter(story__in=ids).select_related("page")
    return {row.story: row.page for row in rows}


def held_story(story: Any, account: Any) -> Held | None:
    """Return why a story is held; None if it is not."""
    row = HeldBack.objects.filter(subject=story.public_id).first()
    return Held(subject=row.subject, story=story, found=_found(row, account, story)) if row else None


def _found(row: HeldBack, account: Any, story: Any) -> list[Found]:
    return [
        Found(sentence=_sentence(place, kind), digest=digest, may_waive=may_waive(account, kind, story))
        for place, kind, digest in row.findings
    ]


def _sentence(place: str, kind: str) -> str:
    sort, _space, number = place.rpartition(" ")
    where = str(COUNTED[sort]).format(number=number) if sort in COUNTED else str(PLACES.get(place, place))
    return gettext("{what}, {where}").format(what=KINDS.get(kind, kind), where=where)


def may_waive(account: Any, kind: str, story: Any) -> bool:
    """Say who decides: of secrets and of the paper's own pages administrators, of all else who may edit the story."""
    if account.is_superuser:
        return True
    if kind in SECRET_KINDS or story is None or role_of(account) in _WRITES_ONLY:
        return False
    return bool(story.permissions_for_user(account).can_edit())


@transaction.atomic
def waive(account: Any, subject: str, digests: Sequence[str], today: date) -> int:
    """Note that these findings are no secrets; return how many the account was allowed to let out."""
    row = HeldBack.objects.filter(subject=subject).first()
    if row is None:
        return 0
    story = _stories([subject]).get(subject)
    waived = {
        digest: kind for _place, kind, digest in row.findings if digest in digests and may_waive(account, kind, story)
    }
    for digest, kind in waived.items():
        Waiver.objects.get_or_create(digest=digest, defaults={"subject": subject, "kind": kind, "day": today})
    if waived:
        audit.note("waived", account, subject if story else "paper")
    return len(waived)


# For the proofreader


def accounts_and_emails() -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = list(get_user_model().objects.order_by("pk").values_list("username", "email"))
    return tuple(name for name, _email in rows), tuple(email for _name, email in rows if email)


def waived() -> tuple[str, ...]:
    return tuple(Waiver.objects.order_by("digest").values_list("digest", flat=True))
