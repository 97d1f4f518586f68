"""What a browser can measure of a page's looks: used by tests and by the contact sheet."""

from typing import Final

from playwright.sync_api import Page

# Returns sentences; an empty list is a page in which nothing sticks out, is cut off or counts in another script's digits.
_MEASURE: Final = r"""() => {
  const found = [], width = document.documentElement.clientWidth;
  const named = element => element.tagName.toLowerCase() + (element.className ? '.' + String(element.className).replaceAll(' ', '.') : '');
  if (document.documentElement.scrollWidth > width) found.push('the page is wider than the window');
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    const scrolls = element.closest('.scroll') && !element.matches('.scroll');
    const away = element.closest('.skip, [hidden]') || style.position === 'absolute' || !box.width || !box.height;
    if (!scrolls && !away && (box.left < -1 || box.right > width + 1)) found.push(named(element) + ' reaches out of the window');
    const cuts = value => value === 'hidden' || value === 'clip';
    if (!away && element.textContent.trim() && (
      (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
    )) found.push(named(element) + ' cuts its text off');
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement, words = texts.currentNode.data;
    if (parent.closest('script, style, svg, code, kbd')) continue;
    if (parent.closest('bdi[dir=ltr]')) continue;
    const arabic = ['azb', 'fa'].includes(parent.closest('[lang]').lang);
    const foreign = arabic ? /[0-9]/ : /[\u06f0-\u06f9\u0660-\u0669]/;
    if (foreign.test(words)) found.push('digits of another script in “' + words.trim().slice(0, 60) + '”');
  }
  return [...new Set(found)];
}"""


def flaws(page: Page) -> list[str]:
    """Return what is wrong with the looks of the page as it is shown now."""
    found: list[str] = page.evaluate(_MEASURE)
    return found
