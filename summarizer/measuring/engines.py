"""The models of a run: asked, recorded or replayed, for one case and repeat at a time, and counted.

    DIR/CASE/KEY.json      recordings: one folder a case, so that those that nothing asks for are found by case

A replay has nothing that could open a connection: no client is made.
"""

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from summarizer.checking.judging import opening
from summarizer.errors import ModelError, UsageError
from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.nouns import Cost
from summarizer.measuring.identity import Answers
from summarizer.models.metering import Meter
from summarizer.models.protocol import Model
from summarizer.models.replay import RecordingModel, ReplayModel
from summarizer.settings import Settings
from summarizer.writing import writers

Tape = RecordingModel | ReplayModel


class Session(NamedTuple):
    """What one case is made with; None where no such model is asked."""

    writer: Meter | None
    judge: Meter | None
    tapes: tuple[Tape, ...]

    @property
    def cost(self) -> Cost:
        parts = (Cost(live=meter.live, cached=meter.cached) for meter in (self.writer, self.judge) if meter)
        return sum(parts, Cost())

    @property
    def lost(self) -> tuple[ModelError, ...]:
        """Calls that the network or a server spoilt."""
        return tuple(failure for meter in (self.writer, self.judge) if meter for failure in meter.lost)

    def unasked(self) -> tuple[Path, ...]:
        """Recordings of these models and this repeat that nothing has asked for."""
        asked = {key for tape in self.tapes for key in tape.asked}  # a judge may be the writer's own model
        found = {path for tape in self.tapes for path in tape.unasked()}
        return tuple(sorted(path for path in found if path.stem not in asked))


class Engines:
    """What `settings` name, from `replay`, into `record` or live. Raises UsageError where that cannot be used."""

    def __init__(self, settings: Settings, replay: Path | None, record: Path | None, afresh: bool) -> None:
        self.settings = named(settings, replay) if replay else settings
        self._replay = replay
        self._record = record
        self._afresh = afresh
        if (replay or record) and not (self.settings.uses_model or self.settings.judge_model):
            option = "--replay" if replay else "--record"
            raise UsageError(option, "the extractive engine asks no model", "name a --model, or leave this out")
        live = replay is None
        self._writer = writers.connect(self.settings) if live and self.settings.uses_model else None
        self._judge = opening.connect(self.settings) if live and self.settings.judge_model else None

    @property
    def answers(self) -> Answers:
        if not (self.settings.uses_model or self.settings.judge_model):
            return "none"
        return "replayed" if self._replay else "recorded" if self._record else "live"

    @property
    def endpoint(self) -> str | None:
        return self._writer.endpoint if self._writer else None

    def open(self, case: Case, repeat: int) -> Session:
        """The models for one case. Raises UsageError where it has no recordings, or damaged ones."""
        tapes: list[Tape] = []

        def metered(name: str, live: Model | None, seldom: bool) -> Meter:
            if live and not self._record:
                return Meter(live)
            tape = self._recording(live, case, repeat) if live else self._replaying(name, case, repeat, seldom)
            tapes.append(tape)
            return Meter(tape)

        writer, judge = self.settings.model if self.settings.uses_model else None, self.settings.judge_model
        return Session(
            metered(writer, self._writer, False) if writer else None,
            metered(judge, self._judge, True) if judge else None,
            tuple(tapes),
        )

    def _recording(self, live: Model, case: Case, repeat: int) -> RecordingModel:
        given = {"--base-url": self.settings.base_url, "--judge-base-url": self.settings.judge_base_url}
        addresses = {option: address for option, address in given.items() if address}
        folder = (self._record or Path()) / case.id
        return RecordingModel(live, folder, repeat, afresh=self._afresh, addresses=addresses)

    def _replaying(self, name: str, case: Case, repeat: int, seldom: bool) -> ReplayModel:
        return ReplayModel((self._replay or Path()) / case.id, name, repeat, seldom=seldom)


def named(settings: Settings, recordings: Path) -> Settings:
    """`settings` for a replay: the model is the one that was recorded, unless one is named.

    Raises UsageError where there are no recordings, or of more than one model.
    """
    if settings.writer == "extractive" or settings.model:
        return settings
    if not recordings.is_dir():
        raise UsageError(str(recordings), "no such folder of recordings", "record one first with --record")
    told = (_told(path).get("model") for path in recordings.glob("*/*.json"))
    names = {name for name in told if isinstance(name, str)} - {settings.judge_model}
    if not names:
        raise UsageError(str(recordings), "holds no recordings", "record some first with --record")
    if len(names) > 1:
        listed = ", ".join(sorted(names))
        raise UsageError(str(recordings), f"has recordings of {listed}", "name one of them with --model")
    return replace(settings, model=names.pop())


def strays(recordings: Path, cases: Sequence[Case]) -> tuple[str, ...]:
    """A line for each thing in the folder that no replay of `cases`, which should be all there are, would ever read.

    A hidden file that is no `.json` is nobody's recording.
    """
    known = {case.id for case in cases}
    return tuple(line for path in sorted(recordings.iterdir()) for line in _strays(path, known))


def _strays(path: Path, cases: Set[str]) -> Iterator[str]:
    """Of one thing in the folder. Beside the cases' folders a file may stand that says what they are."""
    if not path.is_dir():
        if path.suffix == ".json":
            yield f"{path}: a recording in no case's folder"
        return
    if path.name not in cases:
        yield f"{path}: recordings of no case"
        return
    for inner in sorted(path.iterdir()):
        if inner.is_dir() or (inner.suffix != ".json" and not inner.name.startswith(".")):
            yield f"{inner}: no recording, in a folder of recordings"


def unreplayed(recordings: Path, replayed: Mapping[str, int]) -> tuple[str, ...]:
    """A line for each model, and each repeat of one, that the folder has and nobody replays; `replayed` says how often.

    None where there is no such folder.
    """
    told = [_told(path) for path in sorted(recordings.rglob("*.json"))]
    found = {(str(one.get("model", "an unknown model")), str(one.get("repeat", 0))) for one in told}
    models = sorted({model for model, _ in found if model not in replayed})
    wanted = {(model, str(repeat)) for model, repeats in replayed.items() for repeat in range(repeats)}
    beyond = sorted(one for one in found - wanted if one[0] in replayed)
    lines = [f"{recordings}: recordings of {model}, which no engine of the baseline replays" for model in models]
    return (*lines, *(f"{recordings}: recordings of {m}, repeat {r}, which nobody replays" for m, r in beyond))


def _told(path: Path) -> dict[str, Any]:
    """What a file says of itself, unproven; nothing where it is no recording, which the replay of its case will say."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
