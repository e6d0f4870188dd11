"""Tables: a few one-sentence articles, and what they disagree about. Most rows must stay silent."""

from datetime import date

import pytest
from conftest import ROOT
from samples import topic_of_lines

from summarizer.articles.reading import read
from summarizer.articles.topic import Topic
from summarizer.records import Disagreement
from summarizer.writing.disagreements.finding import disagreements

SEEDS = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
BRIDGE = "The road bridge at Larvik fell into the fjord on Sunday."


def found(*texts: str, published: tuple[date | None, ...] = ()) -> tuple[Disagreement, ...]:
    return disagreements(topic_of_lines(*texts, published=published))


def shown(found: tuple[Disagreement, ...]) -> list[tuple[str, str, list[tuple[str, str | None]]]]:
    return [(d.kind, d.about, [(p.value, p.said_by) for p in d.positions]) for d in found if d.kind != "scope"]


DIFFER = [
    # kind, about, positions, texts
    (
        "conflict",
        "people killed",
        [("seven", None), ("nine", None)],
        ("The fire killed seven people.", "Nine people were killed in the fire."),
    ),
    (
        "conflict",
        "people injured",
        [("40", None), ("12", None)],
        ("The blast injured 40 people.", "The blast killed three and injured 12."),
    ),
    (
        "attributed",
        "people killed",
        [("seven", "Mayor Ada Lund"), ("nine", "the fire brigade")],
        ("Mayor Ada Lund said seven people were killed.", "Nine people were killed, the fire brigade said."),
    ),
    (
        "attributed",
        "Polish soldiers",
        [("400", "Minister Ada Lund"), ("600", "the opposition")],
        (
            "Minister Ada Lund said Poland would send 400 soldiers.",
            "Poland is to send 600 Polish soldiers, according to the opposition.",
        ),
    ),
    (
        "update",
        "people killed",
        [("three", None), ("11", None)],
        ("The fire killed three people.", "The death toll of the fire rose to 11."),
    ),
    (
        "conflict",
        "magnitude of the quake",
        [("5.6", None), ("5.2", None)],
        ("A magnitude 5.6 quake struck on Sunday.", "The quake had a magnitude of 5.2."),
    ),
    (
        "attributed",
        "magnitude of the quake",
        [("5.6", "The observatory"), ("5.2", "the ministry")],
        (
            "The observatory said the quake had a magnitude of 5.6, but the ministry said it had a magnitude of 5.2.",
            BRIDGE,
        ),
    ),
    (
        "conflict",
        "villages destroyed",
        [("seven", None), ("four", None)],
        ("Seven villages were destroyed.", "The storm flattened four villages."),
    ),
    (
        "conflict",
        "years",
        [("five", None), ("six", None)],
        ("She was jailed for five years.", "She was jailed for six years."),
    ),
    (
        "conflict",
        "people killed, May 2011",
        [("more than 300", None), ("more than 500", None)],
        ("A flood killed more than 300 people in May 2011.", "In May 2011 a flood killed more than 500 people."),
    ),
]


@pytest.mark.parametrize(("kind", "about", "positions", "texts"), DIFFER)
def test_different_answers_to_one_question_are_found(
    kind: str, about: str, positions: list[tuple[str, str | None]], texts: tuple[str, ...]
) -> None:
    [(its_kind, its_about, its_positions)] = shown(found(*texts))
    assert (its_kind, its_about) == (kind, about)
    assert sorted(its_positions, key=str) == sorted(positions, key=str)


SILENT = [
    # why, texts
    ("the same figure", "The fire killed seven people.", "Seven people died in the fire."),
    ("dead and injured", "The fire killed seven people.", "The fire injured nine people."),
    ("a part", "The fire killed seven people.", "The fire killed two children."),
    ("a part of those", "The fire killed seven people.", "Seven people died, including three firefighters."),
    ("more of them", "The fire killed seven people.", "Two more people were killed."),
    ("of them", "The fire killed seven people.", "Three of them died in the fire."),
    ("a bound that holds", "The fire injured more than 200 people.", "The fire injured 213 people."),
    ("a rounding", "About 50 people were injured.", "The fire injured 48 people."),
    ("another year", "The fire killed seven people.", "A fire in 2009 killed 31 people."),
    ("another month", "The fire killed seven people.", "In March a fire killed nine people."),
    ("last year", "The fire killed seven people.", "A fire last year killed nine people."),
    (
        "told of the earlier one",
        "The fire killed seven people.",
        "The mill burned in 2009.\nNine people died and two were injured in that fire.",
    ),
    ("another event", "The fire killed seven people.", "A separate fire killed nine people."),
    ("the worst ever", "The fire killed seven people.", "It was the worst since a fire that killed 92 people."),
    ("another place", "The fire killed 170 people in the province.", "The fire killed 230 people across Norway."),
    ("special forces", "Poland sent 400 soldiers.", "Poland sent 300 special forces."),
    (
        "told apart by a third",
        "Poland sent 400 soldiers.",
        "Poland sent 300 soldiers.",
        "Poland sent 300 special forces soldiers.",
    ),
    ("another army", "Poland sent 400 soldiers.", "Russia sent 600 soldiers."),
    ("a whole army", "Poland sent 400 soldiers.", "Poland has 15,000 soldiers."),
    ("to have and to lose", "Poland has 400 tanks.", "Poland lost 600 tanks."),
    ("there or sent there", "Poland sent 400 soldiers.", "There are 600 Polish soldiers on the border."),
    ("somewhere only", "Poland sent 400 soldiers.", "Poland sent 600 soldiers to camps in Latvia."),
    ("cars and trucks", "Poland sent 400 trucks.", "Poland sent 600 cars."),
    ("nobody's", "There were 400 soldiers.", "There were 600 soldiers."),
    ("one source knows both", "Poland sent 400 soldiers.\nPoland sent 600 soldiers.", "Poland sent 600 soldiers."),
    ("a second toll in one article", "The fire killed seven people.\nTwo people died in the mill.", BRIDGE),
    (
        "an event known by a name",
        "The fire killed seven people.",
        "The deaths recall Molde, where a fire killed 92 people.",
    ),
    ("another weekday", "Monday's blast killed seven people.", "The blast on Sunday killed nine people."),
    (
        "seriously",
        "The fire injured seven people.",
        "The fire injured two people seriously, and five of them are home.",
    ),
    ("children and all", "The fire killed 26 people.", "The fire killed 20 children and six adults."),
    ("officers and all", "The blast killed 26 people.", "The blast killed 12 police officers."),
    ("arrests elsewhere", "Police arrested three people.", "Five people were arrested in Bergen."),
    ("people and homes", "The flood displaced 300 people.", "The flood displaced 200 families."),
    ("feared", "The fire killed seven people.", "Nine people are feared dead."),
    ("still missing", "The fire killed seven people.", "Nine people were missing, presumed dead."),
    ("a yearly figure", "The fire killed seven people.", "Fires kill 60 people a year."),
    ("an aftershock", "A magnitude 5.6 quake struck.", "An aftershock of magnitude 4.1 followed."),
    ("another day", "A magnitude 5.6 quake struck on Sunday.", "A magnitude 4.4 quake struck on Monday."),
    ("a quake in general", "A magnitude 5.6 quake struck.", "A magnitude 6.0 quake can cause severe damage."),
    ("a range", "The fire injured 40 people.", "Between 20 and 60 people were injured."),
    ("one or the other", "The fire injured 40 people.", "Two or three people were injured."),
    ("dozens", "The fire injured 40 people.", "Dozens of people were injured."),
    ("what might be", "The fire killed seven people.", "The fire could have killed 70 people."),
    ("a share", "The fire killed seven people.", "The fire killed 2 % of the birds."),
    ("money for two things", "Poland paid $400 million for tanks.", "Poland got $600 million in aid."),
    ("one article", "The fire killed seven people."),
    ("nothing",),
]


@pytest.mark.parametrize("row", SILENT, ids=[row[0] for row in SILENT])
def test_what_is_another_question_is_not_reported(row: tuple[str, ...]) -> None:
    assert shown(found(*row[1:])) == []


def test_the_day_of_a_deed_is_not_the_day_on_which_it_was_told() -> None:
    texts = (
        "At least 14 people died on the ferry Astrid off Lindholm on Friday, the coast guard said.",
        "Eleven people died on the ferry Astrid off Lindholm on Friday, police said.",
        "The death toll of the ferry Astrid off Lindholm rose to 17, the coast guard said.",
    )
    [toll] = found(*texts, published=(date(2031, 5, 3), date(2031, 5, 3), date(2031, 5, 4)))
    assert [p.value for p in toll.positions] == ["at least 14", "eleven", "17"]
    assert [p.as_of for p in toll.positions] == [date(2031, 5, 3), date(2031, 5, 3), date(2031, 5, 4)]


def test_the_same_answers_of_two_copies_are_one_disagreement() -> None:
    rows = ("The roads to Tarn are open, Moran said.",) * 2 + ("The roads to Tarn are not open, Moran said.",)
    [roads] = found(*rows)
    assert [[c.source for c in p.citations] for p in roads.positions] == [["s1", "s2"], ["s3"]]


def test_a_toll_that_rises_from_day_to_day_is_an_update() -> None:
    texts = ("The fire killed three people.", "The fire killed seven people.", "The fire killed 11 people.")
    days = (date(2031, 5, 1), date(2031, 5, 1), date(2031, 5, 2))
    assert [d.kind for d in found(*texts, published=days)] == ["update"]
    assert [d.kind for d in found(*texts, published=days[::-1])] == ["conflict"]


SCOPES = [
    # what is counted | the figures, each with what it counts | texts
    (
        "soldiers",
        [("400", "soldiers"), ("300", "special forces")],
        ("Poland sent 400 soldiers.", "Poland sent 300 special forces."),
    ),
    (
        "people killed",
        [("230", "people across Norway"), ("170", "people in Molde")],
        ("In 2004 a flood killed 170 people in Molde.", "A flood in 2004 killed 230 people across Norway."),
    ),
    ("another army", [], ("Poland sent 400 soldiers.", "Russia sent 300 special forces.")),
    ("one article knows", [], ("Poland sent 400 soldiers.\nPoland sent 300 special forces.", BRIDGE)),
]


@pytest.mark.parametrize(("about", "counted", "texts"), SCOPES)
def test_different_things_counted_are_told_apart(
    about: str, counted: list[tuple[str, str]], texts: tuple[str, ...]
) -> None:
    scopes = [d for d in found(*texts) if d.kind == "scope"]
    assert [(p.value, p.counts) for d in scopes for p in d.positions] == counted
    assert all(d.about == about for d in scopes)


def test_what_was_published_years_apart_is_not_one_event() -> None:
    texts = ("The fire in Hask killed three people.", "The fire in Hask killed seven people.")
    assert found(*texts, published=(date(2031, 5, 1), date(2031, 5, 2)))
    assert not found(*texts, published=(date(2031, 5, 1), date(2038, 5, 2)))


def test_two_events_of_one_kind_are_kept_apart_without_a_date() -> None:
    tallin = """An earthquake shook Tallin and the villages of Orm and Hask.
The Tallin hospital on Kirk Street is full, Doctor Ada Lund said.
Nine people were killed in the earthquake."""
    marbay = """An earthquake shook Marbay near Lake Osk.
Mayor Bo Vik of Marbay closed the Quarn bridge.
Two people were killed in the earthquake."""
    later = """The earthquake in Marbay damaged the Quarn bridge near Lake Osk, Mayor Bo Vik said.
Four people were killed in the earthquake."""
    [one] = found(tallin, marbay, later)
    assert [(p.value, [c.source for c in p.citations]) for p in one.positions] == [("two", ["s2"]), ("four", ["s3"])]


def test_an_agency_named_before_is_named() -> None:
    texts = (
        "Oslo's rescue agency said on Friday that the search goes on.\nThe agency said nine people were killed.",
        "Mayor Ada Lund said seven people were killed in Oslo.",
    )
    [disagreement] = found(*texts)
    assert {p.said_by for p in disagreement.positions} == {"Oslo's rescue agency", "Mayor Ada Lund"}


def test_copies_are_one_position() -> None:
    first = "President Ada Lund of Norway said nine people were killed."
    [disagreement] = found(first, "President Ada Lund said nine people were killed.", "The fire killed seven people.")
    assert [[c.source for c in p.citations] for p in disagreement.positions] == [["s1", "s2"], ["s3"]]


def test_the_order_of_the_input_decides_nothing_but_ids() -> None:
    texts = [row for *_, rows in DIFFER for row in rows]
    whole = topic_of_lines(*texts)
    one = disagreements(whole)
    other = disagreements(Topic(whole.articles[::-1], whole.sentences, whole.origins))
    assert {(d.about, frozenset(p.value for p in d.positions)) for d in one} == {
        (d.about, frozenset(p.value for p in d.positions)) for d in other
    }


# What five articles on one event disagree about: question | kind | answers, each with who gives it and in which file.
SEEDS_DIFFER = [
    (
        "North Korean troops",
        "attributed",
        {
            ("10,000", "Ukrainian President Volodymyr Zelenskyy", ("s1", "s2")),
            ("as many as 12,000", "Some South Korean news outlets", ("s3",)),
            ("12,000", "North Korea", ("s4",)),
            ("around 12,000", "Seoul's spy agency", ("s5",)),
        },
    ),
    (
        "who summoned the Russian ambassador",
        "conflict",
        {
            ("South Korea’s foreign minister", None, ("s1",)),
            ("South Korea's Foreign Ministry", "Yonhap news agency", ("s4",)),
        },
    ),
    (
        "what the Kremlin has said",
        "conflict",
        {
            ("having previously denied such claims", None, ("s1", "s2")),
            ("no comment on this from Moscow or Pyongyang", None, ("s4",)),
        },
    ),
    (
        "what Pyongyang has said",
        "conflict",
        {
            ("no response from Pyongyang", None, ("s3",)),
            ("announced plans to send 12,000 troops", None, ("s4",)),
        },
    ),
]


def test_the_seeds_differ_on_what_a_reader_sees() -> None:
    seeds = Topic.of(read(SEEDS).articles)
    found = {d.about: d for d in disagreements(seeds) if d.kind != "scope"}
    assert set(found) == {about for about, *_ in SEEDS_DIFFER} | {
        "what the Kremlin denies",
        "in which country: train (North Korea)",
    }
    for about, kind, positions in SEEDS_DIFFER:
        given = {(p.value, p.said_by, tuple(c.source for c in p.citations)) for p in found[about].positions}
        assert (found[about].kind, given) == (kind, positions)
    for citation in (c for d in found.values() for p in d.positions for c in p.citations):
        text = seeds.article[citation.source].text
        assert text[citation.start : citation.end] == citation.quote
        assert text[: citation.start].endswith(citation.prefix)
        assert text[citation.end :].startswith(citation.suffix)
        assert len(citation.prefix) <= 32
