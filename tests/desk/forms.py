"""What the editor's form sends for a story, as a browser would."""

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from araz.desk.blocks.fields import PROSE
from araz.desk.models import StoryPage

_TEXTS = (
    "title", "kind", "standfirst", "address", "picture_alt", "picture_caption", "picture_credit", "correction_note",
    "statement_number", "issued_by",
)  # fmt: skip


def story_form(page: StoryPage, action: str = "", **changes: Any) -> dict[str, str]:
    """The form of the newest draft with some fields changed; `action` names the button: "publish"."""
    if page.pk:
        page.refresh_from_db(fields=["latest_revision", "has_unpublished_changes"])
    draft = page.get_latest_revision_as_object() if page.pk else page
    fields: dict[str, Any] = {name: getattr(draft, name) for name in _TEXTS}
    fields |= {"valid_until": draft.valid_until or "", "translated_from": draft.translated_from_id or ""}
    fields |= {"place": "", "picture": "", "superseded_by": "", "go_live_at": "", "expire_at": "", **changes}
    empty = {name: inline_formset([]) for name in ("named", "about", "see_also", "comments")}
    body = streamfield([("prose", {"text": words, "language": ""}) for words in _proses(draft)])
    data: dict[str, str] = nested_form_data({**empty, "body": body, "notes": streamfield([]), **fields})
    if action:
        data[f"action-{action}"] = action
    return data


def _proses(draft: StoryPage) -> list[str]:
    return [rich_text(raw["value"]["text"], features=PROSE) for raw in draft.body.raw_data if raw["type"] == "prose"]
