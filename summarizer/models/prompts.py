"""Prompts are files that people edit: Markdown with a short head, strict placeholders, and examples held to their form.

    ---
    id: extract
    version: 1
    inputs: [count, sentences]
    reply: claims
    ---
    # System     what the model is told
    # User       what changes from call to call
    # Example    any number of them: what is given, an empty line, the JSON object that answers it

Examples are for the editor and the tests, and never sent: a small model that was shown one gave it back as the answer
for five articles of five. A value is put in once and never scanned again, so that an article that says "{{question}}"
is only text; and it is defused first, so that no article can close its own turn and open another. A file that breaks
a rule stops the run and is named, because a prompt that lost its article would still be answered.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import UsageError
from summarizer.models.protocol import Request

_PACKAGE = Path(__file__).parents[1]
_SHIPPED = (_PACKAGE / "_data" / "prompts", _PACKAGE.parent / "prompts")  # in a wheel, and beside an editable checkout

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_HEAD = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_SECTION = re.compile(r"^# (System|User|Example)[ \t]*$", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_FIELDS = ("id", "version", "inputs", "reply")

# "<|im_end|>", "<s>", "</think>", "<<SYS>>", "<start_of_turn>", and the square ones of the Mistral and GLM families.
_CONTROL = re.compile(
    r"<(?=[^\s<>]{1,64}>)"
    r"|\[(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_\w+|TOOL|THINK|ARGS|CALL_ID|PREFIX|MIDDLE|SUFFIX|IMG\w*"
    r"|gMASK|sMASK|MASK|CLS|SEP|PAD|UNK|BOS|EOS|CONTROL_\d+)\])"
)


@dataclass(frozen=True, slots=True)
class Example:
    given: str
    reply: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt file, its placeholders still open. `reply` names the schema of the answer."""

    name: str
    path: Path
    version: int
    sha256: str  # of the file's bytes
    inputs: tuple[str, ...]
    reply: str
    system: str
    user: str
    examples: tuple[Example, ...] = ()

    def fill(self, **values: str | int) -> tuple[str, str]:
        """The system and the user message. Raises UsageError where `values` are not exactly the prompt's inputs."""
        for name in (*self.inputs, *values):
            if name not in values:
                raise _broken(self.path, f"{{{{{name}}}}} has no value in this step", "take it out of the prompt")
            if name not in self.inputs:
                raise _broken(self.path, f"{{{{{name}}}}} is missing", "put it where the text should stand")

        def value(match: re.Match[str]) -> str:
            return defuse(str(values[match[1]]))

        return _PLACEHOLDER.sub(value, self.system), _PLACEHOLDER.sub(value, self.user).strip()

    def request(self, schema: dict[str, Any], max_tokens: int, **values: str | int) -> Request:
        """The filled prompt as one request for an answer of the given JSON Schema."""
        system, user = self.fill(**values)
        return Request(
            prompt=self.name,
            prompt_sha256=self.sha256,
            system=system,
            user=user,
            schema_name=self.reply,
            schema=schema,
            max_tokens=max_tokens,
        )


def defuse(text: str) -> str:
    """`text` with a space put into every shape that a chat template may take for a control token; for prompts only."""
    return _CONTROL.sub(lambda match: match[0] + " ", text)


def load(name: str, folder: Path | None = None) -> Prompt:
    """The prompt `name`, from `folder` if it has one of that name, else the shipped one.

    Raises UsageError naming the file and what is wrong with it.
    """
    if folder is not None and not folder.is_dir():
        raise UsageError(str(folder), "no such folder of prompts", "name an existing one with --prompts")
    for place in (folder, *_SHIPPED):
        path = place / f"{name}.md" if place else None
        if path and path.is_file():
            return _parse(name, path)
    raise UsageError(f"{name}.md", "no such prompt is installed", "install summarizer again, or give --prompts")


def _parse(name: str, path: Path) -> Prompt:
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(path, f"cannot be read ({type(error).__name__})", "make it a readable UTF-8 file") from None
    parts = _HEAD.fullmatch(text)
    if parts is None:
        raise _broken(path, "has no head", "begin it with a line ---, id, version, inputs, reply, and a line ---")
    fields = _head(path, parts[1])
    if fields["id"] != name:
        raise _broken(path, f"has the id {fields['id']!r}", f"write id: {name}")
    inputs = _inputs(path, fields["inputs"])
    system, user, examples = _sections(path, parts[2])
    _check_placeholders(path, f"{system}\n{user}", inputs)
    return Prompt(
        name=name,
        path=path,
        version=_version(path, fields["version"]),
        sha256=hashlib.sha256(data).hexdigest(),
        inputs=inputs,
        reply=fields["reply"],
        system=system,
        user=user,
        examples=tuple(_example(path, example) for example in examples),
    )


def _head(path: Path, text: str) -> dict[str, str]:
    """The head's four fields; `key: value` a line, nothing else."""
    fields: dict[str, str] = {}
    for line in text.split("\n"):
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or key not in _FIELDS or key in fields or not value:
            raise _broken(path, f"the head has the line {line!r}", f"give each of {', '.join(_FIELDS)} once")
        fields[key] = value
    for key in _FIELDS:
        if key not in fields:
            raise _broken(path, f"the head has no {key}", f"add a line {key}: …")
    return fields


def _inputs(path: Path, value: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in value.strip("[]").split(",") if part.strip())
    if not (value.startswith("[") and value.endswith("]")) or not all(map(_NAME.fullmatch, names)):
        raise _broken(path, f"inputs is {value!r}", "write inputs: [first, second]")
    return names


def _version(path: Path, value: str) -> int:
    if not (value.isascii() and value.isdigit()):
        raise _broken(path, f"version is {value!r}", "write a whole number")
    return int(value)


def _sections(path: Path, body: str) -> tuple[str, str, list[str]]:
    """The system text, the user text and the examples, without the white space round them."""
    before, *rest = _SECTION.split(body)
    found = [(heading, text.strip()) for heading, text in zip(rest[::2], rest[1::2], strict=True)]
    system, user, examples = ([t for heading, t in found if heading == h] for h in ("System", "User", "Example"))
    if before.strip() or len(system) != 1 or len(user) != 1:
        raise _broken(path, "is not one # System and one # User part", "give each of them once, and nothing before")
    return system[0], user[0], examples


def _check_placeholders(path: Path, text: str, inputs: tuple[str, ...]) -> None:
    used = _PLACEHOLDER.findall(text)
    for name in used:
        if name not in inputs:
            raise _broken(path, f"{{{{{name}}}}} is not among its inputs", f"known are {', '.join(inputs) or 'none'}")
    for name in inputs:
        if name not in used:
            raise _broken(path, f"{{{{{name}}}}} is missing", "put it where the text should stand")
    if "}}{{" in text:  # two harmless values could make one control token
        raise _broken(path, "has two placeholders without anything between them", "put a line break between them")
    rest = _PLACEHOLDER.sub("", text)
    if "{{" in rest or "}}" in rest:
        raise _broken(path, "has a {{ or }} that is no placeholder", "write {{name}}, closed on the same line")


def _example(path: Path, text: str) -> Example:
    given, _, answer = text.rpartition("\n\n{")
    try:
        reply = json.loads("{" + answer)
    except ValueError as error:
        raise _broken(path, f"an example does not end in a JSON object ({error})", "mend its answer") from None
    return Example(given, reply)


def _broken(path: Path, reason: str, remedy: str) -> UsageError:
    return UsageError(str(path), reason, remedy)
