"""The desk's own style sheet, and the scripts by which texts run in the direction of their language and things have names."""

import json

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from araz.language import LANGUAGES


@hooks.register("insert_global_admin_css")  # type: ignore[untyped-decorator]  # Wagtail has no types
def style() -> SafeString:
    return format_html(
        '<link rel="stylesheet" href="{}"><noscript><link rel="stylesheet" href="{}"></noscript>',
        static("desk/desk.css"),
        static("desk/without_scripts.css"),
    )


@hooks.register("insert_global_admin_js")  # type: ignore[untyped-decorator]
def scripts() -> SafeString:
    return format_html(
        '<script src="{}" data-directions="{}"></script><script src="{}"></script>',
        static("desk/directions.js"),
        json.dumps({row.html_tag: row.direction for row in LANGUAGES.values()}),
        static("desk/names.js"),
    )
