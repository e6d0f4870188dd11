"""What is built without pydantic is what pydantic would have read, and it never takes what that would refuse."""

import copy
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sample_briefs import hostile_brief, seeds_brief

from summarizer.output.building import Doubtful, build
from summarizer.output.json import dumps, reader
from summarizer.records import Brief

FULL = json.loads(dumps(hostile_brief()))  # has something in every field, or in nearly every one
SEEDS = json.loads(dumps(seeds_brief()))

# What an editor's hand or another program may put in the place of any value.
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 3, 2**53, 2**70, 0.0, 1.5, 3.0, "", "3", "x", "true", "b1"),
    *("2024-10-21", "2024-10-32", "20241021", "2024-W43-1", "2024-10-21T00:00:00", "2024-10-21\n", "٢٠٢٤-١٠-٢١"),
    *("0000-01-01", "supported", "model", "summarizer.brief/1", "\ud800", [], {}, [None], [{}], {"x": 1}, [[], []]),
    *(["a"], {"a": {"version": 1, "sha256": "0"}}, {"status": "unchecked", "by": ["code"]}),
)
RARE = (2**53, 2**70, "2024-10-21T00:00:00")  # numbers for seconds or money, a day with a time of 0:00


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value in `data`, and to data itself."""
    yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield from places(value, (*path, step))


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def strictly(data: Any) -> Brief | None:
    """What the strict reader makes of `data`; None where it refuses. Lone surrogates it cannot read at all."""
    try:
        return reader().validate_json(json.dumps(data), strict=True)
    except ValidationError:
        return None


def built(data: Any) -> Brief | None:
    try:
        return build(Brief, copy.deepcopy(data))
    except Doubtful:
        return None


@pytest.mark.parametrize("brief", [seeds_brief(), hostile_brief()], ids=["seeds", "hostile"])
def test_a_brief_that_was_written_is_built_without_doubt(brief: Brief) -> None:
    data = json.loads(dumps(brief))
    assert built(data) == brief == reader().validate_python(data)


ALL_PLACES = [path for path in places(FULL) if path]


@given(st.sampled_from(ALL_PLACES), st.sampled_from(ODD), st.sampled_from(["put", "drop", "name"]))
def test_a_changed_brief_is_read_alike_or_left_to_the_strict_reader(
    path: tuple[str | int, ...], value: Any, how: str
) -> None:
    data = copy.deepcopy(FULL)
    around = at(data, path[:-1])
    if how == "drop":
        del around[path[-1]]
    elif how == "name" and isinstance(around, dict):
        around["colour"] = value
    else:
        around[path[-1]] = value
    mine, theirs = built(data), strictly(data)
    if mine is not None and "\\ud800" not in json.dumps(data):
        assert mine == theirs
        assert dumps(mine) == dumps(theirs)  # 1 and 1.0 are equal, and not the same
    if mine is None and theirs is not None:  # only a little time is lost, and for rare things alone
        assert value in RARE


@pytest.mark.parametrize("path", ALL_PLACES[::7])
def test_every_place_refuses_what_no_place_may_hold(path: tuple[str | int, ...]) -> None:
    if path[0] in ("meta",) or path[:2] == ("engine", "settings"):
        return
    data = copy.deepcopy(FULL)
    at(data, path[:-1])[path[-1]] = {"colour": ["red"]}
    assert built(data) is None
    assert strictly(data) is None


@pytest.mark.parametrize(("depth", "plain"), [(10, True), (300, False), (100_000, False)])
def test_data_nested_too_deeply_is_left_to_the_strict_reader(depth: int, plain: bool) -> None:
    inner: list[Any] = []
    for _ in range(depth):
        inner = [inner]
    data = SEEDS | {"meta": {"x": inner}}
    try:
        build(Brief, data)
    except Doubtful:
        assert not plain
    else:
        assert plain


def test_reading_and_checking_a_sound_brief_never_load_pydantic(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(dumps(seeds_brief()), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from summarizer.output.files import read_brief\n"
        f"read_brief(Path({str(path)!r}))\n"
        "sys.exit('pydantic' in sys.modules or 'pydantic_core' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
