"""Why a brief got what it got: the places, the nearest sentences, the reasons, and what is known where an id is not."""

import pytest
from sample_runs import HOSTILE, brief, case, hostile_report, unmeasured

from summarizer.errors import UsageError
from summarizer.evals.reports.explain import explain, known
from summarizer.evals.reports.nouns import Result
from summarizer.evals.scoring.metrics import score
from summarizer.evals.scoring.nouns import Scored, Subject
from summarizer.output.safe import SUSPECT


@pytest.fixture(scope="module")
def measured() -> Result:
    """The made-up brief, scored by the metrics themselves."""
    scores = score(Subject(case=case(), brief=brief()))
    return Result(case=case(), brief=brief(), scored=Scored(case="ferry-collision", scores=scores))


@pytest.mark.parametrize(
    ("id", "said"),
    [
        (
            "f1",
            (
                "must be there; evals/cases/ferry-collision/case.yaml:12",
                "herald.txt:3 [61:92] “struck the north pier of Orlund”",
                "100% of it is cited, by b1, b2",
                "the sentences that come nearest",
            ),
        ),
        ("f2", ("○ missed", "nothing of it is cited", "whatever says it has to hold Halvard")),
        ("d1", ("conflict; ", "9, the harbour office", "11, the rescue service", "globe.txt:1 [0:26]")),
        ("n1", ("no sentence may match forty boats", "✓ no sentence says it")),
        ("b3", ("✗ ", "✗ s1 [3:9] “no hole”: ", "citation_recall 0.00")),
        ("b1", ("herald.txt:3 [30:111]", "facts that rest on it", "f1 “A ferry struck a pier at Orlund.”")),
        ("spans", ("spans: every citation holds exactly what it quotes (an invariant)", "✗ b3 s1[3:9] 0.00: ")),
        ("fact_recall", ("facts whose places are cited, by importance (deterministic)", "✗ f2 0.00: ", "✓ f1")),
        (None, ("facts that are not both said and cited", "○ f2 (3) The steering had failed.: missed", "✗ b3 ")),
    ],
)
def test_it_says_where_and_why(measured: Result, id: str | None, said: tuple[str, ...]) -> None:
    shown = explain(measured, id)
    assert [words for words in said if words not in shown] == [], shown


def test_everything_that_is_known_can_be_explained(measured: Result) -> None:
    for id in known(measured):
        assert explain(measured, id).strip()


def test_an_unknown_id_lists_the_known_ones(measured: Result) -> None:
    with pytest.raises(UsageError, match="f1, f2, f3, f4; d1, n1; b1, b2, b3; schema, spans"):
        explain(measured, "f99")


def test_a_brief_that_is_missing_is_told() -> None:
    assert "not measured: the model's endpoint was down" in explain(unmeasured())
    assert "there is no brief that could cite it" in explain(unmeasured(), "f1")


def test_hostile_words_do_nothing_to_a_terminal() -> None:
    result = hostile_report().results[0]
    for id in (None, "f1", "d1", HOSTILE, "spans"):
        shown = explain(result, id)
        assert not SUSPECT.search(shown)
        assert "end" in shown
