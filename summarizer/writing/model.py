"""The model writer: the same pipeline with a language model's words, and the extractive writer behind every sentence.

At most three calls in a row, however many articles there are: all chunks side by side, one composition, one repair. A
call that fails costs wording, never facts: what it was for is taken as it stands in the sources.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from summarizer.articles.chunks import chunk
from summarizer.articles.nouns import Chunk, Claim
from summarizer.articles.tokens import tokenizer
from summarizer.articles.topic import Topic
from summarizer.checking.anchoring import Anchors
from summarizer.checking.judging.judge import Judge
from summarizer.errors import ModelError
from summarizer.models import prompts
from summarizer.models.caller import Answer, Caller
from summarizer.models.prompts import Prompt
from summarizer.models.protocol import Model, Reply, Request
from summarizer.progress import Progress
from summarizer.records import Engine, PromptUsed, Usage
from summarizer.settings import Settings
from summarizer.writing import composition as composing
from summarizer.writing import extraction, extractive
from summarizer.writing.composition import Assessor, Proposal
from summarizer.writing.drafts import Composition
from summarizer.writing.grouping import Group
from summarizer.writing.ordering import order
from summarizer.writing.reconsidering import reconsider
from summarizer.writing.selection import select
from summarizer.writing.settling import settle

ROOM = 1.3  # facts shown to the model, in words, over the words asked for: it shortens, and may choose
PROMPTS = ("extract", "compose", "repair")


class ModelWriter:
    """Words from `caller`'s model. Raises UsageError at once where a prompt cannot be used."""

    def __init__(self, caller: Caller, settings: Settings, progress: Progress, judge: Judge | None = None) -> None:
        self._judge = judge
        self._caller = caller
        self._settings = settings
        self._progress = progress
        self._prompts = own_prompts(settings)
        self._warnings: list[str] = []

    def claims(self, topic: Topic) -> tuple[Claim, ...]:
        """Every sentence as it stands, and the model's claims beside them: shorter, joined, with pronouns resolved."""
        chunks = chunks_of(topic, self._settings)
        prompt = self._prompts["extract"]
        requests = [extraction.request(prompt, part, self._settings.question) for part in chunks]
        anchors = extraction.own_anchors(topic)
        found: dict[int, tuple[Claim, ...]] = {}  # by the place of the chunk
        stage = "reading with the model"

        def heard(place: int, reply: Answer) -> None:
            part = chunks[place]
            found[place] = extraction.claims(reply, part, anchors[part.source]) if isinstance(reply, Reply) else ()
            for claim in found[place]:
                self._progress(stage, len(found) - 1, len(chunks), claim.text)

        self._progress(stage, 0, len(chunks))
        replies = self._caller.all(requests, partial(self._progress, stage), heard)
        failed: dict[str, list[str]] = {}  # paths by the reason why
        for part, reply in zip(chunks, replies, strict=True):
            if not isinstance(reply, Reply):
                failed.setdefault(str(reply), []).append(topic.article[part.source].path)
        for reason, paths in failed.items():
            self._warnings.append(f"{', '.join(dict.fromkeys(paths))}: in part taken as it stands; {reason}")
        return (*extractive.claims(topic), *(claim for place in sorted(found) for claim in found[place]))

    def compose(self, topic: Topic, ranked: Sequence[Group], words: int) -> Composition:
        """The model's sentences where they hold, the sources' own where they do not."""
        facts = order(select(ranked, int(words * ROOM)), topic)
        assessor = Assessor(Anchors(topic.body, {a.id: a.published for a in topic.articles}), ranked)
        proposals = self._proposals(assessor, facts, words) if facts else ()
        if self._judge:
            proposals = reconsider(proposals, self._judge, assessor, topic)
        drafts, withheld = settle(topic, ranked, proposals, words)
        made_by = engine(self._caller.model, self._prompts)
        return Composition(drafts, withheld, made_by, tuple(self._warnings), self._usage())

    def _proposals(self, assessor: Assessor, facts: Sequence[Group], words: int) -> tuple[Proposal, ...]:
        """What the model wrote, assessed; what failed is asked for once more and stands in its place."""
        ask = composing.ask_to_compose(self._prompts["compose"], facts, words, self._settings.question)
        reply = self._ask(ask, "composing")
        if reply is None:
            return ()
        assessed = _assess(assessor, composing.proposals(reply, facts))
        for sound in (p for p in assessed if p.evidence):
            self._progress("composing", 1, 1, sound.text)
        failed = [p for p in assessed if not p.evidence]
        again = self._ask(composing.ask_to_repair(self._prompts["repair"], failed), "repairing") if failed else None
        if again is None:
            return tuple(assessed)
        mended = iter(composing.repaired(again, failed))
        return tuple(_assess(assessor, [p if p.evidence else next(mended) for p in assessed]))

    def _ask(self, request: Request, stage: str) -> Reply | None:
        """One call; a failed one is named in the brief."""
        self._progress(stage, 0, 1)
        [reply] = self._caller.all([request])
        self._progress(stage, 1, 1)
        if isinstance(reply, ModelError):
            self._warnings.append(f"{stage} failed, so that sentences stand as the sources have them; {reply}")
            return None
        return reply

    def _usage(self) -> Usage:
        from summarizer.models.prices import price

        usage, model = self._caller.usage, self._caller.model
        cost = price(model.name, usage.prompt_tokens, usage.completion_tokens, model.endpoint)
        return replace(usage, cost_usd=cost)


def own_prompts(settings: Settings) -> dict[str, Prompt]:
    """The prompts of this writer by name. Raises UsageError where one cannot be used."""
    return {name: prompts.load(name, settings.prompts) for name in PROMPTS}


def engine(model: Model, used: Mapping[str, Prompt]) -> Engine:
    """What a brief by `model` says of its making."""
    stated = {name: PromptUsed(version=prompt.version, sha256=prompt.sha256) for name, prompt in used.items()}
    return Engine(writer="model", model=model.name, endpoint=model.endpoint, prompts=stated)


def _assess(assessor: Assessor, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Each proposal held against the sources, in the order in which they would be read."""
    assessed: list[Proposal] = []
    for proposal in proposals:
        assessed.append(assessor.assess(proposal, assessed[-1] if assessed else None))
    return assessed


def chunks_of(topic: Topic, settings: Settings) -> tuple[Chunk, ...]:
    """The chunks of all articles, each within the settings' token budget."""
    count = tokenizer(settings.model).count
    by_source = ([s for s in topic.body if s.span.source == a.id] for a in topic.articles)
    return tuple(part for body in by_source for part in chunk(body, settings.chunk_tokens, count))
