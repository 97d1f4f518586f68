"""What readers wrote under a story and the desk approved."""

from datetime import date
from typing import Literal

import msgspec

from araz.edition.names import StoryId


class Comment(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """One approved comment. Of its writer only the chosen name is kept, of its time only the day."""

    id: str
    story: StoryId
    answers: str = ""  # id of the comment that it answers
    name: str
    text: str
    day: date
    from_desk: bool = False
    state: Literal["shown", "removed"] = "shown"
