"""Importance: how many independent origins say it, how early, how much that is new. A question narrows it."""

from sample_topics import topic_of

from summarizer.articles.nouns import Claim
from summarizer.articles.topic import Topic
from summarizer.writing.extractive import claims
from summarizer.writing.grouping import Group, group
from summarizer.writing.ranking import manner, rank, term_worth
from summarizer.writing.selection import FULL, select

STRIKE = "Dock workers in Antwerp began a strike over pay on Tuesday."
WEATHER = "Heavy rain is expected along the northern coast at the weekend."
CHEESE = "A bakery in Ghent sold its last cheese tart after ninety years."
PORT = "The port authority closed two of the four terminals in Antwerp."


def ranked(topic: Topic, question: str | None = None) -> tuple[Group, ...]:
    return rank(group(claims(topic), topic), topic, question)


def test_what_more_origins_say_comes_first() -> None:
    topic = topic_of(f"{WEATHER}\n{STRIKE}", f"{CHEESE}\n{STRIKE}", f"{STRIKE}\n{PORT}")
    assert ranked(topic)[0].text == STRIKE


def test_copies_do_not_outvote() -> None:
    texts = (f"{WEATHER}\n{CHEESE}", f"{WEATHER}\n{CHEESE}", f"{WEATHER}\n{CHEESE}", f"{STRIKE}\n{PORT}", STRIKE)
    topic = topic_of(*texts, origins=(("s1", "s2", "s3"), ("s4",), ("s5",)))
    assert ranked(topic)[0].text == STRIKE


def test_what_stands_early_comes_first() -> None:
    topic = topic_of("\n".join([STRIKE, *(f"Filler number {n} speaks of nothing at all." for n in range(9)), WEATHER]))
    places = {g.text: place for place, g in enumerate(ranked(topic))}
    assert places[STRIKE] < places[WEATHER]


def test_long_articles_have_no_more_weight() -> None:
    long = "\n".join(f"{WEATHER[:-1]} number {n}." for n in range(30))
    worth = term_worth(topic_of(long, STRIKE))
    assert worth["strik"] >= worth["rain"]


def test_scores_fall_and_every_group_is_ranked() -> None:
    topic = topic_of(f"{STRIKE}\n{WEATHER}\n{PORT}", f"{STRIKE}\n{CHEESE}")
    result = ranked(topic)
    assert sorted(g.id for g in result) == sorted(g.id for g in group(claims(topic), topic))
    assert result[0].score == max(g.score for g in result)


def test_more_claims_on_the_same_sentence_add_no_importance() -> None:
    topic = topic_of(f"{STRIKE}\n{WEATHER}", f"{STRIKE}\n{PORT}")
    extra = [Claim(text=WEATHER, sentences=(topic.body[1],), written_by="model")] * 5
    more = rank(group([*claims(topic), *extra], topic), topic)
    assert [g.text for g in more] == [g.text for g in ranked(topic)]
    assert [g.score for g in more] == [g.score for g in ranked(topic)]


def test_manner() -> None:
    assert manner("The ferry sank, the harbour master said.") > manner("The ferry sank near the harbour.")
    assert manner("We think that you should take the ferry.") < manner("People should take the ferry.")
    assert manner('"We take the ferry," Anna Berg said.') > 1


def test_a_question_leaves_out_what_does_not_bear_on_it() -> None:
    topic = topic_of(f"{STRIKE}\n{WEATHER}\n{CHEESE}", f"{PORT}\n{WEATHER}")
    texts = [g.text for g in ranked(topic, "Which terminals did the port of Antwerp close?")]
    assert texts[0] == PORT
    assert CHEESE not in texts
    assert WEATHER not in texts


def test_a_question_that_nothing_bears_on_leaves_nothing() -> None:
    assert ranked(topic_of(STRIKE, WEATHER), "Who painted the ceiling of the chapel?") == ()
    assert ranked(topic_of(STRIKE, WEATHER), "???") == ()


def test_selection_keeps_to_its_words() -> None:
    lines = [
        f"{name} reported {n} tonnes of cargo on pier {n} of Antwerp." for n, name in enumerate(["Ann", "Bo", "Cy"] * 9)
    ]
    topic = topic_of("\n".join(lines[:14]), "\n".join(lines[14:]))
    for words in (20, 50, 120):
        assert sum(g.length for g in select(ranked(topic), words)) <= words * FULL


def test_selection_says_a_thing_once() -> None:
    longer = f"{STRIKE[:-1]}, closing two terminals."
    chosen = select(ranked(topic_of(STRIKE, longer, f"{STRIKE}\n{CHEESE}")), 200)
    assert sum("began a strike" in g.text for g in chosen) <= 2
    assert len({g.text for g in chosen}) == len(chosen)


def test_selection_takes_no_sentence_without_the_one_it_leans_on() -> None:
    topic = topic_of(f"{STRIKE}\nThey want eight per cent more, a sum of 900 euros.\n{CHEESE}", PORT)
    for words in range(8, 60, 4):
        texts = [g.text for g in select(ranked(topic), words)]
        assert STRIKE in texts or not any(t.startswith("They want") for t in texts)


def test_nothing_gives_nothing() -> None:
    empty = topic_of()
    assert rank((), empty) == ()
    assert select((), 100) == ()
