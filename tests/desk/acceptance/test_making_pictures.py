"""Pictures come out as pixels: what their files said besides is told once, and gone."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from araz.desk.acceptance.workshop import NewPicture, Refused, make_picture
from tests.desk.acceptance import planted

REAL = Path(__file__).parents[4] / "shared/data/pictures"


def files_of(new: NewPicture) -> list[bytes]:
    return [new.accepted.master, *new.accepted.sizes.values()]


def _silent_photo() -> bytes:
    file = BytesIO()
    Image.new("RGB", (64, 64)).save(file, "JPEG")
    return file.getvalue()


def said(new: NewPicture) -> dict[str, tuple[str, ...]]:
    return {found.kind: found.values for found in new.found}


@pytest.mark.parametrize("kind", planted.PICTURES)
def test_nothing_that_a_picture_says_survives(kind: str):
    source = planted.PICTURES[kind]()
    assert planted.SECRET in source
    for content in files_of(make_picture(source)):
        assert planted.SECRET not in content
        with Image.open(BytesIO(content)) as picture:
            assert not {"exif", "xmp", "icc_profile", "comment"} & picture.info.keys()


@pytest.mark.metadata
@pytest.mark.parametrize("kind", planted.PICTURES)
def test_programs_that_look_for_traces_find_none(kind: str, tmp_path: Path):
    new = make_picture(planted.PICTURES[kind]())
    for number, content in enumerate(files_of(new)):
        (tmp_path / f"{number}.webp").write_bytes(content)
    assert groups_in(tmp_path) <= {"ExifTool", "File", "RIFF", "Composite"}


def groups_in(folder: Path) -> set[str]:
    done = subprocess.run(["exiftool", "-G", "-a", "-s", folder], capture_output=True, text=True, check=True)
    return {line[1 : line.index("]")] for line in done.stdout.splitlines() if line.startswith("[")}


def test_the_person_who_brings_a_photo_is_told_what_it_said():
    new = make_picture(planted.jpeg())
    told = said(new)
    assert told["place"] == ()  # where it was is on no screen
    assert told["camera"] == ("PLANTED CAMERA",)
    assert told["serial"] == ("PLANTED SERIAL",)
    assert {"PLANTED PERSON", "PLANTED XMP PERSON", "PLANTED IPTC BYLINE"} <= set(told["people"])
    assert {"2026:03:04 05:06:07"} <= set(told["dates"])
    assert {"PLANTED PROGRAM", "PLANTED XMP PROGRAM"} <= set(told["programs"])
    assert {"PLANTED COMMENT", "PLANTED JPEG COMMENT"} <= set(told["comments"])
    assert {"maker_notes", "more_data"} <= told.keys()
    assert new.caption == "PLANTED IPTC CAPTION"
    assert new.credit.startswith("PLANTED IPTC BYLINE / PLANTED IPTC CREDIT")


@pytest.mark.parametrize("kind", ["png", "webp", "avif", "tiff"])
def test_other_kinds_are_read_as_well(kind: str):
    told = said(make_picture(planted.PICTURES[kind]()))
    assert told["camera"] == ("PLANTED CAMERA",)
    assert told["people"][0] == "PLANTED PERSON"


def test_notes_that_only_one_maker_can_read_and_signed_histories_are_told():
    plain = _silent_photo()
    for content, kinds in (
        (b"FLIR\0PLANTED", {"unreadable"}),
        (b"JP\0\1\0\0jumdc2pa PLANTED", {"unreadable", "history"}),
    ):
        segment = b"\xff\xeb" + (len(content) + 2).to_bytes(2) + content
        new = make_picture(plain[:2] + segment + plain[2:])
        assert set(said(new)) == kinds
        assert all(planted.SECRET not in file for file in files_of(new))


def test_a_photo_without_anything_to_say_is_told_nothing_about():
    assert make_picture(_silent_photo()).found == ()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_second_picture_behind_the_first_is_told_also_where_it_ends_as_the_first_does(form: str):
    file = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, form)
    assert "more_data" not in said(make_picture(file.getvalue()))
    assert "more_data" in said(make_picture(file.getvalue() * 2))


def test_of_a_moving_picture_the_first_frame_stays_and_the_person_is_told():
    assert "more_frames" in said(make_picture(planted.gif()))


@pytest.mark.parametrize(("orientation", "size"), [(1, (320, 200)), (3, (320, 200)), (6, (200, 320)), (8, (200, 320))])
def test_a_photo_is_turned_as_its_camera_was_held(orientation: int, size: tuple[int, int]):
    accepted = make_picture(planted.jpeg(orientation)).accepted
    with Image.open(BytesIO(accepted.master)) as picture:
        left = picture.convert("RGB").getpixel((5, 5))
    assert (accepted.width, accepted.height) == size
    is_dark = isinstance(left, tuple) and left[0] < 80
    assert is_dark == (orientation in (1, 6))  # the dark half was on the left


def test_colours_of_a_wide_profile_become_those_of_the_web():
    file = BytesIO()
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    Image.new("RGB", (64, 64), (200, 30, 30)).save(
        file, "PNG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )
    told = said(make_picture(file.getvalue()))
    assert "profile" in told
    broken = BytesIO()
    Image.new("RGB", (64, 64), (200, 30, 30)).save(broken, "PNG", icc_profile=swapped)  # for another kind of colours
    with Image.open(BytesIO(make_picture(broken.getvalue()).accepted.master)) as picture:
        assert picture.mode == "RGB"


def test_sixteen_bits_are_not_burnt_out():
    file = BytesIO()
    Image.new("I;16", (64, 64), 30_000).save(file, "PNG")
    with Image.open(BytesIO(make_picture(file.getvalue()).accepted.master)) as picture:
        lightest_and_darkest = picture.convert("L").getextrema()
    assert lightest_and_darkest in {(grey, grey) for grey in range(100, 135)}


def test_what_shines_through_becomes_white_also_with_a_profile():
    file = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(file, "PNG", icc_profile=profile)
    with Image.open(BytesIO(make_picture(file.getvalue()).accepted.master)) as picture:
        assert picture.convert("RGB").getpixel((9, 9)) == (255, 255, 255)


def heif(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0" + brand + b"mif1"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"no picture at all", "Save it as JPEG, PNG or WebP"),
        (
            b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "Save it as PNG",
        ),
        (heif(b"heic"), "Most Compatible"),
        (heif(b"isom"), "This is a film"),
        (b"%PDF-1.7\n", "under Documents"),
        (b"PK\x03\x04 a document", "not a picture"),
        (b"GIF89a<script>alert(1)</script>", "Save it as JPEG, PNG or WebP"),
        (planted.jpeg()[:900], "Save it as JPEG, PNG or WebP"),
    ],
)
def test_everything_else_is_refused_with_a_sentence(content: bytes, sentence: str):
    with pytest.raises(Refused, match=sentence):
        make_picture(content)


def test_a_picture_that_is_also_a_page_or_a_document_comes_out_as_a_picture_only():
    page = b"<script>alert('PLANTED')</script>"
    for source in (planted.gif() + page, planted.png() + b"%PDF-1.7 PLANTED", planted.jpeg() + b"PK\x03\x04PLANTED"):
        new = make_picture(source)
        assert all(planted.SECRET not in content and b"script" not in content for content in files_of(new))


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared pictures lie beside the project only where it is made")
def test_every_real_picture_is_accepted_or_refused_with_a_sentence():
    refused = set()
    for file in REAL.iterdir():
        try:
            assert make_picture(file.read_bytes()).accepted.sizes
        except Refused:
            refused.add(file.name)
    assert refused == {"pillow-broken.png", "pillow-decompression_bomb.gif"}
