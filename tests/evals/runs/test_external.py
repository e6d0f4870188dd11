"""What other systems write in Markdown, in the shapes in which they do: sentences, and exactly what each cites."""

from pathlib import Path

import pytest
from external_samples import ABOARD, CLOSED, HURT, POWER, STRUCK, WEEKS, Said, read, said
from ferry_case import SOURCES, make

from summarizer.evals.cases.nouns import Case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return make(tmp_path_factory.mktemp("cases"))


MARKDOWN: dict[str, tuple[str, Said]] = {
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
        "Two were hurt.[^9] It is shut [7]. The ferry had lost power [gazette.txt].\n",
        [("Two were hurt.", ["?[^9]"]), ("It is shut.", ["?[7]"]), ("The ferry had lost power.", [POWER])],
    ),
    "a file that is not there": (
        "Two were hurt.[^1] It is shut (source: ghost.txt). It rained [ghost.txt].\n"
        "The ferry had lost power [gazette.txt].\n\n[^1]: The Daily Ghost, 4 May\n",
        [
            ("Two were hurt.", ["?The Daily Ghost, 4 May"]),
            ("It is shut.", ["?ghost.txt"]),
            ("It rained.", ["?ghost.txt"]),
            ("The ferry had lost power.", [POWER]),
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
    "marks behind paragraphs": (
        "It ran into the pier on Tuesday. The ferry had lost power. [1]\n\nRepairs will take six weeks.[2]\n\n"
        "Sources: [1] gazette.txt, [2] herald.txt\n",
        [
            ("It ran into the pier on Tuesday.", [STRUCK]),
            ("The ferry had lost power.", [POWER]),
            ("Repairs will take six weeks.", [WEEKS]),
        ],
    ),
    "marks behind sentences are each their own": (
        "It rained. The ferry had lost power. [1]\n\nRepairs will take six weeks. [2] It is shut. [2]\n\n"
        "Sources: 1. gazette.txt; 2. herald.txt\n",
        [
            ("It rained.", []),
            ("The ferry had lost power.", [POWER]),
            ("Repairs will take six weeks.", [WEEKS]),
            ("It is shut.", [SOURCES["herald.txt"]]),
        ],
    ),
    "a mark before the full stop is of its sentence": (
        "It rained. The ferry had lost power [gazette.txt].\n",
        [("It rained.", []), ("The ferry had lost power.", [POWER])],
    ),
    "a list of sources below a rule": (
        "The ferry had lost power [1]. Repairs will take six weeks [2].\n\n---\n"
        "1. [Ferry strikes pier](https://x.example/gazette.txt) - The Gazette\n2. [Pier](https://y.example/herald.txt)\n",
        [("The ferry had lost power.", [POWER]), ("Repairs will take six weeks.", [WEEKS])],
    ),
    "a list of sources below nothing": (
        "The ferry had lost power [1].\n\n1. gazette.txt\n2. herald.txt\n",
        [("The ferry had lost power.", [POWER])],
    ),
    "raised digits before the sources": (
        "The ferry had lost power.¹\n\n¹ gazette.txt\n² herald.txt\n",
        [("The ferry had lost power.", [POWER])],
    ),
    "a list of what happened below a heading": (
        "## What happened\n1. The ferry had lost power [1].\n2. Repairs will take six weeks.\n\n[1] gazette.txt\n",
        [("The ferry had lost power.", [POWER]), ("Repairs will take six weeks.", [])],
    ),
    "sources in a table, and in another language": (
        "The ferry had lost power [1].\n\n## Quellen\n\n| # | file |\n|---|---|\n| 1 | gazette.txt |\n",
        [("The ferry had lost power.", [POWER])],
    ),
    "a line of sources that is a sentence": (
        "The ferry had lost power [gazette.txt].\n\nSources: the police and the hospital.\n",
        [("The ferry had lost power.", [POWER]), ("Sources: the police and the hospital.", [])],
    ),
    "raised digits": (
        "The ferry had lost power.¹ The pier was struck on Tuesday ¹². It is 5 km² or 10³ wide.²\n\n"
        "## Sources\n1. gazette.txt\n2. bridge.txt\n",
        [
            ("The ferry had lost power.", [POWER]),
            ("The pier was struck on Tuesday.", [STRUCK, SOURCES["bridge.txt"]]),
            ("It is 5 km² or 10³ wide.", [SOURCES["bridge.txt"]]),
        ],
    ),
    "numbers in round brackets": (
        "The ferry had lost power (1). Repairs will take six weeks (2), (7) at most.\n\n"
        "## Sources\n1. gazette.txt\n2. herald.txt\n",
        [("The ferry had lost power.", [POWER]), ("Repairs will take six weeks, (7) at most.", [WEEKS])],
    ),
    "numbers in round brackets beside marks": (
        "(1) The ferry had lost power [1].\n\n[1] gazette.txt\n",
        [("(1) The ferry had lost power.", [POWER])],
    ),
    "labels, lines in bold, and who made it": (
        "**Ferry strikes pier.**\n\n**What happened**\n\n- **Loss of power:** The ferry had lost power [1]\n"
        "- **Works**: It takes six weeks [2]\n"
        "- **All of 84 people who were there: aboard** [2]\n\n**It is shut [2].**\n\n**It rained.**\n\n"
        "_Generated by OurBot 2.1 on 2 May_\n\nGenerated by the storm, waves rose.\n\n"
        "**Sources**\n\n[1] gazette.txt\n[2] herald.txt\n",
        [
            ("The ferry had lost power", [POWER]),
            ("It takes six weeks", [WEEKS]),
            ("All of 84 people who were there: aboard", [ABOARD]),
            ("It is shut.", [SOURCES["herald.txt"]]),
            ("It rained.", []),
            ("Generated by the storm, waves rose.", []),
        ],
    ),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(tmp_path: Path, case: Case, text: str, expected: Said) -> None:
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
