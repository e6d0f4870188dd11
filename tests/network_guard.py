"""No test leaves this machine: whatever tries to is stopped at the socket, before a packet or a name is sent."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_OPEN = socket.socket.connect, socket.socket.connect_ex, socket.socket.sendto, socket.getaddrinfo


class NetworkTouched(BaseException):
    """A test tried to leave this machine. No library's `except Exception` can swallow it."""


def _allow(host: object) -> None:
    """Raises NetworkTouched unless `host` is this machine (or None, which binds or means it)."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return
    try:
        local = ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        local = False
    if not local:
        raise NetworkTouched(f"a test tried to reach {name!r}")


def _guard(sock: socket.socket, address: Any) -> None:
    if sock.family in (socket.AF_INET, socket.AF_INET6):
        _allow(address[0])


def _connect(sock: socket.socket, address: Any) -> None:
    _guard(sock, address)
    _OPEN[0](sock, address)


def _connect_ex(sock: socket.socket, address: Any) -> int:
    _guard(sock, address)
    return _OPEN[1](sock, address)


def _sendto(sock: socket.socket, data: Any, *rest: Any) -> int:
    _guard(sock, rest[-1])
    return _OPEN[2](sock, data, *rest)


def _getaddrinfo(host: Any, *rest: Any, **named: Any) -> Any:
    _allow(host)
    return _OPEN[3](host, *rest, **named)


@contextmanager
def guarded() -> Iterator[None]:
    """Within it sockets reach loopback addresses and files only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _connect)
        patch.setattr(socket.socket, "connect_ex", _connect_ex)
        patch.setattr(socket.socket, "sendto", _sendto)
        patch.setattr(socket, "getaddrinfo", _getaddrinfo)
        yield
