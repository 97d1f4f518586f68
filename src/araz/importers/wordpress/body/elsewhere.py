"""What lies elsewhere: films, sounds, maps and posts that a page loads. Readers get a link with the place's name."""

import re
from typing import Final
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

_PLACES: Final = {
    "youtube.com": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "aparat.com": "Aparat",
    "dailymotion.com": "Dailymotion",
    "dai.ly": "Dailymotion",
    "wordpress.tv": "WordPress.tv",
    "videopress.com": "VideoPress",
    "ted.com": "TED",
    "tiktok.com": "TikTok",
    "facebook.com": "Facebook",
    "fb.watch": "Facebook",
    "instagram.com": "Instagram",
    "twitter.com": "X",
    "x.com": "X",
    "t.me": "Telegram",
    "soundcloud.com": "SoundCloud",
    "spotify.com": "Spotify",
    "mixcloud.com": "Mixcloud",
    "castbox.fm": "Castbox",
    "archive.org": "Internet Archive",
    "flickr.com": "Flickr",
    "reddit.com": "Reddit",
    "scribd.com": "Scribd",
    "slideshare.net": "SlideShare",
    "issuu.com": "Issuu",
    "openstreetmap.org": "OpenStreetMap",
    "maps.google.com": "Google Maps",
    "docs.google.com": "Google Docs",
    "drive.google.com": "Google Drive",
    "ok.ru": "OK",
    "vk.com": "VK",
    "rutube.ru": "Rutube",
}
_WATCHED: Final = (  # addresses that are made for frames, and those that are made for people
    (re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v)/([\w-]{6,20})"), "https://www.youtube.com/watch?v={}"),
    (re.compile(r"https?://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (re.compile(r"https?://(?:www\.)?dailymotion\.com/embed/video/(\w+)"), "https://www.dailymotion.com/video/{}"),
    (re.compile(r"https?://(?:www\.)?aparat\.com/video/video/embed/videohash/(\w+)"), "https://www.aparat.com/v/{}"),
    (re.compile(r"https?://(?:www\.)?aparat\.com/embed/(\w+)"), "https://www.aparat.com/v/{}"),
    (re.compile(r"https?://open\.spotify\.com/embed/([\w/]+)"), "https://open.spotify.com/{}"),
    (re.compile(r"https?://(t\.me/\w+/\d+)\?embed"), "https://{}"),
)  # fmt: skip
_NAMED_INSIDE: Final = ("href", "url", "u")  # frames of Facebook and SoundCloud name the page that they show
_MAP: Final = re.compile(r"^https?://(?:www\.)?google\.[a-z.]{2,6}/maps")
_WATCHERS: Final = re.compile(
    r"//(?:pixel\.|[\w.-]*\.?(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|googlesyndication\.com"
    r"|adservice\.google\.\w+|statcounter\.com|histats\.com|webgozar\.com|quantserve\.com|scorecardresearch\.com"
    r"|hit\.gemius\.pl|counter\.yadro\.ru|mc\.yandex\.ru|feedburner\.com/~[rf]|feedsportal\.com))"
    r"|facebook\.com/tr\b|pixel\.wp\.com|stats\.wordpress\.com|/b\.gif\?",
    re.IGNORECASE,
)


def place_of(address: str) -> str:
    """Return whom a reader visits there: the place's own name, or its host."""
    if _MAP.match(address):
        return "Google Maps"
    host = (_parts(address).hostname or "").removeprefix("www.")
    parts = host.split(".")
    for start in range(len(parts) - 1):
        if name := _PLACES.get(".".join(parts[start:])):
            return name
    return host


def is_known_place(address: str) -> bool:
    return place_of(address) in _PLACE_NAMES


def is_watcher(address: str) -> bool:
    """Whether the address is of something that only counts or follows readers."""
    return bool(_WATCHERS.search(address))


def page_of(address: str) -> str:
    """Return the address for people of what a frame shows, where it is known."""
    for pattern, page in _WATCHED:
        if found := pattern.match(address):
            return page.format(found[1])
    if "/plugins/" in address or "w.soundcloud.com/player" in address:
        asked = parse_qs(_parts(address).query)
        for name in _NAMED_INSIDE:
            if inside := asked.get(name, [""])[0]:
                return inside
    return address


def file_name(address: str) -> str:
    """Return the last part of an address, for people: `speech.mp3`."""
    return unquote(_parts(address).path.rstrip("/").rsplit("/", 1)[-1])


def _parts(address: str) -> SplitResult:
    """Return the parts of an address; nothing of one that is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


_PLACE_NAMES: Final = frozenset([*_PLACES.values(), "Google Maps"])
