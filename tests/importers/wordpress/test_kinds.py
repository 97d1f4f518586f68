"""What plug-ins keep as posts: orders, letters, logs. Readers never saw them, and the newsroom never has them."""

from pathlib import Path

import pytest

from tests.importers.wordpress.conftest import Mover
from tests.importers.wordpress.old_paper import a_post, write_export

ORDERS = tuple(
    a_post(number, kind=kind, title="Nigar Buyer buyer@mail.example", content="Nigar Buyer, 198.51.100.77")
    for number, kind in enumerate(("shop_order_refund", "flamingo_inbound", "wp_mail_log", "reply", "shop_coupon"), 70)
)
WARES = a_post(80, kind="product", title="Kitab")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_export(tmp_path / "old.xml", (a_post(60), *ORDERS, WARES, a_post(81, kind="video", title="Film")))


def test_orders_letters_and_logs_stay_behind_and_their_people_are_not_told(mover: Mover, file: Path):
    report = mover.bring(file)
    assert (report["imported"], report["left_out"]) == (2, 6)
    assert mover.page_with("Film")
    whole = b"".join(each.read_bytes() for each in mover.folder.rglob("*") if each.is_file())
    for personal in ("Nigar", "buyer@mail", "198.51.100"):
        assert personal.encode() not in whole
        assert personal not in mover.report_file.read_text() + "".join(mover.said)
    assert 'kinds = [\\"reply\\"]' in mover.report_file.read_text()


def test_a_kind_comes_if_the_map_says_so(mover: Mover, file: Path, tmp_path: Path):
    table = tmp_path / "map.toml"
    mover.bring(file, "--dry-run", map=table)
    assert '#     "product": 1\n' in table.read_text()
    assert "kinds = []\n" in table.read_text()
    table.write_text('kinds = ["product", "produkt"]\n')
    report = mover.bring(file, map=table)
    assert (report["imported"], report["left_out"]) == (3, 5)
    assert mover.page_with("Kitab")
    told = [found["what"] for found in report["findings"] if found["kind"] == "doubtful"]
    assert told == ["No file has items of the kind “produkt”. Did you mean “product”?"]
