"""Drafts: what was typed comes back, whoever typed it and whatever it is about, and never from another place."""

from pathlib import Path

import pytest

from summarizer.errors import StoreError
from summarizer.review.changing import drafts

HOSTILE = ("../../etc/passwd", "a/b", "..", "", "con", "\u202egnp", "a" * 900, "b3\n", "\0", "\ud800")


def test_comes_back(tmp_path: Path) -> None:
    path = drafts.place(tmp_path, "Marta", "b6")
    drafts.keep(path, "Aftershocks were felt.")
    found = drafts.take_up(path)
    assert path == tmp_path / "drafts" / "marta-b6.txt"
    assert found is not None
    assert found.text == "Aftershocks were felt."
    assert len(found.at) == len("14:05")


def test_one_reviewer_in_any_case_has_one_draft(tmp_path: Path) -> None:
    assert drafts.place(tmp_path, "Marta", "b6") == drafts.place(tmp_path, "marta", "b6")


@pytest.mark.parametrize("about", HOSTILE)
@pytest.mark.parametrize("reviewer", HOSTILE)
def test_stays_in_its_folder(tmp_path: Path, reviewer: str, about: str) -> None:
    path = drafts.place(tmp_path, reviewer, about)
    drafts.keep(path, "words")
    assert path.parent == tmp_path / "drafts"
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert drafts.take_up(path) is not None


def test_no_two_share_a_file(tmp_path: Path) -> None:
    pairs = [("a", "b-c"), ("a-b", "c"), ("a%2Db", "c"), ("a", "b/c"), ("a/b", "c"), ("a" * 900, "b"), ("a" * 901, "b")]
    assert len({drafts.place(tmp_path, *pair) for pair in pairs}) == len(pairs)


def test_what_acts_is_kept_as_a_stand_in(tmp_path: Path) -> None:
    path = drafts.place(tmp_path, "Marta", "b6")
    drafts.keep(path, "a\x1b]0;PWNED\x07b\u202ec\ud800")
    found = drafts.take_up(path)
    assert found is not None
    assert found.text == "a␛]0;PWNED␇b\ufffdc\ufffd"
    path.write_bytes(b"planted \x1b[31m \xff")
    planted = drafts.take_up(path)
    assert planted is not None
    assert planted.text == "planted ␛[31m \ufffd"


def test_what_is_no_draft_is_none(tmp_path: Path) -> None:
    path = drafts.place(tmp_path, "Marta", "b6")
    assert drafts.take_up(path) is None
    path.mkdir(parents=True)
    assert drafts.take_up(path) is None
    assert not drafts.discard(path)


def test_discarded(tmp_path: Path) -> None:
    path = drafts.place(tmp_path, "Marta", "b6")
    drafts.keep(path, "words")
    assert drafts.discard(path)
    assert drafts.discard(path)  # none lies there already
    assert drafts.take_up(path) is None


def test_no_place_for_it(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file")
    with pytest.raises(StoreError):
        drafts.keep(drafts.place(tmp_path, "Marta", "b6"), "words")
