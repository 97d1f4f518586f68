"""What each page of the desk costs with a large archive: `python -m benchmarks.desk 100000`.

Brings an invented archive into a new newsroom, has everything indexed, signs an administrator in, and asks for the pages:
CPU milliseconds (median of three), the count of queries, and the slowest of them with how the database goes about it.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.imported import imported_newsroom, index_all
from benchmarks.machine import say, shape

MOST_MS: Final = 300
_TIMES: Final = 3
_SLOW_MS: Final = 20  # a query that takes longer is shown


def measure(folder: Path) -> None:
    """Ask for every page of a newsroom for which this process has started the desk."""
    assert folder.exists()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.desk.signin.signed_in import sign_in

    connection.copy().ensure_connection()  # as in a running newsroom: the last to leave would tidy the database each time
    client = Client(SERVER_NAME="localhost")
    sign_in(client, _administrator())
    for name, address in pages():
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
        queries = list(asked.captured_queries)  # the next request empties them
        took = [_took(client, address) for _ in range(_TIMES)]
        cpu_ms = statistics.median(took)
        over = "  OVER" if cpu_ms > MOST_MS else ""
        trouble = "" if answer.status_code == 200 else f"  answered {answer.status_code}"
        say(f"  {name:<44} {cpu_ms:7.0f} ms, {len(queries):3} queries{over}{trouble}")
        slowest = max(queries, key=lambda query: float(query["time"]), default=None)
        if slowest and 1000 * float(slowest["time"]) > _SLOW_MS:
            say(f"      {1000 * float(slowest['time']):.0f} ms: {_short(slowest['sql'])}")
            for line in _plan(slowest["sql"]):
                say(f"        {line}")


def pages() -> Iterator[tuple[str, str]]:
    """Yield everything that the desk shows and that could grow with the archive: what it is, and its address."""
    from django.urls import reverse
    from wagtail.models import Page

    from araz.desk.models import Byline, SectionPage, StoryPage, Topic

    section = SectionPage.objects.order_by("-numchild", "pk")[0]
    story = StoryPage.objects.child_of(section).filter(live=True).order_by("path")[section.numchild // 2]
    explorer = reverse("wagtailadmin_explore", args=[section.pk])
    last = max(1, section.numchild // 50)
    yield "first page", "/admin/"
    yield "my stories", "/admin/my-stories/"
    yield from ((f"my stories: {step}", f"/admin/my-stories/?step={step}") for step in ("draft", "public", "scheduled"))
    yield "to review", "/admin/to-review/"
    yield "notices", "/admin/notices/"
    yield "explorer: root", reverse("wagtailadmin_explore_root")
    yield "explorer: home", reverse("wagtailadmin_explore", args=[section.get_parent().pk])
    yield f"explorer: section of {section.numchild:,}", explorer
    yield "explorer: last page", f"{explorer}?p={last}"
    for order in ("title", "-latest_revision_created_at", "live", "content_type", "ord"):
        yield f"explorer: by {order}", f"{explorer}?ordering={order}"
    yield "explorer: section and word", f"{explorer}?q=su"
    yield "explorer: filtered by date", f"{explorer}?latest_revision_created_at_from=2026-01-01"
    yield "explorer: filtered by state", f"{explorer}?status=live"
    for word in _words():
        yield f"search: {word}", reverse("wagtailadmin_pages:search") + f"?q={word}"
        yield (
            f"chooser, search: {word}",
            reverse("wagtailadmin_choose_page_search") + f"?page_type=desk.storypage&q={word}",
        )
    yield "chooser", reverse("wagtailadmin_choose_page") + "?page_type=desk.storypage"
    yield "chooser: section", reverse("wagtailadmin_choose_page_child", args=[section.pk]) + "?page_type=desk.storypage"
    yield (
        "menu of pages",
        reverse("wagtailadmin_api:pages:listing") + f"?child_of={Page.get_first_root_node().pk}&for_explorer=1",
    )
    yield "menu of pages: section", reverse("wagtailadmin_api:pages:listing") + f"?child_of={section.pk}&for_explorer=1"
    yield "pictures", "/admin/images/"
    yield "chooser of pictures", "/admin/images/chooser/"
    yield "snippets", "/admin/snippets/"
    for model in (Byline, Topic):
        name = model._meta.model_name
        yield f"snippets: {name}", f"/admin/snippets/desk/{name}/"
        thing = model.objects.order_by("pk").first()
        if thing:
            yield f"snippets: one {name}", f"/admin/snippets/desk/{name}/edit/{thing.pk}/"
            yield f"snippets: where {name} is used", f"/admin/snippets/desk/{name}/usage/{thing.pk}/"
    yield "new story", reverse("wagtailadmin_pages:add", args=["desk", "storypage", section.pk])
    yield "story in the editor", reverse("wagtailadmin_pages:edit", args=[story.pk])
    yield "section in the editor", reverse("wagtailadmin_pages:edit", args=[section.pk])
    yield "history of a story", reverse("wagtailadmin_pages:history", args=[story.pk])
    yield "where a story is named", reverse("wagtailadmin_pages:usage", args=[story.pk])
    yield "withdrawing a story", reverse("wagtailadmin_pages:unpublish", args=[story.pk])
    yield "moving a story", reverse("wagtailadmin_pages:move", args=[story.pk])
    yield "preview of a story", reverse("wagtailadmin_pages:view_draft", args=[story.pk])
    for name in ("locked_pages", "workflow", "workflow_tasks", "site_history", "aging_pages", "page_types_usage"):
        yield f"report: {name}", reverse(f"wagtailadmin_reports:{name}")
    yield "accounts", "/admin/users/"
    yield "own account", "/admin/account/"
    yield "locales", "/admin/locales/"
    yield "settings of the paper", "/admin/settings/desk/papersettings/"


def _words() -> list[str]:
    """A word that many stories have, one that few have, and one that none has, in both scripts."""
    from araz.desk.models import StoryPage

    rare = StoryPage.objects.order_by("pk").values_list("public_id", flat=True)[0]
    return ["su", "və", "سو", "گؤل", rare]


def _administrator() -> Any:
    from araz.server.accounts import first_of

    return first_of("administrator")


def _took(client: Any, address: str) -> float:
    began = time.process_time()
    client.get(address)
    return 1000 * (time.process_time() - began)


def _short(query: str) -> str:
    return query if len(query) < 700 else f"{query[:350]} … {query[-350:]}"


def _plan(query: str) -> list[str]:
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute(f"explain query plan {query}")
            return [str(row[-1]) for row in cursor.fetchall()]
    except DatabaseError:
        return []  # as Django writes it down, not every query can be asked again


def main() -> None:
    say(shape())
    posts = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with imported_newsroom(posts) as made:
        index_all()
        say(f"{made.stories:,} stories")
        measure(made.folder)


if __name__ == "__main__":
    main()
