"""Quotation marks: the check that what stands between them was said in exactly these words, and was quoted.

Words inside marks must stand in one cited span to the letter, but for white space, the style of marks and dashes, and
the comma or full stop that typesetters put inside. From three words on, the span must quote them too: marks around the
source's own prose put its words into somebody's mouth, and marks around an ordinary word cast doubt on it. A name of
one or two words may be marked.
"""

import re
from functools import lru_cache

from summarizer.checking.comparing import Comparison, Finding

MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": "'", "›": "'", "‘": "'", "’": "'", "–": "-", "—": "-"}
)
# An apostrophe is a quotation mark where it opens before a word and a later one closes after it.
SINGLE = re.compile(r"(?<![\w.,!?])'(?=\w)([^'\"\n]{1,400}(?:(?<=\w)'(?=\w)[^'\"\n]{1,400}){0,20})(?<=[\w.,!?])'(?!\w)")
SPACE = re.compile(r"\s+")
LONG = 3  # words from which on the source must quote them as well


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return SPACE.sub(" ", text.translate(MARKS)).strip()


def _doubles(text: str) -> list[str]:
    """What stands between double marks. An odd mark quotes to the end of the text, or from its beginning: a quotation
    of several sentences is closed in its last one only."""
    pieces = text.split('"')
    closes = len(pieces) % 2 == 0 and pieces[0] and not pieces[0][-1].isspace() and not pieces[1][:1].isalnum()
    return pieces[0::2] if closes else pieces[1::2]


@lru_cache(maxsize=4096)
def quotations(text: str) -> tuple[str, ...]:
    """The words between quotation marks in `text`, double or single, with marks and white space folded."""
    plain = _plain(text)
    singles = [m.group(1) for m in SINGLE.finditer(plain)] if "'" in plain else []
    return tuple(q.strip() for q in (*_doubles(plain), *singles) if q.strip())


def inside(text: str, at: int) -> bool:
    """Whether the code point `at` of `text` stands between double marks that hold more than a name or a term."""
    plain = text.translate(MARKS)
    before, after = plain.rfind('"', 0, at), plain.find('"', at)
    held = 0 <= before < after and plain.count('"', 0, at) % 2 == 1
    return held and len(plain[before:after].split()) >= LONG


def _core(quotation: str) -> str:
    return quotation.strip(" \"'[]").rstrip(".,;:!?").strip(" \"'[]")


def check(comparison: Comparison) -> Finding:
    """Every quotation of the text stands to the letter in a cited span, and inside marks there if it is long."""
    wanted = [core for q in quotations(comparison.text.text) if (core := _core(q))]
    if not wanted:
        return Finding("quotes", True)
    spans = [_plain(piece.quote) for piece in comparison.evidence]
    bare = [s.replace('"', "") for s in spans]
    quoted = [q.replace('"', "") for piece in comparison.evidence for q in quotations(piece.quote)]
    for words in wanted:
        core = words.replace('"', "")
        if not any(stands(core, s) for s in bare):
            return Finding("quotes", False, f"“{words}” does not stand in the cited text in these words")
        if (len(words.split()) >= LONG or words.islower()) and not any(stands(core, q) for q in quoted):
            return Finding("quotes", False, f"“{words}” is no quotation in the cited text")
    return Finding("quotes", True, ", ".join(f"“{w}”" for w in wanted))


def stands(words: str, text: str) -> bool:
    """Whether `words` stand in `text`, ending at the ends of words; the first letter's case is free."""
    for form in (words, words[:1].swapcase() + words[1:]):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not (at and text[at - 1].isalnum() and form[0].isalnum()) and not text[end : end + 1].isalnum():
                return True
            at = text.find(form, at + 1)
    return False
