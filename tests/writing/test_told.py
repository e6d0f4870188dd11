"""What a run tells of itself while it works: each claim and each sentence as soon as it is there, lies never."""

import re
from pathlib import Path
from typing import Any

import pytest

from summarizer import Settings, summarize
from summarizer.models.protocol import Request
from summarizer.models.scripted import ScriptedModel

SOUND = "South Korea's Foreign Ministry summoned the Russian ambassador in Seoul, according to Yonhap news agency."
LIE = "South Korea's Foreign Ministry summoned the Chinese ambassador in Seoul, according to Yonhap news agency."


def listened(seeds: Path, model: ScriptedModel | None) -> tuple[list[str], dict[str, list[str]]]:
    """The stages in their order, and what was said in each; and the brief's own sentences as "brief"."""
    stages: list[str] = []
    said: dict[str, list[str]] = {}

    def progress(stage: str, done: int, total: int, words: str = "") -> None:
        assert 0 <= done <= total
        stages.append(stage)
        if words:
            said.setdefault(stage, []).append(words)

    brief = summarize([seeds], Settings(words=100), model=model, progress=progress)
    said["brief"] = [sentence.text for sentence in brief.sentences]
    return list(dict.fromkeys(stages)), said


def test_the_extractive_writer_tells_its_sentences_before_they_are_checked(seeds: Path) -> None:
    stages, said = listened(seeds, None)
    assert stages == ["reading", "checking"]
    assert said["checking"] == said["brief"]


@pytest.mark.parametrize("text", [SOUND, LIE])
def test_the_model_writer_tells_claims_as_they_are_read_and_sentences_as_they_are_written(
    seeds: Path, text: str
) -> None:
    def answer(request: Request) -> dict[str, Any]:
        numbers = [int(n) for n in re.findall(r"(?m)^(\d+): .*summoned", request.user)][:1]
        if request.prompt == "extract":
            return {"claims": [{"text": text, "sentences": numbers}] if numbers else []}
        return {"sentences": [{"text": text, "facts": numbers}]} if request.prompt == "compose" else {"repairs": []}

    stages, said = listened(seeds, ScriptedModel(answer))
    assert stages[:3] == ["reading", "reading with the model", "composing"]
    assert stages[-1] == "checking"
    assert (text in said.get("reading with the model", [])) is (text == SOUND)
    assert (text in said.get("composing", [])) is (text == SOUND)
    assert said["checking"] == said["brief"]
