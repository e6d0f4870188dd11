"""Errors of yes and no: a negation put in or taken out, as a word or as a prefix, and opposites of every sort."""

import re
from collections.abc import Iterator

from summarizer.evals.planting import cues
from summarizer.evals.planting.edits import both_ways, cased, find, one_way, put, quoted, stands, swaps
from summarizer.evals.planting.nouns import Base, Change

INSERTED = re.compile(r"\b(is|was|are|were|has|had|have|will|would|can|could|may|might|should|must)\b(?! not\b|n['’]t)")
PAST = re.compile(
    r"(?<=[\w’”]) ([a-z]{3,}ed|said|told|wrote|took|gave|made|came|went|won|lost|sent|saw|held|began|left) "
)
NOT_BEFORE_PAST = frozenset(
    (*cues.AUXILIARIES, "be", "been", "being", "a", "an", "the", "and", "or", "of", "by", "in", "as", "to", "who")
)
TAKEN = one_way("""
not > ; never > ; cannot > can; can't > can; won't > will; didn't > did; doesn't > does; don't > do; isn't > is
wasn't > was
aren't > are; weren't > were; hasn't > has; haven't > have; hadn't > had; wouldn't > would; couldn't > could
shouldn't > should; without > with; no longer > still; failed to > managed to; refused to > agreed to
unable to > able to
declined to > agreed to; neither > both; nor > and; nobody > everybody; nothing > everything; none > all
no one > everyone
""")
NOT_MORE = re.compile(
    r" (?:only|just|least|to mention|doubt|later than|until|matter|more than|fewer than|less than|necessarily)\b"
)
PREFIXED = both_ways("""
verified / unverified; confirmed / unconfirmed; likely / unlikely; legal / illegal; official / unofficial; able / unable
armed / unarmed; known / unknown; clear / unclear; escalation / de-escalation; escalate / de-escalate; fair / unfair
happy / unhappy; popular / unpopular; safe / unsafe; usual / unusual; successful / unsuccessful; expected / unexpected
authorized / unauthorized; related / unrelated; identified / unidentified; employed / unemployed
responsible / irresponsible
dependent / independent; direct / indirect; complete / incomplete; accurate / inaccurate; possible / impossible
appropriate / inappropriate; regular / irregular; agreed / disagreed; approved / disapproved; appeared / disappeared
qualified / disqualified; continued / discontinued; violent / non-violent; profit / non-profit; stable / unstable
conscious / unconscious; harmed / unharmed; injured / uninjured; married / unmarried; licensed / unlicensed
constitutional / unconstitutional; conditional / unconditional; precedented / unprecedented; resolved / unresolved
named / unnamed; paid / unpaid; acceptable / unacceptable; reliable / unreliable; certain / uncertain
willing / unwilling
lawful / unlawful; lawfully / unlawfully; legally / illegally; willingly / unwillingly; classified / declassified
stabilize / destabilize; sufficient / insufficient; visible / invisible; mortal / immortal; moral / immoral
valid / invalid
""")
PREFIX = re.compile(
    r"\b(?:non-|Non-)(?=[a-z]{4})|\bun(?=(?:named|armed|harmed|paid|licensed|authori|identified|expected|conf|veri|usual))"
)
PAIRED = re.compile(r"\b(pro|anti|pre|post|under|over)-(?=\w)", re.IGNORECASE)
OTHER_PREFIX = {"pro": "anti", "anti": "pro", "pre": "post", "post": "pre", "under": "over", "over": "under"}
VERBS = both_ways("""
rose / fell; rise / fall; rising / falling; increased / decreased; increase / decrease; increasing / decreasing
won / lost
win / lose; winning / losing; gained / lost; accepted / rejected; accept / reject; approved / rejected; approve / reject
supported / opposed; support / oppose; supporting / opposing; opened / closed; open / close; began / ended; begin / end
started / stopped; start / stop; starting / stopping; arrived / left; arrested / released; praised / criticized
praise / criticize; praised / condemned; passed / failed; passed / rejected; attacked / defended; attack / defend
bought / sold; buy / sell; entered / left; allowed / banned; allow / ban; allowing / banning; found / lost
hired / fired
joined / left; granted / denied; freed / jailed; acquitted / convicted; innocent / guilty; succeeded / failed
raised / lowered
raise / lower; raised / cut; strengthened / weakened; strengthen / weaken; improved / worsened; improve / worsen
expanded / shrank; lifted / imposed; lift / impose; built / demolished; backed / opposed; welcomed / condemned
agreed / refused; remembered / forgot; survived / died; escalated / eased; advanced / retreated; grew / shrank
up / down
imported / exported; borrowed / lent; sent / received; send / receive; giving / taking; gave / took; created / destroyed
loved / hated; loves / hates; saved / killed; save / kill; protect / harm; helped / hindered; help / hinder
appeared / vanished
expelled / admitted; deepened / eased; included / excluded; including / excluding; encouraged / discouraged; kept / lost
remained / ceased; comply / defy; complied / defied; violated / upheld; violates / upholds; honor / break
return / leave
returned / left; reduced / increased; reduce / increase; reducing / increasing; ahead of / behind; landed / took off
""")
THINGS = both_ways("""
alive / dead; victory / defeat; success / failure; strong / weak; stronger / weaker; high / low; large / small
big / small
man / woman; men / women; boy / girl; boys / girls; husband / wife; father / mother; brother / sister; son / daughter
safe / dangerous; public / private; old / young; new / old; early / late; domestic / foreign; military / civilian
true / false
right / wrong; minimum / maximum; majority / minority; import / export; gain / loss; hot / cold; rich / poor
male / female
winner / loser; profit / loss; positive / negative; open / closed; winter / summer; guilty / innocent
internal / external
ally / enemy; allies / enemies; friend / enemy; peace / war; permanent / temporary; local / national; good / bad
hard / easy
heavy / light; long / short; fast / slow; full / empty; rare / common; mild / severe; minor / major
voluntary / mandatory
inside / outside; upstairs / downstairs; left-wing / right-wing; conservative / liberal; Republican / Democratic
Republicans / Democrats; Sunni / Shiite; increase / drop; deadly / harmless; black / white; nephew / niece; uncle / aunt
serious / slight; optimistic / pessimistic; urban / rural; healthy / ill; natural / artificial; day / night
buyer / seller
""")
_PROPER = "republican republicans democratic democrats sunni shiite"
PROPER = frozenset(_PROPER.split())


def inserted(base: Base) -> Iterator[Change]:
    """ "not" behind an auxiliary, "never" before a past tense."""
    for match in INSERTED.finditer(base.text):
        yield Change(put(base.text, match.end(), match.end(), " not"), f"+ not after “{match[0]}”")
    for match in PAST.finditer(base.text):
        before = re.findall(r"[\w’'-]+", base.text[max(0, match.start() - 20) : match.start()])
        if before and before[-1].casefold() not in NOT_BEFORE_PAST and not before[-1].endswith("ly"):
            yield Change(put(base.text, match.start(), match.start(), " never"), f"+ never before “{match[1]}”")


def removed(base: Base) -> Iterator[Change]:
    """The negation taken out, or its affirmative put in its place."""
    straight = base.text.replace("’", "'")
    for place, new in swaps(straight, TAKEN):
        after = straight[place.end :]
        if NOT_MORE.match(after) or (
            place.text.casefold() == "not" and straight[: place.start].endswith(("or ", "if "))
        ):
            continue
        yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new or 'nothing'}")
    for place in find(straight, ("no",)):
        after = straight[place.end :]
        fixed = re.match(r" (?:one|longer|fewer|less|more|stranger|later)\b", after)
        if re.match(r" [a-z]", after) and not fixed and not NOT_MORE.match(after):
            yield Change(put(base.text, place.start, place.end, cased("some", place.text)), "no -> some")


def prefix(base: Base) -> Iterator[Change]:
    """The negation in a prefix put in or taken out."""
    yield from opposites(base, PREFIXED)
    for match in PAIRED.finditer(base.text):
        new = OTHER_PREFIX[match[1].casefold()]
        yield Change(put(base.text, match.start(1), match.end(1), cased(new, match[1])), f"{match[1]}- -> {new}-")
    for match in PREFIX.finditer(base.text):
        yield Change(put(base.text, match.start(), match.end(), ""), f"- {match[0]}")


def verb(base: Base) -> Iterator[Change]:
    """Rose for fell, accepted for rejected."""
    yield from opposites(base, VERBS)


def thing(base: Base) -> Iterator[Change]:
    """Dead for alive, men for women."""
    yield from opposites(base, THINGS)


def opposites(base: Base, table: dict[str, tuple[str, ...]]) -> Iterator[Change]:
    """Each phrase of `table` for its other, where the spans do not have the other too."""
    titles = [p for p in quoted(base.text) if p.text.istitle()]
    for place, new in swaps(base.text, table):
        name = place.text[:1].isupper() and place.start > 0 and new.casefold() not in PROPER
        if name or any(p.start <= place.start < p.end for p in titles):
            continue
        if stands(new, base.evidence):
            continue
        yield Change(put(base.text, place.start, place.end, new), f"{place.text} -> {new}")
