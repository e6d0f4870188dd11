"""How surely: "may", "alleged", "if", "plans to", and the check that no doubt is dropped, added or changed in kind.

A sentence that says "sent" where its source says "may have sent", "is said to have sent" or "planned to send" states as
fact what nobody stated. Kinds may not stand for each other; words of one kind may.
"""

from functools import lru_cache

from summarizer.checking.comparing import Comparison, Finding
from summarizer.checking.cues import Cue, carried, find, matched, quoted, scope
from summarizer.checking.dates import dates
from summarizer.checking.lexicon import listed
from summarizer.checking.reading import Passage, fold
from summarizer.checking.reports import reports_of
from summarizer.checking.wordclasses import TOPICS

WORDS = {
    word: kind
    for kind, words in {
        "possible": "may might could possibly perhaps potentially potential maybe couldn't possible",
        "probable": """likely probably apparently seemingly seems seem seemed appears appear appeared believed thought
            suspected estimated estimates presumably expected expects unlikely""",
        "reported": """alleged allegedly reportedly purported purportedly claims claimed claiming unconfirmed unverified
            rumored rumoured rumors supposed supposedly accused accuses alleges allegations""",
        "conditional": "if would unless whether provided wouldn't",
        "obliged": "must should ought",
        "able": "can",
        "future": "will shall won't we'll they'll i'll he'll she'll it'll",
    }.items()
    for word in words.split()
}
CLOSERS = " \t\n\"'”’»)"
# These leave open whether it happens, but only with "to" or "that": "planned to send", not "the planned visit".
INTENT = dict.fromkeys(
    listed(
        """plan plans planned planning intend intends intended vow vows vowed promise promises promised pledge pledges
    pledged threaten threatens threatened threatening agree agrees agreed decide decides decided want wants
    wanted hope hopes hoped hoping seek seeks sought try tries tried trying attempt attempts attempted prepare
    prepares prepared preparing consider considers considered propose proposes proposed urge urges urged demand
    demands demanded order orders ordered ask asks asked request requested offer offers offered set due aim aims
    aimed going ready able scheduled reports report"""
    ),
    "intended",
)


@lru_cache(maxsize=4096)
def hedges(passage: Passage) -> tuple[Cue, ...]:
    """The hedges of a passage, each with what it governs."""
    taken = {i for when in dates(passage.text) for i in (when.start,)}
    found = [c for c in find(passage, WORDS) if passage.tokens[c.at].start not in taken and not _month(passage, c.at)]
    for i, token in enumerate(passage.tokens[:-1]):
        if token.key and fold(token.text) in INTENT and _to(passage, i):
            found.append(Cue(i, "intended", scope(passage, i)))
    return tuple(sorted(found))


def _month(passage: Passage, index: int) -> bool:
    """A "May" with a capital inside a sentence is a month or a name."""
    return passage.tokens[index].text in ("May", "Will", "Might") and index not in passage.starts


def _to(passage: Passage, index: int) -> bool:
    """Whether "to" or "that" follows, at once or after one object ("asked Japan to send")."""
    dated = [(when.start, when.end) for when in dates(passage.text)]
    ahead = [t for t in passage.tokens[index + 1 : index + 9] if not any(s <= t.start < e for s, e in dated)]
    return any(
        fold(t.text) in ("to", "that") for t in ahead[: 3 + (ahead != list(passage.tokens[index + 1 : index + 9]))]
    )


def _topic(passage: Passage, cue: Cue) -> bool:
    """Whether a cue at the end only names on what something was said: "no response regarding the allegations"."""
    if not cue.scope or cue.scope[0] > cue.at:
        return False
    between = [fold(t.text) for t in passage.tokens[cue.scope[0] + 1 : cue.at]]
    return bool(between) and between[0] in TOPICS and between[1:] in ([], ["the"], ["these"], ["such"], ["those"])


def _report_verbs(passage: Passage) -> set[str]:
    return {passage.tokens[r.verb].key for r in reports_of(passage)}


def check(comparison: Comparison) -> Finding:
    """The text is as sure as the evidence about the words that it took over."""
    mine, theirs = hedges(comparison.text), hedges(comparison.context)
    left, kept = matched(mine, theirs, comparison)
    # "Seoul claims that …" and "…, Seoul claims" are one report: the speech check holds its verb.
    reported = _report_verbs(comparison.text) & _report_verbs(comparison.context)
    left = {c for c in left if comparison.text.tokens[c.at].key not in reported}
    for cue in theirs:
        if comparison.context.tokens[cue.at].key in reported:
            continue
        if carried(cue, comparison) and cue not in kept and not _topic(comparison.context, cue):
            said = quoted(comparison.context, cue)
            return Finding("hedge", False, f"the cited text says “{said}”; the sentence drops the doubt")
    for cue in mine:
        if cue in left:
            return Finding("hedge", False, f"“{quoted(comparison.text, cue)}” is not in the cited text")
    if comparison.text.text.rstrip(CLOSERS).endswith("?") and "?" not in comparison.context.text:
        return Finding("hedge", False, "the sentence asks what the cited text states")
    return Finding("hedge", True, ", ".join(comparison.text.tokens[c.at].text for c in mine))
