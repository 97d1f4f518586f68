"""What those hear who do not see the page, and what those reach who have no mouse: on every kind of page."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.newsroom.page_kinds import kinds_in

pytestmark = pytest.mark.browser

OUTLINE = r"""() => {
  const found = [], headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1]);
  if (headings.filter(level => level === 1).length !== 1) found.push('h1: ' + headings.join(' '));
  headings.forEach((level, at) => { if (at && level > headings[at - 1] + 1) found.push('skips: ' + headings.join(' ')); });
  for (const one of ['main', 'header', 'footer'])
    if (document.querySelectorAll(`.page > ${one}`).length !== 1) found.push(`not one ${one}`);
  const name = element => element.getAttribute('aria-label') ||
    (element.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id)?.textContent.trim()).join(' ');
  const seen = {};
  for (const element of document.querySelectorAll('nav, section, aside:not(article aside), [role=region]')) {
    const said = name(element);
    if (!said && element.matches('nav, [role=region]')) found.push('a nameless ' + element.tagName);
    const key = element.tagName + ' ' + said;
    if (said && seen[key] && element.matches('nav')) found.push('two of ' + key);
    seen[key] = true;
  }
  for (const element of document.querySelectorAll('[lang]'))
    if (!['az', 'azb', 'fa', 'tr', 'en'].includes(element.lang)) found.push('lang=' + element.lang);
  for (const link of document.querySelectorAll('a[href]'))
    if (!(link.textContent.trim() || link.getAttribute('aria-label') || link.querySelector('img[alt]:not([alt=""])')))
      found.push('a link without words');
  return found;
}"""

# Everything that can be reached, and in which order it stands: by lines from above, in a line as the language reads.
STOPS = r"""() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter(e => e.tabIndex >= 0 && e.getClientRects().length && getComputedStyle(e).visibility === 'visible')
  .map((e, number) => (e.dataset.stop = number, number))"""
HERE = "() => document.activeElement?.dataset?.stop ?? ''"
RINGED = r"""() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
}"""
PLACES = r"""() => {
  const blocks = 'header, main, footer, nav, ul, ol, p, h1, h2, h3, aside, section, article, div, li, figure, form';
  return [...document.querySelectorAll('[data-stop]')].map(e => {
    const box = e.getClientRects()[0], block = e.closest(blocks);
    const within = !!e.parentElement.closest('[data-stop]');  // a link inside of a table that scrolls
    return {within, top: box.top, bottom: box.bottom, left: box.left, right: box.right, rtl: getComputedStyle(block).direction === 'rtl'};
  });
}"""


def test_headings_never_skip_and_landmarks_have_names(sample_tree: Path, sample_address: str, chromium: Browser):
    page = chromium.new_page()
    found = {}
    for kind in kinds_in(sample_tree):
        page.goto(sample_address + kind.path)
        if wrong := page.evaluate(OUTLINE):
            found[kind.path] = wrong
    assert found == {}


@pytest.mark.parametrize("code", ["az", "azb", "fa", "tr", "en"])
def test_the_keyboard_reaches_everything_in_the_order_of_the_text(
    sample_tree: Path, sample_address: str, chromium: Browser, code
):
    page = chromium.new_context(viewport={"width": 360, "height": 800}).new_page()
    for kind in kinds_in(sample_tree, (code,)):
        if kind.language:
            page.goto(sample_address + kind.path)
            assert walk(page) == list(page.evaluate(STOPS)), kind.path
            assert_reading_order(page.evaluate(PLACES), kind.path)


def walk(page: Page) -> list[int]:
    """Press Tab until nothing new comes; return the stops in the order in which they came."""
    stops = page.evaluate(STOPS)
    came: list[int] = []
    for _ in range(len(stops)):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here == "" or int(here) in came:
            break
        assert page.evaluate(RINGED), "the stop cannot be seen"
        came.append(int(here))
    return came


def assert_reading_order(places: list[dict[str, Any]], where: str) -> None:
    """On a phone all stands in one column: a stop lies below the one before, or further on in its line."""
    for before, after in pairwise(places):
        if after["within"]:
            continue
        in_line = after["top"] < before["bottom"] - 4 and after["bottom"] > before["top"] + 4
        if in_line and before["rtl"] == after["rtl"]:
            further = after["right"] <= before["left"] + 2 if after["rtl"] else after["left"] >= before["right"] - 2
            assert further, (where, before, after)
        elif not in_line:
            assert after["top"] >= before["top"] - 4, (where, before, after)
