"""The process in which files are taken apart may do little, and is ended when it does more."""

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from araz.desk.acceptance import child, workshop
from araz.desk.acceptance.answers import NotMade
from araz.desk.acceptance.workshop import LARGEST_UPLOAD_BYTES, Refused, make_picture
from tests.desk.acceptance import planted


def in_the_process(statements: str) -> str:
    """What is printed by statements that run after the process has given up its rights."""
    program = f"from araz.desk.acceptance import child\nchild._give_up_rights()\n{statements}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    return done.stdout.strip() + done.stderr.strip()


def test_it_can_write_no_file(tmp_path: Path):
    said = in_the_process(f"from pathlib import Path; Path({str(tmp_path / 'a')!r}).write_text('a' * 9)")
    assert "File too large" in said
    assert (tmp_path / "a").read_bytes() == b""


def test_it_gets_no_more_memory_than_it_was_given():
    assert child.MEMORY_BYTES < 400_000_000
    assert "MemoryError" in in_the_process(f"bytes({child.MEMORY_BYTES})")


def test_it_knows_no_django_and_so_begins_fast():
    look = "from araz.desk.acceptance import documents, pictures; import sys; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_it_sees_nothing_of_what_the_server_knows(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ARAZ_PLANTED", "a secret of the server")
    seen: list[dict[str, str]] = []
    real = subprocess.Popen

    def watched(*arguments: object, **options: object) -> object:
        seen.append(dict(options["env"]))  # type: ignore[call-overload]
        return real(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", watched)
    make_picture(planted.png())
    assert seen
    assert "ARAZ_PLANTED" not in seen[0]


def test_one_that_never_answers_is_ended(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workshop, "TIME_S", 0.5)
    monkeypatch.setattr(workshop, "_CHILD", ("-c", "import time; time.sleep(60)"))
    with pytest.raises(Refused, match="Save it anew"):
        make_picture(planted.png())


@pytest.mark.parametrize("answer", [b"", b"no message", msgspec.msgpack.encode({"type": "PictureMade"}), b"a" * 1000])
def test_what_a_process_that_was_taken_over_may_say_is_a_refusal(answer: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workshop, "_CHILD", ("-c", f"import sys; sys.stdout.buffer.write({answer!r})"))
    with pytest.raises(Refused, match="Save it anew"):
        make_picture(planted.png())


def test_its_own_sentence_reaches_the_person(monkeypatch: pytest.MonkeyPatch):
    answer = msgspec.msgpack.encode(NotMade(why="A sentence."))
    monkeypatch.setattr(workshop, "_CHILD", ("-c", f"import sys; sys.stdout.buffer.write({answer!r})"))
    with pytest.raises(Refused, match="A sentence"):
        make_picture(planted.png())


def test_a_file_that_is_too_large_is_not_even_read():
    with pytest.raises(Refused, match="larger than 32 MB"):
        make_picture(bytes(LARGEST_UPLOAD_BYTES + 1))


def _saved(picture: Image.Image, form: str) -> bytes:
    file = BytesIO()
    picture.save(file, form)
    return file.getvalue()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: _saved(Image.new("L", (9000, 9000)), "PNG"), "25 million are the most"),
        (lambda: _saved(Image.new("RGB", (8000, 7000)), "JPEG"), "50 million are the most"),
    ],
)
def test_a_picture_that_is_made_to_exhaust_a_machine_is_refused(make: Callable[[], bytes], sentence: str):
    with pytest.raises(Refused, match=sentence):
        make_picture(make())


@pytest.mark.slow
@pytest.mark.parametrize(("form", "size"), [("PNG", (5000, 5000)), ("JPEG", (8000, 6000)), ("WEBP", (4000, 4000))])
def test_the_largest_pictures_that_are_allowed_fit(form: str, size: tuple[int, int]):
    mode = "RGB" if form == "JPEG" else "RGBA"
    assert make_picture(_saved(Image.new(mode, size, "#86b4bc"), form)).accepted.width == 2560
