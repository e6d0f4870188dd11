"""Where a thing stands in the sources, and how much of that the brief cites."""

from collections.abc import Iterator

from summarizer.evals.cases.nouns import Place, Support
from summarizer.evals.reports.nouns import Result
from summarizer.evals.scoring.facts import copies
from summarizer.evals.scoring.nouns import Subject
from summarizer.output.facts import quoted
from summarizer.output.safe import line


def where(text: str, file: str, start: int, end: int) -> str:
    """herald.txt:5 [196:234]: the line, from 1, and the code points."""
    return f"{file}:{text.count(chr(10), 0, start) + 1} [{start}:{end}]"


def support(result: Result, groups: Support) -> Iterator[str]:
    """Each place with the share of it that is cited, and by which sentences; a copy of it stands under it."""
    given = {place for group in groups for place in group}
    for number, group in enumerate(groups, 1):
        if len(groups) > 1:
            together = f", all {len(group)} places are needed" if len(group) > 1 else ""
            yield f"  {'or, ' if number > 1 else ''}support {number}{together}"
        for place in group:
            for same in (p for p in copies(result.case, place) if p == place or p not in given):
                kin = f", the same in a copy of {place.file}" if same is not place else ""
                text = result.case.source[same.file].text
                yield f"    {where(text, same.file, same.start, same.end)} {line(quoted(same.quote))}{kin}"
                yield f"      {_cited(result.subject, same)}"


def _cited(subject: Subject | None, place: Place) -> str:
    if subject is None:
        return "there is no brief that could cite it"
    length = place.end - place.start
    share = len(subject.cited.get(place.file, set()).intersection(range(place.start, place.end))) / length
    ids = [
        line(sentence.id)
        for sentence, pieces in zip(subject.brief.sentences, subject.pieces, strict=True)
        if any(p.file == place.file and p.citation.start < place.end and place.start < p.citation.end for p in pieces)
    ]
    return f"{share:.0%} of it is cited, by {', '.join(ids)}" if ids else "nothing of it is cited"
