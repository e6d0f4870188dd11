"""A checked brief put before the judge, and what the brief then says of that: verdicts, warnings, figures, cost."""

from collections.abc import Mapping
from dataclasses import replace

from summarizer.checking.judging.judge import Case, Judge
from summarizer.records import Brief, PromptUsed, Usage


def judged(brief: Brief, texts: Mapping[str, str], judge: Judge) -> Brief:
    """`brief`, whose verdicts are code's, with the judge's. Raises ModelUnavailable where no call can succeed."""
    days = {source.id: source.published for source in brief.sources}
    cases = [Case(s.text, s.citations, s.verdict) for s in brief.sentences]
    verdicts = judge.judge_all(cases, {s: text for s, text in texts.items() if s in days}, days)
    return replace(
        brief,
        sentences=tuple(replace(s, verdict=v) for s, v in zip(brief.sentences, verdicts, strict=True)),
    )


def credited(brief: Brief, judge: Judge) -> Brief:
    """`brief` with who judged it and by which prompt, what its warnings are and what it took."""
    engine = brief.engine
    if engine:
        used = PromptUsed(version=judge.prompt.version, sha256=judge.prompt.sha256)
        named = {"judge": judge.name, "judge_figures": judge.standing.figures, "judge_decides": judge.standing.decides}
        engine = replace(engine, prompts={**engine.prompts, "judge": used}, settings={**engine.settings, **named})
    return replace(
        brief, engine=engine, warnings=(*brief.warnings, *judge.warnings), usage=together(brief.usage, judge.usage)
    )


def together(writing: Usage, judging: Usage) -> Usage:
    """Both bills as one. The cost is unknown where either's is; what made no call costs nothing."""
    paid = [usage for usage in (writing, judging) if usage.calls]
    costs = [usage.cost_usd for usage in paid]
    known = [cost for cost in costs if cost is not None]
    counts = ("calls", "failed_calls", "cached_calls", "prompt_tokens", "completion_tokens")
    return replace(
        writing,
        **{name: getattr(writing, name) + getattr(judging, name) for name in counts},
        cost_usd=sum(known) if paid and len(known) == len(costs) else writing.cost_usd if not paid else None,
    )
