"""Markdown with footnotes, or with numbers in brackets and a list of references: its sentences and what they cite.

Only as much of Markdown is known as parts text from what is none. Headings, rules, tables and code are no sentences,
and neither is a label before one, a line that says what made the page, or the list of its sources.
"""

import html
import re
from collections.abc import Iterable, Iterator

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external import references
from summarizer.evals.runs.external.marks import Notes
from summarizer.evals.runs.external.nouns import Stated, Text
from summarizer.evals.runs.external.paragraphs import paragraph, together
from summarizer.evals.runs.external.references import HEADING, ITEM, NOTE, REFERENCE, RULE

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_UNDERLINE = re.compile(r"\s{0,3}(?:={2,}|-{2,})\s*")
_NO_TEXT = re.compile(rf"{RULE.pattern}|\s*\|.*|\s*<!--.*-->\s*")
_BOLD = re.compile(r"(?:\*\*[^*\[\]]{1,200}\*\*|__[^_\[\]]{1,200}__)[:.]?")
_STOPS = (".", "!", "?", "…")
_LABEL = re.compile(r"(?:\*\*|__)([^*_:\d\[\]]{1,40})(?::(?:\*\*|__)|(?:\*\*|__):)\s+(?=\S)")
_MOST_OF_A_LABEL = 4  # words; more say something
_MADE_BY = re.compile(
    r"([*_]{0,2})(?:this (?:brief|summary|text) was )?(?:generated|created|produced|compiled) (?:by|with|using|on)\b"
    r"[^\[\]]{1,120}",
    re.IGNORECASE,
)
_IN_SQUARE = re.compile(r"\[\^?\d{1,3}[\],]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")


def read(text: str, case: Case) -> Text:
    """The sentences of a page of Markdown, and its first heading as its title."""
    lines = _lines(text, case)
    body = [line for line, below in lines if not below and not NOTE.match(line) and not REFERENCE.match(line)]
    by_label = references.entries(lines)
    notes = Notes(by_label, case, in_round=not any(_IN_SQUARE.search(line) for line in body))
    body = list(_headed(body))
    headings = (match[2] for line in body if (match := HEADING.match(line)))
    found = together(paragraph(_unlabelled(each), notes) for each in _paragraphs(body))
    return Text(tuple(Stated(_plain(s.text), s.pointers) for s in found), _plain(next(headings, "")) or None)


def _lines(text: str, case: Case) -> list[tuple[str, bool]]:
    """Every line that is no code, each note on one line, and whether it stands in a list of sources."""
    found: list[tuple[str, bool]] = []
    below = False
    for line in (references.in_square(each, case) for each in _noted(text)):
        if references.is_head(line):
            below = True
        elif HEADING.match(line):
            below = False
        listed = references.on_one_line(line, case)
        found += [(entry, True) for entry in listed] if listed else [(line, below)]
    if any(in_list for _, in_list in found):
        return found
    first = references.unnamed([line for line, _ in found])
    return [(line, n >= first) for n, (line, _) in enumerate(found)]


def _noted(text: str) -> Iterator[str]:
    """Every line that is no code; what is indented below a note is put behind it."""
    fenced = False
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
                yield note
            note = line if NOTE.match(line) else ""
            if not note:
                yield line
    if note:
        yield note


def _unwrapped(text: str) -> str:
    """The page itself, where a model has put all of it into one block of code."""
    lines = text.strip().splitlines()
    fences = [n for n, line in enumerate(lines) if _FENCE.match(line)]
    return "\n".join(lines[1:-1]) if fences == [0, len(lines) - 1] else text


def _headed(lines: Iterable[str]) -> Iterator[str]:
    """The lines with bold ones as the headings that they are, and without what says which program made the page.

    Only at the top may a bold line that ends as a sentence be a heading: elsewhere it is held to its sources.
    """
    is_first, is_top = True, True
    for line in lines:
        words = line.strip()
        ends = words.rstrip(" *_").endswith(_STOPS)
        made_by = _MADE_BY.fullmatch(words) if is_first else None
        if is_first and _BOLD.fullmatch(words) and (is_top or not ends):
            yield f"## {words}"
        else:
            yield "" if made_by and (made_by[1] or not ends) else line
        is_first = not words
        is_top = is_top and not words


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Text that runs on, each on one line: a paragraph, or one item of a list."""
    held: list[str] = []
    for line in [*lines, ""]:
        stripped = line.lstrip("> ").strip()
        item = ITEM.match(line)
        no_text = _NO_TEXT.fullmatch(line) or HEADING.match(line)
        if held and _UNDERLINE.fullmatch(line):  # what stood above it was a heading
            held = []
        elif held and (not stripped or item or no_text):
            yield " ".join(held)
            held = []
        if stripped and not no_text:
            held.append(line[item.end() :].strip() if item else stripped)


def _unlabelled(text: str) -> str:
    """The text without a label in bold before it ("**Closure:** …")."""
    match = _LABEL.match(text)
    return text[match.end() :] if match and len(match[1].split()) <= _MOST_OF_A_LABEL else text


def _plain(text: str) -> str:
    """The words without the marks of emphasis, escapes and entities."""
    parts = _ESCAPE.split(text)  # every second part is an escaped character, which stays as it is
    plain = (part if n % 2 else html.unescape(_EMPHASIS.sub("", part)) for n, part in enumerate(parts))
    return " ".join("".join(plain).split())
