"""Somebody at the desk or a reader, who sends whatever headers and forms they like and keeps the cookies they get."""

import re
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection
from typing import Final
from urllib.parse import urlencode

from tests.server.processes import PATIENCE_S, Reply

_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_BOUNDARY: Final = "parts-of-a-form"


@dataclass
class Hand:
    port: int
    always: dict[str, str] = field(default_factory=dict)  # headers of every request
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Reply:
        return self._send("GET", path, b"", headers)

    def post(self, path: str, form: dict[str, str], *, on: str = "", **files: tuple[str, str, bytes]) -> Reply:
        """Send a form. `on` is the page on which it stands, if it was opened already."""
        found = _TOKEN.search(on or self.get(path).text)
        form = {**form, "csrfmiddlewaretoken": unescape(found[1]) if found else ""}
        if files:
            kind, body = f"multipart/form-data; boundary={_BOUNDARY}", _parts(form, files)
        else:
            kind, body = "application/x-www-form-urlencoded", urlencode(form).encode()
        return self._send("POST", path, body, {"Content-Type": kind, "Origin": f"http://localhost:{self.port}"})

    def raw(self, method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
        return self._send(method, path, body, headers)

    def _send(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Reply:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"Host": f"localhost:{self.port}", **self.always, **headers, **({"Cookie": cookie} if cookie else {})}
        try:
            connection.request(method, path, body=body or None, headers=sent)
            response = connection.getresponse()
            for one in response.headers.get_all("set-cookie") or ():
                name, _, value = one.partition(";")[0].partition("=")
                self.cookies[name] = value
            return Reply(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()


def _parts(form: dict[str, str], files: dict[str, tuple[str, str, bytes]]) -> bytes:
    pieces = [
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in form.items()
    ]
    for name, (file_name, kind, content) in files.items():
        head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n'
        pieces.append(f"{head}Content-Type: {kind}\r\n\r\n".encode() + content + b"\r\n")
    return b"".join(pieces) + f"--{_BOUNDARY}--\r\n".encode()
