"""The package as it is started and shipped: nothing heavy at start, and the wheel works far from the checkout."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

import summarizer

HEAVY = ("openai", "textual", "tiktoken", "rich", "genai_prices", "charset_normalizer", "httpx2", "asyncio")


def _loaded(code: str) -> set[str]:
    """The top-level modules that a fresh process has loaded after `code`."""
    script = f"import sys\n{code}\nprint(*sorted({{m.partition('.')[0] for m in sys.modules}}), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_help_loads_nothing_but_argparse() -> None:
    loaded = _loaded("from summarizer.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass")
    assert not loaded & {*HEAVY, "pydantic", "nupunkt"}


def test_an_extractive_brief_loads_nothing_heavy() -> None:
    loaded = _loaded("from summarizer.cli import main\nmain(['brief', 'seeds', '--format', 'json'])")
    assert "nupunkt" in loaded
    assert not loaded & {*HEAVY, "pydantic", "pydantic_core"}


def test_the_api_is_few_names_and_imports_late() -> None:
    assert not _loaded("import summarizer") & {*HEAVY, "pydantic"}
    assert {"Brief", "check", "summarize", "verify"} <= set(summarizer.__all__)
    for name in summarizer.__all__:
        assert getattr(summarizer, name) is not None


def test_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == summarizer.__version__


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "from hatchling.builders.wheel import WheelBuilder as W; print(next(W('.').build(directory=sys.argv[1])))"
    subprocess.run(
        [sys.executable, "-c", f"import sys; {build}", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    files = (path for path in (ROOT / "summarizer").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    missing = {str(path.relative_to(ROOT)) for path in files} - set(zipfile.ZipFile(wheel).namelist())
    assert not missing


def test_the_wheel_installed_elsewhere_finds_its_prompts_and_makes_a_brief(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    story = tmp_path / "a.txt"
    story.write_text("The bridge over the Lenn was closed on Tuesday, the roads office said.\n")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import summarizer; from summarizer.models.prompts import load; from summarizer.cli import main\n"
        "from summarizer.checking.judging.calibrating import shipped\n"
        "print(summarizer.__file__, load('extract').path, load('judge').path, shipped())\n"
        f"sys.exit(main(['brief', {str(story)!r}]))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    first, *_ = run.stdout.splitlines()
    assert first.count(str(tmp_path / "site")) == 4
    assert "The bridge over the Lenn was closed" in run.stdout
