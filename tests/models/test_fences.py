"""The lines that part a prompt: the same in every recording, and in what is sent known to nobody beforehand."""

import asyncio
from pathlib import Path

import pytest

from summarizer.models import prompts
from summarizer.models.fences import FENCE, sealed
from summarizer.models.protocol import Request
from summarizer.models.replay import RecordingModel, ReplayModel
from summarizer.models.scripted import ScriptedModel


def request(source: str) -> Request:
    return prompts.load("judge").request({"type": "object"}, 9, published="unknown", source=source, claim="Rain fell.")


def test_every_copy_that_is_sent_has_a_fence_of_its_own() -> None:
    one = request("It rained.")
    copies = [sealed(one) for _ in range(50)]
    fences = {copy.user.splitlines()[1] for copy in copies}
    assert len(fences) == 50
    assert all(len(fence) > 16 for fence in fences)
    assert FENCE not in "".join(copy.system + copy.user for copy in copies)
    assert one == request("It rained.")  # what is keyed and recorded stays the same


@pytest.mark.parametrize("text", ["<fence>", "a<fence>b", "<fence><fence>", "<<fence>>", "<fence\n>", "< fence>"])
def test_no_text_can_hold_a_fence(text: str) -> None:
    assert request(text).user.count(FENCE) == 3


def test_a_prompt_without_fences_is_sent_as_it_is() -> None:
    plain = prompts.load("extract").request({}, 9, count=1, sentences="1: <fence>", question="")
    assert sealed(plain) is plain


def test_a_recording_answers_again(tmp_path: Path) -> None:
    asyncio.run(RecordingModel(ScriptedModel([{"a": 1}]), tmp_path).answer(request("It rained.")))
    assert asyncio.run(ReplayModel(tmp_path).answer(request("It rained."))).content == {"a": 1}
