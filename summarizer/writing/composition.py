"""Second and third call of the model writer: the best groups in, sentences with group numbers out, one repair.

The model may order, join and shorten. It may not decide what is true: each sentence is held against the sentences of
its groups, what fails is sent back once with its reasons, and what fails again gives way to the extractive twin.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.articles.nouns import Sentence
from summarizer.articles.sentences import boundaries
from summarizer.articles.terms import Likeness, words
from summarizer.checking.anchoring import Anchors
from summarizer.checking.judging.rules import undecided
from summarizer.models.prompts import Prompt
from summarizer.models.protocol import Reply, Request
from summarizer.records import Verdict
from summarizer.writing.extraction import numbered
from summarizer.writing.grouping import Group
from summarizer.writing.selfcontained import points_back

WORDINGS = 3  # wordings of one fact shown to the model
TOKENS_PER_WORD = 3  # of the answer: words, JSON around them, and room to be wordy
LEAST_COVERED = 0.4  # of a fact's weight that a sentence must carry to stand for it
LEAST_WORDS = 4
NEXT = "\n- "
ENDINGS = tuple(".!?…。！？؟।\"”’'»)")


class SentenceWire(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str
    facts: list[int]


class SentencesWire(BaseModel):
    model_config = ConfigDict(extra="forbid")
    sentences: list[SentenceWire]


class RepairWire(BaseModel):
    model_config = ConfigDict(extra="forbid")
    number: int
    text: str


class RepairsWire(BaseModel):
    model_config = ConfigDict(extra="forbid")
    repairs: list[RepairWire]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence that the model wrote, the groups that it rests on, and what came of checking it."""

    text: str
    groups: tuple[Group, ...]
    evidence: tuple[Sentence, ...] = ()  # empty: it failed
    reasons: tuple[str, ...] = ()

    @property
    def hints(self) -> tuple[Sentence, ...]:
        """The sentences that its groups rest on."""
        return tuple(s for g in self.groups for m in g.members for s in m.sentences)


def ask_to_compose(prompt: Prompt, groups: Sequence[Group], length: int, question: str | None) -> Request:
    """The call that asks for about `length` words over these groups, which it sees as numbered facts."""
    facts = "\n".join(f"{number}: {_wordings(group)}" for number, group in enumerate(groups, 1))
    return prompt.request(
        numbered(SentencesWire, "SentenceWire", "facts", len(groups)),
        max_tokens=length * TOKENS_PER_WORD + 200,
        words=length,
        groups=facts,
        question=f"The brief answers this question: {question}" if question else "",
    )


def ask_to_repair(prompt: Prompt, failed: Sequence[Proposal]) -> Request:
    """The one call that asks for all failed sentences again, each with what is wrong with it."""
    parts = (
        f"Sentence {number}: {p.text}\nWrong: {'; '.join(p.reasons)}\n"
        f"Facts:\n- {NEXT.join(_wordings(g) for g in p.groups)}"
        for number, p in enumerate(failed, 1)
    )
    return prompt.request(
        numbered(RepairsWire, "RepairWire", "number", len(failed)),
        max_tokens=sum(len(words(p.text)) for p in failed) * TOKENS_PER_WORD + 200,
        sentences="\n\n".join(parts),
    )


def _wordings(group: Group) -> str:
    """A group as the model sees it: a few of its wordings, a line each, those of the model's own claims first."""
    texts = sorted(group.members, key=lambda m: m.written_by != "model")
    return "\n   also: ".join(list(dict.fromkeys(m.text for m in texts))[:WORDINGS])


def proposals(reply: Reply, groups: Sequence[Group]) -> tuple[Proposal, ...]:
    """The answer of the composing call, unchecked. A sentence without a known fact has no group."""
    try:
        wire = SentencesWire.model_validate(reply.content)
    except ValidationError:
        return ()
    by_number = dict(enumerate(groups, 1))
    return tuple(
        Proposal(" ".join(s.text.split()), tuple(by_number[n] for n in dict.fromkeys(s.facts) if n in by_number))
        for s in wire.sentences
    )


def repaired(reply: Reply, failed: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The failed proposals, with their new wording where one was given."""
    try:
        wire = RepairsWire.model_validate(reply.content)
    except ValidationError:
        return tuple(failed)
    new = {repair.number: " ".join(repair.text.split()) for repair in wire.repairs}
    return tuple(Proposal(new.get(number, p.text), p.groups) for number, p in enumerate(failed, 1))


class Assessor:
    """Holds proposals against the sources, and says which groups a sentence really stands for."""

    def __init__(self, anchors: Anchors, groups: Iterable[Group]) -> None:
        self._anchors = anchors
        self._said_in: dict[str, dict[str, Group]] = {}  # groups by sentence id, then by their own
        for group in groups:
            for sentence in (s for member in group.members for s in member.sentences):
                self._said_in.setdefault(sentence.id, {})[group.id] = group
        self._likeness = Likeness(s.text for s in anchors.sentences)

    def assess(self, proposal: Proposal, before: Proposal | None = None) -> Proposal:
        """The proposal with its evidence and the groups that it covers, or with the reasons why it fails.

        `before` is the sentence that it would follow: what "he" or "the agency" may point back to.
        """
        text = proposal.text
        if not one_whole_sentence(text):
            return Proposal(text, proposal.groups, reasons=("it is not one whole sentence",))
        evidence = self._anchors.find(text, proposal.hints)
        if not evidence:
            return Proposal(text, proposal.groups, reasons=self._reasons(text, proposal.hints))
        return self.grounded(proposal, evidence, before)

    def nearly(self, proposal: Proposal) -> tuple[Sentence, ...]:
        """The fewest sentences that bear out a failed proposal in all but its wording, which code cannot decide."""
        if not one_whole_sentence(proposal.text):
            return ()
        return self._anchors.find(proposal.text, proposal.hints, undecided)

    def verdict(self, text: str, evidence: Sequence[Sentence]) -> Verdict:
        """Code's verdict on `text` against these sentences taken together."""
        return self._anchors.verdict(text, evidence)

    def grounded(self, proposal: Proposal, evidence: tuple[Sentence, ...], before: Proposal | None) -> Proposal:
        """The proposal on this evidence, with the groups that it covers; or why it cannot stand there."""
        text = proposal.text
        touched = {name: group for s in evidence for name, group in self._said_in.get(s.id, {}).items()}
        covered = tuple(g for g in touched.values() if self._likeness.coverage(g.text, text) >= LEAST_COVERED)
        if points_back(text) and not _same_article(evidence, before):
            return Proposal(text, proposal.groups, reasons=("it points back to what the brief does not say before it",))
        if not covered:
            return Proposal(text, proposal.groups, reasons=("it says too little of its fact",))
        return Proposal(text, covered, evidence)

    def _reasons(self, text: str, hints: Sequence[Sentence]) -> tuple[str, ...]:
        if not hints:
            return ("it rests on no fact",)
        failed = [c for c in self._anchors.verdict(text, hints).checks if not c.ok]
        return tuple(f"{c.name}: {c.detail}" for c in failed) or ("no sentence of the sources bears it out",)


def one_whole_sentence(text: str) -> bool:
    return len(words(text)) >= LEAST_WORDS and text.endswith(ENDINGS) and len(boundaries(text)) == 1


def _same_article(evidence: Sequence[Sentence], before: Proposal | None) -> bool:
    """Whether the sentence before rests on the same article, so that its "he" can be the one meant."""
    return before is not None and bool({s.span.source for s in evidence} & {s.span.source for s in before.evidence})
