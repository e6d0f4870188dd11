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


def test_an_article_in_another_language_is_no_stranger() -> None:
    german = (
        "Die Brücke ist seit Montag gesperrt\n\nNach dem Unfall bei Ostham hat die Polizei am Dienstag die Brücke für "
        "den Verkehr gesperrt. Der Landrat sagte, dass die Reparatur nicht vor dem Winter beginnen werde.\n"
    )
    assert groups(*pages(EVENTS[0]), german) == (("s1", "s2", "s3", "s4"),)


FIRES = (  # day, and what the report says of a fire at one place
    ("2031-06-02", "Three people died when the cable house at Mount Orrin burnt on Sunday, the Orrin police said."),
    ("2031-06-03", "The Orrin cable house had no alarm, said Ines Tarn of the Orrin fire brigade. 14 were hurt."),
    ("2031-06-05", "Orrin mourns: the cable house at Mount Orrin will not open this year, Ines Tarn said."),
)
OLDER = (  # day, text, whether it is of another event
    ("2009-08-03", "Two men died in a fire at the cable house on Mount Orrin, the Orrin police said.", True),
    (
        "2039-01-20",
        "A fire at the cable house on Mount Orrin was put out in an hour, Orrin police said. 21 fled.",
        True,
    ),
    ("2039-06-02", "Years after the fire at Mount Orrin, the 14 who were hurt at the cable house met in Orrin.", False),
    ("2030-06-02", "The cable house at Mount Orrin was to have an alarm, the Orrin fire brigade said.", False),
    ("", "Two men died in a fire at the cable house on Mount Orrin, the Orrin police said.", False),
)


@pytest.mark.parametrize(("day", "text", "other"), OLDER)
def test_the_same_place_years_apart(day: str, text: str, other: bool) -> None:
    told = [f"Fire at the cable house\n{day}\n{said}\n" for day, said in (*FIRES, (day, text))]
    assert groups(*told) == ((("s1", "s2", "s3"), ("s4",)) if other else (("s1", "s2", "s3", "s4"),))


def test_one_dated_article_is_no_measure_for_another() -> None:
    told = [f"Fire at the cable house\n{day}\n{said}\n" for day, said, _ in OLDER[:1]]
    assert groups(*told, f"Fire at the cable house\n2031-06-02\n{FIRES[0][1]}\n") == (("s1", "s2"),)


CERTAIN: tuple[
    tuple[int, int, list[str]], ...
] = (  # how many of the event, how many of another, and the strangers that are certain
    (3, 1, ["s4.txt"]),
    (2, 1, ["s3.txt"]),
    (3, 2, []),  # less than two thirds hang together
    (1, 1, []),
    (1, 0, []),
)


@pytest.mark.parametrize(("ours", "theirs", "left"), CERTAIN)
def test_a_stranger_is_certain_where_most_hang_together(ours: int, theirs: int, left: list[str]) -> None:
    texts = (*pages(EVENTS[0])[:ours], *pages(EVENTS[1])[:theirs])
    read = [read_page(f"s{n}", text) for n, text in enumerate(texts, 1)]
    found = strangers([article for article, _ in read], [s for _, sentences in read for s in sentences], certain=True)
    assert [error.where for error in found] == left


def test_a_like_event_elsewhere_is_not_certain() -> None:
    """Only what has next to nothing in common with the rest is left out unasked."""
    texts = [f"Fire at the cable house\n{day}\n{said}\n" for day, said in FIRES]
    like = "Fire at a cable house\n2031-06-04\nTwo people died when the cable house at Brenna burnt, police said.\n"
    read = [read_page(f"s{n}", text) for n, text in enumerate((*texts, like), 1)]
    assert strangers([a for a, _ in read], [s for _, sentences in read for s in sentences], certain=True) == ()
