"""Which stretches of a text are the article's own prose, and which are what a news page puts around it.

Marks only: nothing is cut out and no character is left unmarked, so that spans stay those of the file and a wrong mark
can be seen and undone. `furniture` knows the shapes that speak for themselves; here stands what takes a line's
neighbours to decide. In doubt a line is body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarizer.articles import datelines
from summarizer.articles.comments import threads
from summarizer.articles.furniture import CREDIT, INNER, is_byline, is_furniture, is_imprint, is_name
from summarizer.articles.nouns import Kind

HARD_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
FINAL = re.compile(r"[.!?…。！？｡؟।॥۔։။።:,;][\"'”’»›)\]」』）\s]*$")
QUOTED_END = re.compile(r"[\"'”’»」』]$")
MARKDOWN_HEADLINE = re.compile(r"#{1,6}\s+\S")
MARKDOWN_IMAGE = re.compile(r"!?\[[^\]]*\]\([^)\s]*(?: \"[^\"]*\")?\)")
# A footnote, a row of a table, a fence: what a page is built with. A forged footnote must not look like one of ours.
MARKUP = re.compile(r"\[\^[^\]]{1,40}\]:|\|.*\||(?:```|~~~)")
LIST_ITEM = re.compile(r"(?:[-*•‣–]|\d{1,2}[.)])\s+[^\W\d]")
LABELLED_CAPTION = re.compile(r"[A-Z][\w'’-]*(?: [\w'’-]+){0,3}: [A-Z]")
SECTION = re.compile(
    r"(?i)\W*(?:also|also see|see also|related(?: \w+)?|read more|more(?: stories)?|further reading|most read)\W*:?\W*"
)
TWEET = re.compile(r"\(@\w{1,20}\) [A-Z][a-z]+ \d{1,2}, \d{4}$")
TRAILING_NAME = re.compile(
    r"[.!?][\"”’]? (?:[A-Z][\w.'’-]* ){1,4}(?:[-–—/|] ?)?[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,2}$"
)

SPEAKER = re.compile(r"^[A-Z][A-Z .'’-]{2,30}: ", re.MULTILINE)

MAX_HEADLINE = 200  # code points of a headline before the first body line
MAX_SUBHEAD = 100  # and of one between body lines, where a sentence may just lack its full stop
PROSE_SHARE = 0.6  # share of a text's characters in finished lines from which an unfinished line means something


class Line(NamedTuple):
    """One line, or one stretch of a line, that is all of one kind; [start, end) in code points, no space around it."""

    start: int
    end: int
    kind: Kind
    number: int  # of the line in the text, from 0, empty lines counted


@lru_cache(maxsize=1024)
def mark(text: str) -> tuple[Line, ...]:
    """All of `text` but the space between, in order, each stretch with its kind. A text is marked once."""
    lines = _unremarked(text, _in_context(text, [part for line in _numbered(text) for part in _dated(text, *line)]))
    marked: list[Line] = []
    first = len(SPEAKER.findall(text)) < 2  # in a transcript, capitals before a colon are who speaks, never a place
    for line in lines:
        if line.kind == "body":
            marked.extend(_parts(text, line, first))
            first = False
        else:
            marked.append(line)
    return tuple(marked)


def hard_lines(text: str) -> list[tuple[int, int]]:
    """Spans of the lines of `text` that are not empty, without the space around them."""
    return [(start, end) for _, start, end in _numbered(text)]


def _unremarked(text: str, lines: list[Line]) -> list[Line]:
    """The same lines with what readers wrote under the article marked as no part of it."""
    above = next((n for n, line in enumerate(lines) if line.kind == "body"), len(lines))
    marked = list(lines)
    for start, end in threads([(text[line.start : line.end], n > above) for n, line in enumerate(lines)]):
        marked[start:end] = [line._replace(kind="boilerplate") for line in lines[start:end]]
    return marked


def tight(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without the space around it; a byte order mark is space here."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\ufeff"):
        end -= 1
    return start, end


def _numbered(text: str) -> Iterator[tuple[int, int, int]]:
    at = 0
    ends = [(m.start(), m.end()) for m in HARD_BREAK.finditer(text)]
    for number, (end, after) in enumerate([*ends, (len(text), len(text))]):
        a, b = tight(text, at, end)
        if a < b:
            yield number, a, b
        at = after


def _dated(text: str, number: int, start: int, end: int) -> Iterator[Line]:
    """One line as it is by its own wording, with the dates at its ends as stretches of their own."""
    words = text[start:end]
    kind = _alone(words)
    cuts = (0, len(words)) if kind == "dateline" else datelines.date_ends(words)
    for a, b, what in ((0, cuts[0], "dateline"), (*cuts, None), (cuts[1], len(words), "dateline")):
        a, b = tight(text, start + a, start + b)
        if a < b:
            whole = (a, b) == (start, end)
            yield Line(a, b, "dateline" if what else kind if whole else _alone(text[a:b]), number)


def _alone(line: str) -> Kind:
    """What a line is by its own wording."""
    if MARKDOWN_HEADLINE.match(line) and len(line) <= MAX_HEADLINE:
        return "headline"
    if datelines.is_date_line(line):
        return "dateline"
    if is_byline(line) or is_imprint(line, datelines.is_date_line):
        return "byline"
    if MARKUP.match(line) or MARKDOWN_IMAGE.fullmatch(line) or TWEET.search(line[-60:]):
        return "boilerplate"
    if is_furniture(line) or _page_part(line):
        return "boilerplate"
    return "body"


def _page_part(line: str) -> bool:
    """A row of menu entries between bars: "|| News ||"."""
    return line.count("|") > 1 and len(line) <= MAX_SUBHEAD and not FINAL.search(line)


def _finished(line: str) -> bool:
    return bool(FINAL.search(line[-40:]) or LIST_ITEM.match(line))


def _in_context(text: str, lines: list[Line]) -> list[Line]:
    """The same lines with headlines, lone names, captions and lists of links marked by where they stand."""
    prose = [line for line in lines if line.kind == "body"]
    state = _State(left=len(prose), regular=_regular([text[line.start : line.end] for line in prose]))
    seen: list[Line] = []
    for at, line in enumerate(lines):
        words, kind = text[line.start : line.end], line.kind
        if kind == "body":
            state.left -= 1
            after = lines[at + 1] if at + 1 < len(lines) else None
            close = after is not None and after.number == line.number + 1
            flows = after is not None and close and after.kind == "body" and text[after.start].islower()
            kind = state.kind(words, not close, flows)
        state.note(words, kind)
        seen.append(line._replace(kind=kind))
    return seen


def _regular(prose: list[str]) -> bool:
    """Whether most of a text's characters stand in finished lines, from the first such line on."""
    first = next((n for n, line in enumerate(prose) if _finished(line)), len(prose))
    size = sum(len(line) for line in prose[first:])
    return size > 0 and sum(len(line) for line in prose[first:] if _finished(line)) >= PROSE_SHARE * size


@dataclass(slots=True)
class _State:
    """What the lines so far say about the next one."""

    left: int  # lines after this one that may be body
    regular: bool  # whether this text ends its body lines with full stops
    body: bool = False  # a body line has been seen
    headline: bool = False
    links: bool = False  # inside a list of links to other articles
    last: str = ""

    def kind(self, line: str, apart: bool, flows: bool) -> Kind:
        """The kind of a line that is no furniture by its own wording.

        `apart`: an empty line follows, or nothing. `flows`: the next line goes on in lower case.
        """
        if line == self.last and len(line) > 20:
            return "boilerplate"  # captions are often there twice
        finished = _finished(line) or (self.body and bool(QUOTED_END.search(line)))
        if finished and not (self._leads() and self._question(line)):
            return "body"
        if flows or (not self.regular and not apart):
            return "body"  # lines wrapped at a width end anywhere
        if not self.regular and self.headline:
            return "body"  # a text without full stops has one title, and the rest is all that it says
        if not self.body and self.left and len(line) <= (MAX_SUBHEAD if self.headline else MAX_HEADLINE):
            return "byline" if self.headline and is_name(line) else self._heading(line)
        if not self.regular or (not self.body and not self.left):
            return "body"
        if self.links or TRAILING_NAME.search(line) or CREDIT.fullmatch(line):
            return "boilerplate" if len(line) <= MAX_HEADLINE else "body"
        if len(line) <= MAX_HEADLINE and LABELLED_CAPTION.match(line):
            return "boilerplate"
        return self._heading(line) if len(line) <= MAX_SUBHEAD else "body"

    def _leads(self) -> bool:
        return not self.body and not self.headline and self.left > 0

    def _question(self, line: str) -> bool:
        return line.endswith("?") and len(line.split()) <= 12

    def _heading(self, line: str) -> Kind:
        furniture = TRAILING_NAME.search(line) or CREDIT.fullmatch(line) or line[0].islower()
        return "boilerplate" if furniture else "headline"

    def note(self, line: str, kind: Kind) -> None:
        self.last = line
        self.body = self.body or kind == "body"
        self.headline = self.headline or kind == "headline"
        if SECTION.fullmatch(line):
            self.links = True
        elif kind == "body":
            self.links = False


def _parts(text: str, line: Line, first: bool) -> Iterator[Line]:
    """A body line with what is glued to it marked apart: a dateline, phrases of the page, a credit."""
    start = line.start + datelines.opening(text[line.start : line.end], first)
    end = start + datelines.closing(text[start : line.end])
    yield from _stretch(text, line._replace(end=start, kind="dateline"))
    yield from _phrases(text, line._replace(start=start, end=end))
    yield from _stretch(text, line._replace(start=end, kind="byline"))


def _phrases(text: str, line: Line) -> Iterator[Line]:
    """A stretch of body with the page's fixed phrases inside it marked apart."""
    at = line.start
    for match in INNER.finditer(text, line.start, line.end):
        yield from _stretch(text, line._replace(start=at, end=match.start()))
        yield from _stretch(text, line._replace(start=match.start(), end=match.end(), kind="boilerplate"))
        at = match.end()
    yield from _stretch(text, line._replace(start=at))


def _stretch(text: str, line: Line) -> Iterator[Line]:
    start, end = tight(text, line.start, line.end)
    if start < end:
        said = line.kind != "body" or any(c.isalnum() for c in text[start:end])
        yield line._replace(start=start, end=end, kind=line.kind if said else "boilerplate")
