"""`summarizer eval compare --prompts`: the runs of two folders of prompts, made by one model, to be compared."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli import judging
from summarizer.errors import UsageError
from summarizer.progress import ProgressLine

if TYPE_CHECKING:
    from summarizer.evals.cases.nouns import Case
    from summarizer.evals.runs.nouns import Run

SIDES = ("a", "b")


def add(parser: argparse.ArgumentParser) -> None:
    made = parser.add_argument_group("of prompts", "A and B are folders of prompts, whose runs are made first")
    made.add_argument("--prompts", action="store_true", help="compare what one model does with either")
    made.add_argument("--out", type=Path, default=Path("runs"), metavar="DIR", help="the runs are DIR/a, DIR/b (runs)")
    made.add_argument("--repeat", type=int, choices=range(1, 21), default=1, metavar="N", help="briefs of a case (1)")
    tape = made.add_mutually_exclusive_group()
    tape.add_argument("--record", type=Path, metavar="DIR", help="keep the model's answers in DIR/a and DIR/b")
    tape.add_argument("--replay", type=Path, metavar="DIR", help="answer from there, without any network")
    made.add_argument("--model", metavar="NAME", help="a model of any OpenAI-compatible endpoint")
    made.add_argument("--base-url", metavar="URL", help="that endpoint (OPENAI_BASE_URL)")
    made.add_argument("--timeout", metavar="SECONDS", help="the longest that one model call may take (120)")
    made.add_argument("--config", type=Path, metavar="FILE", help="settings (summarizer.toml)")


def make(args: argparse.Namespace, cases: "list[Case]") -> "list[Run]":
    """The two runs. Raises UsageError where a folder is none, or no model is there that could use a prompt."""
    from dataclasses import replace

    from summarizer.measuring import make_run
    from summarizer.settings import load

    settings = load(judging.given(args) | {"prompts": None}, os.environ, args.config)
    if not (settings.uses_model or args.replay):
        raise UsageError(
            "--prompts", "the extractive engine uses none", "name a --model, or --replay what was recorded"
        )
    found = []
    for side, prompts in zip(SIDES, (args.a, args.b), strict=True):
        if not prompts.is_dir():
            raise UsageError(str(prompts), "no such folder of prompts", "name one like prompts/")
        with ProgressLine() as progress:
            run = make_run(
                cases,
                replace(settings, prompts=prompts),
                args.out / side,
                replay=args.replay and args.replay / side,
                record=args.record and args.record / side,
                repeats=args.repeat,
                label=str(prompts),
                progress=progress,
            )
        found.append(run)
    return found
