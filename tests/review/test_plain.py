"""The review line by line: everything in words, one letter a decision, nothing that moves a cursor."""

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from velm import FOUR, SEVEN, on_disk, velm

from summarizer.errors import Exit
from summarizer.output.files import read_brief
from summarizer.review.evidence.desk import Desk
from summarizer.review.evidence.examining import Examiner
from summarizer.review.nouns import State
from summarizer.review.session import Session
from summarizer.review.without_screen import plain


def review(path: Path, *typed: str, name: str = "Marta") -> tuple[int, str, State]:
    """The exit code, what was written, and the state that is on the disk afterwards."""
    out = io.StringIO()
    brief = read_brief(path)
    with Session.open(brief, path, name) as session:
        desk = Desk(brief, path.parent)
        stdin = io.StringIO("".join(f"{line}\n" for line in typed))
        code = plain.run(session, desk, Examiner(brief, desk), stdin, out)
    with Session.open(brief, path, name) as again:
        return code, out.getvalue(), again.state


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return on_disk(tmp_path)


def test_a_sentence_is_told_whole_and_in_words(path: Path) -> None:
    _, out, _ = review(path, "s", "s")
    third = out.split("Sentence 3 of 3, b3.\n")[1].splitlines()
    assert third[:6] == [
        "Five people were hurt.",
        "Verdict: unsupported: what was found does not bear it out.",
        "Failed check, numbers: five is in no cited span",
        "Evidence 1 of 1: source s1, file courier.txt, characters 47 to 86: “Four people were hurt, the police said.”",
        "Disagreement d1, people hurt: Four (the police, s1); Seven (the hospital, s2)",
        "Decision: open.",
    ]
    assert out.isascii() or not set(out) & set("✓✗~↻▶")
    assert "\x1b" not in out
    assert "\r" not in out


DONE: list[tuple[Sequence[str], list[str | None], int]] = [
    (("a", "a", "x five is wrong"), ["accepted", "accepted", "rejected"], Exit.WHOLE),
    (("a", "f unsure", "a", "by phone"), ["accepted", "flagged", "accepted"], Exit.WHOLE),
    (("A", "s", "a", "", "q"), ["accepted", None, None], Exit.MARKED),  # no reason: not accepted
    (("a", "a", "a because of a call"), ["accepted", "accepted", "accepted"], Exit.WHOLE),
    ((), [None, None, None], Exit.MARKED),
    (
        ("", "", "\x1b[A", "accept", "y"),
        [None, None, None],
        Exit.MARKED,
    ),  # Enter, and what is no letter, decide nothing
    (("a", "u"), [None, None, None], Exit.MARKED),
    (("a", "u", "r"), ["accepted", None, None], Exit.MARKED),
    (("a", "b", "o"), [None, None, None], Exit.MARKED),
    (("s", "s", "s", "a"), ["accepted", None, None], Exit.MARKED),  # after the last comes the first open one
    (("a", "a", "a"), ["accepted", "accepted", None], Exit.MARKED),  # the input ends where a reason is asked for
]


@pytest.mark.parametrize(("typed", "choices", "code"), DONE, ids=range(len(DONE)))
def test_letters_decide(path: Path, typed: Sequence[str], choices: list[str | None], code: int) -> None:
    found, out, state = review(path, *typed)
    assert [item.choice for item in state.items] == choices
    assert found == code
    still = [item.id for item in state.open]
    assert (f"Open: {', '.join(still)}." in out) == bool(still)


def test_it_goes_on_where_it_stopped(path: Path) -> None:
    review(path, "a", "q")
    _, out, _ = review(path)
    assert "Going on with the first open one." in out
    assert "Sentence 2 of 3, b2." in out
    assert "Sentence 1 of 3" not in out


def test_the_evidence_that_was_told_counts_as_seen(path: Path) -> None:
    _, _, state = review(path, "a")
    assert [sorted(item.seen) for item in state.items] == [["s1"], ["s1"], []]


def test_an_edit_is_checked_at_once_and_told_again(path: Path) -> None:
    _, out, state = review(path, "e", "Seven people were hurt, the hospital said.", "a")
    assert "It was: Two warehouses burned down" in out
    assert "source s2, file post.txt" in out
    assert (state.items[0].choice, [c.source for c in state.items[0].citations]) == ("accepted", ["s2"])
    _, out, state = review(path, "e ", "", "e Four people were hurt, the police said.")
    assert "Nothing was changed." in out


def test_other_evidence_is_chosen_by_its_number(path: Path) -> None:
    brief = velm()
    path.write_text(replace(brief, sentences=(replace(brief.sentences[1], citations=(SEVEN,)),)).to_json(), "utf-8")
    _, out, _ = review(path, "c", "")
    rows = [row for row in out.splitlines() if row[:1].isdigit() and FOUR.quote in row]
    assert len(rows) == 1
    number = rows[0].split(":")[0]
    for wrong in ("0", "99", "1 x"):
        assert "Not understood, nothing was changed." in review(path, "c", wrong)[1]
    _, out, state = review(path, "c", number, "a")
    assert [(c.source, c.start) for c in state.items[0].citations] == [("s1", FOUR.start)]
    assert state.items[0].choice == "accepted"


DIFFER = [
    ("1", ("use", "Four", "")),
    ("2 counted again", ("use", "Seven", "counted again")),
    ("both", ("both", "", "")),
    ("none two fires", ("none", "", "two fires")),
    ("none", None),  # needs a reason
    ("3", None),
    ("", None),
]


@pytest.mark.parametrize(("given", "made"), DIFFER)
def test_what_a_disagreement_comes_to(path: Path, given: str, made: tuple[str, str, str] | None) -> None:
    _, out, state = review(path, "s", "d", given)
    found = state.resolutions.get("d1")
    assert (found and (found.how, found.value, found.reason)) == made
    assert "1: use Four; 2: use Seven" in out
    assert ("Disagreements not resolved: d1" in out) == (made is None)
    assert "not covered: u1, u2; withheld: w1." in out.lower()
    assert "No disagreement touches this sentence." in review(path, "b", "b", "d")[1]


def test_notes_are_kept_and_taken_away(path: Path) -> None:
    assert review(path, "n ask them")[2].items[0].note == "ask them"
    assert review(path, "n", "-")[2].items[0].note == ""


def test_what_others_decided_is_told(path: Path) -> None:
    review(path, "x twice told", name="Jo")
    _, out, state = review(path)
    assert "Jo: rejected, because: twice told" in out
    assert state.items[0].choice is None


def test_a_second_window_decides_nothing_and_says_why(path: Path) -> None:
    brief = read_brief(path)
    with Session.open(brief, path, "Marta"):
        code, out, _ = review(path, "a", "n x", "e Velm burned.")
    assert code == Exit.MARKED
    assert out.count("Not recorded: ") == 3
    assert "Nothing can be decided here: held" in out


def test_a_source_that_is_gone_is_told_and_quoted_from_the_brief(path: Path) -> None:
    (path.parent / "courier.txt").unlink()
    _, out, _ = review(path)
    assert "as the brief quotes it, for the file not found" in out


def test_what_strangers_wrote_cannot_act(path: Path) -> None:
    brief = velm()
    bad = replace(brief.sentences[0], text="A\x1b]0;PWNED\x07\nb\u202e c", verdict=brief.sentences[2].verdict)
    path.write_text(replace(brief, title="T\x1b[2J", sentences=(bad,)).to_json(), "utf-8")
    review(path, "x \x1b[31mred", name="Jo\x9b2J")
    _, out, _ = review(path)
    assert all(row.isprintable() for row in out.splitlines())


def test_a_brief_without_sentences_ends(path: Path) -> None:
    path.write_text(replace(velm(), sentences=(), disagreements=()).to_json(), "utf-8")
    code, out, _ = review(path, "a")
    assert code == Exit.WHOLE
    assert "This brief has no sentence." in out


def test_a_source_that_is_not_what_it_was_bears_nothing_out(path: Path) -> None:
    (path.parent / "courier.txt").write_bytes(b"Nothing of the sort.")
    _, out, state = review(path, "a", "", "a read on paper", "q")
    assert "Why accept it?" in out
    assert "Not accepted." in out
    assert [(item.choice, item.reason) for item in state.items[:2]] == [("accepted", "read on paper"), (None, "")]
