"""A small newsroom in the desk's database: homes, sections, and people by what they may do."""

from dataclasses import dataclass
from typing import Any

import pytest
from wagtail.models import Locale, Page

from araz.desk.models import NewsroomHome, Outbox, PaperSettings, SectionPage, StoryPage
from araz.desk.roles import ROLES, make_account, prepare_roles
from tests.desk.stories import a_story


@dataclass
class Newsroom:
    """Two languages with two sections each."""

    homes: dict[str, NewsroomHome]
    sections: dict[str, SectionPage]  # by "az/news"

    def story(self, section: str = "az/news", *, owner: Any = None, **fields: Any) -> StoryPage:
        """A draft."""
        return a_story(self.sections[section], owner=owner, **fields)

    def public_story(self, section: str = "az/news", **fields: Any) -> StoryPage:
        page = self.story(section, **fields)
        page.save_revision().publish()
        public: StoryPage = StoryPage.objects.get(pk=page.pk)
        return public

    def rows(self, *deeds: str) -> list[Outbox]:
        """The rows about stories, oldest first; or those of the deeds."""
        rows = Outbox.objects.order_by("number")
        return list(rows.filter(deed__in=deeds) if deeds else rows.exclude(deed="arrange"))


@pytest.fixture(autouse=True)
def media(tmp_path, settings: Any) -> None:
    settings.ARAZ_MEDIA = tmp_path / "pictures"
    settings.MEDIA_ROOT = tmp_path / "desk"


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    PaperSettings.objects.create(name={"az": "Araz", "azb": "آراز"})
    Page.objects.filter(depth=2).delete()  # Wagtail's welcome page
    root = Page.get_first_root_node()
    homes = {}
    sections = {}
    for code, name, names in (
        ("az", "Araz", {"news": "Xəbərlər", "culture": "Mədəniyyət"}),
        ("azb", "آراز", {"news": "خبرلر", "culture": "مدنیت"}),
    ):
        locale, _ = Locale.objects.get_or_create(language_code=code)
        homes[code] = root.add_child(instance=NewsroomHome(title=name, slug=code, locale=locale))
        for position, (key, title) in enumerate(names.items(), 1):
            section = SectionPage(title=title, position=position, locale=locale)
            sections[f"{code}/{key}"] = homes[code].add_child(instance=section)
    return Newsroom(homes=homes, sections=sections)


class Staff:
    """One account for each role."""

    def __init__(self) -> None:
        self.writer, self.editor, self.publisher, self.administrator = (make_account(role) for role in ROLES)
        self.everybody = [self.writer, self.editor, self.publisher, self.administrator]

    def again(self, account: Any) -> Any:
        """The account without what it remembers of its rights."""
        return type(account).objects.get(pk=account.pk)


@pytest.fixture
def staff(newsroom: Newsroom) -> Staff:
    prepare_roles()
    return Staff()
