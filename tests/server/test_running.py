"""`araz run`, and `web`, `worker` and `clock` beside each other: real processes on real ports."""

import shutil
import signal
import socket
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

import pytest

from tests.server.processes import Machine, Served, free_port, served, takes_less_than, until

PUBLISH = """
import time
from araz.desk.models import SectionPage, StoryPage
section = SectionPage.objects.get(locale__language_code="az", slug="xeberler")
body = [("prose", {"text": "<p>Çayın üstündəki körpü səhər açıldı.</p>", "language": ""})]
page = section.add_child(instance=StoryPage(title=TITLE, body=body))
revision = page.save_revision()
revision.publish()
from araz.desk.models import PublicStory
public = PublicStory.objects.get(page=page)
print(time.time(), f"/az/{public.month.replace('-', '/')}/{public.slug}.html")
"""

SCHEDULE = """
from datetime import UTC, datetime, timedelta
from araz.desk.models import SectionPage, StoryPage
section = SectionPage.objects.get(locale__language_code="az", slug="xeberler")
page = section.add_child(instance=StoryPage(title="Vaxtında gələn xəbər", address="vaxtinda"))
page.go_live_at = datetime.now(UTC) + timedelta(seconds=5)
page.save_revision().publish()
print(page.public_id)
"""


def publish(machine: Machine, folder: Path, title: str) -> tuple[float, str]:
    """Publish a story from a process of its own; return when that was done, and its address."""
    done_at, path = machine.python(f"TITLE = {title!r}\n{PUBLISH}", folder).split()
    return float(done_at), path


def seconds_until_served(place: Served, done_at: float, path: str) -> float:
    until(lambda: place.read(path).status == 200)
    return time.time() - done_at


def is_served_in_time(machine: Machine, folder: Path, place: Served, title: str) -> bool:
    """Whether the story is served within two seconds of being published, or one of others after it."""
    titles = chain([title], (f"{title}: {number}" for number in count(1)))
    return takes_less_than(2, lambda: seconds_until_served(place, *publish(machine, folder, next(titles))))


@dataclass
class Running:
    """A newsroom that is served for all tests that leave it running."""

    machine: Machine
    folder: Path
    place: Served


@pytest.fixture(scope="module")
def running(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    root = tmp_path_factory.mktemp("running")
    machine, folder = Machine(root / "machine"), Path(shutil.copytree(sample, root / "newsroom"))
    with served(machine, folder) as place:
        yield Running(machine, folder, place)


@pytest.fixture
def place(running: Running) -> Served:
    return running.place


# What it answers


def test_readers_get_pages_and_editors_get_the_desk(place: Served):
    front = place.read("/az/index.html")
    assert front.status == 200
    assert "Kitabxananın işığı səhərəcən sönmür" in front.text
    assert "set-cookie" not in front.headers
    assert place.desk("/admin/").headers["location"].startswith("/accounts/login/")
    assert place.desk("/accounts/login/").status == 200


def test_the_readers_listener_knows_no_desk(place: Served):
    missing = place.read("/az/no-such-page.html")
    assert missing.status == 404
    for path in ("/admin/", "/accounts/login/", "/static/wagtailadmin/css/core.css", "/media/x", "/documents/1/x"):
        reply = place.read(path)
        assert (reply.status, reply.body) == (404, missing.body), path
        assert "set-cookie" not in reply.headers


def test_the_desks_listener_has_no_readers_pages(place: Served):
    assert place.desk("/az/index.html").status == 404


def test_both_refuse_a_foreign_name(place: Served):
    assert place.read("/az/index.html", host="evil.example").status == 421
    assert place.desk("/admin/", host="evil.example").status == 421


def test_neither_says_what_serves_it(place: Served):
    for reply in (place.read("/az/index.html"), place.desk("/accounts/login/")):
        assert reply.headers["server"] == ""
        assert "last-modified" not in reply.headers


# Publishing


def test_a_story_published_by_another_process_is_served_within_two_seconds(running: Running, place: Served):
    assert is_served_in_time(running.machine, running.folder, place, "Körpü açıldı")
    assert "Körpü açıldı" in place.read("/az/xeberler/index.html").text
    assert "Körpü açıldı" in place.read("/az/feed.xml").text


def test_web_worker_and_clock_do_together_what_run_does(machine: Machine, newsroom: Path):
    titles = (f"Üç proses, {number}" for number in count(1))

    def seconds_to_end() -> float:
        with (
            machine.running("worker", newsroom) as worker,
            machine.running("clock", newsroom) as clock,
            served(machine, newsroom, "web") as place,
        ):
            assert is_served_in_time(machine, newsroom, place, next(titles))
            seconds = max(process.end() for process in (place.process, worker, clock))
            assert [process.process.returncode for process in (place.process, worker, clock)] == [0, 0, 0]
            return seconds

    assert takes_less_than(3, seconds_to_end)


def test_a_scheduled_story_appears_once_though_two_clocks_run(machine: Machine, newsroom: Path):
    story = machine.python(SCHEDULE, newsroom)
    public = newsroom / "sites/main/public"
    with served(machine, newsroom) as place, machine.running("clock", newsroom):
        until(lambda: list(public.glob("az/*/*/vaxtinda.html")))
        (page,) = public.glob("az/*/*/vaxtinda.html")
        assert place.read(f"/{page.relative_to(public)}").status == 200
    with sqlite3.connect(newsroom / "desk.db") as desk:
        deeds = desk.execute("select deed from desk_outbox where subject = ?", (story,)).fetchall()
    assert deeds == [("publish",)]


# Beginning and ending


def test_it_ends_cleanly_when_told_though_a_connection_is_open(machine: Machine, newsroom: Path):
    def seconds_to_end() -> float:
        with served(machine, newsroom) as place, socket.create_connection(("127.0.0.1", place.port)) as reader:
            reader.sendall(b"GET /az/index.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert reader.recv(100).startswith(b"HTTP/1.1 200")
            seconds = place.process.end(signal.SIGTERM)
            assert place.process.process.returncode == 0
            return seconds

    assert takes_less_than(3, seconds_to_end)


def test_after_being_killed_it_starts_again_and_prints_what_was_waiting(machine: Machine, newsroom: Path):
    with served(machine, newsroom) as place:
        place.process.end(signal.SIGKILL)
    published = publish(machine, newsroom, "Söndürüləndə yazıldı")
    with served(machine, newsroom) as place:
        until(lambda: place.read(published[1]).status == 200)
        assert machine.call("verify", newsroom).returncode == 0


def test_a_small_task_that_was_cut_off_is_done_after_the_next_start(machine: Machine, newsroom: Path):
    with sqlite3.connect(newsroom / "desk.db") as desk:
        desk.execute(
            "update django_tasks_database_dbtaskresult set status = 'RUNNING', finished_at = null"
            " where id = (select min(id) from django_tasks_database_dbtaskresult)"
        )
    with served(machine, newsroom):
        until(lambda: set(statuses(newsroom)) == {"SUCCESSFUL"})


def statuses(newsroom: Path) -> list[str]:
    with sqlite3.connect(newsroom / "desk.db") as desk:
        return [status for (status,) in desk.execute("select status from django_tasks_database_dbtaskresult")]


def test_what_it_says_is_where_it_is(place: Served):
    assert place.process.said.splitlines() == [
        f"Readers:   http://localhost:{place.port}/",
        f"The desk:  http://localhost:{place.desk_port}/",
    ]


def test_nothing_is_written_outside_the_folder(machine: Machine, newsroom: Path):
    beside = sorted(newsroom.parent.iterdir())
    with served(machine, newsroom) as place:
        publish(machine, newsroom, "Bir xəbər")
        place.read("/az/index.html")
        place.desk("/accounts/login/")
        place.process.end()
    assert sorted(path.name for path in machine.root.rglob("*")) == ["home", "run.log", "tmp"]
    assert sorted(newsroom.parent.iterdir()) == beside


# Mistakes of an operator


def test_an_unknown_setting_is_told_in_a_sentence(machine: Machine, newsroom: Path):
    with (newsroom / "araz.toml").open("a") as file:
        file.write('\ncolour = "red"\n')
    done = machine.call("run", newsroom)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("araz.toml has a key that Araz doesn't know: “colour”. It knows: site, time_zone")


def test_a_port_that_is_taken_is_told_in_a_sentence(machine: Machine, newsroom: Path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = machine.call("run", newsroom, "--port", free_port(), "--desk-port", port)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Port {port} is taken by another program. End it, or choose another port: --desk-port {port + 10}.\n"
    )


def test_a_newsroom_that_is_not_there_is_told_in_a_sentence(machine: Machine, tmp_path: Path):
    done = machine.call("run", tmp_path / "nowhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Make one with “araz new" in done.stderr
