"""What comes out of a review: a brief again, in which each sentence says who decided what on it. Pure; writes nothing.

Nothing is dropped in silence: a rejected sentence is withheld with its reason, an open or flagged one stays in and is
marked, a disagreement that is none is listed among what was resolved. No verdict is changed by a decision.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from summarizer.articles.nouns import Article
from summarizer.articles.sentences import split
from summarizer.checking.bookkeeping import corrected
from summarizer.checking.speech import speaker
from summarizer.errors import UsageError
from summarizer.output.decided import rejected, standing
from summarizer.output.safe import line
from summarizer.records import (
    UNCHECKED,
    Brief,
    BriefSentence,
    Disagreement,
    Uncovered,
    Withheld,
    WrittenBy,
    brief_id,
)
from summarizer.review.nouns import State
from summarizer.review.outcome import vouching
from summarizer.review.outcome.merging import Merged, States, left_out, merge, quoted, worded
from summarizer.reviewed import Ignored, Resolved, Reviewer, ReviewRecord

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How to export. `at` is now (ISO 8601, UTC); `reviewer` the one whose words to take; both may be left empty."""

    at: str = ""
    reviewer: str | None = None
    include_rejected: bool = False  # rejected sentences stay in their places, marked, instead of being withheld


def export(brief: Brief, states: States, texts: Mapping[str, str], wish: Wish) -> Brief:
    """`brief` as the reviewers left it. `texts` are those of its sources, by id, as far as they can vouch.

    Raises UsageError where nobody reviewed it, where `wish` names somebody who did not, and where two reviewers worded
    a sentence differently and it names nobody.
    """
    if not states:
        raise UsageError("review", "nobody has reviewed this brief", "run `summarizer review` on it first")
    if wish.reviewer is not None and wish.reviewer not in states:
        known = ", ".join(map(line, states))
        raise UsageError(f"--reviewer {line(wish.reviewer)}", "did not review this brief", f"name one of: {known}")
    merged = merge(brief, states, wish.reviewer)
    out = {m.id for m in merged if standing(m.decisions) == "rejected" and not wish.include_rejected}
    kept = tuple(m for m in merged if m.id not in out)
    sentences = _derived(brief, kept, _sentences(brief, kept), texts)
    sentences, doubts = vouching.held(brief, sentences, _changed(kept), texts)
    record = _record(brief, states, texts, wish, merged)
    record = replace(record, remarks=(*record.remarks, *doubts, *vouching.lost(brief, sentences, texts)))
    made = replace(
        brief,
        sentences=sentences,
        disagreements=_disagreements(brief, record, wish.reviewer, {s.id for s in sentences}),
        withheld=_withheld(brief, merged, out),
        uncovered=_uncovered(brief, merged, record.ignored),
        review=record,
    )
    return replace(made, id=brief_id(made))


def _sentences(brief: Brief, kept: Sequence[Merged]) -> tuple[BriefSentence, ...]:
    made: list[BriefSentence] = []
    for one in kept:
        before = made[-1].section if made else None
        sentence = one.original or BriefSentence(id="", text="", citations=(), section=before)
        made.append(
            replace(
                sentence,
                id=one.id,
                text=one.text,
                citations=one.citations,
                written_by=_writer(brief, one),
                verdict=one.verdict or UNCHECKED,
                decisions=one.decisions,
            )
        )
    return tuple(made)


def _writer(brief: Brief, one: Merged) -> WrittenBy:
    """Whoever worded it: a change of the citations alone makes nobody the author of the words."""
    if one.original is not None:
        return one.original.written_by if one.original.text == one.text else "person"
    if one.kind == "withheld":
        held = _numbered(brief.withheld, "w").get(one.id)
        return held.written_by if held and held.text == one.text else "person"
    return "extractive" if not one.reworded or quoted(one.text, one.citations) else "person"


def _changed(kept: Sequence[Merged]) -> set[str]:
    """The ids of those of which the brief says nothing: what is known of them comes from the logs."""
    return {one.id for one in kept if one.reworded or one.kind != "brief"}


def _derived(
    brief: Brief, kept: Sequence[Merged], sentences: tuple[BriefSentence, ...], texts: Mapping[str, str]
) -> tuple[BriefSentence, ...]:
    """`sentences`, in which what the program says of each (speaker, origins) is found anew where it was changed."""
    changed = _changed(kept)
    if not changed:
        return sentences
    if {source.id for source in brief.sources} <= set(texts):
        found = {s.id: s for s in corrected(replace(brief, sentences=sentences), texts).sentences}
        return tuple(found[s.id] if s.id in changed else s for s in sentences)
    home = {source: origin.id for origin in brief.origins for source in origin.sources}
    return tuple(
        replace(
            s, said_by=speaker(s.text), upstream=None, origins=len({home.get(c.source) for c in s.citations} - {None})
        )
        if s.id in changed
        else s
        for s in sentences
    )


def _disagreements(
    brief: Brief, record: ReviewRecord, reviewer: str | None, kept: set[str]
) -> tuple[Disagreement, ...]:
    """Those that are not, by all who resolved them, or by `reviewer` where that one did, are gone from here."""
    found = []
    for disagreement in brief.disagreements:
        made = [r for r in record.resolutions if r.id == disagreement.id]
        made = [r for r in made if r.by == reviewer] or made
        if not made or any(r.how != "none" for r in made):
            found.append(replace(disagreement, sentences=tuple(s for s in disagreement.sentences if s in kept)))
    return tuple(found)


def _withheld(brief: Brief, merged: Sequence[Merged], out: set[str]) -> tuple[Withheld, ...]:
    """What was withheld before and not restored, then what was rejected, with all the reasons that it has.

    Decisions are those of the logs: what the brief itself says was decided on it, this review knows nothing of.
    """
    restored = {m.id for m in merged}
    before = _numbered(brief.withheld, "w")
    found = [replace(held, decisions=()) for name, held in before.items() if name not in restored]
    for one in (m for m in merged if m.id in out):
        reasons = before[one.id].reasons if one.id in before else ()
        found.append(
            Withheld(
                text=one.text,
                written_by=_writer(brief, one),
                citations=one.citations,
                reasons=(*rejected(one.decisions), *reasons),
                decisions=one.decisions,
            )
        )
    return tuple(found)


def _uncovered(brief: Brief, merged: Sequence[Merged], ignored: Sequence[Ignored]) -> tuple[Uncovered, ...]:
    """What is still left out, and nobody said that it should be."""
    gone = {m.id for m in merged} | {one.id for one in ignored}
    return tuple(one for name, one in _numbered(brief.uncovered, "u").items() if name not in gone)


def _numbered(things: Sequence[T], letter: str) -> dict[str, T]:
    return {f"{letter}{number}": thing for number, thing in enumerate(things, 1)}


def _record(
    brief: Brief, states: States, texts: Mapping[str, str], wish: Wish, merged: Sequence[Merged]
) -> ReviewRecord:
    about = {d.id: d.about for d in brief.disagreements}
    strays = ((name, len(state.strays)) for name, state in states.items() if state.strays)
    return ReviewRecord(
        brief=brief.id,
        exported=wish.at,
        reviewers=tuple(_reviewer(brief, name, state) for name, state in states.items()),
        resolutions=tuple(
            Resolved(id=id, about=about.get(id, ""), how=r.how, by=name, value=r.value, at=r.at, reason=r.reason)
            for name, state in states.items()
            for id, r in state.resolutions.items()
        ),
        ignored=tuple(_ignored(brief, states, texts)),
        remarks=(
            *(remark for one in merged for remark in one.remarks),
            *left_out(states, wish.reviewer),
            *(f"{line(name)}: {number} acts are about words that this brief no longer has" for name, number in strays),
        ),
    )


def _reviewer(brief: Brief, name: str, state: State) -> Reviewer:
    choices = [item.choice for item in state.items]
    return Reviewer(
        name=name,
        accepted=choices.count("accepted"),
        rejected=choices.count("rejected"),
        flagged=choices.count("flagged"),
        open=choices.count(None),
        edited=sum(worded(brief, item) for item in state.items),
    )


def _ignored(brief: Brief, states: States, texts: Mapping[str, str]) -> Iterator[Ignored]:
    offered = {name: one.text for name, one in _numbered(brief.uncovered, "u").items()}
    asked = {id for state in states.values() for id in state.ignored} - set(offered)
    offered |= _source_sentences(brief, texts, asked)
    for name, state in states.items():
        for id, reason in state.ignored.items():
            yield Ignored(id=id, text=offered.get(id, ""), by=name, reason=reason)


def _source_sentences(brief: Brief, texts: Mapping[str, str], ids: set[str]) -> dict[str, str]:
    """The texts of the sentences of the sources ("s3.12") that are among `ids`."""
    found: dict[str, str] = {}
    for s in brief.sources:
        if s.id in texts and any(id.startswith(f"{s.id}.") for id in ids):
            article = Article(
                id=s.id, path=s.path, sha256=s.sha256, encoding=s.encoding, media_type=s.media_type, text=texts[s.id]
            )
            found |= {sentence.id: sentence.text for sentence in split(article) if sentence.id in ids}
    return found
