"""What other systems write as plain lists: lines, tables and JSON, and what is said of what cannot be read."""

import json
from pathlib import Path

import pytest
from external_samples import CLOSED, POWER, STRUCK, WEEKS, Said, read, said
from ferry_case import SOURCES, make

from summarizer.errors import UsageError
from summarizer.evals.cases.nouns import Case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return make(tmp_path_factory.mktemp("cases"))


LISTS: dict[str, tuple[str, str, Said]] = {
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
    "numbered lines, arrows and colons": (
        ".txt",
        "1. The ferry had lost power. -> gazette.txt\n2) Repairs will take six weeks.: herald.txt\n"
        "- The Sigrun ran into the pier on Tuesday. → gazette.txt, herald.txt\n* He said: it rained.\n",
        [
            ("The ferry had lost power.", [POWER]),
            ("Repairs will take six weeks.", [WEEKS]),
            ("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED]),
            ("He said: it rained.", []),
        ],
    ),
    "a table of a spreadsheet": (
        ".csv",
        "\ufeffSENTENCE;Source1;Source 2\nThe Sigrun ran into the pier on Tuesday.;gazette.txt;herald.txt\n"
        "It rained.;;\n",
        [("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED]), ("It rained.", [])],
    ),
    "a row for each source": (
        ".csv",
        "sentence,source\nThe Sigrun ran into the pier on Tuesday.,gazette.txt\nIt rained.,\n"
        "The Sigrun ran into the pier on Tuesday.,herald.txt\nThe Sigrun ran into the pier on Tuesday.,herald.txt\n",
        [
            ("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED]),
            ("It rained.", []),
            ("The Sigrun ran into the pier on Tuesday.", [CLOSED]),
        ],
    ),
    "JSON lines in other words": (
        ".jsonl",
        '{"Sentence": "The ferry had lost power.", "Sources": ["gazette.txt"]}\n\n'
        '{"Sentence": "Lost.", "Sources": [{"doc_id": "gazette.txt", "quote": "had lost power"}]}\n'
        '{"text": "The Sigrun ran into the pier on Tuesday.", "source1": "gazette.txt", "source2": "herald.txt"}\n'
        '{"text": "It rained.", "sources": null}\n',
        [
            ("The ferry had lost power.", [POWER]),
            ("Lost.", ["had lost power"]),
            ("The Sigrun ran into the pier on Tuesday.", [STRUCK, CLOSED]),
            ("It rained.", []),
        ],
    ),
    "a JSON array": (
        ".json",
        '[{"sentence": "The ferry had lost power.", "sources": ["gazette.txt"]},\n'
        '{"text": "It rained.", "sources": []}]',
        [("The ferry had lost power.", [POWER]), ("It rained.", [])],
    ),
    "nothing": (".csv", "", []),
}


@pytest.mark.parametrize(("kind", "text", "expected"), LISTS.values(), ids=LISTS)
def test_lists(tmp_path: Path, case: Case, kind: str, text: str, expected: Said) -> None:
    assert said(read(tmp_path, case, text, kind), case) == expected


ACCEPTED = "accepted are sentence|text|claim and sources|files|file|source|citations"
WRONG = [
    (".jsonl", '{"text": "a"}\n{', "line 2 is not JSON: column 2: expecting property name"),
    (".jsonl", '{"text": "a', "line 1 is not JSON: column 10: unterminated string"),
    (".jsonl", '{"words": "a", "sources": []}', f"line 1 has no sentence, but words, sources; {ACCEPTED}"),
    (".jsonl", '{"text": "a", "links": ["gazette.txt"]}', f"no line has a key of sources, but text, links; {ACCEPTED}"),
    (".jsonl", '{"text": 5, "file": "gazette.txt"}', "line 1: its sentence is no text, but 5"),
    (".jsonl", '["a", ["gazette.txt"]]', "entry 1 is no object like"),
    (".jsonl", '{"text": "a", "file": "gazette.txt"}\n"b"', "line 2 is no object like"),
    (".jsonl", '{"text": "a", "sources": ["s1", 2]}', "“s1”, “2” name no source of this case (gazette.txt, herald.txt"),
    (".json", '[{"text": "a"},\n]', "is not JSON: line 2, column 1: expecting value"),
    (".csv", 'a,"b\n', "is not a table"),
    (".csv", '"It rained.","ghost"\n', f"line 1 is no head with known names (It rained., ghost); {ACCEPTED}"),
    (".csv", "output,links\nIt rained.,gazette.txt\n", "line 1 is no head with known names (output, links)"),
    (".csv", "text,links\nIt rained.,gazette.txt\n", f"line 1: no column of sources among text, links; {ACCEPTED}"),
    (".csv", "text,file\nIt rained, he said.,gazette.txt\n", "line 2 has 3 cells and the head 2: put a sentence that"),
    (
        ".csv",
        "It rained.,gazette.txt\nIt rained, he said.,gazette.txt\n",
        "line 2: “he said.” is no file: put a sentence",
    ),
    (".txt", "gazette.txt\nIt rained.\n", "begins with files"),
    (
        ".md",
        "It rained [1]. It is shut [2].\n",
        "I could not read its citations: “[1]”, “[2]” name no source of this case",
    ),
    (".md", "It rained.[^1]\n\n[^1]: ghost.txt\n", "“ghost.txt” names no source of this case (gazette.txt, herald.txt"),
    (".md", "It rained.[^1]\n", "cite files by name, as [herald.txt]"),
    (".txt", "It rained. [ghost.txt]\n", "“ghost.txt” names no source of this case"),
]


@pytest.mark.parametrize(("kind", "text", "reason"), WRONG)
def test_a_file_that_makes_no_sense_is_named(tmp_path: Path, case: Case, kind: str, text: str, reason: str) -> None:
    with pytest.raises(UsageError, match=f"ferry{kind}") as caught:
        read(tmp_path, case, text, kind)
    assert reason in str(caught.value)
