"""What browsers are told with every answer, by readers' pages, the desk and the desk's files alike."""

from typing import Final

Headers = list[tuple[str, str]]

# Nothing here asks for a camera, a place or a purse, and no frame inside a page may either.
PERMISSIONS: Final = ", ".join(
    f"{name}=()"
    for name in (
        *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope"),
        *("magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "usb"),
    )
)
HSTS_S: Final = 2 * 365 * 24 * 3600
# Without “preload”: that list is printed into browsers for ever, and names the desk to everybody.
HSTS: Final = ("strict-transport-security", f"max-age={HSTS_S}")
TYPES_ARE_TOLD: Final = ("x-content-type-options", "nosniff")
KEPT_APART: Final[Headers] = [
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
]
NAMELESS: Final = ("server", "")  # else Granian gives its own name
ALONE: Final = ("x-frame-options", "DENY")  # for browsers that don't know frame-ancestors

# An answer that is no page: a sentence, a style sheet, a picture. Browsers show these with a style of their own.
FILE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
# A page that needs nothing but itself, such as a volume: its style and pictures are inside, and it loads nothing.
SELF_CONTAINED_POLICY: Final = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
# A document to take along: whatever opens it may run nothing and belongs to no site.
DOCUMENT_POLICY: Final = f"sandbox; {FILE_POLICY}"
