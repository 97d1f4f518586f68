"""Readers' comments as HTML: threads of one level, however deep readers have answered each other."""

from collections.abc import Iterable, Iterator
from html import escape

from araz.edition.comments import Comment
from araz.language import gregorian_date
from araz.language.direction import closed
from araz.typesetting.words import words


def shown(comments: Iterable[Comment]) -> int:
    """Return how many of the comments readers can see."""
    return sum(comment.state == "shown" for comment in comments)


def comments_html(comments: tuple[Comment, ...], language: str) -> str:
    """Return the threads in the order in which they began, each with its answers in theirs.

    Comments that were removed are left out; those that others have answered, and those that never came along, leave a
    sentence in their place.
    """
    by_id = {comment.id: comment for comment in comments}
    answered = {comment.answers for comment in comments if comment.state == "shown"}
    return "".join(
        _thread(root, answers, by_id, answered, language) for root, answers in _threads(comments, by_id).items()
    )


def _threads(comments: tuple[Comment, ...], by_id: dict[str, Comment]) -> dict[str, list[Comment]]:
    """Ids of the comments that begin a thread, each with all that was said below it."""
    roots: dict[str, str] = {}
    threads: dict[str, list[Comment]] = {}
    for comment in comments:
        root = _root(comment.id, by_id, roots)
        threads.setdefault(root, [])
        if root != comment.id:
            threads[root].append(comment)
    return threads


def _root(name: str, by_id: dict[str, Comment], roots: dict[str, str]) -> str:
    """Follow the answers up to the first comment, or to one that is not there; a circle ends where it closes."""
    way: list[str] = []
    while name not in roots:
        way.append(name)
        comment = by_id.get(name)
        if comment is None or not comment.answers or comment.answers in way:
            roots[name] = name
        else:
            name = comment.answers
    root = roots[name]
    roots.update(dict.fromkeys(way, root))
    return root


def _thread(root: str, answers: list[Comment], by_id: dict[str, Comment], answered: set[str], language: str) -> str:
    below = "".join(
        f"<li>{_comment(answer, _addressee(answer, root, by_id), language)}</li>"
        for answer in answers
        if answer.state == "shown" or answer.id in answered
    )
    first = by_id.get(root)
    if not below and (first is None or first.state == "removed"):
        return ""
    html = _comment(first, "", language) if first else _hidden(language)
    below = f'<ol class="thread">{below}</ol>' if below else ""
    return f"<li>{html}{below}</li>\n"


def _addressee(answer: Comment, root: str, by_id: dict[str, Comment]) -> str:
    """Whom an answer answers, where its place does not say it: inside of a thread that was deeper."""
    other = by_id.get(answer.answers) if answer.answers != root else None
    return other.name if other and other.state == "shown" else ""


def _comment(comment: Comment, addressee: str, language: str) -> str:
    if comment.state == "removed":
        return _hidden(language)
    w = words(language)
    desk = f' <span class="kind">{w["from_desk"]}</span>' if comment.from_desk else ""
    to = f"<bdi>{escape(closed(addressee), quote=False)}</bdi>"
    whom = f" <span>{w['answers'].format(name=to)}</span>" if addressee else ""
    day = f'<time datetime="{comment.day}">{gregorian_date(comment.day, language)}</time>'
    name = escape(closed(comment.name), quote=False)
    text = "".join(_paragraphs(comment.text))
    return f'<div class="comment"><p class="by"><b><bdi>{name}</bdi></b>{desk}{whom} {day}</p>{text}</div>'


def _paragraphs(text: str) -> Iterator[str]:
    """Readers write in whichever script they like, so each paragraph finds its own direction."""
    for line in text.split("\n"):
        if line.strip():
            yield f'<p dir="auto">{escape(line, quote=False)}</p>'


def _hidden(language: str) -> str:
    return f'<p class="note">{escape(words(language)["comment_hidden"], quote=False)}</p>'
