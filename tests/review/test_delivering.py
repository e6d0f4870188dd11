"""Writing what came out of a review: what is counted, where it may go, and where never."""

from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.errors import StoreError, UsageError
from summarizer.output.safe import safe
from summarizer.records import Brief, BriefSentence, Verdict
from summarizer.review.nouns import Choice, Item, State
from summarizer.review.outcome import delivering
from summarizer.review.outcome.exporting import Wish

SUPPORTED = Verdict(status="supported")
ORIGINAL = BriefSentence(id="b1", text="It rained.", citations=())


def item(
    choice: Choice | None, verdict: Verdict | None = SUPPORTED, text: str = "It rained.", own: bool = False
) -> Item:
    original = None if own else ORIGINAL
    return Item(
        id="b1", kind="brief", text=text, citations=(), original=original, verdict=verdict, choice=choice, reason="so"
    )


def test_counts() -> None:
    counts = delivering.tally(
        [
            item("accepted"),
            item("accepted", text="It snowed."),
            item("accepted", own=True),
            item("accepted", None),
            item("rejected"),
            item("flagged"),
            item(None),
            item(None, text="It snowed."),
        ]
    )
    assert (counts.accepted, counts.edited, counts.added, counts.rejected, counts.flagged) == (2, 1, 1, 1, 1)
    assert (len(counts.open), len(counts.unsupported), counts.sentences) == (2, 1, 8)
    assert delivering.counted(counts, "left out") == (
        "8 sentences: 2 accepted, 1 edited and accepted, 1 added and accepted, 1 rejected (left out), 1 flagged, 2 open"
    )


@pytest.mark.parametrize(("items", "words"), [([], "0 sentences: none"), ([item(None)], "1 sentence: 1 open")])
def test_counts_of_little(items: list[Item], words: str) -> None:
    assert delivering.counted(delivering.tally(items), "left out") == words


@pytest.mark.parametrize(
    ("typed", "form", "path"),
    [
        ("a/brief.reviewed.md", "html", "a/brief.reviewed.html"),
        ("a/brief.reviewed.htm", "html", "a/brief.reviewed.htm"),
        ("a/brief.reviewed", "html", "a/brief.reviewed"),
        ("notes", "json", "notes"),
        ("x.txt", "md", "x.md"),
        ("", "md", ""),
        (".md", "json", ".md"),
    ],
)
def test_the_ending_follows_the_format(typed: str, form: str, path: str) -> None:
    assert delivering.with_form(typed, form) == path


def test_proposed() -> None:
    assert delivering.proposed(Path("a/quake.json"), "text") == Path("a/quake.reviewed.txt")


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    (tmp_path / "brief.review" / "drafts").mkdir(parents=True)
    path = tmp_path / "brief.json"
    path.write_text("{}")
    (tmp_path / "link.json").symlink_to(path)
    return path


@pytest.mark.parametrize(
    "typed",
    [
        *("", "  ", "{}", "{}/", "{}/brief.json", "{}/./brief.json", "{}/link.json", "{}/a\0b"),
        *("{}/brief.review/Marta.jsonl", "{}/brief.review/drafts/x.md", "{}/x/../brief.review/y.md"),
    ],
)
def test_never_there(brief: Path, typed: str) -> None:
    with pytest.raises(UsageError):
        delivering.target(typed.format(brief.parent), brief, brief.with_name("brief.review"))


@pytest.mark.parametrize("name", ["new.md", "a  b.md", " c.md", "d\u202e.md"])
def test_there(brief: Path, name: str) -> None:
    found = delivering.target(f"{brief.parent}/{name}", brief, brief.with_name("brief.review"))
    assert found == brief.parent / name


def test_a_folder_that_cannot_be_shown_as_it_is(tmp_path: Path) -> None:
    home = tmp_path / "a\x1b[31mb"
    home.mkdir()
    path = home / "brief.json"
    path.write_text("{}")
    shown = safe(str(delivering.proposed(path, "md")))
    assert delivering.target(shown, path, home / "brief.review") == home / "brief.reviewed.md"


def made() -> tuple[Brief, dict[str, State]]:
    brief = Brief(sources=(), sentences=(ORIGINAL,))
    accepted = Item(
        id="b1", kind="brief", text="It rained.", citations=(), original=ORIGINAL, verdict=None, choice="accepted"
    )
    return brief, {"Marta": State(items=(accepted,))}


@pytest.mark.parametrize("form", delivering.ENDINGS)
def test_written(tmp_path: Path, form: str) -> None:
    brief, states = made()
    path = tmp_path / "out"
    reviewed = delivering.deliver(brief, states, {}, Wish(at="2026-01-02T03:04:05Z"), (path, form))
    assert "It rained." in path.read_text("utf-8")
    assert reviewed.sentences[0].decisions[0].by == "Marta"


def test_nothing_is_left_of_what_could_not_be_written(tmp_path: Path) -> None:
    brief, states = made()
    with pytest.raises(StoreError):
        delivering.deliver(brief, states, {}, Wish(), (tmp_path / "none" / "out.md", "md"))
    was = states["Marta"].items[0]
    words = {"Marta": "It hailed.", "Kim": "It snowed."}
    clash = {name: State(items=(replace(was, text=text),)) for name, text in words.items()}
    (tmp_path / "out.md").write_text("mine")
    with pytest.raises(UsageError):
        delivering.deliver(brief, clash, {}, Wish(), (tmp_path / "out.md", "md"))
    assert (tmp_path / "out.md").read_text() == "mine"
