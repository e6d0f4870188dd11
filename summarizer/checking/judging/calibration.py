"""How often a judge is wrong, and whether that is seldom enough to let it decide.

A weak judge is worse than none: a small model asked whether a text states a sentence answers at chance, and sounds as
sure as a good one. So a calibration is bound to the model's name, to the names that answered to it and to the very
prompt; where one of them differs it proves nothing. Only counts are believed: every figure is worked out from them.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summarizer.checking.judging.rules import Standing
from summarizer.errors import UsageError

FORMAT = "summarizer.calibration/1"
LEAST_PAIRS = 50
LEAST_OF_A_KIND = 20  # pairs that are supported, and that are not
MOST_FALSE_SUPPORT = 0.05
LEAST_BALANCED_ACCURACY = 0.7
COUNTS = ("true_support", "missed_support", "false_support", "true_refusal", "false_alarm", "void", "failed")
TEXTS = ("model", "prompt_sha256", "pairs_sha256")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What a judge said of pairs whose answer is known. A failed call is no pair; a void answer supports nothing."""

    model: str  # the name asked for
    answered_by: tuple[str, ...]  # the names that answered
    prompt_sha256: str
    pairs_sha256: str  # of the file of pairs
    true_support: int  # supported, and found so
    missed_support: int  # supported, and not found so
    false_support: int  # not supported, and found to be
    true_refusal: int  # not supported, and not found to be
    false_alarm: int  # of the missed: found not supported or contradicted, which would lower a true sentence
    void: int  # answers without form, or without words of the text to rest on
    failed: int  # calls
    auc: float | None = None  # of the answers in order: supported, unclear or void, not supported, contradicted

    @property
    def supported(self) -> int:
        return self.true_support + self.missed_support

    @property
    def unsupported(self) -> int:
        return self.false_support + self.true_refusal

    @property
    def pairs(self) -> int:
        return self.supported + self.unsupported

    @property
    def false_support_rate(self) -> float:
        """Share of the unsupported pairs that the judge would let pass: what must be near 0."""
        return self.false_support / self.unsupported if self.unsupported else 1.0

    @property
    def false_alarm_rate(self) -> float:
        """Share of the supported pairs that the judge would lower."""
        return self.false_alarm / self.supported if self.supported else 1.0

    @property
    def balanced_accuracy(self) -> float:
        """Mean of the shares found right among the supported and among the unsupported; 0.5 is chance."""
        found = self.true_support / self.supported if self.supported else 0.0
        return (found + 1 - self.false_support_rate) / 2

    @property
    def figures(self) -> str:
        """In one phrase, to stand beside a verdict."""
        wrong = f"{self.false_support} of {self.unsupported} false claims let pass"
        return f"balanced accuracy {self.balanced_accuracy:.2f} on {self.pairs} pairs, {wrong}"

    def describe(self) -> str:
        """For a person: the figures, a line each, and what they allow."""
        auc = "not known" if self.auc is None else f"{self.auc:.2f}"
        return (
            f"judge {self.model}: {self.pairs} pairs, {self.void} answers void, {self.failed} calls failed\n"
            f"balanced accuracy    {self.balanced_accuracy:.3f}  (0.5 is chance; at least {LEAST_BALANCED_ACCURACY})\n"
            f"area under the curve {auc}  (0.5 is chance)\n"
            f"false support        {self.false_support_rate:.1%} of {self.unsupported}"
            f"  (at most {MOST_FALSE_SUPPORT:.0%})\n"
            f"false alarms         {self.false_alarm_rate:.1%} of {self.supported}\n"
            + (f"it decides nothing: {self.too_weak}\n" if self.too_weak else "it may decide\n")
        )

    @property
    def too_weak(self) -> str:
        """Why a judge with these figures decides nothing; empty if it may."""
        if self.pairs < LEAST_PAIRS or min(self.supported, self.unsupported) < LEAST_OF_A_KIND:
            return f"it was calibrated on {self.supported} supported and {self.unsupported} unsupported pairs, too few"
        if self.false_support_rate > MOST_FALSE_SUPPORT:
            return f"it lets {self.false_support_rate:.0%} of false claims pass, more than {MOST_FALSE_SUPPORT:.0%}"
        if self.balanced_accuracy < LEAST_BALANCED_ACCURACY:
            return f"its balanced accuracy is {self.balanced_accuracy:.2f}, under {LEAST_BALANCED_ACCURACY}"
        return ""


def standing(
    calibration: Calibration | None, model: str, prompt_sha256: str, answered_by: tuple[str, ...] = ()
) -> tuple[Standing, str]:
    """What the judge `model` may do with this prompt, having `answered_by` these names; and why it may not decide."""
    why_not = _unfit(calibration, model, prompt_sha256, answered_by)
    return Standing(model, calibration.figures if calibration else "not calibrated", not why_not), why_not


def _unfit(calibration: Calibration | None, model: str, prompt_sha256: str, answered_by: tuple[str, ...]) -> str:
    if calibration is None:
        return "it is not calibrated; run `summarizer eval calibrate` and name the file with --judge-calibration"
    if calibration.model != model:
        return f"the calibration is of {calibration.model}; make one of {model}"
    if calibration.prompt_sha256 != prompt_sha256:
        return "the calibration was made with another prompt; make a new one"
    if others := sorted(set(answered_by) - set(calibration.answered_by)):
        return f"the endpoint answers as {', '.join(others)}, not as {', '.join(calibration.answered_by)}"
    return calibration.too_weak


def dumps(calibration: Calibration) -> str:
    """The calibration as the text of a file: the counts, and for the reader the figures that follow from them."""
    rates = {
        "pairs": calibration.pairs,
        "balanced_accuracy": round(calibration.balanced_accuracy, 4),
        "false_support_rate": round(calibration.false_support_rate, 4),
        "false_alarm_rate": round(calibration.false_alarm_rate, 4),
        "decides": not calibration.too_weak,
    }
    return json.dumps({"format": FORMAT, **asdict(calibration), **rates}, indent=1, ensure_ascii=False) + "\n"


def load(path: Path) -> Calibration:
    """The calibration in a file. Raises UsageError where it is none."""
    try:
        found = json.loads(path.read_bytes())
    except OSError as error:
        raise _broken(path, error.strerror or "cannot be read") from None
    except (ValueError, RecursionError):
        raise _broken(path, "is not JSON") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _broken(path, f"has not the format {FORMAT}")
    if wrong := next((name for name in (*TEXTS, *COUNTS, "answered_by", "auc") if not _sound(name, found)), None):
        raise _broken(path, f"has no sound {wrong!r}")
    kept = {name: found[name] for name in (*TEXTS, *COUNTS, "auc")}
    return Calibration(answered_by=tuple(found["answered_by"]), **kept)


def _sound(name: str, found: dict[str, Any]) -> bool:
    value = found.get(name)
    if name in COUNTS:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if name == "auc":
        return value is None or (isinstance(value, int | float) and 0 <= value <= 1)
    if name == "answered_by":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, str) and bool(value)


def _broken(path: Path, reason: str) -> UsageError:
    return UsageError(str(path), reason, "make it with `summarizer eval calibrate`")
