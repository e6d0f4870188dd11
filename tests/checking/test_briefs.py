"""A brief held to its word: exact spans, fresh verdicts, and a line for everything that does not hold."""

from dataclasses import replace
from typing import Any

import pytest

from summarizer.checking.briefs import check_brief, problems
from summarizer.records import Brief, BriefSentence, Citation, Source, Verdict, Withheld

TEXT = "Storm hits Aldby\nThe mayor denied that the dam was damaged. Twelve boats sank in Aldby on Friday.\n"
OTHER = "Nothing of this kind was seen elsewhere. Prices rose."


def cite(quote: str, text: str = TEXT, source: str = "s1", prefix: str = "", suffix: str = "") -> Citation:
    start = text.index(quote)
    return Citation(source=source, start=start, end=start + len(quote), quote=quote, prefix=prefix, suffix=suffix)


def brief(text: str, *citations: Citation) -> Brief:
    claimed = Verdict(status="supported")
    return Brief(
        sources=tuple(Source(id=i, path=f"{i}.txt", sha256="0" * 64) for i in ("s1", "s2")),
        sentences=(BriefSentence(id="b1", text=text, citations=citations, verdict=claimed),),
    )


def checked(text: str, *citations: Citation) -> Brief:
    return check_brief(brief(text, *citations), {"s1": TEXT, "s2": OTHER})


BOATS = "Twelve boats sank in Aldby on Friday."


def test_what_holds_has_no_problems() -> None:
    fresh = checked(BOATS, cite(BOATS, prefix="damaged. ", suffix="\n"))
    assert fresh.sentences[0].verdict.status == "supported"
    assert problems(fresh) == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"start": 0}, "does not hold the quoted text"),
        ({"end": 10_000}, "lies outside the text"),
        ({"start": -5}, "lies outside the text"),
        ({"source": "s9"}, "no text of a source"),
        ({"quote": "Thirteen boats sank."}, "does not hold the quoted text"),
        ({"prefix": "elsewhere "}, "does not follow its prefix"),
        ({"suffix": "elsewhere "}, "is not followed by its suffix"),
    ],
)
def test_a_span_that_is_not_exact_fails(changes: dict[str, Any], reason: str) -> None:
    fresh = checked(BOATS, replace(cite(BOATS), **changes))
    assert fresh.sentences[0].verdict.status == "unsupported"
    (line,) = problems(fresh)
    assert line.startswith("b1 unsupported: spans: ")
    assert reason in line


def test_a_claimed_verdict_is_not_believed() -> None:
    assert checked("Thirteen boats sank in Aldby on Friday.", cite(BOATS)).sentences[0].verdict.status == "contradicted"
    assert checked(BOATS).sentences[0].verdict.status == "unsupported"


def test_the_sentence_around_a_span_is_heard() -> None:
    fresh = checked("The dam was damaged.", cite("the dam was damaged"))
    assert fresh.sentences[0].verdict.status != "supported"


def test_an_idle_citation_is_named() -> None:
    fresh = checked(BOATS, cite(BOATS), cite("Prices rose.", OTHER, "s2"))
    assert "shares no word" in problems(fresh)[0]


def test_other_citations_are_held_to_the_letter() -> None:
    kept = Withheld(text="x", written_by="model", citations=(replace(cite(BOATS), start=3),), reasons=("no",))
    made = replace(brief(BOATS, cite(BOATS)), withheld=(kept,))
    fresh = check_brief(made, {"s1": TEXT, "s2": OTHER})
    assert fresh.warnings == ("withheld 1: s1[3:97] does not hold the quoted text",)
    assert check_brief(fresh, {"s1": TEXT, "s2": OTHER}) == fresh


BANK = "The bank closed two branches in Oslo on Friday.\nIt was the first such step. The bank closed two branches.\n"


@pytest.mark.parametrize(
    ("quotes", "detail"),
    [
        (("The bank closed two branches in Oslo on Friday.",), ""),
        (("The bank closed two branches in Oslo on Friday.", "The bank closed two branches."), "adds nothing"),
    ],
)
def test_each_bearing_citation_is_needed_or_a_witness(quotes: tuple[str, ...], detail: str) -> None:
    citations = [cite(quote, BANK) for quote in quotes[:1]]
    citations += [
        replace(cite(quote, BANK), start=BANK.rindex(quote), end=BANK.rindex(quote) + len(quote))
        for quote in quotes[1:]
    ]
    fresh = check_brief(brief("The bank closed two branches in Oslo on Friday.", *citations), {"s1": BANK, "s2": OTHER})
    (found,) = [c for c in fresh.sentences[0].verdict.checks if c.name == "citations"]
    assert (detail in found.detail, found.ok) == (True, not detail)


def test_a_name_in_no_source_is_named() -> None:
    fresh = checked("Twelve boats sank in Zapad on Friday.", cite(BOATS))
    assert "b1: “Zapad” stands in no source" in fresh.warnings
