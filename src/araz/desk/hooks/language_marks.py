"""Marks in rich text for words of another language: one inline style for each."""

from typing import Any

from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature

from araz.language import LANGUAGES
from araz.language.table import Language


@hooks.register("register_rich_text_features")  # type: ignore[untyped-decorator]  # Wagtail has no types
def register(features: Any) -> None:
    for code, row in LANGUAGES.items():
        style = f"LANGUAGE-{code.upper()}"
        name = f"language-{code}"
        features.register_editor_plugin(
            "draftail",
            name,
            InlineStyleFeature({"type": style, "label": code, "description": row.own_name, "style": _look(row)}),
        )
        features.register_converter_rule(
            "contentstate",
            name,
            {
                "from_database_format": {f'span[lang="{code}"]': InlineStyleElementHandler(style)},
                "to_database_format": {"style_map": {style: {"element": "span", "props": {"lang": code}}}},
            },
        )


def _look(row: Language) -> dict[str, str]:
    """The words run in their own direction in the editor too, and do not pull their neighbours along."""
    return {"borderBottom": "1px dashed currentColor", "direction": row.direction, "unicodeBidi": "isolate"}
