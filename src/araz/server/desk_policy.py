"""What the pages of the desk may do in a browser, and what browsers may keep of them: nothing.

The policy stands in the settings. Here are the few pages that need more, by the names of their addresses. The list is
short because it was measured: the crawl of all pages of the desk (tests/crawl) fails when one is missing.
"""

from typing import Any, Final

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from araz.server import headers

INLINE: Final = ["'unsafe-inline'"]
# Draftail, which rich text is written with, puts two <style> elements into the page, and reads the style of what is
# pasted: Google Docs says with it what is bold and what is not.
WITH_RICH_TEXT: Final = frozenset(
    {"wagtailadmin_pages:add", "wagtailadmin_pages:edit", "wagtailadmin_pages:revisions_revert"}
)
# Shown in a frame beside the editor; also when Wagtail answers that there is nothing to show.
PREVIEWS: Final = ("preview_on_add", "preview_on_edit")


class DeskPolicy(CSPMiddleware):
    """Sends the policy and what else is the same on every page."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        # A seized machine shows no draft, and “back” no page after signing out.
        response["Cache-Control"] = "no-store"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = headers.PERMISSIONS
        answer: HttpResponseBase = super().process_response(request, response)
        return answer

    def get_policy_parts(self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False) -> Any:
        return PolicyParts(replace=_wanted(_name(request)))


def _wanted(name: str) -> dict[str, list[str]]:
    more: dict[str, list[str]] = {}
    if name in WITH_RICH_TEXT:
        more["style-src-elem"] = ["'self'", *INLINE]
        more["style-src-attr"] = INLINE
    if name.rpartition(":")[2] in PREVIEWS:
        more["frame-ancestors"] = ["'self'"]
    return more


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""
