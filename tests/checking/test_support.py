"""The support score and what it stands on: the thesaurus, the slots of a claim, the measure of calibration."""

import pytest

from summarizer.checking import thesaurus
from summarizer.checking.claims.calibration import measure
from summarizer.checking.claims.named import Slot
from summarizer.checking.claims.slots import slots
from summarizer.checking.claims.support import CERTIFIED, LIKELY, REFUTED, score
from summarizer.checking.claims.verifying import sentences_of
from summarizer.checking.finding import Finder

SOURCE = (
    "The National Harbour Trust closed three quays in Sandvik on Thursday after an inspection. "
    "Its director, Oda Lindqvist, did not resign. The second quarter brought 4.5 million kroner in fees. "
    "A crane that weighs 18 tonnes fell on a barge, injuring two dockers."
)


@pytest.mark.parametrize(
    ("claim", "source", "relation"),
    [
        ("purchased", "bought", "same"),
        ("demise", "deaths", "same"),
        ("opened", "closed", "opposite"),
        ("old", "young", "opposite"),
        ("vehicles", "trucks", "general"),
        ("murdered", "killing", "same"),
        ("nurse", "person", "special"),
        ("rose", "fell", "opposite"),
        ("rejected", "approved", "opposite"),
        ("father", "mother", "opposite"),
        ("parent", "mother", "general"),
        ("died", "casualties", "derived"),
        ("unharmed", "wounded", "opposite"),
        ("gold", "copper", "sister"),
        ("Friday", "cliff", None),
        ("inspect", "inspection", "derived"),
        ("earthquake", "flood", "sister"),
        ("blorptang", "cliff", None),
        ("", "", None),
    ],
)
def test_relation(claim: str, source: str, relation: str | None) -> None:
    assert thesaurus.relation(claim, source) == relation


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("The Trust closed nine quays in Sandvik.", "nine"),
        ("The Trust closed three quays in Uppsala.", "Uppsala"),
        ("The Trust closed three quays on Sunday.", "Sunday"),
        ("The Trust did not close three quays in Sandvik.", "not"),
        ("The director, Oda Lindqvist, did resign.", "not"),
        ("The Trust opened three quays in Sandvik on Thursday.", "opened"),
        ("A crane fell on a barge, injuring two nurses.", ""),
        ('The Trust said "three quays in Sandvik were repaired" on Thursday.', "repaired"),
        ("The NHT closed three quays in Sandvik.", ""),
        ("The crane weighs 18 tonnes (39,700 lb).", ""),
        ("Fees in the 2nd quarter were 4.5m kroner.", ""),
        ("The National Harbour Trust shut 3 quays after a check.", ""),
    ],
)
def test_the_decisive_slot(claim: str, word: str) -> None:
    finder = Finder(sentences_of(SOURCE))
    found = slots(claim, finder.gather(claim), finder)
    assert [s.word for s in found if s.support < 0.15] == [w for w in [word] if w]
    assert all(s.why for s in found if s.support < 0.15)


def test_the_score_follows_the_checker_and_the_worst_slot() -> None:
    good, poor, bad = Slot("a", 1.0), Slot("b", 0.4), Slot("c", 0.05)
    assert score("supported", [bad]) == CERTIFIED
    assert score("contradicted", [good]) == REFUTED
    assert score("unchecked", [good, bad]) < score("unchecked", [poor]) < LIKELY <= score("unchecked", [good])
    assert score("partial", [good] * 9 + [poor]) < score("partial", [good] * 10) < CERTIFIED
    assert score("unchecked", []) == 0


def test_measured_by_hand() -> None:
    found = measure([True, True, False, False], [0.9, 0.4, 0.4, 0.1], [True, False, False, False])
    assert found.balanced_accuracy == 0.75
    assert found.auc == 0.875  # of four pairs three are in order and one is a tie
    assert found.calibration_error == pytest.approx((0.1 + 2 * 0.1 + 0.1) / 4)
    assert [(b.low, b.count, b.true) for b in found.bins] == [(0.1, 1, 0.0), (0.4, 2, 0.5), (0.9, 1, 1.0)]


def test_one_kind_of_claim_has_no_accuracy() -> None:
    found = measure([True], [1.0], [True])
    assert (found.balanced_accuracy, found.auc, found.calibration_error) == (None, None, 0.0)
    with pytest.raises(ValueError, match="no labelled claim"):
        measure([], [], [])


ROLES = (
    "Union leader Marek Sobol called the decision of the smelter a betrayal. "
    "Its chief executive Petra Hollis told reporters on Wednesday that demand from carmakers had fallen. "
    "Sobol was cleared of a charge of slander in May, and no rise in wages was agreed."
)


@pytest.mark.parametrize(
    ("claim", "usurper"),
    [
        ("Union leader Petra Hollis called the decision a betrayal.", "Petra Hollis"),
        ("Union leader Sobol called the decision a betrayal.", ""),
        ("Chief executive Marek Sobol told reporters on Wednesday that demand had fallen.", "Marek Sobol"),
        ("Demand from carmakers has risen, chief executive Petra Hollis told reporters.", "risen"),
        ("Petra Hollis told reporters that demand from carmakers had risen.", "risen"),
        ("Petra Hollis told reporters that demand from carmakers had not risen.", ""),
        ("Sobol was acquitted of a charge of slander in May.", ""),
        ("Sobol was convicted of a charge of slander in May.", "convicted"),
    ],
)
def test_what_takes_the_place_of_another(claim: str, usurper: str) -> None:
    finder = Finder(sentences_of(ROLES))
    found = slots(claim, finder.gather(claim), finder)
    assert " ".join(s.word for s in found if s.why.startswith("stands where")) == usurper
