"""ALCE's recall and its three branches of precision, and how close citations are."""

from dataclasses import replace

import pytest
from scored_samples import GLOBE, HARBOUR, TEXTS, brief, case, cite, measure, source

from summarizer.evals.scoring.citations import roles
from summarizer.evals.scoring.nouns import Subject
from summarizer.records import Citation

CASE = case(more=[source("copy.txt", HARBOUR, duplicate_of="harbour.txt")])
KILLED = "Ten people were killed, the police said."
STRUCK = "A ferry struck the pier at Orlund on Monday."
BOTH = "A ferry struck the pier at Orlund on Monday and ten people were killed, the police said."
DIVERS = "Divers searched the harbour until dusk."
H, G = "harbour.txt", "globe.txt"


def corroborating(file: str, quote: str) -> Citation:
    return cite(CASE, file, quote, corroborates=True)


GHOST = Citation(source="ghost", start=0, end=4, quote="None")
MOVED = replace(cite(CASE, H, KILLED), start=0, end=len(KILLED))


@pytest.mark.parametrize(
    ("text", "citations", "supported", "used"),
    [
        # The first branch: each bears it out alone.
        (KILLED, [cite(CASE, H, KILLED)], 1, ["alone"]),
        (KILLED, [cite(CASE, H, KILLED), cite(CASE, "copy.txt", KILLED)], 1, ["alone", "alone"]),
        # The second: neither does, and the sentence falls without either.
        (BOTH, [cite(CASE, H, STRUCK), cite(CASE, H, KILLED)], 1, ["needed", "needed"]),
        # The third: it does not, and the others do without it.
        (KILLED, [cite(CASE, H, KILLED), cite(CASE, H, DIVERS)], 1, ["alone", "spare"]),
        (BOTH, [cite(CASE, H, STRUCK), cite(CASE, H, KILLED), cite(CASE, H, DIVERS)], 1, ["needed", "needed", "spare"]),
        # A sentence that is not borne out takes its citations with it.
        ("Twelve people were killed, the police said.", [cite(CASE, H, KILLED)], 0, ["unsupported"]),
        (KILLED, [cite(CASE, H, DIVERS)], 0, ["unsupported"]),
        # A further witness is held to what it is said to do; no verdict rests on it.
        (
            KILLED,
            [cite(CASE, H, KILLED), corroborating(G, "The crash at Orlund killed 10 people.")],
            1,
            ["alone", "witness"],
        ),
        (KILLED, [cite(CASE, H, KILLED), corroborating(H, DIVERS)], 1, ["alone", "idle"]),
        (KILLED, [corroborating(H, KILLED)], 0, ["unsupported"]),
        # What is not there: the sentence is not cited soundly, whatever else bears it out.
        (KILLED, [cite(CASE, H, KILLED), GHOST], 0, ["alone", "broken"]),
        (KILLED, [MOVED], 0, ["broken"]),
        (KILLED, [], 0, []),
    ],
)
def test_what_a_citation_does(text: str, citations: list[Citation], supported: float, used: list[str]) -> None:
    what = brief(CASE, (text, citations))
    assert [role for cited in roles(Subject(case=CASE, brief=what)) for _, role in cited] == used
    assert measure("citation_recall", CASE, what).value == supported
    good = sum(role in ("alone", "needed", "witness") for role in used)
    assert measure("citation_precision", CASE, what).value == pytest.approx(good / len(used) if used else 0)


def test_every_sentence_and_every_citation_counts() -> None:
    what = brief(
        CASE, (KILLED, [cite(CASE, H, KILLED), cite(CASE, H, DIVERS)]), (STRUCK, [(H, STRUCK)]), ("It rained.", [])
    )
    assert measure("citation_recall", CASE, what).value == pytest.approx(2 / 3)
    found = measure("citation_precision", CASE, what)
    assert found.value == pytest.approx(2 / 3)
    assert [(p.id.split()[0], p.value) for p in found.parts] == [("b1", 1.0), ("b1", 0.0), ("b2", 1.0)]


@pytest.mark.parametrize(
    ("text", "citations", "value"),
    [
        (KILLED, [cite(CASE, H, KILLED)], 1.0),
        # Each further witness is counted by itself, however many there are.
        (KILLED, [cite(CASE, H, KILLED), cite(CASE, "copy.txt", KILLED)], 1.0),
        (KILLED, [cite(CASE, H, KILLED), corroborating(G, "The crash at Orlund killed 10 people.")], 1.0),
        # A whole document is loose, alone and as a further witness.
        (KILLED, [cite(CASE, H, HARBOUR)], 3 * len(KILLED) / len(HARBOUR)),
        (KILLED, [cite(CASE, H, KILLED), corroborating(G, GLOBE)], 3 * len(KILLED) / len(GLOBE)),
        (KILLED, [cite(CASE, H, HARBOUR), cite(CASE, G, GLOBE)], 3 * len(KILLED) / len(HARBOUR + GLOBE)),
        # The same place twice is one place.
        (STRUCK, [cite(CASE, H, STRUCK)] * 5, 1.0),
        (KILLED, [GHOST], 0.0),
        (KILLED, [], 0.0),
    ],
)
def test_tightness(text: str, citations: list[Citation], value: float) -> None:
    assert measure("tightness", CASE, brief(CASE, (text, citations))).value == pytest.approx(value)


def test_citing_everything_everywhere_is_loose_and_of_no_use() -> None:
    every = [cite(CASE, file, line) for file in TEXTS for line in TEXTS[file].splitlines()]
    sound = brief(CASE, (KILLED, [(H, KILLED)]), (STRUCK, [(H, STRUCK)]))
    loose = brief(CASE, (KILLED, every), (STRUCK, every))
    for metric in ("tightness", "citation_precision"):
        assert (measure(metric, CASE, loose).value or 0) < (measure(metric, CASE, sound).value or 0) == 1.0
