"""What runs beside the listeners: courier and press, deliveries, the desk's small tasks, the clock."""

import logging
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession, FormState

from araz.desk import outbox, schedule
from araz.desk.audit import log as log_of_deeds
from araz.desk.audit import wagtail_logs
from araz.desk.erasing.requests import forget_old
from araz.edition.rows import RowRefused
from araz.edition.store import Edition
from araz.pressroom.pressroom import Pressroom
from araz.server.courier import carry, keeping_formers, note_printed, tell_held
from araz.server.emptying import empty_log, forget_deleted_words
from araz.server.loops import Loop
from araz.server.loose_files import throw_away
from araz.server.newsroom import Newsroom, open_newsroom
from araz.server.press_host import OwnProcess, Resetting, deliver, print_new
from araz.server.proofreading import Reading

LOOK_S: Final = 1.0  # how long a deed of another process may wait
CLOCK_S: Final = 15.0  # a scheduled story is at most so late
AGAIN_S: Final = 60.0  # between two attempts of what failed: a delivery, a press that follows
_TASKS_KEPT_DAYS: Final = 2

log = logging.getLogger("araz")


class PressLoop:
    """Carries what the desk did into the edition and prints it."""

    def __init__(
        self, edition: Edition, pressroom: Pressroom, reading: Reading, resetting: Resetting, then: Sequence[Loop]
    ) -> None:
        self._edition = edition
        self._reading = reading
        self._told_held = -1  # how often findings had changed when the desk was told of them
        self._pressroom = pressroom
        self._resetting = resetting
        self._then = then  # what begins when readers have the pages
        self._is_behind = True  # at the start: the last run may have been cut off anywhere

    def step(self) -> bool:
        close_old_connections()
        try:
            proofreader = self._reading.refreshed(self._pressroom.look_again)
            has_more = self._pressroom.look_on()
            carried = carry(self._edition, keeping_formers(self._edition, self._pressroom.holds, proofreader))
        except RowRefused:  # whose message may quote the deed
            log.error(
                "The edition refused a deed of the desk, and what comes after it waits. “araz status” says which."
            )
            raise
        if not carried and not self._is_behind and not self._pressroom.is_behind():
            self._tell_held()
            if not has_more:
                self._pressroom.write_maps()  # which is long, and nobody waits for it
            return has_more
        self._is_behind = True
        printed = print_new(self._pressroom, self._resetting)
        self._tell_held()
        note_printed(self._edition)
        self._is_behind = printed.resetting
        for loop in self._then:
            loop.bell.ring()
        return has_more

    def _tell_held(self) -> None:
        """Tell the desk what is held, if that is another thing than last time."""
        count = self._pressroom.holds.number("findings")
        if count != self._told_held:
            tell_held(self._pressroom.holds)
            self._told_held = count


class FollowingLoop:
    """Has a press print that follows the website, in a process of its own: readers wait for pages, not for it."""

    def __init__(self, pressroom: Pressroom, process: OwnProcess, deliveries: Sequence[Loop]) -> None:
        self._pressroom = pressroom
        self._process = process
        self._deliveries = deliveries

    def step(self) -> bool:
        if not self._pressroom.is_behind():
            return False
        self._process.begin()
        self._process.wait()
        for delivery in self._deliveries:
            delivery.bell.ring()
        return False


class DeliveryLoop:
    """Brings what is printed to one place. What did not go is tried again, and the reason told once."""

    def __init__(self, newsroom: Newsroom, index: int) -> None:
        self._newsroom = newsroom
        self._target = newsroom.settings.deliveries[index]
        self._told = ""

    def step(self) -> bool:
        done = deliver(self._newsroom, self._target)
        if done.failure and done.failure != self._told:
            log.error(done.failure)
        self._told = done.failure
        return False


def take_up_broken_off_tasks() -> None:
    """Have tasks done again that a worker had begun when it was cut off; doing one twice is harmless."""
    DBTaskResult.objects.running().update(status=TaskResultStatus.READY, started_at=None)


def do_a_task() -> bool:
    """Do one of the desk's small tasks (search index, references); say whether there was one."""
    close_old_connections()
    if not DBTaskResult.objects.ready().exists():  # the worker's own look locks the whole database
        return False
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id="araz",
        excluded_queue_names=[],
    )
    worker.run()
    return True


class Clock:
    """Publishes what is due; once a day throws away what nobody needs."""

    def __init__(self) -> None:
        self._tidied = date.min

    def step(self) -> bool:
        close_old_connections()
        now = datetime.now(UTC)
        schedule.publish_due(now)
        if self._tidied != now.date():
            tidy()
            self._tidied = now.date()
        empty_log()
        return False


def tidy() -> None:
    """Throw away finished tasks, sessions that ran out, what was typed and left, files of nothing, and what the outbox holds of old deeds."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=_TASKS_KEPT_DAYS, verbosity=0)
    call_command("clearsessions", verbosity=0)
    EditingSession.objects.stale().delete()  # Wagtail does so only when somebody opens an editor
    FormState.objects.stale().delete()
    forget_deleted_words()
    log_of_deeds.prune(datetime.now(UTC))
    wagtail_logs.prune(datetime.now(UTC))
    outbox.prune()
    forget_old(datetime.now(UTC))
    throw_away(open_newsroom(settings.ARAZ_NEWSROOM))
