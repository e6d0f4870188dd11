"""Sentences with exact spans. Line breaks are hard breaks; inside a line nupunkt decides, and a few rules mend it.

A sentence is a stretch of the text and nothing else: no character is dropped, moved or changed. Each rule either takes
back a cut, moves it past a closing quote, or adds one where a script that nupunkt does not know ends a sentence.
All of it is linear in the length of the text, whatever the text is.
"""

import re
from collections.abc import Iterator

import nupunkt

from summarizer.articles.furniture import is_furniture
from summarizer.articles.lines import hard_lines, mark, tight
from summarizer.articles.nouns import Article, Sentence, Span

CLOSERS = "\"'”’»›)]}）］｝」』】》〉〗〙"

# Titles, always followed by the name that they belong to. nupunkt knows most others.
_TITLES = """
    Adm Amb Brig Capt Cdr Cmdr Col Cpl Det Dr Gen Gov Govs Hon Insp Lt Maj Mme Mr Mrs Ms Prof Pte Pvt Rep Reps Rev Sen
    Sens Sgt Spc Supt"""
_NUMBERED = "No Nos Art окт сент нояб дек янв февр авг"
TITLES = frozenset(_TITLES.split())
NUMBERED = frozenset(_NUMBERED.split())
GERMAN_MONTH = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|(?:Jan|Feb|Okt|Dez)\.)\b"
)
WORD_BEFORE_DOT = re.compile(r"([^\W\d_]+)\.$")
ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]")
# Also the first half of "6. 1", as some collections space their decimals; not a year, which does end sentences.
DAY_BEFORE_DOT = re.compile(r"(?<!\d)\d{1,3}\.$")
WINDOW = 80  # code points on either side that decide about a cut

# nupunkt learnt from scanned papers and takes "bail.", "month." and "car." for abbreviations. After a lower-case word
# that is none of these, or before a word that mostly opens sentences, a full stop ends the sentence.
_LOWER = """
    al approx art assn assoc aprox bzw capt cf chap co col corp dept dist ed eds ej env esp est etc evtl exkl ext
    fig figs geb gen ggf gov hon hrs inc incl inkl jr lbs lt ltd max min mins misc nos núm pág pp prof rep rev sec
    secs sen sgt sog sq sr st tel usw vgl viz vol vs zzgl тыс млн млрд руб ул обл просп"""
_UPPER = """
    Adml Ariz Assn Assoc Blvd Brig Bros Calif Capt Cmdr Conn Corp Dept Govs Govt Insp Inst Intl Mass Messrs Minn
    Okla Prof Reps Sens Sept Supt Tenn Univ Wash"""
_OPENERS = (
    "A An The This That It He She They We I But And In On At As If When While After There His Her Their Its Police"
)
_TWO = "me in it so no an up us he we go do on is be at to of by or if as my ok ab um zu"
ABBREVIATIONS = frozenset(_LOWER.split()) | frozenset(_UPPER.split())
SHORT = frozenset(_TWO.split())
FULL_STOP = re.compile(r"(?<![\w.@/-])([^\W\d_]{2,30})\.[\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]{0,2}([A-Z][\w'’]{0,20}))")
OPENERS = frozenset(_OPENERS.split())

# Ends of sentences that need no space after them.
HARD_END = re.compile(rf"[。！？｡؟।॥۔։။។።‼⁇⁈⁉]+[{re.escape(CLOSERS)}]*")
# After such a bracket, hiragana goes on with the sentence around the quotation: 「…。」と述べた。
QUOTED = "」』）"
HIRAGANA = re.compile(r"[ぁ-ゖ]")

# nupunkt takes quadratic time inside one endless word; its middle says nothing about sentences.
ENDLESS = re.compile(r"\S{200,}")
KEEP = 50


def split(article: Article) -> tuple[Sentence, ...]:
    """The whole article as sentences s1.1, s1.2, … in order; a marked stretch that is no body is one sentence."""
    found: list[Sentence] = []

    for line in mark(article.text):
        text = article.text[line.start : line.end]
        for start, end in [(0, len(text))] if line.kind != "body" else _spans(text):
            inner = line.kind == "body" and end - start < len(text) and is_furniture(text[start:end])
            found.append(
                Sentence(
                    id=f"{article.id}.{len(found) + 1}",
                    span=Span(source=article.id, start=line.start + start, end=line.start + end),
                    text=text[start:end],
                    kind="boilerplate" if inner else line.kind,
                    paragraph=line.number,
                )
            )
    return tuple(found)


def boundaries(text: str) -> list[tuple[int, int]]:
    """Half-open code point spans of the sentences of any prose, in order, without the white space around them."""
    return [(a + start, b + start) for start, end in hard_lines(text) for a, b in _spans(text[start:end])]


def _spans(line: str) -> Iterator[tuple[int, int]]:
    """Sentences of one line."""
    cuts = _mended(line, sorted({*_soft_cuts(line), *_stops(line), *_hard_cuts(line)}))
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        a, b = tight(line, start, end)
        if a < b:
            yield a, b


def _soft_cuts(line: str) -> Iterator[int]:
    masked = ENDLESS.sub(lambda m: m[0][:KEEP] + "a" * (len(m[0]) - 2 * KEEP) + m[0][-KEEP:], line)
    for start, _ in nupunkt.sent_spans(masked):
        if start:
            yield start


def _stops(line: str) -> Iterator[int]:
    for match in FULL_STOP.finditer(line):
        word, after = match.groups()
        if word in ABBREVIATIONS or (len(word) == 2 and word not in SHORT):
            continue
        opens = re.split("['’]", after)[0] in OPENERS
        if word.islower() or (len(word) > 3 and word not in TITLES and opens):
            yield match.end()


def _hard_cuts(line: str) -> Iterator[int]:
    for match in HARD_END.finditer(line):
        if not (match[0][-1] in QUOTED and HIRAGANA.match(line, match.end())):
            yield match.end()


def _mended(line: str, cuts: list[int]) -> list[int]:
    """The cuts that stand, in order."""
    kept: list[int] = []
    for at in cuts:
        start = kept[-1] if kept else 0
        if at <= start:
            continue
        cut = _past_closers(line, start, at)
        if cut < len(line) and not _belongs(line[max(start, cut - WINDOW) : cut].strip(), line[cut : cut + WINDOW]):
            kept.append(cut)
    return kept


def _past_closers(line: str, start: int, cut: int) -> int:
    """`cut`, moved behind closing quotes and brackets that were left to the next sentence."""
    at = cut
    while at < len(line):
        mark = line[at]
        if mark in CLOSERS and (mark not in "\"'" or _closes(line, start, at, mark)):
            cut = at = at + 1
        elif mark.isspace():
            at += 1
        else:
            break
    return cut


def _closes(line: str, start: int, at: int, mark: str) -> bool:
    """Whether the straight quote at `at` closes one that the sentence opened, rather than opening the next one."""
    if at + 1 < len(line) and not line[at + 1].isspace() and line[at + 1] not in CLOSERS:
        return False
    return mark == "'" or line.count(mark, max(start, at - 10 * WINDOW), at) % 2 == 1


def _belongs(left: str, right: str) -> bool:
    """Whether what begins with `right` goes on with the sentence that ends with `left`."""
    right = right.lstrip()
    if not any(c.isalnum() for c in left) or not any(c.isalnum() for c in right):
        return True
    if right[0].islower() or ENUMERATOR.fullmatch(left):
        return True
    if DAY_BEFORE_DOT.search(left):
        return right[0].isdigit() or GERMAN_MONTH.match(right) is not None
    word = WORD_BEFORE_DOT.search(left)
    return word is not None and (word[1] in TITLES or (word[1] in NUMBERED and right[0].isdigit()))
