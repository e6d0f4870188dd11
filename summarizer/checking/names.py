"""Who and where: the capitalised names of a sentence, and the check that the evidence names each of them.

Every word of a name must stand in the evidence, and the words of one name side by side: "Kim Rutte" is nobody, though
both words are there. A surname may stand for a full name, never a full name for a surname. Titles and countries
("Russian President") may stand apart. What is spelled alike once accents and transliteration are folded is one name.
"""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from summarizer.checking.comparing import Comparison, Finding
from summarizer.checking.dates import DAYS, MONTHS, dates
from summarizer.checking.lexicon import COUNTRIES, listed, word_set
from summarizer.checking.reading import Passage, Token, fold, read

LINKS = word_set("of for the and de la del der den di da von van bin ibn al el ul e y on in to at")
TITLES = word_set(
    """president prime minister secretary general secretary-general foreign deputy vice chairman chairwoman chief
    spokesman spokeswoman spokesperson ambassador governor mayor senator sen rep gov gen col lt dr mr mrs ms sir
    lord king queen prince princess pope chancellor premier director leader professor judge justice captain
    sergeant officer commander general admiral colonel major lieutenant ministry office department coach former
    state sheriff police republican democrat democratic rep sgt capt detective attorney republicans democrats
    rev inspector superintendent"""
)
# "North Korea" is not "Korea": these words are part of the name that follows.
TIED = word_set("north south east west northern southern eastern western new san los saint st el las")
NEVER = frozenset((*MONTHS, *DAYS, *listed("i mr mrs ms dr am pm mon tue tues wed thu thurs fri sat sun god"))) - {
    "may",
    "march",
}
NEVER |= word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
PLACES = frozenset(COUNTRIES.values()) | {"north", "south"}
GAP = 2  # a middle name or an initial may be left out, or stand between


class Name(NamedTuple):
    """A run of capitalised words, `text[start:end]`; `tokens` are their indices, links ("of") left out."""

    text: str
    start: int
    end: int
    tokens: tuple[int, ...]
    opens: bool  # it opens a sentence, so that its first word's capital proves nothing


def _capital(token: Token) -> bool:
    return bool(token.key) and token.text[0].isupper()


def _shouted(passage: Passage) -> bool:
    """Whether so many words have a capital that a capital says nothing, as in a headline."""
    words = [t for t in passage.tokens if t.key and t.text[0].isalpha()]
    return len(words) > 3 and sum(t.text[0].isupper() for t in words) > 0.8 * len(words)


@lru_cache(maxsize=4096)
def names(text: str) -> tuple[Name, ...]:
    """The names of `text`, in order. A sentence's first word counts only where more than its place speaks for it."""
    passage = read(text)
    found: list[Name] = []
    run: list[int] = []
    days = {i for when in dates(text) for i in range(when.start, when.end)}
    for i, token in enumerate((*passage.tokens, Token("", "", -1, -1, False))):
        if run and i in passage.starts and token.text:
            found += _name(passage, run)
            run = []
        if _capital(token) and token.start not in days and fold(token.text) not in NEVER:
            run.append(i)
            if token.text.endswith(("'s", "’s")):
                found += _name(passage, run)
                run = []
        elif run and not _links(passage, i, run):
            found += _name(passage, run)
            run = []
    return tuple(found)


def _links(passage: Passage, i: int, run: list[int]) -> bool:
    """Whether the token at `i` joins the words of one name: "of" in "Bank of England", a hyphen, an initial's dot."""
    if i + 1 >= len(passage.tokens):
        return False
    token, following = passage.tokens[i], passage.tokens[i + 1]
    if not _capital(following) or i + 1 in passage.starts:
        return False
    if token.text in "-–":
        return token.end == following.start
    if token.text == ".":
        return len(passage.tokens[run[-1]].text) <= 3
    return token.text == "of"


def _name(passage: Passage, run: list[int]) -> list[Name]:
    opens = run[0] in passage.starts or (
        run[0] > 0 and not passage.tokens[run[0] - 1].key and run[0] - 1 in passage.starts
    )
    first = passage.tokens[run[0]]
    if opens and not first.content and not (first.text.isupper() and len(first.text) > 1):
        run = run[1:]
        opens = False
    if not run or (len(run) == 1 and not passage.tokens[run[0]].content and len(passage.tokens[run[0]].text) < 2):
        return []
    start, end = passage.tokens[run[0]].start, passage.tokens[run[-1]].end
    return [Name(passage.text[start:end].removesuffix("'s").removesuffix("’s"), start, end, tuple(run), opens)]


def _common(name: Name, passage: Passage, source: Passage) -> bool:
    """Whether the first word of a sentence is an ordinary word with a capital."""
    token = passage.tokens[name.tokens[0]]
    if token.text.isupper() and len(token.text) > 1:
        return False
    if token.key in PLACES or token.text.endswith(("'s", "’s")):
        return False
    return not any(source.tokens[i].text[0].isupper() for i in source.places.get(token.key, ()))


def _beside(a: str, b: str, source: Passage) -> bool:
    """Whether `b` follows `a` in the evidence, with no more between than a middle name."""
    later = source.places.get(b, ())
    return any(0 < j - i <= GAP + 1 for i in source.places.get(a, ()) for j in later)


def _fault(name: Name, comparison: Comparison) -> str:
    """What of `name` the evidence does not name; empty if it names it."""
    text, source = comparison.text, comparison.source
    words = [text.tokens[i] for i in name.tokens]
    if name.opens and _common(name, text, source):
        words = words[1:]
    for word in words:
        if word.key not in source.places:
            return f"“{name.text}” is not in the cited text"
    for left, right in pairwise(words):
        if fold(left.text) in TIED and not _beside(left.key, right.key, source):
            return f"“{name.text}” is not in the cited text as one name"
        if {fold(left.text), fold(right.text)} & TITLES or left.key in PLACES or right.key in PLACES:
            continue
        if right.start - left.end <= 1 and not _beside(left.key, right.key, source):
            return f"“{name.text}” is not in the cited text as one name"
    return ""


def check(comparison: Comparison) -> Finding:
    """Every name of the text is named in the evidence."""
    if _shouted(comparison.text):
        return Finding("names", True, "not told apart in capitals")
    wanted = names(comparison.text.text)
    for name in wanted:
        fault = _fault(name, comparison)
        if fault:
            return Finding("names", False, fault)
    return Finding("names", True, ", ".join(dict.fromkeys(n.text for n in wanted)))
