"""What the gate must say, case by case, so that it can be asked of any gate: of the real one, and of broken ones."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from comparing_samples import case, cases, exact, failed, noisy, scored, trial

from summarizer.errors import Exit
from summarizer.evals.comparing.families import GATING, INVARIANTS
from summarizer.evals.comparing.nouns import Gate
from summarizer.evals.comparing.results import CaseResult, Result, Results
from summarizer.evals.comparing.trial import Trial

FERRY, MUSEUM = case("ferry"), case("museum")
BOTH = [FERRY, MUSEUM]
WAS = {"fact_recall": 0.5, "fact_recall_text": 0.5, "citation_recall": 0.75, "disagreements": None}
BLESSED = exact([scored(c, WAS, ["f1", "f2"], ["f1"]) for c in BOTH], BOTH)
MANY = cases(12)
SPREAD = [[0.5 + 0.01 * (n % 4), 0.5, 0.52] for n in range(12)]
NOISY = noisy(SPREAD)
LOSING_AND_MISSING = exact([scored(FERRY, WAS), failed(MUSEUM)], BOTH)
STEADY = noisy(SPREAD, [["f1"]] * 3)


def _shifted(by: Callable[[int], float]) -> Results:
    return noisy([[value + by(n) for value in repeats] for n, repeats in enumerate(SPREAD)])


def _now(**changed: float | None) -> Results:
    """A run in which the ferry's metrics are changed."""
    return exact([scored(FERRY, WAS | changed, ["f1", "f2"], ["f1"]), scored(MUSEUM, WAS, ["f1", "f2"], ["f1"])], BOTH)


def _facts(cited: Sequence[str], said: Sequence[str] = ("f1",)) -> Results:
    return exact([scored(FERRY, WAS, cited, said), scored(MUSEUM, WAS, ["f1", "f2"], ["f1"])], BOTH)


def _every(results: Results, change: Callable[[Result], Result]) -> Results:
    changed = {
        id: CaseResult(sha256=of.sha256, repeats=tuple(change(result) for result in of.repeats))
        for id, of in results.cases.items()
    }
    return replace(results, cases=changed)


def _all_ones(result: Result) -> Result:
    """As a scorer would have it that is broken: nothing is ever wrong."""
    return replace(
        result, metrics=dict.fromkeys(result.metrics, 1.0), cited=("f1", "f2", "f3"), said=("f1", "f2", "f3")
    )


def _nothing_scored(result: Result) -> Result:
    return replace(result, metrics=dict.fromkeys(result.metrics))


def _every_case(results: Results, repeats: tuple[Result, ...]) -> Results:
    return replace(results, cases={id: replace(of, repeats=repeats) for id, of in results.cases.items()})


def _cut(results: Results, count: int) -> Results:
    return replace(results, cases=dict(list(results.cases.items())[:count]))


def _losing(gone: int) -> Results:
    """The must-fact of the first cases is in none of the repeats any more."""
    kept = {
        id: of if n >= gone else CaseResult(sha256=of.sha256, repeats=tuple(replace(r, cited=()) for r in of.repeats))
        for n, (id, of) in enumerate(STEADY.cases.items())
    }
    return replace(STEADY, cases=kept)


def _failing(count: int) -> Results:
    """The first repeat of so many cases got no brief."""
    made = {
        id: of
        if n >= count
        else CaseResult(sha256=of.sha256, repeats=(Result(metrics={}, error="down"), *of.repeats[1:]))
        for n, (id, of) in enumerate(NOISY.cases.items())
    }
    return replace(NOISY, cases=made)


def _broken_once() -> Results:
    rows = [
        scored(c, dict.fromkeys(GATING, 0.5) | {"spans": float((n, repeat) != (3, 2))}, ["f1"], repeat=repeat)
        for n, c in enumerate(MANY)
        for repeat in range(3)
    ]
    return replace(exact(rows, MANY), deterministic=False)


def _changed_case() -> Results:
    rows = [scored(c, WAS, ["f1", "f2"], ["f1"]) for c in BOTH]
    return exact(rows, [case("ferry", {"f1": 2, "f2": 2, "f3": 1}), MUSEUM])


def _without(*metrics: str, cases: int = 12) -> Results:
    """The noisy baseline in which the first cases have nothing of some metrics."""
    return _scores(lambda n, kept: {m: v for m, v in kept.items() if n >= cases or m not in metrics})


def _null(*metrics: str, cases: int = 12) -> Results:
    """The same, but that there was nothing to score."""
    return _scores(lambda n, kept: {m: None if n < cases and m in metrics else v for m, v in kept.items()})


def _scores(change: Callable[[int, dict[str, float | None]], dict[str, float | None]]) -> Results:
    made = {
        id: CaseResult(sha256=of.sha256, repeats=tuple(replace(r, metrics=change(n, r.metrics)) for r in of.repeats))
        for n, (id, of) in enumerate(NOISY.cases.items())
    }
    return replace(NOISY, cases=made)


def _musts(share: float) -> Results:
    """The noisy baseline with that share of must-facts, of which each case has one and cites it."""
    return _every(NOISY, lambda result: replace(result, metrics=result.metrics | {"must_facts": share}))


def _copied(count: int) -> Results:
    """Of so many cases, one brief is given three times."""
    made = {
        id: replace(of, repeats=(of.repeats[0],) * 3) if n < count else of
        for n, (id, of) in enumerate(NOISY.cases.items())
    }
    return replace(NOISY, cases=made)


LOST, PASS, GAP = Exit.MARKED, Exit.WHOLE, Exit.NOTHING
EXPECTED: tuple[tuple[str, Sequence[Trial], Exit], ...] = (
    ("a deterministic run as it was blessed", [trial(BLESSED, _now(), BOTH)], PASS),
    ("a metric a little lower", [trial(BLESSED, _now(citation_recall=0.7499), BOTH)], LOST),
    ("a metric higher: to be blessed", [trial(BLESSED, _now(citation_recall=0.8), BOTH)], LOST),
    ("a metric that is scored no more", [trial(BLESSED, _now(citation_recall=None), BOTH)], LOST),
    ("a metric that was never scored", [trial(BLESSED, _now(disagreements=0.0), BOTH)], LOST),
    ("one fact for another, at the same score", [trial(BLESSED, _facts(["f1", "f3"]), BOTH)], LOST),
    ("a fact that is not said any more", [trial(BLESSED, _facts(["f1", "f2"], ["f2"]), BOTH)], LOST),
    *((f"{m} broken", [trial(BLESSED, _now(**{m: 0.0}), BOTH)], LOST) for m in INVARIANTS),
    ("an invariant broken that was blessed broken", [trial(_now(spans=0.0), _now(spans=0.0), BOTH)], LOST),
    ("an invariant that was not scored", [trial(BLESSED, _now(spans=None), BOTH)], GAP),
    ("a scorer that is always 1.0", [trial(BLESSED, _every(BLESSED, _all_ones), BOTH)], LOST),
    ("a scorer that scores nothing", [trial(BLESSED, _every(BLESSED, _nothing_scored), BOTH)], LOST),
    ("a brief is missing, and facts of another case are lost", [trial(BLESSED, LOSING_AND_MISSING, BOTH)], LOST),
    ("only a brief is missing", [trial(_cut(BLESSED, 1), exact([failed(FERRY)], [FERRY]), [FERRY])], GAP),
    ("a case that is not in the baseline", [trial(_cut(BLESSED, 1), BLESSED, BOTH)], GAP),
    ("a case of the baseline is gone", [trial(BLESSED, _cut(BLESSED, 1), [FERRY])], GAP),
    ("a case that has changed since", [trial(BLESSED, _changed_case(), BOTH)], GAP),
    ("an engine that nobody blessed", [trial(None, BLESSED, BOTH)], GAP),
    ("a metric that the baseline does not know", [trial(BLESSED, _now(new=1.0), BOTH)], GAP),
    ("no cases", [trial(BLESSED, replace(BLESSED, cases={}), [])], GAP),
    ("no cases and an empty baseline", [trial(replace(BLESSED, cases={}), replace(BLESSED, cases={}), [])], GAP),
    ("no runs", [], GAP),
    ("a recording that nothing asked for", [trial(BLESSED, BLESSED, BOTH)._replace(faults=("unused",))], GAP),
    ("a noisy engine, unchanged", [trial(NOISY, NOISY, MANY)], PASS),
    ("a noisy engine, a hair worse", [trial(NOISY, _shifted(lambda n: -0.01 * (n % 2)), MANY)], PASS),
    ("a noisy engine, worse throughout", [trial(NOISY, _shifted(lambda n: -0.1 - 0.01 * n), MANY)], LOST),
    ("a noisy engine, better throughout", [trial(NOISY, _shifted(lambda n: 0.1 + 0.01 * n), MANY)], PASS),
    ("must-facts of two cases gone", [trial(STEADY, _losing(2), MANY)], LOST),
    ("a must-fact of one case gone, of three repeats", [trial(STEADY, _losing(1), MANY)], PASS),
    ("one repeat of a noisy engine breaks an invariant", [trial(NOISY, _broken_once(), MANY)], LOST),
    ("a noisy engine with one repeat", [trial(NOISY, noisy([r[:1] for r in SPREAD]), MANY)], GAP),
    ("a noisy baseline with one repeat", [trial(noisy([r[:1] for r in SPREAD]), NOISY, MANY)], GAP),
    ("repeats that are one cached answer", [trial(NOISY, noisy([[0.5] * 3] * 12), MANY)], GAP),
    ("copies of one brief in 11 of 12 cases", [trial(NOISY, _copied(11), MANY)], GAP),
    ("copies in 7 of 12 cases of the baseline", [trial(_copied(7), NOISY, MANY)], GAP),
    ("copies in half of the cases", [trial(NOISY, _copied(6), MANY)], PASS),
    *((f"a noisy baseline without {m}", [trial(_without(m), NOISY, MANY)], GAP) for m in GATING),
    *((f"a noisy baseline in which {m} is null", [trial(_null(m), NOISY, MANY)], GAP) for m in GATING),
    ("a metric that neither has anything of", [trial(_null("speakers"), _null("speakers"), MANY)], PASS),
    ("a baseline with a few scores less", [trial(_null("speakers", cases=4), NOISY, MANY)], PASS),
    ("a baseline with many scores less", [trial(_null("speakers", "numbers", cases=3), NOISY, MANY)], GAP),
    ("a baseline whose must-facts are what it cites", [trial(_musts(1.0), NOISY, MANY)], PASS),
    ("a baseline without must-facts, which the run has", [trial(NOISY, _musts(1.0), MANY)], GAP),
    ("a baseline whose must-facts are not what it cites", [trial(_musts(0.0), NOISY, MANY)], GAP),
    ("a baseline without a brief", [trial(_every_case(NOISY, ()), NOISY, MANY)], GAP),
    ("a baseline without a brief, exactly", [trial(_every_case(BLESSED, ()), BLESSED, BOTH)], GAP),
    ("a noisy engine on eight cases", [trial(_cut(NOISY, 8), _cut(NOISY, 8), MANY[:8])], GAP),
    ("a baseline that says anything", [trial(noisy([[0.0, 1.0, 0.0]] * 12), NOISY, MANY)], GAP),
    ("one brief of 36 missing", [trial(NOISY, _failing(1), MANY)], PASS),
    ("three briefs of 36 missing", [trial(NOISY, _failing(3), MANY)], GAP),
)  # fmt: skip


def wrong(gate: Callable[[Sequence[Trial]], Gate]) -> list[str]:
    """Where `gate` does not say what it must."""
    return [name for name, trials, expected in EXPECTED if gate(trials).exit != expected]
