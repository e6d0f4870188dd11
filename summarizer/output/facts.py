"""The short phrases in which a page states a fact: counts, dates, verdicts, costs. Words only, no layout."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from summarizer.checking.judging.rules import JUDGE, overruled
from summarizer.output.safe import line
from summarizer.records import Brief, BriefSentence, Origin, Source, Status, Usage

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


def support(files: int, origins: int) -> str:
    """How many independent voices stand behind a statement; empty where each file is one, or nobody counted."""
    return f"{count(files, 'file')}, {count(origins, 'origin')}" if 0 < origins < files else ""


def more(number: int) -> str:
    """What a page leaves out of a list for its length."""
    return f"and {count(number, 'more statement')}, in the JSON form of this brief" if number > 0 else ""


def summary(brief: Brief) -> str:
    """What the reader has before him: how much was read, how much of it is independent, how much of the brief holds."""
    files = len(brief.sources)
    origins = len(brief.origins) or len({s.origin for s in brief.sources if s.origin})
    read = support(files, origins) or count(files, "file")
    return f"{read} · {verdicts(brief.sentences)}" if brief.sentences else read


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
