"""The reports in a sentence: who is said to say what, with which verb, found from the reporting verb outwards.

"X said", ", said X", "according to X", "as reported by X", "X told Y". Where a sentence reports in a way that these
rules don't know, nothing is found; a speaker is never guessed.
"""

from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.lexicon import REPORTING, word_set
from summarizer.checking.names import TITLES
from summarizer.checking.reading import CLOSING, Passage, Token, fold, read

BE = word_set("is are was were be been being get gets got")
SKIPPED = word_set(
    """has have had also later earlier then since further again will would did does do not never had've monday
    tuesday wednesday thursday friday saturday sunday today yesterday have long once still even now both all"""
)
# Where a noun phrase ends, read from its verb to the left.
LEFT_STOP = word_set(
    """that but when while after before as if because since although though whereas which where who whom whose so
    than said told says was were is are has have had will would could may might into under over during amid with
    whether between until against"""
)
FINITE = word_set("is are was were has have had will would could may might")
CLAUSE = frozenset(REPORTING) | BE | word_set("and but that has have had")
RIGHT_STOP = LEFT_STOP | word_set("to on at by in from and")
NOUNISH = word_set(
    """reports report claims claim calls demands orders promises pledges estimates posts notes states requests
    reported warning remarks believed considered assumed described expected expressed pointed asked called
    stated noted ordered disputed posted announced states"""
)
DETERMINERS = word_set("the a an its their his her this that these those our my your no any some such several new")
ABOUT = word_set("of regarding about on over concerning amid despite as to been by from and against")
PRONOUNS = word_set("he she they it we i who")
PREPOSITIONS = word_set("in on at for from by to during after")
LONGEST = 14


class Report(NamedTuple):
    """One report: tokens [start, end) name the speaker, `verb` says how far he goes, [low, high) is what he says."""

    start: int
    end: int
    verb: int
    strength: str
    low: int
    high: int


def _bounds(passage: Passage, index: int) -> tuple[int, int]:
    low = max(i for i in passage.starts if i <= index)
    high = index + 1
    while high < len(passage.tokens) and high not in passage.starts:
        high += 1
    return low, high


def _said_until(passage: Passage, verb: int, high: int) -> int:
    """Where the reported clause ends: at a semicolon, or a comma with which a clause of the sentence's own begins."""
    for i in range(verb + 1, high - 1):
        mark, following = passage.tokens[i].text, fold(passage.tokens[i + 1].text)
        if fold(mark) in ("and", "but") and (following in REPORTING and following.endswith("ed")):
            return i  # "rejected the offer and called a strike"
        if mark == ";" or (mark == "," and following in ("and", "but", "while", "although", "whereas", "with")):
            return i
    return high


def _right(passage: Passage, start: int, high: int) -> tuple[int, int]:
    """The noun phrase from `start` on."""
    end = start
    while end < min(high, start + LONGEST):
        token = passage.tokens[end]
        if (not token.key and token.text not in "-–&'’") or (end > start and fold(token.text) in RIGHT_STOP):
            break
        if end > start and fold(token.text) in REPORTING and token.text[0].islower():
            break
        end += 1
    return start, end


def _left(passage: Passage, verb: int, low: int) -> tuple[int, int]:
    """The noun phrase that ends before `verb`; an apposition between two commas stays outside it."""
    tokens = passage.tokens
    end = verb
    while end > low and _adverb(fold(tokens[end - 1].text)):
        end -= 1
    if end - 1 > low and tokens[end - 1].text in (",", ")"):
        opening = next((i for i in range(end - 2, max(low, end - 16), -1) if tokens[i].text in (",", "(")), -1)
        relative = fold(tokens[opening + 1].text) in ("who", "which", "whose")
        if opening <= low or (not relative and any(fold(t.text) in CLAUSE for t in tokens[opening + 1 : end - 1])):
            return verb, verb  # the second of several verbs, not a report of its own
        end = opening
    start = end
    while start > low and end - start < LONGEST:
        token = tokens[start - 1]
        word = fold(token.text)
        if word in LEFT_STOP or (not token.key and token.text not in "-–&'’."):
            break
        start -= 1
    while start < end and (
        fold(tokens[start].text) in ("and", "but", "or", "yet", "meanwhile", "that") or not tokens[start].key
    ):
        start += 1
    if start < end - 2 and fold(tokens[start].text) in PREPOSITIONS:
        start += 2
    return start, end


def _opening(passage: Passage, low: int) -> tuple[int, int]:
    """The subject that opens a sentence, for the second of its verbs: "Thomas runs tours and said"."""
    tokens = passage.tokens
    if fold(tokens[low].text) == "according":  # "According to the office, Lammy called it illegal and promised"
        low = next((i + 1 for i in range(low, len(tokens) - 1) if tokens[i].text == ","), low)
    end = low
    while (
        end < min(len(tokens), low + LONGEST)
        and tokens[end].key
        and (tokens[end].text[0].isupper() or fold(tokens[end].text) in PRONOUNS)
    ):
        end += 1
    return (low, end + 1) if end == low + 1 and fold(tokens[low].text) in DETERMINERS else (low, end)


def _adverb(word: str) -> bool:
    return word in SKIPPED or word.endswith("n't") or (word.endswith("ly") and len(word) > 4)


def _subject(passage: Passage, verb: int, low: int, high: int) -> bool:
    """Whether the word at `verb` is a verb of reporting with a subject of its own, and not denied itself."""
    tokens = passage.tokens
    before = verb - 1
    while before > low and _adverb(fold(tokens[before].text)):
        before -= 1
    if verb == low or tokens[verb].text[0].isupper() or any(_denies(t) for t in tokens[before + 1 : verb]):
        return False
    left = fold(tokens[before].text)
    if left in BE | PREPOSITIONS | (ABOUT - {"and"}) or left in DETERMINERS or left.endswith("'s"):
        return False
    word = fold(tokens[verb].text)
    following = fold(tokens[verb + 1].text) if verb + 1 < high else ""
    return word not in NOUNISH or not (
        (following in ABOUT and not word.endswith("ed")) or (word.endswith("s") and not _names(tokens[verb - 1]))
    )


def _denies(token: Token) -> bool:
    return fold(token.text) in ("not", "never") or fold(token.text).endswith("n't")


def _names(token: Token) -> bool:
    """Whether the token before "reports" or "claims" can be its subject."""
    return bool(token.key) and (token.text[0].isupper() or fold(token.text) in PRONOUNS or fold(token.text) in TITLES)


def _inverted(passage: Passage, verb: int, low: int, high: int) -> bool:
    """Whether the speaker follows the verb: `…,” said X` or `…, said X.`"""
    tokens = passage.tokens
    if verb - 1 <= low or verb + 1 >= high or REPORTING[fold(tokens[verb].text)] not in ("say", "warn", "claim"):
        return False
    following = tokens[verb + 1]
    if fold(tokens[verb].text) in ("told", "tells"):  # what follows is whom he told
        return False
    names = following.text[0].isupper() or fold(following.text) in DETERMINERS - {"that", "this", "these", "those"}
    if tokens[verb - 1].text in CLOSING:
        return names
    if tokens[verb - 1].text != "," or not names or high - verb > LONGEST:
        return False
    return any(fold(t.text) in BE or fold(t.text) in SKIPPED or t.text.endswith("ed") for t in tokens[low : verb - 1])


def _of_verb(passage: Passage, verb: int) -> Report | None:
    low, high = _bounds(passage, verb)
    tokens = passage.tokens
    strength = REPORTING[fold(tokens[verb].text)]
    if _inverted(passage, verb, low, high):
        start, end = _right(passage, verb + 1, high)
        if end >= high or fold(tokens[end].text) not in FINITE:  # "Plouffe, who …, said the reaction is"
            return Report(start, end, verb, strength, low, high) if end > start else None
    if not _subject(passage, verb, low, high):
        return None
    shared = verb - 1 > low and fold(tokens[verb - 1].text) in ("and", "but")
    start, end = _opening(passage, low) if shared else _left(passage, verb, low)
    if start >= end or not any(t.content or fold(t.text) in PRONOUNS for t in tokens[start:end]):
        return None
    trailing = start > low and tokens[start - 1].text in {",", *CLOSING}
    return Report(start, end, verb, strength, low if trailing else verb + 1, _said_until(passage, verb, high))


def _of_source(passage: Passage, index: int) -> Report | None:
    """ "according to X", and "as reported by X"."""
    low, high = _bounds(passage, index)
    word = fold(passage.tokens[index].text)
    if word == "according":
        start, end = _right(passage, index + 2, high)
        return Report(start, end, index, "say", low, high) if end > start else None
    verb = index - 1
    if verb - 1 >= low and fold(passage.tokens[verb].text) in REPORTING and fold(passage.tokens[verb - 1].text) == "as":
        start, end = _right(passage, index + 1, high)
        strength = REPORTING[fold(passage.tokens[verb].text)]
        return Report(start, end, verb, strength, low, high) if end > start else None
    return None


def reports(text: str) -> tuple[Report, ...]:
    """Every report in `text`, in order; indices are into `read(text).tokens`."""
    return reports_of(read(text))


@lru_cache(maxsize=4096)
def reports_of(passage: Passage) -> tuple[Report, ...]:
    found: list[Report] = []
    for i, token in enumerate(passage.tokens):
        word = fold(token.text) if token.key else ""
        report = None
        if word in REPORTING:
            report = _of_verb(passage, i)
        elif word == "by" or (word == "according" and i + 2 < len(passage.tokens)):
            report = _of_source(passage, i)
        if report and not any(report.start == other.start and report.strength == other.strength for other in found):
            found.append(report)
    return tuple(found)
