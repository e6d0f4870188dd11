"""Is a case fit to judge by? What `reading` cannot see: that its parts fit together, and that each of them can fail.

A case that is wrong makes good briefs look bad, and nobody looks there. So a case is held to its sources as a brief is:
its anchors, its wordings and its patterns are tried before they are used. Nothing here knows a brief.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.articles.sentences import boundaries
from summarizer.evals.cases import patterns
from summarizer.evals.cases.nouns import MUST, Answer, Case, Fact, Negative, Place, Question, Support
from summarizer.evals.cases.reading import Fault, examine
from summarizer.evals.scoring.disagreements import TRAP, holds
from summarizer.evals.scoring.figures import holds_name, holds_number
from summarizer.evals.scoring.invariants import MOST
from summarizer.evals.scoring.matching import Vocabulary, says

SHOWN = 70  # code points of a sentence in a message
Found = Iterator[tuple[int, str]]  # line, reason


def lint(path: Path) -> tuple[Case | None, list[Fault]]:
    """The case in `path` and every fault of it, in the order of the file's lines."""
    case, faults = examine(path)
    if case is None:
        return None, faults
    # What cannot be read has been said; all that was quoted from it would be said to be missing.
    rules = RULES if all(source.text for source in case.sources) else (_ids, _sources)
    found = [fault for rule in rules for fault in rule(case)]
    return case, sorted([*faults, *(Fault(path, line, reason) for line, reason in found)], key=lambda f: f.line)


def twins(cases: Iterable[Case]) -> list[Fault]:
    """A fault for every case whose id another one before it has."""
    first: dict[str, Case] = {}
    found = []
    for case in cases:
        if first.setdefault(case.id, case) is not case:
            found.append(Fault(case.path, 1, f"has the id {case.id} of {first[case.id].path}"))
    return found


def _ids(case: Case) -> Found:
    named = [(p.id, p.line) for part in (case.facts, case.disagreements, case.must_not) for p in part]
    yield from _twice(named, "id")
    yield from _twice([(s.file, s.line) for s in case.sources], "file")


def _twice(named: list[tuple[str, int]], kind: str) -> Found:
    counts = Counter(name for name, _ in named)
    seen: set[str] = set()
    for name, line in named:
        if name in seen:
            yield line, f"{kind} {name} is given {counts[name]} times"
        seen.add(name)


def _sources(case: Case) -> Found:
    listed = {s.file for s in case.sources}
    if case.folder.is_dir():
        stray = sorted(p.name for p in case.folder.iterdir() if p.name not in listed and not p.name.startswith("."))
        yield from ((1, f"sources/{name} is not among the sources, and a run would read it") for name in stray)
    for source in case.sources:
        twin = case.source.get(source.duplicate_of or "")
        if source.duplicate_of is None:
            continue
        if twin is None or twin.file == source.file:
            yield source.line, f"{source.file} is a duplicate of {source.duplicate_of}, which is no other source"
        elif twin.duplicate_of:
            yield source.line, f"{source.file} is a duplicate of {twin.file}, a duplicate itself; name the original"
        elif twin.relevant != source.relevant:
            yield source.line, f"of {source.file} and its original {twin.file} only one is relevant"
    if not any(s.relevant and not s.duplicate_of for s in case.sources):
        yield 1, "has no relevant source"


def _supports(case: Case) -> Found:
    for fact in case.facts:
        yield from _support(case, fact.id, fact.line, fact.support)
    for question in case.disagreements:
        for answer in question.values if question.kind != TRAP else ():
            yield from _support(case, f"{question.id} “{answer.value}”", answer.line, answer.support)


def _support(case: Case, name: str, line: int, support: Support) -> Found:
    """What says it has to be about this event, and to say it by itself."""
    known = [[case.source[p.file] for p in group if p.file in case.source] for group in support]
    for source in dict.fromkeys(s.file for group in known for s in group if not s.relevant):
        yield line, f"{name}: {source} is about another event and cannot support it"
    if known and all(any(s.duplicate_of for s in group) for group in known):
        yield line, f"{name}: only duplicates support it; quote the original too"


def _anchors(case: Case) -> Found:
    for fact in case.facts:
        told = [_quoted(group) for group in fact.support]
        if not told or any(_foreign(case, group) for group in fact.support):
            continue  # what another language writes for a name or a figure is not known
        for number in fact.anchors.numbers:
            if not any(holds_number(number, text) for text in told):
                yield fact.line, f"{fact.id}: the figure {number} is not in its own support"
        for name in fact.anchors.names:
            if not any(holds_name(name, text) for text in told):
                yield fact.line, f"{fact.id}: the name {name} is not in its own support"


def _foreign(case: Case, group: Iterable[Place]) -> bool:
    """Whether a group is quoted from a source in another language than the case's."""
    known = (case.source[p.file].language for p in group if p.file in case.source)
    return any(language not in (None, case.language) for language in known)


def _quoted(group: Iterable[Place]) -> str:
    return "\n".join(p.quote for p in group)


def _wordings(case: Case) -> Found:
    """Every wording of a fact has to be found as what it is."""
    vocabulary = Vocabulary.of(case)
    for fact in case.facts:
        for wording in (fact.text, *fact.accept):
            said = says(wording, fact.anchors, (wording,), vocabulary)
            lost = [n for n in fact.anchors.numbers if not holds_number(n, wording)]
            lost += [n for n in fact.anchors.names if not holds_name(n, wording)]
            if lost:
                which = "own text" if wording == fact.text else f"wording “{wording}”"
                yield fact.line, f"{fact.id}: its {which} lacks its anchor {', '.join(lost)}"
            elif said.degree < 1:
                yield fact.line, f"{fact.id}: its own wording “{wording}” is not taken for it: {said.reason}"


def _reach(case: Case) -> Found:
    """All that must be there has to fit the length asked for, in the shortest words that say it."""
    must = [f for f in case.facts if f.importance == MUST]
    shortest = {f.id: _words(f) for f in must}
    for fact in must:
        if shortest[fact.id] > MOST * case.words:
            yield fact.line, f"{fact.id} must be there and takes {shortest[fact.id]} words of {case.words}"
    if sum(shortest.values()) > MOST * case.words:
        yield 1, f"what must be there takes {sum(shortest.values())} words, {case.words} are asked for"


def _words(fact: Fact) -> int:
    """The words of the shortest way to say a fact."""
    ways = [fact.text, *fact.accept, *(_quoted(group) for group in fact.support)]
    return min(len(way.split()) for way in ways)


def _questions(case: Case) -> Found:
    for question in case.disagreements:
        values = [a.value for a in question.values]
        yield from _twice([(a.value, a.line) for a in question.values], f"{question.id}: answer")
        if question.prefer is not None and question.prefer not in values:
            yield question.line, f"{question.id} prefers {question.prefer}, which is none of its answers"
        if question.prefer is not None and question.kind != "update":
            yield question.line, f"{question.id} prefers an answer; only an update has one that stands"
        for answer in question.values:
            yield from _answer(case, question, answer)


def _answer(case: Case, question: Question, answer: Answer) -> Found:
    vocabulary = Vocabulary.of(case)
    if not answer.support or any(_foreign(case, group) for group in answer.support):
        return  # where none of it could be found, that has been said
    told = [_quoted(group) for group in answer.support]
    if not any(holds(form, text, vocabulary) for form in (answer.value, *answer.accept) for text in told):
        yield answer.line, f"{question.id}: the answer “{answer.value}” is not in its own support, in any of its forms"


def _negatives(case: Case) -> Found:
    for negative in case.must_not:
        if not any(patterns.fault(p) for p in (negative.pattern, negative.unless_near or "")):  # else `reading` says so
            yield from _negative(case, negative)


def _negative(case: Case, negative: Negative) -> Found:
    line, id = negative.line, negative.id
    if not re.search(negative.pattern, negative.text, re.IGNORECASE):
        yield line, f"{id}: its pattern does not find its own text{_escaped(negative.pattern)}"
    for name in negative.planted_in:
        if name not in case.source:
            yield line, f"{id}: {name} is not among the sources"
    for source in case.sources:
        texts = (source.text[a:b] for a, b in boundaries(source.text))
        hit = next((text for text in texts if case.broken_by(negative, text)), None)
        planted = source.file in negative.planted_in
        if hit is not None and not planted:
            yield (
                line,
                f"{id}: {source.file} says so too: “{hit[:SHOWN]}”; name it in planted_in, or narrow the pattern",
            )
        if hit is None and planted:
            yield line, f"{id}: {source.file} does not say so, though it is planted there"
    for fact in case.facts if negative.severity == "blocker" else ():
        for wording in (fact.text, *fact.accept):
            if case.broken_by(negative, wording):
                yield line, f"{id} forbids what {fact.id} asks for: “{wording[:SHOWN]}”"


def _escaped(pattern: str) -> str:
    """What YAML has made of the pattern, where that is the likely fault."""
    if "\b" in pattern:
        return "; in double quotes \\b is a backspace: write '\\b' in single quotes, or \\\\b"
    return "" if pattern.isprintable() else "; write it in single quotes, in which \\ stays as it is"


RULES = (_ids, _sources, _supports, _anchors, _wordings, _reach, _questions, _negatives)
