"""Errors of which fact: two fused, the head noun lost, another event's sentence, another sentence's citation."""

import re
from collections.abc import Iterator

from summarizer.articles.terms import STOPWORDS, Likeness, term, terms
from summarizer.evals import cues, names
from summarizer.evals.edits import capital, ended, put, quoted, tokens
from summarizer.evals.nouns import Base, Change, Material
from summarizer.records import Citation

FINITE = re.compile(
    rf" (?:{'|'.join(a for a in cues.AUXILIARIES if a != 'should')}|{'|'.join(cues.SAID)}|met|gave|took|won|lost|sent|led|sued|held|left|came|went|made|got|"
    r"began|called|wants|plans|(?!named|based|aged|wounded|retired|armed|elected|appointed|accused|convicted|used|"
    r"controlled|backed)[a-z]{3,}ed) "
)
SECOND = re.compile(r"(?:, (?:and|but|while)|;| while) ")
INCLUDING = re.compile(
    r"(?P<count>(?<![\w/])(?:\d[\d,.]*|several|dozens of|hundreds of|thousands of|two|three|four|five|six|seven|eight|nine|ten)) (?!with\b|of\b|in\b|to\b)[^,.“”\"]{3,60}, (?:including|among them|mostly|many of them|some of them) (?P<part>(?!\d|one|two|three|the\b|an?\b)[a-z][^,.“”\"]{3,50}),?"
)
OF_WHOM = re.compile(
    r"(?P<count>\d[\d,.]*) (?P<head>[^,.“”\"]{3,60}), (?:some|most|many|half|several) of (?:whom|which|them) (?:are|were|is|was|have been) (?P<part>[^,.“”\"]{3,50}),?"
)
POSSESSOR = re.compile(
    r"\b(?P<owner>[A-Z]\w+(?: [A-Z]\w+){0,2})['’]s (?:[a-z]+ )?(?:lawyer|attorney|spokesman|spokeswoman|spokesperson|wife|husband|mother|father|brother|sister|son|daughter|office|family|team|lawyers|aide|deputy|friend|girlfriend|boyfriend|parents|agent|publicist|rival|predecessor|successor|ally|supporters|widow|killer|body|death)\b"
)
NO_SUBJECT = frozenset(
    (*cues.PRONOUNS, *"on at as but and if when after before while by there what just how why shortly since".split())
)
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
    like = Likeness([c.quote for c in material.sentences] + [base.text])
    own = {(c.source, c.start) for c in base.citations}
    scored = []
    for other in material.sentences:
        if (other.source, other.start) in own or any(
            o.start < other.end and other.start < o.end and o.source == other.source for o in base.citations
        ):
            continue
        covered = like.coverage(base.text, other.quote)
        if covered < (0.85 if other.source in {c.source for c in base.citations} else 0.6):
            scored.append((covered, other))
    for covered, other in sorted(scored, key=lambda s: -s[0])[:4]:
        yield Change(base.text, f"cited to “{other.quote[:80]}”", (other,))


def fused(base: Base, material: Material) -> Iterator[Change]:
    """The subject of one clause with the predicate of another, within the sentence or over two cited ones."""
    for match in SECOND.finditer(base.text):
        one, other = base.text[: match.start()], base.text[match.end() :]
        yield from _exchange(one, other, material, ())
    if base.form != "verbatim" or len(base.citations) != 1:
        return
    own = base.citations[0]
    near = [c for c in material.sentences if c.source == own.source and c.start != own.start]
    for c in sorted(near, key=lambda c: abs(c.start - own.start))[:4]:
        yield from _exchange(base.text, c.quote, material, (own, c))


def _exchange(one: str, other: str, material: Material, citations: tuple[Citation, ...]) -> Iterator[Change]:
    """`one`'s subject with `other`'s predicate, where they can't be the same thing under two descriptions."""
    a, b = _parted(one), _parted(other)
    if not a or not b or quoted(one) or quoted(other) or "\n" in one + other or _plural(a[0]) != _plural(b[0]):
        return
    named = [[n.text for n in names.find(part[0], material.lower)] for part in (a, b)]
    if bool(named[0]) != bool(named[1]) or any(names.same(x, y) for x in named[0] for y in named[1]):
        return  # "the singer" may be the one who is named
    whole = {term(t.text) for t in tokens(other)}
    subject = {term(t.text) for t in tokens(a[0]) if t.text.casefold() not in STOPWORDS}
    if subject and not subject & whole:
        yield Change(ended(a[0] + b[1]), f"“{a[0]}” with “{b[1].strip()[:60]}”", citations)


def _plural(subject: str) -> bool:
    head = re.split(r" (?:of|in|for|from|at|on|with|to) ", subject)[0]
    return (
        " and " in subject
        or (head.endswith("s") and not head.endswith(("ss", "us", "'s", "’s")))
        or head.endswith("people")
    )


def _parted(clause: str) -> tuple[str, str] | None:
    """Subject and predicate of a plain clause; None where it opens with anything but a name or a noun."""
    match = FINITE.search(clause)
    if match is None:
        return None
    subject = clause[: match.start()]
    first = subject.split()[:1] or [""]
    opens = first[0][:1].isupper() or first[0] in ("the", "a", "an", "his", "her", "its", "their")
    longest = 7 if re.search(r" (?:of|for) ", subject) else 4
    plain = 1 <= len(subject.split()) <= longest and not re.search(r"[,“”\"():;]", subject)
    inner = {w.casefold() for w in subject.split()} & NO_SUBJECT
    return (subject, clause[match.start() :]) if opens and plain and not inner else None


def head(base: Base, material: Material) -> Iterator[Change]:
    """The head noun replaced by what modifies it: "12,000 troops, including guards" as "12,000 guards"."""
    for match in INCLUDING.finditer(base.text):
        new = f"{match['count']} {match['part']}"
        yield Change(put(base.text, match.start(), match.end(), new), f"{match[0]} -> {new}")
    for match in OF_WHOM.finditer(base.text):
        new = f"{match['count']} {match['part']}"
        yield Change(put(base.text, match.start(), match.end(), new), f"{match[0]} -> {new}")
    for match in POSSESSOR.finditer(base.text):
        yield Change(put(base.text, match.start(), match.end(), match["owner"]), f"{match[0]} -> {match['owner']}")


def content(base: Base, material: Material) -> Iterator[Change]:
    """A content word exchanged for another of the same article with the same ending."""
    have = {term(t.text) for t in tokens(base.evidence)}
    sources = {c.source for c in base.citations}
    near = [w.text for c in material.sentences if c.source in sources for w in tokens(c.quote)]
    pool = [w for w in dict.fromkeys(near) if w.islower() and len(w) > 4 and w not in STOPWORDS and term(w) not in have]
    marks = quoted(base.text)
    for place in tokens(base.text):
        inside = any(p.start <= place.start < p.end for p in marks)
        if inside or not place.text.islower() or len(place.text) < 5 or place.text in STOPWORDS:
            continue
        for new in [w for w in pool if w[-3:] == place.text[-3:]][:5]:
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def own_word(base: Base, material: Material) -> Iterator[Change]:
    """A content word exchanged for another that stands elsewhere in the very same span."""
    marks = quoted(base.text)
    words = [t for t in tokens(base.text) if t.text.islower() and len(t.text) > 4 and t.text not in STOPWORDS]
    for place in words:
        if any(p.start <= place.start < p.end for p in marks):
            continue
        for other in words:
            if other.text != place.text and term(other.text) != term(place.text) and other.text[-2:] == place.text[-2:]:
                yield Change(put(base.text, place.start, place.end, other.text), f"{place.text} -> {other.text}")


def place_moved(base: Base, material: Material) -> Iterator[Change]:
    """Where a thing happens made where it was said."""
    for match in re.finditer(r" (?:in|at|near) (?:the )?[A-Z][\w’']+(?: [A-Z][\w’']+)*(?=[.,])", base.text):
        said = re.match(
            r"(?:[^,“”\"]{2,60}) (said|announced|confirmed|claimed|reported)(?= (?!in|at|on|\w+day))", base.text
        )
        first = re.sub(r"^ (?:in|at|near) (?:the )?", "", match[0]).split()[0]
        if said and said.end() < match.start() and first.casefold() not in names.CALENDAR:
            text = base.text[: said.end()] + match[0] + base.text[said.end() : match.start()] + base.text[match.end() :]
            yield Change(capital(text), f"“{match[0].strip()}” to the saying")
