"""What a judge may change, as a table: code's verdict and failed checks | the answers | what comes of it."""

from itertools import product

import pytest

from summarizer.checking.judging.rules import Ruling, Standing, decide, overruled, undecided, unrepeated
from summarizer.records import Check, Citation, Status, Verdict

DECIDES = Standing("qwen", "balanced accuracy 0.91 on 70 pairs", True)
ADVISES = Standing("qwen", "not calibrated", False)
PLACE = Citation(source="s1", start=3, end=19, quote="the bridge stood")
CHECKS = ("numbers", "dates", "names", "negation", "hedge", "speaker", "quotes", "scope", "structure", "wording")

YES = Ruling("s1", "supported", PLACE, "it says so", bears=True)
YES_ELSEWHERE = YES._replace(bears=False)
NO = Ruling("s1", "not_supported", PLACE, "it does not say so")
AGAINST = Ruling("s1", "contradicted", PLACE, "it says otherwise")
UNCLEAR = Ruling("s1", "unclear")
VOID = Ruling("s1", "void")
FAILED = Ruling("s1", "unclear")  # a call that failed is heard as nothing

STATUSES: tuple[Status, ...] = ("supported", "partial", "unchecked", "unsupported", "contradicted")


def verdict(status: Status, failed: str = "") -> Verdict:
    return Verdict(status=status, checks=tuple(Check(name=n, ok=n not in failed.split()) for n in CHECKS))


TABLE: list[tuple[Status, str, list[Ruling], Status]] = [
    # code's verdict, failed checks | answers, one a source | result
    ("partial", "wording", [YES], "supported"),
    ("partial", "wording structure", [YES], "supported"),
    ("partial", "structure", [YES], "partial"),  # the sources' own words in another order
    ("partial", "wording", [YES_ELSEWHERE], "partial"),  # the words stand outside the span, or code faults this source
    ("partial", "wording numbers", [YES], "partial"),
    ("partial", "wording dates", [YES], "partial"),
    ("partial", "wording names", [YES], "partial"),
    ("partial", "wording negation", [YES], "partial"),
    ("partial", "wording hedge", [YES], "partial"),
    ("partial", "wording speaker", [YES], "partial"),
    ("partial", "wording quotes", [YES], "partial"),
    ("partial", "wording scope", [YES], "partial"),
    ("partial", "names", [YES], "partial"),
    ("partial", "", [YES], "partial"),
    ("unchecked", "wording", [YES], "unchecked"),
    ("unsupported", "wording", [YES], "unsupported"),
    ("contradicted", "negation", [YES], "contradicted"),
    ("supported", "", [YES], "supported"),
    ("supported", "", [NO], "unsupported"),
    ("supported", "", [AGAINST], "contradicted"),
    ("partial", "wording", [NO], "unsupported"),
    ("partial", "wording", [AGAINST], "contradicted"),
    ("unchecked", "wording", [NO], "unsupported"),
    ("unchecked", "wording", [AGAINST], "contradicted"),
    ("unsupported", "numbers", [NO], "unsupported"),
    ("unsupported", "numbers", [AGAINST], "contradicted"),
    ("contradicted", "negation", [NO], "contradicted"),  # never up from there
    ("contradicted", "negation", [AGAINST], "contradicted"),
    ("supported", "", [UNCLEAR], "supported"),
    ("supported", "", [VOID], "supported"),
    ("partial", "wording", [VOID], "partial"),
    ("partial", "wording", [], "partial"),
    # several sources: one that bears all of it lifts it, one that says otherwise lowers it, one that says less is heard
    ("partial", "wording", [YES, NO], "supported"),
    ("partial", "wording", [YES, AGAINST], "contradicted"),
    ("partial", "wording", [NO, NO], "partial"),
    ("partial", "wording", [YES_ELSEWHERE, NO], "partial"),
    ("supported", "", [NO, NO], "supported"),  # each may bear its own half
    ("supported", "", [YES, NO], "supported"),
    ("supported", "", [YES, YES, AGAINST], "contradicted"),
    ("supported", "", [NO, FAILED], "supported"),  # two were asked, so that one alone need not bear all of it
]


@pytest.mark.parametrize(("status", "failed", "rulings", "expected"), TABLE)
def test_what_the_answers_make_of_a_verdict(
    status: Status, failed: str, rulings: list[Ruling], expected: Status
) -> None:
    before = verdict(status, failed)
    after = decide(before, rulings, DECIDES)
    assert after.status == expected
    assert after.checks[: len(CHECKS)] == before.checks  # what code found stays to be read
    heard = [r for r in rulings if r.place]
    assert after.by == (("code", "judge:qwen") if heard else ("code",))
    lowered = any(r is AGAINST for r in heard) or rulings == [NO]
    assert [c.ok for c in after.checks[len(CHECKS) :]] == ([not lowered] if heard else [])
    assert after.against == ((PLACE,) if AGAINST in rulings else ())


@pytest.mark.parametrize(("status", "failed", "rulings", "_expected"), TABLE)
def test_an_uncalibrated_judge_is_shown_and_changes_nothing(
    status: Status, failed: str, rulings: list[Ruling], _expected: Status
) -> None:
    before = verdict(status, failed)
    after = decide(before, rulings, ADVISES)
    assert (after.status, after.by, after.against) == (before.status, before.by, before.against)
    shown = after.checks[len(CHECKS) :]
    assert all(c.name == "judge" and c.ok and "decides nothing" in c.detail for c in shown)
    assert len(shown) == any(r.place for r in rulings)


def test_no_answer_lifts_anything_but_a_paraphrase() -> None:
    """Whatever one or two sources answer, in every state of every check."""
    answers = (YES, YES_ELSEWHERE, NO, AGAINST, UNCLEAR, VOID)
    rank = STATUSES.index
    for status, one, other in product(STATUSES, answers, (*answers, None)):
        rulings = [one] if other is None else [one, other]
        for failed in ("", *CHECKS, *(f"wording {name}" for name in CHECKS)):
            before = verdict(status, failed)
            after = decide(before, rulings, DECIDES)
            if rank(after.status) < rank(before.status):
                assert undecided(before)
                assert YES in rulings
                assert AGAINST not in rulings


def test_the_check_shows_who_why_and_how_well_he_judges() -> None:
    (check,) = decide(verdict("partial", "wording"), [YES], DECIDES).checks[-1:]
    assert check.name == "judge"
    assert check.detail == ("qwen (balanced accuracy 0.91 on 70 pairs): s1 supported, “the bridge stood” (it says so)")


def test_what_a_judge_says_is_one_short_line() -> None:
    loud = AGAINST._replace(reason="a\x1b[31m\n\u202e" + "b" * 9_000)
    detail = decide(verdict("supported"), [loud], DECIDES).checks[-1].detail
    assert detail.isprintable()
    assert len(detail) < 600


JUDGED = ("code", "judge:qwen")
REPEATS: list[tuple[Verdict, Verdict, Status, bool]] = [
    # as the brief states it | as it is found now | what stands | marked
    (Verdict(status="supported", by=JUDGED), Verdict(status="partial"), "partial", True),
    (Verdict(status="contradicted", by=JUDGED), Verdict(status="supported"), "contradicted", True),
    (Verdict(status="unsupported", by=JUDGED), Verdict(status="partial"), "unsupported", True),
    (Verdict(status="supported", by=JUDGED), Verdict(status="supported"), "supported", False),
    (Verdict(status="supported", by=JUDGED), Verdict(status="supported", by=JUDGED), "supported", False),
    (Verdict(status="contradicted", by=JUDGED), Verdict(status="supported", by=JUDGED), "supported", False),
    (Verdict(status="supported"), Verdict(status="partial"), "partial", False),  # code's own word is not believed
]


@pytest.mark.parametrize(("stated", "fresh", "status", "marked"), REPEATS)
def test_a_judges_verdict_that_is_not_repeated_is_marked(
    stated: Verdict, fresh: Verdict, status: Status, marked: bool
) -> None:
    found = unrepeated(stated, fresh)
    assert found.status == status
    assert [c.ok for c in found.checks] == ([False] if marked else [])
    assert all("could not be repeated" in c.detail and "qwen" in c.detail for c in found.checks)


def test_a_raise_is_told_from_what_code_found() -> None:
    assert overruled(decide(verdict("partial", "wording"), [YES], DECIDES))
    assert not overruled(decide(verdict("supported"), [YES], DECIDES))
    assert not overruled(verdict("supported"))
