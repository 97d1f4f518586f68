"""Where a file is while it is being uploaded: in memory, never in a folder, where it could be read as it came."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler


class InMemory(MemoryFileUploadHandler):
    """Django's own handler, which here never leaves a file to the one that writes to the disk.

    How much may come is the listener's business (`server/bodies.py`), how large a file may be the form's.
    """

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        super().handle_raw_input(*args, **kwargs)
        self.activated = True
