"""Who reviews: as given, as kept, else a guess; and what keeping a name does to a file that a person wrote."""

import subprocess
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import StoreError, UsageError
from summarizer.review.reviewers import Reviewer, config, keep, place, who


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment with a config folder of its own, outside any repository, with git's own name set there."""
    (tmp_path / "gitconfig").write_text("[user]\n\tname = Git  Name\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return {"XDG_CONFIG_HOME": str(tmp_path / "config"), "LOGNAME": "login"}


def written(home: Mapping[str, str], text: str) -> Path:
    path = place(home)
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def test_each_place_goes_before_the_next(home: dict[str, str], tmp_path: Path) -> None:
    keep("Kept", home)
    asked = home | {"SUMMARIZER_REVIEWER": " By  Environment "}
    assert who(" Given\tName ", asked) == Reviewer("Given Name", "--reviewer")
    assert who(None, asked) == Reviewer("By Environment", "SUMMARIZER_REVIEWER")
    assert who(None, home) == Reviewer("Kept", "config")
    place(home).unlink()
    assert who(None, home) == Reviewer("Git Name", "git")
    (tmp_path / "gitconfig").write_text("")
    assert who(None, home) == Reviewer("login", "login")
    assert who(None, {"HOME": str(tmp_path)}).name, "there is always some name to offer"


@pytest.mark.parametrize(
    ("said", "guessed"), [("--reviewer", False), ("config", False), ("git", True), ("login", True)]
)
def test_a_guess_is_to_be_confirmed(said: str, guessed: bool) -> None:
    assert Reviewer("x", said).guessed == guessed


def test_without_git_there_is_still_a_name(home: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert who(None, home) == Reviewer("login", "login")

    def hangs(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 2)

    monkeypatch.setattr(subprocess, "run", hangs)
    assert who(None, home) == Reviewer("login", "login")


@pytest.mark.parametrize("name", ["", " \t"])
def test_a_blank_name_is_refused_where_it_was_given(home: dict[str, str], name: str) -> None:
    with pytest.raises(UsageError, match=r"^--reviewer: is empty"):
        who(name, home)
    with pytest.raises(UsageError, match=r"^SUMMARIZER_REVIEWER: is empty"):
        who(None, home | {"SUMMARIZER_REVIEWER": name})


@pytest.mark.parametrize(
    ("text", "told"),
    [("reviewer = 3", "reviewer: should be text; got '3'"), ("x", "not valid TOML"), ("\udcff", "not valid TOML")],
)
def test_a_config_that_is_none_is_told(home: dict[str, str], text: str, told: str) -> None:
    path = written(home, "")
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=told) as fault:
        who(None, home)
    assert fault.value.where.startswith(str(path))


@pytest.mark.parametrize(
    ("environ", "path"),
    [
        ({"XDG_CONFIG_HOME": "/x", "HOME": "/h"}, "/x/summarizer/config.toml"),
        ({"XDG_CONFIG_HOME": "", "HOME": "/h"}, "/h/.config/summarizer/config.toml"),
        ({"XDG_CONFIG_HOME": "relative", "HOME": "/h"}, "/h/.config/summarizer/config.toml"),
    ],
)
def test_place(environ: dict[str, str], path: str) -> None:
    assert place(environ) == Path(path)


OTHERS = "# mine\n[keys]\nreviewer = 'of a table'\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'reviewer = "Marta"\n'),
        ('a = 1\nreviewer = "Old" # who\nb = 2\n', 'a = 1\nreviewer = "Marta"\nb = 2\n'),
        (OTHERS, f'reviewer = "Marta"\n{OTHERS}'),
        (f"reviewer='Old'\n{OTHERS}", f'reviewer = "Marta"\n{OTHERS}'),
    ],
)
def test_keeping_a_name_leaves_all_else_as_it_is(home: dict[str, str], before: str, after: str) -> None:
    path = written(home, before)
    assert keep("Marta", home) == path
    assert path.read_text("utf-8") == after
    assert keep("Marta", home).read_text("utf-8") == after


@pytest.mark.parametrize("before", ['text = """\nreviewer = "x"\n"""\n', '"reviewer" = "Old"\n', "reviewer.name = 3\n"])
def test_a_file_that_we_cannot_change_with_certainty_stays(home: dict[str, str], before: str) -> None:
    path = written(home, before)
    with pytest.raises(StoreError, match="write it there by hand"):
        keep("Marta", home)
    assert path.read_text("utf-8") == before


def test_a_config_elsewhere_is_changed_where_it_is(home: dict[str, str], tmp_path: Path) -> None:
    written(home, "").unlink()
    (tmp_path / "dotfiles.toml").write_text("a = 1\n")
    place(home).symlink_to(tmp_path / "dotfiles.toml")
    keep("Marta", home)
    assert place(home).is_symlink()
    assert tomllib.loads((tmp_path / "dotfiles.toml").read_text()) == {"reviewer": "Marta", "a": 1}


def test_a_place_that_cannot_be_written_is_told(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file")
    with pytest.raises(StoreError, match="cannot be kept there"):
        keep("Marta", home)


@given(name=st.text(min_size=1).filter(lambda name: name.strip()))
def test_any_name_comes_back(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    home = {"XDG_CONFIG_HOME": str(tmp_path_factory.mktemp("config"))}
    keep(name, home)
    assert config(home) == {"reviewer": name}
    assert who(None, home).name == " ".join(name.split())
