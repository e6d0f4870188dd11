"""How many of them and how it compares: "all", "some", "only", "first", "largest", "more", each governing what it
governed in the evidence.

"Some houses burned" bears out neither "all houses burned" nor "houses burned", "the largest bank" not "the bank". A
word that only narrows ("many", "several", "all") may fall out; none may be added, moved or changed for another.
Figures have a check of their own.
"""

from functools import lru_cache
from itertools import islice

from summarizer.checking.comparing import Comparison, Finding
from summarizer.checking.cues import REACH, Cue, carried, find, matched, quoted
from summarizer.checking.dates import dates
from summarizer.checking.lexicon import listed
from summarizer.checking.reading import Passage, fold

_SIZES = """large small big great high low long short old young strong weak cheap heavy light fast slow poor rich deadly
    deep wide early late near close bright dark hard tough safe new loud quick tall fierce severe soft warm cold hot"""
_OWN = {"early": ("earliest",), "late": ("latest",), "near": ("nearest",), "close": ("closest", "closer")}


def _degrees() -> dict[str, str]:
    """Every comparative and superlative of the table, by what it compares."""
    found: dict[str, str] = {}
    for word in listed(_SIZES):
        stem = word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
        stem = stem + stem[-1] if word in ("big", "hot") else stem
        forms = _OWN.get(word, (f"{stem}er", f"{stem}est"))
        found.update({form: f"{word}:{form[-1]}" for form in forms})
    return found


WORDS = {
    **_degrees(),
    **{
        word: kind
        for kind, words in {
            "all": "all every each entire whole everyone everybody everything",
            "some": "some partly partially",
            "most": "most mostly majority",
            "many": "many numerous",
            "several": "several",
            "few": "few handful",
            "both": "both",
            "only": "only sole solely exclusively merely",
            "always": "always",
            "more": "more",
            "less": "less fewer",
            "least": "least",
            "better": "better",
            "worse": "worse",
            "best": "best",
            "worst": "worst",
            "first": "first",
            "second": "second",
            "third": "third",
            "last": "last",
            "half": "half",
            "former": "former ex-president",
        }.items()
        for word in words.split()
    },
}
# Without these the sentence says more, or of something else; without the others it says less.
PAUSES = frozenset(",;:.()—–")
NEEDED = frozenset(
    ("some", "most", "few", "only", "less", "least", "half", "former", "better", "worse", "best", "worst")
)
FIGURES = frozenset(("than", "least", "most"))


@lru_cache(maxsize=4096)
def scopes(passage: Passage) -> tuple[Cue, ...]:
    """The words of scope in `passage`, each with what it governs; those of a date or a figure left out."""
    dated = {i for when in dates(passage.text) for i in range(when.start, when.end)}
    cues = (c._replace(scope=_governed(passage, c)) for c in find(passage, WORDS))
    return tuple(c for c in cues if passage.tokens[c.at].start not in dated and not _figure(passage, c))


def _governed(passage: Passage, cue: Cue) -> tuple[int, ...]:
    """The content words that `cue` governs: none of them stands behind a mark; "wages are lower, …" governs "wages"."""
    reach = next((i for i in range(cue.at + 1, len(passage.tokens)) if passage.tokens[i].text in PAUSES), None)
    ahead = tuple(i for i in cue.scope if i > cue.at and (reach is None or i < reach))
    before = (i for i in range(cue.at - 1, max(-1, cue.at - REACH), -1) if passage.tokens[i].content)
    return ahead or tuple(islice(before, 1))


def _figure(passage: Passage, cue: Cue) -> bool:
    """ "at least 12", "more than 50", "some 200", "at first": the first three belong to the numbers check."""
    tokens = passage.tokens
    before = fold(tokens[cue.at - 1].text) if cue.at else ""
    following = [fold(t.text) for t in tokens[cue.at + 1 : cue.at + 3]]
    if before == "at" and cue.kind in ("least", "most", "first", "last", "best", "worst"):
        return True
    figures = [w for w in following if w[:1].isdigit() or w == "$"]
    return bool(figures) and (cue.kind == "some" or following[0] == "than")


def check(comparison: Comparison) -> Finding:
    """The text says it of as many, and compares as far, as the evidence does."""
    mine, theirs = scopes(comparison.text), scopes(comparison.context)
    left, kept = matched(mine, theirs, comparison)
    lost = [c for c in theirs if carried(c, comparison) and c not in kept]
    for cue in mine:
        if cue in left:
            other = next((c for c in lost if _one_thing(cue, c, comparison)), None)
            instead = f"; it says “{quoted(comparison.context, other)}”" if other else ""
            said = quoted(comparison.text, cue)
            return Finding("scope", False, f"“{said}” is not in the cited text{instead}", other is not None)
    for cue in lost:
        if (cue.kind in NEEDED or ":" in cue.kind) and not _repeated(cue, comparison):
            said = quoted(comparison.context, cue)
            return Finding("scope", False, f"the cited text says “{said}”; the sentence leaves that out")
    return Finding("scope", True, ", ".join(comparison.text.tokens[c.at].text for c in mine))


def _one_thing(mine: Cue, theirs: Cue, comparison: Comparison) -> bool:
    """Whether two different words govern the same."""
    ours = {comparison.text.tokens[i].key for i in mine.scope[:2]}
    return bool(ours & {comparison.context.tokens[i].key for i in theirs.scope[:2]})


def _repeated(cue: Cue, comparison: Comparison) -> bool:
    """Whether what it governs stands elsewhere in the evidence too, without it."""
    governed = comparison.context.tokens[cue.scope[0]].key
    return len(comparison.context.places.get(governed, ())) > 1
