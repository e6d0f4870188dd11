"""Which file belongs to a reviewer's name.

A name may be anything a person types. What becomes of it as a file stays inside the folder of the review, on every
system, and two names that some systems would take for one file are one reviewer here on all of them.
"""

import hashlib
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

_LONGEST = 120  # bytes of UTF-8, so that every ending still fits into the 255 of a file name
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789")})


def file_name(name: str) -> str:
    """`name` as the name of a file, without an ending: NFC; letters of any script, digits, space and - _ . as they are,
    all else in percent; a long one cut, with a hash of all of it. Never empty for a name, never a path.
    """
    name = unicodedata.normalize("NFC", name)
    kept = "".join(c if _plain(c) else _percent(c) for c in name)
    if kept[:1] in (" ", ".") or kept.split(".")[0].strip().casefold() in _DEVICES:  # hidden, or not a file at all
        kept = _percent(kept[0]) + kept[1:]
    if len(kept.encode()) <= _LONGEST:
        return kept
    cut = kept.encode()[: _LONGEST - 17].decode(errors="ignore")
    return f"{cut}~{hashlib.sha256(same(name).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def same(name: str) -> str:
    """Equal for two names that are one reviewer: those that differ in case or in how their accents are stored only."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def found(name: str, stems: Iterable[str]) -> str:
    """The one of `stems` (files that are there) that belongs to `name`; else the one to be made."""
    wanted = file_name(name)
    there = sorted(stems)
    if wanted in there:  # where a system keeps apart what differs in case, two may be there
        return wanted
    return next((other for other in there if same(other) == same(wanted)), wanted)


def named(file: str, said: str) -> str:
    """The reviewer whose log has the stem `file`: as the events say, if that name has that file, else as it reads."""
    return said if said.strip() and same(file_name(said)) == same(file) else unquote(file, errors="replace")


def _plain(c: str) -> bool:
    return c in "-_. " or unicodedata.category(c) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"}


def _percent(c: str) -> str:
    return "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "surrogatepass"))
