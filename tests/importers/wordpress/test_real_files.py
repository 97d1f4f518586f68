"""Exports that nobody of this project wrote, and files made to harm, through the real command: accounted for, or one sentence."""

from pathlib import Path

import pytest

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_documents import a_pdf
from tests.importers.wordpress.personal import layers, pack_for_test, people_of, places_that_name
from tests.importers.wordpress.reading.test_real import COUNTS

DATA = Path(__file__).parents[4] / "shared/data"
needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the shared files lie beside the project only where it is made"
)
LARGEST = "wptt-themeunittestdata.wordpress.xml"
EXPORTS = COUNTS
ATTACKS = ("defusedxml-external.xml", "defusedxml-quadratic.xml", "defusedxml-xmlbomb.xml")


@needs_data
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name == LARGEST else pytest.mark.slow) for name in EXPORTS]
)
def test_every_item_of_a_real_export_is_accounted_for_and_nobody_is_named(mover: Mover, made: Path, name: str):
    uploads = mover.report_file.parent / "uploads"
    (uploads / "2018/11").mkdir(parents=True)
    (uploads / "2018/11/file_block.pdf").write_bytes(a_pdf("A file to which the largest leads twice"))
    report = mover.bring(DATA / "wordpress" / name, media=uploads)
    assert report["items"] == EXPORTS[name]
    assert report["documents"] == (name == LARGEST)
    losses = report["losses"]
    assert losses["words_lost"] <= 0.005 * losses["words"]
    people = people_of((DATA / "wordpress" / name).read_text(encoding="utf-8", errors="replace"))
    assert people.logins
    unlike_people = {what for _, what in places_that_name(people, made)}  # an empty newsroom says "editor" as well
    found = [(place, what) for place, what in places_that_name(people, mover.folder) if what not in unlike_people]
    assert found == []
    assert not people.wrong_in("\n".join(mover.said).encode()) - unlike_people


@needs_data
@pytest.mark.parametrize("name", ATTACKS)
def test_a_file_that_is_made_to_harm_is_refused_with_its_line(mover: Mover, name: str):
    sentence = mover.refused(DATA / "xml-attacks" / name)
    assert sentence.startswith(f"{name} declares a document type or entities in line ")
    assert sentence.count("\n") == 1


@pytest.mark.parametrize("envelope", pack_for_test(""))
def test_the_search_for_people_opens_every_envelope(envelope: str):
    secret = "mehriban82 wrote to mehriban@example.org and to others"
    assert any(secret.encode() in layer for layer in layers(pack_for_test(secret)[envelope]))
