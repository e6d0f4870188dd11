"""The options that name a judge, the same in every command that can ask one."""

import argparse
from pathlib import Path
from typing import Any


def add(parser: argparse._ActionsContainer) -> None:
    """Who judges."""
    parser.add_argument("--judge-model", metavar="NAME", help="a model that judges what code cannot decide")
    parser.add_argument("--judge-base-url", metavar="URL", help="its endpoint (that of the writer)")


def add_calibration(parser: argparse._ActionsContainer) -> None:
    """How well he is known to."""
    parser.add_argument("--judge-calibration", metavar="FILE", help="how often it is wrong; else it only advises")


def add_calls(parser: argparse._ActionsContainer) -> None:
    """How models are called, for a command that calls none but the judge."""
    parser.add_argument("--concurrency", metavar="N", help="model calls side by side (8)")
    parser.add_argument("--timeout", metavar="SECONDS", help="the longest that one model call may take (120)")
    parser.add_argument("--prompts", metavar="DIR", help="a folder of prompts to use before the project's own")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings (summarizer.toml)")


def given(args: argparse.Namespace) -> dict[str, Any]:
    """The settings among the flags of a command."""
    from summarizer.settings import NAMES

    return {name: getattr(args, name, None) for name in NAMES}
