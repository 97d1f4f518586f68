"""What a search begins with: which segments a language has, and what the script says."""

import msgspec

from araz.language import language
from araz.presses.search.archive import Archive
from araz.presses.search.parting import STORIES_OF_A_BLOCK
from araz.typesetting.words import wordings, words


def index_of(archive: Archive, code: str) -> bytes:
    """Return the call that tells the script of all segments, newest first: name, stories and shards of each."""
    row, w = language(code), words(code)
    told = {
        "language": code,
        "rtl": row.is_rtl,
        "digits": row.digits,
        "quotes": row.quotes,
        "words": {
            "found": w["search_found"],
            "results": wordings("search_results", code),
            "nothing": w["search_nothing"],
            "near": w["search_near"],
            "failed": w["search_failed"],
        },
        "block": STORIES_OF_A_BLOCK,
        "years": archive.years(code),
        "segments": [
            (segment.name, stories, archive.parting.shards(stories)) for segment, stories in archive.segments(code)
        ],
    }
    return b"arazIndex(" + msgspec.json.encode(told) + b")\n"
