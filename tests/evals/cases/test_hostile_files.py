"""A case may come from anyone: no file of it ends the program, leads out of the repository, or takes without end."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.evals.cases.reading import MOST, examine
from summarizer.evals.cases.yaml import DEPTH, Broken, loads

ARTICLE = b"The bridge at Orlund was closed on Monday.\n"
QUOTE = "was closed on Monday"


def written(root: Path, data: bytes = ARTICLE, name: str = "a.txt", quote: str = QUOTE) -> Path:
    """A case of one source in a repository of its own."""
    (root / ".git").mkdir(parents=True)
    (root / "sources").mkdir()
    (root / "sources" / "a.txt").write_bytes(data)
    path = root / "case.yaml"
    path.write_text(
        "format: summarizer.case/1\nid: bridge\ntitle: A bridge is closed\nwords: 20\nsources:\n"
        f'  - {{file: "{name}", sha256: {hashlib.sha256(data).hexdigest()}}}\n'
        'facts:\n  - {id: "f1", text: The bridge was closed., importance: 3,\n'
        f'     support: [[{{file: "{name}", quote: {quote}}}]]}}\n'
    )
    return path


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
@pytest.mark.parametrize("depth", [DEPTH + 1, 900, 200_000])
@pytest.mark.timeout(30)
def test_depth_is_refused_before_it_takes_the_stack(opening: str, depth: int) -> None:
    with pytest.raises(Broken, match=f"nested more than {DEPTH} deep"):
        loads("a:\n  " + opening * depth)


@pytest.mark.timeout(30)
def test_depth_by_lines() -> None:
    with pytest.raises(Broken, match="deep") as broken:
        loads("".join(f"{' ' * n}a:\n" for n in range(1000)))
    assert broken.value.line == DEPTH + 1


@pytest.mark.parametrize("text", ["[" * DEPTH + "]" * DEPTH, "a: [" + "[], " * 5000 + "]"])
def test_what_is_wide_or_just_deep_enough_is_read(text: str) -> None:
    assert loads(text)


def _linked(file: Path, to: str) -> None:
    file.unlink()
    file.symlink_to(to)


def _outside(file: Path) -> None:
    """Moved out of the repository, with a link in its place."""
    file.rename(file.parents[2] / "b")
    file.symlink_to(file.parents[2] / "b")


def _made(file: Path, make: Callable[[Path], None]) -> None:
    file.unlink()
    make(file)


SOURCES: list[tuple[str, Callable[[Path], object], str]] = [
    ("binary", lambda a: a.write_bytes(b"\xff\xfe\xfd\x81\x8d\0\0abc"), "a binary file, not text"),
    ("a picture", lambda a: a.write_bytes(b"\x89PNG\r\n"), "a PNG image, not text"),
    ("a pipe", lambda a: _made(a, os.mkfifo), "is no regular file"),
    ("a folder", lambda a: _made(a, Path.mkdir), "is no regular file"),
    ("nothing", Path.unlink, "No such file"),
    ("a device", lambda a: _linked(a, "/dev/zero"), "leads out of the repository"),
    ("a link out", _outside, "leads out of the repository"),
    ("a circle", lambda a: _linked(a, str(a)), "leads out of the repository"),
    ("large", lambda a: a.write_bytes(b"x" * (MOST + 1)), f"is larger than {MOST:,} bytes"),
]


@pytest.mark.parametrize(("change", "reason"), [s[1:] for s in SOURCES], ids=[s[0] for s in SOURCES])
@pytest.mark.timeout(30)
def test_a_source_that_is_no_text_of_the_repository_is_a_fault(
    tmp_path: Path, change: Callable[[Path], object], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "repository")
    change(path.parent / "sources" / "a.txt")
    case, faults = examine(path)
    assert case
    assert not case.sources[0].text.strip("x")
    assert reason in str(faults[0])
    assert str(faults[0]).startswith(f"{path}:6: ")
    assert main(["eval", "lint", str(path)]) == 1
    assert reason in capsys.readouterr().out


def test_a_link_inside_of_the_repository_is_followed(tmp_path: Path) -> None:
    path = written(tmp_path)
    (tmp_path / "sources" / "a.txt").rename(tmp_path / "b.txt")
    (tmp_path / "sources" / "a.txt").symlink_to(tmp_path / "b.txt")
    case, faults = examine(path)
    assert case
    assert not faults
    assert case.sources[0].text == ARTICLE.decode()


@pytest.mark.timeout(30)
def test_a_case_that_is_a_pipe_or_too_large(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text() + "#" * MOST)
    assert f"is larger than {MOST:,} bytes" in str(examine(path)[1][0])
    path.unlink()
    os.mkfifo(path)
    assert "is no regular file" in str(examine(path)[1][0])


@pytest.mark.parametrize(
    ("data", "quote", "reason"),
    [
        (b"a" * 1_900_000, "a" * 9000, "more than 5 times in a.txt; give its start: 0, 1, 2, 3, 4, …"),
        (b"a" * 1_900_000, "a" * 9000 + "b", "does not stand in a.txt"),
        (b"ab " * 600_000, "ab", "more than 5 times in a.txt; give its start: 0, 3, 6, 9, 12, …"),
        (b"x ab ab ab", "ab", "“ab” stands 3 times in a.txt; give its start: 2, 5, 8"),
        (b"x ababab", "abab", "“abab” stands 2 times in a.txt; give its start: 2, 4"),
    ],
)
@pytest.mark.timeout(20)
def test_a_quote_is_found_in_time_that_grows_with_the_text(
    tmp_path: Path, data: bytes, quote: str, reason: str
) -> None:
    assert reason in str(examine(written(tmp_path, data, quote=quote))[1][0])


@pytest.mark.parametrize("start", [0, 6, 1_799_997, 1_799_998])
@pytest.mark.timeout(20)
def test_a_start_far_into_a_repeating_text(tmp_path: Path, start: int) -> None:
    case, faults = examine(written(tmp_path, b"ab " * 600_000, quote=f"ab, start: {start}"))
    assert case
    assert bool(faults) is (start % 3 != 0)
    assert [p.start for f in case.facts for group in f.support for p in group] == ([] if faults else [start])


@pytest.mark.parametrize("name", ["a\\nb.txt", "a\\e[31m.txt", "a\\u202eb.txt", "a\\u200bb.txt", "a\\0.txt"])
def test_a_name_holds_nothing_that_breaks_a_line_acts_or_hides(tmp_path: Path, name: str) -> None:
    case, faults = examine(written(tmp_path, name=name))
    assert case is None
    assert "sources.1.file: holds a character that breaks the line, acts or hides" in str(faults[0])


def test_an_id_holds_nothing_of_the_kind(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text().replace('"f1"', '"f1\\n::error::x"'))
    assert "facts.1.id: holds a character that breaks the line" in str(examine(path)[1][0])


def test_no_more_things_than_can_be_held_against_each_other(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text() + "must_not:\n" + '  - {id: n, text: "x", pattern: "x"}\n' * 1001)
    assert "must_not: tuple should have at most 1000 items" in str(examine(path)[1][0])
