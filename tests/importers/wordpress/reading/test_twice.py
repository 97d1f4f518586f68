"""Letters that a database encoded twice are put right, and no others."""

import pytest

from tests.importers.wordpress.reading.made import comment, export, item

TEXTS = ("Yazı və şəkil, GÖZƏL GÜN – “dırnaq”…", "خبرهای تازه درباره‌ی «دریاچه»", "Çağrı", "Қазахстан")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_letters_that_were_encoded_twice_are_put_right_and_told(read_text, text: str, encoding: str):
    wrong = "".join(_as_letter(byte, encoding) for byte in text.encode())
    file = export(item(title=wrong, content=f"<![CDATA[<p>{wrong}</p>]]>", more=comment(author=wrong, text=wrong)))
    reading = read_text(file)
    (said,) = reading.item.comments
    assert (reading.item.title, reading.item.content, said.name, said.text) == (text, f"<p>{text}</p>", text, text)
    (told,) = reading.told("repaired")
    assert told.endswith("in so many texts: 4.")


@pytest.mark.parametrize(
    "text", [*TEXTS, "«GÜNÜ» və “CAFÉ” Ü»", "CAFÉ»", "Ã tilde, Ä umlaut", "naïve Âge", "É™ və ə", "ÖÄ±Ü"]
)
def test_other_letters_stay_as_they_are(read_text, text: str):
    reading = read_text(export(item(title=text)))
    assert reading.item.title == text
    assert reading.told("repaired") == []


def _as_letter(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)
