"""Which files of a run are whose: what is named after a case, what is nearly, and what belongs to none.

A misnamed file would be lost in silence, and its case be missing; so both are said.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs import external
from summarizer.evals.runs.nouns import NAME, Run

OWN = ".json"
KINDS = (OWN, *external.KINDS)
ALIKE = 0.8  # of 1, by difflib

_NAMED = re.compile(rf"([a-z0-9-]+)(?:\.([1-9]\d{{0,3}}))?({'|'.join(map(re.escape, KINDS))})")


def repeats(folder: Path, cases: Iterable[Case]) -> int:
    """How often the case that was made most often was made, by the names of the files."""
    known = {case.id for case in cases}
    named = (_NAMED.fullmatch(path.name) for path in folder.iterdir())
    return 1 + max((int(name[2] or 0) for name in named if name and name[1] in known), default=0)


def strays(folder: Path, cases: Sequence[Case]) -> tuple[str, ...]:
    """The names of the files in `folder` that could be briefs and belong to none of `cases`, in order."""
    known = {case.id for case in cases}
    files = (path.name for path in folder.iterdir() if path.suffix.lower() in KINDS and path.is_file())
    found = ((name, _NAMED.fullmatch(name)) for name in files if name != NAME and not name.startswith((".", "README")))
    return tuple(sorted(name for name, match in found if not match or match[1] not in known))


def beyond(run: Run) -> tuple[str, ...]:
    """The names of the briefs in the folder that are of a later repeat than run.json says there are; none is read."""
    known = {entry.case.id for entry in run.entries}
    found = (match for path in run.path.iterdir() if (match := _NAMED.fullmatch(path.name)) and match[1] in known)
    return tuple(sorted(match[0] for match in found if int(match[2] or 0) >= run.repeats))


def nearly(folder: Path, case: Case) -> str:
    """What in `folder` seems to be meant for `case` and is not named after it, as a clause; empty where nothing is."""
    if (folder / case.id).is_dir():
        return f"there is the folder {case.id}, but its briefs have to stand in {folder} itself"
    names = strays(folder, [case])
    stems = {_folded(name): name for name in reversed(names)}
    close = [stems[stem] for stem in get_close_matches(case.id, stems, n=3, cutoff=ALIKE)]
    return f"there is {', '.join(close)}; name it {case.id}{Path(close[0]).suffix.lower()}" if close else ""


def _folded(name: str) -> str:
    """A file's name without its ending, as a case's id is written."""
    return re.sub(r"[^a-z0-9]+", "-", Path(name).stem.casefold())
