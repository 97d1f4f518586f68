"""Bodies of posts as WordPress's editors have written them over the years, with invented texts in five languages."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from tests.newsroom.archive import WORDS

SITE: Final = "https://old.example"
# What makes a language recognisable are its small words; the archive's vocabulary has none.
SMALL_WORDS: Final = {
    "az": "və bu bir üçün ilə olan də daha sonra idi".split(),
    "azb": "و بو بیر اوچون ایله اولان دا داها سونرا ایدی".split(),
    "fa": "و این یک برای با که در از است شد".split(),
    "tr": "ve bu bir için ile olan da daha sonra idi".split(),
    "en": "and this a for with the of more after was".split(),
}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes in one language; all chance comes from its own source."""

    chance: Random
    language: str
    links: tuple[str, ...]  # addresses of other posts of the site
    pictures: tuple[tuple[int, str], ...]  # number and address of the post's attachments

    def words(self, count: int) -> str:
        content, small = WORDS[self.language], SMALL_WORDS[self.language]
        words = self.chance.choices(content, k=count)
        words[1::3] = self.chance.choices(small, k=len(words[1::3]))
        return " ".join(words)

    def sentence(self, count: int) -> str:
        text = self.words(count)
        return f"{text[0].upper()}{text[1:]}{self.chance.choice(('.', '.', '.', '!', '…'))}"

    def prose(self, count: int) -> str:
        """Return some sentences with the marks and links that texts have inside."""
        parts = []
        while count > 0:
            parts.append(self.sentence(min(count, 14)))
            count -= 14
        if self.chance.random() < 0.3:
            parts.insert(1, f"<strong>{self.words(3)}</strong> <em>{self.words(2)}</em>,&nbsp;")
        if self.links and self.chance.random() < 0.25:
            parts.append(f'<a href="{self.chance.choice(self.links)}">{self.words(3)}</a>')
        if self.chance.random() < 0.1:
            parts.append(
                f'<a href="https://example.org/{self.chance.randrange(999)}?a=1&amp;b=2" target="_blank">{self.words(2)}</a>'
            )
        return " ".join(parts)

    def cells(self) -> str:
        rows = (f"<tr><td>{self.words(1)}</td><td>{self.chance.randrange(999)}</td></tr>" for _ in range(4))
        return f"<table><tbody>{''.join(rows)}</tbody></table>"

    def points(self) -> tuple[str, ...]:
        return tuple(self.words(5) for _ in range(self.chance.randint(2, 6)))


def _block(name: str, markup: str, options: str = "") -> str:
    return f"<!-- wp:{name} {options + ' ' if options else ''}-->\n{markup}\n<!-- /wp:{name} -->"


def _block_picture(pen: Pen) -> str:
    number, address = pen.chance.choice(pen.pictures)
    caption = f'<figcaption class="wp-element-caption">{pen.words(6)}</figcaption>'
    return _block(
        "image",
        f'<figure class="wp-block-image size-large"><img src="{address}" alt="{pen.words(4)}" class="wp-image-{number}"/>{caption}</figure>',
        f'{{"id":{number},"sizeSlug":"large","linkDestination":"none"}}',
    )


def _block_gallery(pen: Pen) -> str:
    pictures = "\n\n".join(_block_picture(pen) for _ in pen.pictures)
    return _block(
        "gallery", f'<figure class="wp-block-gallery has-nested-images">{pictures}</figure>', '{"linkTo":"none"}'
    )


def _block_list(pen: Pen) -> str:
    items = "\n\n".join(_block("list-item", f"<li>{point}</li>") for point in pen.points())
    return _block("list", f'<ul class="wp-block-list">{items}</ul>')


def _block_embed(pen: Pen) -> str:
    address = f"https://video.example/watch?v={pen.chance.randrange(10**6)}"
    return _block(
        "embed",
        f'<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n{address}\n</div></figure>',
        f'{{"url":"{address}","type":"video","responsive":true}}',
    )


def _block_footnote(pen: Pen) -> str:
    mark = f"{pen.chance.randrange(16**8):08x}"
    return _block("paragraph", f'<p>{pen.prose(20)}<sup data-fn="{mark}" class="fn"><a href="#{mark}">1</a></sup></p>')


BLOCKS: Final[tuple[Callable[[Pen], str], ...]] = (
    lambda pen: _block("heading", f'<h2 class="wp-block-heading">{pen.words(4)}</h2>'),
    _block_list,
    lambda pen: _block(
        "quote", f'<blockquote class="wp-block-quote"><p>{pen.prose(16)}</p><cite>{pen.words(2)}</cite></blockquote>'
    ),
    lambda pen: _block("table", f'<figure class="wp-block-table">{pen.cells()}</figure>'),
    _block_embed,
    _block_footnote,
    lambda _: _block("separator", '<hr class="wp-block-separator has-alpha-channel-opacity"/>'),
    lambda pen: _block("shortcode", f'[contact-form-7 id="{pen.chance.randrange(99)}" title="{pen.words(1)}"]'),
    lambda pen: _block("html", f'<div class="box"><p>{pen.words(9)}</p></div>'),
)
CLASSIC: Final[tuple[Callable[[Pen], str], ...]] = (
    lambda pen: f"<h3>{pen.words(4)}</h3>",
    lambda pen: "<ul>\n" + "".join(f" \t<li>{point}</li>\n" for point in pen.points()) + "</ul>",
    lambda pen: "<ol>\n" + "".join(f"<li>{point}</li>\n" for point in pen.points()) + "</ol>",
    lambda pen: f"<blockquote>{pen.prose(16)}</blockquote>",
    lambda pen: pen.cells(),
    lambda pen: f"https://video.example/watch?v={pen.chance.randrange(10**6)}",
    lambda pen: f"[embed]https://video.example/{pen.chance.randrange(999)}[/embed]",
    lambda pen: f'<p style="text-align: justify;"><span style="color: #333;">{pen.prose(30)}</span></p>',
    lambda _: "<!--more-->",
    lambda pen: f'<iframe src="https://tracker.example/{pen.chance.randrange(99)}" width="1" height="1"></iframe>',
)


def _classic_picture(pen: Pen) -> str:
    number, address = pen.chance.choice(pen.pictures)
    picture = (
        f'<img class="size-full wp-image-{number}" src="{address}" alt="{pen.words(3)}" width="800" height="533" />'
    )
    if pen.chance.random() < 0.5:
        return f'[caption id="attachment_{number}" align="aligncenter" width="800"]{picture} {pen.words(6)}[/caption]'
    return f'<a href="{address}">{picture}</a>'


def _classic_gallery(pen: Pen) -> str:
    return f'[gallery columns="3" ids="{",".join(str(number) for number, _ in pen.pictures)}"]'


def blocks_body(pen: Pen, words: int) -> str:
    """Return a body of the block editor."""
    parts = [_block("paragraph", f"<p>{pen.prose(40)}</p>")]
    for _ in range(words // 50):
        parts.append(_block("paragraph", f"<p>{pen.prose(pen.chance.randint(25, 60))}</p>"))
        if pen.chance.random() < 0.3:
            parts.append(pen.chance.choice(BLOCKS)(pen))
    if pen.pictures:
        parts.insert(1, _block_picture(pen) if len(pen.pictures) < 3 else _block_gallery(pen))
    return "\n\n".join(parts)


def classic_body(pen: Pen, words: int) -> str:
    """Return a body of the editor before that: lines are paragraphs."""
    parts = [pen.prose(40)]
    for _ in range(words // 50):
        parts.append(pen.prose(pen.chance.randint(25, 60)))
        if pen.chance.random() < 0.3:
            parts.append(pen.chance.choice(CLASSIC)(pen))
    if pen.pictures:
        parts.insert(1, _classic_picture(pen) if len(pen.pictures) < 3 else _classic_gallery(pen))
    return "\n\n".join(parts)


def mixed_body(pen: Pen, words: int) -> str:
    """Return a body that was begun in the old editor and continued in the new one."""
    return f"{classic_body(pen, words // 2)}\n\n{blocks_body(pen, words // 2)}"
