"""What an import leaves in the desk's tree of pages."""

from pathlib import Path

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_paper import write_export

LOOK = (
    "from wagtail.models import Page\n"
    "from araz.desk.models import SectionPage, StoryPage\n"
    "section = SectionPage.objects.filter(numchild__gt=0)[0]\n"
    "section.add_child(instance=StoryPage(title='Yeni'))\n"
    "print(Page.find_problems())"
)


def test_sections_know_how_many_stories_they_have_and_take_another(mover: Mover, tmp_path: Path):
    write_export(tmp_path / "old.xml")
    mover.bring(tmp_path / "old.xml")
    said = mover.machine.python(LOOK, mover.folder)
    assert said == "([], [], [], [], [])"
