"""Plain text: the same page, 78 columns, nothing cut."""

import re

import pytest
from sample_briefs import HOSTILE, hostile_brief, seeds_brief

from summarizer.output.safe import line, safe
from summarizer.output.text import WIDTH, render
from summarizer.records import Brief

START = """\
South Korea summons Russian ambassador over North Korean troops
===============================================================

5 files, 4 origins · 6 of 7 sentences supported, 1 unsupported · 3 from a
single origin

South Korea summoned the Russian ambassador on Monday over reports that North
Korea was sending troops to fight in Ukraine. [1a, 2a, 4a: 3 files, 2 origins]
South Korea’s intelligence service said North Korea had shipped 1,500 special
forces to train at Russian military bases in the Far East. [1d, 2c, 5b: 3
files, 2 origins] “We strongly condemn North Korea’s unauthorized military
actions,” Vice Minister Kim Hong-kyun told Ambassador Zinoviev. [1b: single
source]

Zinoviev countered that the cooperation was in line with international law and
not aimed at South Korea. [1c, 2b: 2 files, 1 origin] Ukrainian President
Volodymyr Zelenskyy has accused North Korea of sending 12,000 troops to
Russia. [1e: single source] [sources disagree: d1] [! unsupported: 12,000 is
not in the cited span] NATO Secretary-General Mark Rutte called it a
“significant escalation”. [3d, 5a] Vladimir Putin and Kim Jong Un signed a
security pact in June. [3c, 4b]

Where the sources disagree
--------------------------

- d1: how many North Korean troops (different speakers, different answers)
    * 10,000: Volodymyr Zelenskyy [1e]
    * 12,000: South Korean media and intelligence [3b, 5c]
"""


def test_the_seeds_read_well() -> None:
    page = render(seeds_brief())
    assert page.startswith(START)
    assert all(len(row) <= WIDTH for row in page.splitlines())
    assert page.endswith("sentences checked by code · no model\ncalls\n")


def test_every_mark_has_its_passage_and_every_passage_its_words() -> None:
    page = render(seeds_brief())
    marks = set(re.findall(r"\d[a-z]\b", " ".join(re.findall(r"\[(\d[a-z][^\]]*)\]", page))))
    assert marks == set(re.findall(r"(?m)^\[(\d[a-z])\] ", page))


@pytest.mark.parametrize("brief", [hostile_brief(), hostile_brief("\r\n \u2028"), hostile_brief("")])
def test_whatever_others_wrote_is_only_text(brief: Brief) -> None:
    page = render(brief)
    assert page == safe(page)
    page.encode()


def test_nothing_is_cut() -> None:
    page = " ".join(render(hostile_brief()).split())
    assert page.count(line(HOSTILE)) >= 15
