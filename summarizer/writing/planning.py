"""What a run with a model would cost, before a cent is spent: the very requests of the first step, counted, and a bound
on the two calls that follow. Nothing is sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.articles.tokens import Tokenizer, tokenizer
from summarizer.articles.topic import Topic
from summarizer.checking.anchoring import MOST_TOGETHER
from summarizer.checking.judging.judge import Case, questions_about
from summarizer.checking.judging.questions import Question, ask, usable
from summarizer.models import prompts
from summarizer.models.prices import price
from summarizer.models.protocol import Request
from summarizer.records import Verdict
from summarizer.settings import Settings
from summarizer.writing import extraction, extractive
from summarizer.writing.composition import ask_to_compose
from summarizer.writing.drafts import Draft
from summarizer.writing.grouping import group
from summarizer.writing.model import ROOM, chunks_of
from summarizer.writing.ranking import rank
from summarizer.writing.selection import select


@dataclass(frozen=True, slots=True)
class Step:
    """The calls of one step. `prompt_tokens` is counted, `completion_tokens` the most that they may answer."""

    name: str
    calls: int
    prompt_tokens: int
    completion_tokens: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a run. `cost_usd` is the most it can cost, None where a model's price is unknown."""

    model: str | None
    steps: tuple[Step, ...]
    exact: bool  # counted with the model's own vocabulary
    cost_usd: float | None
    judge: str | None = None

    def describe(self) -> str:
        """For a person: a line a step, a total, the price."""
        if self.model is None and self.judge is None:
            return "extractive writer: no calls, no tokens, no cost\n"
        rows = [*self.steps, self.total]
        about = "" if self.exact else "about "
        lines = [
            f"{s.name:<10} {s.calls:>4} calls  {about}{s.prompt_tokens:>8,} prompt tokens"
            f"  at most {s.completion_tokens:>8,} completion tokens"
            for s in rows
        ]
        cost = "unknown price" if self.cost_usd is None else f"at most ${self.cost_usd:.4f}"
        names = [self.model or "extractive writer", *([f"judge {self.judge}"] if self.judge else [])]
        return "\n".join(lines) + f"\n{', '.join(names)}: {cost}\n"

    @property
    def total(self) -> Step:
        return Step(
            "total",
            sum(s.calls for s in self.steps),
            sum(s.prompt_tokens for s in self.steps),
            sum(s.completion_tokens for s in self.steps),
        )


def plan(topic: Topic, settings: Settings) -> Plan:
    """The calls that `settings` would lead to over `topic`. Raises UsageError where a prompt cannot be used."""
    writing, judging = _writing(topic, settings), _judging(topic, settings)
    parts = [part for part in (writing, judging) if part]
    costs = [part.cost_usd for part in parts if part.total.calls]
    known = [cost for cost in costs if cost is not None]
    return Plan(
        settings.model if writing else None,
        tuple(step for part in parts for step in part.steps),
        all(part.exact for part in parts),
        sum(known) if len(known) == len(costs) else None,
        settings.judge_model,
    )


def _writing(topic: Topic, settings: Settings) -> Plan | None:
    if not settings.uses_model:
        return None
    tokens = tokenizer(settings.model)
    load = {name: prompts.load(name, settings.prompts) for name in ("extract", "compose", "repair")}
    reading = [extraction.request(load["extract"], part, settings.question) for part in chunks_of(topic, settings)]
    ranked = rank(group(extractive.claims(topic), topic), topic, settings.question)
    facts = select(ranked, int(settings.words * ROOM))
    composing = ask_to_compose(load["compose"], facts, settings.words, settings.question)
    # The repair sees at most every composed sentence once more, each with its facts.
    repair = Step("repair", 1, _prompt_tokens([composing], tokens) + composing.max_tokens, composing.max_tokens)
    steps = (_step("extract", reading, tokens), _step("compose", [composing], tokens), repair)
    return _priced(settings.model or "", settings.base_url, steps)


def _judging(topic: Topic, settings: Settings) -> Plan | None:
    """The judge's questions: exactly those about the extractive brief, or a bound on those about a model's."""
    if settings.judge_model is None:
        return None
    tokens = tokenizer(settings.judge_model)
    prompt = usable(prompts.load("judge", settings.prompts))
    ranked = rank(group(extractive.claims(topic), topic), topic, settings.question)
    room = int(settings.words * ROOM) if settings.uses_model else settings.words
    drafts = extractive.compose(topic, ranked, room).drafts
    asked = [ask(prompt, question) for draft in drafts for question in _asked(draft, topic, not settings.uses_model)]
    if settings.uses_model and asked:
        # A model's sentence may rest on so many sources; each as much of itself as in the longest question.
        asked = [max(asked, key=lambda r: len(r.user))] * (len(drafts) * MOST_TOGETHER)
    return _priced(settings.judge_model, settings.judge_base_url or settings.base_url, (_step("judge", asked, tokens),))


def _asked(draft: Draft, topic: Topic, as_it_stands: bool) -> list[Question]:
    """What the judge would be asked about a draft; unless `as_it_stands`, as if a model had worded it."""
    texts = {article.id: article.text for article in topic.articles}
    days = {article.id: article.published for article in topic.articles}
    verdict = Verdict(status="supported" if as_it_stands else "partial")
    return questions_about(Case(draft.text, tuple(map(topic.cite, draft.spans)), verdict), texts, days)


def _priced(model: str, endpoint: str | None, steps: tuple[Step, ...]) -> Plan:
    exact = tokenizer(model).exact
    total = Plan(model, steps, exact, None).total
    return Plan(model, steps, exact, price(model, total.prompt_tokens, total.completion_tokens, endpoint))


def _step(name: str, requests: Sequence[Request], tokens: Tokenizer) -> Step:
    return Step(name, len(requests), _prompt_tokens(requests, tokens), sum(r.max_tokens for r in requests))


def _prompt_tokens(requests: Sequence[Request], tokens: Tokenizer) -> int:
    return sum(tokens.count(r.system) + tokens.count(r.user) for r in requests)
