"""Reading order: the lead first, neighbours together, full names before surnames."""

from sample_topics import topic_of

from summarizer.articles.topic import Topic
from summarizer.writing.extractive import claims
from summarizer.writing.grouping import group
from summarizer.writing.ordering import order
from summarizer.writing.ranking import rank

FIRE = "A fire destroyed the market hall of Lund on Friday, police said."
CAUSE = "Investigators believe that a faulty heater set the hall alight."
THEY = "They found it under a stall that sold candles."
PLAN = "The town wants to rebuild the hall within two years."


def texts(topic: Topic) -> list[str]:
    return [g.text for g in order(rank(group(claims(topic), topic), topic), topic)]


def test_lead_is_first_and_the_sources_order_follows() -> None:
    assert texts(topic_of(f"{FIRE}\n{CAUSE}\n{PLAN}")) == [FIRE, CAUSE, PLAN]


def test_what_leans_stands_right_after() -> None:
    told = texts(topic_of(f"{FIRE}\n{CAUSE}\n{THEY}\n{PLAN}", f"{FIRE}\n{PLAN}"))
    assert told.index(THEY) == told.index(CAUSE) + 1


def test_lead_stands_by_itself() -> None:
    assert texts(topic_of(f"{FIRE}\n{THEY}", f"{THEY}\n{FIRE}"))[0] == FIRE


def test_lead_is_no_quotation() -> None:
    quote = "“The hall of Lund is lost,” police chief Eva Holm said of the fire on Friday."
    assert texts(topic_of(f"{quote}\n{FIRE}\n{PLAN}"))[0] == FIRE


def test_full_name_before_surname() -> None:
    full = "Mayor Karin Lindqvist promised help for all traders of the market."
    short = "Lindqvist ruled out a sale of the land to builders."
    told = texts(topic_of(f"{FIRE}\n{short}\n{PLAN}", f"{FIRE}\n{CAUSE}\n{full}"))
    assert told.index(full) < told.index(short)


def test_each_group_is_placed_once() -> None:
    topic = topic_of(f"{FIRE}\n{CAUSE}\n{THEY}\n{PLAN}", f"{PLAN}\n{CAUSE}")
    ranked = rank(group(claims(topic), topic), topic)
    assert sorted(g.id for g in order(ranked, topic)) == sorted(g.id for g in ranked)
    assert order((), topic) == ()
