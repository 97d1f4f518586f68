"""The tiny newsroom after a move: its story, a section, two topics and the paper itself had other addresses."""

from pathlib import Path
from urllib.parse import quote

import msgspec

from araz.edition.paper import Moved, OldAddresses, Topic
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import LIBRARY, SU, section, tiny_paper

LONG_NAME = "گئجه‌ایشیغی-" * 33
STORY = "az/2026/11/kitabxana.html"
OLD = ("/2019/05/kitabxana", "/?p=17", "/1398/02/کتابخانه", f"/{LONG_NAME}", "/a b/c;d$e'(f)&g=h,~i|[j]*+!@^")

# By which addresses readers come, as their browsers ask for them, and where each leads.
LEADS = {
    "/2019/05/kitabxana": STORY,
    "/2019/05/kitabxana/": STORY,
    "/2019/05/kitabxana/?utm_source=x&fbclid=y": STORY,
    "/?p=17": STORY,
    "/?utm_source=x&p=17&preview=true": STORY,
    "/index.php?p=17": STORY,
    quote("/1398/02/کتابخانه/"): STORY,
    quote("/1398/02/کتابخانه").lower(): STORY,
    quote(f"/{LONG_NAME}/"): STORY,
    quote("/a b/c;d$e'(f)&g=h,~i|[j]*+!@^"): STORY,
    "/tag/su/": "az/t/su.html",
    "/tag/bos/": "az/t/index.html",
    "/category/tabiat/": "fa/tebiet/index.html",
    "/feed/": "az/feed.xml",
    "/?feed=rss2": "az/feed.xml",
}
LEADS_AWAY = ("/forum/", "https://forum.example/a?b=1&c=(d)")
NOWHERE = (
    "/2019/05/kitab",
    "/2019/05",
    "/?p=18",
    "/tag/su/kitabxana",
    "/author/leyla/",
    "/?author=1",
    "/author/leyla/feed/",
)


def moved_paper(media: Path) -> HandOutbox:
    """Hand over the tiny newsroom with all those old addresses."""
    outbox = tiny_paper(media)
    for place, row in enumerate(outbox.rows):
        if row.subject == LIBRARY:
            stored = msgspec.json.decode(row.payload)
            stored["story"]["old_addresses"] = [*OLD, "/author/leyla"]
            outbox.rows[place] = msgspec.structs.replace(row, payload=msgspec.json.encode(stored))
        if row.subject == f"section/{section('fa')}":
            part = msgspec.json.decode(row.payload) | {"old_addresses": ["/category/tabiat"]}
            outbox.rows[place] = msgspec.structs.replace(row, payload=msgspec.json.encode(part))
    outbox.arrange(Topic(id=SU, slug="su", name={"azb": "سو", "az": "Su"}, old_addresses=("/tag/su",)))
    outbox.arrange(Topic(id="nostory2", slug="bos", name={"az": "Boş"}, old_addresses=("/tag/bos",)))
    entries = (
        Moved(path="/feed/", target="az/feed.xml"),
        Moved(path="/?feed=rss2", target="az/feed.xml"),
        Moved(path="/forum", target=LEADS_AWAY[1]),
    )
    outbox.arrange(OldAddresses(entries=entries))
    return outbox
