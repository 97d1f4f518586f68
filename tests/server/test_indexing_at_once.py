"""The desk's search index when a request and a background task write to it at the same moment."""

from pathlib import Path

from tests.server.processes import Machine

_TWO_AT_ONCE = """
from threading import Barrier, Thread
from django.db import connection
from wagtail.search import index
from wagtail.search.models import IndexEntry
from araz.desk.models import StoryPage
page = StoryPage.objects.first()
failed = []
ready = Barrier(2)
def add():
    try:
        ready.wait()
        index.insert_or_update_object(page)
    except Exception as error:
        failed.append(repr(error))
    connection.close()
for _ in range(20):
    IndexEntry.objects.filter(object_id=str(page.pk)).delete()
    threads = [Thread(target=add) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
print(failed, IndexEntry.objects.filter(object_id=str(page.pk)).count() > 0)
"""


def test_both_succeed(machine: Machine, newsroom: Path):
    assert machine.python(_TWO_AT_ONCE, newsroom) == "[] True"
