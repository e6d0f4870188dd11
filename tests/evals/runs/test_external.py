"""What other systems write, in the shapes in which they do: sentences, and exactly what each of them cites."""

import json
from pathlib import Path

import pytest
from ferry_case import SOURCES, make

from summarizer.checking.briefs import span_fault
from summarizer.errors import UsageError
from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs import external
from summarizer.output import json as briefs
from summarizer.records import Brief

STRUCK = "The ferry Sigrun struck the main pier at Orlund on Tuesday morning."
HURT = "Two passengers were taken to hospital with broken wrists."
POWER = "The harbour master, Ane Lund, said that the ferry had lost power."
CLOSED = "Orlund's main pier has been closed since the Sigrun ran into it on Tuesday."
ABOARD = "The ferry company said that 84 people were on board."
WEEKS = "Repairs will take six weeks, the town council said."


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return make(tmp_path_factory.mktemp("cases"))


def read(folder: Path, case: Case, text: str, kind: str = ".md") -> Brief:
    path = folder / f"ferry{kind}"
    path.write_text(text, "utf-8")
    brief = external.read(path, case)
    assert briefs.loads(briefs.dumps(brief), "it") == brief
    return brief


def said(brief: Brief, case: Case) -> list[tuple[str, list[str]]]:
    """Each sentence with the words that it cites; every citation is exact, or its source is shown with a mark."""
    texts = {s.id: SOURCES[s.path] for s in brief.sources if s.path in case.source}
    return [
        (s.text, [c.quote if not span_fault(c, texts) else f"?{c.quote}" for c in s.citations]) for s in brief.sentences
    ]


MARKDOWN: dict[str, tuple[str, list[tuple[str, list[str]]]]] = {
    "footnotes at the end": (
        "# A ferry strikes a pier\n\nThe Sigrun struck the main pier at Orlund.[^1] Two passengers were taken to\n"
        "hospital.[^b]\n\nRepairs will take six weeks.[^c]\n\n[^1]: gazette.txt\n[^b]: sources/gazette.txt, line 3\n"
        "[^c]: herald.txt (The Herald)\n",
        [
            ("The Sigrun struck the main pier at Orlund.", [STRUCK]),
            ("Two passengers were taken to hospital.", [HURT]),
            ("Repairs will take six weeks.", [WEEKS]),
        ],
    ),
    "footnotes with the words": (
        "The pier was struck[^1] and is closed.[^2]\n\n[^1]: gazette.txt: “struck the main pier”\n"
        '[^2]: herald.txt, "main pier has been … since the Sigrun ran into it"\n',
        [
            (
                "The pier was struck and is closed.",
                ["struck the main pier", "main pier has been", "since the Sigrun ran into it"],
            )
        ],
    ),
    "several footnotes a sentence": (
        "The Sigrun ran into the pier on Tuesday.[^1][^2]\n\n[^1]: gazette.txt\n[^2]: herald.txt\n",
        [("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED])],
    ),
    "numbers with a list": (
        "Two were taken to hospital [1]. There were 84 people on board [2], the ferry company said.\n\n"
        "## References\n\n1. The Gazette, gazette.txt\n2. herald.txt\n",
        [
            ("Two were taken to hospital.", [HURT]),
            ("There were 84 people on board, the ferry company said.", [ABOARD]),
        ],
    ),
    "numbers in one bracket": (
        "The Sigrun ran into the pier on Tuesday [1, 2].\nThe ferry had lost power [1].\n\n"
        "[1] gazette.txt\n[2] herald.txt\n",
        [
            ("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED]),
            ("The ferry had lost power.", [POWER]),
        ],
    ),
    "a range, and numbers behind the full stop": (
        "The Sigrun ran into the pier on Tuesday. [1-2] Repairs will take six weeks. [2]\n\n"
        "**Sources:**\n- gazette.txt\n- herald.txt\n",
        [
            ("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED]),
            ("Repairs will take six weeks.", [WEEKS]),
        ],
    ),
    "files in the text": (
        "- Repairs will take six weeks (source: herald.txt).\n- The ferry had lost power. [gazette.txt]\n"
        "- The pier was struck on Tuesday (gazette.txt, herald.txt).\n"
        "- **84 people** were on board ([2](herald.txt))\n- Repairs will take six weeks (Herald, 2 May, herald.txt).\n",
        [
            ("Repairs will take six weeks.", [WEEKS]),
            ("The ferry had lost power.", [POWER]),
            ("The pier was struck on Tuesday.", [STRUCK, CLOSED]),
            ("84 people were on board", [ABOARD]),
            ("Repairs will take six weeks.", [WEEKS]),
        ],
    ),
    "links, raised numbers, inline notes": (
        "[Repairs will take six weeks](https://x.example/sources/herald.txt). The ferry had lost power.<sup>[1]</sup> "
        "The pier was struck.^[gazette.txt: “struck the main pier”]\n\n[1]: gazette.txt\n",
        [
            ("Repairs will take six weeks.", [WEEKS]),
            ("The ferry had lost power.", [POWER]),
            ("The pier was struck.", ["struck the main pier"]),
        ],
    ),
    "what is no mark stays": (
        "The ferry [sic] had lost power (at 8.40) in 2031 (2031) (source: the police). [^1]\n\n[^1]: gazette.txt\n",
        [("The ferry [sic] had lost power (at 8.40) in 2031 (2031) (source: the police).", [POWER])],
    ),
    "odd ranges, and links that are none of ours": (
        "The [Sigrun](https://x.example/ships) had lost power [1-1-2]. It is [shut](herald.txt).[1](https://x.example/9)\n"
        "It rained [900-2].\n\n[2]: gazette.txt\n",
        [
            ("The Sigrun had lost power.", ["?[1]", STRUCK, POWER]),
            ("It is shut.", [SOURCES["herald.txt"], "?https://x.example/9"]),
            ("It rained.", [SOURCES["gazette.txt"], "?[900]"]),
        ],
    ),
    "no source at all": (
        "Two were hurt.\n\nThe pier is closed.\n",
        [("Two were hurt.", []), ("The pier is closed.", [])],
    ),
    "a note that is not there": (
        "Two were hurt.[^9] It is shut [7].\n",
        [("Two were hurt.", ["?[^9]"]), ("It is shut.", ["?[7]"])],
    ),
    "a file that is not there": (
        "Two were hurt.[^1] It is shut (source: ghost.txt). It rained [ghost.txt].\n\n[^1]: The Daily Ghost, 4 May\n",
        [
            ("Two were hurt.", ["?The Daily Ghost, 4 May"]),
            ("It is shut.", ["?ghost.txt"]),
            ("It rained.", ["?ghost.txt"]),
        ],
    ),
    "words that are not there": (
        "Two were hurt.[^1]\n\n[^1]: gazette.txt: “two passengers were badly hurt”\n",
        [("Two were hurt.", ["?two passengers were badly hurt"])],
    ),
    "a title in quotation marks is no evidence": (
        "The ferry had lost power.[^1]\n\n[^1]: “Ferry strikes pier at Orlund, two hurt”, gazette.txt\n",
        [("The ferry had lost power.", [POWER])],
    ),
    "a file that has nothing of it": (
        "Elephants grazed quietly.[^1]\n\n[^1]: bridge.txt\n",
        [("Elephants grazed quietly.", [SOURCES["bridge.txt"]])],
    ),
    "all in a block of code": (
        "```markdown\nThe ferry had lost power.[^1]\n\n[^1]: gazette.txt\n```\n",
        [("The ferry had lost power.", [POWER])],
    ),
    "headings, rules, tables, emphasis, escapes": (
        "Ferry crash\n===========\n\n## What *happened*\n***\n> The ferry had **lost** _power_ &amp; 5 \\* 3.[^1]\n\n"
        "| a | b |\n|---|---|\n\n```\ncode\n```\n\n[^1]: gazette.txt\n    and the Gazette says so.\n\n    Twice.\n",
        [("The ferry had lost power & 5 * 3.", [POWER])],
    ),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(tmp_path: Path, case: Case, text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(read(tmp_path, case, text), case) == expected


def test_a_brief_of_a_page(tmp_path: Path, case: Case) -> None:
    brief = read(
        tmp_path, case, "# A *ferry*\n\nThe ferry had lost power.[^1] Ghosts did it [3].\n\n[^1]: gazette.txt\n"
    )
    assert brief.title == "A ferry"
    assert [(s.id, s.path, s.sha256 != "") for s in brief.sources] == [
        ("s1", "gazette.txt", True),
        ("x1", "[3]", False),
    ]
    assert {s.written_by for s in brief.sentences} == {"person"}
    assert brief.warnings == ("b2: “[3]” names no source of the case",)


LISTS: dict[str, tuple[str, str, list[tuple[str, list[str]]]]] = {
    "lines with brackets": (
        ".txt",
        "# made by hand\nThe ferry had lost power. [gazette.txt]\nRepairs will take six weeks (herald.txt)\n"
        "It rained.\n",
        [("The ferry had lost power.", [POWER]), ("Repairs will take six weeks", [WEEKS]), ("It rained.", [])],
    ),
    "lines with a tab or a bar": (
        ".txt",
        "The Sigrun ran into the pier on Tuesday.\tgazette.txt, herald.txt\nThe ferry had lost power. | gazette.txt\n",
        [("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED]), ("The ferry had lost power.", [POWER])],
    ),
    "files on lines of their own": (
        ".txt",
        "The Sigrun ran into the pier on Tuesday.\ngazette.txt\nherald.txt\n\nIt rained.\nghost.txt\n",
        [("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED]), ("It rained.", ["?ghost.txt"])],
    ),
    "a table with a head": (
        ".csv",
        'id,Sentence,Files,Quote\n1,"The ferry, Sigrun, had lost power.",gazette.txt,\n'
        "2,It is shut.,herald.txt,main pier has been closed\n",
        [("The ferry, Sigrun, had lost power.", [STRUCK, POWER]), ("It is shut.", ["main pier has been closed"])],
    ),
    "a table without": (
        ".csv",
        "The ferry had lost power.;gazette.txt\nThe Sigrun ran into the pier on Tuesday.;gazette.txt;herald.txt\n"
        "It rained.;\n",
        [
            ("The ferry had lost power.", [POWER]),
            ("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED]),
            ("It rained.", []),
        ],
    ),
    "JSON lines": (
        ".jsonl",
        "\n".join(
            json.dumps(row)
            for row in (
                {"sentence": "The ferry had lost power.", "sources": ["gazette.txt"]},
                {"text": "It is shut.", "citations": [{"file": "herald.txt", "quote": "main pier has been closed"}]},
                {"text": "It was struck.", "citations": [{"source": "gazette.txt", "start": 58, "end": 64}]},
                {"text": "It was hit.", "sources": [{"file": "gazette.txt", "start": 0, "end": 3, "quote": "hit"}]},
                {"claim": "Lost.", "file": "gazette.txt", "quote": "had lost power"},
                {"claim": "Both.", "files": ["gazette.txt", "herald.txt"], "quote": ["six weeks", "lost power"]},
                {"text": "It rained.", "files": [7]},
                {"text": "It snowed."},
            )
        ),
        [
            ("The ferry had lost power.", [POWER]),
            ("It is shut.", ["main pier has been closed"]),
            ("It was struck.", [SOURCES["gazette.txt"][58:64]]),
            ("It was hit.", ["?hit"]),
            ("Lost.", ["had lost power"]),
            ("Both.", ["six weeks", "lost power"]),
            ("It rained.", ["?7"]),
            ("It snowed.", []),
        ],
    ),
    "nothing": (".csv", "", []),
}


@pytest.mark.parametrize(("kind", "text", "expected"), LISTS.values(), ids=LISTS)
def test_lists(tmp_path: Path, case: Case, kind: str, text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(read(tmp_path, case, text, kind), case) == expected


WRONG = [
    (".jsonl", '{"text": "a"}\n{', "line 2 is not JSON"),
    (".jsonl", '{"words": "a"}', "line 1 has no 'sentence'"),
    (".jsonl", "[1]", "line 1 has no 'sentence'"),
    (".csv", 'a,"b\n', "is not a table"),
    (".txt", "gazette.txt\nIt rained.\n", "begins with files"),
]


@pytest.mark.parametrize(("kind", "text", "reason"), WRONG)
def test_a_file_that_makes_no_sense_is_named(tmp_path: Path, case: Case, kind: str, text: str, reason: str) -> None:
    with pytest.raises(UsageError, match=f"ferry{kind}") as caught:
        read(tmp_path, case, text, kind)
    assert reason in str(caught.value)


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
]


@pytest.mark.timeout(60)  # seconds; quadratic work on this much text takes many minutes
@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_more_than_linear_time(tmp_path: Path, case: Case, piece: str) -> None:
    text = f"So {piece * (30_000 // len(piece))} it is.\n"
    for kind in (".md", ".txt"):
        assert read(tmp_path, case, text, kind).sentences
