"""JUnit XML that every reader can read, in which a failure is not an error and neither is a skipped test."""

from collections import Counter
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from sample_gates import gated
from sample_runs import HOSTILE, hostile_report, report

from summarizer.evals.reports import junit


def _states(root: Element) -> Counter[str]:
    return Counter(child.tag for case in root.iter("testcase") for child in case)


def _counted(element: Element) -> dict[str, int]:
    return {key: int(element.get(key, "-1")) for key in ("tests", "failures", "errors", "skipped")}


def test_without_a_gate_only_what_is_broken_fails() -> None:
    root = fromstring(junit.dumps([report()]))
    cases = {(case.get("classname"), case.get("name")): case for case in root.iter("testcase")}
    assert len(cases) == 2 * 8
    spans = cases["nightly.ferry-collision", "spans"]
    assert [child.tag for child in spans] == ["failure"]
    assert spans.get("file") == "evals/cases/ferry-collision/case.yaml"
    assert [child.tag for child in cases["nightly.ferry-collision", "hedges"]] == ["skipped"]
    assert [child.tag for child in cases["nightly.ferry-collision", "fact_recall"]] == []
    assert {child.tag for (name, _), case in cases.items() if name == "nightly.second" for child in case} == {"error"}
    assert _counted(root) == {"tests": 16, "failures": 1, "errors": 8, "skipped": 1}


def test_with_a_gate_its_marks_stand() -> None:
    told, _ = gated()
    root = fromstring(junit.dumps([told]))
    assert _states(root) == {"failure": 2, "error": 1, "skipped": 1}
    (suite,) = root.iter("testsuite")
    assert _counted(suite) == _counted(root) == {"tests": 5, "failures": 2, "errors": 1, "skipped": 1}
    lost, fallen, *_ = suite.iter("failure")
    assert lost.get("type") == "lost fact"
    assert lost.get("message") == "f2 “The steering had failed.” is no longer cited"
    assert "evals/cases/ferry-collision/case.yaml:17: lost fact" in (lost.text or "")
    assert fallen.get("message") == "fact_recall 0.500 -> 0.300"
    assert [case.get("line") for case in suite.iter("testcase") if case.find("failure") is not None] == ["17", None]
    assert [case.get("classname") for case in suite.iter("testcase")][1] == "nightly.all cases"
    assert all(case.get("name") for case in suite.iter("testcase"))


def test_what_makes_a_whole_run_unreliable_could_not_be_measured() -> None:
    root = fromstring(junit.dumps([replace(report(), faults=("2 recordings were not asked for",))]))
    (fault,) = (case for case in root.iter("testcase") if case.get("classname") == "nightly.all cases")
    assert [child.get("message") for child in fault if child.tag == "error"] == ["2 recordings were not asked for"]


def test_the_same_run_gives_the_same_bytes() -> None:
    assert junit.dumps([report()]) == junit.dumps([report()])
    assert b"time" not in junit.dumps([report()]).split(b"?>")[1].split(b"<testcase")[0]


@pytest.mark.parametrize(
    "words", [HOSTILE, "]]>", "\x00\x08\x0b\x1f", "\ud800\udfff", "\x1b[31m", "\ufffe\uffff", "a\r\nb"]
)
def test_hostile_words_leave_it_readable(words: str) -> None:
    root = fromstring(junit.dumps([hostile_report(words)]))
    (suite,) = root.iter("testsuite")
    assert suite.get("name") == junit.clean(words).replace("\r", " ")
    assert {element.tag for element in root.iter()} <= {
        *("testsuites", "testsuite", "properties", "property", "testcase", "failure", "error", "skipped")
    }
    assert len(junit.clean(words)) == len(words)
