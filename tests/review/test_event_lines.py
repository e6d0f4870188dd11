"""Lines of a log: out and in without loss, safe to show, and held to every field."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quake_review import QUAKE, SUPPORTED

from summarizer.output.safe import safe
from summarizer.records import Check, Verdict
from summarizer.review.journal.events import Malformed, Newer, as_data, decode, encode, verdict_as_data, verdict_in
from summarizer.review.nouns import Event, Op

VERDICT = Verdict(status="partial", by=("code", "judge:m"), checks=(Check(name="n", ok=False),), against=(QUAKE,))
DATA: dict[Op, dict[str, Any]] = {
    "decide": {"choice": None, "reason": ""},
    "edit": {"text": "x", "citations": as_data([QUAKE])},
    "note": {"text": "x"},
    "add": {"text": "x", "citations": [], "after": None},
    "resolve": {"how": None, "value": "", "reason": ""},
    "ignore": {"ignored": True, "reason": ""},
    "verify": {"verdict": verdict_as_data(VERDICT)},
    "seen": {"source": "s1"},
    "export": {"path": "x.md", "format": "md"},
    "undo": {"act": 1},
    "redo": {"act": 1},
}


def event(op: Op = "decide", text: str = "x", **fields: Any) -> Event:
    made: dict[str, Any] = {
        "seq": 1,
        "act": 1,
        "at": "2026-01-02T03:04:05.678Z",
        "reviewer": text,
        "host": text,
        "tool": "t",
        "op": op,
        "about": text,
        "base": "",
        "data": DATA[op],
        "prev": "",
    }
    return Event(**made | fields)


@pytest.mark.parametrize("op", DATA)
def test_each_act_comes_back_as_it_was(op: Op) -> None:
    assert decode(encode(event(op))) == event(op)


@given(st.text(st.characters(codec=None)), st.sampled_from(["\x1b]0;x\x07", "\u202e", "\u2028", "\ud800", ""]))
def test_any_text_comes_back_and_none_acts_on_a_terminal(text: str, more: str) -> None:
    made = event("note", text + more, data={"text": more + text})
    line = encode(made)
    assert decode(line) == made
    assert b"\n" not in line
    assert safe(line.decode("utf-8")) == line.decode("utf-8")


def test_ordinary_words_of_any_script_stay_readable() -> None:
    assert "Ötzi 山田 – “so”" in encode(event(text="Ötzi 山田 – “so”")).decode("utf-8")


def test_a_verdict_comes_back_as_it_was() -> None:
    assert verdict_in(verdict_as_data(VERDICT)) == VERDICT


def changed(op: Op, change: Callable[[dict[str, Any]], object]) -> bytes:
    content = json.loads(encode(event(op)))
    change(content)
    return json.dumps(content).encode()


def within(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["data"].__setitem__(name, value)


CITED = as_data([QUAKE])[0]
JUDGED = verdict_as_data(SUPPORTED)

WRONG: list[tuple[Op, Callable[[dict[str, Any]], object], str]] = [
    ("decide", lambda c: c.pop("at"), "`at` is missing"),
    ("decide", lambda c: c.update(extra=1), "`extra` is no field of an event"),
    ("decide", lambda c: c.update(seq="1"), "`seq` should be a whole number from 1"),
    ("decide", lambda c: c.update(seq=True), "`seq` should be a whole number from 1"),
    ("decide", lambda c: c.update(act=0), "`act` should be a whole number from 1"),
    ("decide", lambda c: c.update(act=1 << 60), "`act` should be a whole number from 1"),
    ("decide", lambda c: c.update(more=-1), "`more` should be a whole number from 0"),
    ("decide", lambda c: c.update(v=0), "`v` should be a whole number from 1"),
    ("decide", lambda c: c.update(op=3), "`op` should be text"),
    ("decide", lambda c: c.update(about=None), "`about` should be text"),
    ("decide", lambda c: c.update(data=[]), "`data` should be an object"),
    ("decide", within("choice", "maybe"), "`choice` should be one of accepted, flagged, rejected or null"),
    ("decide", within("choice", []), "`choice` should be one of accepted, flagged, rejected or null"),
    ("decide", within("by", "x"), "`by` is not known here"),
    ("decide", lambda c: c["data"].pop("reason"), "`reason` is missing"),
    ("edit", within("citations", {}), "`citations` should be a list"),
    ("edit", within("citations", [1]), "`citations` should hold objects"),
    ("edit", within("citations", [CITED | {"end": -1}]), "`end` should be a whole number from 0"),
    ("edit", within("citations", [CITED | {"start": 99}]), "`end` should be a whole number from 99"),
    ("edit", within("citations", [CITED | {"corroborates": 1}]), "`corroborates` should be true or false"),
    ("edit", within("citations", [CITED | {"quote": None}]), "`quote` should be text"),
    ("add", within("after", 3), "`after` should be text"),
    ("resolve", within("how", "all"), "`how` should be one of both, none, use or null"),
    ("ignore", within("ignored", None), "`ignored` should be true or false"),
    ("verify", within("verdict", None), "`verdict` should hold objects"),
    ("verify", within("verdict", JUDGED | {"status": "fine"}), "`status` should be one of contradicted, partial,"),
    ("verify", within("verdict", JUDGED | {"by": [1]}), "`by` should hold texts"),
    ("verify", within("verdict", JUDGED | {"checks": [{"name": "n", "ok": 1, "detail": ""}]}), "`ok` should be true"),
    ("undo", within("act", "1"), "`act` should be a whole number from 1"),
]


@pytest.mark.parametrize(("op", "change", "told"), WRONG)
def test_a_wrong_line_is_named_in_words(op: Op, change: Callable[[dict[str, Any]], object], told: str) -> None:
    with pytest.raises(Malformed) as fault:
        decode(changed(op, change))
    assert str(fault.value).startswith(told)


@pytest.mark.parametrize("line", [b"", b"{", b"\xff", b"[" * 100_000, b"1" * 5000, b"\0\0", b"null x"])
def test_what_is_not_json_is_refused(line: bytes) -> None:
    with pytest.raises(Malformed, match="is not JSON"):
        decode(line)


@pytest.mark.parametrize("line", [b"1", b"null", b"[]", b'"x"'])
def test_what_is_no_object_is_refused(line: bytes) -> None:
    with pytest.raises(Malformed, match="holds no JSON object"):
        decode(line)


@pytest.mark.parametrize("fields", [{"op": "sing"}, {"v": 2}, {"v": 2, "op": 3, "more": None, "new": 1}])
def test_what_is_newer_is_told_apart_from_what_is_wrong(fields: dict[str, Any]) -> None:
    with pytest.raises(Newer):
        decode(changed("decide", lambda content: content.update(fields)))
