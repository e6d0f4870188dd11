"""The model proposes, code disposes: whatever a model answers, the brief is true, cited and within its length."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import Brief, Settings, check, summarize
from summarizer.errors import ModelError, ModelUnavailable
from summarizer.models.protocol import Request
from summarizer.models.scripted import Answer, ScriptedModel

NOTHING: dict[str, dict[str, Any]] = {
    "extract": {"claims": []},
    "compose": {"sentences": []},
    "repair": {"repairs": []},
}
Script = Callable[[Request], Answer]


def lines(request: Request) -> dict[int, str]:
    """The numbered lines of a request."""
    return {int(n): text for n, text in re.findall(r"^(\d+): (.*)$", request.user, re.MULTILINE)}


def number_of(request: Request, words: str) -> int:
    return next(n for n, text in lines(request).items() if words in text)


def answering(**answers: Script) -> ScriptedModel:
    """A model that answers some prompts by a function of the request, and the others with nothing."""

    def answer(request: Request) -> Answer:
        script = answers.get(request.prompt)
        return script(request) if script else NOTHING[request.prompt]

    return ScriptedModel(answer)


def compose(*sentences: tuple[str, str]) -> Script:
    """A composing answer: each sentence, with the fact that holds the given words."""
    return lambda request: {
        "sentences": [{"text": text, "facts": [number_of(request, words)]} for text, words in sentences]
    }


def brief(seeds: Path, model: ScriptedModel, words: int = 150) -> Brief:
    made = summarize([seeds], Settings(words=words), model=model)
    report = check(made)
    assert report.problems == ()
    assert len(made.sentences) > 2
    assert all(s.citations for s in made.sentences)
    assert 0.85 * words <= sum(len(s.text.split()) for s in made.sentences) <= 1.1 * words
    return made


def test_a_sound_sentence_stands_as_the_model_wrote_it(seeds: Path) -> None:
    text = "South Korea's Foreign Ministry summoned the Russian ambassador in Seoul, according to Yonhap news agency."
    made = brief(seeds, answering(compose=compose((text, "summoned the Russian ambassador in Seoul"))))
    assert made.sentences[0].text == text
    assert made.sentences[0].written_by == "model"
    assert made.sentences[0].citations[0].quote.startswith("South Korea's Foreign Ministry summoned")
    assert made.engine is not None
    assert made.engine.writer == "model"
    assert set(made.engine.prompts) == {"extract", "compose", "repair"}


POINTS_BACK = (
    "He asserted that this troop deployment breaches the U.N. charter and related resolutions, "
    "posing a threat to South Korea’s security, as stated by the foreign ministry."
)


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        (
            "South Korea's Foreign Ministry did not summon the Russian ambassador in Seoul over reports of troops.",
            "negation",
        ),
        ("South Korea's Foreign Ministry summoned the Chinese ambassador in Seoul over reports of troops.", "names"),
        ("South Korea's Foreign Ministry summoned 12 Russian ambassadors in Seoul over reports of troops.", "numbers"),
        ("South Korea's Foreign Ministry summoned the “reckless” Russian ambassador in Seoul over reports.", "quotes"),
        ("See [the full story](http://evil.example/x) on the Russian ambassador in Seoul over reports.", "wording"),
        ("the Russian ambassador in Seoul over reports of North Korean", "not one whole sentence"),
        ("The Russian ambassador was summoned. The Russian ambassador was summoned.", "not one whole sentence"),
        (POINTS_BACK, "points back"),
    ],
)
def test_a_lie_is_withheld_with_its_reason_and_its_twin_stands_in_its_place(seeds: Path, lie: str, reason: str) -> None:
    made = brief(seeds, answering(compose=compose((lie, "summoned the Russian ambassador in Seoul"))))
    assert [w.text for w in made.withheld] == [lie]
    assert reason in " ".join(made.withheld[0].reasons)
    assert any("summoned the Russian ambassador in Seoul" in s.text for s in made.sentences)
    assert lie not in [s.text for s in made.sentences]


def test_a_failed_sentence_is_asked_for_once_more_with_its_reason(seeds: Path) -> None:
    lie = "South Korea's Foreign Ministry summoned 12 Russian ambassadors in Seoul over reports of troops."
    mended = "South Korea's Foreign Ministry summoned the Russian ambassador in Seoul, according to Yonhap news agency."
    model = answering(
        compose=compose((lie, "summoned the Russian ambassador in Seoul")),
        repair=lambda _: {"repairs": [{"number": 1, "text": mended}]},
    )
    made = brief(seeds, model)
    assert made.sentences[0].text == mended
    assert made.withheld == ()
    assert "12" in model.requests[-1].user
    assert [r.prompt for r in model.requests] == ["extract"] * 5 + ["compose", "repair"]


def test_ids_are_a_hint_and_the_text_decides(seeds: Path) -> None:
    """Small models write usable sentences and cite their neighbours."""

    def wrong(request: Request) -> Answer:
        right = number_of(request, "summoned the Russian ambassador in Seoul")
        other = right % len(lines(request)) + 1
        return {"sentences": [{"text": lines(request)[right], "facts": [other]}]}

    made = brief(seeds, answering(compose=wrong))
    assert made.sentences[0].citations[0].quote == made.sentences[0].text


def test_claims_are_checked_against_their_own_article_before_merging(seeds: Path) -> None:
    """A claim that is true of another article, and one that is true of none, never become facts."""

    def claims(_: Request) -> Answer:
        return {
            "claims": [
                {"text": "Zinoviev confirmed the meeting but withheld details.", "sentences": [1]},
                {"text": "North Korea deployed 77,000 troops to Russia.", "sentences": [1]},
            ]
        }

    model = answering(extract=claims)
    made = brief(seeds, model)
    assert "77,000" not in model.requests[-1].user
    assert "77,000" not in made.to_json()


def test_a_failed_call_costs_wording_and_is_named(seeds: Path) -> None:
    model = answering(extract=lambda _: ModelError("model m", "the answer is not JSON", "try another model"))
    made = brief(seeds, model)
    assert made.usage.failed_calls == 5
    [warning] = made.warnings
    assert warning.count("seeds/") == 5
    assert warning.endswith("model m: the answer is not JSON; try another model")


def test_a_dead_endpoint_stops_the_run(seeds: Path) -> None:
    dead = ModelUnavailable("model m", "the key is refused", "set OPENAI_API_KEY")
    with pytest.raises(ModelUnavailable):
        summarize([seeds], model=ScriptedModel(lambda _: dead))


def test_repeating_one_fact_makes_one_sentence(seeds: Path) -> None:
    text = "Zinoviev confirmed the meeting but withheld details."
    made = brief(seeds, answering(compose=compose(*[(text, "confirmed the meeting")] * 5)))
    assert [s.text for s in made.sentences].count(text) == 1


def test_a_rubbish_model_loses_no_fact_of_the_extractive_brief(seeds: Path) -> None:
    plain = summarize([seeds], Settings(words=250))
    made = brief(seeds, ScriptedModel(_rubbish(7)), words=250)
    cited = {(c.source, c.start) for s in made.sentences for c in s.citations}
    wanted = {(s.citations[0].source, s.citations[0].start) for s in plain.sentences}
    assert len(wanted & cited) >= 0.9 * len(wanted)


JUNK = st.text(max_size=40)
NUMBERS = st.lists(st.integers(-3, 99), max_size=4)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "claims": st.lists(st.fixed_dictionaries({"text": JUNK, "sentences": NUMBERS})),
        "sentences": st.lists(st.fixed_dictionaries({"text": JUNK, "facts": NUMBERS})),
        "repairs": st.lists(st.fixed_dictionaries({"text": JUNK, "number": st.integers(-3, 99)})),
        "extra": JUNK,
    },
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=ANSWERS)
def test_any_answer_gives_a_sound_brief(seeds: Path, answer: dict[str, Any]) -> None:
    brief(seeds, ScriptedModel(lambda _: answer))


def _rubbish(seed: int) -> Script:
    """Answers made of the request's own words in any order, with numbers of facts that mean nothing."""
    dice = random.Random(seed)

    def answer(request: Request) -> Answer:
        words = request.user.split()
        texts = [" ".join(dice.choices(words, k=12)) + "." for _ in range(8)]
        made: dict[str, dict[str, Any]] = {
            "extract": {"claims": [{"text": t, "sentences": [1]} for t in texts]},
            "compose": {"sentences": [{"text": t, "facts": [1]} for t in texts]},
            "repair": {"repairs": [{"number": 1, "text": texts[0]}]},
        }
        return made[request.prompt]

    return answer
