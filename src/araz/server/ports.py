"""Looks whether a port is free before Granian takes it, which would share it with another program without a word."""

import errno
import socket


class PortTaken(Exception):
    """The port can't be had; the message says what to do."""


def look_at_port(address: str, port: int, option: str) -> None:
    """Raises PortTaken when the port is taken or not for us; `option` is what would choose another one."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
            probe.listen(1)
        except OSError as error:
            raise PortTaken(_sentence(error, address, port, option)) from error


def _sentence(error: OSError, address: str, port: int, option: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program. End it, or choose another port: {option} {port + 10}."
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved for the system. Choose one above 1023: {option} 8080."
    return f"Can't listen on {address}, port {port}: {error.strerror}. Choose an address of this machine with --listen."
