"""Errors of which fact: two fused, the head noun lost, another event's sentence, another sentence's citation."""

import re
from collections.abc import Iterator

from summarizer.articles.terms import STOPWORDS, term, terms
from summarizer.evals.planting import names
from summarizer.evals.planting.clauses import agrees, parted, plural
from summarizer.evals.planting.edits import ended, put, quoted, tokens
from summarizer.evals.planting.nouns import Base, Change, Material
from summarizer.records import Citation

SECOND = re.compile(r"(?:, (?:and|but|while)|;| while) ")
_COUNTS = "several two three four five six seven eight nine ten"
COUNT = rf"(?P<count>(?<![\w/])(?:\d[\d,.]*|(?:dozens|hundreds|thousands) of|{'|'.join(_COUNTS.split())}))"
WHOLE = r"(?!with\b|of\b|in\b|to\b)[^,.“”\"]{3,60}"
PART = r"(?P<part>(?!\d|one\b|two\b|three\b|the\b|an?\b)[a-z][^,.“”\"]{3,50}),?"
INCLUDING = re.compile(rf"{COUNT} {WHOLE}, (?:including|among them|mostly|many of them|some of them) {PART}")
OF_WHOM = re.compile(
    rf"{COUNT} {WHOLE}, (?:some|most|many|half|several) of (?:whom|which|them) (?:are|were|is|was|have been) {PART}"
)
_KIN = """lawyer attorney spokesman spokeswoman spokesperson wife husband mother father brother sister son daughter
office family team lawyers aide deputy friend girlfriend boyfriend parents agent publicist rival predecessor
successor ally supporters widow killer body death"""
POSSESSOR = re.compile(rf"\b(?P<owner>[A-Z]\w+(?: [A-Z]\w+){{0,2}})['’]s (?:[a-z]+ )?(?:{'|'.join(_KIN.split())})\b")
# The share of a sentence's weight in another one from which the other may say the same: an article seldom says a thing
# twice, other articles on the event do.
SAME, OTHER = 0.85, 0.6
NAME_SLOTS = (
    "{name} resigned on Thursday after an inquiry into missing funds.",
    "{name} was taken to hospital with minor injuries, doctors said.",
    "{name} said the bridge would stay closed until the spring.",
    "Three people were hurt when a tram carrying {name} left the rails.",
    "{name} won the regional chess title for the fourth time.",
    "A court ordered {name} to pay 40,000 euros in damages.",
    "{name} has denied any part in the sale of the harbour.",
    "The strike at {name} ended after eleven days of talks.",
)


def elsewhere(base: Base, material: Material) -> Iterator[Change]:
    """A sentence of another event, with a name of this one in it, behind this one's citation."""
    own = [n.text for n in names.find(base.evidence, material.lower) if not names.adjective(n.text)][:3]
    for name in own:
        for slot in NAME_SLOTS:
            yield Change(slot.format(name=name), f"another event, with {name}")
        for text in material.elsewhere[:40]:
            found = [n for n in names.find(text) if not names.adjective(n.text)]
            if found and not set(terms(text)) <= set(terms(base.evidence)):
                yield Change(put(text, found[0].start, found[0].end, name), f"another event, {found[0].text} -> {name}")


def citation(base: Base, material: Material) -> Iterator[Change]:
    """The sentence kept, its citation moved to the sentence of the same sources that is most like it but says less."""
    sources = {c.source for c in base.citations}
    scored = []
    for other in material.sentences:
        covered = material.likeness.coverage(base.text, other.quote)
        if not any(_overlap(c, other) for c in base.citations) and covered < (
            SAME if other.source in sources else OTHER
        ):
            scored.append((covered, other))
    for _, other in sorted(scored, key=lambda s: -s[0])[:4]:
        yield Change(base.text, f"cited to “{other.quote[:80]}”", (other,))


def _overlap(one: Citation, other: Citation) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


def fused(base: Base, material: Material) -> Iterator[Change]:
    """The subject of one clause with the predicate of another, within the sentence or over two cited ones."""
    for match in SECOND.finditer(base.text):
        one, other = base.text[: match.start()], base.text[match.end() :]
        yield from _exchange(one, other, material, ())
    if base.form != "verbatim" or len(base.citations) != 1:
        return
    own = base.citations[0]
    near = [c for c in material.sentences if c.source == own.source and c.start != own.start]
    for c in sorted(near, key=lambda c: abs(c.start - own.start))[:8]:
        yield from _exchange(base.text, c.quote, material, (own, c))


def _exchange(one: str, other: str, material: Material, citations: tuple[Citation, ...]) -> Iterator[Change]:
    """`one`'s subject with `other`'s predicate, where they can't be the same thing under two descriptions."""
    a, b = parted(one), parted(other)
    if not a or not b or quoted(one) or quoted(other) or "\n" in one + other or not agrees(a[0], b[1]):
        return
    named = [[n.text for n in names.find(part[0], material.lower)] for part in (a, b)]
    both = all(part[0].split()[-1][:1].isupper() for part in (a, b))
    if not both and plural(a[0]) == plural(b[0]):
        return  # "the singer" may be the one who is named, "the suit" may be "the complaint"
    if any(names.same(x, y) for x in named[0] for y in named[1]):
        return
    whole = {term(t.text) for t in tokens(other)}
    subject = {term(t.text) for t in tokens(a[0]) if t.text.casefold() not in STOPWORDS}
    if subject and not subject & whole:
        yield Change(ended(a[0] + b[1]), f"“{a[0]}” with “{b[1].strip()[:60]}”", citations)


def head(base: Base) -> Iterator[Change]:
    """The head noun replaced by what modifies it: "12,000 troops, including guards" as "12,000 guards"."""
    for match in INCLUDING.finditer(base.text):
        new = f"{match['count']} {match['part']}"
        yield Change(put(base.text, match.start(), match.end(), new), f"{match[0]} -> {new}")
    for match in OF_WHOM.finditer(base.text):
        new = f"{match['count']} {match['part']}"
        yield Change(put(base.text, match.start(), match.end(), new), f"{match[0]} -> {new}")
    for match in POSSESSOR.finditer(base.text):
        yield Change(put(base.text, match.start(), match.end(), match["owner"]), f"{match[0]} -> {match['owner']}")
