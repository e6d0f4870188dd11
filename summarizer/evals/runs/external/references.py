"""The list of sources at the end of a page: what its numbers stand for, and which lines are it and no text.

Below a heading like "Sources" stands nothing else. Without one, a numbered list at the very end is it where the page
cites by those numbers and nothing else says what they are.
"""

import re
from collections.abc import Iterator, Sequence

from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs.external.nouns import DIGITS, SMALL, files_named

NOTE = re.compile(r"\s{0,3}\[(\^[^\[\]\s]{1,64})\]:\s*(.*)")
REFERENCE = re.compile(r"\s{0,3}(?:[-*+]\s{1,3})?\[(\d{1,3})\]:?\s+(.*)")
NUMBERED = re.compile(r"\s{0,3}(\d{1,3})[.)]\s+(.*)")
ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+")
HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
RULE = re.compile(r"[-*_= \t]{3,}")

_ROW = re.compile(r"\s{0,3}\|\s{0,9}\[?(\d{1,3})\]?\s{0,9}\|(.*)")
_MARK = re.compile(r"\[\^?(\d{1,3})[\],]")
_INLINE = re.compile(r"(?:^|[,;\s])\s{0,3}[\[(]?(\d{1,3})[\]).]:?\s+")
_SMALL = re.compile(rf"\s{{0,3}}([{SMALL}]{{1,3}}):?\s{{1,3}}(\S.*)")
_ONE_LINE = frozenset(("sources", "references", "citations", "quellen"))
_HEADS = _ONE_LINE | {
    *("notes", "footnotes", "bibliography", "cited passages", "works cited", "sources cited", "sources used"),
    *("list of sources", "quellenangaben", "belege", "fuentes", "referencias", "références", "fonti"),
}


def is_head(line: str) -> bool:
    """Whether a line is the heading of a list of sources."""
    return line.strip(" #*_:").casefold() in _HEADS


def on_one_line(line: str, case: Case) -> list[str]:
    """The entries of "Sources: [1] a.txt, [2] b.txt", a line each; none where the line is no such list."""
    head, _, rest = line.partition(":")
    rest = rest.strip(" *_")
    if head.strip(" #*_").casefold() not in _ONE_LINE or not rest:
        return []
    parts = _INLINE.split(rest)
    if len(parts) > 1:
        return [f"[{label}] {said.strip(' ,;')}" for label, said in zip(parts[1::2], parts[2::2], strict=True)]
    entries = [part.strip() for part in re.split(r"[,;]", rest)]
    return [f"- {entry}" for entry in entries] if any(files_named(entry, case) for entry in entries) else []


def unnamed(lines: Sequence[str]) -> int:
    """From which line on a list of sources stands that no heading names; the number of lines where there is none."""
    first = len(lines)
    for n in range(len(lines) - 1, -1, -1):
        if NUMBERED.match(lines[n]):
            first = n
        elif lines[n].strip():
            break
    labels = {match[1] for line in lines[first:] if (match := NUMBERED.match(line))}
    apart = (
        first == 0
        or not lines[first - 1].strip()
        or HEADING.match(lines[first - 1])
        or RULE.fullmatch(lines[first - 1])
    )
    if not apart or any(_MARK.search(line) for line in lines[first:]) or any(REFERENCE.match(line) for line in lines):
        return len(lines)
    cited = {match[1] for line in lines[:first] for match in _MARK.finditer(line)}
    return first if cited & labels else len(lines)


def in_square(line: str, case: Case) -> str:
    """A line like "¹ a.txt" as "[1] a.txt"; any other as it is."""
    match = _SMALL.match(line)
    return f"[{match[1].translate(DIGITS)}] {match[2]}" if match and files_named(match[2], case) else line


def entries(lines: Sequence[tuple[str, bool]]) -> dict[str, str]:
    """What each label stands for: footnotes as "^1", references as "1", counted where they are not numbered.

    `lines` are (line, whether it stands in a list of sources).
    """
    found: dict[str, str] = {}
    for label, said in _entries(lines):
        found.setdefault(label, said)
    return found


def _entries(lines: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, str]]:
    counted = 0
    for line, below in lines:
        match = NOTE.match(line) or REFERENCE.match(line)
        if below and not match:
            match = NUMBERED.match(line) or _ROW.match(line)
        item = ITEM.match(line) if below else None
        if match:
            yield match[1], match[2]
        elif item:
            counted += 1
            yield str(counted), line[item.end() :]
