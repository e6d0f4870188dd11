"""Who is let in. The link holds a token that works once and becomes a cookie; then the link is worth nothing.

Any page that is open in the same browser can send requests to a loopback address, and a name of a stranger's can be
made to point to it. So the host that is asked for has to be the one of the link, and a page that asks has to be ours.
Cookies do not tell ports apart: ours is bound to a path that nobody else knows.
"""

import secrets
from dataclasses import dataclass, field

COOKIE = "summarizer-review"
HOST = "127.0.0.1"


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(slots=True)
class Door:
    """The door of the server on `port`. Nothing that it holds is ever logged."""

    port: int
    path: str = field(default_factory=lambda: f"/{secrets.token_urlsafe(12)}/")  # where everything but the link is
    _token: str | None = field(default_factory=_secret)
    _cookie: str = field(default_factory=_secret)

    @property
    def host(self) -> str:
        return f"{HOST}:{self.port}"

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    @property
    def link(self) -> str:
        """What is shown to the person; "" once it was used."""
        return f"{self.origin}/?token={self._token}" if self._token else ""

    def stranger(self, host: str | None, origin: str | None, *, page: bool = True) -> bool:
        """Whether a request is not for this host, or comes from another page. A socket (`page` False) must name it."""
        if host != self.host:
            return True
        return origin != self.origin if origin is not None else not page

    def enter(self, token: str | None) -> str | None:
        """The cookie for the right token, once; None for every other and ever after."""
        if self._token is None or token is None or not _same(token, self._token):
            return None
        self._token = None
        return self._cookie

    def knows(self, cookie: str | None) -> bool:
        return self._token is None and cookie is not None and _same(cookie, self._cookie)


def _same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), secret.encode("ascii"))
