"""A claim held against a source that it does not cite: the evidence found for it, its verdict and its score."""

from datetime import date

import pytest

from summarizer.checking.claims.support import LIKELY
from summarizer.checking.claims.verifying import sentences_of, truth, verify, verify_pair
from summarizer.checking.finding import Finder
from summarizer.checking.verdicts import check

SOURCE = (
    "The ferry Alma sank off Torsk Island on Friday night, killing 14 passengers. "
    "Divers recovered 12 bodies on Sunday, the coast guard said. "
    "Captain Ines Dalgaard did not ignore the storm warning, her lawyer told reporters. "
    "The line will refund every ticket for March. "
    "An inquiry into the ferry's safety equipment was opened by the Maritime Safety Board. "
    "Exports of timber from the island rose last year."
)


@pytest.mark.parametrize(
    ("claim", "status", "likely"),
    [
        # word for word, or nearly: the checker certifies it
        ("Divers recovered 12 bodies on Sunday, the coast guard said.", "supported", True),
        ("The line will refund every ticket for March.", "supported", True),
        # in other words: likely, and never certified
        ("An investigation into the safety gear of the ferry has begun.", "unchecked", True),
        ("The vessel Alma went down near Torsk Island on Friday night.", "partial", True),
        # a figure, a name, a day, a denial, an opposite that the source does not have
        ("Divers recovered 19 bodies on Sunday, the coast guard said.", "contradicted", False),
        ("The ferry Alma sank off Torsk Island on Friday night, killing 41 passengers.", "contradicted", False),
        ("The ferry Alma sank off Brenna Island on Friday night, killing 14 passengers.", "partial", False),
        ("Captain Ines Dalgaard ignored the storm warning, her lawyer told reporters.", "contradicted", False),
        ("The line will not refund every ticket for March.", "contradicted", False),
        ("Exports of timber from the island fell last year.", "contradicted", False),
        ("Divers recovered 12 bodies on Monday, the coast guard said.", "unsupported", False),
        # another matter
        ("The mayor of Lund opened a zoo.", "unsupported", False),
        ("Bakers in Orrin won a prize for rye bread.", "unsupported", False),
    ],
)
def test_status_and_score(claim: str, status: str, likely: bool) -> None:
    verified = verify_pair(SOURCE, claim)
    assert (verified.status, verified.likely) == (status, likely)
    assert 0 <= verified.score <= 1
    assert (verified.score >= LIKELY) is likely


@pytest.mark.parametrize("sentence", sentences_of(SOURCE), ids=lambda s: s.id)
def test_what_the_checker_certifies_scores_highest(sentence: object) -> None:
    text = getattr(sentence, "text", "")
    assert verify_pair(SOURCE, text).status == "supported"
    assert verify_pair(SOURCE, text).score > 0.9


def test_spans_are_exact_and_those_that_say_otherwise_are_named() -> None:
    verified = verify_pair(SOURCE, "Divers recovered 19 bodies on Sunday, the coast guard said.")
    (judged,) = verified.sentences
    assert judged.citations
    assert judged.verdict.against[0].quote.startswith("Divers recovered 12 bodies")
    for citation in (*judged.citations, *judged.verdict.against):
        assert SOURCE[citation.start : citation.end] == citation.quote


def test_each_sentence_is_judged_and_the_worst_decides() -> None:
    text = "The line will refund every ticket for March. Divers recovered 19 bodies on Sunday."
    verified = verify_pair(SOURCE, text)
    assert [text[s.start : s.end] for s in verified.sentences] == [s.text for s in verified.sentences]
    assert [s.verdict.status for s in verified.sentences] == ["supported", "contradicted"]
    assert verified.status == "contradicted"
    assert verified.score == min(s.score for s in verified.sentences)


def test_evidence_may_lie_in_several_sources_and_witnesses_are_cited_too() -> None:
    texts = {
        "s1": "The Alma sank on Friday night.",
        "s2": "Fourteen passengers died.",
        "s3": "On Friday night the Alma sank.",
    }
    finder = Finder(s for name, text in texts.items() for s in sentences_of(text, name))
    (judged,) = verify("The Alma sank on Friday night.", finder).sentences
    assert judged.verdict.status == "supported"
    assert [(c.source, c.corroborates) for c in judged.citations] == [("s1", False), ("s3", True)]
    (both,) = verify("The Alma sank on Friday night, and fourteen passengers died.", finder).sentences
    assert both.verdict.status == "supported"
    assert {c.source for c in both.citations} >= {"s1", "s2"}


def test_a_weekday_is_resolved_by_the_day_of_its_article() -> None:
    sentences = sentences_of("The Alma sank on Friday.", "s1")
    claim = "The Alma sank on October 18, 2024."
    assert verify(claim, Finder(sentences)).status != "supported"
    assert verify(claim, Finder(sentences, {"s1": date(2024, 10, 21)})).status == "supported"


def test_the_checker_is_the_same() -> None:
    finder = Finder(sentences_of(SOURCE))
    (judged,) = verify("The line will refund every ticket for March.", finder).sentences
    assert judged.verdict.checks == check(judged.text, finder.evidence(finder.near(judged.text, 1))).checks


@pytest.mark.parametrize(
    "claim",
    ["...", "   ", "\n\n", "\u202e\u200b", "Das Schiff lief ein.", "船は港に入った。", "\x1b[31mRed\x07", "a" * 9000],
)  # fmt: skip
def test_hostile_claims_are_never_supported(claim: str) -> None:
    verified = verify_pair(SOURCE, claim)
    assert verified.status != "supported"
    assert not verified.likely


def test_another_language_is_supported_by_the_letter_only() -> None:
    source = "Das Schiff ist am Montag nicht in den Hafen gelaufen. Der Wind war stark."
    assert verify_pair(source, "Das Schiff ist am Montag nicht in den Hafen gelaufen.").status == "supported"
    assert verify_pair(source, "Das Schiff ist am Montag in den Hafen gelaufen.").status != "supported"


@pytest.mark.timeout(30)  # it takes a second or two; anything quadratic in the source takes minutes
@pytest.mark.parametrize("unit", [SOURCE + " ", "North Korea ", "not ", "1,000 ", "A.B ", "word\n", "“a” "])
def test_a_long_source_of_one_thing_ends_in_time(unit: str) -> None:
    claim = "Divers recovered 19 bodies on Monday, the coast guard said, and North Korea did not object."
    assert verify_pair(unit * (200_000 // len(unit)), claim).status != "supported"


@pytest.mark.parametrize(
    ("label", "is_true"),
    [(True, True), (1, True), ("Entailment", True), (False, False), (0, False), ("neutral", False)],
)  # fmt: skip
def test_labels(label: object, is_true: bool) -> None:
    assert truth(label) is is_true


def test_a_label_that_says_neither_is_an_error() -> None:
    with pytest.raises(ValueError, match="maybe"):
        truth("maybe")
