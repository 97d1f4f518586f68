"""The browser of the tests: the system's Chromium, kept from talking to anybody."""

from dataclasses import dataclass
from shutil import which


@dataclass(frozen=True, slots=True)
class Chromium:
    path: str
    arguments: tuple[str, ...]


CHROMIUM = Chromium(
    which("chromium") or which("chromium-browser") or which("google-chrome") or "chromium",
    (
        "--no-sandbox",  # the tests may run as root
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ),
)
