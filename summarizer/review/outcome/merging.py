"""Several reviewers' states, sentence by sentence, as one: whose words stand, and who decided what on these words.

A decision counts only for the words that it was made on. Nobody's words win by coming first: where two reviewers worded
one sentence differently, a person has to say whose words to take.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.errors import UsageError
from summarizer.output.safe import line
from summarizer.records import Brief, BriefSentence, Citation, Verdict
from summarizer.review.nouns import Item, Kind, State
from summarizer.reviewed import Decision

States = Mapping[str, State]  # by reviewer

_OWN = re.compile(r"n[1-9][0-9]*", re.ASCII)  # ids that each reviewer counts alone
_MANY = 60  # code points of other words in a remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """One sentence in the words that stand. `reworded`: they, or the citations, are not those of the brief."""

    id: str
    kind: Kind
    text: str
    citations: tuple[Citation, ...]
    verdict: Verdict | None
    decisions: tuple[Decision, ...]
    reworded: bool
    original: BriefSentence | None  # as the brief has it; None for one that was added
    remarks: tuple[str, ...] = ()  # decisions that others made on other words


Voice = tuple[str, Item]  # a reviewer and how the sentence stands before that person


def merge(brief: Brief, states: States, reviewer: str | None = None) -> tuple[Merged, ...]:
    """The brief's sentences in order, each added one after the one that it was put after.

    With `reviewer`, the words and the additions are that one's. Raises UsageError where two reviewers worded a sentence
    differently and no `reviewer` is named.
    """
    places = _places(states)
    clashes = {key: names for key, voices in places.items() if (names := _clash(brief, voices))}
    if clashes and reviewer is None:
        who = list(dict.fromkeys(name for names in clashes.values() for name in names))
        ids = ", ".join(places[key][0][1].id for key in clashes)
        told = f"worded differently by {' and '.join(map(line, who))}"
        raise UsageError(ids, told, f"name the one whose words to take: --reviewer {line(who[0])!r}")
    merged = []
    taken: set[str] = set()
    for voices in places.values():
        leading = _leading(brief, voices, reviewer)
        if leading is not None:
            merged.append(_merged(brief, voices, leading, _free(leading.id, taken)))
    return tuple(merged)


def left_out(states: States, reviewer: str | None) -> tuple[str, ...]:
    """A line for each sentence that others added and that `reviewer`, whose words were asked for, did not."""
    if reviewer is None:
        return ()
    voices = [v for v in _places(states).values() if all(name != reviewer for name, _ in v)]
    return tuple(f"added by {line(name)} and not taken: {_short(item.text)}" for v in voices for name, item in v[:1])


def took_part(brief: Brief, state: State) -> bool:
    """Whether anything stands that this reviewer did: who only looked, or undid it all, has decided nothing."""
    touched = any(item.choice or item.note or item.kind != "brief" or worded(brief, item) for item in state.items)
    return touched or bool(state.resolutions or state.ignored or state.strays)


def worded(brief: Brief, item: Item) -> bool:
    """Whether the words, or the citations, are a reviewer's own."""
    if item.original is not None:
        return item.edited
    offered = _offered(brief, item.id)
    return not quoted(item.text, item.citations) if offered is None else offered != (item.text, item.citations)


def quoted(text: str, citations: Sequence[Citation]) -> bool:
    """Whether the words are a source's own, all that is cited of it."""
    return any(" ".join(c.quote.split()) == " ".join(text.split()) for c in citations)


def _offered(brief: Brief, name: str) -> tuple[str, tuple[Citation, ...]] | None:
    """What the brief itself offers under the id of an added sentence; None where that is none of the brief's."""
    offers = {f"w{number}": (w.text, w.citations) for number, w in enumerate(brief.withheld, 1)}
    offers |= {f"u{number}": (u.text, u.citations) for number, u in enumerate(brief.uncovered, 1)}
    return offers.get(name)


def _places(states: States) -> dict[str, list[Voice]]:
    """By place in the brief, all who have a sentence there; what two reviewers wrote is the same only to the letter."""
    order: list[str] = []
    voices: dict[str, list[Voice]] = {}
    for name, state in states.items():
        at = 0
        for item in state.items:
            key = f"{item.id} {item.base}" if _OWN.fullmatch(item.id) else item.id
            if key in voices:
                at = order.index(key) + 1
            else:
                while at < len(order) and voices[order[at]][0][1].kind != "brief":
                    at += 1  # after what another reviewer added here
                order.insert(at, key)
                at += 1
            voices.setdefault(key, []).append((name, item))
    return {key: voices[key] for key in order}


def _clash(brief: Brief, voices: Sequence[Voice]) -> list[str]:
    """The reviewers whose own words differ from each other's; none where one wording is left."""
    own = {name: item.base for name, item in voices if worded(brief, item)}
    return list(own) if len(set(own.values())) > 1 else []


def _leading(brief: Brief, voices: Sequence[Voice], reviewer: str | None) -> Item | None:
    """Whose words stand: those of `reviewer`, else the reworded ones; None where `reviewer` has no such sentence."""
    if reviewer is not None:
        return next((item for name, item in voices if name == reviewer), None)
    return next((item for _, item in voices if worded(brief, item)), voices[0][1])


def _free(name: str, taken: set[str]) -> str:
    """`name`, or the next number where another reviewer's sentence has it already."""
    number = int(name[1:]) if _OWN.fullmatch(name) else 0
    while name in taken and number:
        number += 1
        name = f"n{number}"
    taken.add(name)
    return name


def _merged(brief: Brief, voices: Sequence[Voice], leading: Item, name: str) -> Merged:
    same = [(who, item) for who, item in voices if item.base == leading.base]
    made = (_decision(brief, who, item) for who, item in same)
    verdict = leading.verdict or next((item.verdict for _, item in same if item.verdict), None)
    return Merged(
        id=name,
        kind=leading.kind,
        text=leading.text,
        citations=leading.citations,
        verdict=verdict,
        decisions=tuple(each for each in made if each),
        reworded=worded(brief, leading),
        original=leading.original,
        remarks=tuple(_elsewhere(name, voices, leading)),
    )


def _decision(brief: Brief, who: str, item: Item) -> Decision | None:
    """What one reviewer decided on these words; None where that is nothing at all."""
    edited = worded(brief, item)
    if item.choice is None and not item.note and not edited:
        return None
    cited = {c.source for c in item.citations}
    return Decision(
        by=who,
        choice=item.choice or "open",
        at=item.at if item.choice else "",
        reason=item.reason,
        note=item.note,
        seen=tuple(sorted(item.seen & cited)),
        edited=edited,
    )


def _elsewhere(name: str, voices: Sequence[Voice], leading: Item) -> Iterator[str]:
    for who, item in voices:
        if item.base != leading.base and (item.choice or item.note):
            did = item.choice or "noted"
            why = f"; reason: {line(item.reason)}" if item.reason else ""
            note = f"; note: {line(item.note)}" if item.note else ""
            yield f"{name}: {line(who)} {did} other words or citations: {_short(item.text)}{why}{note}"


def _short(text: str) -> str:
    shown = line(text)
    return f"“{shown if len(shown) <= _MANY else shown[: _MANY - 1].rstrip() + '…'}”"
