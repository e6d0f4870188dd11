"""How each sentence stands: its marks, what is said under it, and whether it wants a person's attention. Pure.

What it takes into account beside the sentence itself stands in `Around`: the disagreements that touch it, what the
other reviewers made of it, the checks that run or failed, the sources that are not what they were.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.output.safe import line
from summarizer.records import Brief, Citation, Disagreement
from summarizer.review.nouns import Item, State
from summarizer.review.tui import look
from summarizer.review.tui.brief.evidence import label, numbers
from summarizer.review.tui.look import Mark

LONGEST = 28  # characters of one value in a hint


@dataclass(frozen=True)
class Around:
    """What bears on the sentences of one state, as it is now."""

    brief: Brief
    state: State
    others: Mapping[str, State] = field(default_factory=dict)
    running: frozenset[str] = frozenset()  # bases of what is being checked, or waits for it
    failed: Mapping[str, str] = field(default_factory=dict)  # base -> why its check failed
    troubles: Mapping[str, str] = field(default_factory=dict)  # source -> what is wrong with it
    texts: Mapping[str, str] = field(default_factory=dict)  # of the sources that were read and can vouch

    @cached_property
    def places(self) -> dict[str, int]:
        return numbers(self.brief)

    @cached_property
    def disagreements(self) -> dict[str, list[Disagreement]]:
        """Those that are a question to a person, by sentence."""
        found: dict[str, list[Disagreement]] = {}
        for disagreement in self.brief.disagreements:
            for sentence in disagreement.sentences if disagreement.kind != "scope" else ():
                found.setdefault(sentence, []).append(disagreement)
        return found

    @cached_property
    def marks_of_others(self) -> dict[str, list[tuple[str, Item]]]:
        """By sentence: each other reviewer who decided on it, and how it stands with them."""
        found: dict[str, list[tuple[str, Item]]] = {}
        for name, state in self.others.items():
            for item in state.items:
                if item.choice is not None:
                    found.setdefault(item.id, []).append((name, item))
        return found

    def runs(self, item: Item) -> bool:
        return bool(self.running) and item.base in self.running

    def failure(self, item: Item) -> str:
        return self.failed.get(item.base, "") if self.failed else ""

    def wrong(self, citation: Citation) -> str:
        """Why the citation vouches for nothing: its source is not what it was, or does not say this there."""
        source = citation.source
        if source not in self.places:
            return "is no source of this brief"
        text = self.texts.get(source)
        if text is not None and text[citation.start : citation.end] != citation.quote:
            return f"says something else at {citation.start}-{citation.end}"
        return self.troubles.get(source, "")

    def lost(self, item: Item) -> dict[str, str]:
        """The cited sources that do not vouch for what is cited of them, and why."""
        return {c.source: why for c in item.citations if (why := self.wrong(c))}


def verdict_mark(item: Item, around: Around) -> Mark:
    if around.runs(item):
        return look.VERDICTS["checking"]
    if around.failure(item):
        return look.VERDICTS["failed"]
    if lost := around.lost(item):
        return look.SOURCE_CHANGED if any(map(around.troubles.get, lost)) else look.ASTRAY
    return look.verdict_of(item)


def sound(item: Item, around: Around) -> bool:
    """Whether it may be accepted without a word: a check bore out these very words by these very sources."""
    return item.supported and not around.lost(item) and not around.failure(item)


def wants(item: Item, around: Around) -> bool:
    """Whether an open sentence needs a person's attention more than others: it is not borne out, a source says
    otherwise, a cited source has changed, a disagreement on it is not settled, or another reviewer did not accept it.
    """
    if item.choice is not None:
        return False
    unsettled = any(d.id not in around.state.resolutions for d in around.disagreements.get(item.id, ()))
    doubted = any(other.choice != "accepted" for _, other in around.marks_of_others.get(item.id, ()))
    return not sound(item, around) or unsettled or doubted


def hints(item: Item, around: Around) -> Iterable[tuple[str, str]]:
    """What is said under a sentence, the most urgent first: (words, colour)."""
    if failure := around.failure(item):
        yield f"check failed: {line(failure)}", ""
    if item.edited or item.original is None:
        yield _changed(item, around), "partial"
    for source, why in around.lost(item).items():
        yield f"{label(source, around.places)} {line(why)}", ""
    if item.verdict is not None:
        wrong = next((c for c in item.verdict.checks if not c.ok), None)
        if wrong:
            yield f"{wrong.name}: {line(wrong.detail)}" if wrong.detail else wrong.name, look.verdict_of(item).colour
        if item.verdict.against:
            sources = dict.fromkeys(label(c.source, around.places) for c in item.verdict.against)
            yield f"! {''.join(sources)} says otherwise", "contradicted"
    for disagreement in around.disagreements.get(item.id, ()):
        words = disagreement_hint(disagreement, item, around.state)
        yield words, "contradicted" if words.startswith("!") else ""
    for name, other in around.marks_of_others.get(item.id, ()):
        same = (other.text, other.citations) == (item.text, item.citations)
        yield f"{line(name)}: {look.CHOICES[other.choice].glyph}{'' if same else ' (other words)'}", ""
    if item.note:
        yield "has a note", ""


def _changed(item: Item, around: Around) -> str:
    what = "edited" if item.original is not None else "added"
    if around.runs(item):
        return f"{what}, being checked"
    return what if item.verdict is not None else f"{what}, not checked yet"


def disagreement_hint(disagreement: Disagreement, item: Item, state: State) -> str:
    """The answers that sources give, or what a person made of them. Begins with "!" where something is still wrong."""
    settled = state.resolutions.get(disagreement.id)
    if settled is None:
        sources = {c.source for p in disagreement.positions for c in p.citations}
        values = list(dict.fromkeys(cut(line(p.value), LONGEST) for p in disagreement.positions))
        shown = " / ".join(values[:3]) + (" / .." if len(values) > 3 else "")
        return f"! {disagreement.id}: {len(sources)} sources, {len(values)} answers: {shown}"
    if settled.how == "use":
        from summarizer.review.rows.disagreements import hint  # reads texts: not needed for the first screen

        otherwise = hint(item.id, disagreement, state)
        stands = f"{disagreement.id}: {cut(line(settled.value), LONGEST)} stands"
        return f"! {disagreement.id}: {otherwise}" if otherwise else stands
    return f"{disagreement.id}: {'all answers are reported' if settled.how == 'both' else 'no disagreement'}"


def cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()}.."
