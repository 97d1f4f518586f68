"""Blocks turned into texts, for places that hold only texts: items of lists, cells, captions, quotations, notes."""

from collections.abc import Iterable
from typing import assert_never

import msgspec

from araz.edition.blocks import Block, Embed, Figure, File, Gallery, Heading, ItemList, Paragraph, Quote, Table
from araz.edition.text import Run, Text


def gathered(blocks: Iterable[Block], spoken: str) -> tuple[list[Text], list[Block]]:
    """Return the texts of the blocks, and the blocks that are not made of text. `spoken` is the language around."""
    texts: list[Text] = []
    others: list[Block] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                texts.append(_marked(block.text, block.language, spoken))
            case ItemList():
                texts += [_marked(text, block.language, spoken) for text in lines_of_list(block)]
            case Quote():
                said = (*block.paragraphs, *((block.source,) if block.source else ()))
                texts += [_marked(text, block.language, spoken) for text in said]
            case Figure() | Gallery() | Table() | Embed() | File():
                others.append(block)
            case _:
                assert_never(block)
    return texts, others


def lines_of_list(block: ItemList) -> list[Text]:
    """Return a list as lines with a dash or a number before each."""
    return [
        prefixed(f"{number}. " if block.ordered else "– ", item) for number, item in enumerate(block.items, start=1)
    ]


def prefixed(sign: str, text: Text) -> Text:
    """Return the text with a sign before it that does not look or link like its first words."""
    first = text[0] if text else Run()
    if first == Run(text=first.text) and not first.note:
        return (Run(text=sign + first.text), *text[1:])
    return (Run(text=sign), *text)


def _marked(text: Text, language: str, spoken: str) -> Text:
    """Return the text with the language of its block on its words, if that is not the one around."""
    if language == spoken or not language:
        return text
    return tuple(run if run.language or run.note else msgspec.structs.replace(run, language=language) for run in text)
