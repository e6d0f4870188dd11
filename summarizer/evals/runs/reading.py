"""A run from its folder. What is wrong with one brief is the error of that entry; the other briefs are still read."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from summarizer.errors import UsageError
from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs import external, naming
from summarizer.evals.runs.naming import KINDS, OWN
from summarizer.evals.runs.nouns import NAME, Cost, Entry, Run, file_name
from summarizer.evals.runs.wire import RunWire
from summarizer.output import json
from summarizer.output.files import read_brief
from summarizer.records import Brief


def read(folder: Path, cases: Sequence[Case]) -> Run:
    """The run in `folder`: an entry for every case of `cases` and every repeat, whether it has a brief or not.

    Raises UsageError where there is no such folder, or its run.json is none.
    """
    if not folder.is_dir():
        raise UsageError(str(folder), "no such folder", "name the folder of a run, as `summarizer eval run` writes it")
    about = manifest(folder)
    repeats = about.repeats if about else naming.repeats(folder, cases)
    entries = (_entry(folder, case, repeat, about) for case in cases for repeat in range(repeats))
    return Run(
        label=(about.label if about else "") or folder.resolve().name,
        path=folder,
        entries=tuple(entries),
        repeats=repeats,
        made_by=about.made_by if about else {},
        strays=naming.strays(folder, cases),
        faults=tuple(fault for faults in about.faults.values() for fault in faults) if about else (),
    )


def manifest(folder: Path) -> RunWire | None:
    """What run.json says; None where there is none. Raises UsageError naming the first wrong field."""
    path = folder / NAME
    try:
        data = path.read_bytes()
        found = RunWire.model_validate_json(data, strict=True)
        json.parse(data.decode("utf-8"), str(path))
        return found
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(
            str(path), error.strerror or "cannot be read", "make it readable, or name another run"
        ) from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise UsageError(str(path), f"not a run: {where}: {first['msg']}", "mend it, or make the run again") from None


def _entry(folder: Path, case: Case, repeat: int, about: RunWire | None) -> Entry:
    error, cost = "", Cost()
    if about:
        error = about.errors.get(case.id, {}).get(str(repeat), "")
        cost = about.costs.get(case.id, {}).get(str(repeat), cost)
    names = [file_name(case.id, repeat, kind) for kind in KINDS]
    found = [folder / name for name in names if (folder / name).is_file()]
    if not error and not found:
        hint = "" if repeat else naming.nearly(folder, case)
        error = f"{folder}: has no brief of {case.id}"
        error += f", repeat {repeat}" if repeat else f"; {hint}" if hint else ""
    if not error and found[1:]:
        error = f"{folder}: has both {found[0].name} and {found[1].name}; keep one"
    if error:
        return Entry(case=case, repeat=repeat, error=error, cost=cost)
    try:
        return Entry(case=case, repeat=repeat, brief=_brief(found[0], case), path=found[0], cost=cost)
    except UsageError as fault:
        return Entry(case=case, repeat=repeat, error=str(fault), path=found[0], cost=cost)


def _brief(path: Path, case: Case) -> Brief:
    is_own = path.suffix == OWN and not external.is_list(path)
    return read_brief(path) if is_own else external.read(path, case)
