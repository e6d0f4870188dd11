"""Articles of another event are told from those of this one, and no article of this one is taken for a stranger."""

from itertools import permutations

import pytest
from invented_events import EVENTS, Event
from invented_pairs import page, read_page, wired

from summarizer.articles.events import events, strangers


def pages(event: Event) -> list[str]:
    return [
        page(f"What is known of the {event.name} so far", wired(event, event.story.split("\n"))),
        page(f"Eyewitness: the {event.name}", event.rival, event.local),
        page(f"The {event.name} in short, by our staff", event.second, event.background),
    ]


def groups(*texts: str) -> tuple[tuple[str, ...], ...]:
    read = [read_page(f"s{n}", text) for n, text in enumerate(texts, 1)]
    return events([article for article, _ in read], [s for _, sentences in read for s in sentences])


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_the_articles_of_one_event_hang_together(event: Event) -> None:
    assert groups(*pages(event)) == (("s1", "s2", "s3"),)


def test_a_stranger_among_the_articles_of_an_event_is_found() -> None:
    wrong = [
        (event.name, other.name)
        for event, other in permutations(EVENTS, 2)
        if groups(*pages(event), pages(other)[0]) != (("s1", "s2", "s3"), ("s4",))
    ]
    assert wrong == []


def test_of_two_events_the_larger_comes_first_and_of_equals_the_one_named_first() -> None:
    one, other = pages(EVENTS[0]), pages(EVENTS[1])
    assert groups(one[0], other[0], other[2]) == (("s2", "s3"), ("s1",))
    assert groups(one[0], other[0], one[1], other[2]) == (("s1", "s3"), ("s2", "s4"))


def test_an_article_that_tells_nothing_of_its_event_is_no_stranger() -> None:
    assert groups(*pages(EVENTS[0]), "He said so on Monday, and everyone was happy about it.\n") == (
        ("s1", "s2", "s3", "s4"),
    )
    assert groups() == ((),)


def test_a_stranger_is_named_with_what_it_goes_with() -> None:
    read = [read_page(f"s{n}", text) for n, text in enumerate((*pages(EVENTS[0]), *pages(EVENTS[1])[::2]), 1)]
    found = strangers([article for article, _ in read], [s for _, sentences in read for s in sentences])
    assert [str(error) for error in found] == [
        "s4.txt: seems to be about another event than s1, s2, s3, together with s5; brief it by itself",
        "s5.txt: seems to be about another event than s1, s2, s3, together with s4; brief it by itself",
    ]
