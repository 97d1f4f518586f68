"""A newsroom with a key, and a backup of it; each made once."""

import io
import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path

import pyrage
import pytest
from pyrage import x25519

from araz.seal.keys import KeyPair, make_pair, public_half, secret_keys
from tests.server.conftest import machine as machine
from tests.server.processes import Machine

WRITE = """
import io
from django.core.files.base import ContentFile
from PIL import Image
from araz.desk.models import DeskImage, SectionPage, StoryPage
drawn = io.BytesIO()
Image.effect_mandelbrot((900, 600), (-2, -1, 1, 1), 40).convert("RGB").save(drawn, "JPEG")
picture = DeskImage(title="Körpü", file=ContentFile(drawn.getvalue(), name="IMG_0042.jpg"))
picture.save()
section = SectionPage.objects.order_by("path").first()
for number in range(5):
    body = [
        ("prose", {"text": f"<p>Çayın üstündəki {number}. körpü açıldı.</p>", "language": ""}),
        ("figure", {"image": picture, "alt": "Körpü"}),
    ]
    page = section.add_child(instance=StoryPage(title=f"Körpü {number}", body=body))
    page.save_revision().publish()
from araz.server.django_start import start_django
from araz.server.first_paper import print_all
from araz.server.press_host import edition_of
newsroom = open_newsroom(Path(FOLDER))
with edition_of(newsroom) as edition:
    print_all(newsroom, edition, lambda line: None)
"""


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom in one language with five stories and a picture; look only."""
    root = tmp_path_factory.mktemp("written")
    machine, folder = Machine(root / "machine"), root / "newsroom"
    made = machine.call("new", folder, "--language", "az", "--quiet")
    assert made.returncode == 0, made.stderr
    machine.python(f"FOLDER = {str(folder)!r}\n{WRITE}", folder)
    return folder


@pytest.fixture
def newsroom(written: Path, tmp_path: Path) -> Path:
    """A copy of it, to work in."""
    return Path(shutil.copytree(written, tmp_path / "newsroom"))


@dataclass(frozen=True)
class Kept:
    """A newsroom, its backup and the key."""

    newsroom: Path
    file: Path
    key: Path

    @property
    def pair(self) -> KeyPair:
        (secret,) = secret_keys(self.key)
        return KeyPair(public=public_half(secret), secret=secret)


@pytest.fixture(scope="session")
def kept(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The newsroom and its backup; look only."""
    root = tmp_path_factory.mktemp("kept")
    machine = Machine(root / "machine")
    folder = Path(shutil.copytree(written, root / "newsroom"))
    give_key(folder, root / "key.txt")
    done = machine.call("backup", folder, "--to", root / "backups")
    assert done.returncode == 0, done.stderr
    (file,) = (root / "backups").iterdir()
    return Kept(folder, file, root / "key.txt")


def give_key(folder: Path, file: Path) -> KeyPair:
    """Make a key for the newsroom as another machine would."""
    pair = make_pair()
    file.write_text(f"# made elsewhere\n{pair.secret}\n")
    (folder / "backup-keys.txt").write_text(f"{pair.public}\n")
    return pair


def unsealed(file: Path, pair: KeyPair) -> dict[str, bytes]:
    """What is in a backup, opened by other programs than ours."""
    plain = pyrage.decrypt(file.read_bytes(), [x25519.Identity.from_str(pair.secret)])
    with tarfile.open(fileobj=io.BytesIO(plain), mode="r:gz") as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]


def tree(folder: Path) -> dict[str, bytes]:
    public = folder / "sites/main/public"
    return {str(file.relative_to(public)): file.read_bytes() for file in sorted(public.rglob("*")) if file.is_file()}
