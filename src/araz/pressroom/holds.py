"""What is held back in one site: which stories, what readers keep in their place, and what was found in them."""

import secrets
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from araz.contracts import PatternKind, SecretKind
from araz.edition.lists import Change
from araz.edition.names import StoryId
from araz.edition.paper import Part
from araz.edition.story import Story
from araz.edition.upgrades import encode, read_part, read_story, store_story
from araz.pressroom.book import Book

COMMENT: Final = "comment "  # and its id, as the place of a finding
ANYWHERE: Final = "*"  # in the place of a story: what is meant is a thing wherever it stands
_ABOUT_A_STORY: Final = ("held where story", "finding where subject", "let_out where subject", "altered where story")

_change_decoder = msgspec.json.Decoder(Change)


class Finding(msgspec.Struct, frozen=True, order=True):
    """That something was found, and where; what it was is told by keyed hashes alone."""

    place: str  # "headline", "block 3", "comment" with its id, "page"
    kind: SecretKind | PatternKind
    digest: str  # of it in this story
    thing: str = ""  # of the same thing in any story


def comments_in(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the ids of the comments in which something was found."""
    return frozenset(one.place.removeprefix(COMMENT) for one in findings if one.place.startswith(COMMENT))


class Holds(Book):
    """The holds of all presses of a site. A story that is held is held for each of them.

    Its `id` is another one where it was begun anew: presses then know that nothing they remember of it counts.
    """

    name = "holds"
    form = 2
    is_checked = True

    def _begin(self) -> None:
        if not self.fact("id"):
            self.set_fact("id", secrets.token_hex(8))

    # Facts

    def fact(self, name: str) -> str:
        found = self._connection.execute("select value from fact where name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def number(self, name: str) -> int:
        return int(self.fact(name) or 0)

    def set_fact(self, name: str, value: str | int) -> None:
        self._connection.execute("insert or replace into fact values (?, ?)", (name, str(value)))

    def count(self) -> int:
        """How often a story was held or let go: another count means that other pages are to be printed."""
        return self.number("count")

    def begin_anew(self, count: int) -> None:
        """Take another id and count on from there, as when a copy from an earlier day lies in the place of the book."""
        with self.transaction():
            self.set_fact("id", secrets.token_hex(8))
            self.set_fact("count", max(count, self.count()))
            self.set_fact("examined", 0)
            self.set_fact("told", "")

    # Stories

    def held(self) -> dict[StoryId, Story | None]:
        """Return the held stories, each with the form that readers keep."""
        rows = self._connection.execute("select story, former from held order by story")
        return {StoryId(story): read_story(former) if former else None for story, former in rows}

    def held_themselves(self) -> dict[StoryId, Story | None]:
        """Return the same without those of which only comments are held: they may be thousands, and are not read."""
        rows = self._connection.execute(
            "select story, former from held where story not in"
            " (select subject from finding group by subject having min(place glob ?)) order by story",
            (f"{COMMENT}*",),
        )
        return {StoryId(story): read_story(former) if former else None for story, former in rows}

    def is_held(self, story: StoryId) -> bool:
        return self._connection.execute("select 1 from held where story = ?", (story,)).fetchone() is not None

    def former(self, story: StoryId) -> Story | None:
        """Return what readers keep in the place of a held story; None if that is nothing."""
        found = self._connection.execute("select former from held where story = ?", (story,)).fetchone()
        return read_story(found[0]) if found and found[0] else None

    def held_comments(self) -> dict[StoryId, frozenset[str]]:
        """Return the ids of the comments in which something was found, by their stories."""
        rows = self._connection.execute("select subject, place from finding where place glob ?", (f"{COMMENT}*",))
        found: dict[StoryId, set[str]] = {}
        for story, place in rows:
            found.setdefault(StoryId(story), set()).add(place.removeprefix(COMMENT))
        return {story: frozenset(comments) for story, comments in found.items()}

    def hold(self, story: StoryId, former: Story | None, findings: Iterable[Finding], change: Change) -> None:
        """Hold a story. One that is held already keeps the form that readers have of it, without the comments that are held."""
        found = tuple(findings)
        with self.transaction():
            is_new = not self.is_held(story)
            if is_new:
                self._connection.execute(
                    "insert into held values (?, ?)", (story, store_story(former) if former else None)
                )
            if is_new or comments_in(found) != comments_in(self.findings_of(story)):
                self._alter(story, change)
            self._note(story, found)

    def drop_former(self, story: StoryId, findings: Iterable[Finding], change: Change) -> None:
        """Keep nothing in the place of a held story."""
        with self.transaction():
            self._connection.execute("update held set former = null where story = ?", (story,))
            self._alter(story, change)
            self._note(story, findings)

    def replace_former(self, story: StoryId, former: Story, change: Change) -> None:
        """Keep another form in the place of a held story, as when a word of it is erased."""
        with self.transaction():
            self._connection.execute("update held set former = ? where story = ?", (store_story(former), story))
            self._alter(story, change)

    def let_go(self, story: StoryId, change: Change) -> None:
        """Hold a story no longer."""
        with self.transaction():
            self._connection.execute("delete from held where story = ?", (story,))
            self._note(story, ())
            # One that was withdrawn meanwhile does not say its old addresses any more, and they lead to it all the same.
            drawers = {*change.drawers, *self._drawers(story)}
            self._alter(story, msgspec.structs.replace(change, drawers=tuple(sorted(drawers))))

    def forget(self, story: StoryId) -> None:
        """Forget all about a story, as when it is erased."""
        with self.transaction():
            for where in _ABOUT_A_STORY:
                self._connection.execute(f"delete from {where} = ?", (story,))  # noqa: S608 -- names of ours

    def _alter(self, subject: str, change: Change) -> None:
        count = self.count() + 1
        self.set_fact("count", count)
        self._connection.execute("insert or replace into altered values (?, ?, ?)", (subject, count, encode(change)))

    def _drawers(self, subject: str) -> tuple[str, ...]:
        """Return the drawers of old addresses that were touched when the subject was held or let go last."""
        found = self._connection.execute("select change from altered where story = ?", (subject,)).fetchone()
        return _change_decoder.decode(found[0]).drawers if found else ()

    def altered_since(self, count: int) -> Sequence[Change]:
        """What holding and letting go touched since then."""
        rows = self._connection.execute("select change from altered where count > ? order by count", (count,))
        return tuple(_change_decoder.decode(change) for (change,) in rows)

    def touch(self, subject: str, change: Change) -> None:
        """Have the presses print what the change names, and what they withheld."""
        with self.transaction():
            self._alter(subject, change)

    # Parts of the paper

    def held_parts(self) -> dict[str, Part]:
        """Return the parts of the paper that stay as they were, by their keys."""
        rows = self._connection.execute("select part, former from held_part order by part")
        return {part: read_part(former) for part, former in rows}

    def hold_part(self, part: str, former: Part, findings: Iterable[Finding], change: Change) -> None:
        """Have a part of the paper stay as it was. One that does already stays as it was first."""
        with self.transaction():
            self._connection.execute("insert or ignore into held_part values (?, ?)", (part, encode(former)))
            self._note(part, findings)
            self._alter(part, change)

    def replace_part(self, part: str, former: Part, change: Change) -> None:
        """Keep another form in the place of a held part, as when a word of it is erased."""
        with self.transaction():
            self._connection.execute("update held_part set former = ? where part = ?", (encode(former), part))
            self._alter(part, change)

    def let_part_go(self, part: str, change: Change) -> None:
        """Have a part of the paper be what it is now."""
        with self.transaction():
            self._connection.execute("delete from held_part where part = ?", (part,))
            self._note(part, ())
            self._alter(part, change)

    # Findings

    def _note(self, subject: str, findings: Iterable[Finding]) -> None:
        before = self.findings_of(subject)
        now = tuple(sorted(set(findings)))
        if now == before:
            return
        self._connection.execute("delete from finding where subject = ?", (subject,))
        rows = [(subject, found.place, found.kind, found.digest, found.thing) for found in now]
        self._connection.executemany("insert or ignore into finding values (?, ?, ?, ?, ?)", rows)
        self.set_fact("findings", self.number("findings") + 1)

    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """Everything that was found: by the ids of held stories, keys of parts and paths of withheld pages."""
        return self._by_subject("finding")

    def _by_subject(self, table: str) -> dict[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        rows = self._connection.execute(
            f"select subject, place, kind, digest, thing from {table} order by 1, 2, 3, 4"  # noqa: S608 -- names of ours
        )
        for subject, *told in rows:
            found.setdefault(subject, []).append(Finding(*told))
        return {subject: tuple(its) for subject, its in found.items()}

    def findings_of(self, subject: str) -> tuple[Finding, ...]:
        return self._of_subject("finding", subject)

    def _of_subject(self, table: str, subject: str) -> tuple[Finding, ...]:
        rows = self._connection.execute(
            f"select place, kind, digest, thing from {table} where subject = ? order by 1, 2, 3",  # noqa: S608 -- as above
            (subject,),
        )
        return tuple(Finding(*row) for row in rows)

    # What was let out

    def note_let_out(self, subject: str, findings: Iterable[Finding]) -> None:
        """Note what stands in a story because somebody let it out, so that it is held again when that is taken back."""
        rows = [(subject, one.place, one.kind, one.digest, one.thing) for one in findings]
        if rows:
            self._connection.executemany("insert or ignore into let_out values (?, ?, ?, ?, ?)", rows)

    def forget_let_out(self, subject: str) -> None:
        self._connection.execute("delete from let_out where subject = ?", (subject,))

    def let_out_of(self, subject: str) -> tuple[Finding, ...]:
        return self._of_subject("let_out", subject)

    def let_out(self) -> dict[str, tuple[Finding, ...]]:
        """Everything that stands somewhere because it was let out, or did."""
        return self._by_subject("let_out")

    # Pages that are no story's

    def withhold(self, press: str, page: str, path: str, findings: Iterable[Finding]) -> None:
        """Note that a page's new bytes were not written."""
        with self.transaction():
            self._connection.execute("insert or replace into withheld values (?, ?, ?)", (press, page, path))
            self._note(path, findings)

    def withheld(self, press: str) -> dict[str, str]:
        """Return the pages of a press whose new bytes were not written, with their paths."""
        rows = self._connection.execute("select page, path from withheld where press = ? order by page", (press,))
        return dict(rows.fetchall())

    def withheld_paths(self) -> frozenset[str]:
        """Return where the withheld pages of all presses lie."""
        return frozenset(path for (path,) in self._connection.execute("select path from withheld"))

    def release(self, press: str, page: str) -> None:
        """Note that a page is in order again."""
        path = self.withheld(press).get(page)
        if path is not None:
            with self.transaction():
                self._connection.execute("delete from withheld where press = ? and page = ?", (press, page))
                self._note(path, ())
