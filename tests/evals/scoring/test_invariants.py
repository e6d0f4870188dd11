"""Tier 0: what breaks an invariant, one row each; and that a sound brief breaks none."""

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from scored_samples import OTHER, brief, case, cite, measure, source

from summarizer.evals.cases.nouns import Case, Negative
from summarizer.evals.scoring.invariants import words_of
from summarizer.evals.scoring.metrics import METRICS
from summarizer.evals.scoring.nouns import Subject
from summarizer.records import Brief, Citation, Disagreement, Position, Uncovered, Withheld

H, G = "harbour.txt", "globe.txt"
NEGATIVES = (
    Negative(id="n1", text="The captain died.", pattern=r"\bcaptain\b.*\b(died|dead)\b", unless_near="not"),
    Negative(id="n2", text="It sank.", pattern=r"\bsank\b", severity="warning"),
)
CASE = case(more=[source("other.txt", OTHER, relevant=False)], must_not=NEGATIVES)
KILLED = "Ten people were killed, the police said."
STRUCK = "A ferry struck the pier at Orlund on Monday."
SOUND = brief(CASE, (KILLED, [(H, KILLED)]), (STRUCK, [(H, STRUCK)]))
FIRST = SOUND.sentences[0]
GOOD = FIRST.citations[0]
FOREIGN = cite(CASE, "other.txt", "Thirty people were hurt there.")


def first(**given: Any) -> Brief:
    """The sound brief with another first sentence."""
    return replace(SOUND, sentences=(replace(FIRST, **given), *SOUND.sentences[1:]))


def reported(citation: Citation) -> Disagreement:
    return Disagreement(
        id="d1",
        about="toll",
        kind="conflict",
        positions=(Position(value="10", citations=(GOOD,)), Position(value="30", citations=(citation,))),
        sentences=("b1",),
    )


def answering(**given: Any) -> Position:
    return Position(**{"citations": (GOOD,), **given})


def disagreeing(*positions: Position, about: str = "toll") -> Brief:
    """The sound brief with one more disagreement."""
    found = replace(reported(GOOD), about=about)
    return replace(SOUND, disagreements=(replace(found, positions=positions or found.positions),))


GLUES = (".", "/", "—", "·", "_", "\u200b", "\u2060—", "\u3164", "\u2800", "\u00ad", "&nbsp;", "1")


@pytest.mark.parametrize("metric", [m.name for m in METRICS if m.tier == 0])
def test_a_sound_brief_keeps_all(metric: str) -> None:
    assert measure(metric, CASE, SOUND).value == 1.0


BROKEN = [
    ("schema", replace(SOUND, sentences=(FIRST, FIRST))),
    ("schema", replace(SOUND, sources=(*SOUND.sources, SOUND.sources[0]))),
    ("schema", replace(SOUND, disagreements=(replace(reported(GOOD), sentences=("b9",)),))),
    ("schema", replace(SOUND, usage=replace(SOUND.usage, seconds=float("nan")))),
    ("schema", first(text=" … ")),
    ("spans", first(citations=(replace(GOOD, start=GOOD.start + 1, end=GOOD.end + 1),))),
    ("spans", first(citations=(replace(GOOD, quote="Ten people were hurt."),))),
    ("spans", first(citations=(replace(GOOD, end=10_000),))),
    ("spans", first(citations=(replace(GOOD, source="ghost"),))),
    ("spans", first(citations=(replace(GOOD, prefix="not before it"),))),
    ("spans", replace(SOUND, disagreements=(reported(replace(GOOD, start=0)),))),
    (
        "spans",
        replace(
            SOUND, withheld=(Withheld(text="x", written_by="model", citations=(replace(GOOD, end=3),), reasons=()),)
        ),
    ),
    ("spans", replace(SOUND, uncovered=(Uncovered(text="x", origins=1, citations=(replace(GOOD, end=3),)),))),
    ("spans", first(written_by="extractive", text="Ten people were not killed, the police said.")),
    ("spans", first(written_by="extractive", text="Ten people, the police said, were killed.")),
    ("cited", first(citations=())),
    ("cited", first(citations=(replace(GOOD, source="ghost"),))),
    ("relevant", first(citations=(GOOD, FOREIGN))),
    ("relevant", replace(SOUND, disagreements=(reported(FOREIGN),))),
    ("must_not", first(text="The CAPTAIN is dead.")),
    ("must_not", replace(SOUND, title="Captain died at Orlund")),
    # The exception of one sentence does not excuse the next in the same text.
    ("must_not", first(text="The captain died. The mate did not.")),
    # On the page a line break is a space, and a part that is no sentence is read too.
    ("must_not", first(text="The captain\nof the ferry\ndied.")),
    ("must_not", first(text="The ｃａｐｔａｉｎ *d*ied.")),
    ("must_not", first(section="The captain died")),
    ("must_not", first(said_by="a captain who died")),
    ("must_not", first(upstream="a captain who died")),
    ("must_not", replace(SOUND, question="The captain died?")),
    ("must_not", disagreeing(about="how the captain died")),
    ("must_not", disagreeing(about="The captain died?")),
    ("must_not", disagreeing(about="What a day. The captain died.")),
    ("must_not", disagreeing(about="What a day. The captain died?")),
    ("must_not", first(text="Has the captain died?")),  # a sentence of a brief has nothing to ask
    ("must_not", disagreeing(answering(value="the captain died", citations=()))),
    ("must_not", disagreeing(answering(value="the captain died"))),  # what it cites says nothing of that
    ("must_not", disagreeing(answering(value="10", said_by="a captain now dead"))),
    ("must_not", disagreeing(answering(value="10", counts="hours since the captain died"))),
    ("must_not", disagreeing(answering(value="Ten people", citations=(GOOD,)), about="captain\u200b died")),
    ("schema", first(text="\u3164")),
    ("schema", first(text="\u200b \u2800")),
    ("schema", first(text="Ten people\u200bwere killed.")),
    ("schema", first(text="Ten\u2060—people were killed.")),
    ("schema", first(text="Ten people were k\u00adilled.")),
    ("schema", first(text="Ten people were \u202edellik.")),
    ("schema", first(section="De\u00adaths")),
    ("schema", replace(SOUND, title="Ten\u200bdead")),
    ("schema", disagreeing(about="de\u00adaths")),
    ("schema", disagreeing(answering(value="t\u200ben"))),
    ("length", first(text="word " * 30)),
    *(("length", first(text=glue.join(["word"] * 60))) for glue in GLUES),
    ("length", first(text="Divers-searched-the " * 25)),
    ("length", first(text="Divers\u02bcsearched\u02bcthe\u02bcharbour " * 25)),  # a letter by its category
    ("length", first(text=f"<{'.'.join(['word'] * 60)}>")),
]


@pytest.mark.parametrize(("metric", "what"), BROKEN, ids=[f"{m}-{n}" for n, (m, _) in enumerate(BROKEN)])
def test_what_breaks_it(metric: str, what: Brief) -> None:
    found = measure(metric, CASE, what)
    assert found.value == 0.0
    assert found.reason


@pytest.mark.parametrize(
    ("metric", "what"),
    [
        ("spans", first(written_by="extractive")),
        ("spans", first(written_by="extractive", text="Ten people were killed.")),  # words left out, none put in
        ("spans", first(written_by="model", text="The police counted ten dead.")),
        ("must_not", first(text="The captain is not dead.")),
        ("relevant", replace(SOUND, uncovered=(Uncovered(text="x", origins=1, citations=(FOREIGN,)),))),
        ("must_not", disagreeing(about="toll of the captain’s ferry")),
        ("must_not", disagreeing(about="Has the captain died?")),
        ("must_not", disagreeing(about="In what place was the captain dead?")),
        ("must_not", disagreeing(about="whether the captain died")),
        ("must_not", replace(SOUND, question="Is the captain dead?")),
        ("must_not", replace(SOUND, uncovered=(Uncovered(text="The captain died.", origins=1, citations=()),))),
        ("must_not", replace(SOUND, withheld=(Withheld(text="The captain died.", written_by="model", reasons=()),))),
        ("schema", first(text="Ten\u00a0people — “ten” – were killed, the police’s men said…")),
        ("schema", replace(SOUND, uncovered=(Uncovered(text="k\u00adilled", origins=1, citations=()),))),
    ],
)
def test_what_does_not(metric: str, what: Brief) -> None:
    assert measure(metric, CASE, what).value == 1.0


def test_a_warning_only_stands_in_the_reason() -> None:
    found = measure("must_not", CASE, first(text="The ferry sank."))
    assert found.value == 1.0
    assert "b1 says “It sank.”" in found.reason
    assert [(p.id, p.sentences) for p in found.parts] == [("n2", ("b1",))]


@pytest.mark.parametrize(("words", "value"), [(33, 1.0), (34, 0.0)])
def test_a_tenth_more_than_asked_is_the_most(words: int, value: float) -> None:
    assert measure("length", case(words=30), brief(CASE, ("word " * words, []))).value == value


SPELT = {
    "de.txt": "Der Bun\u00addes\u00adtag\u00a0tagte am Mon\u00adtag in Köln.\nDie „Grö\u00adße“ war schön, hieß es.\n",
    "en.txt": "The captain died at sea, a\u200bn angler said.\nThe Auth\u200bority denied it.\n",
}


def spelt(file: str, quote: str, **given: Any) -> tuple[Case, Brief]:
    """A brief of one sentence, that of its source, and the case, whose sources hide characters in their words."""
    of = case(SPELT, facts=(), must_not=NEGATIVES, **given)
    sentence = brief(of, (quote, [(file, quote)]))
    return of, replace(sentence, sentences=tuple(replace(s, written_by="extractive") for s in sentence.sentences))


@pytest.mark.parametrize("metric", [m.name for m in METRICS if m.tier == 0])
@pytest.mark.parametrize(
    ("file", "quote"),
    [("de.txt", line) for line in SPELT["de.txt"].splitlines()] + [("en.txt", "The Auth\u200bority denied it.")],
)
def test_a_source_may_spell_its_words_as_it_likes(metric: str, file: str, quote: str) -> None:
    of, what = spelt(file, quote, language="de", words=8)
    assert measure(metric, of, what).value == 1.0


def test_soft_hyphens_of_a_source_part_no_words_and_invented_ones_do() -> None:
    of, what = spelt("de.txt", SPELT["de.txt"].splitlines()[0])
    assert words_of(Subject(case=of, brief=what)) == 7
    glued = replace(
        what, sentences=(replace(what.sentences[0], text="so\u00adgar\u00adnoch\u00admehr\u00adals\u00addas"),)
    )
    assert words_of(Subject(case=of, brief=glued)) == 5


def test_an_answer_may_say_what_its_source_says() -> None:
    of, what = spelt("en.txt", "The Auth\u200bority denied it.")
    quote = cite(of, "en.txt", "The captain died at sea")
    told = Disagreement(
        id="d1",
        about="whether he lives",
        kind="conflict",
        positions=(Position(value="The captain died", citations=(quote,)),),
    )
    assert measure("must_not", of, replace(what, disagreements=(told,))).value == 1.0
    moved = replace(told, positions=(Position(value="The captain died", citations=(replace(quote, start=1),)),))
    found = measure("must_not", of, replace(what, disagreements=(moved,)))
    assert (found.value, found.reason) == (0.0, "n1: d1 says “The captain died.”")


def test_a_question_in_another_language_has_its_mark() -> None:
    of = replace(CASE, language="es")
    assert measure("must_not", of, disagreeing(about="¿Ha muerto? captain died?")).value == 1.0
    assert measure("must_not", of, disagreeing(about="captain died")).value == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "The so-called 20-year-old U.S.-led deal cost $1.2m and 3½ years.",
        "Water—and/or power—was cut, the Süddeutsche Zeitung’s men wrote.",
        "हिन्दी में समाचार लिखे गये।",
        unicodedata.normalize("NFD", "Größere Mühlen würden später überprüft, heißt es."),
        "Les « pourparlers » d’aujourd’hui : rien !",
    ],
)
def test_honest_words_are_counted_as_white_space_parts_them(text: str) -> None:
    rest = "Divers searched the harbour until dusk. " * 10
    assert words_of(Subject(case=CASE, brief=brief(CASE, (text, []), (rest, [])))) == len(text.split()) + 60
