"""A forged headline, count, speaker or disagreement is named, one line each; what is merely not said is no fault."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from conftest import ROOT

from summarizer import Brief, check, summarize
from summarizer.records import Citation, Difference


@pytest.fixture(scope="module")
def sound() -> Brief:
    return summarize([ROOT / "seeds"])


def _position(brief: Brief, **changes: Any) -> Brief:
    disagreement = brief.disagreements[0]
    first, *rest = disagreement.positions
    forged = replace(disagreement, positions=(replace(first, **changes), *rest))
    return replace(brief, disagreements=(forged,))


def _about(brief: Brief, about: str) -> Brief:
    return replace(brief, disagreements=(replace(brief.disagreements[0], about=about),))


def _source(brief: Brief, **changes: Any) -> Brief:
    *rest, last = brief.sources
    return replace(brief, sources=(*rest, replace(last, **changes)))


def _origin(brief: Brief, **changes: Any) -> Brief:
    first, *rest = brief.origins
    return replace(brief, origins=(replace(first, **changes), *rest))


def _upstream(brief: Brief, place: int, name: str | None) -> Brief:
    forged = replace(brief.sentences[place], upstream=name)
    return replace(brief, sentences=(*brief.sentences[:place], forged, *brief.sentences[place + 1 :]))


def _differ(brief: Brief, about: str) -> Brief:
    first, *rest = brief.origins
    one, other = (next(c for s in brief.sentences for c in s.citations if c.source == s1) for s1 in first.sources)
    return replace(
        brief, origins=(replace(first, differences=(Difference(about=about, citations=(one, other)),)), *rest)
    )


NOWHERE = Citation(source="s1", start=0, end=10**9, quote="Everyone")
FORGERIES: list[tuple[Callable[[Brief], Brief], str]] = [
    (lambda b: replace(b, title="All 41 aboard killed"), "title: “All 41 aboard killed” stands in no source"),
    (lambda b: replace(b, sentences=()), "the brief has no sentence"),
    (lambda b: replace(b, sentences=(*b.sentences, b.sentences[0])), "b1: the id is given 2 times"),
    (lambda b: replace(b, origins=b.origins[1:]), "origins: the sources' own are s1+s2, s3, s4, s5"),
    (lambda b: _origin(b, kind="wire-copy"), "o1 kind: “wire-copy” stated, “near-copy” found"),
    (lambda b: _origin(b, reason="both quote the mayor"), "o1 reason: “both quote the mayor” stated"),
    (lambda b: replace(b, sentences=(replace(b.sentences[0], origins=9), *b.sentences[1:])), "b1 origins: 9 stated"),
    (lambda b: replace(b, sentences=(replace(b.sentences[0], said_by="the Pope"), *b.sentences[1:])), "b1 said_by"),
    (lambda b: _upstream(b, 7, None), "b8 upstream: nobody stated, “South Korea’s Intelligence Service” found"),
    (lambda b: _upstream(b, 0, "the Pope"), "b1 upstream: “the Pope” stated, nobody found"),
    (lambda b: _differ(b, "12,000 in s1, 1,200 in s2"), "12,000 in s1, 1,200 in s2: the sources do not say so"),
    (lambda b: _source(b, outlet="BBC"), "s5 outlet: BBC stated, none found"),
    (lambda b: _source(b, characters=3), "s5 characters: 3 stated"),
    (lambda b: _about(b, "who bribed the ambassador"), "d1 “who bribed the ambassador”: its sources do not speak of"),
    (lambda b: _position(b, value="41 dead"), "d1 “41 dead” is in none of its citations"),
    (lambda b: _position(b, said_by="the Pope"), "“the Pope” is not in its sources"),
    (lambda b: _position(b, citations=(NOWHERE,)), "lies outside the text"),
    (lambda b: _position(b, citations=()), "is in none of its citations"),
    (lambda b: _position(b, counts="tanks"), "“tanks” is in none of its citations"),
    (lambda b: _position(b, as_of=date(2024, 10, 1)), "its citations are not as of 2024-10-01"),
    (lambda b: replace(b, disagreements=(replace(b.disagreements[0], sentences=("zz",)),)), "there is no sentence zz"),
]


@pytest.mark.parametrize(("forge", "says"), FORGERIES, ids=[says for _, says in FORGERIES])
def test_a_forgery_is_named(sound: Brief, forge: Callable[[Brief], Brief], says: str) -> None:
    assert any(says in problem for problem in check(forge(sound)).problems)


def test_what_a_brief_does_not_say_of_itself_is_filled_in(sound: Brief) -> None:
    silent = tuple(replace(s, origins=0, said_by=None, upstream=None) for s in sound.sentences)
    bare = replace(sound, title=None, origins=(), disagreements=(), sentences=silent)
    report = check(bare)
    assert report.problems == ()
    assert report.brief.origins == sound.origins
    assert report.brief.sentences == sound.sentences
