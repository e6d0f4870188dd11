"""Markdown with footnotes, or with numbers in brackets and a list of references: its sentences and what they cite.

Only as much of Markdown is known as parts text from what is none. Headings, rules, tables and code are no sentences,
and neither is what stands below a heading like "Sources".
"""

import html
import re
from collections.abc import Iterator

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external.marks import Notes, sentences
from summarizer.evals.runs.external.nouns import Stated, Text

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_NOTE = re.compile(r"\s{0,3}\[(\^[^\[\]\s]{1,64})\]:\s*(.*)")
_REFERENCE = re.compile(r"\s{0,3}(?:[-*+]\s{1,3})?\[(\d{1,3})\]:?\s+(.*)")
_NUMBERED = re.compile(r"\s{0,3}(\d{1,3})[.)]\s+(.*)")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_UNDERLINE = re.compile(r"\s{0,3}(?:={2,}|-{2,})\s*")
_NO_TEXT = re.compile(r"[-*_= \t]{3,}|\s*\|.*|\s*<!--.*-->\s*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_REFERENCES = frozenset(
    ("sources", "references", "notes", "footnotes", "citations", "bibliography", "cited passages", "works cited")
)


def read(text: str, case: Case) -> Text:
    """The sentences of a page of Markdown, and its first heading as its title."""
    lines = list(_lines(text))
    notes = Notes(_notes(lines), case)
    body = [line for line, below in lines if not below and not _NOTE.match(line) and not _REFERENCE.match(line)]
    headings = (match[2] for line in body if (match := _HEADING.match(line)))
    found = [stated for paragraph in _paragraphs(body) for stated in sentences(paragraph, notes)]
    return Text(tuple(Stated(_plain(s.text), s.pointers) for s in found), _plain(next(headings, "")) or None)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Every line that is no code, each note on one line, and whether it stands below a heading of references."""
    below = fenced = False
    note = ""
    for line in _unwrapped(text).splitlines():
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced:
            continue
        elif note and (not line.strip() or line.startswith(("  ", "\t"))):
            note = f"{note} {line.strip()}".rstrip()
        else:
            if note:
                yield note, below
            note = line if _NOTE.match(line) else ""
            if line.strip(" #*_:").casefold() in _REFERENCES:
                below = True
            elif _HEADING.match(line):
                below = False
            if not note:
                yield line, below
    if note:
        yield note, below


def _unwrapped(text: str) -> str:
    """The page itself, where a model has put all of it into one block of code."""
    lines = text.strip().splitlines()
    fences = [n for n, line in enumerate(lines) if _FENCE.match(line)]
    return "\n".join(lines[1:-1]) if fences == [0, len(lines) - 1] else text


def _notes(lines: list[tuple[str, bool]]) -> dict[str, str]:
    """What each label stands for: footnotes as "^1", references as "1", counted where they are not numbered."""
    found: dict[str, str] = {}
    counted = 0
    for line, below in lines:
        match = _NOTE.match(line) or _REFERENCE.match(line) or (_NUMBERED.match(line) if below else None)
        item = _ITEM.match(line) if below else None
        if match:
            found.setdefault(match[1], match[2])
        elif item:
            counted += 1
            found.setdefault(str(counted), line[item.end() :])
    return found


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Text that runs on, each on one line: a paragraph, or one item of a list."""
    held: list[str] = []
    for line in [*lines, ""]:
        stripped = line.lstrip("> ").strip()
        item = _ITEM.match(line)
        if held and _UNDERLINE.fullmatch(line):  # what stood above it was a heading
            held = []
        elif held and (not stripped or item or _HEADING.match(line) or _NO_TEXT.fullmatch(line)):
            yield " ".join(held)
            held = []
        if stripped and not _HEADING.match(line) and not _NO_TEXT.fullmatch(line):
            held.append(line[item.end() :].strip() if item else stripped)


def _plain(text: str) -> str:
    """The words without the marks of emphasis, escapes and entities."""
    parts = _ESCAPE.split(text)  # every second part is an escaped character, which stays as it is
    plain = (part if n % 2 else html.unescape(_EMPHASIS.sub("", part)) for n, part in enumerate(parts))
    return " ".join("".join(plain).split())
