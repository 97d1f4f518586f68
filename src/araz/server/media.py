"""Pictures as the desk shows them, for those who are signed in."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.utils._os import safe_join

from araz.server.headers import FILE_POLICY
from araz.server.kinds import kind_of


@login_required
def show_media(_request: HttpRequest, path: str) -> HttpResponse:
    """Send a file of the desk's media folder."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
        content = file.read_bytes()  # a picture: a few megabytes at most
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    response = HttpResponse(content, content_type=kind_of(path).type)
    response["Content-Security-Policy"] = FILE_POLICY
    return response
