from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from araz.edition.blocks import Paragraph
from araz.edition.names import GroupId, StoryId
from araz.edition.paper import Masthead
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.edition.text import plain
from tests.newsroom.outbox import HandOutbox

MASTHEAD = Masthead(name={"az": "Araz"}, languages=("az", "azb"), tag_authority="araz.invalid,2026")


def a_story(**changes: Any) -> Story:
    given: dict[str, Any] = {
        "id": StoryId("k3v9q2aa"),
        "group": GroupId("g7777777"),
        "language": "az",
        "kind": "news",
        "section": "s2222222",
        "slug": "gece-zali",
        "headline": "Kitabxananın işığı səhərəcən sönmür",
        "published_at": datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
        "body": (Paragraph(text=plain("Gecə saat ikidə küçədə yalnız bir pəncərə işıqlıdır.")),),
    }
    return Story(**{**given, **changes})


@pytest.fixture
def outbox() -> HandOutbox:
    desk = HandOutbox()
    desk.arrange(MASTHEAD)
    return desk


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    opened = Edition.open(tmp_path / "edition.db", may_make=True)
    yield opened
    opened.close()
