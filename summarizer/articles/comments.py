"""Where readers speak under an article. What they write there must never be taken for what the article says.

A heading such as "Comments (14)" proves nothing by itself, since the same words count comments in a row of buttons
above the article: what makes a thread is that remarks follow, each with its writer's name and its hour or its buttons.
Nothing here may mark prose of the article: without such signs no line is touched, and after a thread that has plainly
ended whatever is written in paragraphs is the article's own again.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_COUNT = r"\(?\d{1,3}(?:,\d{3})?\)?"
_NOUN = "(?:comments?|responses|replies|thoughts|reactions)"
_HEADINGS = (
    r"(?:(?:all|top|best|latest|recent|newest|featured|your|users?'?|readers?'?|readers?'s) )?"
    rf"comments? ?:? ?(?:{_COUNT})?",
    rf"(?:the )?(?:conversation|discussions?|responses|reactions|replies) ?:? ?(?:{_COUNT})?",
    rf"(?:(?:view|show|see|read|showing|load|display) )?(?:all |the )?(?:\d{{1,3}} of )?{_COUNT} {_NOUN}"
    r"(?: (?:so far|on|to|for)\b.{0,200})?",
    r"one (?:comment|response|thought|reply)(?: (?:so far|on|to|for)\b.{0,200})?",
    r"(?:join|start|be part of) (?:the|our) (?:conversation|discussion|debate)|have your say|what do you think|"
    r"(?:what )?(?:our )?readers(?:'s?)? (?:say|views?|responses)|most liked(?: comments)?|top rated|newest first|"
    r"oldest first|best rated|sort(?:ed)? by ?:?.{0,30}|add (?:a|your) comment.{0,20}|leave a (?:comment|reply).{0,20}",
)
HEADING = re.compile(rf"(?:{'|'.join(_HEADINGS)})")
CLOSING = re.compile(
    r"(?:(?:load|view|show|see|read) (?:all|more|other|older|newer)(?: \d{1,6})? (?:comments|replies|responses)|"
    r"(?:older|newer) comments|comments (?:are|have been|on this (?:article|story|post) are)(?: now)? closed|"
    r"(?:please )?(?:log in|sign in|register)(?: or (?:register|sign up|sign in))? to (?:comment|reply|join|post)"
    r".{0,40}|"
    r"post a comment|leave a (?:comment|reply)|add (?:a|your) comment.{0,20}|report (?:a|this) comment)"
)
_ACTIONS = """
    reply replies like likes liked dislike report abuse flag upvote downvote permalink share link recommend recommended
    respect quote edit edited delete hide view show helpful thumbs up down vote votes more replied comment translate"""
ACTIONS = frozenset(_ACTIONS.split())
ANSWERING = frozenset(["reply", "report", "flag", "upvote", "downvote", "permalink", "replied"])
_UNIT = "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?|yrs?)"
_AGO = (
    rf"(?:about |over )?(?:\d{{1,3}}|an?|one) ?{_UNIT} ago|\d{{1,3}} ?[smhdwy](?: ago)?|just now|"
    "yesterday(?: at .{4,9})?"
)
_MARKS = r"[\s·•|,:—–()\-]{0,6}"
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DAY = rf"(?:\d{{1,2}} {_MONTH}\.?,? (?:19|20)\d\d|{_MONTH}\.? \d{{1,2}},? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
_TIME = r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)?"
_DID = r"(?:(?:posted|replied|commented|wrote)(?: on)? )?"
_SIGNED = rf"(?P<name>[^\s:,|·•(].{{0,40}}?){_MARKS}(?<=[\s·•|,:(—–-]){_DID}"
AGO = re.compile(rf"(?ai){_MARKS}{_DID}(?:{_AGO}){_MARKS}(?:edited{_MARKS})?")
DAY = re.compile(rf"(?ai){_MARKS}{_DID}{_DAY}{_TIME}{_MARKS}")
SIGNED_AGO = re.compile(rf"(?ai){_SIGNED}(?:{_AGO}){_MARKS}(?:edited{_MARKS})?")
SIGNED_DAY = re.compile(rf"(?ai){_SIGNED}{_DAY}{_TIME}{_MARKS}")
SAYS = re.compile(
    r"(?P<name>\S.{0,40}?) (?:says|said|writes|wrote|comments|commented|replied)(?: on .{6,40}| at .{4,20})?:"
)
NAMED = re.compile(r"@?(?P<name>[\w.-]{2,25}(?: [\w.-]{1,20}){0,2}):\s+\S")
NAME = re.compile(r"@?[^\W\d_][\w.'’-]{0,25}(?: [^\W\d_][\w.'’-]{0,20}){0,2}")
ODD = re.compile(r"@|\w_|_\w|[^\W\d_]\d|[a-z][A-Z]|^[a-z]")  # what a handle has and a name has not
_PAGE_WORDS = "by updated published posted modified last read more photo image video watch live"
PAGE_WORDS = frozenset(_PAGE_WORDS.split())
SENTENCE = re.compile(r"[.!?…][\"”’)]{0,3}$")
LONGEST = 60  # code points of a line that only says who and when
NAME_WORDS = 3
NEAR = 4  # lines between a heading, or a writer's name, and the buttons under what is written


class _Line(NamedTuple):
    """What one line could be in a thread."""

    heading: bool
    closing: bool
    buttons: bool
    ago: bool  # only says how long ago
    day: bool  # only says on which day
    signed: str  # who wrote, in a line that says how long ago; else empty
    dated: str  # the same with a day
    name: bool  # could be a name and nothing else
    named: str  # who speaks in "sal_p: They knew", else empty
    prose: bool  # ends as a sentence does
    text: str


def threads(lines: Sequence[tuple[str, bool]]) -> list[tuple[int, int]]:
    """Half-open ranges of places in `lines` that readers wrote, in order. Each line comes with whether prose of the
    article stands above it: before there is any, nobody can have remarked on it. Linear in the length of the text.
    """
    shapes = [_shape(text) for text, _ in lines]
    first: dict[str, int] = {}  # where each speaker is first named
    for n, shape in enumerate(shapes):
        first.setdefault(shape.named, n)
    found: list[tuple[int, int]] = []
    at, open_ends = 0, True
    while at < len(lines):
        headed = at
        while headed < len(lines) and lines[at][1] and (shapes[headed].heading or shapes[headed].closing):
            headed += 1
        end = at
        if headed > at:
            end = _headed(shapes, at, headed, first)
        elif open_ends and lines[at][1] and _signed(shapes, at):
            end = _plain(shapes, at)
            open_ends = end > at  # what is no thread from here on is none from further down
        if end > at:
            found.append((at, end))
        at = max(end, headed, at + 1)
    return found


def _shape(text: str) -> _Line:
    bare = " ".join(text[:300].strip("\"'“”‘*_-–—=.:!?…·•>#[]|▼▾ \t").split()).casefold().replace("’", "'")
    short = len(text) <= LONGEST
    who = SAYS.match(text[:120]) or NAMED.match(text[:120])
    return _Line(
        heading=len(bare) <= 220 and bool(HEADING.fullmatch(bare)),
        closing=len(bare) <= 80 and bool(CLOSING.fullmatch(bare)),
        buttons=short and _buttons(bare),
        ago=short and bool(AGO.fullmatch(text)),
        day=short and bool(DAY.fullmatch(text)),
        signed=_writer(SIGNED_AGO.fullmatch(text) if short else None),
        dated=_writer(SIGNED_DAY.fullmatch(text) if short else None),
        name=short and bool(NAME.fullmatch(text)) and _is_name(text),
        named=_writer(who),
        prose=bool(SENTENCE.search(text[-8:])),
        text=text[:LONGEST],
    )


def _buttons(bare: str) -> bool:
    """A row of what is clicked under a remark; "Share" and "Like" alone stand under articles too."""
    words = re.findall(r"[^\W\d_]+", bare)
    return bool(words) and ACTIONS.issuperset(words) and not ANSWERING.isdisjoint(words)


def _writer(match: re.Match[str] | None) -> str:
    return match["name"] if match and _is_name(match["name"]) else ""


def _is_name(name: str) -> bool:
    words = name.split()
    return 1 <= len(words) <= NAME_WORDS and words[0].casefold() not in PAGE_WORDS


def _headed(shapes: Sequence[_Line], at: int, start: int, first: Mapping[str, int]) -> int:
    """The end of the thread whose headings stand from `at` to `start`; `at` where no remark follows."""
    heads = _heads(shapes, start) if _signed(shapes, start, True) else _dialogue(shapes, start)
    if any(first.get(shapes[head].named, at) < at for head in heads if shapes[head].named):
        return at  # who speaks above the heading too is a speaker of the article
    return _end(shapes, heads, True) if heads else at


def _signed(shapes: Sequence[_Line], at: int, headed: bool = False) -> bool:
    """Whether a remark begins at `at`: who wrote it, and when or with which buttons under it.

    A day instead of an hour, and a name that anyone could bear, count only under a heading.
    """
    if at >= len(shapes):
        return False
    line, after = shapes[at], shapes[at + 1] if at + 1 < len(shapes) else None
    if line.signed or (headed and line.dated):
        return True
    if not line.name or after is None or not (headed or ODD.search(line.text)):
        return False
    if after.ago or (headed and after.day):
        return True
    return any(later.buttons for later in shapes[at + 1 : at + 1 + NEAR])


def _heads(shapes: Sequence[_Line], start: int) -> list[int]:
    return [n for n in range(start, len(shapes)) if _signed(shapes, n, True)]


def _plain(shapes: Sequence[_Line], at: int) -> int:
    """The end of a thread without a heading: two remarks at least, with buttons or with the names that users have.

    In a running report reporters sign their paragraphs with the hour too.
    """
    heads = _heads(shapes, at)
    odd = any(ODD.search(shapes[head].signed or shapes[head].text) for head in heads)
    thread = len(heads) > 1 and (odd or any(line.buttons for line in shapes[at:]))
    return _end(shapes, heads, False) if thread else at


def _dialogue(shapes: Sequence[_Line], start: int) -> list[int]:
    """Where remarks of the form "sal_p: They knew" begin, from `start` to the next heading; empty if that is no thread.

    In an interview and in a list of facts a colon stands after names too. So there must be buttons, a closing line,
    or nothing else than remarks, some by a user's name.
    """
    until = next((n for n in range(start, len(shapes)) if shapes[n].heading and not shapes[n].closing), len(shapes))
    heads = [n for n in range(start, until) if shapes[n].named]
    rest = shapes[start:until]
    paragraphs = sum(line.prose or bool(line.named) for line in rest)
    if not heads or heads[0] > start or 2 * len(heads) < paragraphs:
        return []
    if any(line.buttons or line.closing for line in rest):
        return heads
    return heads if len(heads) == len(rest) and any(ODD.search(shapes[head].named) for head in heads) else []


def _end(shapes: Sequence[_Line], heads: Sequence[int], headed: bool) -> int:
    """Where the article goes on: after the last remark, in two finished paragraphs at least. Else the end of all.

    The last remark ends with its buttons or with a line that closes the thread; where there is neither, it is taken
    to be no longer than the longest before it, and under a heading to go on to the end.
    """
    last = heads[-1]
    marks = [n for n in range(last, len(shapes)) if shapes[n].buttons or shapes[n].closing]
    if not marks and headed:
        return len(shapes)
    longest = max((later - head for head, later in pairwise(heads)), default=1)
    after = marks[-1] + 1 if marks else last + longest
    return after if sum(shape.prose for shape in shapes[after:]) > 1 else len(shapes)
