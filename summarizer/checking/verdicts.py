"""Does a sentence say only what its cited spans say? All named checks, and the verdict that follows from them.

Precision first. The statuses, each decided in `_status` but for a language or a length that the rules don't know:

- `supported`: every check passed, on words that are the sources' own and that are joined as the sources join them.
- `contradicted`: a check found that the evidence says otherwise, and at least `MATCHING` of the words are the
  evidence's, so that both speak of one thing.
- `partial`: at least `PARTLY` of the words are the evidence's, and either only a name, a figure or a date is missing
  from it, or nothing but `wording` and `structure` fail: no rule finds it wrong, none can certify it, and the details
  name the words.
- `unsupported`: no evidence, or another check failed: the sentence says more than its evidence, or leaves out what
  matters.
- `unchecked`: the rules cannot tell: fewer words are the evidence's than `PARTLY`, though no other check fails; or the
  text is too long, or in a language that the rules don't know.

A verdict lists every check, those that passed too, so that a reader sees what was looked at.
"""

import re
from collections.abc import Callable, Sequence

from summarizer.checking import (
    dates,
    hedges,
    languages,
    names,
    negation,
    numbers,
    quotes,
    scope,
    speech,
    structure,
    wording,
)
from summarizer.checking.comparing import Comparison, Evidence, Finding, align
from summarizer.checking.reading import read, together
from summarizer.records import Check, Status, Verdict

__all__ = ["Evidence", "check", "corroborates", "supports"]

CHECKS: tuple[Callable[[Comparison], Finding], ...] = (
    numbers.check,
    dates.check,
    names.check,
    negation.check,
    hedges.check,
    speech.check,
    quotes.check,
    scope.check,
    structure.check,
    wording.check,
)
STATED = (numbers.check, dates.check, negation.check)  # what a further witness must state as well
OPENINGS = re.compile(
    r"^(?:but|and|so|yet|meanwhile|however|also|still|then|moreover|furthermore|in addition|additionally|nevertheless|"
    r"nonetheless|thus|therefore|instead|separately|in fact|of course|indeed|later|finally),?\s+",
    re.IGNORECASE,
)
SPACE = re.compile(r"\s+")
SENTENCE_END = frozenset('.!?。！？…\n"”’»)')
NEARNESS = (structure.NAME, "wording")  # what says only that the rules cannot decide
MATCHING = 0.6  # share of words taken from the evidence from which on a conflict with it is about the same thing
LONGEST = 5_000  # code points of a sentence; ten times that of its spans together
PARTLY = 0.5
SAME_FACT = 0.6  # share of a sentence's words in a span that reports the same fact in other words
TWIN = 0.85  # share of a sentence's words that a paraphrase of it keeps, with all its figures, names and cues


def compare(text: str, evidence: Sequence[Evidence]) -> Comparison:
    """`text` laid beside all of its evidence."""
    passage = read(text)
    source = together(tuple(e.quote for e in evidence))
    context = together(tuple(e.sentence for e in evidence))
    at = align(passage, context)
    return Comparison(passage, source, context, tuple(evidence), at, frozenset(i for i in at if i >= 0))


def _flat(text: str) -> str:
    flat = SPACE.sub(" ", text.translate(quotes.MARKS)).strip()
    flat = OPENINGS.sub("", flat)
    return flat[:1].casefold() + flat[1:]


def verbatim(text: str, evidence: Sequence[Evidence]) -> bool:
    """Whether `text` is whole sentences of one span, to the letter. A clause cut from a sentence is not: what denies or
    attributes it may stand before it."""
    wanted = _flat(text)
    for piece in evidence:
        whole = _flat(piece.sentence)
        at = whole.find(wanted) if wanted else -1
        if at < 0 and wanted:
            whole, at = SPACE.sub(" ", piece.sentence.translate(quotes.MARKS)).strip(), -1
            at = whole.find(wanted[:1].upper() + wanted[1:])
        if at < 0:
            continue
        before, after = whole[:at].rstrip(), whole[at + len(wanted) :].lstrip()
        if (not before or before[-1] in SENTENCE_END) and (not after or wanted[-1] in SENTENCE_END):
            return True
    return False


def check(text: str, evidence: Sequence[Evidence]) -> Verdict:
    """The verdict on `text` against all of `evidence` taken together."""
    given = [e for e in evidence if e.quote.strip()]
    if not given or not text.strip():
        nothing = Check(name="evidence", ok=False, detail="no cited text" if text.strip() else "the sentence is empty")
        return Verdict(status="unsupported", checks=(nothing,))
    comparison = compare(text, given)
    strange = _strange(comparison)
    if strange:
        return _foreign(text, given, strange, comparison)
    findings = [run(comparison) for run in CHECKS]
    return _verdict(_status(findings, comparison), findings)


def _strange(comparison: Comparison) -> str:
    """Why the rules can't read this; empty if they can."""
    if len(comparison.text.text) > LONGEST or len(comparison.context.text) > LONGEST * 10:
        return "too long for a sentence and its spans"
    return languages.unknown(comparison.text.text) or languages.unknown(comparison.context.text)


def _foreign(text: str, evidence: Sequence[Evidence], reason: str, comparison: Comparison) -> Verdict:
    """Only what needs no language is judged: the letter, the figures, the quotation marks."""
    if verbatim(text, evidence):
        same = [Finding(name, True, "word for word") for name in names_of_checks()]
        return _verdict("supported", same)
    findings = [numbers.check(comparison), quotes.check(comparison)]
    left = [Finding(n, False, reason) for n in names_of_checks() if n not in ("numbers", "quotes")]
    status: Status = "unchecked" if all(f.ok for f in findings) else "unsupported"
    return _verdict(status, [*findings, *left])


def names_of_checks() -> tuple[str, ...]:
    """The checks that every verdict lists, in their order."""
    return ("numbers", "dates", "names", "negation", "hedge", "speaker", "quotes", "scope", "structure", "wording")


def _verdict(status: Status, findings: Sequence[Finding]) -> Verdict:
    return Verdict(status=status, checks=tuple(Check(name=f.name, ok=f.ok, detail=f.detail) for f in findings))


def _status(findings: Sequence[Finding], comparison: Comparison) -> Status:
    failed = [f for f in findings if not f.ok]
    if not failed:
        return "supported"
    near = wording.measure(comparison)
    hard = [f for f in failed if f.name not in NEARNESS]
    if any(f.conflict for f in hard) and near.share >= MATCHING:
        return "contradicted"
    if hard:
        missing = all(f.name in ("names", "numbers", "dates") and not f.conflict for f in hard)
        return "partial" if missing and near.share >= PARTLY else "unsupported"
    return "partial" if near.share >= PARTLY else "unchecked"


def supports(text: str, evidence: Evidence) -> bool:
    """Whether this one span alone says all that `text` says, in its own words or in a close paraphrase's.

    It may leave the speaker out, never name another one.
    """
    if not evidence.quote.strip() or not text.strip():
        return False
    comparison = compare(text, [evidence])
    if _strange(comparison):
        return verbatim(text, [evidence])
    if wording.measure(comparison).share < TWIN or wording.astray(comparison):
        return False
    held = all(run(comparison).ok for run in CHECKS if run not in (wording.check, structure.check, speech.check))
    return held and not speech.check(comparison).conflict


def corroborates(text: str, evidence: Evidence) -> bool:
    """Whether this span reports what `text` reports, in its own words and with less or other detail.

    It names a further witness of a sentence that another span bears out in full; no verdict may rest on it.
    """
    comparison = compare(text, [evidence])
    if _strange(comparison) or wording.measure(comparison).share < SAME_FACT:
        return False
    findings = ((run, run(comparison)) for run in CHECKS if run not in (structure.check, wording.check))
    return not any(f.conflict or (run in STATED and not f.ok) for run, f in findings)
