"""Claims in and verdicts out, a JSON object a line: what `verify --claims` reads and writes.

A line that cannot be used is told apart by file and number, and never stops the others. Other programs' fields come
through unread; one that has the name of ours is kept under `given`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from summarizer.checking.claims.calibration import Measured
from summarizer.checking.claims.verifying import Judged, Verified
from summarizer.errors import UsageError
from summarizer.output.safe import safe
from summarizer.records import Check, Citation, plain

REMEDY = "each line is a JSON object with the texts `source` and `claim`"
OURS = ("index", "supported", "score", "verdict", "evidence", "against", "sentences", "given")
LABELS = ("supported", "label")  # fields that may hold the truth


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a claim, the text that it is held against, the truth where the line knows it, and all other fields."""

    index: int  # from 0, among the lines that hold something
    source: str
    claim: str
    label: object
    others: dict[str, Any]


def rows(data: bytes, where: str) -> Iterator[Row | UsageError]:
    """The rows of a JSONL file in order, and for each line that is none an error that names file and line."""
    index = 0
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            try:
                yield _row(index, line)
            except ValueError as error:
                yield UsageError(f"{where} line {number}", str(error), REMEDY)
            index += 1


def _row(index: int, line: bytes) -> Row:
    """Raises ValueError with the reason."""
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at character {error.colno})") from None
    except RecursionError:
        raise ValueError("its data is nested too deeply") from None
    if not isinstance(found, dict):
        raise ValueError("not a JSON object")
    for name in ("source", "claim"):
        if not isinstance(found.get(name), str) or not found[name].strip():
            raise ValueError(f"`{name}` is no text" if name in found else f"has no `{name}`")
    others = {name: value for name, value in found.items() if name not in ("source", "claim")}
    label = next((found[name] for name in LABELS if found.get(name) is not None), None)
    return Row(index, found["source"], found["claim"], label, others)


def written(row: Row, verified: Verified) -> str:
    """The line for one row, safe to show, ending in a newline."""
    given = {name: value for name, value in row.others.items() if name in OURS}
    cited = [c for s in verified.sentences for c in s.citations]
    against = [c for s in verified.sentences for c in s.verdict.against]
    checks = [c for s in verified.sentences for c in s.verdict.checks]
    line: dict[str, Any] = {
        "index": row.index,
        **{name: value for name, value in row.others.items() if name not in OURS},
        "supported": verified.likely,
        "score": verified.score,
        "verdict": {"status": verified.status, "checks": _merged(checks)},
        "evidence": _spans(cited),
        "against": _spans(against),
        "sentences": list(map(_sentence, verified.sentences)) if len(verified.sentences) > 1 else [],
        **({"given": given} if given else {}),
    }
    return one_line(line)


def one_line(data: Any) -> str:
    """A JSON value on one line, in which every character that acts or hides is an escape. Raises ValueError for NaN."""
    text = json.dumps(data, default=plain, ensure_ascii=False, allow_nan=False)
    return ("".join(c if c == kept else json.dumps(c)[1:-1] for c, kept in zip(text, safe(text), strict=True))) + "\n"


def _merged(checks: list[Check]) -> list[dict[str, Any]]:
    """One check of each name: passed where it passed in every sentence, with the reasons of those where it did not."""
    names = dict.fromkeys(c.name for c in checks)
    found = []
    for name in names:
        failed = [c for c in checks if c.name == name and not c.ok]
        passed = [c for c in checks if c.name == name and c.ok]
        details = "; ".join(c.detail for c in failed or passed if c.detail)
        found.append({"name": name, "ok": not failed, "detail": details})
    return found


def _sentence(judged: Judged) -> dict[str, Any]:
    return {
        "start": judged.start,
        "end": judged.end,
        "score": judged.score,
        "verdict": {"status": judged.verdict.status, "checks": list(map(plain, judged.verdict.checks))},
        "evidence": _spans(judged.citations),
        "against": _spans(judged.verdict.against),
    }


def _spans(citations: "list[Citation] | tuple[Citation, ...]") -> list[dict[str, Any]]:
    spans = dict.fromkeys((c.start, c.end, c.quote) for c in citations)
    return [{"start": start, "end": end, "quote": quote} for start, end, quote in spans]


def reliability(measured: Measured) -> str:
    """What the score was worth, for a person: the figures, then a row for each tenth of the score."""
    figures = [
        f"{measured.count} labelled claims, {measured.true} of them supported",
        f"balanced accuracy {_figure(measured.balanced_accuracy)}, AUC {_figure(measured.auc)}, "
        f"expected calibration error {measured.calibration_error:.3f}",
        "score      claims  mean score  supported",
    ]
    table = [f"{b.low:.1f}–{b.low + 0.1:.1f}  {b.count:8d}  {b.score:10.2f}  {b.true:9.2f}" for b in measured.bins]
    return "\n".join((*figures, *table)) + "\n"


def _figure(value: float | None) -> str:
    return "unknown (one kind of claim only)" if value is None else f"{value:.3f}"
