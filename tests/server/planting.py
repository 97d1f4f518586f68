"""A name planted in every form that the desk has, and a searcher that knows nothing of the one in the product."""

import gzip
import re
import zipfile
import zlib
from pathlib import Path
from urllib.parse import quote

NAME = "Gülnarə Qaraxanlı"
IN_ARABIC = "گولناره قاراخانلی"
_LATIN = ("Gülnarə", "gulnare", "Qaraxanlı", "qaraxanli")
_ARABIC = ("گولناره", "قاراخانلی", "گولنارە")

PLANT = f"""
from datetime import date
from io import BytesIO
from PIL import Image
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Comment, CommentReply
from araz.desk.models import DeskImage, SectionPage, StoryPage
from araz.desk.outbox_rows import write_row
from araz.edition.comments import Comment as Readers
from araz.edition.names import new_id
from araz.edition.upgrades import encode
from django.contrib.auth import get_user_model

user = get_user_model().objects.order_by("pk").first()
section = SectionPage.objects.filter(locale__language_code="az").order_by("path").first()
file = BytesIO()
Image.new("RGB", (900, 600), "navy").save(file, "JPEG")
file.seek(0)
image = DeskImage(title="Gulnare_Qaraxanli_2.jpg", caption={{"az": "{NAME} evində"}}, credit="Şəkil: {NAME}")
image.file = ImageFile(file, name="Gulnare_Qaraxanli_2.jpg")
image.save()
image.get_rendition("width-200")
story = StoryPage(title="{NAME} evə döndü", owner=user, locale=section.locale, picture=image, picture_caption="{NAME}",
    standfirst="Dünən GÜLNARƏ QARAXANLININ ailəsi danışdı.")
story.body = [("prose", {{"text": '<p>Dedi: <b>Gülnarə</b> Qaraxanlı burada idi, {IN_ARABIC}‌نین ائوی.'
    ' <a href="https://x.example/g%C3%BClnar%C9%99-qaraxanl%C4%B1">bax</a></p>', "language": ""}})]
section.add_child(instance=story)
story.save_revision(user=user, log_action=True).publish()
for number in (1, 2):
    story = StoryPage.objects.get(pk=story.pk)
    story.standfirst += f" Düzəliş {{number}}."
    story.correction_note = f"{NAME}nın adı düzəldildi: {{number}}."
    story.save_revision(user=user, log_action=True).publish()
story = StoryPage.objects.get(pk=story.pk)
said = Comment.objects.create(page=story, user=user, text="{NAME} razıdırmı?", contentpath="title")
CommentReply.objects.create(comment=said, user=user, text="{NAME} razıdır.")
log(story, "wagtail.edit", user=user, data={{"what": "{NAME}"}})
with transaction.atomic():
    key = new_id()
    comment = Readers(id=key, story=story.public_id, name="{NAME}", text="Mən {NAME}yam.", day=date(2026, 11, 1))
    write_row("comment", key, encode(comment), language="az")
from araz.server.workers import do_a_task
while do_a_task():
    pass
print(story.public_id, story.address, image.content_hash)
"""

PRINT = """
from araz.server.courier import carry, note_printed
from araz.server.press_host import PRESSES, deliver, edition_of, pressroom_of
from django.conf import settings
newsroom = open_newsroom(settings.ARAZ_NEWSROOM)
with edition_of(newsroom) as edition:
    carry(edition)
    for name in PRESSES:
        with pressroom_of(newsroom, edition, name) as pressroom:
            pressroom.press_new()
            pressroom.write_maps()
    note_printed(edition)
for target in newsroom.settings.deliveries:
    assert not deliver(newsroom, target).failure
"""


def needles() -> list[bytes]:
    """The name in all the codings that come to mind, in small letters."""
    found: set[bytes] = set()
    for word in (*_LATIN, *_ARABIC):
        escaped = word.encode("unicode_escape")
        found |= {word.casefold().encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")}
        found |= {quote(word.casefold()).casefold().encode(), "".join(f"&#{ord(letter)};" for letter in word).encode()}
        found |= {_as_json(word.casefold()), _as_json(word.casefold()).replace(b"\\", b"\\\\"), escaped.lower()}
    return sorted(found)


def _as_json(word: str) -> bytes:
    return "".join(letter if letter.isascii() else f"\\u{ord(letter):04x}" for letter in word).encode()


def places(folder: Path) -> list[str]:
    """Every file of the folder that has the name in its bytes, in what is packed in it, or in its own name."""
    pattern = re.compile(b"|".join(map(re.escape, needles())))
    found = []
    for file in sorted(folder.rglob("*")):
        contents = [file.name.encode()]
        if file.is_file():
            contents += _contents(file)
        if any(pattern.search(_small(content)) for content in contents):
            found.append(file.relative_to(folder).as_posix())
    return found


def _small(content: bytes) -> bytes:
    """In small letters, of this alphabet too, without tags between letters."""
    lowered = content.lower()
    for large, small in (("Ü", "ü"), ("Ə", "ə"), ("İ", "i")):
        lowered = lowered.replace(large.encode(), small.encode())
    return lowered + re.sub(rb"<[^<>]{0,200}>", b"", lowered)


def _contents(file: Path) -> list[bytes]:
    content = file.read_bytes()
    found = [content]
    if content[:2] == b"\x1f\x8b":
        found.append(gzip.decompress(content))
    if content[:2] == b"PK":
        with zipfile.ZipFile(file) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    for start in re.finditer(rb"x\x9c", content):
        try:
            found.append(zlib.decompressobj().decompress(content[start.start() :], 1_000_000))
        except zlib.error:
            continue
    return found
