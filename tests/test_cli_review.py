"""`summarizer review` up to the first screen: what it opens, what it makes first, and what it refuses in one line."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from summarizer.cli import main
from summarizer.cli.making import make, task
from summarizer.errors import UsageError
from summarizer.output.files import read_brief
from summarizer.review.children import command
from summarizer.review.making import CANCELLED, Ended, Making, Step
from summarizer.settings import Settings

STORY = "The bridge over the Lenn was closed on Tuesday, the roads office said. The work will take about six weeks.\n"
OTHER = "Bakers in the town of Orrin won the prize for rye bread. The jury praised the crust of all three loaves.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, that commands run in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


NO_SCREEN = [
    # stdin is a terminal, stderr is, TERM, what the line says
    (False, True, "xterm", "standard input is no terminal"),
    (True, False, "xterm", "standard error is no terminal"),
    (True, True, "dumb", "TERM=dumb"),
]


@pytest.mark.parametrize(("stdin", "stderr", "term", "reason"), NO_SCREEN)
def test_without_a_terminal_it_is_one_line_and_nothing_heavy_is_loaded(
    here: Path, stdin: bool, stderr: bool, term: str, reason: str
) -> None:
    code = (
        "import sys; from summarizer.cli import main\n"
        "code = main(['review', 'a.txt'])\n"
        "heavy = {'textual', 'rich', 'pydantic', 'nupunkt', 'asyncio'} & {m.partition('.')[0] for m in sys.modules}\n"
        "print(code, sorted(heavy), flush=True)"
    )
    mine, its = pty.openpty()
    run = subprocess.run(
        [sys.executable, "-c", code],
        stdin=its if stdin else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=its if stderr else subprocess.STDOUT,
        env={**os.environ, "TERM": term, "PYTHONPATH": str(ROOT)},
        cwd=here,
        check=True,
    )
    os.close(its)
    said = run.stdout.decode() + (os.read(mine, 10_000).decode() if stderr else "")
    os.close(mine)
    assert "2 []" in said
    assert said.count("summarizer: error:") == 1
    assert reason in said
    assert "review --plain" in said
    assert "review decide" in said


BAD = [
    (["a.txt", "--plain", "-o", "brief.md"], "brief.md: "),
    (["a.txt", "--plain", "--port", "80"], "--port: "),
    (["a.txt", "--plain", "--words", "many"], "--words: "),
    (["-", "--plain"], "-: "),
    (["b.json", "--plain"], "b.json: No such file"),
    (["b.json", "--plain", "-o", "c.json"], "-o: "),
    (["none.txt", "--plain"], "none.txt: no such file"),
    (["a.txt", "--plain", "--theme", "mauve"], "theme mauve: is not known"),
    (["a.txt", "--plain", "--keys", "none.toml"], "none.toml: No such file"),
    (["b.json", "--web", "--plain"], "not allowed with"),
]


@pytest.mark.parametrize(("words", "line"), BAD, ids=range(len(BAD)))
def test_what_cannot_be_opened_is_one_line(
    here: Path, words: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["review", *words])
    except SystemExit as ended:
        code = int(ended.code or 0)
    error = capsys.readouterr().err
    assert code in (2, 3)
    assert line in error
    assert error.count("\n") == 1
    assert sorted(path.name for path in here.iterdir()) == ["a.txt"]


KEYS = [
    ('acept = "y"', "'acept' is no command"),
    ("accept = 3", "lines of a command and its keys"),
    ('accept = ""', "lines of a command and its keys"),
    ('accept = "x"', "'x' would be both"),
    ('accept = "u"', "'u' would be both"),
    ('undo = "a"', "'a' would be both"),
    ('accept = "y"\nnote = "y"', "'y' would be both"),
]


@pytest.mark.parametrize(("text", "line"), KEYS)
def test_keys_that_would_do_two_things_or_nothing_are_refused(
    here: Path, text: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "keys.toml").write_text(text, encoding="utf-8")
    (here / "own.toml").write_text("[review.keys]\n" + text, encoding="utf-8")
    for words in (["--keys", "keys.toml"], ["--config", "own.toml"]):
        assert main(["review", "a.txt", "--plain", *words]) == 2
        error = capsys.readouterr().err
        assert line in error
        assert words[1] in error


def test_keys_may_be_exchanged_and_the_settings_of_a_brief_stand_beside_them(here: Path) -> None:
    from summarizer import settings
    from summarizer.review.preferences import CONFIG_NAME, TABLE, preferences
    from summarizer.review.tui.preferred import keys

    assert (CONFIG_NAME, TABLE) == (settings.CONFIG_NAME, settings.REVIEW)
    (here / "summarizer.toml").write_text('words = 80\n[review]\ntheme = "light"\n[review.keys]\nnote = "x"\n', "utf-8")
    (here / "keys.toml").write_text('reject = "m, f2"\n', "utf-8")
    liked = preferences(None, here / "keys.toml")
    assert liked.theme == "light"
    assert keys(liked.keys, liked.where) == {"note": "x", "reject": "m,f2"}
    assert settings.load({}, {}).words == 80


def test_a_brief_that_is_made_again_of_the_same_is_opened_and_of_others_refused(here: Path) -> None:
    path = here / "brief.json"
    settings = Settings(words=50)
    make(["a.txt"], settings, path)
    made = path.read_bytes()
    path.write_bytes(made.replace(b"  ", b" "))  # as another program would write it
    kept = path.read_bytes()
    [said] = make(["a.txt"], settings, path)
    assert "opened again" in said
    assert path.read_bytes() == kept
    (here / "b.txt").write_text(OTHER, encoding="utf-8")
    model = Settings(model="m", base_url="http://127.0.0.1:1/v1")  # is never called
    others = [
        (["b.txt"], settings),
        (["a.txt", "b.txt"], settings),
        (["a.txt"], Settings(words=60)),
        (["a.txt"], model),
    ]
    for paths, asked in others:
        with pytest.raises(UsageError, match="-o"):
            make(paths, asked, path)
        assert path.read_bytes() == kept
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="format"):
        make(["a.txt"], settings, path)
    assert path.read_text("utf-8") == "{}"


def test_a_brief_is_made_in_a_process_of_its_own_with_its_sentences_as_they_come(here: Path) -> None:
    (here / "json.py").write_text("raise SystemExit('a module of the folder was run')\n", encoding="utf-8")
    output = here / "brief.json"
    with Making(command("summarizer.cli.making"), task(["a.txt"], Settings(), output)) as making:
        steps = list(making.steps())
    assert making.ended == Ended(0)
    brief = read_brief(output)
    assert [step.said for step in steps if step.said] == [sentence.text for sentence in brief.sentences]
    assert steps[0] == Step("reading", 1, 1, "")


def test_what_goes_wrong_in_that_process_is_its_one_line(here: Path) -> None:
    with Making(command("summarizer.cli.making"), task(["none.txt"], Settings(), here / "brief.json")) as making:
        assert list(making.steps()) == []
    assert making.ended is not None
    assert making.ended.code == 3
    assert making.ended.error.startswith("none.txt: no such file")
    with Making((sys.executable, "-c", "import sys; sys.exit('broken')"), "{}") as making:
        assert list(making.steps()) == []
    assert making.ended == Ended(3, "making the brief: broken; run `summarizer brief` to see more")


def test_a_making_that_is_cancelled_ends_at_once_and_leaves_nothing(here: Path) -> None:
    endless = (
        "import json, time\nprint(json.dumps(dict(stage='s', done=0, total=1, said='A.')), flush=True)\ntime.sleep(600)"
    )
    with Making((sys.executable, "-c", endless), "{}") as making:
        for step in making.steps():
            assert step == Step("s", 0, 1, "A.")
            making.cancel()
    assert making.ended == CANCELLED
    assert sorted(path.name for path in here.iterdir()) == ["a.txt"]


def test_no_secret_is_in_the_task_of_that_process(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    given = json.loads(task(["a.txt"], Settings(model="m"), here / "b.json"))
    assert "sk-secret" not in json.dumps(given)
    assert set(given) == {"paths", "settings", "output"}
