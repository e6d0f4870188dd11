"""Quotations that run over several sentences: in a brief they stand whole or not at all.

A sentence from the middle of somebody's speech, without its quotation marks, would be the brief's own statement. So the
sentences of one quotation are one claim where it is short, and where it is long its middle is known as such.
"""

from collections.abc import Iterable, Sequence

from summarizer.articles.nouns import Sentence

MOST_SENTENCES = 3
MOST_WORDS = 70


def passages(body: Iterable[Sentence]) -> tuple[tuple[Sentence, ...], ...]:
    """The sentences in order, those of one short quotation together."""
    found: list[tuple[Sentence, ...]] = []
    for paragraph in _paragraphs(body):
        start = 0
        while start < len(paragraph):
            end = start + 1
            while _open(paragraph[start:end]) and end < len(paragraph):
                end += 1
            whole = paragraph[start:end]
            if len(whole) > MOST_SENTENCES or sum(len(s.text.split()) for s in whole) > MOST_WORDS or _open(whole):
                end = start + 1
            found.append(tuple(paragraph[start:end]))
            start = end
    return tuple(found)


def inside(body: Iterable[Sentence]) -> frozenset[str]:
    """Ids of the sentences that begin inside a quotation."""
    found: set[str] = set()
    for paragraph in _paragraphs(body):
        found.update(s.id for i, s in enumerate(paragraph) if i and _open(paragraph[:i]))
    return frozenset(found)


def _paragraphs(body: Iterable[Sentence]) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for sentence in body:
        last = found[-1][-1] if found else None
        if last and (last.span.source, last.paragraph) == (sentence.span.source, sentence.paragraph):
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def _open(sentences: Sequence[Sentence]) -> bool:
    """Whether a quotation that began in these sentences is still open at their end."""
    curly = sum(s.text.count("“") - s.text.count("”") for s in sentences)
    return curly > 0 or sum(s.text.count('"') for s in sentences) % 2 == 1
