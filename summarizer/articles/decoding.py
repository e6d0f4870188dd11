"""From bytes to text, once, so that `bytes.decode(encoding) == text` holds for ever after.

The order is: a byte order mark, UTF-16 without one, strict UTF-8, then detection. Nothing is repaired, replaced,
translated or normalised here, because every offset in every brief counts on the text being exactly what anybody else
gets from the same bytes. A byte order mark stays in the text as U+FEFF for the same reason. What cannot be decoded
under that rule is refused with its reason.
"""

import codecs
import re
from collections.abc import Iterator

# Longest first: the mark of UTF-32-LE begins with the one of UTF-16-LE.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# How files of other kinds begin, however they are named.
MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text file"),
    (b"\x7fELF", "a program"),
)

SAMPLE = 1 << 18  # bytes that detection looks at; the whole is decoded with what it finds
CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")  # tab, line and page breaks are text
MAX_CONTROLS = 0.05  # share of control characters above which text is no text
# What ą, ł, ś, ş, š, ž and the like look like in the middle of a word when they are read as cp1252.
MISREAD = re.compile(r"(?<=[^\W\d_])[¹³¿¼¾º±¶¢£¥ª¯²µšž](?=[^\W\d_])")


class Undecodable(ValueError):
    """These bytes are no text, or not in one encoding throughout; the message says which."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the name of its encoding, such that `data.decode(encoding) == text`.

    Raises Undecodable.
    """
    kind = next((name for magic, name in MAGIC if data.startswith(magic)), None)
    if kind:
        raise Undecodable(f"{kind}, not text")
    for encoding in _candidates(data):
        text = _strict(data, encoding)
        if text is not None:
            _refuse_binary(text)
            return text, encoding
    raise Undecodable("not text in any known encoding")


def _candidates(data: bytes) -> Iterator[str]:
    """Encodings worth trying, most certain first; lazily, since only the last steps cost anything."""
    yield from (encoding for mark, encoding in MARKS if data.startswith(mark))
    wide = _wide(data)
    if wide:
        yield wide
    if b"\x00" in data:
        raise Undecodable("a binary file, not text (it has NUL bytes)")
    yield "utf-8"
    _refuse_damaged_utf8(data)
    yield from _detected(data)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in text that is mostly Latin, every second byte is NUL."""
    sample = data[:SAMPLE]
    if len(data) % 2 or not sample:
        return None
    half = len(sample) / 2
    high, low = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if low > 0.4 and high < 0.05:
        return "utf-16-le"
    if high > 0.4 and low < 0.05:
        return "utf-16-be"
    return None


def _refuse_binary(text: str) -> None:
    """Raises Undecodable for text with NULs, or with more control characters than a text has."""
    if "\x00" in text:
        raise Undecodable("a binary file, not text (it has NUL characters)")
    if len(CONTROL.findall(text)) > MAX_CONTROLS * len(text):
        raise Undecodable("a binary file, not text (it is full of control characters)")


def _refuse_damaged_utf8(data: bytes) -> None:
    """Raises Undecodable for UTF-8 with a few broken bytes: read in another encoding, all of it would be garbled."""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("�")
    whole = sum(c > "\x7f" for c in lenient) - broken
    if whole > 2 * broken:
        place = 0
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            place = error.start
        raise Undecodable(f"damaged UTF-8: byte {place} does not belong")


def _detected(data: bytes) -> Iterator[str]:
    """Guesses for bytes that are in no Unicode encoding, the best first.

    Where the letters are mostly plain ASCII the text is Western, and cp1252 is what programs wrote it in, unless that
    puts signs into words; detectors tell it from its many relatives only by chance, most of all in a short text.
    """
    from charset_normalizer import from_bytes  # 40 ms, and most files never need it

    sample = data[:SAMPLE]
    if len(sample) < len(data):
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    best = from_bytes(sample).best()
    letters = bytes(b for b in sample if b > 0x7F or chr(b).isalpha())
    high = sum(b > 0x7F for b in letters)
    if high < 0.3 * len(letters):
        misread = len(MISREAD.findall(sample.decode("cp1252", errors="ignore")))
        if misread > 0.05 * high or (best is not None and best.language == "Hungarian"):
            # ISO 8859-2 has nothing but controls where cp1250 keeps ś, ť, ž and the quotes.
            yield "cp1250" if any(0x80 <= b <= 0x9F for b in letters) else "iso8859_2"
        yield "cp1252"
    if best is not None:
        yield best.encoding
