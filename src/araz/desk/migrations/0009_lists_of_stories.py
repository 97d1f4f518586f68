from typing import Any, Final

from django.db import migrations

# Newest first; stories that nobody has worked on at the desk, as those of an import, come last.
_NEWEST: Final = "latest_revision_created_at desc{nulls_last}, id desc"
_INDEXES: Final = {
    "desk_stories": f"content_type_id, {_NEWEST}",
    "desk_stories_of_language": f"content_type_id, locale_id, {_NEWEST}",
    "desk_stories_of_owner": f"owner_id, content_type_id, {_NEWEST}",
    "desk_stories_not_public": f"content_type_id, {_NEWEST}",
}
_ONLY: Final = {"desk_stories_not_public": " where not live", "desk_stories_of_owner": " where owner_id is not null"}


def make(_apps: Any, editor: Any) -> None:
    nulls_last = " nulls last" if editor.connection.vendor == "postgresql" else ""  # SQLite does so of itself
    for name, columns in _INDEXES.items():
        listed = columns.format(nulls_last=nulls_last)
        editor.execute(f"create index {name} on wagtailcore_page ({listed}){_ONLY.get(name, '')}")


def drop(_apps: Any, editor: Any) -> None:
    for name in _INDEXES:
        editor.execute(f"drop index {name}")


class Migration(migrations.Migration):
    """The desk's lists of stories show a portion of an archive; without these each would read and sort all of it."""

    dependencies = [("desk", "0008_pages_by_depth")]
    operations = [migrations.RunPython(make, drop)]
