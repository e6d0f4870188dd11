"""The guard that every other test relies on: nothing leaves this machine."""

import os
import socket
from collections.abc import Callable

import pytest
from network_guard import NetworkTouched

FAR = ("192.0.2.1", 80)  # an address kept for documentation
WAYS: list[tuple[str, Callable[[socket.socket], object]]] = [
    ("connect", lambda s: s.connect(FAR)),
    ("connect_ex", lambda s: s.connect_ex(FAR)),
    ("sendto", lambda s: s.sendto(b"", FAR)),
    ("sendto with flags", lambda s: s.sendto(b"", 0, FAR)),
    ("create_connection", lambda _: socket.create_connection(FAR)),
    ("a name", lambda _: socket.getaddrinfo("openaipublic.blob.core.windows.net", 443)),
    ("a name of bytes", lambda _: socket.getaddrinfo(b"example.org", 443)),
]


@pytest.mark.parametrize("way", [way for _, way in WAYS], ids=[name for name, _ in WAYS])
def test_nothing_leaves_this_machine(way: Callable[[socket.socket], object]) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(NetworkTouched):
        way(sock)


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()


def test_no_key_is_seen() -> None:
    assert not [name for name in os.environ if name.startswith(("OPENAI_", "SUMMARIZER_"))]
