"""What readers are told when they get no page: what happened and what to do, in the paper's own languages.

All is read when the listener starts, so that it can be said when nothing can be read any more, neither the edition nor
a file. A page of this kind has its style inside, runs nothing and asks for nothing.
"""

from collections.abc import Sequence
from enum import Enum
from importlib.resources import files
from typing import Final

from minijinja import Environment, safe

from araz.language import LANGUAGES
from araz.server import headers
from araz.server.answers import HTML, Answer, Request, sentence
from araz.server.headers import Headers
from araz.typesetting import face
from araz.typesetting.html import attributes
from araz.typesetting.words import words

_RLM: Final = "\u200f"
# For whoever runs the server. It names no paper: whoever tries names on a machine must not learn whose it is.
_FOR_OPERATORS: Final = "If this server is yours, add the name to reader_hosts in its settings and start it anew."


class Regret(Enum):
    """Why there is no page; the value is the status."""

    NO_HOST = 400
    NOT_FOUND = 404  # while the paper has no page of its own for this
    READ_ONLY = 405
    NO_SUCH_PART = 416
    FOREIGN_HOST = 421
    FAULT = 500


class Regrets:
    """Says them, as a page to browsers and as a few lines to everything else. Raises FileNotFoundError when made."""

    def __init__(self) -> None:
        folder = files("araz.server") / "templates"
        page = folder.joinpath("regret.html").read_text(encoding="utf-8")
        self._page = Environment(templates={"regret.html": page}, undefined_behavior="strict", trim_blocks=True)
        sheets = [face.sheet(name) for name in ("colours", "scripts", "ground")]
        own = folder.joinpath("regret.css").read_text(encoding="utf-8")
        self._style = face.set_solid("\n".join([*sheets, own])).decode()
        self._said = {code: _said(code) for code in LANGUAGES}

    def answer(self, regret: Regret, request: Request, languages: Sequence[str], more: Headers, fronts: bool) -> Answer:
        """Return the answer in these languages, in their order; `fronts`: whether to lead to their front pages."""
        if "text/html" not in request.wanted:
            return sentence(regret.value, self._lines(regret, languages), more)
        body = self._html(regret, languages, fronts).encode()
        about = [("content-type", HTML), ("content-length", str(len(body))), ("cache-control", "no-store")]
        policy = ("content-security-policy", headers.SELF_CONTAINED_POLICY)
        permissions = ("permissions-policy", headers.PERMISSIONS)
        return Answer(status=regret.value, headers=[*about, policy, permissions, *more], body=body)

    def _lines(self, regret: Regret, languages: Sequence[str]) -> str:
        """One line for each language. Plain text runs from left to right: a mark at the end keeps the full stop in its place."""
        said = [
            " ".join(self._said[code][regret]).rstrip() + (_RLM if LANGUAGES[code].is_rtl else "") for code in languages
        ]
        return "\n".join([*said, _note(regret)]).rstrip("\n")

    def _html(self, regret: Regret, languages: Sequence[str], fronts: bool) -> str:
        sections = [
            {
                "attributes": safe(attributes(code)),
                "happened": self._said[code][regret][0],
                "remedy": self._said[code][regret][1],
                "front": safe(f"/{code}/index.html") if fronts else "",  # else its slashes would be escaped
                "w": words(code),
            }
            for code in languages
        ]
        return self._page.render_template("regret.html", sections=sections, style=safe(self._style), note=_note(regret))


def _note(regret: Regret) -> str:
    return _FOR_OPERATORS if regret is Regret.FOREIGN_HOST else ""


def _said(code: str) -> dict[Regret, tuple[str, str]]:
    w = words(code)
    return {
        Regret.NO_HOST: (w["no_host"], w["no_host_remedy"]),
        Regret.NOT_FOUND: (w["not_found"], ""),
        Regret.READ_ONLY: (w["read_only"], w["read_only_remedy"]),
        Regret.NO_SUCH_PART: (w["no_such_part"], w["no_such_part_remedy"]),
        Regret.FOREIGN_HOST: (w["foreign_host"], w["foreign_host_remedy"]),
        Regret.FAULT: (w["fault"], w["fault_remedy"]),
    }
