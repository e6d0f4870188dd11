"""What a run was made by, and of what: two briefs with the same key would be the same, so one of them need not be made.

The program's own code is part of it. A harness that took yesterday's brief for today's code would find no change in
any change.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, Literal

import summarizer
from summarizer.checking.judging.calibration import load as load_calibration
from summarizer.evals.cases.nouns import Case
from summarizer.models import prompts
from summarizer.models.recordings import neutral
from summarizer.records import plain
from summarizer.settings import Settings

Answers = Literal["none", "live", "recorded", "replayed"]  # where a model's answers come from

PROMPTS = ("extract", "compose", "repair")
MEASURING = ("cli", "evals", "measuring")  # rooms whose code is in no brief
SHOWN = 16  # hex digits of a hash


def made_by(settings: Settings, answers: Answers, endpoint: str | None) -> dict[str, Any]:
    """What makes the briefs, as run.json keeps it: plain JSON, with no path and no machine's name in it.

    Raises UsageError where a prompt or a calibration cannot be used.
    """
    found: dict[str, Any] = {
        "program": f"summarizer {summarizer.__version__}",
        "code": fingerprint(),
        "writer": "model" if settings.uses_model else "extractive",
        "answers": answers,
        "settings": {"strict_event": settings.strict_event, "chunk_tokens": settings.chunk_tokens},
    }
    if settings.uses_model:
        found |= {"model": settings.model, "endpoint": neutral(endpoint), "prompts": _prompts(PROMPTS, settings)}
    if settings.judge_model:
        known = load_calibration(settings.judge_calibration) if settings.judge_calibration else None
        calibration = _sha256(json.dumps(known, default=plain)) if known else None
        judge = {"model": settings.judge_model, "prompts": _prompts(("judge",), settings), "calibration": calibration}
        found |= {"judge": judge}
    return found


def key(maker: dict[str, Any], case: Case, repeat: int) -> str:
    """The hash of all that the brief of `case` is made from."""
    sources = [[source.file, source.sha256] for source in case.sources]
    return _sha256(json.dumps([maker, case.id, case.words, sources, repeat], sort_keys=True))


def fingerprint() -> str:
    """A hash of the code that makes a brief, the measuring rooms left out: a new report needs no new run."""
    home = Path(summarizer.__file__).parent
    files = (
        p for p in home.rglob("*") if p.suffix in (".py", ".txt") and p.relative_to(home).parts[0] not in MEASURING
    )
    known = hashlib.sha256()
    for path in sorted(files):
        known.update(f"{path.relative_to(home).as_posix()}\n".encode())
        known.update(hashlib.sha256(path.read_bytes()).digest())
    return known.hexdigest()[:SHOWN]


def _prompts(names: tuple[str, ...], settings: Settings) -> dict[str, str]:
    return {name: prompts.load(name, settings.prompts).sha256[:SHOWN] for name in names}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
