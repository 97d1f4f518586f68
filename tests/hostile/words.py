"""The words: a short list of our own, and long ones where they lie beside the project."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

REAL: Final = Path(__file__).parents[3] / "shared/data/strings"

# Each does its deed in another place: in text, in an attribute, in a script, in a style, in an address, in a feed.
OURS: Final = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '"><svg onload=alert(3)>',
    "'-alert(4)-'",
    "javascript:alert(5)",
    "</title><script>alert(6)</script>",
    "</textarea></script><script>alert(7)</script>",
    "]]><script>alert(8)</script>",
    "{{ 7*7 }}{% debug %}${7*7}<%= 7*7 %>",
    '<a href="jav&#x09;ascript:alert(9)">kömək</a>',
    "<style>@import 'https://elsewhere.example/a.css'</style>",
    '<iframe srcdoc="<script>parent.alert(10)</script>"></iframe>',
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(11)>",
    "&lt;script&gt;alert(12)&lt;/script&gt; &amp;amp; &#0; &#x110000;",
    "<!--><img src=x onerror=alert(13)>-->",
    "=cmd|' /C calc'!A0 + @SUM(1)",
    "../../../../etc/passwd%00.png",
    "' OR 1=1; DROP TABLE desk_storypage; --",
    "\u202egnp.exe\u202c \u2066left\u2069 \u200bzero\u200b",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤ ̖t̝͕̳̣̻̪͞h̼͓̲̦̳̘̲e͇̣̰̦̬͎",
    "ﷺ﷽ 👩‍👩‍👧‍👦 表ポあA鷗ŒéＢ逍Üßªąñ丂㐀𠀀",
    "1e309 NaN null undefined None true",
    "view-source:x data:text/html,<script>alert(14)</script>",
    "[^1] [link](javascript:alert(15)) `<b>` **x**",
)


def long_lists() -> Iterator[str]:
    """The strings that lie beside the project, if they do; none of them empty."""
    if REAL.is_dir():
        for words in json.loads((REAL / "blns.json").read_text(encoding="utf-8")):
            if words.strip():
                yield words
        for line in (REAL / "payloadbox-xss-payload-list.txt").read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield line
