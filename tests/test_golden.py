"""The brief of the seeds, whole, as a reader gets it. A change of wording or order shows here as a diff to read.

After a change that is meant, and that reads better: make golden
"""

import pytest
from conftest import ROOT

from summarizer.cli import main


@pytest.mark.parametrize("name", ["seeds.md", "seeds.txt"])
def test_the_brief_of_the_seeds_is_as_it_was_read_last(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    form = {"md": "md", "txt": "text"}[name.rpartition(".")[2]]
    assert main(["brief", "seeds/", "--format", form]) == 0
    assert capsys.readouterr().out == (ROOT / "tests" / "golden" / name).read_text(encoding="utf-8")
