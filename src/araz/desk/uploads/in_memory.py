"""Where a file is while it is being uploaded: in memory, never in a folder, where it could be read as it came."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler

from araz.desk.acceptance.workshop import LARGEST_UPLOAD_BYTES


class InMemory(MemoryFileUploadHandler):
    """Django's own handler, which here never leaves a file to the one that writes to the disk."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        super().handle_raw_input(*args, **kwargs)
        self.activated = True
        self._heard = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._heard += len(raw_data)  # of all files of the form
        if self._heard > LARGEST_UPLOAD_BYTES:
            raise RequestDataTooBig("That is too large: send at most 32 MB at once.")
        super().receive_data_chunk(raw_data, start)
