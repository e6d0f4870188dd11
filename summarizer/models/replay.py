"""Recorded answers: one JSON file a request, written while a real model answers and read back without any socket.

A recording holds what was asked and what was answered, and nothing of how the server was reached: no key, no header.
Only whole answers are recorded; a call that failed is asked again next time. A request that has no recording is never
sent anywhere: the replay stops and says which recording is nearest and where it differs.
"""

import json
import os
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from summarizer.errors import ModelUnavailable, StoreError, UsageError
from summarizer.models.protocol import Closable, Model, Reply, Request

_FORMAT = "summarizer.recording/1"


class RecordingModel:
    """Asks `inner` and keeps each answer as `folder`/`<key>.json`. Raises StoreError where it cannot be written."""

    def __init__(self, inner: Model, folder: Path) -> None:
        self.name = inner.name
        self.endpoint = inner.endpoint
        self._inner = inner
        self._folder = folder

    async def answer(self, request: Request) -> Reply:
        reply = await self._inner.answer(request)
        key = request.key(self.name)
        recording = {
            "format": _FORMAT,
            "key": key,
            "model": self.name,
            "endpoint": self.endpoint,
            "request": asdict(request),
            "reply": asdict(replace(reply, cached=False)),
        }
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(self._folder / f"{key}.json", recording)
        except OSError as error:
            reason = error.strerror or "cannot be written"
            raise StoreError(str(self._folder), reason, "name a folder that can be written") from None
        return reply

    async def aclose(self) -> None:
        if isinstance(self._inner, Closable):
            await self._inner.aclose()


class ReplayModel:
    """Answers from the recordings in `folder`, as the model `name`, which may be left out where there is only one.

    Raises UsageError where the folder has no recording of that model, or one that is damaged.
    """

    def __init__(self, folder: Path, name: str | None = None) -> None:
        self._folder = folder
        recordings = [_read(path) for path in sorted(folder.glob("*.json"))]
        names = sorted({str(r["model"]) for r in recordings})
        if not names or (name is not None and name not in names):
            raise UsageError(str(folder), f"has no recording of {name or 'any model'}", "record one first")
        if name is None and len(names) > 1:
            raise UsageError(str(folder), f"has recordings of {', '.join(names)}", "name one of them")
        self.name = name or names[0]
        self._recordings = {str(r["key"]): r for r in recordings if r["model"] == self.name}
        self.endpoint: str | None = next(iter(self._recordings.values()))["endpoint"]

    async def answer(self, request: Request) -> Reply:
        recording = self._recordings.get(request.key(self.name))
        if recording is None:
            remedy = "record it with the model, or restore what was changed"
            raise ModelUnavailable(f"recordings in {self._folder}", self._miss(request), remedy)
        return Reply(**recording["reply"] | {"cached": True})

    def _miss(self, request: Request) -> str:
        """Why there is no answer: the prompt, the nearest recording, and the fields in which it differs."""
        asked = asdict(request)
        differences = [(_differing(asked, r["request"]), key) for key, r in self._recordings.items()]
        differing, key = min(differences, key=lambda found: ("prompt" in found[0], len(found[0]), found[1]))
        where = ", ".join(_place(name, asked[name], self._recordings[key]["request"].get(name)) for name in differing)
        return f"no answer to this {request.prompt!r} request; the nearest, {key[:12]}, differs in {where}"


def _differing(asked: dict[str, Any], recorded: dict[str, Any]) -> list[str]:
    # By their JSON, as the key is: the order of a schema's properties is part of it.
    return [name for name in asked if json.dumps(asked[name]) != json.dumps(recorded.get(name))]


def _place(name: str, asked: object, recorded: object) -> str:
    """The field's name, and for a text of several lines the first line that differs."""
    if not (isinstance(asked, str) and isinstance(recorded, str) and "\n" in asked):
        return name
    ours, theirs = asked.split("\n"), recorded.split("\n")
    same = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    return f"{name} (line {same + 1})"


def _read(path: Path) -> dict[str, Any]:
    try:
        recording: dict[str, Any] = json.loads(path.read_bytes())
        request, reply = Request(**recording["request"]), Reply(**recording["reply"])
        sound = recording["format"] == _FORMAT and recording["key"] == request.key(recording["model"])
        sound = sound and isinstance(reply.content, dict) and set(recording) >= {"endpoint"}
    except (OSError, ValueError, TypeError, KeyError):
        sound = False
    if not sound:
        raise UsageError(str(path), "is not a whole recording, or was changed", "delete it and record it again")
    return recording


def _write(path: Path, recording: dict[str, Any]) -> None:
    """All or nothing: the file appears whole under its name or not at all."""
    text = json.dumps(recording, indent=1, ensure_ascii=False) + "\n"
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))  # as `json.loads` reads it
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
