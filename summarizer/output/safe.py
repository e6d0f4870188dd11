"""The one exit for text that we did not write. Nothing else may put an article's words on a terminal or a page.

Article text, file names, titles and a model's words can hold characters that act (escape sequences that set a
window's title or write the clipboard), reorder (direction marks) or hide (zero-width characters, tags). Each becomes
a visible stand-in, one code point for one code point, so that every offset into the text stays valid in the shown
text. The stored text is never changed: this is for showing only.

Some invisible characters are also honest spelling: the non-joiner inside a Persian word, the joiner inside a family
emoji, the space of no width between Khmer words. These stay where a neighbour on each side gives them work to do.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

HIDDEN = "\ufffd"  # stands for what would act or hide and has no picture of its own
NEWLINE = "\u2424"  # ␤, for the line breaks that only some programs obey

ZWSP, ZWNJ, ZWJ = "\u200b", "\u200c", "\u200d"

_HIDING: tuple[tuple[int, int], ...] = (
    (0x80, 0x9F),  # C1: among them CSI, OSC and DCS in one character
    (0xAD, 0xAD),  # soft hyphen
    (0x34F, 0x34F),  # grapheme joiner
    (0x61C, 0x61C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer inherent vowels
    (0x180B, 0x180F),  # Mongolian selectors and vowel separator
    (0x200E, 0x200F),  # direction marks
    (0x202A, 0x202E),  # embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates, deprecated controls
    (0x3164, 0x3164),  # Hangul filler
    (0xD800, 0xDFFF),  # lone surrogates: they cannot be encoded
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),  # halfwidth Hangul filler
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0x1D173, 0x1D17A),  # musical formatting
    (0xE0000, 0xE007F),  # tags: a whole hidden alphabet
)


@lru_cache(maxsize=1)
def never_shown() -> Mapping[int, str]:
    """Every code point that is never shown as it is, and its stand-in. Made late: few texts hold one."""
    table = {code: chr(0x2400 + code) for code in range(0x20)}  # ␀ … ␟
    del table[0x09], table[0x0A]  # tab and newline are layout
    table[0x0D] = " "  # the first half of CRLF, and no way back to the start of the line
    table[0x7F] = "\u2421"  # ␡
    table |= {code: HIDDEN for first, last in _HIDING for code in range(first, last + 1)}
    return table | dict.fromkeys((0x85, 0x2028, 0x2029), NEWLINE)


# Letters that a joiner shapes or that are written without spaces: Arabic to Thaana, the Indic scripts, Thai to Khmer.
_JOINING = "\u0600-\u08ff\u0900-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefe"
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_EMOJI = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_IDEOGRAPH = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"

_WORKING = (
    f"(?<=[{_JOINING}])[{ZWNJ}{ZWJ}](?=[{_JOINING}])",
    f"(?<=[{_UNSPACED}]){ZWSP}(?=[{_UNSPACED}])",
    f"(?<=[{_EMOJI}\ufe0f]){ZWJ}(?=[{_EMOJI}])",
    f"(?<=[{_EMOJI}0-9#*])[\ufe0e\ufe0f]",
    f"(?<=[{_IDEOGRAPH}])[{_SELECTORS}]",
)
_RANGES = "".join(f"{chr(first)}-{chr(last)}" for first, last in _HIDING)
SUSPECT = re.compile(f"[\0-\x08\x0b-\x1f\x7f\u2028\u2029{_RANGES}{ZWSP}{ZWNJ}{ZWJ}{_SELECTORS}]")


@lru_cache(maxsize=1)
def _perhaps() -> re.Pattern[str]:
    """What may stay, as group 1, or hide."""
    return re.compile(f"({'|'.join(_WORKING)})|[{ZWSP}{ZWNJ}{ZWJ}{_SELECTORS}]")


def safe(text: str) -> str:
    """`text` with every character that acts, reorders or hides replaced; always of the same length."""
    if not SUSPECT.search(text):
        return text
    return _perhaps().sub(lambda found: found[1] or HIDDEN, text.translate(never_shown()))


# What GitHub's runner obeys in a log (actions/runner, ActionCommand.cs): `::` at the start of a line, after any white
# space, and the older `##[` anywhere in one.
_COMMAND = re.compile(r"\A\s*:(?=:)|##(?=\[)")


def row(text: str) -> str:
    """`text` safe and as one line of a log, which no program that reads logs obeys; its spaces stay, for tables."""
    flat = safe(text).replace("\n", " ")
    return _COMMAND.sub(lambda found: "# #" if found[0] == "##" else f"{found[0]} ", flat)


def as_lines(texts: Iterable[str]) -> str:
    """Each of `texts` as one line, and nothing in any of them as a line of its own; "" is an empty line."""
    return "".join(f"{row(text)}\n" for text in texts)


def line(text: str) -> str:
    """`text` safe and on one line: every run of white space is one space. Not of the same length."""
    return " ".join(safe(text).split())


def trace(error: BaseException) -> str:
    """Its traceback without any local variable, a line a row; the words of its message may be a stranger's."""
    from traceback import format_exception

    return safe("".join(format_exception(error)))
