"""What a figure counts: the half of a question that "how many" leaves out.

Two figures answer one question only if they count the same thing, and the words around a figure say what that is: the
dead or the injured, all troops or the special forces among them, the whole province or one village. What cannot be read
for sure gives None, because a figure that is left out costs a line of the brief and a wrong pair makes it lie.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.checking.dates import When, dates
from summarizer.checking.figures import SMALL, TENS
from summarizer.checking.lexicon import COUNTED, COUNTRIES, word_set
from summarizer.checking.names import NEVER
from summarizer.checking.numbers import HEDGE, Quantity
from summarizer.checking.reading import Token, fold, key, read
from summarizer.writing.disagreements.crowds import PROTEST, crowd
from summarizer.writing.disagreements.totals import total

STATES = {
    word: state
    for state, words in {
        "killed": "killed killing kills dead died dies dying deaths death fatalities perished",
        "injured": "injured injuring injures wounded wounding wounds hurt injuries",
        "missing": "missing",
        "ill": "ill sick sickened infected",
        "arrested": "arrested arresting arrests detained detaining",
        "displaced": "displaced displacing homeless",
        "evacuated": "evacuated evacuating",
        "destroyed": """destroyed destroying flattened flattening razed razing levelled leveled burned burnt gutted
            wrecked""",
        "damaged": "damaged damaging",
        "put off": "postponed cancelled canceled",
    }.items()
    for word in words.split()
}
NAMED = frozenset(STATES)

TOLLS = ("killed", "injured", "missing", "ill")
LINKING = word_set(
    "were was been had have has are is so far being confirmed reported reportedly also officially then now fallen"
)
KNOWN = word_set("known confirmed reported")  # "were known to have died"
PEOPLE = frozenset(map(key, ("people", "person", "individual", "victim", "other", "others")))
# Figures of a part, or on top of another figure.
PARTIAL = word_set("more other others another additional extra further remaining each apiece per of")
PARTIAL_BEFORE = word_set(
    """other others another additional further extra including included among between from remaining first every per
    than of page chapter number no group groups batch team teams crew class age aged part section phase day"""
)
# "One of 12 people", "a group of 12 people": a figure after these is of a whole that is not told, or of a part.
PART_OF = word_set(
    """one some any most all each none many few half part third quarter majority minority dozens hundreds thousands two
    three four five six seven eight nine ten group groups batch team crew class convoy fleet squad gang party series set
    list average minimum maximum age population"""
)
MEASURES = frozenset(
    map(
        key,
        word_set(
            """years months weeks weekends days hours minutes seconds times miles kilometres kilometers km metres meters
            feet foot inches acres hectares tons tonnes pounds kilograms kg grams litres liters gallons degrees points
            percent cents euros dollars rupees pages stories storeys mph kph halves quarters thirds steps ways reasons
            things parts games wins losses goals seasons rounds sets series ages decades stretch strength magnitude
            old"""
        ),
    )
)
PLACED = word_set("in across on at near around throughout off within inside outside")
AREAS = word_set(
    """province provinces district districts village villages town towns city cities county counties countries
    island neighborhood neighbourhood suburb capital prefecture building"""
)
DEGREES = word_set("seriously critically severely slightly lightly badly partly")
RANGES = frozenset(("-", "–", "to", "or", "and"))
HAVING = frozenset(("has", "have", "had"))
SENDING = frozenset(
    map(key, word_set("send deploy deployed dispatch dispatched ship shipped commit transfer contribute"))
)
CLAUSE_END = frozenset(',.;:()—–"“”?!')
REACH = 7  # tokens from what is counted to its state
TOLL = 12  # how far to the left of its figure, in words, a "toll" may stand
OWNER = 12  # and the name of whoever has or moves what is counted
HEDGED = 24  # code points in which a hedge may stand before its figure
MORE_DIGITS = re.compile(r"[,.] \d\d\d(?!\d)|: ?\d")  # "1, 400", as some texts are spaced
# Nouns that may stand for each other in a question. Most that a faithful sentence may swap may not: a figure of cars
# and one of trucks are two figures.
SAME = {key(word): min(map(key, group)) for group in COUNTED if group & {"troop", "home"} for word in group}


class Counted(NamedTuple):
    """`kind` and `noun` name the class; `phrase` is what is counted in the text's own words, without the figure."""

    kind: str  # a state of people or things ("killed"), "magnitude", or "" for things that somebody has or moves
    noun: str
    phrase: str
    act: str  # key of the verb that the figure follows, for things that somebody has or moves; "" if there is none
    owners: frozenset[str]  # whose they are: keys of the nearest name
    narrow: frozenset[str]  # keys of words that pick out a part of them
    places: frozenset[str]  # keys of the place that the figure is limited to
    said: str = ""  # what is counted as the text writes it; "" where it leaves that to its verb


def counted(text: str, quantity: Quantity) -> Counted | None:
    """What `quantity` of `text` counts; None where that is not sure."""
    # "One" counts little unless it is a bound: "at least one".
    least = 1 if quantity.hedge == "at least" else 2
    if quantity.unit is not None or quantity.value < least or quantity.value.denominator != 1:
        return None
    tokens = read(text).tokens
    left = before_hedge(text, quantity)
    after = next((i for i, t in enumerate(tokens) if t.start >= quantity.end), len(tokens))
    before = next((i for i in range(after - 1, -1, -1) if tokens[i].end <= left), -1)
    joined = text[:left].endswith((".", ",", "-", "–", ":")) or text[quantity.end : quantity.end + 1] == "-"
    joined = joined or bool(MORE_DIGITS.match(text, quantity.end))
    head = head_of(tokens, after, quantity.noun)
    named = total(tokens, before, NAMED)
    state = STATES[fold(tokens[named].text)] if named is not None else _state_before(tokens, before)
    state = state or _state_after(tokens, head + 1, quantity.noun) or crowd(tokens, head, tokens[head].key in PEOPLE)
    if joined or (is_partial(tokens, before, after) and not _beside_the_dead(tokens, before, after, state)):
        return None
    what = _things(text, tokens, (before, after, head), state)
    if what is None or named is None:
        return what
    return what._replace(places=places_after(tokens[:before], named + 1, dates(text)))


def before_hedge(text: str, quantity: Quantity) -> int:
    """Where the figure and the words that hedge it begin; white space before it is left out."""
    low = max(0, quantity.start - HEDGED)
    hedge = HEDGE.search(text[low : quantity.start])
    return len(text[: low + hedge.start() if hedge else quantity.start].rstrip())


def is_partial(tokens: Sequence[Token], before: int, after: int) -> bool:
    """Whether the figure is of a part, on top of another, or one end of a range."""
    last = fold(tokens[before].text) if before >= 0 else ""
    following = [fold(t.text) for t in tokens[after : after + 2]]
    earlier = fold(tokens[before - 1].text) if before > 0 else ""
    if last == "of" and earlier not in PART_OF and not earlier[:1].isdigit():
        last = ""
    if last == "the" and earlier == "of":
        last = "of"
    ranged = len(following) == 2 and following[0] in RANGES and _figure(following[1])
    ranged = ranged or (last in ("or", "and") and before > 0 and _figure(fold(tokens[before - 1].text)))
    return last in PARTIAL_BEFORE or (bool(following) and following[0] in PARTIAL) or ranged


def _beside_the_dead(tokens: Sequence[Token], before: int, after: int, state: str | None) -> bool:
    """Whether "others" are others than the dead: "10 died and 40 others were hurt" leaves out none of the hurt."""
    if state != "injured" or fold(tokens[after].text) not in ("other", "others", "more"):
        return False
    states = {STATES.get(fold(t.text)) for t in tokens[: before + 1]}
    return "killed" in states and not ({fold(t.text) for t in tokens[max(0, before - 1) : before + 1]} & PARTIAL_BEFORE)


def _figure(word: str) -> bool:
    return word[0].isdigit() or word in SMALL or word in TENS


def head_of(tokens: Sequence[Token], after: int, noun: str | None) -> int:
    """The token that names what is counted; `after - 1` where the text leaves it out."""
    places = [i for i in range(after, min(after + 7, len(tokens))) if tokens[i].key == noun]
    return places[0] if noun and places else after - 1


def _state_before(tokens: Sequence[Token], before: int) -> str | None:
    """The state that the words up to the figure put what is counted in: "killing" 10, the death "toll" rose to 10."""
    if before < 0:
        return None
    word = fold(tokens[before].text)
    passive = before and fold(tokens[before - 1].text) in ("were", "was", "been", "are")
    if word in STATES and word not in ("dead", "missing") and not passive:
        return STATES[word]
    near = [fold(t.text) for t in tokens[max(0, before - TOLL) : before + 1]]
    if "toll" in near and not any(t[0].isdigit() or t in CLAUSE_END for t in near[near.index("toll") :]):
        return "killed"
    return None


def _state_after(tokens: Sequence[Token], start: int, noun: str | None) -> str | None:
    if start and tokens[start - 1].key == noun and fold(tokens[start - 1].text) in STATES:
        return STATES[fold(tokens[start - 1].text)]
    known = False
    for token in tokens[start : start + REACH]:
        word = fold(token.text)
        if word in STATES:
            return STATES[word]
        if word not in LINKING and word not in KNOWN and not (word == "to" and known):
            return None
        known = word in KNOWN
    return None


def _things(text: str, tokens: Sequence[Token], at: tuple[int, int, int], state: str | None) -> Counted | None:
    """`at`: the last token before the figure and its hedge, the first after it, and the head of what is counted."""
    before, after, head = at
    noun, word = (tokens[head].key, fold(tokens[head].text)) if head >= after else ("", "")
    if word in STATES or state == PROTEST or (state in TOLLS and (not noun or noun in PEOPLE)):
        noun = "person"
    if not noun or noun in MEASURES or (not state and noun in PEOPLE):
        return None
    words = [t for t in tokens[after:head] if t.key]
    owners = frozenset(t.key for t in words if t.text[0].isupper())
    marks = {fold(t.text) for t in (*tokens[max(0, before - 1) : before + 1], *tokens[after : head + 5])} & DEGREES
    if "already" in (fold(t.text) for t in tokens[after : head + 14]):
        marks.add("already")
    shown = text[tokens[after].start : tokens[head].end] if head >= after else ""
    return Counted(
        kind=state or "",
        noun=SAME.get(noun, noun),
        phrase=f"people {state}" if noun == "person" else f"{shown} {state or ''}".strip(),
        act="" if state else _act(tokens, before),
        owners=owners or (frozenset() if state else owner_before(tokens, before)),
        narrow=frozenset(t.key for t in words if not t.text[0].isupper() and fold(t.text) not in LINKING) | marks,
        places=places_after(tokens, head + 1, dates(text)),
        said=shown,
    )


def _country(token: Token) -> bool:
    return token.key in COUNTRIES.values() or (token.key in ("north", "south") and token.text[0].isupper())


def _act(tokens: Sequence[Token], before: int) -> str:
    token = tokens[before] if before >= 0 else None
    if token is None or not token.key or token.text[0].isupper() or not (token.content or fold(token.text) in HAVING):
        return ""
    return "have" if fold(token.text) in HAVING else "send" if token.key in SENDING else token.key


def owner_before(tokens: Sequence[Token], before: int) -> frozenset[str]:
    """The nearest name to the left in the same clause; a day or a month is nobody's name."""
    name: list[str] = []
    for i in range(before, max(-1, before - OWNER), -1):
        token = tokens[i]
        if token.text in CLAUSE_END:
            break
        dated = fold(token.text).removesuffix("'s") in NEVER
        if token.key and token.text[0].isupper() and not dated and (i or _country(token)):
            name.append(token.key)
        elif name:
            break
    return frozenset(name)


def places_after(tokens: Sequence[Token], start: int, dated: Sequence[When]) -> frozenset[str]:
    """The names and kinds of area in the first phrase of place right of what is counted, to the end of its clause."""
    found: list[str] = []
    inside = False
    for token in tokens[start : start + 14]:
        word = fold(token.text)
        if word in PLACED:
            inside = True
        elif (
            token.text in CLAUSE_END
            or any(d.start <= token.start < d.end for d in dated)
            or (found and not token.content and word not in ("the", "of", "a"))
        ):
            break
        elif inside and token.content and (token.text[0].isupper() or word in AREAS):
            found.append(token.key)
    return frozenset(found)
