"""What is said, each thing once: claims that say the same are one group, whichever article and whichever words.

Likeness finds candidates; whether the words of one may stand with the other cited behind them is decided by
`checking.supports` alone. A claim that says more than another backs it and stays a group of its own. Nothing here knows
what is important, and no claim is dropped: each stands in at least one group.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.articles.neighbours import Neighbours
from summarizer.articles.nouns import Claim, Span
from summarizer.articles.terms import terms, words
from summarizer.articles.topic import Topic
from summarizer.checking.speech import speaker
from summarizer.checking.verdicts import Evidence, supports
from summarizer.writing.quotations import inside
from summarizer.writing.selfcontained import is_whole, points_back

ALIKE = 0.5  # share of a text's weight that a sentence must hold to be worth the check
LEAST_TERMS = 4  # of a claim; "Then there is Android." is said by every sentence that names it
CANDIDATES = 12  # sentences checked for one claim, the likeliest first
RESEMBLING = 0.2  # cosine from which a resemblance is remembered


@dataclass(frozen=True, slots=True)
class Group:
    """One thing said. `members[0]` gives the wording; every member says at least what it says, so each may be cited.

    `bearing`, `score`, `weights` and `timely` are ranking's: how far the group bears on the question that was asked,
    what it is worth per word where it stands in the ranking, and what each of its terms is worth in a brief.
    """

    id: str  # "g1", "g2", … in input order
    members: tuple[Claim, ...]
    origins: int  # independent origins among the members' sources
    after: str | None = None  # group of the sentence just before, where this one leans on it
    points_back: bool = False  # leans on what stands before it
    opens: bool = False  # the first sentence of its article: it tells the whole event
    whole: bool = True  # can be printed as it stands
    timely: int = 0  # 1 where its figure is the latest of an update, -1 where another has overtaken it
    alike: Mapping[str, float] = field(default_factory=dict)  # cosine to the groups that it resembles, by id
    bearing: float = 1.0  # on the question that was asked, 0 to 1
    score: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.members[0].text

    @property
    def length(self) -> int:
        """In words, as a reader counts them."""
        return len(self.text.split())


def spans(of: Group) -> tuple[Span, ...]:
    """Every span that says it, each once, the one that it is worded after first."""
    return tuple(dict.fromkeys(span for member in of.members for span in claim_spans(member)))


def claim_spans(claim: Claim) -> tuple[Span, ...]:
    """Where a claim stands: in one piece if it is a source's own words, else sentence by sentence."""
    found = [sentence.span for sentence in claim.sentences]
    if claim.written_by == "extractive":
        return (Span(source=claim.source, start=found[0].start, end=found[-1].end),)
    return tuple(found)


def group(claims: Sequence[Claim], topic: Topic) -> tuple[Group, ...]:
    """Claims as groups, in the order in which each group's first claim came."""
    backing = _backing(claims, topic)
    home = _homes(claims, backing)
    names = {leader: f"g{n}" for n, leader in enumerate(dict.fromkeys(home), 1)}
    wordings = Neighbours((claims[leader].text for leader in names), topic.neighbours.likeness)
    before = _previous(topic)
    quoted = inside(topic.body)
    # The first claim of a sentence is its own; a model's claims on it come later.
    said_in = {claim.sentences[-1].id: names[home[i]] for i, claim in reversed(list(enumerate(claims)))}
    found = []
    for leader, name in names.items():
        claim = claims[leader]
        members = (claim, *(claims[j] for j in backing[leader]))
        leans = points_back(claim.text)
        near = ((f"g{place + 1}", cosine) for place, cosine in wordings.near(claim.text).items())
        found.append(
            Group(
                id=name,
                members=members,
                origins=len({topic.origin[m.source] for m in members}),
                after=said_in.get(before.get(claim.sentences[0].id, "")) if leans else None,
                points_back=leans,
                opens=claim.sentences[0].id not in before,
                whole=is_whole(claim.text) and claim.sentences[0].id not in quoted,
                alike={other: cosine for other, cosine in near if cosine >= RESEMBLING and other != name},
            )
        )
    return tuple(found)


def _homes(claims: Sequence[Claim], backing: Sequence[Sequence[int]]) -> list[int]:
    """For each claim the one whose wording stands for it: itself, or one that it backs and that backs it."""
    home: dict[int, int] = {}
    for i in sorted(range(len(claims)), key=lambda i: (*_preference(claims[i], len(backing[i])), i)):
        if i not in home:
            home[i] = i
            home.update({j: i for j in backing[i] if j not in home and i in backing[j]})
    return [home[i] for i in range(len(claims))]


def _preference(claim: Claim, backers: int) -> tuple[bool, bool, bool, int, bool, int]:
    """Of several wordings the first: a source's own, undamaged, by itself, backed by many, with its speaker, short."""
    return (
        claim.written_by != "extractive",
        not is_whole(claim.text),
        points_back(claim.text),
        -backers,
        speaker(claim.text) is None,
        len(words(claim.text)),
    )


def _backing(claims: Sequence[Claim], topic: Topic) -> list[list[int]]:
    """For each claim the other claims whose sentences say all that it says, the likeliest first."""
    of_sentence: dict[str, list[int]] = {}
    for i, claim in enumerate(claims):
        for sentence in claim.sentences:
            of_sentence.setdefault(sentence.id, []).append(i)
    found = []
    twins: dict[tuple[str, str], list[int]] = {}  # the same words in copies of one text, however few they are
    for i, claim in enumerate(claims):
        twins.setdefault((topic.origin[claim.source], claim.text), []).append(i)
    for i, claim in enumerate(claims):
        covered = topic.neighbours.covered(claim.text) if len(terms(claim.text)) >= LEAST_TERMS else {}
        likely = sorted((p for p in covered if covered[p] >= ALIKE), key=lambda p: (-covered[p], p))
        places = [p for p in likely if topic.body[p] not in claim.sentences][:CANDIDATES]
        others = [j for s in claim.sentences for j in of_sentence[s.id] if j != i]
        others += [j for p in places for j in of_sentence.get(topic.body[p].id, ())]
        others += twins[topic.origin[claim.source], claim.text]
        found.append([j for j in dict.fromkeys(others) if j != i and _says(claim, claims[j], topic)])
    return found


def _says(claim: Claim, other: Claim, topic: Topic) -> bool:
    """Whether the sentences of `other` alone say all that `claim` says."""
    evidence = Evidence(" ".join(s.text for s in other.sentences), topic.article[other.source].published)
    return supports(claim.text, evidence)


def _previous(topic: Topic) -> dict[str, str]:
    """For each body sentence the one just before it in its article, by id."""
    pairs = zip(topic.body, topic.body[1:], strict=False)
    return {b.id: a.id for a, b in pairs if a.span.source == b.span.source}
