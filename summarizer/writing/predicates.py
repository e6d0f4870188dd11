"""Do two sentences tell of the same act? Names and a topic in common are not enough: "the adviser is on leave" and
"the adviser met a bidder" are two things said of one man.

The act is the first verb that tells something: to say, to be and to go tell nothing by themselves. Where the other
sentence has it not, or there is none, nearly all that is told besides has to be the same, because news changes its
verbs from line to line. No parser; what is not found here costs a witness, never a source.
"""

from collections.abc import Collection, Sequence

from summarizer.checking.lexicon import REPORTING
from summarizer.checking.reading import Token, fold, read
from summarizer.checking.thesaurus import part, relation
from summarizer.writing.disagreements.contrasts import LIGHT
from summarizer.writing.disagreements.statements import predicate

MOST = 0.6  # share of the words besides the act, to be exceeded, that make up for another verb
LEAST = 3  # of them
HALF = 0.5  # share of the words, to be exceeded where no verb tells anything
SAYING = ("that", '"', "“")  # after a verb that says what follows


def same_act(text: str, other: str, names: Collection[str]) -> bool:
    """Whether `other` tells the act of `text`. `names`: words that are names, as written."""
    tokens = read(text).tokens
    known = [t for t in read(other).tokens if t.key]
    act = next((t for i, t in enumerate(tokens) if _acts(tokens, i)), None)
    if act and _done(act, known):
        return True
    # A verb in the present may be a noun as well, so that only the very word counts.
    keys = {t.key for t in known}
    if act is None and any(t.key in keys and part(fold(t.text)) == "v" for t in tokens if _tells(t)):
        return True
    told = {t.key for t in tokens if t is not act and _tells(t) and t.text not in names}
    found = len(told & keys)
    if act:
        return found >= LEAST and found > MOST * len(told)
    return not told or found > HALF * len(told)


def _acts(tokens: Sequence[Token], i: int) -> bool:
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return predicate(tokens, i) and _tells(tokens[i]) and following not in SAYING


def _tells(token: Token) -> bool:
    word = fold(token.text)
    telling = token.content and token.key not in LIGHT and word not in REPORTING
    return telling and not word[0].isdigit() and not word.endswith("ly")


def _done(act: Token, known: Sequence[Token]) -> bool:
    """Whether a word of the other sentence is the same word, or means the same."""
    return any(t.key == act.key or relation(act.text, t.text) in ("same", "derived") for t in known if t.content)
