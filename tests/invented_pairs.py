"""Pages made of the invented events: what is a copy of what, and what only tells of the same event.

Every pair is made by rule from `invented_events`, so that the rate at which copies are told apart can be stated. A pair
is named after what was done to it.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from invented_events import EVENTS, Event

from summarizer.articles.lines import mark
from summarizer.articles.metadata import describe
from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.sentences import split

OTHER_AGENCY = {"Reuters": "AFP"}
LIGHTER = (
    (" killing ", " leaving dead "),
    ("about ", "some "),
    ("Some ", "About "),
    (" injuring ", " hurting "),
    ("early on ", "early "),
    (" is due ", " is expected "),
    (" are due ", " are expected "),
    (" promised ", " pledged "),
    (" more than ", " over "),
    ("More than ", "Over "),
    (" suspended ", " halted "),
    (" bought ", " purchased "),
    (" will ", " is going to "),
    (" wants ", " demands "),
    (" stole ", " took "),
    (" estimated ", " believed to be "),
    (" huge ", " great "),
    (" until ", " till "),
    (" most of them ", " mostly "),
)
SAID_LAST = re.compile(r"(.{30,}), ((?:[A-Z]|the )[^,“”]{3,60}) said\.")


class Pair(NamedTuple):
    kind: str
    event: str
    one: str
    other: str
    copies: bool


def pairs(events: Sequence[Event] = EVENTS) -> Iterator[Pair]:
    for place, event in enumerate(events):
        for kind, one, other in _copies(event, events[(place + 1) % len(events)]):
            yield Pair(kind, event.name, one, other, True)
        for kind, one, other in _independent(event):
            yield Pair(kind, event.name, one, other, False)


def read_page(source: str, text: str) -> tuple[Article, list[Sentence]]:
    """A page as reading understands it, without a file."""
    about = describe(text, mark(text))
    article = Article(
        id=source,
        path=f"{source}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        media_type="text/plain",
        text=text,
        title=about.title,
        outlet=about.outlet,
        published=about.published,
        agencies=about.agencies,
    )
    return article, list(split(article))


def light(sentence: str) -> str:
    """As a sub-editor touches a sentence: the speaker goes first, a word gives way to its twin."""
    moved = SAID_LAST.fullmatch(sentence)
    if moved:
        speaker = moved[2][0].upper() + moved[2][1:]
        body = moved[1] if moved[1].split()[0] not in ("The", "A", "An", "Both", "Police") else _lower(moved[1])
        sentence = f"{speaker} said {body}."
    for word, twin in LIGHTER:
        if word in sentence:
            return sentence.replace(word, twin, 1)
    return sentence


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def page(title: str, *parts: str, furniture: bool = False) -> str:
    below = "\n\nShare this article\nRead more\nSubscribe to our newsletter\n" if furniture else "\n"
    return f"{title}\n\n" + "\n\n".join(parts) + below


def wired(event: Event, lines: Sequence[str], agency: str = "") -> str:
    return f"{event.place} ({agency or event.agency}) - " + "\n\n".join(lines)


def _pick(text: str, places: Sequence[int]) -> list[str]:
    lines = text.split("\n")
    return [lines[p] for p in places]


def _copies(event: Event, beside: Event) -> Iterator[tuple[str, str, str]]:
    story = event.story.split("\n")
    whole = page(f"What is known of the {event.name} so far", wired(event, story))
    cut = page(f"The {event.name}: six facts for the hurried reader", *story[:6], furniture=True)
    yield "reprint, cut and retitled", whole, cut
    edited = [light(line) if n % 3 == 0 else line for n, line in enumerate(story)]
    yield "reprint, few edits", whole, page(f"News of the {event.name} from our wire", *edited)
    yield "paraphrase", whole, page(f"All about the {event.name} in one place", event.reworded)
    yield (
        "paraphrase, cut",
        whole,
        page(f"All about the {event.name} in brief", *_pick(event.reworded, (0, 1, 2, 4, 5, 8))),
    )
    local = page(
        f"How the {event.name} touches our town",
        wired(event, [*_pick(event.story, (0, 1, 2)), event.local, *_pick(event.story, (4, 5, 7))]),
    )
    north = page(
        f"After the {event.name}: what our readers should know",
        "\n\n".join([*map(light, _pick(event.story, (0, 3, 1, 5, 6, 8, 2))), event.region]),
        f"Reporting by {event.agency}",
    )
    mixed = page(
        f"A long day of the {event.name}",
        "\n\n".join(
            [
                *_pick(event.reworded, (0,)),
                *_pick(event.story, (2, 1)),
                *_pick(event.reworded, (4,)),
                *map(light, _pick(event.story, (3, 7, 5))),
                event.region,
            ]
        ),
        f"This report was compiled from {event.agency} dispatches, {event.agency} said.",
    )
    own = page(
        f"Our view of the {event.name}",
        *_pick(event.reworded, (0, 1)),
        *_pick(event.local, (0,)),
        *_pick(event.reworded, (2, 3, 4, 5, 6, 8)),
        *event.region.split("\n")[:2],
    )
    yield "paraphrase, with own paragraphs", whole, own
    moved = _pick(event.reworded, (0, 4, 5, 1, 2, 3, 8, 6, 7))
    yield "paraphrase, moved about", whole, page(f"The {event.name}, told from the middle", *moved)
    yield "wire, two papers", local, north
    yield "wire, paper and agency", north, whole
    yield "wire, reworked", mixed, local
    roundup = page(
        "The day in ten minutes",
        *_pick(beside.second, (0, 1, 2)),
        *story[:7],
        *_pick(beside.local, (0, 1)),
        *_pick(beside.background, (0, 1)),
    )
    yield "story in a round-up", whole, roundup
    short = page(f"{event.name.title()}: the news", wired(event, _pick(event.story, (0, 1, 3, 5, 8))), event.region)
    long = page("A night to remember", *map(light, _pick(event.story, (0, 2, 3, 4, 5, 6))), f"With {event.agency}")
    yield "wire, cut in two ways", short, long


def _independent(event: Event) -> Iterator[tuple[str, str, str]]:
    story = page(f"What is known of the {event.name} so far", wired(event, event.story.split("\n")))
    rival = page(f"Eyewitness: the {event.name}", event.rival)
    second = page(f"The {event.name} in short, by our staff", event.second)
    yield "agency and reporter", story, rival
    yield "two reports of the same facts", story, second
    yield "two reporters", rival, second
    other = OTHER_AGENCY.get(event.agency, "Reuters")
    yield (
        "two agencies",
        story,
        page(f"{event.name.title()} shakes the region", wired(event, event.second.split("\n"), other)),
    )
    for kind, shared in (("quotes", event.quotes), ("statement", event.statement), ("background", event.background)):
        yield (
            f"shared {kind}",
            page(f"Eyewitness: the {event.name}", event.rival, shared),
            page(f"The {event.name} in short, by our staff", event.second, shared),
        )
        yield (
            f"shared {kind}, agency",
            page(f"What is known of the {event.name} so far", wired(event, [*event.story.split("\n"), shared])),
            page(
                f"The {event.name} in short, by our staff",
                *_pick(event.second, (0, 1)),
                shared,
                *_pick(event.second, (2, 3, 4, 5)),
            ),
        )
    said = event.statement.replace("\n", " ")
    yield (
        "shared statement, quoted",
        page(f"Eyewitness: the {event.name}", event.rival, f"“{said}” the statement said."),
        page(f"The {event.name} in short, by our staff", event.second, f"“{said}” the statement said."),
    )
    yield (
        "shared background and quotes",
        page(f"Eyewitness: the {event.name}", event.rival, event.quotes, event.background),
        page(f"The {event.name} in short, by our staff", event.second, event.background, event.quotes),
    )
    cited = f"The first word came shortly before noon, {event.agency} reported."
    yield (
        "same agency cited",
        page(f"Eyewitness: the {event.name}", event.rival, cited),
        page(f"The {event.name} in short, by our staff", event.second, cited),
    )
    yield (
        "same agency cited, shared statement",
        page(f"Eyewitness: the {event.name}", event.rival, event.statement, cited),
        page(f"The {event.name} in short, by our staff", event.second, cited, event.statement),
    )
    yield (
        "same agency cited, shared background and quotes",
        page(f"Eyewitness: the {event.name}", event.rival, event.background, cited, event.quotes),
        page(f"The {event.name} in short, by our staff", event.second, event.quotes, event.background, cited),
    )
    blog = "\n\n".join(f"{9 + n}:{12 + 4 * n} {line}" for n, line in enumerate(event.rival.split("\n")))
    yield "live blog and story", page(f"Live: the {event.name}", blog, *_pick(event.reworded, (0,))), story
    yield "short brief", page(f"The {event.name}: news in brief", *_pick(event.second, (0, 1, 2))), story
