"""The engines of a baseline, run again: what the gate does where it is given no run.

Only what needs no key and no network is run. An engine whose model would have to be asked is named, never passed over.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.nouns import Run
from summarizer.measuring.making import make_run
from summarizer.progress import Progress, silent
from summarizer.settings import Settings

SETTINGS = ("strict_event", "chunk_tokens")  # those that a baseline keeps


def obstacle(made_by: Mapping[str, Any]) -> str:
    """Why the engine cannot be run again from what the baseline says of it; empty where it can."""
    if made_by.get("answers") not in ("none", "replayed"):
        return "only who made its briefs can make them again: make a run, and name it"
    kept, model = made_by.get("settings"), made_by.get("model")
    if not isinstance(kept, dict) or any(name not in kept for name in SETTINGS):
        return "the baseline does not say with which settings its briefs were made: make a run, and name it"
    if made_by["answers"] == "replayed" and not (isinstance(model, str) and model):
        return "the baseline does not say whose answers were replayed: make a run, and name it"
    if "judge" in made_by:
        return "a judge took part, whose calibration is not kept here: make a run, and name it"
    return ""


def run_again(
    label: str,
    made_by: Mapping[str, Any],
    repeats: int,
    cases: Sequence[Case],
    folder: Path,
    recordings: Path,
    progress: Progress = silent,
) -> Run:
    """The cases by the engine that `made_by` describes, which has no obstacle, in `folder` under the name `label`.

    What the environment and summarizer.toml say is left alone: the baseline was not made with it. Raises UsageError
    where there are no recordings or a setting cannot be what it is, StoreError where something cannot be written.
    """
    kept = {name: made_by["settings"][name] for name in SETTINGS}
    replayed = made_by["answers"] == "replayed"
    settings = Settings(writer="model" if replayed else "extractive", model=made_by.get("model"), **kept)
    replay = recordings if replayed else None
    return make_run(cases, settings, folder, replay=replay, repeats=repeats, label=label, progress=progress)
