"""Who decided what, as every page says it."""

from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console
from sample_briefs import HOSTILE, hostile_brief, seeds_brief

from summarizer.output import decided, html, markdown, terminal, text
from summarizer.output.json import dumps, loads
from summarizer.records import Brief
from summarizer.reviewed import Decided, Decision, Ignored, Resolved, Reviewer, ReviewRecord

AT = "2026-11-23T14:03:11.000Z"


def reviewed(brief: Brief, name: str = "Marta K.", reason: str = "by phone") -> Brief:
    """b1 accepted, b2 flagged, b3 differs, b5 (which does not hold) accepted, one rejected, the others open."""

    def by(who: str, choice: Decided) -> Decision:
        return Decision(by=who, choice=choice, at=AT, reason=reason, seen=("s1",))

    made = [*brief.sentences]
    for place, decisions in (
        (0, (by(name, "accepted"),)),
        (1, (by(name, "flagged"),)),
        (2, (by(name, "accepted"), by("Jo", "rejected"))),
        (4, (by(name, "accepted"),)),
    ):
        if place < len(made):
            made[place] = replace(made[place], decisions=decisions)
    held = replace(brief.withheld[0], decisions=(by(name, "rejected"),), reasons=(f"rejected by {name}: {reason}",))
    record = ReviewRecord(
        brief="9f2c",
        exported="2026-11-23T15:00:00Z",
        reviewers=(Reviewer(name=name, accepted=3, flagged=1, rejected=1, open=3), Reviewer(name="Jo", rejected=1)),
        resolutions=(Resolved(id="d1", about="troops", how="use", value="10,000", by=name, at=AT, reason=reason),),
        ignored=(Ignored(id="u3", text="The agency", by=name, reason=reason),),
        remarks=(f"b4: {name} said other words",),
    )
    return replace(brief, sentences=tuple(made), withheld=(held,), review=record)


def shown(brief: Brief) -> str:
    printed = StringIO()
    terminal.show(brief, Console(file=printed, width=2000))
    return printed.getvalue()


def plain(page: str) -> str:
    """On one line, without what is escaped in Markdown and in HTML."""
    return " ".join(page.replace("\\", "").split())


PAGES: list[Callable[[Brief], str]] = [markdown.render, text.render, html.render, shown]
SAID = [
    "accepted by Marta K., 23 November 2026 14:03; 1 of 3 sources opened; reason: by phone",
    "flagged by Marta K.: by phone",
    "reviewers differ: accepted by Marta K., rejected by Jo",
    "accepted by Marta K. though not fully borne out: by phone",
    "not reviewed",
    "withheld: rejected by Marta K.: by phone",
    "2 of 7 sentences accepted, 1 flagged, 1 on which reviewers differ, 3 not reviewed; 1 rejected",
    "Marta K.: 3 accepted, 1 rejected, 1 flagged, 3 open",
    "“10,000” is used, by Marta K., 23 November 2026 14:03; reason: by phone",
    "left out on purpose: u3 “The agency”, by Marta K.; reason: by phone",
    "b4: Marta K. said other words",
    "Names are self-declared",
    "Exported 23 November 2026 15:00 from the brief 9f2c",
]


@pytest.mark.parametrize("render", PAGES)
@pytest.mark.parametrize("words", SAID)
def test_every_page_says_who_decided_what(render: Callable[[Brief], str], words: str) -> None:
    page = plain(render(reviewed(seeds_brief())))
    assert words in page
    assert words not in plain(render(seeds_brief()))


@pytest.mark.parametrize("render", PAGES)
def test_marks_count_the_sentences_on_which_somebody_decided(render: Callable[[Brief], str]) -> None:
    page = render(reviewed(seeds_brief()))
    assert [f"r{n}" in page for n in range(1, 7)] == [True] * 5 + [False]


@pytest.mark.parametrize("render", PAGES)
def test_an_open_sentence_is_marked_only_where_there_was_a_review(render: Callable[[Brief], str]) -> None:
    alone = replace(seeds_brief(), sentences=seeds_brief().sentences[:1], withheld=())
    assert "not reviewed" not in render(alone)
    assert plain(render(replace(alone, review=ReviewRecord()))).count("not reviewed") >= 2  # itself, and the count


def test_json_has_all_of_it_and_reads_it_back() -> None:
    brief = reviewed(seeds_brief(), HOSTILE.replace("\ud800", ""), HOSTILE.replace("\ud800", ""))
    assert loads(dumps(brief), "b.json") == brief


@pytest.mark.parametrize("render", PAGES)
def test_names_and_reasons_are_strangers_words(render: Callable[[Brief], str]) -> None:
    page = render(reviewed(hostile_brief(), HOSTILE, HOSTILE))
    assert all(row.isprintable() for row in page.splitlines())
    assert (
        "<script>alert" not in page.replace("`<script>alert", "").replace("\\<script", "") or render is not html.render
    )


MOMENTS = [
    ("2026-11-23T14:03:11.000Z", "23 November 2026 14:03"),
    ("2026-11-23T00:30:00+02:00", "22 November 2026 22:30"),
    ("2026-11-23", "23 November 2026 00:00"),
    ("yester\x1bday", "yester␛day"),
    ("", ""),
]


@pytest.mark.parametrize(("at", "told"), MOMENTS)
def test_moments_are_told_in_utc(at: str, told: str) -> None:
    assert decided.moment(at) == told


HOWS = [
    (Resolved(id="d1", about="x", how="both", by="Jo"), "all answers are reported, by Jo"),
    (
        Resolved(id="d1", about="x", how="none", by="Jo", reason="two rivers"),
        "not a disagreement, by Jo; reason: two rivers",
    ),
]


@pytest.mark.parametrize(("made", "told"), HOWS)
def test_what_was_made_of_a_disagreement(made: Resolved, told: str) -> None:
    assert decided.resolution(made) == told
