"""The README is held to the program: every command in it is known, and what it shows is what the program prints."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from summarizer.cli import main, parser

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(
    set(
        re.findall(
            r"^\s*\$? ?(summarizer (?:brief|check|verify|sources|review|export|eval) .*?)(?:\s{2,}#.*)?$", README, re.MULTILINE
        )
    )
)
SHOWN = re.findall(r"```console\n\$ (summarizer .*)\n((?:.*\n)*?)```", README)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_parses(command: str) -> None:
    parser().parse_args(shlex.split(command)[1:])


@pytest.mark.parametrize(("command", "shown"), SHOWN)
def test_what_is_shown_is_what_is_printed(
    command: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line "…" in the README stands for any number of lines."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    if "brief.json" in command:
        main(["brief", "seeds/", "-o", "brief.json"])
    main(shlex.split(command)[1:])
    out = capsys.readouterr().out
    for part in re.split(r"^…\n", shown, flags=re.MULTILINE):
        assert part in out


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_the_python_in_the_readme_runs(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)


def test_the_docs_show_something() -> None:
    assert len(COMMANDS) >= 6
    assert len(SHOWN) >= 2


def test_links_in_the_docs_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
