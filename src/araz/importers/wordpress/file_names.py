"""What the name of an uploaded file says. It was typed for one's own folder, so a person's name may stand in it."""

import re
from collections.abc import Set
from pathlib import PurePosixPath
from typing import Final

from araz.language.slugs import words_of

_COPY: Final = re.compile(r"-\d{1,2}$")  # WordPress's number of a second file with the same name
_LETTERS: Final = re.compile("[a-z]+")
_FEWEST_OF_A_STEM: Final = 4  # letters: “hesabat” is read in “hesabatı”, “al” is not read in “Alma”
# Of newspapers, and of nobody: in Latin letters, as `words_of` writes the five languages.
_ORDINARY: Final = frozenset(
    "wp content uploads files sites blogs dir feed pdf doc file web print final version v vol no nr page pages part issue number edition "
    "report statement declaration bulletin brochure leaflet book booklet magazine journal newspaper article analysis "
    "research survey appendix annex summary program programme charter statute interview poster "
    "fayl dosya sened senedler belge document documents hesabat beyanat beyanname bulleten brosur kitab kitabca jurnal dergi qezet nomre say meqale tehlil arasdirma "
    "elave xulase nizamname muraciet rapor bildiri bulten kitap kitapcik gazete sayi makale analiz arastirma ek ozet tuzuk "
    "gozaresh bayaniye beyaniye ketab majale nashriye maghale shomare peyvast".split()
)


def is_file_name(words: str, path: str) -> bool:
    """Say whether words of a link are the name or address of the file as it is."""
    return words == PurePosixPath(path).stem or "://" in words or words.lower().endswith(".pdf")


def names_file(title: str, path: str, language: str) -> bool:
    """Say whether a title is made of the file's name: WordPress does that where nobody has given one."""
    if is_file_name(title, path):
        return True
    stem = PurePosixPath(path).stem
    bare = _bare(title, language)
    return bare.removesuffix("pdf") in ("", *(_bare(name, language) for name in (stem, _COPY.sub("", stem))))


def says_no_more(address: str, told: Set[str], language: str) -> bool:
    """Say whether each word of an address is an ordinary one or `told`: then it names nobody who is not named anyway.

    `told` are words as `words_of` writes them.
    """
    words = [word for name in words_of(address, language) for word in _LETTERS.findall(name)]
    return all(word in _ORDINARY or word in told or _begins_one(word, told) for word in words)


def _begins_one(word: str, told: Set[str]) -> bool:
    return len(word) >= _FEWEST_OF_A_STEM and any(each.startswith(word) for each in told)


def _bare(text: str, language: str) -> str:
    return "".join(words_of(text, language))
