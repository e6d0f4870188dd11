"""No text of another system takes more than linear time to read, whatever it is made of."""

from pathlib import Path

import pytest
from external_samples import read
from ferry_case import make

from summarizer.evals.cases.nouns import Case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return make(tmp_path_factory.mktemp("cases"))


HOSTILE = [
    "[",
    "(",
    "[^",
    "[1, ",
    "^[",
    "[a](",
    "“",
    '"',
    "**",
    "\\",
    "【",
    "<sup>",
    "1, 2-",
    "[^1]: ",
    "| ",
    "- ",
    "=",
    "a.txt, ",
    "It is. [1] ",
    "¹",
    "¹,",
    "(1)",
    "**a:** ",
    ": ",
    " -> ",
    "\n1. [",
    "\n---\n1. a",
    "\nSources: [1] ",
    "\n**a**\n",
    "a.\n\n",
]


@pytest.mark.timeout(60)  # seconds; quadratic work on this much text takes many minutes
@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_more_than_linear_time(tmp_path: Path, case: Case, piece: str) -> None:
    text = f"So {piece * (30_000 // len(piece))} it is [gazette.txt].\n\nIt was [gazette.txt].\n"
    for kind in (".md", ".txt"):
        assert read(tmp_path, case, text, kind).sentences
