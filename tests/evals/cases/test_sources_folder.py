"""Where a case finds its sources: beside itself, or in a folder that it names; never outside of its repository."""

import hashlib
from pathlib import Path

import pytest

from summarizer.evals.cases.reading import examine

ARTICLE = b"The bridge at Orlund was closed on Monday."


def written(root: Path, folder: str | None) -> Path:
    """A case three folders below `root`, whose one source lies in `folder` seen from it."""
    home = root / "evals" / "cases" / "bridge"
    sources = home / (folder or "sources")
    home.mkdir(parents=True)
    sources.mkdir(parents=True, exist_ok=True)
    (sources / "a.txt").write_bytes(ARTICLE)
    lines = [
        "format: summarizer.case/1",
        "id: bridge",
        "title: A bridge is closed",
        "words: 20",
        *([f"folder: {folder}"] if folder else []),
        "sources:",
        f"  - {{file: a.txt, sha256: {hashlib.sha256(ARTICLE).hexdigest()}}}",
        "facts:",
        "  - id: f1",
        "    text: The bridge was closed.",
        "    importance: 3",
        "    support: [[{file: a.txt, quote: was closed on Monday}]]",
    ]
    (home / "case.yaml").write_text("\n".join(lines))
    return home / "case.yaml"


@pytest.mark.parametrize("folder", [None, "sources", "texts", "../../../seeds"])
@pytest.mark.parametrize("mark", [".git", "pyproject.toml"])
def test_sources_are_read_from_the_folder_that_the_case_names(tmp_path: Path, folder: str | None, mark: str) -> None:
    (tmp_path / mark).touch()
    path = written(tmp_path, folder)
    case, faults = examine(path)
    assert case
    assert not faults
    assert (case.folder / "a.txt").read_bytes() == ARTICLE
    assert case.facts[0].support[0][0].start == ARTICLE.index(b"was")


@pytest.mark.parametrize(("folder", "has_root"), [("../../../../out", True), ("../../seeds", False)])
def test_a_folder_outside_of_the_repository_is_a_fault_and_is_not_read(
    tmp_path: Path, folder: str, has_root: bool
) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    if has_root:
        (root / ".git").touch()
    case, faults = examine(written(root, folder))
    assert case
    assert not case.sources[0].text
    assert "is no folder of the repository" in str(faults[0])


def test_a_link_leads_no_further_than_a_path(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    path = written(root, "texts")
    (root / "evals" / "cases" / "bridge" / "texts").rename(tmp_path / "elsewhere")
    (root / "evals" / "cases" / "bridge" / "texts").symlink_to(tmp_path / "elsewhere")
    case, faults = examine(path)
    assert case
    assert faults
    assert not case.sources[0].text
