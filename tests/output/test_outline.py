"""What a page holds, whatever sets it: marks, sections, and phrases for each kind of brief."""

from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any

import pytest
from rich.console import Console
from sample_briefs import cite, hostile_brief, seeds_brief

from summarizer.output import facts, markdown, terminal, text
from summarizer.output.outline import outline
from summarizer.output.page import Outline
from summarizer.records import (
    Brief,
    BriefSentence,
    Check,
    Citation,
    Difference,
    Disagreement,
    Engine,
    Origin,
    Position,
    Source,
    Status,
    Usage,
    Verdict,
)

EMPTY = Brief(sources=(), sentences=())


def sentence(status: Status = "supported", *checks: Check, **fields: Any) -> BriefSentence:
    known: dict[str, Any] = {
        "id": "b1",
        "text": "Ab.",
        "citations": cite("s1:South Korea"),
        "verdict": Verdict(status=status, checks=checks),
    }
    return BriefSentence(**known | fields)


def page(*sentences: BriefSentence, **fields: Any) -> Outline:
    return outline(replace(EMPTY, sentences=sentences, **fields))


def test_a_mark_is_the_number_of_its_source_and_the_letter_of_its_passage() -> None:
    shown = outline(seeds_brief())
    marks = [mark for paragraph in shown.paragraphs for said in paragraph.sentences for mark in said.marks]
    passages = {passage.mark: passage for passage in shown.passages}
    assert set(marks) <= set(passages)
    assert [source.number for source in shown.sources] == [1, 2, 3, 4, 5]
    for source in shown.sources:
        starts = [passage.start for passage in source.passages]
        assert starts == sorted(starts)
        assert all(passage.mark.startswith(str(source.number)) for passage in source.passages)


def test_after_z_comes_aa_and_the_same_passage_keeps_its_mark() -> None:
    many = tuple(Citation(source="x", start=n, end=n + 1, quote="q") for n in range(60))
    shown = page(sentence(citations=many), sentence(id="b2", citations=many[:1] + many[:1]))
    first, second = shown.paragraphs[0].sentences
    assert [first.marks[n] for n in (0, 25, 26, 51, 52)] == ["1a", "1z", "1aa", "1az", "1ba"]
    assert second.marks == ("1a",)


def test_a_source_that_is_not_listed_is_named_as_such() -> None:
    shown = page(sentence(citations=(Citation(source="s9", start=0, end=1, quote="q"),)))
    assert shown.sources[0].id == "s9"
    assert "not listed" in shown.sources[0].path


FLAGS = [
    (sentence(), ""),
    (sentence("unchecked"), "unchecked"),
    (sentence("partial", Check(name="numbers", ok=True, detail="1,500")), "partial"),
    (sentence("unsupported", Check(name="names", ok=False, detail="no Kim")), "unsupported: no Kim"),
    (sentence("contradicted", Check(name="negation", ok=False)), "contradicted: the negation check fails"),
    (
        sentence("unsupported", Check(name="a", ok=False, detail="x"), Check(name="b", ok=False, detail="y")),
        "unsupported: x; y",
    ),
    (sentence(citations=()), "unsupported: no source is cited"),
]


@pytest.mark.parametrize(("said", "flag"), FLAGS, ids=[flag for _, flag in FLAGS])
def test_what_does_not_hold_is_flagged_in_words(said: BriefSentence, flag: str) -> None:
    shown = page(said).paragraphs[0].sentences[0]
    assert shown.flag == flag
    assert bool(shown.flag) == (shown.status != "supported")


SUMMARIES = [
    ((sentence(),), "0 files · 1 sentence, supported"),
    ((sentence(), sentence()), "0 files · all 2 sentences supported"),
    ((sentence(), sentence("unchecked")), "0 files · 1 of 2 sentences supported, 1 unchecked"),
    ((sentence(citations=()),), "0 files · 0 of 1 sentence supported, 1 unsupported"),
    ((), "0 files"),
]


@pytest.mark.parametrize(("sentences", "summary"), SUMMARIES)
def test_the_summary_counts_what_holds(sentences: tuple[BriefSentence, ...], summary: str) -> None:
    assert page(*sentences).summary == summary


def test_an_empty_brief_says_so() -> None:
    assert page(question="Why?").empty == "The sources do not answer this question."
    assert page().empty == "Nothing could be said from these sources."
    assert page(sentence(), question="Why?").empty == ""


def test_paragraphs_follow_sections_and_stay_short() -> None:
    long = sentence(text="word " * 30)
    shown = page(*[long] * 7, sentence(section="After"), sentence(section="After"), sentence(section="Last"))
    assert [p.heading for p in shown.paragraphs] == ["", "", "", "After", "Last"]
    assert [len(p.sentences) for p in shown.paragraphs] == [2, 3, 2, 2, 1]
    assert len(page(sentence(text=""), sentence(text=" ")).paragraphs) == 1


def test_different_things_counted_are_no_disagreement() -> None:
    position = Position(value="3", citations=())
    both = tuple(Disagreement(id="d1", about="x", kind=kind, positions=(position,)) for kind in ("scope", "update"))
    shown = page(disagreements=both)
    assert [q.kind for q in shown.disagreements] == ["a later answer replaces an earlier one"]
    assert [q.kind for q in shown.scopes] == ["different things are counted"]


ENGINES = [
    (None, Usage(), "Written by another program · 1 word · 1 of 1 sentence checked by code"),
    (
        Engine(writer="extractive"),
        Usage(),
        "Extractive writer · 1 word · 1 of 1 sentence checked by code · no model calls",
    ),
    (
        Engine(writer="model", model="m-1"),
        Usage(calls=3, cached_calls=1, failed_calls=2, prompt_tokens=12000, completion_tokens=800, cost_usd=0.00123),
        "Model writer (m-1, 0 of 1 sentence in its words) · 1 word · 1 of 1 sentence checked by code · "
        "3 calls, 1 from the cache, 2 failed · 12,000 tokens read, 800 written · $0.0012",
    ),
]


@pytest.mark.parametrize(("engine", "usage", "words"), ENGINES)
def test_the_last_line_says_what_made_it(engine: Engine | None, usage: Usage, words: str) -> None:
    assert page(sentence(), engine=engine, usage=usage).engine == words


COSTS = [(None, "cost unknown"), (0.0, "$0.00"), (0.000004, "under $0.0001"), (0.0123, "$0.0123"), (12.345, "$12.35")]


@pytest.mark.parametrize(("usd", "words"), COSTS)
def test_a_price_that_nobody_knows_is_not_zero(usd: float | None, words: str) -> None:
    assert facts.cost(usd) == words


def test_a_source_is_described_by_what_is_known() -> None:
    known: dict[str, Any] = {"id": "s1", "path": "a", "sha256": "0"}
    table: list[tuple[dict[str, Any], str]] = [
        ({}, ""),
        ({"outlet": "AFP", "agencies": ("AFP",)}, "AFP"),
        ({"outlet": "The Post", "agencies": ("AFP", "Reuters")}, "The Post, with AFP, Reuters"),
        ({"published": date(2024, 1, 5)}, "5 January 2024"),
    ]
    for fields, words in table:
        assert facts.source(Source(**known | fields)) == words


def test_every_word_of_a_hostile_brief_is_safe_and_on_one_line() -> None:
    shown = outline(hostile_brief())
    for shown_text in (shown.title, shown.question, shown.engine, *shown.warnings, *(p.quote for p in shown.passages)):
        assert shown_text.isprintable()


TWO = (Origin(id="o1", sources=("s1",)), Origin(id="o2", sources=("s2",)))


@pytest.mark.parametrize(
    ("files", "origins", "upstream", "of", "mark"),
    [
        (1, 1, None, TWO, "single source"),
        (1, 1, None, TWO[:1], ""),
        (1, 0, None, TWO, ""),
        (2, 1, None, TWO, "2 files, 1 origin"),
        (2, 1, "the spy agency", TWO, "2 files, 1 origin"),
        (2, 2, None, TWO, ""),
        (2, 2, "the spy\nagency", TWO, "one statement: the spy agency"),
        (3, 2, "the spy agency", TWO, "3 files, 2 origins, one statement: the spy agency"),
    ],
)
def test_how_well_a_sentence_stands(
    files: int, origins: int, upstream: str | None, of: tuple[Origin, ...], mark: str
) -> None:
    citations = tuple(Citation(source=f"s{n}", start=0, end=1, quote="q") for n in range(files))
    shown = page(sentence(citations=citations, origins=origins, upstream=upstream), origins=of)
    assert shown.paragraphs[0].sentences[0].support == mark


def test_copies_that_differ_stand_above_the_text_with_both_places() -> None:
    places = cite("s1:South Korea", "s2:South Korea")
    found = Difference(about="12,000 in s1, 1,200 in s2", citations=(places[0], places[1]))
    copies = Origin(id="o1", sources=("s1", "s2"), kind="reprint", differences=(found,))
    [alarm] = page(sentence(), origins=(copies,)).alarms
    assert alarm.text == "s1 and s2 are copies of one text but differ: 12,000 in s1, 1,200 in s2"
    assert alarm.marks == ("1a", "2a")


def test_a_source_on_which_no_sentence_rests_is_named_so() -> None:
    one, two, three = (Source(id=f"s{n}", path=f"{n}.txt", sha256="0") for n in (1, 2, 3))
    left = Disagreement(
        id="d1", about="x", kind="conflict", positions=(Position(value="5", citations=cite("s2:South Korea")),)
    )
    shown = page(sentence(), sources=(one, two, three), disagreements=(left,))
    assert [source.used for source in shown.sources] == ["", "no sentence rests on it", "not cited"]


def test_where_a_source_says_otherwise_the_passage_is_marked_in_every_output() -> None:
    other = Citation(source="s2", start=3, end=9, quote="Not so")
    brief = replace(EMPTY, sentences=(sentence(verdict=Verdict(status="supported", against=(other,))),))
    shown = outline(brief)
    [said] = shown.paragraphs[0].sentences
    [passage] = [p for p in shown.passages if p.mark in said.against]
    assert (passage.start, passage.end, passage.quote) == (3, 9, "Not so")
    assert f"*(a source says otherwise)*[^{passage.mark}]" in markdown.render(brief)
    assert f"[a source says otherwise: {passage.mark}]" in text.render(brief)
    printed = StringIO()
    console = Console(file=printed, width=200)
    terminal.show(brief, console)
    assert f"(a source says otherwise: {passage.mark})" in printed.getvalue()
    assert "says otherwise" not in text.render(replace(EMPTY, sentences=(sentence(),)))
