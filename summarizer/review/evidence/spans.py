"""Growing and shrinking a cited span: by a word, by a sentence, and never into the middle of a character as people see
it (an accent, a family emoji, a CRLF).

Words are runs of letters and digits; in scripts written without spaces each character is a word. All offsets are
half-open code points, results stay inside the text and are never empty; only what stands around the span is read, so
that a text of any size will do.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from summarizer.articles.sentences import boundaries

Edge = Literal["start", "end"]
Span = tuple[int, int]

LONGEST_LINE = 20_000  # code points of a line around a span that are cut into sentences, on each side
REACHES = (500, 20_000)  # code points within which the next word is looked for: near by, then farther off
# Thai to Khmer, and what is written in ideographs or kana; and pictures, each of which is a word as well.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3100-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_PICTURES = "\u2600-\u27bf\U0001f000-\U0001faff"
_LETTER = rf"[^\W_{_UNSPACED}]"
ALONE = re.compile(rf"[{_UNSPACED}{_PICTURES}]")
WORD = re.compile(rf"\d+(?:[.,:]\d+)+|{_LETTER}+(?:['’\-‑\u200c\u200d]{_LETTER}+)*|[^\W_]|[{_PICTURES}]")

FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
LONGEST_RUN = 4_096  # code points of one character, or of flags in a row, that are looked at; an even number

ZWJ, ZWNJ = "\u200d", "\u200c"
THAI_AM = "\u0e33\u0eb3"  # vowels that belong to the letter before them, though they count as letters


def splits(text: str, at: int) -> bool:
    """Whether a cut at `at` would go through one visible character, such as a letter and its accent."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == "\r" or after == "\r" or before == "\n" or after == "\n":
        return before == "\r" and after == "\n"
    if after in (ZWJ, ZWNJ) or after in THAI_AM or _extends(after):
        return True
    if before == ZWJ:
        return not after.isspace()
    if before in FLAGS and after in FLAGS:
        return _odd_flags(text, at)
    return _jamo(before, after)


def _extends(character: str) -> bool:
    """Whether it only changes the character before it: an accent, a vowel sign, a skin tone, a tag of a flag."""
    code = ord(character)
    if code < 0x300:
        return False
    if 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F or 0xFF9E <= code <= 0xFF9F:
        return True
    return unicodedata.category(character) in ("Mn", "Me", "Mc")


def _odd_flags(text: str, at: int) -> bool:
    """Whether a flag, which is two of these letters, would be cut."""
    run = text[max(0, at - LONGEST_RUN) : at]
    return len(run.rstrip(FLAGS)) % 2 != len(run) % 2


def _jamo(before: str, after: str) -> bool:
    """Whether two parts of one Hangul syllable stand here."""
    one, two = ord(before), ord(after)
    if 0x1160 <= two <= 0x11FF and (0x1100 <= one <= 0x11FF or 0xAC00 <= one <= 0xD7A3):
        return True
    return 0x1100 <= two <= 0x115F and 0x1100 <= one <= 0x115F


def _left(text: str, at: int) -> int:
    """The nearest place at or before `at` where a cut goes through no character; a pile of marks without end is cut."""
    at = max(0, min(at, len(text)))
    return next((a for a in range(at, max(-1, at - LONGEST_RUN), -1) if not splits(text, a)), at)


def _right(text: str, at: int) -> int:
    at = max(0, min(at, len(text)))
    return next((a for a in range(at, min(len(text) + 1, at + LONGEST_RUN)) if not splits(text, a)), at)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The words that begin in [start, end), each with the marks on its last letter."""
    low = high = -1
    for match in WORD.finditer(text, start):
        if end is not None and match.start() >= end:
            break
        if match.start() < high:
            continue
        a, b = _left(text, match.start()), _right(text, match.end())
        if a == high and not ALONE.match(text, a) and not ALONE.match(text, low):
            high = b  # a mark stood inside the word, as vowel signs do
            continue
        if low >= 0:
            yield low, high
        low, high = a, b
    if low >= 0:
        yield low, high


def _around(text: str, at: int, reach: int = REACHES[0]) -> list[Span]:
    """The words near `at`, as far as `reach` on either side."""
    far = max(0, at - reach)
    low = far
    while low and low < at and text[low].isalnum() and not ALONE.match(text, low):
        low += 1  # not from the middle of a word
    return list(words(text, _left(text, low if low < at else far), min(len(text), at + reach)))


def snap(text: str, start: int, end: int) -> Span:
    """[start, end) grown to whole words, without the space around them; from a place between words, the nearest one.

    The ends may come in any order and lie outside the text. A text without a word is taken whole.
    """
    low, high = sorted((max(0, min(start, len(text))), max(0, min(end, len(text)))))
    low, high = _left(text, low), _right(text, high)
    touched = [(a, b) for a, b in (*_around(text, low), *_around(text, high)) if a < high and b > low]
    if not text[low:high].strip():
        touched = [(a, b) for a, b in _around(text, low) if a <= low < b] or _nearest(text, low)
        low, high = touched[0] if touched else (low, high)
    low, high = min(low, *(a for a, _ in touched), low), max(high, *(b for _, b in touched), high)
    return _filled(text, *_tight(text, low, high))


def _nearest(text: str, at: int) -> list[Span]:
    near = sorted(_around(text, at), key=lambda w: min(abs(w[0] - at), abs(w[1] - at)))
    return near[:1]


def _tight(text: str, start: int, end: int) -> Span:
    if not text[start:end].strip():
        return start, end
    while start < end and text[start].isspace() and not splits(text, start + 1):
        start += 1
    while end > start and text[end - 1].isspace() and not splits(text, end - 1):
        end -= 1
    return start, end


def _filled(text: str, start: int, end: int) -> Span:
    """Never empty: one visible character at least, where the text has any."""
    if start < end or not text:
        return start, end
    start = _left(text, min(start, len(text) - 1))
    return start, _right(text, start + 1)


def grow(text: str, start: int, end: int, edge: Edge, by: int) -> Span:
    """The span with one edge moved by a word: outwards for +1, inwards for -1, at either edge.

    It stays as it is where there is no further word, and keeps its last word.
    """
    low, high = _filled(text, _left(text, start), _right(text, end))
    for reach in REACHES:
        if edge == "start":
            starts = [a for a, _ in _around(text, low, reach) if (a < low if by > 0 else low < a < high)]
            if starts:
                return (max(starts) if by > 0 else min(starts)), high
        else:
            ends = [b for _, b in _around(text, high, reach) if (b > high if by > 0 else low < b < high)]
            if ends:
                return low, (min(ends) if by > 0 else max(ends))
    return low, high


def sentence(text: str, start: int, end: int, by: int = 1) -> Span:
    """The span grown to whole sentences; if it is whole already, by the next one. For -1 without its last one.

    The next one may stand in the next line that has any. It stays as it is where there is none, and keeps one.
    """
    low, high = _filled(text, _left(text, start), _right(text, end))
    near = _sentences(text, low, high)
    touched = [(a, b) for a, b in near if a < high and b > low]
    later = [b for a, b in near if a >= high]
    if by < 0:
        return (low, touched[-2][1]) if len(touched) > 1 else (low, high)
    whole = (min(low, touched[0][0]), max(high, touched[-1][1])) if touched else (low, high)
    return whole if whole != (low, high) or not later else (low, later[0])


def _sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of the lines that the span touches, and of the next one that is not empty."""
    low = max(text.rfind("\n", 0, start) + 1, start - LONGEST_LINE)
    after = text.find("\n", end)
    after = len(text) if after < 0 else after
    while after < len(text) and text[after].isspace():
        after += 1
    high = text.find("\n", after)
    high = min(len(text) if high < 0 else high, end + LONGEST_LINE)
    found = [(_left(text, low + a), _right(text, low + b)) for a, b in boundaries(text[low:high])]
    return [(a, b) for a, b in found if a < b]
