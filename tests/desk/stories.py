"""Stories as somebody at the desk would begin them."""

from typing import Any

from araz.desk.models import SectionPage, StoryPage


def prose(*paragraphs: str) -> tuple[str, dict[str, str]]:
    return ("prose", {"text": "".join(f"<p>{words}</p>" for words in paragraphs), "language": ""})


def a_story(section: SectionPage, *, owner: Any = None, **fields: Any) -> StoryPage:
    fields.setdefault("title", "Körpü açıldı")
    fields.setdefault("body", [prose("Çayın üstündəki körpü səhər açıldı.")])
    page: StoryPage = section.add_child(instance=StoryPage(owner=owner, **fields))
    return page
