"""`summarizer eval`: measures of the parts that can be wrong, each a command of its own in a module of its own."""

import argparse

from summarizer.cli.evals import (
    agree,
    bless,
    calibrate,
    case_from_review,
    compare,
    explain,
    gate,
    lint,
    mutate,
    reference,
    run,
    score,
    view,
)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("eval", help="measure the parts that can be wrong")
    parser.set_defaults(measures=True)
    measures = parser.add_subparsers(title="measures", metavar="MEASURE", required=True)
    every = (
        run,
        score,
        view,
        explain,
        compare,
        gate,
        bless,
        lint,
        case_from_review,
        mutate,
        calibrate,
        agree,
        reference,
    )
    for measure in every:
        measure.add(measures)
