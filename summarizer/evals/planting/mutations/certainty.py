"""Errors of how sure: a hedge, a condition or a bound dropped, what may be or is planned made what is or is done."""

import re
from collections.abc import Iterator

from summarizer.evals.planting.edits import capital, ended, one_way, put, swaps
from summarizer.evals.planting.nouns import Base, Change

DROPPED = one_way("""
reportedly > ; allegedly > ; alleged > ; apparently > ; possibly > ; probably > ; perhaps > ; potentially >
potential > ; purported >
suspected > ; supposedly > ; likely > ; presumably > ; seemingly > ; unconfirmed > ; unverified > ; so-called >
would-be >
may have > had; might have > had; could have > had; may be > is; might be > is; could be > is; would be > is; may > will
might > will; could > will; would likely > will; appears to be > is; appeared to be > was; seems to be > is
seemed to be > was
appears to have > has; is believed to be > is; are believed to be > are; is believed to have > has
is expected to > will
are expected to > will; was expected to > will; is thought to be > is; is suspected of > is guilty of
is accused of > is guilty of
are accused of > are guilty of; was accused of > was guilty of; hints at > proves; it is possible that >
it is likely that >
is said to be > is; is set to > will; possible > certain; unlikely > certain; suggested that > proved that
suggests that > proves that
is considering > has decided on; are considering > have decided on; partly > ; partially > ; in part > ; rumored >
rumors > news
nearly > ; almost > ; mostly > ; largely > ; at times > always; typically > always; usually > always; often > always
sometimes > always
if confirmed, > ; if true, > ; if approved, > ; if convicted, > ; if successful, > ; tentatively > ; tentative > final
preliminary > final; initial > final; tried to > managed to
""")
_BOUNDS = """about|around|approximately|nearly|almost|roughly|some|more than|over|at least|up to|as many as|as much as|
an estimated|estimated|fewer than|less than|under|close to|just over|just under|well over"""
_COUNTS = "two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|a dozen|dozens"
BOUNDS = re.compile(
    rf"\b(?:{_BOUNDS.replace(chr(10), '')}) "
    rf"(?=[$€£]?\d|[a-z]+ (?:hundred|thousand|million|billion)\b|(?:{_COUNTS})\b)",
    re.IGNORECASE,
)
LEADING_IF = re.compile(r"(?:If|Unless|Should|Provided|Once|Even if) [^,]{4,120}, ")
INNER_IF = re.compile(r",? (?:but )?(?:if|unless|provided that|as long as|only if|until) [^,“”\"]{4,120}(?=[.,])")
MODAL = one_way("""
will > must; would > must; plans to > has begun to; planned to > began to; plan to > have begun to
intends to > has begun to
wants to > has decided to; want to > have decided to; hopes to > is sure to; hope to > are sure to
is trying to > has managed to
are trying to > have managed to; should > will; can > must; must > may; threatened to > began to; vowed to > began to
promised to > began to; is going to > did; seeks to > has managed to; aims to > has managed to; agreed to > began to
ordered to > asked to; required to > invited to; urged > forced; asked > forced; allowed to > ordered to
needs to > has begun to
has been asked to > has agreed to; called for > secured; calls for > secures; considered > decided on
offered to > began to
""")
TENSE = re.compile(r"\b(has been|have been|had been|was|were|is|are|has|have) (?=[a-z]+(?:ed|en|wn|ing)\b)")
FUTURE = {"has been": "will be", "have been": "will be", "had been": "will be", "was": "will be", "were": "will be"}
OVERSTATED = one_way("""
injured > killed; wounded > killed; charged with > convicted of; arrested > convicted; accused of > convicted of
detained > convicted; suspended > fired; damaged > destroyed; proposed > approved; considering > planning; draft > final
missing > dead; shot at > killed; sick > dying; ill > dying; questioned > arrested; suspect > killer; suspects > killers
criticized > sued; asked > ordered; concerns > panic; allegations > crimes; allegation > crime; claims > proof
wounds > deaths
hospitalized > dead; dispute > war; protest > riot; protesters > rioters; incident > massacre; clashes > battles
investigating > prosecuting; investigation > prosecution; criticism > outrage; concern > alarm; trouble > collapse
interested in > committed to; talks > deal; negotiations > agreement; approached > hired; nominated > elected
leads > wins
threatened > attacked; threat > attack; threats > attacks; attempt > success; delay > cancellation; delayed > cancelled
slowed > stopped; reduced > eliminated; declined > collapsed; some > all; indicted > convicted; faces > received
""")
_FORMER = """former deputy vice acting assistant associate junior interim retired one-time honorary outgoing
incoming mock fake partial attempted self-proclaimed self-declared aspiring presumptive would-be"""
_PLANNED = "planned|proposed|failed|draft|tentative"
_BEFORE = "|".join(_FORMER.split())
FORMER = re.compile(
    rf"\b(?:(?:{_BEFORE}|(?<=the )(?:{_PLANNED})|(?<=a )(?:{_PLANNED})) |(?:ex|near|semi|half)-)(?=[a-zA-Z])",
    re.IGNORECASE,
)


def hedge(base: Base) -> Iterator[Change]:
    """ "may", "alleged", "reportedly", "if confirmed" and their like dropped or made firm."""
    for place, new in swaps(base.text, DROPPED):
        if place.text == "May" or (place.text[:1].isupper() and place.start):
            continue
        more = base.text[: place.start].rstrip().split(" ")[-1].casefold()
        if more in ("more", "most", "less", "as", "not", "than", "very") and not new:
            continue  # "more likely" is a comparison, "most likely" a superlative
        yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new or 'nothing'}")


def bound(base: Base) -> Iterator[Change]:
    """ "about", "up to", "at least" before a figure dropped."""
    for match in BOUNDS.finditer(base.text):
        yield Change(put(base.text, match.start(), match.end(), ""), f"- {match[0].strip()}")


def condition(base: Base) -> Iterator[Change]:
    """The clause with "if" or "unless" dropped, the rest as if it held anyway."""
    match = LEADING_IF.match(base.text)
    if match and base.text[match.start() : match.end()].count('"') % 2 == 0:
        yield Change(capital(base.text[match.end() :]), f"- {match[0].strip()}")
    for match in INNER_IF.finditer(base.text):
        if re.search(
            r"\b(?:ask(?:ed|s)?|wonder(?:ed)?|know|knew|(?:un)?known|see|sure|whether|(?:un)?clear|as|like|said|even)$",
            base.text[: match.start()],
        ):
            continue  # "asked if" asks, "even if" concedes: the rest stands without it
        if not re.match(r",? (?:but )?(?:even|as) ", match[0]):
            yield Change(ended(base.text[: match.start()] + base.text[match.end() :]), f"- {match[0].strip(' ,')}")


def modality(base: Base) -> Iterator[Change]:
    """What will, should or is planned to be, made what is done; and an asking made an ordering."""
    for place, new in swaps(base.text, MODAL):
        if not (place.text[:1].isupper() and place.start):
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def tense(base: Base) -> Iterator[Change]:
    """What has been, made what will be."""
    for match in TENSE.finditer(base.text):
        new = FUTURE.get(match[1])
        after = base.text[match.end() :].split()[0]
        if new and not after.endswith("ing"):
            yield Change(put(base.text, match.start(), match.end(), new + " "), f"{match[1]} -> {new}")
        elif after.endswith("ing") and after != "being" and match[1] in ("is", "are"):
            for new in ("will be", "had been"):
                yield Change(put(base.text, match.start(), match.end(), new + " "), f"{match[1]} -> {new}")


def overstated(base: Base) -> Iterator[Change]:
    """One step worse than it was: charged made convicted, wounded made killed."""
    for place, new in swaps(base.text, OVERSTATED):
        if new not in base.evidence.casefold():
            yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")


def modifier(base: Base) -> Iterator[Change]:
    """ "former", "deputy", "acting" dropped: the word that makes the noun another thing."""
    for match in FORMER.finditer(base.text):
        text = put(base.text, match.start(), match.end(), "")
        text = (
            re.sub(r"\b([Aa])n (?=[^aeiouAEIOU])|\b([Aa]) (?=[aeiouAEIOU])", _article, text) if match.start() else text
        )
        yield Change(text, f"- {match[0].strip()}")


def _article(match: re.Match[str]) -> str:
    """ "a" or "an" as the word after it wants it, now that another word stands there."""
    return f"{match[1]} " if match[1] else f"{match[2]}n "
