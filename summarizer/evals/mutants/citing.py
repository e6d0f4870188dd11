"""Briefs whose citations are wrong, while their words stay as they were."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from random import Random

from summarizer.articles.terms import terms
from summarizer.evals.mutants.editing import citations_of, cited, moved, shown
from summarizer.evals.mutants.nouns import Ground, Mutant
from summarizer.evals.mutants.sources import body, listed
from summarizer.records import Brief, Citation, Source

APART = 0.5  # of a sentence's terms that a quote may have; with more it may bear the sentence out after all
SHIFT = 5  # code points
GHOST = "0" * 64


def _one(ground: Ground, rng: Random) -> tuple[int, int] | None:
    """A sentence and a citation of it, by index."""
    every = [(at, n) for at, s in enumerate(ground.brief.sentences) for n in range(len(s.citations))]
    return rng.choice(every) if every else None


def _replaced(brief: Brief, at: int, n: int, citation: Citation) -> Brief:
    have = brief.sentences[at].citations
    return cited(brief, at, (*have[:n], citation, *have[n + 1 :]))


def _apart(text: str, citations: Iterable[Citation]) -> bool:
    have = {t for c in citations for t in terms(c.quote)}
    return bool(terms(text)) and len(set(terms(text)) & have) <= APART * len(set(terms(text)))


def swapped(ground: Ground, rng: Random) -> Mutant | None:
    """Two sentences with each other's citations, where neither could stand on the other's."""
    sentences = ground.brief.sentences
    pairs = [
        (a, b)
        for a, one in enumerate(sentences)
        for b, other in enumerate(sentences[:a])
        if _apart(one.text, other.citations) and _apart(other.text, one.citations)
    ]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    changed = moved(moved(ground.brief, a, sentences[b].citations), b, sentences[a].citations)
    return Mutant(changed, f"{sentences[a].id} <-> {sentences[b].id}")


def neighbour(ground: Ground, rng: Random) -> Mutant | None:
    """A sentence on the citation of the sentence next to its own: exact, and about something else."""
    sites = []
    for at, base in ground.bases(rng):
        mine = base.citations[0]
        same = [c for c in ground.body if c.source == mine.source]
        for before, after in pairwise(same):
            for own, other in ((before, after), (after, before)):
                if own.start <= mine.start < own.end and _apart(base.text, [other]):
                    sites.append((at, other))
    if not sites:
        return None
    at, other = rng.choice(sites)
    return Mutant(moved(ground.brief, at, [other]), f"{ground.brief.sentences[at].id} on “{shown(other.quote)}”")


def shifted(ground: Ground, rng: Random) -> Mutant | None:
    """A span some code points further on than its quote."""
    where = _one(ground, rng)
    if where is None:
        return None
    at, n = where
    old = ground.brief.sentences[at].citations[n]
    moved = replace(old, start=old.start + SHIFT, end=old.end + SHIFT)
    return Mutant(_replaced(ground.brief, at, n, moved), f"{old.source}[{old.start}:{old.end}] + {SHIFT}")


def edited_quote(ground: Ground, rng: Random) -> Mutant | None:
    """A quote with one letter changed, as long as it was."""
    where = _one(ground, rng)
    if where is None:
        return None
    at, n = where
    old = ground.brief.sentences[at].citations[n]
    letters = [i for i, c in enumerate(old.quote) if c.isalnum()]
    if not letters:
        return None
    i = rng.choice(letters)
    quote = f"{old.quote[:i]}{'x' if old.quote[i] != 'x' else 'y'}{old.quote[i + 1 :]}"
    return Mutant(_replaced(ground.brief, at, n, replace(old, quote=quote)), f"“{shown(quote[max(0, i - 20) :], 40)}”")


def empty_span(ground: Ground, rng: Random) -> Mutant | None:
    """A citation of no text at all, which stands everywhere."""
    where = _one(ground, rng)
    if where is None:
        return None
    at, n = where
    old = ground.brief.sentences[at].citations[n]
    nothing = replace(old, end=old.start, quote="", prefix="", suffix="")
    return Mutant(_replaced(ground.brief, at, n, nothing), f"{old.source}[{old.start}:{old.start}]")


def ghost(ground: Ground, rng: Random) -> Mutant | None:
    """A citation of a file that there is none of."""
    where = _one(ground, rng)
    if where is None:
        return None
    at, n = where
    brief = ground.brief
    extra = Source(id="s999", path="ghost.txt", sha256=GHOST)
    made = replace(brief, sources=(*brief.sources, extra))
    citation = replace(brief.sentences[at].citations[n], source=extra.id)
    return Mutant(_replaced(made, at, n, citation), f"{brief.sentences[at].id} on {extra.path}")


def unlisted(ground: Ground, rng: Random) -> Mutant | None:
    """A citation of a source id that the brief does not list."""
    where = _one(ground, rng)
    if where is None:
        return None
    at, n = where
    citation = replace(ground.brief.sentences[at].citations[n], source="s999")
    return Mutant(_replaced(ground.brief, at, n, citation), f"{ground.brief.sentences[at].id} on s999")


def stripped(ground: Ground, rng: Random) -> Mutant | None:
    """A sentence without any citation."""
    sites = [at for at, s in enumerate(ground.brief.sentences) if s.citations]
    if not sites:
        return None
    at = rng.choice(sites)
    return Mutant(cited(ground.brief, at, ()), f"{ground.brief.sentences[at].id} cites nothing")


def everything(ground: Ground, _rng: Random) -> Mutant | None:
    """Every sentence with every citation of the brief."""
    return _everywhere(ground, corroborating=False)


def corroborated(ground: Ground, _rng: Random) -> Mutant | None:
    """The same, each citation that is not the sentence's own called one that only corroborates."""
    return _everywhere(ground, corroborating=True)


def _everywhere(ground: Ground, corroborating: bool) -> Mutant | None:
    every = citations_of(ground.brief)
    if len(every) < 3:
        return None
    brief = ground.brief
    for at, sentence in enumerate(ground.brief.sentences):
        rest = [replace(c, corroborates=corroborating) for c in every if c not in sentence.citations]
        brief = cited(brief, at, (*sentence.citations, *rest))
    return Mutant(brief, f"{len(every)} citations on each sentence")


def whole_documents(ground: Ground, _rng: Random) -> Mutant | None:
    """Every citation made as long as its source."""
    if not citations_of(ground.brief):
        return None
    brief = ground.brief
    for at, sentence in enumerate(ground.brief.sentences):
        wide = [_whole(ground, c) for c in sentence.citations]
        brief = cited(brief, at, dict.fromkeys(wide))
    return Mutant(brief, "each citation is all of its source")


def _whole(ground: Ground, citation: Citation) -> Citation:
    text = ground.subject.texts.get(citation.source)
    if text is None:
        return citation
    return replace(citation, start=0, end=len(text), quote=text, prefix="", suffix="")


def other_event(ground: Ground, rng: Random) -> Mutant | None:
    """A sentence that cites one more source, an article on another event."""
    case = ground.case
    other = [source for source in case.sources if not source.relevant]
    sentences = ground.brief.sentences
    if not other or not sentences:
        return None
    source = rng.choice(other)
    at = rng.randrange(len(sentences))
    record = next(s for s in listed(case) if s.path == source.file)
    id = ground.ids.get(source.file, "s998")
    extra = replace(rng.choice(body(case, source)), source=id)
    brief = cited(ground.brief, at, (*sentences[at].citations, extra))
    if source.file not in ground.ids:
        brief = replace(brief, sources=(*brief.sources, replace(record, id=id)))
    return Mutant(brief, f"{sentences[at].id} also on {source.file}")
