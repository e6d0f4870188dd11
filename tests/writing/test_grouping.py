"""The same said in several articles is one group; what differs in a figure, a name or a denial is not the same."""

import pytest
from sample_topics import topic_of

from summarizer.articles.nouns import Claim
from summarizer.articles.topic import Topic
from summarizer.writing.extractive import claims
from summarizer.writing.grouping import Group, group, spans

FLOOD = "The river Aire flooded 300 homes in Leeds on Monday, the council said."
FILLER = "Trains between York and Hull were cancelled until further notice."


def groups(topic: Topic) -> tuple[Group, ...]:
    return group(claims(topic), topic)


def sources(one: Group) -> list[str]:
    return sorted({member.source for member in one.members})


def find(topic: Topic, words: str) -> Group:
    return next(g for g in groups(topic) if words in g.text)


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (FLOOD, True),
        ("On Monday the river Aire flooded 300 homes in Leeds, the council said.", True),
        ("The river Aire flooded 450 homes in Leeds on Monday, the council said.", False),
        ("The river Wharfe flooded 300 homes in Otley on Monday, the council said.", False),
        ("The river Aire flooded no homes in Leeds on Monday, the council said.", False),
        ("Volunteers handed out soup and blankets in a sports hall.", False),
    ],
)
def test_same_fact(other: str, together: bool) -> None:
    topic = topic_of(f"{FLOOD}\n{FILLER}", other)
    assert (sources(find(topic, "Aire flooded 300")) == ["s1", "s2"]) is together


def test_every_claim_is_in_a_group() -> None:
    topic = topic_of(f"{FLOOD}\n{FILLER}", f"{FLOOD}\nNobody was hurt, police in Leeds said on Monday evening.")
    told = claims(topic)
    assert {m.sentences for g in group(told, topic) for m in g.members} == {c.sentences for c in told}


def test_copies_are_one_origin() -> None:
    apart = topic_of(FLOOD, FLOOD, FLOOD)
    copied = topic_of(FLOOD, FLOOD, FLOOD, origins=(("s1", "s2"), ("s3",)))
    assert (groups(apart)[0].origins, groups(copied)[0].origins) == (3, 2)


def test_few_words_of_two_copies_are_one_group() -> None:
    copied = topic_of(f"{FLOOD}\nRoads are open.", f"{FLOOD}\nRoads are open.", origins=(("s1", "s2"),))
    assert [sources(g) for g in groups(copied)] == [["s1", "s2"], ["s1", "s2"]]


def test_repetition_within_an_article_is_one_group() -> None:
    [one] = groups(topic_of(f"{FLOOD}\n{FLOOD}"))
    assert (len(one.members), one.origins) == (2, 1)


def test_more_claims_on_the_same_sentence_add_no_origin() -> None:
    topic = topic_of(f"{FLOOD}\n{FILLER}", f"{FLOOD}\nNobody was hurt.")
    again = Claim(text="The river Aire flooded 300 homes in Leeds.", sentences=topic.body[:1], written_by="model")
    before = groups(topic)[0]
    after = next(g for g in group([*claims(topic), again], topic) if g.text == FLOOD)
    assert before.origins == after.origins == 2
    assert after.members[0].written_by == "extractive"


def test_damaged_wording_gives_way_to_a_clean_twin() -> None:
    topic = topic_of("The river Aire flooded ] 300 homes in Leeds on Monday, the council said.", FLOOD)
    assert groups(topic)[0].text == FLOOD


def test_the_shorter_statement_is_borne_out_by_the_longer_and_not_the_other_way() -> None:
    short = "The river Aire flooded 300 homes in Leeds."
    topic = topic_of(short, "The river Aire flooded 300 homes in Leeds and swept away the footbridge at Kirkstall.")
    assert sources(find(topic, short)) == ["s1", "s2"]
    assert sources(find(topic, "footbridge")) == ["s2"]


def test_what_leans_on_a_sentence_knows_it() -> None:
    topic = topic_of(f"{FLOOD}\nThey were built in 1902 by the railway company.")
    first, second = groups(topic)
    assert (second.points_back, second.after) == (True, first.id)


def test_spans_are_each_given_once_with_the_wording_first() -> None:
    topic = topic_of(FLOOD, FLOOD)
    assert [s.source for s in spans(groups(topic)[0])] == ["s1", "s2"]


def test_few_words_are_said_by_nobody_else() -> None:
    topic = topic_of("Leeds flooded.\nThe river Aire rose quickly that night.", FLOOD)
    assert sources(find(topic, "Leeds flooded.")) == ["s1"]
