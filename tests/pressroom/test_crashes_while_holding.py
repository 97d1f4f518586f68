"""A publisher that is killed while it holds stories: at no moment the paper says what is held."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from araz.edition.store import Edition
from araz.presses.website import WebsitePress
from araz.pressroom.formers import keep_formers
from araz.pressroom.pressroom import Pressroom
from araz.pressroom.proof import Proof
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.archive import history
from tests.pressroom.conftest import tree_of
from tests.pressroom.test_holds import WORD, Site, a_proofreader, planted

HERE = Path(__file__).parents[2]
SEED = 21
BEGUN = "begun"
KILLS = 3


def publish(folder: Path) -> None:
    """Publish a history in which some stories hold a secret, and go on where it was cut off."""
    folder.mkdir(exist_ok=True)
    proofreader, edition = a_proofreader(), Edition.open(folder / "edition.db", may_make=True)
    with Pressroom(edition, WebsitePress(FolderMediaStore(folder / "media")), folder, proofreader) as room:
        if room.needs_resetting():
            room.press_new()
            room.reset_now()
        chance = random.Random(SEED)
        rows = [planted(chance, row) for row in history(SEED, 16, 12)]
        sys.stdout.write(f"{BEGUN}\n")
        sys.stdout.flush()
        for row in rows:
            if row.number > edition.last_outbox():
                with edition.reader() as reader:
                    keep_formers(Proof(room.holds, proofreader), reader, [row])
                edition.append([row])
            if room.press_new().resetting:
                room.reset_now()
    edition.close()


def kill_once(folder: Path, chance: random.Random) -> None:
    command = [sys.executable, "-m", "tests.pressroom.test_crashes_while_holding", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE)
    assert process.stdout
    assert process.stdout.readline().strip() == BEGUN
    time.sleep(chance.random() * 0.6)
    process.kill()
    process.communicate()


def test_no_moment_of_a_crash_brings_out_what_is_held(tmp_path: Path):
    chance = random.Random(SEED)
    for _ in range(KILLS):
        kill_once(tmp_path / "site", chance)
        tree = tree_of(tmp_path / "site" / "public")
        assert [path for path, body in tree.items() if WORD.encode() in body] == []
    publish(tmp_path / "site")
    (tmp_path / "anew").mkdir()
    for name in ("edition.db", "holds.db"):
        shutil.copy(tmp_path / "site" / name, tmp_path / "anew" / name)
    built = Site.at(tmp_path / "anew", a_proofreader())
    assert len(built.held) > 2
    built.rooms[0].reset_now()
    built.close()
    assert tree_of(tmp_path / "site" / "public") == tree_of(tmp_path / "anew" / "public")


if __name__ == "__main__":
    publish(Path(sys.argv[1]))
