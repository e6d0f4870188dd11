"""Changing a whole brief in one place. Every function is pure, and keeps the rest of the brief as it was."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from summarizer.records import Brief, BriefSentence, Citation


def put(brief: Brief, at: int, sentence: BriefSentence) -> Brief:
    """`brief` with `sentence` in the place of the one at `at`."""
    return replace(brief, sentences=(*brief.sentences[:at], sentence, *brief.sentences[at + 1 :]))


def said(brief: Brief, at: int, text: str) -> Brief:
    """`brief` with other words in one sentence, which no longer claims to be its source's own."""
    return put(brief, at, replace(brief.sentences[at], text=text, written_by="model"))


def cited(brief: Brief, at: int, citations: Iterable[Citation]) -> Brief:
    """`brief` with other citations on one sentence."""
    return put(brief, at, replace(brief.sentences[at], citations=tuple(citations)))


def moved(brief: Brief, at: int, citations: Iterable[Citation]) -> Brief:
    """`brief` with one sentence on other citations, which no longer claims to be its source's own words."""
    return put(brief, at, replace(brief.sentences[at], citations=tuple(citations), written_by="model"))


def added(brief: Brief, at: int, text: str, citations: Iterable[Citation]) -> Brief:
    """`brief` with one more sentence at `at`, under an id that is not taken."""
    taken = {s.id for s in brief.sentences}
    number = next(n for n in range(len(taken) + 1, 2 * len(taken) + 3) if f"b{n}" not in taken)
    new = BriefSentence(id=f"b{number}", text=text, citations=tuple(citations), written_by="model")
    return replace(brief, sentences=(*brief.sentences[:at], new, *brief.sentences[at:]))


def without(brief: Brief, gone: Collection[int]) -> Brief:
    """`brief` without the sentences at `gone`, which no disagreement names any longer."""
    kept = tuple(s for n, s in enumerate(brief.sentences) if n not in gone)
    ids = {s.id for s in kept}
    disagreements = tuple(
        replace(d, sentences=tuple(id for id in d.sentences if id in ids)) for d in brief.disagreements
    )
    return replace(brief, sentences=kept, disagreements=disagreements)


def citations_of(brief: Brief) -> tuple[Citation, ...]:
    """Every citation of its sentences once, in order."""
    return tuple(dict.fromkeys(c for s in brief.sentences for c in s.citations))


def shown(text: str, most: int = 90) -> str:
    """`text` on one line, cut for a report."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
