"""Words that turn the direction of writing turn nothing but themselves, in whatever field they stand."""

import json
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.newsroom.hostile import hostile_paper
from tests.presses.website.conftest import print_tree

pytestmark = pytest.mark.browser

STRINGS = Path(__file__).parents[4] / "shared/data/strings/blns.json"
TURNING = {"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}
PAGES = (
    "index.html",
    "addresses.html",
    *(
        f"{code}/{page}"
        for code in ("az", "azb")
        for page in (
            "index.html",
            "one/index.html",
            "one/2026-11.html",
            "t/index.html",
            "t/su.html",
            "b/pen.html",
            "b/open.html",
            "2026/11/news-0.html",
            "2026/11/opinion-1.html",
            "2026/11/statement-2.html",
            "2026/11/news-9.html",
        )
    ),
)
MARK = "ZZQ"  # stands before and after the hostile words, and nowhere else
OURS = (
    "salam",
    "\u202e",  # override to the left, never ended
    "\u202d",
    "\u202b\u202e\u202e",
    "\u2067",  # isolates that are never closed
    "\u2066\u2066",
    "\u2068\u05d0",
    "\u2069",  # and closers of isolates that others have opened
    "\u2069\u2069\u2069\u2069\u202c\u202c\u202c\u202e",
    "\u2069\u2067\u202e\u05d0\u05d1",
    "\u200f",
    "\u061c12-34",
    "\u05d0\u05d1\u05d2 12",
    "12 \u0627\u0644 34",
    "abc\u202e\u2066\u202d",
)

# The friendly words of every line, as they are drawn: a word runs one way, and words follow each other as its block reads.
MEASURE = r"""mark => {
  const found = [], nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const block = element => { while (getComputedStyle(element).display.startsWith('inline')) element = element.parentElement; return element; };
  let hostile = false, last = null;
  while (nodes.nextNode()) {
    const node = nodes.currentNode, parent = node.parentElement;
    if (parent.closest('script, style') || !parent.getClientRects().length) continue;
    const inside = [];
    for (let at = 0; at < node.data.length; at++) {
      if (node.data.startsWith(mark, at)) { for (let i = 0; i < mark.length; i++) inside.push(true); at += mark.length - 1; hostile = !hostile; }
      else inside.push(hostile);
    }
    for (const match of node.data.matchAll(/\p{Nd}+(?:[.,:\/٫٬-]\p{Nd}+)*|[\p{L}\p{M}]+/gu)) {
      if (inside[match.index]) continue;
      const boxes = [...match[0]].map((_, i) => {
        const range = document.createRange();
        range.setStart(node, match.index + i); range.setEnd(node, match.index + i + 1);
        return range.getBoundingClientRect();
      }).filter(box => box.width > 0);
      if (!boxes.length) continue;
      const rtl = /[\u0590-\u08ff]/.test(match[0]) && !/^\p{Nd}/u.test(match[0]);
      const number = /^\p{Nd}/u.test(match[0]), home = block(parent), base = getComputedStyle(home).direction === 'rtl';
      const middle = box => (box.left + box.right) / 2;
      for (let i = 1; i < boxes.length; i++) {
        const step = middle(boxes[i]) - middle(boxes[i - 1]);
        if (Math.abs(boxes[i].top - boxes[i - 1].top) < 4 && (rtl ? step > 0.5 : step < -0.5)) { found.push('turned: ' + match[0]); break; }
      }
      const word = {home, box: boxes[0], text: match[0]};
      if (number || rtl === base) {
        if (last && last.home === home && Math.abs(last.box.bottom - word.box.bottom) < 6) {
          const step = middle(word.box) - middle(last.box);
          if (base ? step > 0 : step < 0) found.push(`out of order: ${last.text} | ${word.text} in ${home.className || home.tagName}`);
        }
        last = word;
      } else last = null;
    }
  }
  if (hostile) found.push('a mark is missing');
  return [...new Set(found)];
}"""


def hostile_strings() -> list[str]:
    listed = json.loads(STRINGS.read_text(encoding="utf-8"))
    return [text for text in listed if any(unicodedata.bidirectional(letter) in TURNING for letter in text)]


def test_words_that_turn_the_writing_turn_nothing_beside_them(tmp_path: Path, chromium: Browser):
    page = chromium.new_context(viewport={"width": 800, "height": 800}, java_script_enabled=False).new_page()
    found: dict[str, list[str]] = {}
    strings = [*OURS, *hostile_strings()]
    assert len(strings) > 25
    for number, words in enumerate(strings):
        media = tmp_path / f"media-{number}"
        tree = print_tree(hostile_paper(media, f"{MARK} {words} {MARK}"), tmp_path / f"site-{number}", media)
        for path in PAGES:
            page.goto((tree / path).as_uri())
            if wrong := page.evaluate(MEASURE, MARK):
                found[f"{words!r} on {path}"] = wrong
    assert found == {}


def test_the_measure_sees_words_that_are_turned(chromium: Browser):
    page = chromium.new_page()
    page.set_content(
        '<p>ZZQ \u202e ZZQ bir iki</p><p dir="rtl">ZZQ \u202d ZZQ بیر ایکی</p><p>üç ZZQ \u05d0 ZZQ 12 dörd</p>'
    )
    wrong = page.evaluate(MEASURE, MARK)
    assert {"turned: bir", "turned: بیر"} <= set(wrong)
    assert any(sentence.startswith("out of order: bir | iki") for sentence in wrong)
