"""Who says it: the speaker of a sentence, and the check that the sentence keeps him and how far he goes.

A speaker may be named by another form of his name, never by nobody and never by somebody else. Reporting verbs of one
strength ("said", "told") may stand for each other; "said" for "denied", or "confirmed" for "claimed", may not.
"""

from summarizer.checking.comparing import Comparison, Finding
from summarizer.checking.names import PLACES, TIED, TITLES
from summarizer.checking.reading import Passage, fold, read
from summarizer.checking.reports import PRONOUNS, Report, reports, reports_of
from summarizer.checking.wordclasses import verb


def speaker(text: str) -> str | None:
    """Who is reported as saying `text`, in its own words; None where nobody is, or only a pronoun."""
    passage = read(text)
    for report in reports(text):
        first, last = passage.tokens[report.start], passage.tokens[report.end - 1]
        if report.end - report.start == 1 and fold(first.text) in PRONOUNS:
            continue
        return text[first.start : last.end].strip(" '’-–").removesuffix("'s").removesuffix("’s")
    return None


def _keys(passage: Passage, report: Report) -> list[str]:
    return [t.key for t in passage.tokens[report.start : report.end] if t.content]


def _same_speaker(mine: Report, theirs: Report, comparison: Comparison) -> bool:
    """Whether two reports name one speaker: by a distinctive word in common, or by the same head."""
    ours, other = _keys(comparison.text, mine), _keys(comparison.context, theirs)
    if not other:
        return True  # a pronoun in the evidence: whom it stands for is for the names check
    if not ours or _elsewhere(ours, other):
        return False
    own = [k for k in ours if k not in PLACES and k not in TIED and k not in TITLES]
    if not own:
        span = {t.key for t in comparison.context.tokens[theirs.start : theirs.verb]}
        heads = _head(comparison.text, mine), _head(comparison.context, theirs)
        return heads[0] == heads[1] or (len(ours) > 1 and set(ours) <= span)
    about = set(other) | _apposed(comparison.context, theirs) | _before(comparison.context, theirs)
    apposed = _apposed(comparison.text, mine)
    if apposed and apposed <= about:
        return True
    if not any(t.content and t.text[0].isupper() for t in comparison.text.tokens[mine.start : mine.end]):
        # "the vice minister" may stand for "Kim Hong-kyun, the vice minister"; another name may not.
        about |= {t.key for t in comparison.context.tokens[theirs.start : theirs.verb] if t.content}
    return 2 * sum(k in about for k in own) >= len(own)


def _head(passage: Passage, report: Report) -> str:
    """What a speaker is, without what he is it of: "governor" of "the governor of the region"."""
    key = ""
    for token in passage.tokens[report.start : report.end]:
        if key and fold(token.text) in ("of", "for", "in", "at", "from"):
            break
        key = token.key if token.content else key
    return key


def _apposed(passage: Passage, report: Report) -> set[str]:
    """The name between two commas after a speaker: "the opposition leader, Karl Thoma, said"."""
    found: set[str] = set()
    for token in passage.tokens[report.end + 1 : report.verb]:
        if not token.key or not token.text[0].isupper():
            break
        found.add(token.key)
    return found


def _before(passage: Passage, report: Report) -> set[str]:
    """What opens the sentence before a speaker's name and a comma: "The mayor of Lund, Petra Holm, has asked"."""
    tokens, first = passage.tokens, report.start - 1
    if first < 1 or tokens[first].text != ",":
        return set()
    opening = first
    while opening > 0 and opening not in passage.starts:
        opening -= 1
    if any(verb(fold(t.text)) or t.text == "," for t in tokens[opening:first]):
        return set()
    return {t.key for t in tokens[opening:first] if t.content}


def _elsewhere(ours: list[str], other: list[str]) -> bool:
    """Whether both name places and neither holds the other's: South Korea's ministry is not North Korea's."""
    mine, theirs = {k for k in ours if k in PLACES}, {k for k in other if k in PLACES}
    return bool(mine and theirs) and not (mine <= theirs or theirs <= mine)


def _says(comparison: Comparison, report: Report) -> str:
    tokens = comparison.context.tokens
    return comparison.context.text[tokens[report.start].start : tokens[report.end - 1].end]


def check(comparison: Comparison) -> Finding:
    """The text keeps who said what it took over, and with a verb of the same strength."""
    mine, theirs = reports(comparison.text.text), reports_of(comparison.context)
    framing = {i for t in theirs for i in range(min(t.start, t.verb), max(t.end, t.verb + 1))}
    told = comparison.taken - framing  # what is said, without who says it
    for their in theirs:
        carried = [i for i in told if their.low <= i < their.high]
        if sum(comparison.context.tokens[i].content for i in carried) < 2:
            continue
        at = comparison.at
        verb = comparison.context.tokens[their.verb].key
        alike = [m for m in mine if comparison.text.tokens[m.verb].key == verb] or mine
        same = [
            m for m in alike if _same_speaker(m, their, comparison) and not set(carried).isdisjoint(at[m.low : m.high])
        ]
        said = comparison.context.tokens[their.verb].text
        if not same:
            return Finding("speaker", False, f"the cited text has “{_says(comparison, their)}” say it ({said})")
        if not any(m.strength == their.strength for m in same):
            used = comparison.text.tokens[same[0].verb].text
            return Finding("speaker", False, f"the sentence says “{used}”, the cited text “{said}”", True)
    for report in mine:
        if not any(_same_speaker(report, t, comparison) and report.strength == t.strength for t in theirs):
            passage = comparison.text
            who = passage.text[passage.tokens[report.start].start : passage.tokens[report.end - 1].end]
            return Finding("speaker", False, f"the cited text does not have “{who}” say it")
    return Finding("speaker", True, speaker(comparison.text.text) or "")
