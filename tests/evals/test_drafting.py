"""A case of what people decided: nothing in it that they did not say, and every part of it as a case has to be."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from summarizer.evals.cases.drafting import Draft, Material, draft, dump, summary
from summarizer.evals.cases.lint import lint
from summarizer.records import (
    Brief,
    BriefSentence,
    Citation,
    Disagreement,
    Engine,
    Position,
    Source,
    Verdict,
    Withheld,
)
from summarizer.reviewed import Decided, Decision, Resolved, Resolving, Reviewer, ReviewRecord

TEXTS = {
    "s1": "Two warehouses burned down in Velm on Tuesday. Four people were hurt. The end. The end.\n",
    "s2": "Velm mourns. Two warehouses burned down in Velm on Tuesday.\nSeven people were hurt.\n",
}
PATHS = {"s1": "a/news.txt", "s2": "b/News.txt"}
ACCEPTED = (Decision(by="Marta", choice="accepted"),)
HOLDS = Verdict(status="supported")


def cite(source: str, quote: str, last: bool = False) -> Citation:
    start = TEXTS[source].rindex(quote) if last else TEXTS[source].index(quote)
    return Citation(source=source, start=start, end=start + len(quote), quote=quote)


BURNED = tuple(cite(s, "Two warehouses burned down in Velm on Tuesday.") for s in TEXTS)
FOUR, SEVEN = cite("s1", "Four people were hurt."), cite("s2", "Seven people were hurt.")


def said(number: int, text: str, *citations: Citation, choice: Decided = "accepted") -> BriefSentence:
    return BriefSentence(
        id=f"b{number}",
        text=text,
        citations=citations,
        verdict=HOLDS,
        decisions=(Decision(by="Marta", choice=choice),),
    )


def rejected(text: str) -> Withheld:
    made = (Decision(by="Marta", choice="rejected"),)
    return Withheld(text=text, written_by="model", reasons=("rejected by Marta",), decisions=made)


def brief(*sentences: BriefSentence, **fields: Any) -> Brief:
    sources = tuple(Source(id=s, path=PATHS[s], sha256=sha256(TEXTS[s].encode()).hexdigest()) for s in TEXTS)
    record = ReviewRecord(brief="9f2c", reviewers=(Reviewer(name="Marta"),))
    known: dict[str, Any] = {"title": "A fire in Velm", "sources": sources, "review": record}
    return Brief(**known | {"sentences": sentences} | fields)


def made(reviewed: Brief, before: Brief | None = None) -> Draft:
    return draft(Material(id="velm", reviewed=reviewed, made=before or reviewed, texts=TEXTS))


def faults(found: Draft, tmp_path: Path) -> list[str]:
    """What `eval lint` says of the case as it would be written."""
    (tmp_path / "sources").mkdir()
    for source, name in found.files.items():
        (tmp_path / "sources" / name).write_bytes(TEXTS[source].encode())
    (tmp_path / "case.yaml").write_text(dump(found.case), "utf-8")
    case, wrong = lint(tmp_path / "case.yaml")
    assert case is not None
    return [fault.reason for fault in wrong]


def test_accepted_sentences_are_facts_with_their_spans(tmp_path: Path) -> None:
    together = said(2, "Four people were hurt, and Velm mourns.", FOUR, cite("s2", "Velm mourns."))
    twice = said(3, "The end.", cite("s1", "The end.", last=True))
    found = made(brief(said(1, BURNED[0].quote, *BURNED), together, twice, said(4, BURNED[0].quote, *BURNED)))
    first, second, third = found.case["facts"]
    assert first == {
        "id": "f1",
        "text": "Two warehouses burned down in Velm on Tuesday.",
        "importance": 2,
        "support": [[{"file": found.files[c.source], "quote": c.quote}] for c in BURNED],  # each says all of it
    }
    assert [len(group) for group in second["support"]] == [2]  # they say it together
    assert third["support"] == [[{"file": "news.txt", "quote": "The end.", "start": TEXTS["s1"].rindex("The end.")}]]
    assert found.case["note"] == ("Drafted from a review of the brief 9f2c by Marta; the names are self-declared.")
    assert summary(found.case) == "3 facts, 0 disagreements, 0 that must not be said, 2 sources"
    assert faults(found, tmp_path) == []


def test_files_of_one_name_are_told_apart_on_every_system(tmp_path: Path) -> None:
    found = made(brief(said(1, BURNED[0].quote, *BURNED)))
    assert found.files == {"s1": "news.txt", "s2": "News-2.txt"}
    assert faults(found, tmp_path) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("x/.hidden.md", "hidden.md"),
        ("-", "source.txt"),
        ("../a b.TXT", "a b.TXT"),
        ("page.html", "page.html.txt"),
        ("x\x1b[2J.txt", "x␛[2J.txt"),
    ],
)
def test_a_file_has_a_plain_name_that_a_run_reads(path: str, name: str) -> None:
    one = brief(said(1, BURNED[0].quote, BURNED[0]))
    found = made(replace(one, sources=(replace(one.sources[0], path=path), one.sources[1])))
    assert found.files["s1"] == name


LEFT: list[tuple[tuple[Decided, ...], str]] = [
    (("flagged",), "b1: flagged"),
    ((), "b1: open"),
    (("accepted", "rejected"), "b1: reviewers differ"),
]


@pytest.mark.parametrize(("choices", "told"), LEFT)
def test_what_is_not_accepted_is_named_and_left_out(choices: tuple[Decided, ...], told: str) -> None:
    decisions = tuple(Decision(by="x", choice=choice) for choice in choices)
    found = made(brief(replace(said(1, BURNED[0].quote, *BURNED), decisions=decisions)))
    assert found.case["facts"] == []
    assert found.left == (told,)


def test_what_cites_nothing_that_stands_there_is_no_fact_and_what_does_not_hold_is_pointed_out() -> None:
    stray = replace(FOUR, start=FOUR.start + 1, end=FOUR.end + 1)
    doubtful = replace(said(3, "Four were hurt badly.", FOUR), verdict=Verdict(status="partial"))
    found = made(brief(said(1, "A.", stray), said(2, "B."), doubtful))
    assert [fact["text"] for fact in found.case["facts"]] == ["Four were hurt badly."]
    assert found.left == (
        "b1: accepted, and cites nothing that stands in a source",
        "b2: accepted, and cites nothing that stands in a source",
        "f1 is in it, accepted though not fully borne out: see whether its quotes say so",
    )


def test_rejected_sentences_must_not_be_said(tmp_path: Path) -> None:
    held = (
        rejected("The fire (of Tuesday) killed 12,000!"),
        rejected("Seven people were hurt."),
        rejected("Two warehouses burned down in Velm"),
        Withheld(text="Nobody decided on this.", written_by="model", reasons=("x",)),
    )
    found = made(brief(said(1, BURNED[0].quote, *BURNED), withheld=held))
    assert found.case["must_not"] == [
        {
            "id": "n1",
            "text": "The fire (of Tuesday) killed 12,000!",
            "pattern": r"The\W+fire\W+of\W+Tuesday\W+killed\W+12\W+000",
        },
        {  # a source says so: what a reviewer finds wrong with it, no check can see
            "id": "n2",
            "text": "Seven people were hurt.",
            "pattern": r"Seven\W+people\W+were\W+hurt",
            "planted_in": ["News-2.txt"],
            "severity": "warning",
        },
    ]
    assert found.left == ("rejected, and said by what is accepted too: “Two warehouses burned down in Velm”",)
    assert faults(found, tmp_path) == []


HURT = Disagreement(
    id="d1",
    about="people hurt",
    kind="update",
    positions=(
        Position(value="Four", said_by="the police", citations=(FOUR,)),
        Position(value="Seven", citations=(SEVEN,)),
        Position(value="Seven", said_by="the hospital", citations=(SEVEN,)),
    ),
)
RESOLVED: list[tuple[list[tuple[Resolving, str]], tuple[str, str | None] | None]] = [
    ([("use", "Seven")], ("update", "Seven")),
    ([("use", "Nine")], ("update", None)),
    ([("both", "")], ("update", None)),
    ([("none", "")], ("scope", None)),  # a trap: no brief should report it
    ([("both", ""), ("both", "")], ("update", None)),
    ([("both", ""), ("none", "")], None),
    ([], None),
]


@pytest.mark.parametrize(("hows", "expected"), RESOLVED)
def test_resolved_disagreements_are_questions(
    hows: list[tuple[Resolving, str]], expected: tuple[str, str | None] | None, tmp_path: Path
) -> None:
    record = ReviewRecord(
        resolutions=tuple(
            Resolved(id="d1", about="x", how=how, value=value, by=f"r{n}") for n, (how, value) in enumerate(hows)
        )
    )
    reviewed = brief(said(1, BURNED[0].quote, *BURNED), review=record)  # from which one that is none has gone
    found = made(reviewed, replace(reviewed, disagreements=(HURT,)))
    questions = found.case.get("disagreements", [])
    assert bool(questions) == (expected is not None)
    if expected:
        (question,) = questions
        assert (question["kind"], question.get("prefer")) == expected
        assert [(v["value"], v.get("said_by")) for v in question["values"]] == [("Four", "the police"), ("Seven", None)]
    assert faults(found, tmp_path) == []


def test_the_length_is_what_the_brief_was_asked_for() -> None:
    one = brief(said(1, "word " * 30, *BURNED))
    assert made(one).case["words"] == 30
    assert made(replace(one, engine=Engine(writer="extractive", settings={"words": 250}))).case["words"] == 250
    assert made(brief(said(1, "Short.", *BURNED))).case["words"] == 20


def test_what_yaml_takes_for_something_else_comes_back_as_it_was(tmp_path: Path) -> None:
    odd = "no: 'yes' \"x\" #1 — \u2028 12:30 & *a"
    found = made(brief(said(1, BURNED[0].quote, *BURNED), title=odd.replace("\u2028", "")))
    faults(found, tmp_path)
    case, _ = lint(tmp_path / "case.yaml")
    assert case is not None
    assert case.title == " ".join(odd.replace("\u2028", "").split())
