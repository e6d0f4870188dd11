"""What an export cannot take from a log on trust: that the sources bear out words which a person wrote.

A log is a file that anybody can write into. So a verdict on changed words that says "supported" is held to the texts
once more, by the check that made it; and which sentences rest on a source that can no longer be read is said.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from summarizer.checking.briefs import Grounds, borne_out
from summarizer.output.safe import line
from summarizer.records import Brief, BriefSentence

Sentences = Sequence[BriefSentence]


def held(
    brief: Brief, sentences: Sentences, changed: Collection[str], texts: Mapping[str, str]
) -> tuple[tuple[BriefSentence, ...], tuple[str, ...]]:
    """`sentences`, of which those with an id in `changed` are no better than the texts bear out; a line for each that
    was lowered. One that cites a source without a text stays as it is: see `lost`."""
    grounds = Grounds(texts, {source.id: source.published for source in brief.sources}, lambda _: ())
    made, told = [], []
    for sentence in sentences:
        known = all(citation.source in texts for citation in sentence.citations)
        if sentence.id in changed and sentence.verdict.status == "supported" and known:
            found = borne_out(sentence.text, sentence.citations, grounds)
            if found.status != "supported":
                told.append(f"{line(sentence.id)}: a log says that it is supported; the check of this export does not")
                sentence = replace(sentence, verdict=replace(found, against=sentence.verdict.against))
        made.append(sentence)
    return tuple(made), tuple(told)


def lost(brief: Brief, sentences: Sentences, texts: Mapping[str, str]) -> tuple[str, ...]:
    """A line for each cited source without a text, with the sentences that rest on it as it was."""
    told = []
    for source in brief.sources:
        ids = [s.id for s in sentences if any(c.source == source.id for c in s.citations)]
        if source.id not in texts and ids:
            what = f"{line(source.path)} could not be read as it was when the brief was made"
            told.append(f"{what}: nobody can hold these to it now: {', '.join(map(line, ids))}")
    return tuple(told)
