"""A judge put to pairs whose answer is known, with the very questions that it is asked at work."""

import hashlib
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from summarizer.checking.judging.calibration import Calibration
from summarizer.checking.judging.judge import Judge
from summarizer.checking.judging.questions import Piece, Question
from summarizer.checking.judging.rules import Ruling
from summarizer.errors import NothingToSay, UsageError

_PACKAGE = Path(__file__).parents[2]
_SHIPPED = (_PACKAGE / "_data" / "judge" / "claims.jsonl", _PACKAGE.parent / "evals" / "judge" / "claims.jsonl")

LABELS = {True: True, False: False, "supported": True, "not_supported": False, "contradicted": False}
SCORES = {"supported": 1.0, "unclear": 0.5, "void": 0.5, "not_supported": 0.25, "contradicted": 0.0}


class Pair(NamedTuple):
    """A claim, the text that it is held against, and whether that text bears it out."""

    source: str
    claim: str
    supported: bool


class Pairs(NamedTuple):
    pairs: tuple[Pair, ...]
    sha256: str  # of the file's bytes


def shipped() -> Path:
    """The project's own pairs, as installed or beside a checkout."""
    found = next((path for path in _SHIPPED if path.is_file()), None)
    if found is None:
        raise UsageError("claims.jsonl", "the project's own pairs are not installed", "name a file of your own")
    return found


def read_pairs(path: Path) -> Pairs:
    """One JSON object a line: `source`, `claim`, `label` (supported, not_supported, contradicted, true, false).

    Raises UsageError naming the line that is none.
    """
    import json

    try:
        data = path.read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(str(path), error.strerror or "cannot be read", "name a file of pairs") from None
    except UnicodeDecodeError:
        raise UsageError(str(path), "is not UTF-8", "save it as UTF-8") from None
    pairs = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                pairs.append(_pair(json.loads(line)))
            except (ValueError, TypeError, KeyError, RecursionError):
                remedy = 'write {"source": "…", "claim": "…", "label": "supported"}, or "not_supported"'
                raise UsageError(f"{path}, line {number}", "is no labelled pair", remedy) from None
    if not pairs:
        raise UsageError(str(path), "has no pairs", "give at least 50")
    return Pairs(tuple(pairs), hashlib.sha256(data).hexdigest())


def _pair(found: dict[str, object]) -> Pair:
    source, claim = found["source"], found["claim"]
    label = found["label"] if "label" in found else found["supported"]
    if not (isinstance(source, str) and source.strip() and isinstance(claim, str) and claim.strip()):
        raise ValueError
    if not isinstance(label, str | bool):
        raise TypeError
    return Pair(source, claim, LABELS[label])


def calibrate(given: Pairs, judge: Judge) -> Calibration:
    """What `judge` makes of the pairs. Raises ModelUnavailable where no call can succeed, NothingToSay if all fail."""
    rulings = judge.hear([Question(p.claim, "s1", (Piece(0, p.source),)) for p in given.pairs])
    answered = [(p.supported, r) for p, r in zip(given.pairs, rulings, strict=True) if r is not None]
    if not answered:
        raise NothingToSay(f"judge {judge.name}", "every call failed", "look at the warnings, and run it again")
    return Calibration(
        model=judge.name,
        answered_by=judge.answered_by,
        prompt_sha256=judge.prompt.sha256,
        pairs_sha256=given.sha256,
        true_support=sum(label and r.answer == "supported" for label, r in answered),
        missed_support=sum(label and r.answer != "supported" for label, r in answered),
        false_support=sum(not label and r.answer == "supported" for label, r in answered),
        true_refusal=sum(not label and r.answer != "supported" for label, r in answered),
        false_alarm=sum(label and r.answer in ("not_supported", "contradicted") for label, r in answered),
        void=sum(r.void for _, r in answered),
        failed=len(rulings) - len(answered),
        auc=_auc(answered),
    )


def _auc(answered: Sequence[tuple[bool, Ruling]]) -> float | None:
    """How often a supported pair is answered better than an unsupported one, ties counted half; 0.5 is chance."""
    good = [SCORES[ruling.answer] for label, ruling in answered if label]
    bad = [SCORES[ruling.answer] for label, ruling in answered if not label]
    if not good or not bad:
        return None
    wins = sum((g > b) + 0.5 * (g == b) for g, b in product(good, bad))
    return round(wins / (len(good) * len(bad)), 4)
