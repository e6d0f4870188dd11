"""The options that shape a brief, the same in every command that makes one."""

import argparse

from summarizer.cli import judging


def add(parser: argparse._ActionsContainer) -> None:
    """What it should say, by whom it is written and judged, and how models are called."""
    parser.add_argument("--words", metavar="N", help="length to aim at, within 10 %% (250)")
    parser.add_argument("--question", metavar="TEXT", help="answer this, from the sources only")
    parser.add_argument("--writer", choices=["auto", "extractive", "model"], help="auto: model if one is named")
    parser.add_argument("--model", metavar="NAME", help="a model of any OpenAI-compatible endpoint")
    parser.add_argument("--base-url", metavar="URL", help="that endpoint (OPENAI_BASE_URL)")
    parser.add_argument(
        "--strict-event",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="leave out all articles that seem to be on another event, or none (those that certainly are)",
    )
    judging.add(parser)
    judging.add_calibration(parser)
    judging.add_calls(parser)
