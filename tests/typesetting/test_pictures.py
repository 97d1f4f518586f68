import subprocess
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from araz.typesetting.pictures import FolderMediaStore, PictureRefused, accept, path_of, widths

REAL = Path(__file__).parents[3] / "shared/data/pictures"


def a_photo(width: int = 2000, height: int = 1000, **save: object) -> bytes:
    file = BytesIO()
    picture = Image.new("RGB", (width, height), "#86b4bc")
    picture.paste("#0b5768", (0, 0, width // 2, height))
    picture.save(file, format="JPEG", **save)
    return file.getvalue()


def telling_photo(orientation: int = 1) -> bytes:
    """A photo that says where, when and with what it was taken."""
    exif = Image.Exif()
    exif[Base.Make] = "PLANTED-CAMERA"
    exif[Base.Orientation] = orientation
    exif[Base.Software] = "PLANTED-PROGRAM"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (38.0, 4.0, 0.0)
    return a_photo(exif=exif, comment=b"PLANTED-COMMENT")


def test_nothing_that_a_photo_tells_survives():
    assert b"PLANTED" in telling_photo()
    accepted = accept(telling_photo())
    for content in (accepted.master, *accepted.sizes.values()):
        assert b"PLANTED" not in content
        with Image.open(BytesIO(content)) as picture:
            assert not picture.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & picture.info.keys()


def test_a_photo_on_its_side_is_turned_upright():
    accepted = accept(telling_photo(orientation=6))
    assert (accepted.width, accepted.height) == (1000, 2000)


def test_sizes_are_never_larger_than_the_picture():
    assert widths(2000) == (480, 960, 1600)
    assert widths(700) == (480,)
    assert widths(300) == (300,)
    assert sorted(accept(a_photo()).sizes) == [480, 960, 1600]


def test_a_huge_picture_is_brought_down_and_a_monstrous_one_refused():
    assert accept(a_photo(4000, 3000)).width == 2560
    with pytest.raises(PictureRefused, match="50 million are the most"):
        accept(a_photo(9000, 6000))


@pytest.mark.parametrize("content", [b"", b"not a picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7"])
def test_what_is_no_picture_is_refused_with_a_sentence(content):
    with pytest.raises(PictureRefused, match="Save it as JPEG, PNG or WebP"):
        accept(content)


def test_the_same_picture_has_the_same_name_and_is_stored_once(tmp_path: Path):
    one, two = accept(a_photo()), accept(a_photo())
    assert one == two
    store = FolderMediaStore(tmp_path)
    store.keep(one)
    before = sorted(file for file in tmp_path.rglob("*") if file.is_file())
    store.keep(two)
    assert sorted(file for file in tmp_path.rglob("*") if file.is_file()) == before
    assert store.file(one.hash, 480).read_bytes() == one.sizes[480]


def test_what_is_transparent_becomes_white():
    file = BytesIO()
    Image.new("RGBA", (500, 10), (0, 0, 0, 0)).save(file, format="PNG")
    with Image.open(BytesIO(accept(file.getvalue()).master)) as picture:
        assert picture.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_addresses_are_short_and_spread():
    assert path_of("ab" * 16, 1600) == "m/ab/" + "ab" * 16 + "-1600.webp"
    assert len(path_of("ab" * 16, 1600).rpartition("/")[2]) <= 48


@pytest.mark.metadata
def test_exiftool_finds_no_group_but_the_files_own(tmp_path: Path):
    FolderMediaStore(tmp_path).keep(accept(telling_photo()))
    files = [str(file) for file in tmp_path.rglob("*.webp")]
    done = subprocess.run(["exiftool", "-G", "-s", *files], capture_output=True, text=True, check=True)
    groups = {line[1 : line.index("]")] for line in done.stdout.splitlines() if line.startswith("[")}
    assert len(files) == 4
    assert groups <= {"ExifTool", "File", "RIFF", "Composite"}


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared pictures lie beside the project only where it is made")
def test_every_real_picture_is_accepted_or_refused_with_a_sentence():
    for file in REAL.iterdir():
        with suppress(PictureRefused):  # any other exception is a failure
            assert accept(file.read_bytes()).sizes
