"""The file format out and in: stable bytes, exact return, and one line that names the first wrong field."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sample_briefs import hostile_brief, seeds_brief

from summarizer.errors import UsageError
from summarizer.output.json import dumps, loads, reader
from summarizer.output.safe import safe
from summarizer.records import Brief

SCHEMA = Path(__file__).parents[2] / "docs" / "brief.schema.json"

CITATION = {"source": "s1", "start": 0, "end": 2, "quote": "Ab"}
MINIMAL: dict[str, Any] = {
    "format": "summarizer.brief/1",
    "sources": [{"id": "s1", "path": "a.txt", "sha256": "00"}],
    "sentences": [{"text": "Ab.", "citations": [CITATION]}],
}


@pytest.mark.parametrize("brief", [seeds_brief(), hostile_brief()], ids=["seeds", "hostile"])
def test_what_is_written_is_read_back(brief: Brief) -> None:
    text = dumps(brief)
    assert loads(text, "b.json") == brief
    assert dumps(loads(text, "b.json")) == text
    assert Brief.from_json(brief.to_json()) == brief
    assert text.endswith("}\n")


def test_written_bytes_are_utf8_and_safe_to_show() -> None:
    text = dumps(hostile_brief())
    assert text.encode("utf-8").decode("utf-8") == text
    assert safe(text) == text
    assert "“" in dumps(seeds_brief())  # read by people, so not all of it is escapes


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
@example("\U000e0100")
@example("x\ufe0f\u200d\N{WOMAN}")
def test_any_text_survives(text: str) -> None:
    brief = replace(loads(json.dumps(MINIMAL), "b.json"), title=text)
    written = dumps(brief)
    assert loads(written, "b.json") == brief
    assert safe(written) == written


def test_a_minimal_brief_of_another_program_is_numbered_around_its_own_ids() -> None:
    three = [{"text": "A", "citations": []}, {"id": "b1", "text": "B", "citations": []}, {"text": "C", "citations": []}]
    brief = loads("\ufeff" + json.dumps(MINIMAL | {"sentences": three, "meta": {"x": [1, None]}}), "b.json")
    assert len({sentence.id for sentence in brief.sentences}) == 3
    assert brief.sentences[1].id == "b1"
    assert brief.sentences[0].verdict.status == "unchecked"
    assert brief.meta == {"x": [1, None]}


def changed(**fields: Any) -> str:
    return json.dumps(MINIMAL | fields)


def cited(**fields: Any) -> str:
    return changed(sentences=[{"text": "Ab.", "citations": [CITATION, CITATION | fields]}])


WRONG = [
    ("", "not JSON: Expecting value at line 1, column 1"),
    ('{"format":\n  }', "not JSON: Expecting value at line 2, column 3"),
    ("[]", "not a brief: the file holds no JSON object"),
    ("{}", "not a brief: `format` is missing"),
    (changed(format="summarizer.brief/9"), 'its format is "summarizer.brief/9", not one that this version reads'),
    (changed(format="\x1b]0;x\x07"), 'its format is "\\u001b]0;x\\u0007",'),
    (changed(format=["x"]), 'its format is ["x"], not one that this version reads'),
    (changed(colour="red"), "`colour` is not a field of this format"),
    (changed(sources=[{"id": "s1", "path": "a"}]), "`sources`, item 1: `sha256` is missing"),
    (changed(sources={}), "`sources` should be a list"),
    (changed(sentences=None), "`sentences` should be a list"),
    (changed(sentences=["Ab."]), "`sentences`, item 1 should be an object"),
    (changed(title=3), "`title` should be text"),
    (changed(usage={"calls": "3"}), "`usage`: `calls` should be a whole number"),
    (changed(usage={"calls": True}), "`usage`: `calls` should be a whole number"),
    (changed(engine={"writer": "magic"}), "`engine`: `writer` should be 'extractive' or 'model'"),
    (
        changed(sources=[MINIMAL["sources"][0] | {"published": "21 Oct"}]),
        "`sources`, item 1: `published` should be a date like 2024-10-21",
    ),
    (cited(start="0"), "`sentences`, item 1: `citations`, item 2: `start` should be a whole number"),
    (cited(start=0.5), "`sentences`, item 1: `citations`, item 2: `start` should be a whole number"),
    (changed(usage={"seconds": float("nan")}), "NaN is not a number in JSON"),
    (changed(usage={"seconds": float("-inf")}), "-Infinity is not a number in JSON"),
    (changed().replace('"00"', "1e999"), "1e999 is too large a number"),
    (changed().replace('"end": 2', '"end": ' + "9" * 5000), "is too large a number"),
    (changed().replace('"id": "s1"', '"id": "s1", "id": "s2"'), "`id` stands twice in one object"),
    *(
        (changed(meta={"x": "@"}).replace('"@"', "[" * depth + "]" * depth), "nested too deeply")
        for depth in (300, 900, 980, 990, 100_000)
    ),
    ('{"\\ud800": 1, "format": "summarizer.brief/1"}', "is missing"),
]


@pytest.mark.parametrize(("text", "reason"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_file_is_one_line_that_names_its_fault(text: str, reason: str) -> None:
    with pytest.raises(UsageError) as caught:
        loads(text, "b.json")
    assert reason in caught.value.reason
    assert str(caught.value).startswith("b.json: ")
    assert safe(str(caught.value)) == str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_published_schema_is_that_of_the_records() -> None:
    """After a change of the records: python -c "import json; from summarizer.output.json import reader;
    print(json.dumps(reader().json_schema(), indent=2))" > docs/brief.schema.json
    """
    assert json.loads(SCHEMA.read_text("utf-8")) == reader().json_schema()
