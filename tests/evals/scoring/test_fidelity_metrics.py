"""What sentences keep of their spans, how new they are, and how alike the sources are heard."""

import pytest
from scored_samples import HARBOUR, OTHER, brief, case, measure, source

CASE = case()
H, G = "harbour.txt", "globe.txt"
KILLED = "Ten people were killed, the police said."
CAPTAIN = "The captain was not hurt."
HURT = "About 80 passengers may have been injured, a doctor said."
SHUT = "The pier will stay shut until Friday."


@pytest.mark.parametrize(
    ("metric", "text", "quote"),
    [
        ("numbers", "Twelve people were killed, the police said.", (H, KILLED)),
        ("numbers", "The pier will stay shut until Sunday.", (G, SHUT)),
        ("names", "A ferry struck the pier at Vale on Monday.", (H, "A ferry struck the pier at Orlund on Monday.")),
        ("polarity", "The captain was hurt.", (H, CAPTAIN)),
        ("polarity", "Ten people were not killed, the police said.", (H, KILLED)),
        ("speakers", "Ten people were killed.", (H, KILLED)),
        ("speakers", "Ten people were killed, the mayor said.", (H, KILLED)),
        ("hedges", "About 80 passengers have been injured, a doctor said.", (G, HURT)),
    ],
)
def test_one_sentence_of_two_loses_it(metric: str, text: str, quote: tuple[str, str]) -> None:
    sound = (quote[1], [quote])
    assert measure(metric, CASE, brief(CASE, sound, sound)).value == 1.0
    found = measure(metric, CASE, brief(CASE, sound, (text, [quote])))
    assert found.value == 0.5
    assert found.parts[1].value == 0.0
    assert found.parts[1].reason


@pytest.mark.parametrize("metric", ["numbers", "names", "polarity", "speakers", "hedges"])
def test_what_cites_nothing_keeps_nothing(metric: str) -> None:
    assert measure(metric, CASE, brief(CASE, (KILLED, []))).value == 0.0


@pytest.mark.parametrize("metric", ["numbers", "names", "speakers"])
def test_what_has_nothing_to_keep_keeps_nothing(metric: str) -> None:
    rubbish = ("It was lovely.", [(H, CAPTAIN)])
    alone = measure(metric, CASE, brief(CASE, rubbish))
    assert (alone.value, alone.reason) == (None, "nothing of the kind to keep")
    wrong = {
        "numbers": ("Twelve people were killed, the police said.", [(H, KILLED)]),
        "names": ("Divers searched the harbour at Vale until dusk.", [(H, "Divers searched the harbour until dusk.")]),
        "speakers": ("Ten people were killed, the mayor said.", [(H, KILLED)]),
    }[metric]
    assert measure(metric, CASE, brief(CASE, rubbish, wrong)).value == 0.0
    # To drop a speaker is an error, and to leave out a figure or a name is none.
    kept = measure(metric, CASE, brief(CASE, ("It was lovely.", [(H, KILLED)])))
    assert (kept.value is None) is (metric != "speakers")


GERMAN = "Der Kapitän wurde bei dem Unfall in der Stadt nicht verletzt und ist wieder zu Hause.\n"


def test_another_language_is_not_scored_by_rules_that_do_not_know_it() -> None:
    of = case(more=[source("kurier.txt", GERMAN, language="de")])
    german = GERMAN.strip()
    verbatim = brief(of, (german, [("kurier.txt", german)]))
    translated = brief(
        of, ("The captain was not hurt in the accident.", [("kurier.txt", german)]), (CAPTAIN, [(H, CAPTAIN)])
    )
    only = brief(of, ("The captain was not hurt in the accident.", [("kurier.txt", german)]))
    assert measure("polarity", of, verbatim).value == 1.0
    assert [p.value for p in measure("polarity", of, translated).parts] == [None, 1.0]
    assert measure("polarity", of, translated).value == 1.0
    assert measure("polarity", of, only).value is None
    assert measure("citation_recall", of, only).value == 0.0  # what cannot be told is not borne out
    twelve = brief(of, ("Twelve people were hurt in the accident.", [("kurier.txt", german)]))
    assert measure("numbers", of, twelve).value == 0.0  # figures need no language


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        ([KILLED, CAPTAIN], 1.0),
        ([KILLED, KILLED], 0.5),
        ([KILLED, CAPTAIN, KILLED, KILLED], 0.5),
        # Terms: ten, people, kill, police | two of them new: 3/5 contained; then 4/5, which is too many.
        (["Ten people were killed by fire.", "Ten people were killed when boats sank."], 1.0),
        (["Ten people were killed by fire.", "Ten people were killed by fire Monday."], 0.5),
    ],
)
def test_distinct(sentences: list[str], value: float) -> None:
    assert measure("distinct", CASE, brief(CASE, *((s, []) for s in sentences))).value == value


TUG = "A tug was near.\n"


@pytest.mark.parametrize(
    ("cited", "value"),
    [
        # Three sources; p, the distance from (1/3, 1/3, 1/3), and its share of the farthest, 2/3.
        ([[H], [G], ["tug.txt"]], 1.0),
        ([[H], [H], [H]], 0.0),
        ([[H], [H], [G]], 1 - (1 / 3) / (2 / 3)),
        ([[H, G], ["tug.txt"]], 1 - ((1 / 12 + 1 / 12 + 1 / 6) / 2) / (2 / 3)),
        ([[H, G, "tug.txt"]], 1.0),
        # A copy is its original; two citations of one source in one sentence are one voice.
        ([["copy.txt"], [G], ["tug.txt"]], 1.0),
        ([[H, "copy.txt", G, "tug.txt"]], 1.0),
        # Another event's source takes from all of them: p = (1/2, 0, 0), far 1/2 + 1/12 of 2/3.
        ([[H], ["other.txt"]], 1 - ((1 / 6 + 1 / 3 + 1 / 3 + 1 / 2) / 2) / (2 / 3)),
        ([["other.txt"]], 0.0),
        ([[]], 0.0),
    ],
)
def test_balance(cited: list[list[str]], value: float) -> None:
    more = [
        source("tug.txt", TUG),
        source("copy.txt", HARBOUR, duplicate_of=H),
        source("other.txt", OTHER, relevant=False),
    ]
    of = case(more=more)
    first = {s.file: s.text.splitlines()[0] for s in of.sources}
    what = brief(of, *((f"Sentence {n}.", [(f, first[f]) for f in files]) for n, files in enumerate(cited)))
    assert measure("balance", of, what).value == pytest.approx(value)


def test_balance_of_a_single_source() -> None:
    of = case({H: HARBOUR}, facts=[])
    assert measure("balance", of, brief(of, (KILLED, [(H, KILLED)]))).value == 1.0
    assert measure("balance", of, brief(of, (KILLED, []))).value == 0.0
