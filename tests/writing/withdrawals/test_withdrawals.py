"""What was taken back is withheld with its reason, and a brief tells of it; where nothing was, nothing changes."""

from pathlib import Path
from typing import Any

import pytest
from invented_sets import TAKEN_BACK, TRAPS, Set, topic_of

from summarizer import Brief, Settings, check, summarize
from summarizer.models.protocol import Request
from summarizer.models.scripted import Answer, ScriptedModel
from summarizer.writing.extractive import claims
from summarizer.writing.grouping import group
from summarizer.writing.ranking import rank
from summarizer.writing.withdrawals import withdraw

BOTH = [pytest.param(one, id=one.name) for one in (*TAKEN_BACK, *TRAPS)]
ARREST = "The head of the Marl ferry company was arrested at his office on Monday, as passengers waited in the rain."
NEVER = "The head of the ferry company in Marl was never arrested, contrary to reports since Monday, police said."
FILES = {
    "monday.txt": f"MARL COURIER\n\nFERRY BOSS HELD\n\nMonday 5 May 2031\n\n{ARREST}\n\nThe ferry Anna had run "
    "aground on Sunday with 212 passengers, of whom nine were hurt.\n\nTickets for the week remain valid.\n",
    "radio.txt": f"Ferry chief was a witness, police say\n\n6 May 2031\n\n{NEVER}\n\nHe was heard as a witness for two "
    "hours.\n\nThe ferry ran aground on a sandbank off Marl on Sunday evening.\n",
    "correction.txt": "MARL COURIER\n\nTomas Reuter: an apology\n\nWednesday 7 May 2031\n\nOn Monday we reported that "
    "Tomas Reuter, the head of the Marl ferry company, had been arrested. This was wrong.\n\nWe withdraw the report "
    "and apologise to him.\n",
}


@pytest.mark.parametrize("case", BOTH)
def test_what_is_withheld(case: Set) -> None:
    withheld = withdraw(topic_of(case.articles)).withheld
    missing = [start for start in case.withheld if not any(w.text.startswith(start) for w in withheld)]
    wrong = [w.text for w in withheld if not w.text.startswith(case.withheld or ("\0",))]
    assert (missing, wrong) == ([], [])


@pytest.mark.parametrize("case", [pytest.param(one, id=one.name) for one in TAKEN_BACK])
def test_each_is_named_with_where_it_was_taken_back(case: Set) -> None:
    topic = topic_of(case.articles)
    for withheld in withdraw(topic).withheld:
        said, notice = withheld.citations[0], withheld.citations[-1]
        assert withheld.text == " ".join(said.quote.split())
        assert topic.article[notice.source].path in withheld.reasons[0]
        assert " ".join(notice.quote.split()) in withheld.reasons[0]


@pytest.mark.parametrize("case", [pytest.param(one, id=one.name) for one in TRAPS if not one.withheld])
def test_where_nothing_is_taken_back_nothing_changes(case: Set) -> None:
    topic = topic_of(case.articles)
    assert withdraw(topic).topic is topic


def test_only_a_notice_has_anything_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bool:
        raise AssertionError("compared without a notice")

    monkeypatch.setattr("summarizer.writing.withdrawals.reach.says", fail)
    plain = [article._replace(text=article.text * 50) for article in TRAPS[2].articles]
    assert withdraw(topic_of(tuple(plain))).withheld == ()


def test_what_tells_of_it_is_worth_what_it_stands_in_for() -> None:
    topic = topic_of(TAKEN_BACK[2].articles)
    standing = withdraw(topic)
    groups = group(claims(standing.topic), standing.topic)
    plain, raised = rank(groups, standing.topic), rank(groups, standing.topic, instead=standing.instead)
    told = {g.text: sum(g.weights.values()) for g in raised}
    before = {g.text: sum(g.weights.values()) for g in plain}
    [notice] = [text for text in told if text.startswith("Reports that two children")]
    assert told[notice] >= before[notice]
    assert {text for text in told if told[text] != before[text]} <= {notice}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def held(brief: Brief) -> list[str]:
    return [w.text for w in brief.withheld if w.reasons[0].startswith("withdrawn: ")]


def test_a_brief_tells_of_the_withdrawal_and_not_of_the_report(sources: Path) -> None:
    brief = summarize([sources], Settings(words=60))
    told = [s.text for s in brief.sentences]
    assert NEVER in told
    assert ARREST not in told
    assert ARREST in held(brief)
    assert brief.title != "FERRY BOSS HELD"
    assert check(brief).problems == ()


def test_a_model_is_not_shown_it_and_cannot_say_it(sources: Path) -> None:
    said = "The head of the Marl ferry company was arrested at his office on Monday."

    def answer(request: Request) -> Answer:
        replies: dict[str, dict[str, Any]] = {
            "extract": {"claims": [{"text": said, "sentences": [1]}]},
            "compose": {"sentences": [{"text": said, "facts": [1]}]},
            "repair": {"repairs": [{"number": 1, "text": said}]},
        }
        return replies[request.prompt]

    model = ScriptedModel(answer)
    brief = summarize([sources], Settings(words=60), model=model)
    first = [request.user for request in model.requests if request.prompt in ("extract", "compose")]
    assert first
    assert not any("was arrested at his office" in user for user in first)
    assert not any("was arrested" in s.text for s in brief.sentences)
    assert ARREST in held(brief)
    assert check(brief).problems == ()
