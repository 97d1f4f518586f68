"""Tidies what comes by the clipboard: signs that nobody sees, and links that tell others who followed them."""

import re
from typing import Final
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

# Soft hyphens, zero-width spaces and joiners of words, byte order marks, places of pictures, bullets of Word's fonts.
# The joiners of letters (U+200C, U+200D) and the direction marks (U+200E, U+200F) are part of the writing and stay.
_UNSEEN: Final = re.compile("[\u00ad\u200b\u2060\u180e\ufeff\ufffc\uf0a7\uf0b7]")
_SPACES: Final = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f]+")
_TRACKERS: Final = re.compile(r"utm_\w+|fbclid|gclid|dclid|yclid|msclkid|mc_[ce]id|igshid?|twclid|ref_src|_openstat")
_DETOURS: Final = {  # hosts that count who passes, and where they say the way goes
    ("www.google.com", "/url"): ("q", "url"),
    ("google.com", "/url"): ("q", "url"),
    ("l.facebook.com", "/l.php"): ("u",),
    ("lm.facebook.com", "/l.php"): ("u",),
    ("l.instagram.com", "/"): ("u",),
    ("t.umblr.com", "/redirect"): ("z",),
    ("www.youtube.com", "/redirect"): ("q",),
    ("vk.com", "/away.php"): ("to",),
}


def tidied(words: str) -> str:
    """Return the words without unseen signs, with one plain space where there were several or unusual ones."""
    return _SPACES.sub(" ", _UNSEEN.sub("", words))


def direct_address(address: str) -> str:
    """Return where a link leads in the end, without what names the person or the campaign that passed it on."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    for key in _DETOURS.get((parts.netloc.lower(), parts.path), ()):
        if target := parse_qs(parts.query).get(key, [""])[0]:
            return direct_address(target) if target.startswith(("http://", "https://")) else address
    given = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in given if not _TRACKERS.fullmatch(key.lower())]
    return urlunsplit(parts._replace(query=urlencode(kept))) if len(kept) < len(given) else address
