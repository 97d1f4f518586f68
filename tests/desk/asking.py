"""How often a page of the desk asks the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def queries_of(client: Client, address: str) -> int:
    """Return how often the page asks when it is looked at once more: what is kept between two looks is kept by then.

    The session is written once in each minute. If one begins meanwhile, the page is asked for again.
    """
    client.get(address)
    while True:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        if not any(query["sql"].startswith('UPDATE "django_session"') for query in captured):
            return len(captured)
