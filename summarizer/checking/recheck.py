"""A brief held against its source files once more: by path or by hash, unchanged or not, and then every check again.

Nothing that the brief says of itself is believed: not its verdicts, not its quotes, not its counts. It may have been
edited by hand or written by another program.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.checking.bookkeeping import corrected, discrepancies
from summarizer.checking.briefs import check_brief, problems
from summarizer.checking.judging.rules import unrepeated
from summarizer.checking.sources import source_texts
from summarizer.records import Brief, Usage

if TYPE_CHECKING:
    from summarizer.checking.judging.judge import Judge

NO_CALLS = Usage()


@dataclass(frozen=True, slots=True)
class Report:
    """What held and what did not. `brief` has the fresh verdicts; `problems` is empty where all holds."""

    brief: Brief
    problems: tuple[str, ...]
    warnings: tuple[str, ...] = ()  # of the judge, where one was asked
    usage: Usage = NO_CALLS  # what its calls took

    def describe(self) -> str:
        """For a person: one line a problem, or one line that says what was checked."""
        citations = sum(len(s.citations) for s in self.brief.sentences)
        counts = f"{len(self.brief.sentences)} sentences, {citations} citations, {len(self.brief.sources)} sources"
        if not self.problems:
            return f"{counts}: every hash, span and quote is exact, every sentence is borne out\n"
        return "".join(f"{line}\n" for line in self.problems) + f"{counts}: {len(self.problems)} do not hold\n"


def recheck(brief: Brief, beside: Path, root: Path | None = None, judge: "Judge | None" = None) -> Report:
    """Reads the sources of `brief` and checks every sentence afresh, by code and then by `judge` where there is one.

    A source's path is relative to where the command runs, else to `root`, else to `beside`, the folder that the brief
    lies in; with a `root`, a source that has moved is found below it by its hash.
    """
    texts, lost = source_texts(brief, beside, root)
    fresh = check_brief(brief, texts)
    if judge:
        from summarizer.checking.judging.briefs import judged

        fresh = judged(fresh, texts, judge)
    fresh = _unrepeated(brief, fresh)
    found = (*lost, *problems(fresh, texts), *discrepancies(brief, texts))
    fresh = corrected(fresh, texts) if not lost else fresh
    return Report(fresh, found, judge.warnings, judge.usage) if judge else Report(fresh, found)


def _unrepeated(stated: Brief, fresh: Brief) -> Brief:
    """`fresh`, in which a verdict that `stated` has from a judge is marked where no judge has given it again."""
    pairs = zip(stated.sentences, fresh.sentences, strict=True)
    sentences = (replace(new, verdict=unrepeated(old.verdict, new.verdict)) for old, new in pairs)
    return replace(fresh, sentences=tuple(sentences))
