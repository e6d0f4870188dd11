"""What the mutants showed, for a person or as JSON. A kind that was not tried is said to be so, never counted."""

import json
from typing import Any

from summarizer.evals.mutants.nouns import Mutator
from summarizer.evals.mutants.suite import Outcome, Tally
from summarizer.output.safe import as_lines


def render(outcome: Outcome, mutators: tuple[Mutator, ...]) -> str:
    """A table of kinds, each survivor with its case and what was done, and one line of verdict."""
    named = {mutator.name: ", ".join(mutator.falls) for mutator in mutators}
    lines = [f"{'mutant':34}{'made':>5}{'killed':>8}{'rate':>8}  by"]
    lines += [_row(kind, tally, named[kind]) for kind, tally in outcome.kinds.items()]
    lines += [
        "",
        *(
            line
            for trial in outcome.survivors
            for line in _survivor(trial.kind, trial.ground, trial.what, trial.faults)
        ),
    ]
    made = sum(tally.made for tally in outcome.kinds.values())
    killed = sum(tally.killed for tally in outcome.kinds.values())
    lines.append(f"{killed} of {made} mutants of {len(outcome.grounds)} briefs killed, {len(outcome.survivors)} live")
    if outcome.untried:
        lines.append(f"not tried, so nothing is shown: {', '.join(outcome.untried)}")
    return as_lines(lines)


def _row(kind: str, tally: Tally, named: str) -> str:
    why = "; ".join(
        f"{words} in {count}"
        for count, words in ((tally.nothing, "nothing of the kind"), (tally.cannot, f"{named} cannot fall"))
        if count
    )
    rate = "-" if tally.rate is None else f"{tally.rate:.1%}"
    return f"{kind:34}{tally.made:>5}{tally.killed:>8}{rate:>8}  {named}{f'  ({why})' if why else ''}"


def _survivor(kind: str, ground: str, what: str, faults: tuple[str, ...]) -> list[str]:
    return [f"lives: {kind}, {ground}: {what}", *(f"    {fault}" for fault in faults)]


def to_json(outcome: Outcome, mutators: tuple[Mutator, ...]) -> str:
    """The same as JSON: `kinds` by name, `survivors`, `not_tried`, `briefs`, `exit`."""
    by_name = {mutator.name: mutator for mutator in mutators}
    found: dict[str, Any] = {
        "briefs": list(outcome.grounds),
        "kinds": {kind: _plain(tally, by_name[kind]) for kind, tally in outcome.kinds.items()},
        "survivors": [trial._asdict() for trial in outcome.survivors],
        "not_tried": list(outcome.untried),
        "exit": int(outcome.exit),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _plain(tally: Tally, mutator: Mutator) -> dict[str, Any]:
    return {"must_fall": list(mutator.falls), **tally._asdict(), "rate": tally.rate}
