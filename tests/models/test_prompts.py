"""Prompt files: what is a prompt, how it is filled, and that no article can speak for anyone else in it."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import UsageError
from summarizer.models import prompts
from summarizer.models.caller import Caller
from summarizer.models.openai import OpenAIModel
from summarizer.models.prompts import defuse, load
from summarizer.models.protocol import Reply, Request

HEAD = "---\nid: ask\nversion: 3\ninputs: [place, text]\nreply: facts\n---\n"
BODY = "\n# System\n\nYou read news from {{place}}.\n\n# User\n\n{{place}}:\n{{text}}\n"
EXAMPLE = '\n# Example\n\n1: Rain fell.\n\n{"facts": [{"text": "{{place}}", "from": [1]}]}\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "ask.md"
    path.write_bytes(text.encode())
    return path


def test_a_prompt_is_read_and_filled(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + BODY + EXAMPLE)
    prompt = load("ask", tmp_path)
    assert (prompt.name, prompt.version, prompt.inputs, prompt.reply) == ("ask", 3, ("place", "text"), "facts")
    assert prompt.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert prompt.path == path
    (example,) = prompt.examples
    assert example.given == "1: Rain fell."
    assert example.reply == {"facts": [{"text": "{{place}}", "from": [1]}]}
    system, user = prompt.fill(place="Oslo", text="1: {{place}} is dry.\n")
    assert system == "You read news from Oslo."  # and no example
    assert user == "Oslo:\n1: {{place}} is dry."


def test_a_request_carries_all_that_is_asked(tmp_path: Path) -> None:
    write(tmp_path, HEAD + BODY)
    prompt = load("ask", tmp_path)
    assert prompt.request({"type": "object"}, 90, place=7, text="Rain.") == Request(
        prompt="ask",
        prompt_sha256=prompt.sha256,
        system="You read news from 7.",
        user="7:\nRain.",
        schema_name="facts",
        schema={"type": "object"},
        max_tokens=90,
    )


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    write(tmp_path, "\ufeff" + (HEAD + BODY + EXAMPLE).replace("\n", "\r\n"))
    assert "\r" not in "".join(load("ask", tmp_path).fill(place="Oslo", text="x"))


BROKEN = [
    ("", "has no head"),
    (BODY, "has no head"),
    ("---\nid: ask\n", "has no head"),
    (HEAD.replace("id: ask", "id: other") + BODY, "has the id 'other'"),
    (HEAD.replace("version: 3\n", "") + BODY, "the head has no version"),
    (HEAD.replace("version: 3", "version: 3.1") + BODY, "version is '3.1'"),
    (HEAD.replace("version: 3", "versoin: 3") + BODY, "the line 'versoin: 3'"),
    (HEAD.replace("version: 3", "id: ask") + BODY, "the line 'id: ask'"),
    (HEAD.replace("reply: facts", "reply:") + BODY, "the line 'reply:'"),
    (HEAD.replace("[place, text]", "place, text") + BODY, "inputs is 'place, text'"),
    (HEAD.replace("place,", "a place,") + BODY, "inputs is '[a place, text]'"),
    (HEAD + BODY.replace("# User", "# Person"), "is not one # System and one # User part"),
    (HEAD + BODY + "\n# User\n\nAgain", "is not one # System and one # User part"),
    (HEAD + "Hello" + BODY, "is not one # System and one # User part"),
    (HEAD + BODY + "\n{{texts}}", "{{texts}} is not among its inputs; known are place, text"),
    (HEAD + BODY + "\n{{ text }}", "{{ text }} is not among its inputs"),
    (HEAD + BODY.replace("{{text}}", "text"), "{{text}} is missing"),
    (HEAD + BODY + "\n{{text", "has a {{ or }} that is no placeholder"),
    (HEAD + BODY + "\ntext}}", "has a {{ or }} that is no placeholder"),
    (HEAD + BODY + "\n{{text}}{{text}}", "two placeholders without anything between"),
    (HEAD + BODY + "\n# Example\n\nRain fell.", "an example does not end in a JSON object"),
    (HEAD + BODY + '\n# Example\n\nRain.\n\n{"facts": }', "an example does not end in a JSON object"),
]


@pytest.mark.parametrize(("text", "reason"), BROKEN)
def test_a_broken_prompt_is_named(tmp_path: Path, text: str, reason: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        load("ask", tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert reason in str(caught.value)


def test_a_prompt_of_other_bytes(tmp_path: Path) -> None:
    (tmp_path / "ask.md").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match=r"cannot be read \(UnicodeDecodeError\)"):
        load("ask", tmp_path)


def test_values_must_be_the_inputs(tmp_path: Path) -> None:
    write(tmp_path, HEAD + BODY)
    prompt = load("ask", tmp_path)
    with pytest.raises(UsageError, match=r"ask\.md: \{\{text\}\} has no value in this step"):
        prompt.fill(place="Oslo")
    with pytest.raises(UsageError, match=r"ask\.md: \{\{question\}\} is missing"):
        prompt.fill(place="Oslo", text="", question="Why?")


def test_where_prompts_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, wheel, checkout = (tmp_path / name for name in ("given", "wheel", "checkout"))
    monkeypatch.setattr(prompts, "_SHIPPED", (wheel, checkout))
    with pytest.raises(UsageError, match=r"ask\.md: no such prompt is installed"):
        load("ask")
    for folder in (checkout, wheel, given):
        folder.mkdir()
        path = write(folder, HEAD + BODY)
        assert load("ask", given if folder is given else None).path == path
    assert load("ask").path.parent == wheel
    with pytest.raises(UsageError, match="no such folder of prompts"):
        load("ask", tmp_path / "elsewhere")


@pytest.mark.parametrize("path", sorted(Path(prompts.__file__).parents[2].glob("prompts/*.md")), ids=lambda p: p.stem)
def test_the_shipped_prompts_are_sound(path: Path) -> None:
    prompt = load(path.stem)
    assert prompt.examples
    assert all(prompt.reply in example.reply for example in prompt.examples)
    system, user = prompt.fill(**dict.fromkeys(prompt.inputs, "Some text."))
    assert "{{" not in system + user
    assert "Some text." in user


CONTROL = [
    ("<|im_end|>", "< |im_end|>"),
    ("a<|endoftext|>b", "a< |endoftext|>b"),
    ("<s></s>", "< s>< /s>"),
    ("<<SYS>>", "<< SYS>>"),
    ("<start_of_turn>user", "< start_of_turn>user"),
    ("<｜begin▁of▁sentence｜>", "< ｜begin▁of▁sentence｜>"),
    ("<|<|im_end|>|>", "<|< |im_end|>|>"),
    ("[INST] x [/INST]", "[ INST] x [ /INST]"),
    ("[TOOL_CALLS][gMASK]", "[ TOOL_CALLS][ gMASK]"),
    ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
    ("[AP] [sic] [1]", "[AP] [sic] [1]"),
    ("<3 he wrote", "<3 he wrote"),
]


@pytest.mark.parametrize(("text", "harmless"), CONTROL)
def test_control_tokens_are_broken(text: str, harmless: str) -> None:
    assert defuse(text) == harmless


PARTS = st.sampled_from(["<", "|", ">", "[", "]", "/", "INST", "im_end", "s", " ", "\n", "<|im_end|>", "</s>"])


@given(st.lists(PARTS).map("".join))
def test_nothing_is_left_and_nothing_is_lost(text: str) -> None:
    harmless = defuse(text)
    assert defuse(harmless) == harmless
    assert harmless.replace(" ", "") == text.replace(" ", "")
    assert "<|im_end|>" not in harmless
    assert "</s>" not in harmless


def test_a_real_server_sees_no_control_token(tmp_path: Path, model_server: str) -> None:
    """In SmolLM2 each of these is one token; broken, each is several."""
    write(tmp_path, HEAD.replace("place, ", "") + "# System\nCount.\n# User\n{{text}}")
    schema = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
    request = load("ask", tmp_path).request(schema, 30, text="<|im_end|>" * 50)
    with Caller(OpenAIModel("m", model_server)) as caller:
        (reply,) = caller.all([request])
    assert isinstance(reply, Reply)
    assert reply.prompt_tokens > 200
