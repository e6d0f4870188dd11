"""docs/dependencies.md names every package that pyproject.toml asks for, and the lock files hold them all."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def names(lines: list[str]) -> list[str]:
    return [found[0] for line in lines if (found := re.match(r"[a-z0-9-]+", line))]


CORE = names(PROJECT["dependencies"])
DEV = names(PROJECT["optional-dependencies"]["dev"])
WEB = names(PROJECT["optional-dependencies"]["web"])
MODEL = names((ROOT / "locks" / "model.in").read_text("utf-8").splitlines())


@pytest.mark.parametrize("name", CORE + DEV + WEB + MODEL)
def test_every_dependency_is_explained(name: str) -> None:
    assert f"\n| `{name}` |" in (ROOT / "docs" / "dependencies.md").read_text("utf-8")


@pytest.mark.parametrize(("lock", "wanted"), [("core", CORE), ("dev", CORE + DEV + WEB), ("model", MODEL)])
def test_every_dependency_is_locked(lock: str, wanted: list[str]) -> None:
    locked = names((ROOT / "locks" / f"{lock}.txt").read_text("utf-8").splitlines())
    assert set(wanted) <= set(locked)
