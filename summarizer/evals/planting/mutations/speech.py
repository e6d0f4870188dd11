"""Errors of who says it: the speaker dropped or another, the reporting verb another, the one spoken to another."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.evals.planting import cues, names
from summarizer.evals.planting.edits import Place, capital, ended, find, one_way, put, quoted, stands, swaps, tokens
from summarizer.evals.planting.nouns import Base, Change, Material

VERBS = "|".join(cues.SAID)
# "…, X said." and "…, according to X." at the end; "X said that …" and "According to X, …" at the start.
SPEAKER = r"(?!who\b|which\b|after\b|with\b|before\b|while\b|and\b|but\b|that\b|where\b)(?:[^,“”\".]|\.(?=\S)){1,60}"
WHERE = (
    r"(?: (?:in|on|at|to|during|via|through|late|early|\w+day|last|him|her|them|reporters|Reuters)\b[^,“”\"]{0,50})?"
)
INVERTED = rf"(?:{VERBS}) (?=[A-Z]|the |an? ){SPEAKER}"
SOURCE = rf"(?:{'|'.join(cues.BY)}) [^“”\"]{{1,120}}"
LAST = re.compile(rf",[”\"’']? (?:{SPEAKER} (?:{VERBS}){WHERE}|{INVERTED}|{SOURCE})\.[”\"]?$")
CLAUSE = re.compile(rf"\b(?:{'|'.join(cues.AUXILIARIES)}|having|there|it|he|she|they|his|her|who|which|how|why)\b")
FIRST_BY = re.compile(r"According to [^,“”\"]{2,100}, ")
FIRST = re.compile(
    rf"[^,“”\"]{{2,80}}(?:, [^,“”\"]{{3,80}},)? (?:has |have |also |had )?(?P<verb>{VERBS})"
    r"(?: (?:on|in|late|earlier|last|at) [^,“”\"]{2,30}?| \w+day| reporters| CNN| him| her| them)? that "
)
FIRST_BARE = re.compile(
    r"[^,“”\"]{2,60} (?:said|says)(?: \w+day| on \w+day)? "
    r"(?=(?:the|a|an|it|he|she|they|there|his|her|its|their|[A-Z][a-z]+)\s)"
)
CHANGED = one_way("""
said > denied, claimed, confirmed, warned, promised; says > denies, claims, promises; told > promised, warned, assured
wrote > denied, promised; added > denied, promised; denied > said, confirmed, admitted; denies > confirms, admits
confirmed > denied, disputed; confirms > denies; claimed > proved, denied, admitted; claims > proves, admits
warned > promised, denied; announced > denied, proposed; insisted > denied, admitted; alleged > proved, denied
reported > denied, predicted; argued > conceded, denied; suggested > proved, ordered; suggests > proves; urged > forbade
asked > ordered, told; noted > denied, predicted; stated > denied, promised; believes > knows, doubts
believed > knew, doubted
estimated > promised, denied; predicted > confirmed, denied; accused > cleared, suspected; agreed > refused
acknowledged > denied; admitted > denied; testified > denied; promised > refused, threatened; vowed > refused
demanded > received, offered; declined > agreed; refused > agreed; ordered > asked, forbade; advised > forbade
joked > threatened
""")
HEARERS = one_way("""
reporters > investigators, the court; lawmakers > reporters; investigators > reporters; journalists > judges
the court > reporters; police > relatives; CNN > the FBI; Reuters > police; the newspaper > the police; the BBC > police
""")
DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


class Speaker(NamedTuple):
    """Who speaks and the verb beside him."""

    subject: Place
    verb: Place


def speakers(text: str) -> Iterator[Speaker]:
    """The subject of each reporting verb: what stands before it in its clause, or behind it after a quotation."""
    for verb in find(text, cues.SAID):
        before = text[: verb.start].rstrip()
        cut = max(before.rfind(mark) for mark in ',;“”"') + 1
        subject = before[cut:].strip()
        if 0 < len(subject.split()) <= 6 and subject[:1].isalpha() and subject.split()[-1] not in cues.AUXILIARIES:
            start = cut + before[cut:].index(subject)
            yield Speaker(Place(start, start + len(subject), subject), verb)


def dropped(base: Base) -> Iterator[Change]:
    """The speaker taken away, what he says left as a fact."""
    if len(base.citations) > 1 and base.form != "joined":
        return  # another span may say it in its own name
    last = _last(base.text)
    if last and len(tokens(base.text[: last.start()])) >= 4:
        cut = base.text[: last.start()]
        cut += base.text[last.start() + 1] if base.text[last.start() + 1] in '”"' else ""
        yield Change(_closed(ended(cut)), f"- {last[0].strip(' ,')}")
        if quoted(base.text):
            yield Change(ended(re.sub('[“”"]', "", cut)), f"- {last[0].strip(' ,')} and the marks")
    for pattern in (FIRST_BY, FIRST, FIRST_BARE):
        first = pattern.match(base.text)
        if first and len(tokens(base.text[first.end() :])) >= 4 and not LAST.search(base.text):
            yield Change(capital(base.text[first.end() :]), f"- {first[0].strip(' ,')}")
            break


def _last(text: str) -> re.Match[str] | None:
    """The speaker at the end of `text`; None where what is left would name one still, or it is no speaker."""
    match = LAST.search(text)
    if match is None:
        return None
    by = match[0].lstrip(",”\"’' ").casefold().startswith(cues.BY)
    named = re.sub(r"^(?:he|she|they|it) ", "", match[0].lstrip(",”\"’' "))
    left = text[: match.start()]
    again = any(re.search(rf"\b{re.escape(w)}\b", left) for w in named.split() if w[:1].isupper())
    still = any(True for _ in find(left, (*cues.SAID, *cues.BY)))
    return None if (not by and CLAUSE.search(named)) or (again and still) else match


def swapped(base: Base, material: Material) -> Iterator[Change]:
    """Another speaker: a name of the same sources, or another name of the sentence."""
    own = list(names.find(base.text, material.lower))
    for subject, verb in speakers(base.text):
        for new in material.strange(base):
            if not names.adjective(new):
                yield Change(put(base.text, subject.start, subject.end, capital(new)), f"{subject.text} -> {new}")
        inside = [n for n in own if subject.start <= n.start < subject.end]
        for other in own:
            apart = all(not names.same(other.text, n.text) for n in inside) and inside
            if apart and not (subject.start <= other.start < subject.end) and not names.adjective(other.text):
                new = put(base.text, subject.start, subject.end, other.text)
                yield Change(new, f"{subject.text} {verb.text} -> {other.text} {verb.text}")


def verb(base: Base) -> Iterator[Change]:
    """Another reporting verb, with another claim on the truth."""
    for place, new in swaps(base.text, CHANGED):
        asking = re.match(r" (?:why|how|what|about|whether|if|who|when)\b", base.text[place.end :])
        if place.text.casefold() == "asked" and asking:
            continue
        noun = re.search(
            r"\b(?:the|a|an|his|her|their|these|those|such|its|of|being|been|was|were|is|are|be) $",
            base.text[: place.start],
        )
        if not noun and not stands(new, base.evidence):
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def hearer(base: Base, material: Material) -> Iterator[Change]:
    """Said to somebody else."""
    for place, new in swaps(base.text, HEARERS):
        if re.search(r"\b(?:told|tells|to|asked|informed) $", base.text[: place.start]) and new not in base.evidence:
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")
    strange = [n for n in material.strange(base) if not names.adjective(n)]
    for match in re.finditer(r"\b(?:told|asked|warned|urged) (?=[A-Z])", base.text):
        for place in names.find(base.text[match.end() :], material.lower):
            if place.start == 0:
                for new in strange:
                    end = match.end() + place.end
                    yield Change(put(base.text, match.end(), end, new), f"{match[0]}{place.text} -> {new}")
            break


def _closed(text: str) -> str:
    """The full stop inside the marks, as American papers set it."""
    return re.sub(r"([”\"])\.$", r".\1", text)
