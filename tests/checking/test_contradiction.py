"""Two sentences of which one says otherwise, and many more that only seem to."""

import pytest

from summarizer.checking.claims.verifying import sentences_of
from summarizer.checking.contradiction import against, says_otherwise

FIRE = "The fire at the mill in Orrin killed 12 workers, police said on Monday."
BRIDGE = "The roads office inspected the bridge in Orrin before the flood."
STEEL = "Exports of steel from Orrin rose by 5 percent last year."


@pytest.mark.parametrize(
    ("text", "other", "why"),
    [
        (FIRE, FIRE.replace("12", "15"), "12 here, 15 there"),
        (FIRE, FIRE.replace("12", "fifteen"), "12 here, fifteen there"),
        (BRIDGE, BRIDGE.replace("inspected", "did not inspect"), "“not” there only"),
        (BRIDGE.replace("inspected", "never inspected"), BRIDGE, "“never” here only"),
        (STEEL, STEEL.replace("rose", "fell"), "“rose” here, “fell” there"),
        (BRIDGE, BRIDGE.replace("before", "after"), "“before” here, “after” there"),
        # the same, or more or less of it
        (FIRE, FIRE, ""),
        (FIRE, FIRE.replace("12", "twelve"), ""),
        (FIRE, FIRE.replace(" on Monday", ""), ""),
        (FIRE, "Police said on Monday that the fire in Orrin had been put out.", ""),
        # another day, another place, another thing counted, a bound, a doubt
        (FIRE, FIRE.replace("12", "15").replace("Monday", "Tuesday"), ""),
        (FIRE, FIRE.replace("12", "15").replace("Orrin", "Lund"), ""),
        (FIRE, FIRE.replace("12 workers", "15 horses"), ""),
        (FIRE, FIRE.replace("12", "at least 15"), ""),
        (FIRE, FIRE.replace("killed 12", "may have killed 15"), ""),
        (FIRE.replace("12", "about 12"), FIRE.replace("12", "15"), ""),
        (BRIDGE, BRIDGE.replace("inspected", "did not pay for"), ""),
        # too little in common to be one matter
        ("12 people died.", "15 people died.", ""),
        ("The office did not answer.", "The office answered.", ""),
        ("", FIRE, ""),
    ],
)
def test_says_otherwise(text: str, other: str, why: str) -> None:
    assert says_otherwise(text, other) == why
    assert bool(says_otherwise(other, text)) is bool(why)


def test_against_names_the_sentences_and_why() -> None:
    sentences = sentences_of(f"{FIRE.replace('12', '15')} {FIRE} {STEEL}")
    assert [(s.id, why) for s, why in against(FIRE, sentences)] == [("source.1", "12 here, 15 there")]
