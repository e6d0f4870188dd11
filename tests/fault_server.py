"""An OpenAI-compatible endpoint on loopback that misbehaves on request, over real sockets and to the real client.

server.play(answer('{"a": 1}'))            every call
server.play(error(429), answer("{}"))      the first call, then every other one
"""

import json
import socket
import struct
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Act:
    """One HTTP response, or (`reset`) a connection that breaks, or (`hang`) no response until the server is closed."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    reset: bool = False
    hang: bool = False


RESET = Act(reset=True)
HANG = Act(hang=True)


def raw(body: str, status: int = 200, content_type: str = "application/json") -> Act:
    return Act(status, body.encode(), {"content-type": content_type})


def answer(content: str | None, finish: str | None = "stop", **over: Any) -> Act:
    """A chat completion. `over` replaces its top fields; `refusal` goes into the message."""
    message = {"role": "assistant", "content": content, "refusal": over.pop("refusal", None)}
    completion = {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": "the-one-that-answers",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 11, "completion_tokens": 3, "total_tokens": 14},
    }
    return raw(json.dumps(completion | over))


def error(status: int, message: str = "no", **more: Any) -> Act:
    """An error as OpenAI sends it; the client's pause before it tries again is cut to a millisecond."""
    body = json.dumps({"error": {"message": message, "type": None, "param": None, "code": None} | more})
    return Act(status, body.encode(), {"content-type": "application/json", "retry-after-ms": "1"})


class FaultServer:
    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []  # the JSON bodies received
        self.headers: list[dict[str, str]] = []
        self.closing = threading.Event()
        self._acts = [answer("{}")]
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.owner = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def play(self, *acts: Act) -> None:
        """Answers with these in turn, and with the last of them from then on."""
        self._acts = list(acts)

    def next(self, body: dict[str, Any], headers: dict[str, str]) -> Act:
        with self._lock:
            self.requests.append(body)
            self.headers.append(headers)
            return self._acts.pop(0) if len(self._acts) > 1 else self._acts[0]

    def __enter__(self) -> "FaultServer":
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    owner: FaultServer


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        act = self.server.owner.next(json.loads(body), {k.lower(): v for k, v in self.headers.items()})
        if act.hang:
            self.server.owner.closing.wait(30)
        if act.hang or act.reset:
            # Closing with data unsent and no linger makes the kernel send a reset in place of an orderly end.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            return
        self.send_response(act.status)
        for name, value in act.headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(act.body)))
        self.end_headers()
        self.wfile.write(act.body)

    def log_message(self, *_message: object) -> None:
        """Says nothing: the tests read `requests`."""
