"""A run as JUnit XML, which every build server reads: a suite for each run, a test case for each case and metric.

`failure` is a measured regression or a broken invariant, `error` what could not be measured, `skipped` what had nothing
to score: who reads only the colour must not take one for the other. XML has no way to hold control characters, escaped
or not, and one of them makes the whole file unreadable; they are shown by their stand-ins.
"""

import re
from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from summarizer.evals.comparing.nouns import Finding
from summarizer.evals.reports.lines import Line, lines, told
from summarizer.evals.reports.nouns import Report, shown
from summarizer.output.safe import HIDDEN, safe

ALL, WHOLE = "all cases", "all metrics"
_ELEMENTS = {"failed": "failure", "not measured": "error", "unscored": "skipped"}
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def dumps(reports: list[Report]) -> bytes:
    """The file, in UTF-8, without any time: the same run gives the same bytes."""
    root = Element("testsuites", name="summarizer eval")
    marks: Counter[str] = Counter()
    for report in reports:
        marks += _suite(root, report)
    _count(root, marks)
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n".encode()


def clean(text: str) -> str:
    """`text` as XML can hold it and a person can read it; of the same length."""
    return _NO_XML.sub(HIDDEN, safe(text))


def _suite(root: Element, report: Report) -> Counter[str]:
    suite = SubElement(root, "testsuite", name=clean(report.label))
    if report.outcome is not None:
        properties = SubElement(suite, "properties")
        SubElement(properties, "property", name="rule", value=clean(report.outcome.rule))
    found = lines(report)
    for line in found:
        _case(suite, report, line)
    marks = Counter[str](line.mark for line in found)
    _count(suite, marks)
    return marks


def _count(element: Element, marks: Counter[str]) -> None:
    element.set("tests", str(marks.total()))
    element.set("failures", str(marks["failed"]))
    element.set("errors", str(marks["not measured"]))
    element.set("skipped", str(marks["unscored"]))


def _case(suite: Element, report: Report, line: Line) -> None:
    where = f"{report.label}.{line.case or ALL}"
    case = SubElement(suite, "testcase", classname=clean(where), name=clean(line.metric or WHOLE))
    at = next((f for f in line.findings if f.path), None)
    if at is not None:
        case.set("file", clean(at.path))
        case.set("line", str(max(1, at.line)))
    name = _ELEMENTS.get(line.mark)
    if name is None:
        return
    weighty = [f for f in line.findings if f.fails] or list(line.findings)
    short = told(weighty[0]) if weighty else line.reason or f"{line.metric} {line.mark}"
    mark = SubElement(case, name, message=clean(" ".join(short.split())))
    if name != "skipped":
        mark.set("type", clean(weighty[0].kind if weighty else line.mark))
        mark.text = clean("\n".join([f"{line.metric} {shown(line.value)}", *map(_whole, line.findings)]))


def _whole(finding: Finding) -> str:
    where = f"{finding.path}:{max(1, finding.line)}: " if finding.path else ""
    return f"{where}{finding.kind}: {told(finding)}"
