"""Brings Wagtail's form fields to life without a script in the page, which the desk's policy forbids.

Where Wagtail 8.0 writes `<script>new PageChooser(…)</script>` behind a field, the desk writes the same as data, and
`static/desk/starting.js` reads it. The inline panels and date fields have templates, which stand in `templates/wagtailadmin`;
choosers have none, so their one method is replaced here.
"""

import json
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser


def _render(self: Any, name: str, value: Any, attrs: dict[str, Any], renderer: Any = None) -> SafeString:
    value_data = self.get_value_data(value)
    return format_html(
        '{}<template data-start="{}" data-id="{}" data-options="{}"></template>',
        SafeString(self.render_html(name, value_data, attrs)),  # Wagtail's own template has escaped it
        self.js_constructor,
        attrs["id"],
        json.dumps(self.get_js_init_options(attrs["id"], name, value_data)),
    )


BaseChooser.render = _render
AdminTaskChooser.js_constructor = "createTaskChooser"


@hooks.register("insert_global_admin_js")  # type: ignore[untyped-decorator]  # Wagtail has no types
def script() -> SafeString:
    return format_html('<script src="{}"></script>', static("desk/starting.js"))
