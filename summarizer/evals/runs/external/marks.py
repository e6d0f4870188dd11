"""Citation marks in a line of text: `[^1]`, `[1]`, `[1, 2]`, `[1-3]`, `¹`, `^[a.txt]`, `(source: a.txt)`, `[a](a.txt)`.

They are found in one pass, each bounded in length and none nested, so that no text takes more than linear time. What
looks like a mark and is none ("[sic]", "(2019)") stays in the text.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external.nouns import DIGITS, SMALL, Pointer, files_named, is_file, names_in

MOST_OF_A_RANGE = 20

_NO_POWER = rf"(?<![\d{SMALL}])" + "".join(rf"(?<!\b{unit})" for unit in ("m", "km", "cm", "mm", "ft", "mi", "in"))

_MARK = re.compile(
    r"\[\^(?P<note>[^\[\]\s]{1,64})\]"
    r"|\^\[(?P<inline>[^\[\]\n]{1,600})\]"
    r"|!?\[(?P<words>[^\[\]\n]{0,300})\]\((?P<address>[^()\s]{1,500})\)"
    r"|<sup>\s{0,3}\[?(?P<raised>[\d,; -]{1,40})\]?\s{0,3}</sup>"
    r"|\[(?P<square>[^\[\]\n]{1,300})\]"
    r"|【(?P<lens>[^【】\n]{1,300})】"
    rf"|{_NO_POWER}(?P<small>[{SMALL}]{{1,6}}(?:,[{SMALL}]{{1,6}}){{0,9}})"
    r"|\((?P<round>[^()\[\]\n]{1,300})\)"
)
_NUMBERS = re.compile(r"\s{0,3}\d{1,3}(?:\s{0,3}(?:[,;]|[-–]|and)\s{0,3}\d{1,3}){0,30}\s{0,3}")
_SAYS_SOURCE = re.compile(
    r"\s{0,3}(?:sources?|see|cf|from|refs?|references?|files?)\b\s{0,3}[:.]?\s{1,3}", re.IGNORECASE
)
_PARTS = re.compile(r"\s{0,3}(?:[,;|&]|\band\b)\s{0,3}")
_QUOTED = re.compile('“([^“”\n]{1,2000})”|„([^„“”\n]{1,2000})[“”]|«([^«»\n]{1,2000})»|"([^"\n]{1,2000})"')
_GAP = re.compile(r"\[?(?:…|\.{3})\]?")
_LEAST_QUOTED = 3  # words; fewer are a name in quotation marks


class Notes(NamedTuple):
    """What notes and numbered references say, by their label: "^1" for a footnote, "1" for a reference."""

    by_label: Mapping[str, str]
    case: Case
    in_round: bool = False  # whether "(1)" is a mark: where numbered references are cited in no other way


def pointer(reference: str) -> Pointer:
    """A reference with the words that it quotes; what an ellipsis parts is quoted piece by piece."""
    found = (next(filter(None, match.groups())) for match in _QUOTED.finditer(reference))
    pieces = (piece.strip(" ,;") for quote in found for piece in _GAP.split(quote))
    return Pointer(reference, tuple(p for p in pieces if len(p.split()) >= _LEAST_QUOTED))


def taken_out(paragraph: str, notes: Notes) -> tuple[str, list[tuple[int, tuple[Pointer, ...]]]]:
    """The text without its marks, and for each mark its place in that text and what it points to."""
    kept: list[str] = []
    marks: list[tuple[int, tuple[Pointer, ...]]] = []
    length = last = 0
    for match in _MARK.finditer(paragraph):
        pointers = _pointers(match, notes)
        if pointers is None:
            continue
        words = match["words"] or "" if _keeps_words(match, notes) else ""
        piece = paragraph[last : match.start()]
        piece = piece + words if words else piece.rstrip() if piece.strip() else ""
        kept.append(piece)
        length += len(piece)
        marks.append((length, pointers))
        last = match.end()
    kept.append(paragraph[last:] if length else paragraph[last:].lstrip())
    return "".join(kept), marks


def _keeps_words(match: re.Match[str], notes: Notes) -> bool:
    """Whether the words of a link are part of the sentence, and not a mark themselves."""
    words = (match["words"] or "").strip()
    if match[0].startswith("!") or not words or words.casefold() in ("source", "link", "ref"):
        return False
    return not (_NUMBERS.fullmatch(words) or is_file(words, notes.case))


def _pointers(match: re.Match[str], notes: Notes) -> tuple[Pointer, ...] | None:
    """What a mark points to; None where it is none."""
    if match["note"]:
        return (_labelled(f"^{match['note']}", notes),)
    if match["inline"]:
        return (pointer(match["inline"]),)
    if match["address"]:
        words, address = (match["words"] or "").strip(), match["address"]
        if words in notes.by_label:
            return (_labelled(words, notes),)
        # A link of words of the text to what is no source is a link; "[1](…)" and "[source](…)" are citations.
        is_link = _keeps_words(match, notes) and not files_named(address, notes.case)
        return () if is_link else (Pointer(address),)
    inside = match["square"] or match["raised"] or match["lens"]
    if inside and _NUMBERS.fullmatch(inside):
        return tuple(_labelled(str(n), notes) for n in _numbers(inside))
    labels = _bare(match, notes)
    if labels and all(label in notes.by_label for label in labels):
        return tuple(_labelled(label, notes) for label in labels)
    return _named(inside or match["round"] or "", notes)


def _bare(match: re.Match[str], notes: Notes) -> list[str]:
    """The labels of a mark that is one only where they are known: ¹² is 12 where there is a twelfth, else 1 and 2."""
    if match["small"]:
        parts = match["small"].translate(DIGITS).split(",")
        return [label for part in parts for label in ([part] if part in notes.by_label else part)]
    inside = match["round"] or ""
    return [str(n) for n in _numbers(inside)] if notes.in_round and _NUMBERS.fullmatch(inside) else []


def _named(inside: str, notes: Notes) -> tuple[Pointer, ...] | None:
    """The files that a bracket names; None where it names none. An outlet alone, or the police, is part of the text."""
    said = _SAYS_SOURCE.match(inside)
    listed = inside[said.end() :] if said else inside
    parts = [part.strip() for part in _PARTS.split(listed) if part.strip()]
    if said and parts and all(part.isdigit() for part in parts):
        return tuple(_labelled(part, notes) for part in parts)
    if parts and all(is_file(part, notes.case) for part in parts):
        return tuple(Pointer(part) for part in parts)
    named = files_named(listed, notes.case) if said else names_in(listed, notes.case)
    return (pointer(listed),) if named else None


def _labelled(label: str, notes: Notes) -> Pointer:
    """What the note says; a label that nothing explains leads nowhere."""
    return pointer(notes.by_label[label]) if label in notes.by_label else Pointer(f"[{label}]")


def _numbers(text: str) -> Iterator[int]:
    for part in re.split(r"[,;]|and", text):
        ends = [int(end) for end in part.replace("–", "-").split("-")]
        low, high = min(ends), max(ends)
        yield from range(low, high + 1) if high - low <= MOST_OF_A_RANGE else (low, high)
