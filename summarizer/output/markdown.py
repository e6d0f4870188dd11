"""A brief as Markdown, for an editor to read, paste and pass on.

What sources and models wrote is always literal here: no link, image, HTML, list or heading of theirs may come alive
in any renderer, and every address stands in a code span, where nothing makes links. Only our own layout is markup.
Citations are footnotes; a renderer that has none shows `[^2c]` and, at the end, the list of cited passages, which
still reads well.
"""

import re
from collections.abc import Iterable

from summarizer.output.facts import quoted
from summarizer.output.outline import outline
from summarizer.output.page import PASSAGES_NOTE, Outline, Passage, Question, Review, Said, SourceLine
from summarizer.output.safe import line
from summarizer.records import Brief

# In what follows one of these, some renderer sees an address to link or a person to notify.
_ADDRESS = re.compile(r"www\.|mailto:|xmpp:|//|@", re.IGNORECASE)
_OPENING, _CLOSING = "([{<'\"‘“", ")]}>'\"’”.,;:!?…"

_DOMAIN = r"(?:biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|[a-z]{2})(?![^\W_])|xn--"
_ACTIVE = re.compile(
    r"[\\`*\[\]{}<>|~^]"  # markup to some renderer wherever it stands
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word is plain
    r"|&(?=#?\w+;)"  # an entity
    r"|\$(?!\d)"  # mathematics; a price is none
    r"|(?<=[=+])[=+]"  # ==marked==, ++inserted++
    r"|^#"  # a heading, or the end of one
    rf"|(?<=\S)\.(?={_DOMAIN})",  # a bare domain: some renderers link it
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"^(\(?(?:\d{1,9}|[a-z]|[ivxlcdm]+))([.)])(?=\s|$)"  # a numbered list
    r"|^()([-+=:%])(?=\W|$)",  # a list, an underline, a definition, a title block
    re.IGNORECASE,
)


def render(brief: Brief) -> str:
    """`brief` as one Markdown page, each paragraph on one line, ending in a newline."""
    return "\n\n".join(block for block in _blocks(outline(brief)) if block) + "\n"


def literal(text: str) -> str:
    """`text` on one line, escaped so that every Markdown renderer shows just its characters and nothing acts."""
    escaped = " ".join(_word(word) for word in line(text).split(" "))
    escaped = _STARTS.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[4]}", escaped)
    # A mark of exclamation before the footnote that may follow would make an image of it.
    return f"{escaped[:-1]}\\!" if escaped.endswith("!") else escaped


def code(text: str) -> str:
    """`text` as a code span, whatever backticks it holds."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _blocks(page: Outline) -> Iterable[str]:
    yield f"# {literal(page.title)}"
    yield f"Question: {literal(page.question)}" if page.question else ""
    yield f"*{page.summary}*"
    yield "\n".join(f"- **⚠ {literal(said.text)}**{_marks(said)}" for said in page.alarms)
    yield page.empty
    for paragraph in page.paragraphs:
        yield f"## {literal(paragraph.heading)}" if paragraph.heading else ""
        yield " ".join(_said(said) for said in paragraph.sentences)
    yield from _section("Where the sources disagree", map(_question, page.disagreements))
    yield from _section("Not the same thing counted", map(_question, page.scopes))
    more = [f"- {page.uncovered_more}"] if page.uncovered_more else []
    yield from _section("Not in this brief", [*(f"- {_said(said)}" for said in page.uncovered), *more])
    yield from _section("Withheld", map(_withheld, page.withheld))
    yield from _review(page.review) if page.review else ()
    yield from _section("Sources", map(_source, page.sources))
    yield from _section("Warnings", (f"- {literal(warning)}" for warning in page.warnings))
    yield f"## Cited passages\n\n{PASSAGES_NOTE}" if page.passages else ""
    yield from map(_note, page.passages)
    yield f"*{literal(page.engine)}*"


def _section(heading: str, items: Iterable[str]) -> Iterable[str]:
    body = "\n".join(items)
    yield f"## {heading}\n\n{body}" if body else ""


def _said(said: Said) -> str:
    support = f" *({literal(said.support)})*" if said.support else ""
    flag = f" **⚠ {literal(said.flag)}**" if said.flag else ""
    disputed = f" *({literal(said.disputed)})*" if said.disputed else ""
    against = f" *(a source says otherwise)*{_notes(said.against)}" if said.against else ""
    return f"{literal(said.text)}{_marks(said)}{support}{disputed}{against}{flag}{_caution(said)}"


def _caution(said: Said) -> str:
    return f" **⚠ {literal(said.caution)}**" if said.caution else ""


def _marks(said: Said) -> str:
    return _notes(said.marks) + _notes([said.decided] if said.decided else [])


def _review(review: Review) -> Iterable[str]:
    """What each reviewer decided on each sentence is a footnote, like the passages."""
    yield f"## Review\n\n{literal(review.summary)}\n\n*{literal(review.note)}*"
    yield "\n".join(f"- {literal(row)}" for row in review.rows)
    yield from (f"[^{mark}]: The sentence was {literal(words)}" for mark, words in review.decisions)


def _notes(marks: Iterable[str]) -> str:
    return "".join(f"[^{mark}]" for mark in marks)


def _question(question: Question) -> str:
    resolved = f" **{literal(question.resolved)}**" if question.resolved else ""
    lines = [f"- {literal(question.id)}: **{literal(question.about)}** ({question.kind}){resolved}"]
    for value, voices in question.answers:
        who = "; ".join(f"{literal(voice.text)}{_marks(voice)}" for voice in voices)
        between = ": " if voices and voices[0].text else ""
        lines.append(f"  - **{literal(value)}**{between}{who}")
    return "\n".join(lines)


def _withheld(said: Said) -> str:
    return f"- {literal(said.text)}{_marks(said)} **⚠ withheld: {literal(said.flag)}**"


def _source(source: SourceLine) -> str:
    title = quoted(source.title) if source.title else ""
    about = (source.path, title, source.facts, source.origin, source.used)
    return f"{source.number}. **{literal(source.id)}** " + " · ".join(literal(part) for part in about if part)


def _note(passage: Passage) -> str:
    """Starts with two words, so that a renderer without footnotes can't take it for the definition of a link."""
    about = f" ({literal(passage.facts)})" if passage.facts else ""
    where = f"Source {passage.number}, {literal(passage.path)}{about}, characters {passage.start}–{passage.end}"
    return f"[^{passage.mark}]: {where}: {literal(quoted(passage.quote))}"


def _word(word: str) -> str:
    """One word of a line: an address in a code span, its own punctuation outside; anything else escaped."""
    found = _ADDRESS.search(word)
    if not found:
        return _escape(word)
    begin = found.start()
    while begin and word[begin - 1].isascii():  # no address begins with anything but ASCII
        begin -= 1
    core = word[begin:].lstrip(_OPENING)
    begin = len(word) - len(core)
    core = core.rstrip(_CLOSING)
    end = begin + len(core)
    return f"{_escape(word[:begin])}{code(core)}{_escape(word[end:])}" if core else _escape(word)


def _escape(text: str) -> str:
    return _ACTIVE.sub(r"\\\g<0>", text)
