"""How much memory `araz run` has at rest: `python -m benchmarks.memory`."""

import time
import urllib.request

from benchmarks.machine import say, shape
from benchmarks.newsroom import RunningNewsroom, running_newsroom

FEW = 5


def main() -> None:
    say(shape())
    with running_newsroom() as newsroom:
        tell("after the start", newsroom)
        for path in ("az/index.html", "azb/index.html", "addresses.html", "az/feed.xml"):
            look(newsroom.port, path)
        look(newsroom.desk_port, "accounts/login/")
        tell("after a few requests to both listeners", newsroom)
        session = sign_in(newsroom)
        for path in ("admin/", "admin/pages/", f"admin/pages/{newest_story(newsroom)}/edit/", "admin/snippets/"):
            look(newsroom.desk_port, path, session)
        tell("after an editor has opened the desk's pages", newsroom)


def look(port: int, path: str, session: str = "") -> None:
    request = urllib.request.Request(f"http://localhost:{port}/{path}", headers={"Cookie": session})
    for _ in range(FEW):
        with urllib.request.urlopen(request) as answer:  # noqa: S310 -- our own server
            assert answer.url.endswith(path), f"{path} was not shown"


def tell(when: str, newsroom: RunningNewsroom) -> None:
    time.sleep(3)
    rss, pss = newsroom.memory_mb()
    say(f"{when + ':':<46} {rss:4.0f} MB resident, {pss:4.0f} MB of its own")


def sign_in(newsroom: RunningNewsroom) -> str:
    """Sign in from this process, which has the same database; return the cookie."""
    from araz.server.django_start import start_django
    from araz.server.newsroom import open_newsroom

    start_django(open_newsroom(newsroom.folder))
    from django.test import Client

    from araz.server.accounts import first_of
    from tests.desk.signin.signed_in import sign_in as sign_in_with

    client = Client(SERVER_NAME="localhost")
    sign_in_with(client, first_of("publisher"))
    return f"desk={client.cookies['desk'].value}"


def newest_story(newsroom: RunningNewsroom) -> int:
    """Return the number of a page. The desk was started for this newsroom by `sign_in`."""
    from araz.desk.models import StoryPage

    assert newsroom.folder.exists()
    number: int = StoryPage.objects.filter(live=True).order_by("-pk").values_list("pk", flat=True)[0]
    return number


if __name__ == "__main__":
    main()
