"""Which file belongs to a name: readable, inside the folder, the same on every system."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.review.journal.filing import file_name, found, named, same


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Marta K.", "Marta K."),
        ("marta-k_2", "marta-k_2"),
        ("Jürgen", "Jürgen"),
        ("Ju\u0308rgen", "Jürgen"),
        ("山田 太郎", "山田 太郎"),
        ("हिन्दी", "हिन्दी"),
        ("محمد", "محمد"),
        ("../x", "%2E.%2Fx"),
        ("..", "%2E."),
        (".", "%2E"),
        (".hidden", "%2Ehidden"),
        (" x", "%20x"),
        ("a/b\\c:d", "a%2Fb%5Cc%3Ad"),
        ("50%", "50%25"),
        ("a\0b\n\x1b[31m", "a%00b%0A%1B%5B31m"),
        ("\u202etxt", "%E2%80%AEtxt"),
        ("👩", "%F0%9F%91%A9"),
        ("\udc80", "%ED%B2%80"),
        ("con", "%63on"),
        ("NUL.x", "%4EUL.x"),
        ("console", "console"),
        ("~", "%7E"),
    ],
)
def test_file_name(name: str, file: str) -> None:
    assert file_name(name) == file
    assert named(file, name) == name


NAME = st.text(st.characters(codec=None), min_size=1, max_size=80)


@given(st.one_of(NAME, NAME.map(lambda name: name * 9)))
def test_a_file_stays_in_its_folder_and_fits(name: str) -> None:
    file = file_name(name)
    assert file
    assert not set(file) & set('/\\:*?"<>|\0\n')
    assert file[0] not in ". "
    assert len(f"{file}.jsonl.torn".encode()) < 255
    assert Path("/a/b", f"{file}.jsonl").resolve().parent == Path("/a/b")
    assert file_name(name) == file


@given(NAME, NAME)
def test_two_names_share_a_file_only_if_they_differ_in_case_or_accents_stored(one: str, other: str) -> None:
    assert (same(file_name(one)) == same(file_name(other))) == (same(one) == same(other))


LONG = "x" * 500


@pytest.mark.parametrize(
    ("name", "there", "file"),
    [
        ("marta", [], "marta"),
        ("marta", ["Marta"], "Marta"),
        ("marta", ["Marta", "marta"], "marta"),
        ("MARTA", ["Marta", "marta"], "Marta"),
        ("STRASSE", ["Straße"], "Straße"),
        ("Ren\u00e9", ["Rene\u0301"], "Rene\u0301"),
        ("marta", ["martb", "mart"], "marta"),
        (LONG, [file_name(LONG.upper())], file_name(LONG.upper())),
        (LONG, [file_name(LONG + "y")], file_name(LONG)),
    ],
)
def test_one_reviewer_keeps_one_file(name: str, there: list[str], file: str) -> None:
    assert found(name, there) == file


@pytest.mark.parametrize(
    ("file", "said", "name"),
    [("Marta", "marta", "marta"), ("Marta", "Jürgen", "Marta"), ("a%2Fb", "", "a/b"), ("a%FF", "x", "a\ufffd")],
)
def test_a_log_belongs_to_the_name_of_its_file(file: str, said: str, name: str) -> None:
    assert named(file, said) == name
