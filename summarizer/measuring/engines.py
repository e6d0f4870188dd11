"""The models of a run: asked, recorded or replayed, for one case and repeat at a time, and counted.

    DIR/CASE/KEY.json      recordings: one folder a case, so that those that nothing asks for are found by case

A replay has nothing that could open a connection: no client is made.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

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
    names = {_model(path) for path in recordings.glob("*/*.json")} - {settings.judge_model, None}
    if not names:
        raise UsageError(str(recordings), "holds no recordings", "record some first with --record")
    if len(names) > 1:
        listed = ", ".join(sorted(map(str, names)))
        raise UsageError(str(recordings), f"has recordings of {listed}", "name one of them with --model")
    return replace(settings, model=names.pop())


def orphans(recordings: Path, cases: Sequence[Case]) -> tuple[str, ...]:
    """A line for each folder of recordings that belongs to none of `cases`, which should be all there are."""
    known = {case.id for case in cases}
    folders = sorted(path for path in recordings.iterdir() if path.is_dir())
    return tuple(f"{path}: recordings of no case" for path in folders if path.name not in known)


def _model(path: Path) -> str | None:
    """Of whom this is a recording; None where it is none, which the replay of its case will say."""
    try:
        return str(json.loads(path.read_bytes())["model"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
