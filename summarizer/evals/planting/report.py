"""What a run of the suite found, set for a person or as JSON. It says what was missed as plainly as what was caught."""

import json
from typing import Any

from summarizer.evals.planting.nouns import Mutant
from summarizer.evals.planting.suite import Outcome, Rate, total
from summarizer.output.safe import as_lines


def render(outcome: Outcome, gate: float, alarms: float, misses: bool = False) -> str:
    """A table of kinds, a line for each below the gate, false alarms; with `misses`, each error that passed."""
    rows = [_row(kind, rate, gate) for kind, rate in outcome.kinds.items()]
    lines = [f"{'kind':28}{'made':>7}{'caught':>8}{'rate':>8}  95 % interval", *rows]
    lines += [_row("all", total(outcome.kinds.values()), 0.0), ""]
    for form, rate in (*outcome.sound.items(), ("all", outcome.false_alarms)):
        lines.append(f"false alarms, {form} sentences: {rate.hits} of {rate.made}  {rate.share:.1%}{_between(rate)}")
    low = [kind for kind, rate in outcome.kinds.items() if rate.made and rate.share < gate]
    lines.append(f"below {gate:.0%}: {', '.join(low) or 'none'}")
    if outcome.false_alarms.share > alarms:
        lines.append(f"more false alarms than {alarms:.0%}")
    if misses:
        lines += [""] + [line for mutant in outcome.missed for line in _miss(mutant)]
        lines += [f"false alarm ({base.form}): {base.text}" for base in outcome.refused]
    return as_lines(lines)


def _row(name: str, rate: Rate, gate: float) -> str:
    if not rate.made:
        return f"{name:28}{0:>7}{'-':>8}{'-':>8}  not tried: nothing of the kind in these sentences"
    mark = "" if rate.share >= gate else "  below the gate"
    return f"{name:28}{rate.made:>7,}{rate.hits:>8,}{rate.share:>8.1%}{_between(rate)}{mark}"


def _between(rate: Rate) -> str:
    low, high = rate.interval
    return f"  {low:.1%}-{high:.1%}"


def _miss(mutant: Mutant) -> list[str]:
    spans = [f"    span      {c.source} {c.start}-{c.end}: {' '.join(c.quote.split())}" for c in mutant.citations]
    return [f"{mutant.kind}: {mutant.what}", f"    passed as {mutant.text}", *spans]


def to_json(outcome: Outcome, gate: float, alarms: float, misses: bool = False) -> str:
    """The same as JSON: `kinds` by name, `false_alarms` by form of the sentence, `passes`; `missed` where asked for."""
    found: dict[str, Any] = {
        "kinds": {kind: _rate(rate, "caught") for kind, rate in outcome.kinds.items()},
        "false_alarms": {form: _rate(rate, "refused") for form, rate in outcome.sound.items()},
        "gate": gate,
        "most_false_alarms": alarms,
        "passes": outcome.passes(gate, alarms),
    }
    if misses:
        found["missed"] = [_plain(mutant) for mutant in outcome.missed]
        found["refused"] = [
            {"form": b.form, "text": b.text, "spans": [c.quote for c in b.citations]} for b in outcome.refused
        ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _rate(rate: Rate, name: str) -> dict[str, Any]:
    share = round(rate.share, 4) if rate.made else None
    return {"made": rate.made, name: rate.hits, "rate": share, "interval": [round(end, 4) for end in rate.interval]}


def _plain(mutant: Mutant) -> dict[str, Any]:
    return {
        "kind": mutant.kind,
        "what": mutant.what,
        "form": mutant.base.form,
        "sentence": mutant.base.text,
        "mutant": mutant.text,
        "spans": [c.quote for c in mutant.citations],
    }
