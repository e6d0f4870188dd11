"""Pairs of short articles of the tests' own: what is a copy of what, and what only tells of the same event."""

from itertools import permutations
from pathlib import Path

import pytest
from short_reports import SHORT_REPORTS

from summarizer.articles.nouns import Article, Sentence, Span
from summarizer.articles.origins import find_origins
from summarizer.articles.reading import read
from summarizer.articles.sentences import split
from summarizer.records import Origin

SEEDS = sorted(str(path) for path in (Path(__file__).parents[2] / "seeds").glob("*.txt"))

WIRE = """\
The old road bridge at Larvik collapsed into the fjord on Sunday night, throwing four cars into the water.
Divers searched the wrecks until dawn and brought two drivers ashore alive, the coast guard said.
Engineers had warned the county in March that the northern pillar was losing concrete.
The county council postponed repairs because the money was set aside for a tunnel at Sandefjord.
Mayor Ada Lund called an extraordinary meeting for Tuesday and promised an independent inquiry.
The bridge, opened in 1961, carried about 9,000 vehicles a day between the harbour and the highway."""

REPHRASED = """\
On Sunday night the old road bridge in Larvik fell into the fjord, and four cars were thrown into the water.
According to the coast guard, divers searched the wrecks until dawn and got two drivers ashore alive.
In March, engineers warned the county that concrete was being lost from the northern pillar.
Repairs were postponed by the county council, since the money had been set aside for a Sandefjord tunnel.
An independent inquiry was promised by Mayor Ada Lund, who called an extraordinary meeting for Tuesday.
Opened in 1961, the bridge carried some 9,000 vehicles daily between harbour and highway."""

OTHER = """\
Four vehicles plunged into the fjord when a span of the Larvik bridge gave way late on Sunday.
Witnesses on the quay heard a bang "like a cannon" and saw headlights sink.
Hospital director Per Moe said both rescued drivers were in a stable condition.
Traffic is being sent over the inland route, which adds forty minutes to the trip to Oslo.
The transport minister cut short a visit to Bergen and is expected at the site on Monday.
Opposition politicians want every bridge of that age inspected before the winter."""

ROUNDUP = (
    """\
Storm Ingrid has left its mark on the whole of the southern coast this weekend.
In Arendal the roof of the swimming hall was torn off, and in Risør eleven boats sank at their moorings.
Power was out in 14,000 homes on Sunday evening and had returned to most of them by Monday.
"""
    + WIRE
    + """
The meteorological institute expects the wind to turn and to weaken on Wednesday.
Ferries between Horten and Moss will run again from Tuesday morning, the operator said.
Schools in Kragerø stay closed until the weekend because the heating plant is flooded.
Insurers have received more than six thousand claims, most of them for roofs and boats."""
)

QUOTED_A = """\
Ada Lund met reporters in the town hall after a sleepless night.
“We knew that the pillar was weak, and we did not act, and for that I ask everybody's forgiveness,” she said.
“There will be an independent inquiry, it will be public, and nobody will be spared by it,” Lund added.
“Every bridge built before 1970 will be inspected before the first snow falls this winter,” she promised.
Afterwards she walked to the quay and laid down flowers with the families of the drivers.
Shops along the harbour street stayed shut, and a choir sang in the church at noon."""

QUOTED_B = """\
The mayor of Larvik has apologised for the collapse that shook Norway.
“We knew that the pillar was weak, and we did not act, and for that I ask everybody's forgiveness,” she said.
“There will be an independent inquiry, it will be public, and nobody will be spared by it,” Lund added.
“Every bridge built before 1970 will be inspected before the first snow falls this winter,” she promised.
Her party leads the polls by a narrow margin three months ahead of the municipal vote.
Commentators in Oslo doubted that an inquiry could finish its work before that day."""

DOCTORED = WIRE.replace("four cars", "nine cars").replace("two drivers", "no drivers").replace("9,000", "4,000")
SHORT = "The old road bridge at Larvik collapsed into the fjord on Sunday night, throwing four cars into the water."


def origins(*texts: str, keys: tuple[int, ...] = ()) -> tuple[Origin, ...]:
    articles: list[Article] = []
    sentences: list[Sentence] = []
    for n, text in enumerate(texts, 1):
        key = str(keys[n - 1] if keys else n)
        articles.append(Article(id=f"s{n}", path="", sha256=key, encoding="utf-8", media_type="", text=text))
        at = 0
        for place, line in enumerate(text.split("\n")):
            span = Span(source=f"s{n}", start=at, end=at + len(line))
            sentences.append(Sentence(id=f"s{n}.{place + 1}", span=span, text=line, kind="body", paragraph=place))
            at += len(line) + 1
    return find_origins(articles, sentences)


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        pytest.param(WIRE, WIRE, True, id="reprint"),
        pytest.param(WIRE, REPHRASED, True, id="paraphrase"),
        pytest.param(WIRE, DOCTORED, True, id="doctored copy"),
        pytest.param(WIRE, ROUNDUP, True, id="wire story inside a round-up"),
        pytest.param(REPHRASED, ROUNDUP, True, id="paraphrase inside a round-up"),
        pytest.param(WIRE, OTHER, False, id="same event, another reporter"),
        pytest.param(OTHER, ROUNDUP, False, id="same event, and a round-up"),
        pytest.param(QUOTED_A, QUOTED_B, False, id="only the quotations in common"),
        pytest.param(WIRE, "\n".join(reversed(WIRE.split("\n"))), True, id="same sentences, moved about"),
        pytest.param(WIRE, SHORT, False, id="too little to tell"),
        pytest.param(WIRE, "", False, id="nothing"),
        *(pytest.param(*both, False, id=f"{name}, two short reports") for name, both in SHORT_REPORTS.items()),
    ],
)
def test_pairs(one: str, other: str, copies: bool) -> None:
    for pair in ((one, other), (other, one)):
        assert [o.sources for o in origins(*pair)] == ([("s1", "s2")] if copies else [("s1",), ("s2",)])


@pytest.mark.parametrize(
    ("texts", "kind", "reason"),
    [
        ((WIRE, WIRE), "reprint", "100 % of s1, sentence by sentence, repeats s2"),
        ((REPHRASED, WIRE), "near-copy", "100 % of s2, sentence by sentence, repeats s1 almost word for word"),
        ((WIRE, ROUNDUP), "reprint", "100 % of s1, sentence by sentence, repeats s2"),
        (
            (WIRE, WIRE, WIRE, WIRE, WIRE),
            "reprint",
            "each of the 5 shares at least 100 % of the shorter text with another of them",
        ),
    ],
)
def test_the_reason_has_the_figure(texts: tuple[str, ...], kind: str, reason: str) -> None:
    [origin] = origins(*texts)
    assert origin.kind == kind
    assert reason in origin.reason


def test_a_copy_of_a_copy_is_the_same_voice_whatever_the_order() -> None:
    texts = (WIRE, OTHER, REPHRASED, ROUNDUP)
    for order in permutations(range(4)):
        found = origins(*(texts[i] for i in order), keys=order)
        groups = {frozenset(order[int(s[1:]) - 1] for s in o.sources) for o in found}
        assert groups == {frozenset((0, 2, 3)), frozenset((1,))}
        assert [o.id for o in found] == ["o1", "o2"]
        assert [o.sources[0] for o in found] == sorted(o.sources[0] for o in found)
        assert all(o.reason if len(o.sources) > 1 else o.kind == "single" for o in found)


def test_many_copies_among_many_are_one_origin() -> None:
    strangers = [f"Plant {n} makes part q{n} for client r{n}, and town t{n} lives by it.\n" * 3 for n in range(60)]
    found = origins(*(text for n in range(60) for text in (WIRE, strangers[n])))
    assert [len(o.sources) for o in found if "s1" in o.sources] == [60]


def test_nothing_gives_nothing() -> None:
    assert find_origins((), ()) == ()


def test_the_seeds_are_four_origins() -> None:
    articles = read(SEEDS).articles
    found = find_origins(articles, [s for article in articles for s in split(article)])
    assert [(o.id, o.sources, o.kind) for o in found] == [
        ("o1", ("s1", "s2"), "near-copy"),
        ("o2", ("s3",), "single"),
        ("o3", ("s4",), "single"),
        ("o4", ("s5",), "single"),
    ]
    assert found[0].reason == "100 % of s1, sentence by sentence, paraphrases s2"
