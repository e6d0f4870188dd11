"""The suite on a brief of the seeds: every kind of error that it can plant there is caught at the gate."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer import Settings, summarize
from summarizer.cli import main
from summarizer.evals.planting import bases, report, suite
from summarizer.evals.planting.cases import Case, material_of
from summarizer.evals.planting.mutations import KINDS
from summarizer.evals.planting.nouns import Base, Material
from summarizer.evals.planting.suite import Outcome, Rate
from summarizer.records import Citation

GATE, ALARMS = 0.97, 0.03


@pytest.fixture(scope="module")
def case() -> Case:
    folder = Path(__file__).parents[3] / "seeds"
    brief = summarize([folder], Settings(words=600))
    return Case(brief, {s.id: Path(s.path).read_bytes().decode(s.encoding) for s in brief.sources})


@pytest.fixture(scope="module")
def outcome(case: Case) -> Outcome:
    return suite.run([case])


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_at_the_gate(outcome: Outcome, kind: str) -> None:
    rate = outcome.kinds[kind]
    assert not rate.made or rate.share >= GATE, [m.text for m in outcome.missed if m.kind == kind]


def test_sound_sentences_pass(outcome: Outcome) -> None:
    assert {form for form, rate in outcome.sound.items() if rate.made} == {"verbatim", "shortened", "joined"}
    assert outcome.false_alarms.made > 30
    assert outcome.false_alarms.share <= ALARMS, [b.text for b in outcome.refused]


def test_nothing_is_planted_where_the_sentence_itself_fails(case: Case) -> None:
    first = case.brief.sentences[0]
    wrong = replace(case.brief, sentences=(replace(first, text="Nobody said anything of the kind at all."),))
    found = suite.run([Case(wrong, case.texts)])
    assert found.false_alarms == Rate(1, 1)
    assert not any(rate.made for rate in found.kinds.values())
    assert not found.passes(GATE, ALARMS)


def test_copies_are_left_out(case: Case) -> None:
    made = list(bases.of(case.brief, material_of(case)))
    assert {base.form for base in made} == {"verbatim", "shortened", "joined"}
    assert not any(citation.corroborates for base in made for citation in base.citations)


@pytest.mark.parametrize(
    ("sentence", "shorter"),
    [
        ("On Monday, the old pier was closed for repairs.", "The old pier was closed for repairs."),
        ("Eva Holm, the owner, has closed the old pier.", "Eva Holm has closed the old pier."),
        ("The town closed the old pier, which stands in Bergen.", "The town closed the old pier."),
        ("The town closed the old pier, and the crew went home early.", "The town closed the old pier."),
        ("The town closed the old pier, which may be unsafe.", None),  # a hedge goes with it
        ("According to Holm, the owner, the pier of the town was shut.", None),  # the rest would have another speaker
        ("The town closed the pier, the dock, and the old market hall.", None),  # the last of a list
    ],
)
def test_shortening(sentence: str, shorter: str | None) -> None:
    base = Base(sentence, (Citation(source="s1", start=0, end=len(sentence), quote=sentence),))
    assert [b.text for b in bases.shortened(base)] == ([shorter] if shorter else [])


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("Holm sold the pier.", "The crew was fired.", "Holm sold the pier, and the crew was fired."),
        ("Rain closed the pier.", "Holm was fired.", "Rain closed the pier, and Holm was fired."),
        ("Holm said the pier was sold.", "The crew was fired.", None),  # Holm may be taken to say both
        ("If it rains, the pier is closed.", "The crew was fired.", None),  # or both to hang on the rain
        ("Rain closed the pier.", "He’s now at home.", None),  # he is somebody before
        ("The pier was closed at 3 p.m.", "The crew was fired.", None),  # the stop is the word's
        ("Rain closed the pier.", "Bergen: Holm was fired.", None),
    ],
)
def test_joining(one: str, other: str, both: str | None) -> None:
    text = f"{one} {other} Then the rain and Holm, and the crew of Bergen."
    spans = [Citation(source="s1", start=text.index(t), end=text.index(t) + len(t), quote=t) for t in (one, other)]
    last = Citation(source="s1", start=0, end=len(text), quote="Then the rain and Holm, and the crew of Bergen.")
    first, second = (Base(c.quote, (c,)) for c in spans)
    made = list(bases.joined(first, second, Material({"s1": text}, (*spans, last))))
    assert [b.text for b in made] == ([both] if both else [])
    assert all(b.citations == tuple(spans) for b in made)


@pytest.mark.parametrize(
    ("rate", "low", "high"),
    [(Rate(0, 0), 0.0, 1.0), (Rate(10, 10), 0.722, 1.0), (Rate(100, 97), 0.915, 0.990), (Rate(20, 0), 0.0, 0.161)],
)
def test_wilson(rate: Rate, low: float, high: float) -> None:
    assert list(rate.interval) == pytest.approx([low, high], abs=0.001)


def test_report_names_what_was_missed(outcome: Outcome) -> None:
    text = report.render(outcome, GATE, ALARMS, misses=True)
    assert all(kind in text for kind in KINDS)
    assert all(mutant.text in text for mutant in outcome.missed)
    assert "not tried" in text
    below = text.split("below 97%: ")[1].splitlines()[0]
    assert (
        set(below.split(", ")) == {k for k, r in outcome.kinds.items() if r.made and r.share < GATE} or below == "none"
    )


def test_json_holds_the_same(outcome: Outcome) -> None:
    found = json.loads(report.to_json(outcome, GATE, ALARMS, misses=True))
    assert {kind: rate["made"] for kind, rate in found["kinds"].items()} == {
        k: r.made for k, r in outcome.kinds.items()
    }
    assert found["passes"] is outcome.passes(GATE, ALARMS)
    assert len(found["missed"]) == len(outcome.missed)


def test_the_command(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "brief.json"
    assert main(["brief", str(seeds), "--words", "60", "-o", str(made)]) == 0
    assert main(["eval", "mutate", str(made), "--gate", "0"]) == 0
    assert "false alarms, verbatim sentences: 0 of" in capsys.readouterr().out
    assert main(["eval", "mutate", str(made), "--gate", "0", "--json", "--seed", "3"]) == 0
    assert json.loads(capsys.readouterr().out)["false_alarms"]["verbatim"]["refused"] == 0


def test_a_lost_source_is_an_error(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, made = tmp_path / "a.txt", tmp_path / "brief.json"
    source.write_bytes(next(iter(sorted(seeds.glob("*.txt")))).read_bytes())
    assert main(["brief", str(source), "--words", "60", "-o", str(made)]) == 0
    source.unlink()
    assert main(["eval", "mutate", str(made)]) == 2
    assert "--root" in capsys.readouterr().err
