"""What a text says to a reader, however it is spelt: hidden characters, marks of Markdown or HTML, look-alike letters.

A pattern that looks for a falsehood must find it in "d*ie*d", in full-width letters and in Cyrillic ones, as a reader
does. All of this is for looking only: what it returns is never shown, stored, quoted or cited, and no offset into it
means anything in the text that it came from.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from summarizer.output.safe import HIDDEN, NEWLINE, safe

# What prints as a gap though it is no white space: Hangul fillers and the empty Braille cell.
_GAPS = dict.fromkeys((0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800), " ")
_STAND_INS = f"[{HIDDEN}\u2400-\u2421]"  # what `safe` puts for what hides or acts

_ODD = re.compile(r"[^ -~]|[<&*_`~\[]| {2}| \. |^ | $")  # nothing of it: `visible` has nothing to do
_ENTITY = re.compile(r"&#?\w{1,31};")
_BLOCK = re.compile(r"</?(?:br|p|div|li|tr|td|th|hr|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"<[/!?]?[a-z][^<>]{0,500}>|<!--.{0,500}?-->", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,500}\)")
# Emphasis; between digits it is a sign of times or a range, and an underscore inside a word belongs to the word.
_EMPHASIS = re.compile(r"(?<!\d)[*~`]+|[*~`]+(?!\d)|(?<![^\W_])_+|_+(?![^\W_])")

# Marks that stand where a space should. Stops do so only where a word is full of them: "him.The" is two sentences.
_JOINTS = re.compile(r"(?<=\S)[·•/|\\+=_‐‑–—―-]+(?=[^\s\d])|(?<=[^\W\d_])[·•/|\\+=_‐‑–—―-]+(?=\d)|\|")
_STOPS = re.compile(r"(?<=[^\W\d_])[.,;:!?]+(?=[^\W_])|(?<=\d)[.,;:!?]+(?=[^\W\d_])")
_STRAY = re.compile(r"(?<=\S)\s+\.\s+(?=[a-z])")  # a stop by itself, after which no sentence begins
FULL = 3

# Letters of other alphabets that print as a Latin one does. Unicode calls them confusable; these are the plain ones.
_ALIKE = str.maketrans(
    "асԁеһіјкӏормԛѕтѵԝхуүАВСЕНІЈКМОРЅТХУҮӀԀԚԜ" + "αικνορτυχϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "օսհոց",
    "acdehijklopmqstvwxyyABCEHIJKMOPSTXYYIDQW" + "aiknoptuxcjABEZHIKMNOPTYX" + "ouhng",
)
_LATIN = re.compile(
    r"(?:NEGATIVE )?(?:CIRCLED |SQUARED )?LATIN (?:LETTER )?(?:SMALL |CAPITAL ){1,2}(?:LETTER )?"
    r"(SCRIPT |DOTLESS |OPEN )?([A-Z])( WITH .*)?"
)
_OVERLAY = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")  # marks over or through a letter


def unhidden(text: str, glue: str = "") -> str:
    """`text` with `glue` for each character that never shows, and a space for what prints as a gap.

    Joiners that an honest spelling needs stay, as in `output.safe`.
    """
    shown = safe(text.translate(_GAPS))
    return re.sub(_STAND_INS, glue, shown).replace(NEWLINE, " ")


def hiding(text: str) -> Iterator[str]:
    """The words of `text`, without their punctuation, inside which or beside which a character hides."""
    for token in text.split():
        hidden = [at for at, (own, shown) in enumerate(zip(token, safe(token), strict=True)) if own != shown]
        if hidden:
            start, end = hidden[0], hidden[-1] + 1
            while start and token[start - 1].isalnum():
                start -= 1
            while end < len(token) and token[end].isalnum():
                end += 1
            yield token[start:end]


def visible(text: str, glue: str = "") -> str:
    """What is left of `text` on a page: on one line, composed, without marks of Markdown and HTML."""
    if not _ODD.search(text):
        return text
    text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    text = _LINK.sub(r"\1", _TAG.sub("", _BLOCK.sub(" ", text)))
    text = _STRAY.sub(" ", _EMPHASIS.sub("", unhidden(text, glue)))
    return " ".join(unicodedata.normalize("NFC", text).split())


def latin(text: str, accents: bool) -> str:
    """`text` with letters and digits of every style and look put as the plain Latin ones that they look like.

    `accents`: letters lose theirs too, which is right only where they tell no words apart (English).
    """
    if text.isascii():
        return text
    return _OVERLAY.sub("", "".join(_plain(c, accents) for c in unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=4096)
def _plain(char: str, accents: bool) -> str:
    if char.isascii() or ord(char) in _ALIKE:
        return char.translate(_ALIKE)
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    style = unicodedata.decomposition(char).partition(">")[0]
    folded = unicodedata.normalize("NFKC", char)
    # A raised digit is no digit of the number before it ("m²"), nor is a fraction ("6½").
    if style in ("<wide", "<narrow") or (style.startswith("<") and folded.isalpha()):
        return folded
    found = _LATIN.fullmatch(unicodedata.name(char, ""))
    return found[2].lower() if found and (accents or not (found[1] or found[3])) else char


@lru_cache(maxsize=4096)
def readings(text: str, language: str) -> tuple[str, ...]:
    """How a reader can take `text`, of which `language` is the one of its case; the first is what stands on the page.

    The others: with a space for what hides or glues words, and each of these in plain Latin letters.
    """
    page = visible(text)
    spaced = " ".join(map(_parted, _JOINTS.sub(" ", visible(text, "|")).split()))
    english = language.partition("-")[0].casefold() == "en"
    return tuple(dict.fromkeys((page, spaced, latin(page, english), latin(spaced, english))))


def _parted(token: str) -> str:
    parted, stops = _STOPS.subn(" ", token)
    return parted if stops >= FULL else token
