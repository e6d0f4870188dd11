"""The model writes, code checks, the judge hears what is left: kept, lowered or withheld, and always named."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sample_judge import good

from summarizer import Brief, Settings, check, summarize
from summarizer.checking.judging.calibration import dumps
from summarizer.errors import ModelError, ModelUnavailable
from summarizer.models import prompts
from summarizer.models.fences import FENCE
from summarizer.models.protocol import Request
from summarizer.models.scripted import Answer, ScriptedModel

STORY = """Bridge at Aldby closed

The mayor of Aldby closed the old bridge over the river Lenn on Tuesday because damage had made its supports unsafe.
The work on the bridge will take about six weeks, the roads office in Orrin said on Wednesday.
Nobody was hurt when a stone fell from the bridge on Monday evening, the police said.
"""
PARAPHRASE = "The mayor of Aldby closed the old bridge over the river Lenn on Tuesday because harm left pillars weak."
CUT = "The mayor of Aldby closed the old bridge on Tuesday because damage had made its supports unsafe."
LIE = "The mayor of Orrin closed the old bridge over the river Lenn on Tuesday because harm left pillars weak."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def calibrated(tmp_path: Path) -> Path:
    """The file of a calibration that lets the scripted judge decide."""
    path = tmp_path / "calibration.json"
    path.write_text(dumps(good()), encoding="utf-8")
    return path


def writing(text: str) -> ScriptedModel:
    """A writer whose one sentence of its own is `text`, however often it is asked."""

    def answer(request: Request) -> Answer:
        if request.prompt == "extract":
            return {"claims": []}
        if request.prompt == "repair":
            return {"repairs": [{"number": 1, "text": text}]}
        number = re.search(r"^(\d+): The mayor", request.user, re.MULTILINE)
        assert number
        return {"sentences": [{"text": text, "facts": [int(number[1])]}]}

    return ScriptedModel(answer, "writer")


def saying(verdict: str) -> Callable[[Request], Answer]:
    """A judge that answers so, on the whole of the text."""
    return lambda request: {"quote": request.user.split(FENCE)[1].strip(), "reason": "why", "verdict": verdict}


def made(story: Path, text: str, judge: ScriptedModel, calibration: Path | None) -> Brief:
    settings = Settings(words=60, judge_calibration=calibration)
    return summarize([story], settings, model=writing(text), judge=judge)


TABLE: list[tuple[str, str, bool, str | None, list[str]]] = [
    # what the model writes | what the judge says of it | calibrated | its verdict in the brief, None: withheld | by
    (PARAPHRASE, "supported", True, "supported", ["code", "judge:scripted"]),
    (PARAPHRASE, "not_supported", True, None, []),
    (PARAPHRASE, "contradicted", True, None, []),
    (PARAPHRASE, "unclear", True, None, []),
    (PARAPHRASE, "supported", False, None, []),
    (LIE, "supported", True, None, []),
    (CUT, "supported", True, "supported", ["code", "judge:scripted"]),
    (CUT, "contradicted", True, None, []),
    (CUT, "contradicted", False, "supported", ["code"]),
]


@pytest.mark.parametrize(("text", "says", "may_decide", "status", "by"), TABLE)
def test_what_becomes_of_a_sentence(
    text: str, says: str, may_decide: bool, status: str | None, by: list[str], story: Path, calibrated: Path
) -> None:
    brief = made(story, text, ScriptedModel(saying(says)), calibrated if may_decide else None)
    found = {s.text: s.verdict for s in brief.sentences}
    if status is None:
        assert text not in found
        assert text in [w.text for w in brief.withheld]
    else:
        assert (found[text].status, list(found[text].by)) == (status, by)
    assert any(s.text.startswith("The mayor of Aldby closed") for s in brief.sentences)  # its own words or the twin's
    assert all(s.verdict.status == "supported" for s in brief.sentences)


def test_a_lowered_sentence_is_withheld_with_what_the_judge_said(story: Path, calibrated: Path) -> None:
    brief = made(story, CUT, ScriptedModel(saying("contradicted")), calibrated)
    (withheld,) = brief.withheld
    assert withheld.reasons[0].startswith("judge: scripted (balanced accuracy 0.95 on 60 pairs")
    assert "s1 contradicted" in withheld.reasons[0]


def test_the_brief_says_who_judged_how_well_and_at_what_cost(story: Path, calibrated: Path) -> None:
    judge = ScriptedModel(saying("supported"))
    brief = made(story, PARAPHRASE, judge, calibrated)
    assert brief.engine is not None
    assert brief.engine.prompts["judge"].sha256 == prompts.load("judge").sha256
    assert brief.engine.settings["judge"] == "scripted"
    assert brief.engine.settings["judge_figures"].startswith("balanced accuracy 0.95")
    assert brief.warnings == ()
    assert len(judge.requests) == 1  # for the draft and for the brief
    assert brief.usage.calls == 3 + 1
    alone = summarize([story], Settings(words=60), model=writing(PARAPHRASE))
    assert brief.usage.prompt_tokens > alone.usage.prompt_tokens


def test_what_rests_on_a_models_word_is_shown_so(story: Path, calibrated: Path) -> None:
    from summarizer.output import render

    page = render(made(story, PARAPHRASE, ScriptedModel(saying("supported")), calibrated), "md")
    assert (
        "on the word of a model: scripted (balanced accuracy 0.95 on 60 pairs, 1 of 30 false claims let pass)" in page
    )


def test_advice_is_shown_and_the_reader_warned(story: Path) -> None:
    brief = made(story, CUT, ScriptedModel(saying("contradicted")), None)
    (warning,) = brief.warnings
    assert "decide nothing: it is not calibrated" in warning
    checks = [c for s in brief.sentences for c in s.verdict.checks if c.name == "judge"]
    assert checks
    assert all(c.ok and "which decides nothing: s1 contradicted" in c.detail for c in checks)
    assert check(brief).problems == ()


def test_sources_own_words_are_not_asked_about(story: Path) -> None:
    judge = ScriptedModel(saying("contradicted"))
    plain = summarize([story], Settings(words=60))
    brief = summarize([story], Settings(words=60), judge=judge)
    assert judge.requests == []
    assert brief.sentences == plain.sentences
    assert brief.warnings == ()


def test_a_failed_call_leaves_codes_verdict(story: Path, calibrated: Path) -> None:
    failing = ScriptedModel(lambda _: ModelError("model scripted", "no answer in time", "raise --timeout"))
    brief = made(story, CUT, failing, calibrated)
    assert CUT in [s.text for s in brief.sentences]
    assert brief.usage.failed_calls == 1
    assert "1 of 1 questions failed" in brief.warnings[0]


def test_a_judge_that_is_not_there_stops_the_run(story: Path, calibrated: Path) -> None:
    gone = ScriptedModel(lambda _: ModelUnavailable("model scripted", "cannot be reached", "start it"))
    with pytest.raises(ModelUnavailable, match=r"^judge scripted: cannot be reached"):
        made(story, CUT, gone, calibrated)


# `check` on a brief that carries a judge's verdicts.


def test_check_without_a_judge_says_what_it_cannot_repeat(story: Path, calibrated: Path) -> None:
    brief = made(story, PARAPHRASE, ScriptedModel(saying("supported")), calibrated)
    report = check(brief)
    (line,) = report.problems
    assert line.startswith("b1 partial: ")
    assert "“supported” is the verdict of scripted and could not be repeated without it" in line
    assert "name the judge with --judge-model" in line


def test_check_with_the_judge_repeats_it(story: Path, calibrated: Path) -> None:
    judge = ScriptedModel(saying("supported"))
    brief = made(story, PARAPHRASE, judge, calibrated)
    report = check(brief, settings=Settings(judge_calibration=calibrated), judge=judge)
    assert report.problems == ()
    assert report.usage.calls == 1
    assert len({json.dumps([r.system, r.user]) for r in judge.requests}) == 1  # the same question


@pytest.mark.parametrize("says", ["not_supported", "contradicted", "unclear"])
def test_check_believes_the_judge_that_it_asks(story: Path, calibrated: Path, says: str) -> None:
    brief = made(story, PARAPHRASE, ScriptedModel(saying("supported")), calibrated)
    report = check(brief, settings=Settings(judge_calibration=calibrated), judge=ScriptedModel(saying(says)))
    assert len(report.problems) == 1


def test_an_uncalibrated_judge_repeats_nothing(story: Path, calibrated: Path) -> None:
    brief = made(story, PARAPHRASE, ScriptedModel(saying("supported")), calibrated)
    report = check(brief, judge=ScriptedModel(saying("supported")))
    assert len(report.problems) == 1
    assert "decide nothing" in report.warnings[0]


def test_a_forged_judgement_is_not_believed(story: Path) -> None:
    """A brief edited by hand: whoever it names as its judge, what code finds wrong stays wrong."""
    brief = summarize([story], Settings(words=60))
    first = brief.sentences[0]
    verdict = replace(first.verdict, by=("code", "judge:gpt-9"))
    forged = replace(brief, sentences=(replace(first, text=LIE, verdict=verdict), *brief.sentences[1:]))
    (line,) = check(forged).problems
    assert "Orrin" in line
    assert "could not be repeated" in line


def test_a_warning_of_a_judge_is_not_dropped(story: Path) -> None:
    brief = summarize([story], Settings(words=60))
    first = brief.sentences[0]
    verdict: Any = replace(first.verdict, status="contradicted", by=("code", "judge:scripted"))
    report = check(replace(brief, sentences=(replace(first, verdict=verdict), *brief.sentences[1:])))
    assert report.brief.sentences[0].verdict.status == "contradicted"
    assert len(report.problems) == 1
