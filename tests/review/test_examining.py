"""The examiner: the same verdict as `summarizer check`, evidence that follows an edit, and spans to choose from."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sample import BOATS, BOATS_TOO, DAM, FOURTEEN, SCHOOLS, TEXTS, TWENTY, cite, laid

from summarizer.checking.briefs import check_brief
from summarizer.pipeline import summarize
from summarizer.records import Brief, Citation, Verdict
from summarizer.review.evidence import desk as desks
from summarizer.review.evidence.desk import Desk
from summarizer.review.evidence.examining import Examiner, Stopped
from summarizer.review.evidence.windows import sentences_near


@pytest.fixture
def examiner(tmp_path: Path) -> Examiner:
    return Examiner(laid(tmp_path), Desk(laid(tmp_path), tmp_path))


def checked(brief: Brief, texts: dict[str, str], text: str, citations: tuple[Citation, ...]) -> Verdict:
    """What `summarizer check` says of the sentence in place of the brief's first."""
    sentence = replace(brief.sentences[0], text=text, citations=citations)
    return check_brief(replace(brief, sentences=(sentence,)), texts).sentences[0].verdict


@pytest.mark.parametrize(
    ("text", "citations", "status"),
    [
        (BOATS, (cite("s1", BOATS), cite("s2", BOATS_TOO, True)), "supported"),
        ("Thirteen boats sank in Aldby on Friday.", (cite("s1", BOATS),), "contradicted"),
        ("The dam was damaged.", (cite("s1", "the dam was damaged"),), "contradicted"),
        (BOATS, (cite("s2", SCHOOLS),), "unsupported"),
        (BOATS, (replace(cite("s1", BOATS), start=1),), "unsupported"),
        (BOATS, (), "unsupported"),
        ("", (cite("s1", BOATS),), "unsupported"),
        (FOURTEEN, (cite("s2", FOURTEEN), cite("s3", TWENTY)), "partial"),
    ],
)
def test_the_verdict_is_that_of_check(
    tmp_path: Path, examiner: Examiner, text: str, citations: tuple[Citation, ...], status: str
) -> None:
    verdict = examiner.verdict(text, citations)
    assert verdict == checked(laid(tmp_path), TEXTS, text, citations)
    assert verdict.status == status


def test_on_the_seeds_every_verdict_and_every_verdict_on_an_edit_is_that_of_check(seeds: Path) -> None:
    brief = summarize(str(seeds))
    desk = Desk(brief, seeds.parent)
    examiner = Examiner(brief, desk)
    edits = [(s.text, s.citations) for s in brief.sentences]
    edits += [(" ".join(text.split()[:7]), citations) for text, citations in edits]
    edits += [(text.replace("10", "12").replace("October", "November"), c) for text, c in edits[: len(brief.sentences)]]
    for text, citations in edits:
        assert examiner.verdict(text, citations) == checked(brief, desk.texts(), text, citations)


@pytest.mark.parametrize(
    ("text", "given", "expected", "status"),
    [
        (BOATS, (cite("s1", BOATS), cite("s2", BOATS_TOO, True)), "given", "supported"),
        ("Twelve boats sank in Aldby.", (cite("s1", BOATS),), "given", "supported"),
        (
            "Twelve boats sank on Friday in Aldby.",
            (cite("s1", BOATS),),
            (cite("s2", BOATS_TOO), cite("s1", BOATS, True)),
            "supported",
        ),
        (DAM, (cite("s1", BOATS),), (cite("s1", DAM),), "supported"),
        (SCHOOLS, (cite("s3", TWENTY),), (cite("s1", SCHOOLS), cite("s2", SCHOOLS, True)), "supported"),
        (
            BOATS,
            (cite("s1", BOATS), cite("s1", DAM), cite("s2", BOATS_TOO, True)),
            (cite("s1", BOATS), cite("s2", BOATS_TOO, True)),
            "supported",
        ),
        (
            SCHOOLS,
            (cite("s1", SCHOOLS), cite("s2", SCHOOLS), cite("s1", DAM)),
            (cite("s1", SCHOOLS), cite("s2", SCHOOLS)),
            "supported",
        ),
        (
            SCHOOLS,
            (cite("s1", DAM), cite("s2", SCHOOLS, True)),
            (cite("s1", SCHOOLS), cite("s2", SCHOOLS, True)),
            "supported",
        ),
        (SCHOOLS, (cite("s1", SCHOOLS, True),), (cite("s1", SCHOOLS), cite("s2", SCHOOLS, True)), "supported"),
        ("Twelve boats sank in Aldby on May 3.", (), (cite("s1", BOATS), cite("s2", BOATS_TOO, True)), "supported"),
        (BOATS, (cite("s1", BOATS), cite("s3", TWENTY, True)), (cite("s1", BOATS),), "supported"),
        ("Twenty boats sank in Aldby on Friday.", (cite("s1", BOATS),), "given", "contradicted"),
        ("Penguins waltzed.", (cite("s1", BOATS),), "given", "unchecked"),
        ("Penguins waltzed.", (), "given", "unsupported"),
    ],
)
def test_citations_follow_an_edit(
    examiner: Examiner, text: str, given: tuple[Citation, ...], expected: object, status: str
) -> None:
    citations, verdict = examiner.anchored(text, given)
    assert citations == (given if expected == "given" else expected)
    assert verdict.status == status
    assert verdict == examiner.verdict(text, citations)


def test_candidates_are_ranked_and_what_is_cited_is_marked(examiner: Examiner) -> None:
    found = examiner.candidates(BOATS, cited=(cite("s3", TWENTY),))
    assert [(c.citation.source, c.status, c.cited) for c in found[:2]] == [
        ("s1", "supported", False),
        ("s2", "supported", False),
    ]
    assert (found[0].citation, found[0].score) == (cite("s1", BOATS), 1.0)
    assert [c.citation for c in found if c.cited] == [cite("s3", TWENTY)]
    assert all(0 <= c.score <= 1 for c in found)


def test_candidates_of_one_source_and_no_more_than_wanted(examiner: Examiner) -> None:
    cited = (cite("s2", "twelve boats"), cite("s1", BOATS))
    found = examiner.candidates(BOATS, "s2", 2, cited=cited)
    assert {c.citation.source for c in found} == {"s2"}
    assert [c.citation for c in found if c.cited] == [cited[0]]
    assert 1 < len(found) <= 3
    assert len(examiner.candidates(BOATS, most=1)) == 1


def test_a_cited_span_is_ranked_once_and_as_if_it_stood_alone(examiner: Examiner) -> None:
    found = examiner.candidates(BOATS, cited=(cite("s2", BOATS_TOO, True),))
    places = [(c.citation.source, c.citation.start) for c in found]
    assert len(places) == len(set(places))
    (own,) = [c for c in found if c.cited]
    assert (own.citation, own.status) == (cite("s2", BOATS_TOO), "supported")


def test_a_headline_is_no_candidate(examiner: Examiner) -> None:
    assert "Storm hits Aldby" not in [c.citation.quote for c in examiner.candidates("Storm hits Aldby", most=50)]


def test_a_source_that_others_outrank_still_has_its_candidates(tmp_path: Path) -> None:
    many = "".join(f"Twelve boats sank in Aldby on Friday, said witness {n}.\n" for n in range(30))
    brief = laid(tmp_path, {"s1": many, "s2": TEXTS["s2"], "s3": "Boats were seen. Nobody was at sea.\n"})
    (found,) = Examiner(brief, Desk(brief, tmp_path)).candidates(BOATS, "s3", 1)
    assert found.citation.quote == "Boats were seen."


def test_a_citation_has_its_quote_and_what_stands_around_it(examiner: Examiner) -> None:
    start = TEXTS["s1"].index("dam")
    made = examiner.citation("s1", start, start + 3)
    assert (made.quote, made.prefix[-4:], made.suffix[:4]) == ("dam", "the ", " was")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (7, 3), (0, 10_000)])
def test_there_is_no_citation_outside_the_text(examiner: Examiner, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside the text"):
        examiner.citation("s1", start, end)


def test_a_changed_source_vouches_for_nothing_from_then_on(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    desk = Desk(brief, tmp_path)
    examiner = Examiner(brief, desk)
    citations = (cite("s1", BOATS),)
    assert examiner.verdict(BOATS, citations).status == "supported"
    (tmp_path / "s1.txt").write_text("Nothing.")
    desk.reload()
    verdict = examiner.verdict(BOATS, citations)
    assert verdict.status == "unsupported"
    assert "no text of a source “s1”" in verdict.checks[0].detail
    assert examiner.anchored(BOATS, citations)[0] == (cite("s2", BOATS_TOO),)
    with pytest.raises(ValueError, match="has changed since"):
        examiner.citation("s1", 0, 3)


def test_who_cancels_is_heeded_and_nothing_is_spoilt(examiner: Examiner) -> None:
    for ask in (
        lambda: examiner.prepare(lambda: True),
        lambda: examiner.anchored(DAM, (cite("s1", BOATS),), lambda: True),
        lambda: examiner.candidates(BOATS, cancelled=lambda: True),
    ):
        with pytest.raises(Stopped):
            ask()
    assert examiner.verdict(BOATS, (cite("s1", BOATS),)).status == "supported"


def test_threads_get_the_same_verdicts(examiner: Examiner) -> None:
    found: list[Verdict] = []
    threads = [
        threading.Thread(target=lambda: found.append(examiner.verdict(BOATS, (cite("s1", BOATS),)))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(map(repr, found))) == 1


FILLER = "".join(f"Line {n} tells of the harvest in village {n}.\n" for n in range(2_000))


def test_a_giant_is_searched_where_it_matters_and_the_verdict_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "GIANT", 50_000)
    sank = "The storm sank twelve boats in Aldby on Friday."
    other = sank.replace("twelve", "fifteen")
    giant = f"{FILLER}{sank}\n{FILLER}{other}\n{FILLER}"
    brief = laid(tmp_path, {**TEXTS, "s3": giant})
    examiner = Examiner(brief, Desk(brief, tmp_path))
    citation = examiner.citation("s3", giant.index(sank), giant.index(sank) + len(sank))
    verdict = examiner.verdict(sank, (citation,))
    assert verdict.status == "supported"
    assert [c.quote for c in verdict.against] == [other]
    assert verdict.checks[-1].name == "reach"
    assert "not read whole" in verdict.checks[-1].detail
    found, again = examiner.anchored(other, (citation,))
    assert (found[0].start, again.status) == (giant.index(other), "supported")
    assert examiner.candidates(sank, "s3")[0].citation == citation


def test_of_a_giant_only_whole_sentences_are_read() -> None:
    text = FILLER.replace("\n", " ") + "Twelve boats sank in Aldby. " + FILLER.replace("\n", " ")
    found = sentences_near("s1", text, "Boats sank in Aldby.", (Citation(source="s1", start=0, end=4, quote="Line"),))
    assert "Twelve boats sank in Aldby." in [s.text for s in found]
    assert all(text[s.span.start : s.span.end] == s.text for s in found)
    assert all(s.text.startswith(("Line ", "Twelve ")) and s.text.endswith(".") for s in found)
    assert found[0].span.start == 0
    assert sum(len(s.text) for s in found) < len(text) / 4


def test_the_sentence_around_a_span_in_an_endless_line_is_found_near_it(tmp_path: Path) -> None:
    line = ("The dam held. " * 20_000) + "The mayor denied that the dam was damaged. " + ("The dam held. " * 20_000)
    brief = laid(tmp_path, {**TEXTS, "s3": line})
    examiner = Examiner(brief, Desk(brief, tmp_path))
    start = line.index("the dam was damaged")
    verdict = examiner.verdict("The dam was damaged.", (examiner.citation("s3", start, start + 19),))
    assert verdict.status == "contradicted"
