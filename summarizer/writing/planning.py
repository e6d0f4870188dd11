"""What a run with a model would cost, before a cent is spent: the very requests of the first step, counted, and a bound
on the two calls that follow. Nothing is sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.articles.tokens import Tokenizer, tokenizer
from summarizer.articles.topic import Topic
from summarizer.models import prompts
from summarizer.models.prices import price
from summarizer.models.protocol import Request
from summarizer.settings import Settings
from summarizer.writing import extraction, extractive
from summarizer.writing.composition import ask_to_compose
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
    """The steps of a run. `cost_usd` is the most it can cost, None where the model's price is unknown."""

    model: str | None
    steps: tuple[Step, ...]
    exact: bool  # counted with the model's own vocabulary
    cost_usd: float | None

    def describe(self) -> str:
        """For a person: a line a step, a total, the price."""
        if self.model is None:
            return "extractive writer: no calls, no tokens, no cost\n"
        rows = [*self.steps, self.total]
        about = "" if self.exact else "about "
        lines = [
            f"{s.name:<10} {s.calls:>4} calls  {about}{s.prompt_tokens:>8,} prompt tokens"
            f"  at most {s.completion_tokens:>8,} completion tokens"
            for s in rows
        ]
        cost = "unknown price" if self.cost_usd is None else f"at most ${self.cost_usd:.4f}"
        return "\n".join(lines) + f"\n{self.model}: {cost}\n"

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
    if not settings.uses_model:
        return Plan(None, (), True, 0.0)
    tokens = tokenizer(settings.model)
    load = {name: prompts.load(name, settings.prompts) for name in ("extract", "compose", "repair")}
    reading = [extraction.request(load["extract"], part, settings.question) for part in chunks_of(topic, settings)]
    ranked = rank(group(extractive.claims(topic), topic), topic, settings.question)
    facts = select(ranked, int(settings.words * ROOM))
    composing = ask_to_compose(load["compose"], facts, settings.words, settings.question)
    # The repair sees at most every composed sentence once more, each with its facts.
    repair = Step("repair", 1, _prompt_tokens([composing], tokens) + composing.max_tokens, composing.max_tokens)
    steps = (_step("extract", reading, tokens), _step("compose", [composing], tokens), repair)
    total = Plan(settings.model, steps, tokens.exact, None).total
    cost = price(settings.model or "", total.prompt_tokens, total.completion_tokens, settings.base_url)
    return Plan(settings.model, steps, tokens.exact, cost)


def _step(name: str, requests: Sequence[Request], tokens: Tokenizer) -> Step:
    return Step(name, len(requests), _prompt_tokens(requests, tokens), sum(r.max_tokens for r in requests))


def _prompt_tokens(requests: Sequence[Request], tokens: Tokenizer) -> int:
    return sum(tokens.count(r.system) + tokens.count(r.user) for r in requests)
