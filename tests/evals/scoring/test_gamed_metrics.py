"""Ways to a score that say nothing: citing everything, citing whole sources, and errors where no check was looking."""

import pytest
from scored_samples import Quote, answer, brief, case, fact, measure

from summarizer.evals.cases.nouns import Question
from summarizer.evals.scoring.nouns import Subject

H, G = "harbour.txt", "globe.txt"
FILLER = "The weather over the region stayed calm all day. " * 12
LONG = {
    H: "The alarm rang at 3.12 a.m. on the second floor.\nBrede kept tens of crabs.\nTen people were killed there.\n"
    f"Do not eat it, do not taste it, do not sell it.\n"
    f"The old harbour of Orlund lay empty.\nThen Holm and Brede met, and Holm left.\n{FILLER}\n",
    G: f"About 80 passengers were hurt.\nThe pier at Orlund is shut.\n{FILLER}\n",
}
LOST = "Ten people were killed there."
OF = case(LONG, [fact("f1", "Ten people were killed.", [[(H, LOST)]], 3, LONG)])


@pytest.mark.parametrize(
    ("metric", "text", "quote"),
    [
        (
            "numbers",
            "The alarm rang at 3.21 a.m. on the second floor.",
            "The alarm rang at 3.12 a.m. on the second floor.",
        ),
        (
            "numbers",
            "The alarm rang at 3.12 a.m. on the third floor.",
            "The alarm rang at 3.12 a.m. on the second floor.",
        ),
        ("numbers", "Brede kept hundreds of crabs.", "Brede kept tens of crabs."),
        ("polarity", "Do not eat it, do taste it, do not sell it.", "Do not eat it, do not taste it, do not sell it."),
        ("names", "Holm kept tens of crabs.", "Brede kept tens of crabs."),
    ],
)
def test_an_error_that_no_check_of_the_checker_names(metric: str, text: str, quote: str) -> None:
    found = measure(metric, OF, brief(OF, (quote, [(H, quote)]), (text, [(H, quote)])))
    assert [part.value for part in found.parts] == [1.0, 0.0]
    assert found.parts[1].reason


def test_a_plain_word_that_opens_a_sentence_is_no_name() -> None:
    empty = "The old harbour of Orlund lay empty."
    assert measure("names", OF, brief(OF, ("Harbour of Orlund lay empty.", [(H, empty)]))).value == 1.0


@pytest.mark.parametrize("metric", ["fact_recall", "must_facts", "fact_recall_normalised"])
def test_a_whole_source_is_no_place(metric: str) -> None:
    exact = brief(OF, (LOST, [(H, LOST)]))
    loose = brief(OF, (LOST, [(H, LONG[H])]))
    assert measure(metric, OF, exact).value == 1.0
    assert measure(metric, OF, loose).value == 0.0


def test_a_citation_for_nothing_is_not_heard() -> None:
    shut = "The pier at Orlund is shut."
    alone = measure("balance", OF, brief(OF, (LOST, [(H, LOST)]))).value
    assert measure("balance", OF, brief(OF, (LOST, [(H, LOST), (G, shut)]))).value == alone == 0.0
    assert measure("balance", OF, brief(OF, (LOST, [(H, LOST)]), (shut, [(G, shut)]))).value == 1.0


def test_an_answer_elsewhere_in_the_file_has_to_be_one_to_the_question() -> None:
    texts = {
        H: "Train crews are at Vale in the north.\nThe troops of the north train in Orlund every week.\n",
        G: "The troops of the north train in Vale.\nThe north is at war with Orlund and Vale over fish.\n",
    }
    values = (
        answer("in Orlund", (H, "The troops of the north train in Orlund every week."), texts=texts),
        answer("in Vale", (G, "The troops of the north train in Vale."), texts=texts),
    )
    asked = Question(id="d1", question="Where do the troops of the north train?", kind="conflict", values=values)
    of = case(texts, [fact("f1", "The troops train.", [[(H, "The troops of the north train")]], 3, texts)], [asked])
    trained: tuple[str, list[Quote]] = (texts[H].splitlines()[1], [(H, texts[H].splitlines()[1])])
    other = texts[G].splitlines()
    assert measure("disagreements", of, brief(of, trained, (other[0], [(G, other[0])]))).value == 1.0
    assert measure("disagreements", of, brief(of, trained, (other[1], [(G, other[1])]))).value == 0.0


def test_a_whole_source_bit_by_bit_is_no_place() -> None:
    bits = [(H, LONG[H][i : i + 30]) for i in range(0, 180, 30)]  # the fact lies in the fourth and fifth
    first = [(H, LONG[H][i : i + 100]) for i in range(200, 900, 100)]
    assert measure("fact_recall", OF, brief(OF, ("It was.", bits))).value == 1.0
    assert measure("fact_recall", OF, brief(OF, ("It was.", [*first, *bits]))).value == 0.0


def test_what_cannot_be_seen_is_empty() -> None:
    hidden = brief(OF, ("\u3164", [(H, LOST)]))
    assert Subject(case=OF, brief=hidden).is_empty


def test_the_same_place_again_is_no_second_witness() -> None:
    false = ("Ninety people were killed there.", [(H, LOST)])
    once = measure("citation_precision", OF, brief(OF, (LOST, [(H, LOST)]), false)).value
    often = measure("citation_precision", OF, brief(OF, (LOST, [(H, LOST)] * 50), false)).value
    assert once == often != 1.0


def test_a_sentence_of_little_words_said_again_says_nothing_new() -> None:
    again = brief(OF, *[("It was so.", [(H, LOST)])] * 4)
    assert measure("distinct", OF, again).value == 0.25
