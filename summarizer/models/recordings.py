"""Recorded calls as files: what was asked and what was answered, and nothing of how the server was reached.

No key, no header, no port of this machine: two recordings of the same answer to the same request are the same bytes,
wherever they were made. A call that the model itself spoilt (cut, refused, no JSON) is recorded as that, with the
reason and without the words; a call that the network or the server spoilt is not, as the next one may well succeed.

Each holds the hash of all that it says. That is no seal, anybody can hash again; but an answer that was mended by hand
or by a merge is not taken for the model's.
"""

import hashlib
import ipaddress
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from summarizer.errors import StoreError, Unusable, UsageError
from summarizer.models.protocol import Reply, Request

FORMAT = "summarizer.recording/1"
OWN = ("localhost", ".localhost", ".local", ".lan", ".internal", ".home.arpa")  # names that mean nothing elsewhere

Recording = dict[str, Any]


def recording(
    request: Request, answer: Reply | Unusable, *, model: str, endpoint: str | None, repeat: int
) -> Recording:
    """What a file holds of one call that `model` at `endpoint` answered, for the `repeat`th time."""
    made: Recording = {
        "format": FORMAT,
        "key": request.key(model, repeat),
        "model": model,
        "endpoint": endpoint,
        "repeat": repeat,
        "request": asdict(request),
    }
    if isinstance(answer, Reply):
        made["reply"] = asdict(replace(answer, cached=False))
    else:
        made["failure"] = {"where": answer.where, "reason": answer.reason, "remedy": answer.remedy}
    return made | {"sha256": _sha256(made)}


def answer_of(found: Recording) -> Reply:
    """The recorded reply. Raises the recorded failure."""
    if "failure" in found:
        failure = Unusable(**found["failure"])
        failure.replayed = True
        raise failure
    return Reply(**found["reply"] | {"cached": True})


def read(path: Path) -> Recording:
    """The recording in `path`, which has its key for a name. Raises UsageError."""
    try:
        found: Recording = json.loads(path.read_bytes(), object_pairs_hook=_distinct)
        key = Request(**found["request"]).key(found["model"], found["repeat"])
        sound = found["format"] == FORMAT and found["key"] == key == path.stem and found["sha256"] == _sha256(found)
        sound = sound and ("failure" in found) != ("reply" in found) and _is_answer(found)
        neutral(found["endpoint"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        sound = False
    if not sound:
        raise UsageError(str(path), "is not a whole recording, or was changed", "delete it and record it again")
    return found


def _distinct(pairs: list[tuple[str, Any]]) -> Recording:
    """Raises ValueError for a field that stands twice: a person would read the first, and Python the last."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a field stands twice")
    return fields


def _sha256(found: Recording) -> str:
    """Of everything but the hash itself; in whatever order, since that of a schema is part of the key."""
    hashed = {name: value for name, value in found.items() if name != "sha256"}
    return hashlib.sha256(json.dumps(hashed, separators=(",", ":"), sort_keys=True).encode("ascii")).hexdigest()


def _is_answer(found: Recording) -> bool:
    """Raises what a wrong type makes it raise."""
    if "failure" in found:
        return set(found["failure"]) == {"where", "reason", "remedy"}
    return isinstance(Reply(**found["reply"]).content, dict)


def write(folder: Path, made: Recording, secrets: Mapping[str, str]) -> Path:
    """Puts the recording under its key into `folder`. Raises StoreError, naming it, where one of `secrets` is in it."""
    path = folder / f"{made['key']}.json"
    text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    plain = json.dumps(made)
    for name, value in secrets.items():
        # As it is written, and as JSON would escape it; a nested copy in an answer is escaped once more.
        if value in text or json.dumps(value)[1:-1] in plain:
            remedy = f"nothing was written; take it out of what is sent or answered, and change {name}"
            raise StoreError(str(folder), f"a recording would hold the value of {name}", remedy)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, text)
    except OSError as error:
        reason = error.strerror or "cannot be written"
        raise StoreError(str(folder), reason, "name a folder that can be written") from None
    return path


def _write(path: Path, text: str) -> None:
    """All or nothing: the file appears whole under its name or not at all."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))  # as `json.loads` reads it
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)  # mkstemp's own mode shuts out whoever shares the recordings
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def neutral(endpoint: str | None) -> str | None:
    """`endpoint` as a recording gives it: a public one as it is, one of this machine or its network as localhost.

    Raises ValueError for what is no address.
    """
    if endpoint is None:
        return None
    parts = urlsplit(endpoint)
    host = (parts.hostname or "").casefold()
    try:
        public = ipaddress.ip_address(host).is_global
    except ValueError:
        public = "." in host and not host.endswith(OWN)
    return endpoint if public else f"{parts.scheme}://localhost{parts.path}"
