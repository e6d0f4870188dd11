"""Making a run, brief by brief. Each is on disk before the next is begun, so that a run can be taken up where it ended.

Only what an engine itself did is kept as a brief. A case of which a call was lost to the network, or has no recording,
is an error and no measurement. What was made before from the same things, by the same code, is not made again.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from summarizer import pipeline
from summarizer.errors import ModelError, ModelUnavailable, NothingToSay, SourceError, StoreError, UsageError
from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs import reading, writing
from summarizer.evals.runs.nouns import FORMAT, Cost, Run, file_name
from summarizer.evals.runs.wire import RunWire
from summarizer.measuring import identity
from summarizer.measuring.engines import Engines, Session
from summarizer.progress import Progress, silent
from summarizer.records import Brief
from summarizer.settings import Settings

T = TypeVar("T")


def make_run(
    cases: Sequence[Case],
    settings: Settings,
    folder: Path,
    *,
    replay: Path | None = None,
    record: Path | None = None,
    repeats: int = 1,
    label: str = "",
    fresh: bool = False,
    progress: Progress = silent,
) -> Run:
    """A brief of each of `cases`, `repeats` times, in `folder`; the length is the case's, and there is no question.

    `replay` is a folder of recordings to answer from, `record` one to keep answers in; what it has is not asked again.
    `fresh` makes, and records, everything again. Raises UsageError where settings or folders cannot be used, StoreError
    where something cannot be written. What goes wrong with one case is an error of its entry.
    """
    engines = Engines(settings, replay, record, fresh)
    maker = identity.made_by(engines.settings, engines.answers, engines.endpoint)
    about = RunWire(format=FORMAT, label=label, made_by=maker, repeats=repeats)
    making = _Making(engines, folder, _taken_up(folder, about, cases, fresh))
    rounds = [(case, repeat) for case in cases for repeat in range(repeats)]
    for done, (case, repeat) in enumerate(rounds):
        progress(case.id, done, len(rounds))
        making.make(case, repeat, lambda stage, n, of, said="", at=case.id: progress(f"{at}: {stage}", n, of, said))
    return replace(reading.read(folder, cases), faults=making.faults(cases))


def _taken_up(folder: Path, about: RunWire, cases: Sequence[Case], fresh: bool) -> RunWire:
    """`about` with what `folder` holds of a run that was made the same way.

    Raises UsageError where it also holds briefs of other cases, made otherwise: they would pass for this run's.
    """
    before = reading.manifest(folder)
    if before is None:
        return about
    asked = {case.id for case in cases}
    differing = [name for name in about.made_by if about.made_by[name] != before.made_by.get(name)]
    differing += ["repeats"] if about.repeats != before.repeats else []
    others = sorted({*before.keys, *before.errors} - asked)
    if others and differing:
        reason = f"has briefs of {', '.join(others[:3])} that differ in {', '.join(differing)}"
        raise UsageError(str(folder), reason, "name another folder with --out, or run all cases")
    dropped = asked if fresh or differing else set()
    kept = {
        name: {case: of for case, of in getattr(before, name).items() if case not in dropped}
        for name in ("errors", "keys", "costs", "faults")
    }
    return about.model_copy(update=kept | {"label": about.label or before.label})


class _Making:
    """What has been made so far, kept in the folder's run.json after each brief."""

    def __init__(self, engines: Engines, folder: Path, about: RunWire) -> None:
        self._engines = engines
        self._folder = folder
        self._about = about
        self._hopeless: ModelUnavailable | None = None

    def make(self, case: Case, repeat: int, progress: Progress) -> None:
        """Makes one brief, or keeps why there is none."""
        key = identity.key(self._about.made_by, case, repeat)
        if self._is_there(case, repeat, key):
            return
        if repeat == 0:
            self._about.faults.pop(case.id, None)
        brief, error, cost = self._try(case, repeat, progress)
        if brief is None:
            (self._folder / file_name(case.id, repeat)).unlink(missing_ok=True)
        else:
            writing.write_brief(self._folder, case.id, repeat, brief)
        _set(self._about.errors, case, repeat, error if brief is None else None)
        _set(self._about.keys, case, repeat, key if brief else None)
        _set(self._about.costs, case, repeat, cost)
        writing.write_manifest(self._folder, self._about)

    def faults(self, cases: Sequence[Case]) -> tuple[str, ...]:
        """Of these cases only: what the folder holds of others was not asked for now."""
        return tuple(fault for case in cases for fault in self._about.faults.get(case.id, ()))

    def _is_there(self, case: Case, repeat: int, key: str) -> bool:
        """Whether this very brief was made before. A tape has to be run through all the same, to see what it holds."""
        if self._engines.answers in ("recorded", "replayed"):
            return False
        made = self._about.keys.get(case.id, {}).get(str(repeat))
        return made == key and (self._folder / file_name(case.id, repeat)).is_file()

    def _try(self, case: Case, repeat: int, progress: Progress) -> tuple[Brief | None, str, Cost]:
        """The brief or the reason why there is none, and what it took."""
        if self._hopeless:
            return None, f"not tried: {self._hopeless}", Cost()
        try:
            session = self._engines.open(case, repeat)
        except UsageError as no_recordings:
            return None, str(no_recordings), Cost()
        try:
            brief = self._brief(case, session, progress)
        except ModelUnavailable as error:
            if self._engines.answers != "replayed":  # there, it is one case that misses a recording
                self._hopeless = error
            return None, str(error), session.cost
        except (NothingToSay, SourceError) as error:
            return None, str(error), session.cost
        if session.lost:
            return None, _lost(session.lost), session.cost
        self._tidy(case, session)
        return brief, "", session.cost

    def _brief(self, case: Case, session: Session, progress: Progress) -> Brief:
        settings = replace(self._engines.settings, words=case.words, question=None)
        sources = [case.folder / source.file for source in case.sources]
        return pipeline.summarize(sources, settings, model=session.writer, judge=session.judge, progress=progress)

    def _tidy(self, case: Case, session: Session) -> None:
        """Recordings that nothing asks for: a replay names them, a recording that went well leaves none behind."""
        unasked = session.unasked()
        if self._engines.answers == "replayed":
            lines = [
                f"{path}: nothing asks for this recording; delete it, or record the case again" for path in unasked
            ]
            if lines:
                self._about.faults.setdefault(case.id, []).extend(lines)
            return
        for path in unasked:
            try:
                path.unlink()
            except OSError as error:
                raise StoreError(str(path), error.strerror or "cannot be deleted", "delete it by hand") from None


def _lost(failures: Sequence[ModelError]) -> str:
    calls = "a call" if len(failures) == 1 else f"{len(failures)} calls"
    return f"{calls} got no answer: {failures[0]}"


def _set(table: dict[str, dict[str, T]], case: Case, repeat: int, value: T | None) -> None:
    """Keeps `value` for this case and repeat, or nothing where there is none."""
    row = table.setdefault(case.id, {})
    row.pop(str(repeat), None)
    if value is not None:
        row[str(repeat)] = value
    if not row:
        del table[case.id]
