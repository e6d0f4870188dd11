"""A plain clause as subject and predicate, without a grammar: by the first word that can only be a finite verb."""

import re

from summarizer.evals.planting import cues

_FINITE = """met gave took won lost sent led sued held left came went made got began called wants plans sold
bought shot hit beat ran flew spent built fell rose became found saw kept broke"""
_PARTICIPLES = """named based aged wounded retired armed elected appointed accused convicted used controlled
backed attempted equipped married issued filed related known called owned endangered endowed"""
VERBS = "|".join((*(a for a in cues.AUXILIARIES if a != "should"), *cues.SAID, *_FINITE.split()))
FINITE = re.compile(
    rf" (?:{VERBS}|(?!(?:{'|'.join(_PARTICIPLES.split())}) |[a-z]+ (?:with|by) )[a-z]{{2,}}ed)(?=[ .,]|$)"
)
_NO_SUBJECT = """on in at as but and if when after before while by there what just how why shortly since no also
both an a the of sooner with for from to early late last next then"""
NO_SUBJECT = frozenset((*cues.PRONOUNS, *_NO_SUBJECT.split()))
OPENERS = ("the", "a", "an", "his", "her", "its", "their", "two", "three", "some", "many")
SINGULAR = ("is", "was", "has", "does")


def parted(clause: str) -> tuple[str, str] | None:
    """Subject and predicate of a plain clause, the predicate with its space before; None where it is no such thing."""
    match = FINITE.search(clause)
    if match is None:
        return None
    subject = clause[: match.start()]
    words = [w.casefold() for w in subject.split()]
    if not words or not (subject[0].isupper() or words[0] in OPENERS) or words[0] in NO_SUBJECT - set(OPENERS):
        return None
    titled = all(w[:1].isupper() for w in subject.split())
    longest = 7 if titled or " of " in subject or " for " in subject else 4
    if len(words) > longest or re.search(r"[,“”\"():;]", subject) or words[-1] in NO_SUBJECT:
        return None
    if set(words) & {*cues.PRONOUNS, "when", "after", "before", "while", "if"}:
        return None
    return subject, clause[match.start() :]


def plural(subject: str) -> bool:
    """Whether the head of a subject looks like more than one."""
    head = re.split(r" (?:of|in|for|from|at|on|with|to) ", subject)[0]
    return (
        " and " in subject
        or head.endswith(("people", "police"))
        or (head.endswith("s") and not head.endswith(("ss", "us", "'s", "’s")))
    )


def agrees(subject: str, predicate: str) -> bool:
    """Whether number tells nothing against the two."""
    verb = predicate.split()[0]
    return not (plural(subject) and verb in SINGULAR) and not (not plural(subject) and verb in ("are", "were", "have"))
