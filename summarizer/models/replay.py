"""Recorded answers: one JSON file a request, written while a real model answers and read back without any socket.

A request that has no recording is never sent anywhere: the replay stops and says which recording is nearest and where
it differs. A recording that nothing asks for is named too, so that none outlives the request that it was made for.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from summarizer.errors import ModelUnavailable, Unusable, UsageError
from summarizer.models import recordings, secrets
from summarizer.models.protocol import Closable, Model, Reply, Request


class RecordingModel:
    """Asks `inner` and keeps each answer as `folder`/`<key>.json`; what was recorded before is not asked again.

    `repeat` is which time (from 0) this is that everything is asked. `afresh` asks all the same. `addresses` are those
    by which `inner` is reached, by the option that gave them: their passwords may not be recorded, and neither may the
    keys in the environment. Raises StoreError where one of these would be, or a file cannot be written.
    """

    def __init__(
        self,
        inner: Model,
        folder: Path,
        repeat: int = 0,
        *,
        afresh: bool = False,
        addresses: Mapping[str, str] | None = None,
    ) -> None:
        self.name = inner.name
        self.endpoint = recordings.neutral(inner.endpoint)
        self.asked: set[str] = set()  # keys
        self._inner = inner
        self._folder = folder
        self._repeat = repeat
        self._afresh = afresh
        self._secrets = secrets.known(os.environ, addresses)

    async def answer(self, request: Request) -> Reply:
        key = request.key(self.name, self._repeat)
        self.asked.add(key)
        before = self._folder / f"{key}.json"
        if not self._afresh and before.is_file():
            return recordings.answer_of(recordings.read(before))
        answer: Reply | Unusable
        try:
            answer = await self._inner.answer(request)
        except Unusable as failure:
            answer = failure
        made = recordings.recording(request, answer, model=self.name, endpoint=self.endpoint, repeat=self._repeat)
        recordings.write(self._folder, made, self._secrets)
        if isinstance(answer, Unusable):
            raise answer
        return answer

    async def aclose(self) -> None:
        if isinstance(self._inner, Closable):
            await self._inner.aclose()

    def unasked(self) -> tuple[Path, ...]:
        """The recordings of this model and repeat that were not asked for: they answer what nobody asks any more."""
        found = ((path, recordings.read(path)) for path in sorted(self._folder.glob("*.json")))
        own = ((path, r["key"]) for path, r in found if (r["model"], r["repeat"]) == (self.name, self._repeat))
        return tuple(path for path, key in own if key not in self.asked)


class ReplayModel:
    """Answers from the recordings in `folder`, as the model `name`, which may be left out where there is only one.

    `repeat` is which time (from 0) everything is asked. Raises UsageError where a recording is damaged, or the folder
    has none of that model and repeat; `seldom` is for a model that need not have been asked anything.
    """

    def __init__(self, folder: Path, name: str | None = None, repeat: int = 0, *, seldom: bool = False) -> None:
        found = [recordings.read(path) for path in sorted(folder.glob("*.json"))]
        self.name = name if name and seldom else _known(folder, name, sorted({str(r["model"]) for r in found}))
        self.asked: set[str] = set()  # keys
        self._folder = folder
        self._repeat = repeat
        own = [r for r in found if (r["model"], r["repeat"]) == (self.name, repeat)]
        if not own and not seldom:
            raise UsageError(str(folder), f"has no recording of {self.name}, repeat {repeat}", "record it first")
        self._recordings = {str(r["key"]): r for r in own}
        self.endpoint: str | None = recordings.neutral(own[0]["endpoint"]) if own else None

    async def answer(self, request: Request) -> Reply:
        key = request.key(self.name, self._repeat)
        self.asked.add(key)
        recording = self._recordings.get(key)
        if recording is None:
            remedy = "record it with the model, or restore what was changed"
            raise ModelUnavailable(f"recordings in {self._folder}", self._miss(request), remedy)
        return recordings.answer_of(recording)

    def unasked(self) -> tuple[Path, ...]:
        """The recordings that nothing has asked for."""
        return tuple(self._folder / f"{key}.json" for key in self._recordings if key not in self.asked)

    def _miss(self, request: Request) -> str:
        """Why there is no answer: the prompt, the nearest recording, and the fields in which it differs."""
        if not self._recordings:
            return f"no answer to this {request.prompt!r} request, or to any other of {self.name}"
        asked = asdict(request)
        differences = [(_differing(asked, r["request"]), key) for key, r in self._recordings.items()]
        differing, key = min(differences, key=lambda found: ("prompt" in found[0], len(found[0]), found[1]))
        where = ", ".join(_place(name, asked[name], self._recordings[key]["request"].get(name)) for name in differing)
        return f"no answer to this {request.prompt!r} request; the nearest, {key[:12]}, differs in {where}"


def _known(folder: Path, name: str | None, names: list[str]) -> str:
    """The model to replay, of those that are recorded."""
    if not names or (name is not None and name not in names):
        raise UsageError(str(folder), f"has no recording of {name or 'any model'}", "record one first")
    if name is None and len(names) > 1:
        raise UsageError(str(folder), f"has recordings of {', '.join(names)}", "name one of them")
    return name or names[0]


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
