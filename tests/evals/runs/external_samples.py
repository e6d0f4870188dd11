"""What the articles of the ferry case say, and a brief of it as another system wrote it, read and shown."""

from pathlib import Path

from ferry_case import SOURCES

from summarizer.checking.briefs import span_fault
from summarizer.evals.cases.nouns import Case
from summarizer.evals.runs import external
from summarizer.output import json as briefs
from summarizer.records import Brief

Said = list[tuple[str, list[str]]]

STRUCK = "The ferry Sigrun struck the main pier at Orlund on Tuesday morning."
HURT = "Two passengers were taken to hospital with broken wrists."
POWER = "The harbour master, Ane Lund, said that the ferry had lost power."
CLOSED = "Orlund's main pier has been closed since the Sigrun ran into it on Tuesday."
ABOARD = "The ferry company said that 84 people were on board."
WEEKS = "Repairs will take six weeks, the town council said."


def read(folder: Path, case: Case, text: str, kind: str = ".md") -> Brief:
    path = folder / f"ferry{kind}"
    path.write_text(text, "utf-8")
    brief = external.read(path, case)
    assert briefs.loads(briefs.dumps(brief), "it") == brief
    return brief


def said(brief: Brief, case: Case) -> Said:
    """Each sentence with the words that it cites; every citation is exact, or its source is shown with a mark."""
    texts = {s.id: SOURCES[s.path] for s in brief.sources if s.path in case.source}
    return [
        (s.text, [c.quote if not span_fault(c, texts) else f"?{c.quote}" for c in s.citations]) for s in brief.sentences
    ]
