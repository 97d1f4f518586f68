"""What the blocks share: the choice of a language, and what rich text may hold."""

from typing import Any, Final

from wagtail import blocks

from araz.language import LANGUAGES

PROSE: Final = ["h2", "h3", "ol", "ul", "bold", "italic", "link", *(f"language-{code}" for code in LANGUAGES)]
LINE: Final = ["bold", "italic", "link", *(f"language-{code}" for code in LANGUAGES)]


class LanguageChoice(blocks.ChoiceBlock):
    """Another language than the story's own; the block's fields then run in its direction."""

    choices = [(code, row.own_name) for code, row in LANGUAGES.items()]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "label": "Language, if another", **kwargs})

    def deconstruct(self) -> Any:
        return ("wagtail.blocks.ChoiceBlock", [], {"choices": self.choices, "required": False})


def line(*, required: bool = False, **kwargs: Any) -> blocks.RichTextBlock:
    """A text of one or few lines that may have bold, italic, links, words of another language and note marks."""
    return blocks.RichTextBlock(features=LINE, required=required, **kwargs)
