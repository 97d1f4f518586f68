"""What the editor says above the story's fields: how far the story has come, and what is to be done about it."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from araz.desk.held_story import held_story
from araz.desk.models.outbox import PublicStory
from araz.desk.progress import progress_of


class StatePanel(Panel):
    """Draft, in review, waiting or printed; and for a translation, whether its source has moved on."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/state.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def show_panel_furniture(self) -> bool:
            return False

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            story = self.instance
            public = PublicStory.objects.filter(page_id=story.pk).first()
            return context | {
                "progress": progress_of([story])[story.pk],
                "public": public,
                "readers_page": _readers_page(public) if public else "",
                "source": story.translated_from,
                "held": held_story(story),
                "why_not_publish": self._why_not_publish(),
            }

        def _why_not_publish(self) -> str:
            """Said as long as there is something that readers do not have."""
            story = self.instance
            tester = story.permissions_for_user(self.request.user)
            return tester.why_not_publish() if story.has_unpublished_changes else ""


def _readers_page(public: PublicStory) -> str:
    """The address at the desk of the page as it was printed last."""
    path = f"{public.language}/{public.month.replace('-', '/')}/{public.slug}.html"
    return reverse("desk_readers_file", args=[path])
