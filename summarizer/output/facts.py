"""The short phrases in which a page states a fact: counts, dates, verdicts, costs. Words only, no layout."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from summarizer.checking.copies import alarm
from summarizer.checking.judging.rules import JUDGE, overruled
from summarizer.checking.numbers import quantities
from summarizer.output.safe import line
from summarizer.records import Brief, BriefSentence, Citation, Disagreement, Origin, Position, Source, Status, Usage

# Not the locale's names: the same brief is the same page everywhere.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

DISAGREEMENT = {
    "conflict": "the same question, different answers",
    "attributed": "different speakers, different answers",
    "update": "a later answer replaces an earlier one",
    "scope": "different things are counted",
}


def count(number: int, noun: str) -> str:
    """1 file, 2 files, 1,200 files."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def day(when: date) -> str:
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def quoted(text: str) -> str:
    """In quotation marks that it does not hold itself, so that nobody mistakes where it begins and ends."""
    return f"«{text}»" if "“" in text or "”" in text else f"“{text}”"


def support(files: int, origins: int, upstream: str | None = None) -> str:
    """How many independent voices stand behind a statement; empty where each file is one, or nobody counted.

    What rests on one statement upstream is said once, however many origins repeat it; of one origin that goes without
    saying.
    """
    parts = [count(files, "file"), count(origins, "origin")] if 0 < origins < files else []
    return ", ".join([*parts, f"one statement: {line(upstream)}"] if upstream and origins != 1 else parts)


def standing(sentence: BriefSentence, origins: int) -> str:
    """`support` for a sentence of a brief with so many origins: a single source is a mark where there are others."""
    files = len({citation.source for citation in sentence.citations})
    alone = "single source" if files == sentence.origins == 1 < origins else ""
    return support(files, sentence.origins, sentence.upstream) or alone


def alarms(origins: Sequence[Origin]) -> list[tuple[str, tuple[Citation, ...]]]:
    """What copies of one text say differently, each with its two places."""
    return [(line(alarm(found)), found.citations) for origin in origins for found in origin.differences]


def more(number: int) -> str:
    """What a page leaves out of a list for its length."""
    return f"and {count(number, 'more statement')}, in the JSON form of this brief" if number > 0 else ""


def summary(brief: Brief) -> str:
    """What the reader has before him: how much was read, how much of it is independent, how much of the brief holds."""
    files, number = len(brief.sources), origins(brief)
    read = support(files, number) or count(files, "file")
    parts = [read, verdicts(brief.sentences), singles(brief.sentences, number)] if brief.sentences else [read]
    return " · ".join(part for part in parts if part)


def origins(brief: Brief) -> int:
    """How many independent origins were read; 0 where nobody counted."""
    return len(brief.origins) or len({s.origin for s in brief.sources if s.origin})


def singles(sentences: Sequence[BriefSentence], others: int) -> str:
    """How much of the brief only one origin says; empty where there is no other origin."""
    number = sum(s.origins == 1 for s in sentences) if others > 1 else 0
    return f"{number} from a single origin" if number else ""


def verdicts(sentences: Sequence[BriefSentence]) -> str:
    """All 12 sentences supported; or 10 of 12 sentences supported, 1 partial, 1 unchecked."""
    number = len(sentences)
    found = Counter(status(s) for s in sentences)
    if found["supported"] == number:
        return f"all {count(number, 'sentence')} supported" if number > 1 else "1 sentence, supported"
    rest = [f"{found[s]} {s}" for s in ("partial", "unsupported", "contradicted", "unchecked") if found[s]]
    return ", ".join([f"{found['supported']} of {count(number, 'sentence')} supported", *rest])


def status(sentence: BriefSentence) -> Status:
    """The verdict as a page shows it: without a citation there is nothing that could support a sentence."""
    return sentence.verdict.status if sentence.citations else "unsupported"


def flag(sentence: BriefSentence) -> str:
    """Why a sentence should not be relied on as it stands; empty for one that code supports."""
    verdict = sentence.verdict
    if not sentence.citations:
        return "unsupported: no source is cited"
    if verdict.status == "supported":
        said = [check.detail for check in verdict.checks if check.name == JUDGE and overruled(verdict)]
        return line(f"on the word of a model: {'; '.join(said)}") if said else ""
    reasons = [check.detail or f"the {check.name} check fails" for check in verdict.checks if not check.ok]
    return line(f"{verdict.status}: {'; '.join(reasons)}") if reasons else verdict.status


def disputed(disagreements: Sequence[Disagreement]) -> dict[str, str]:
    """By sentence id, where other sources answer otherwise. Different things counted are no disagreement."""
    touched: dict[str, list[str]] = {}
    for disagreement in disagreements:
        for sentence in disagreement.sentences if disagreement.kind != "scope" else ():
            touched.setdefault(sentence, []).append(line(disagreement.id))
    return {sentence: f"sources disagree: {', '.join(ids)}" for sentence, ids in touched.items()}


def figure(value: str) -> str:
    """What makes two answers one to a reader: the figure, whatever bound or rounding stands with it; else the words."""
    figures = quantities(value)
    whole = figures and not value[figures[-1].end :].strip()  # "ten", not "sent 400 troops"
    return str(figures[0].value) if whole else value.casefold()


def voice(position: Position, value: str, about: str) -> str:
    """Who says it and as of when, and his own wording where it is another than `value`."""
    counts = position.counts or ""
    whole = f"{position.value} {counts}" if counts and counts.casefold() not in about.casefold() else position.value
    wording = "" if whole == value else whole
    who = ", ".join(part for part in (position.said_by, position.as_of and day(position.as_of)) if part)
    return f"{who} ({wording})" if who and wording else who or wording


def source(about: Source) -> str:
    """Outlet, agencies, date: what is known of them."""
    agencies = [agency for agency in about.agencies if agency != about.outlet]
    parts = [about.outlet, f"with {', '.join(agencies)}" if agencies else None]
    parts.append(day(about.published) if about.published else None)
    return line(", ".join(part for part in parts if part))


def origin(source_id: str, origins: Sequence[Origin]) -> str:
    """Which other sources are the same voice as this one, and why; empty where it stands alone."""
    for one in origins:
        others = [s for s in one.sources if s != source_id]
        if source_id in one.sources and others:
            reason = f": {one.reason}" if one.reason else ""
            return line(f"one origin with {', '.join(others)}{reason}")
    return ""


def engine(brief: Brief) -> str:
    """Who wrote it, how long it is, what was checked, what it took."""
    words = sum(len(s.text.split()) for s in brief.sentences)
    parts = [_writer(brief), count(words, "word"), _checked(brief), *_usage(brief)]
    return line(" · ".join(part for part in parts if part))


def _writer(brief: Brief) -> str:
    if brief.engine is None:
        return "Written by another program"
    if brief.engine.writer == "extractive":
        return "Extractive writer"
    worded = sum(sentence.written_by == "model" for sentence in brief.sentences)
    share = f", {worded} of {count(len(brief.sentences), 'sentence')} in its words" if brief.sentences else ""
    return f"Model writer ({brief.engine.model or 'unnamed'}{share})"


def _checked(brief: Brief) -> str:
    checked = sum(1 for s in brief.sentences if s.verdict.status != "unchecked")
    by = sorted({name for s in brief.sentences for name in s.verdict.by if s.verdict.status != "unchecked"})
    how = f" by {' and '.join(by)}" if by else ""
    return f"{checked} of {count(len(brief.sentences), 'sentence')} checked{how}" if brief.sentences else ""


def _usage(brief: Brief) -> list[str]:
    usage = brief.usage
    if not usage.calls and not usage.cached_calls and not usage.failed_calls:
        return ["no model calls"] if brief.engine else []
    return _bill(usage)


def calls(usage: Usage) -> str:
    """12 calls, 3,400 tokens read, 210 written, $0.0021."""
    return ", ".join(_bill(usage))


def _bill(usage: Usage) -> list[str]:
    kept = f", {usage.cached_calls:,} from the cache" if usage.cached_calls else ""
    failed = f", {usage.failed_calls:,} failed" if usage.failed_calls else ""
    tokens = f"{usage.prompt_tokens:,} tokens read, {usage.completion_tokens:,} written"
    return [f"{count(usage.calls, 'call')}{kept}{failed}", tokens, cost(usage.cost_usd)]


def cost(usd: float | None) -> str:
    """US dollars; a price that nobody knows is not zero, nor is one too small to print."""
    if usd is None:
        return "cost unknown"
    if 0 < usd < 0.0001:
        return "under $0.0001"
    return f"${usd:.2f}" if usd >= 1 or usd == 0 else f"${usd:.4f}"
