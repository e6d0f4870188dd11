"""Small words that were put in or changed: no "because" for "when", no "her" for "his", no word from another place.

Function words are no wording, so the alignment may lose one without a trace. Each function answers with the word that
is not the evidence's, "" if there is none.
"""

from itertools import takewhile

from summarizer.checking.lexicon import REPORTING, word_set
from summarizer.checking.structure.laid import Word, Words
from summarizer.checking.wordclasses import BE, DETERMINERS, INSERTED, POSSESSIVE

OPENING = (
    INSERTED
    | (DETERMINERS - POSSESSIVE)
    | BE
    | word_set("yet then moreover furthermore later finally in on at by of to")
)
NEAR = 3  # words of the evidence beside a gap in which the pronoun that was replaced is looked for
PERSON = {
    word: person
    for person, words in {
        "he": "he his him himself",
        "she": "she her hers herself",
        "they": "they their them theirs themselves",
        "it": "it its itself",
        "we": "we our ours us ourselves",
        "i": "i my mine me myself",
        "you": "you your yours yourself",
    }.items()
    for word in words.split()
}


def fault(text: Words, source: Words, at: list[int]) -> str:
    """Why a small word is not the evidence's; "" if all are."""
    word = _opening(text, at) or _other_person(text, source, at) or _from_elsewhere(text, source, at)
    return f"“{word}” does not stand there in the cited text" if word else ""


def _opening(text: Words, at: list[int]) -> str:
    """A word before the first or after the last that was kept."""
    kept = [i for i, here in enumerate(at) if here >= 0]
    if not kept:
        return ""
    outside = (*text.words[: kept[0]], *text.words[kept[-1] + 1 :])
    return next((w.text for w in outside if not w.content and w.low not in OPENING and w.low not in REPORTING), "")


def _other_person(text: Words, source: Words, at: list[int]) -> str:
    """A pronoun of another sex or number than the one in its place."""
    for i, word in enumerate(text.words):
        mine = _person(word.low)
        if at[i] >= 0 or not mine:
            continue
        before = next((at[k] for k in range(i - 1, -1, -1) if at[k] >= 0), -1)
        after = next((at[k] for k in range(i + 1, len(at)) if at[k] >= 0), -1)
        there = {_person(w.low) for w in (*_ahead(source, before), *_behind(source, after))} - {""}
        if there and mine not in there:
            return word.text
    return ""


def _person(word: str) -> str:
    return PERSON.get(word.split("'", 1)[0], "")


def _ahead(source: Words, i: int) -> list[Word]:
    """The words after `i`, to the end of its sentence."""
    words = source.words[i + 1 : i + 1 + NEAR] if i >= 0 else ()
    return list(takewhile(lambda word: not word.opens, words))


def _behind(source: Words, i: int) -> list[Word]:
    """The words before `i`, to the beginning of its sentence."""
    if i <= 0 or source.words[i].opens:
        return []
    return [w for w in source.words[max(0, i - NEAR) : i] if w.sentence == source.words[i].sentence]


def _from_elsewhere(text: Words, source: Words, at: list[int]) -> str:
    """A content word that the evidence has, but nowhere where the text could have taken it from."""
    for i, word in enumerate(text.words):
        if at[i] < 0 and word.content and word.key in source.places and word.low not in REPORTING:
            return word.text
    return ""
