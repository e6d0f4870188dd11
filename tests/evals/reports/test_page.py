"""The page as a file: whole, the same each time, and nothing in it but what was put there."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sample_runs import HOSTILE, TEXTS, hostile_report, report, result

from summarizer.evals.reports import page
from summarizer.evals.reports.nouns import Report
from summarizer.evals.scoring.nouns import Part, Score
from summarizer.output.html.markup import join, tag, text
from summarizer.output.safe import SUSPECT, safe


class Reader(HTMLParser):
    """What a browser would make of it: the elements with their attributes, and the words."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: dict[str, list[str]] = {}  # by the class of an enclosing div or by the tag
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        if tag not in ("meta", "br", "hr"):
            self.open.append(given.get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("meta", "br", "hr"):
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for name in set(self.open):
            self.words.setdefault(name, []).append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [given for tag, given in self.elements if tag == name]


@pytest.fixture(scope="module")
def shown() -> str:
    return page.render([report()])


def test_the_same_run_gives_the_same_page(shown: str) -> None:
    assert page.render([report()]) == shown


def test_every_element_that_is_opened_is_closed(shown: str) -> None:
    read = Reader(shown)
    assert read.open == []
    ids = [given["id"] for _, given in read.elements if "id" in given]
    assert len(ids) == len(set(ids))


def test_the_sources_stand_on_it_letter_for_letter(shown: str) -> None:
    words = "".join(Reader(shown).words["text"])
    assert words == "".join(TEXTS.values()) * 3


def test_what_is_cited_and_what_is_missed_is_lit_and_told_apart_in_words(shown: str) -> None:
    spans = [given for given in Reader(shown).all("span") if given.get("data-k")]
    struck = [
        given for given in spans if "b0" in (given["data-k"] or "").split() and "b1" in (given["data-k"] or "").split()
    ]
    assert struck, "two sentences cite one stretch"
    told = {given["data-tag"] for given in spans if given.get("data-tag")}
    assert told == {"○ missed f2", "○ missed f4", "◐ not cited f3"}
    assert {given["data-by"] for given in spans if given.get("data-by")} == {"b1", "b2"}


def test_an_inexact_citation_lights_nothing_and_is_named() -> None:
    first = page.render([Report(label="one", results=(result(),))])
    assert not [given for given in Reader(first).all("span") if "b2" in (given.get("data-k") or "").split()]
    assert "✗ globe.txt [3:9]" in first


def test_what_several_metrics_hold_against_a_sentence_is_said_once() -> None:
    first = result()
    same = Part(id="b1", value=0.0, reason="nothing holds it")
    scores = {name: Score(metric=name, value=0.0, parts=(same,)) for name in ("numbers", "names")}
    told = page.render([Report(label="one", results=(replace(first, scored=replace(first.scored, scores=scores)),))])
    assert "<li><b>numbers, names</b> 0.00: nothing holds it</li>" in told


def test_a_case_without_a_brief_says_why(shown: str) -> None:
    assert "There is no brief: the model&#x27;s endpoint was down" in shown


def test_nothing_is_fetched_and_only_its_own_style_and_script_may_act(shown: str) -> None:
    read = Reader(shown)
    policy = next(g["content"] for g in read.all("meta") if g.get("http-equiv") == "Content-Security-Policy") or ""
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        own = re.search(f"<{name}>(.*?)</{name}>", shown, re.DOTALL)
        assert own
        digest = base64.b64encode(hashlib.sha256(own[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    for tag_, given in read.elements:
        assert not {"src", "srcset", "style", "action", "formaction"} & set(given), tag_
        assert not [key for key in given if key.startswith("on")], tag_
        assert (given.get("href") or "#").startswith("#")


def test_words_of_strangers_stay_words() -> None:
    shown = page.render([hostile_report()])
    read = Reader(shown)
    assert {tag for tag, _ in read.elements} == {tag for tag, _ in Reader(page.render([report()])).elements}
    assert len(read.all("script")) == len(read.all("style")) == 1
    assert read.open == []
    assert not SUSPECT.search(shown)
    assert safe(HOSTILE) in "".join(read.words["text"])
    for given in (given for _, given in read.elements):
        assert not [key for key in given if key.startswith("on") or key in ("src", "style")]


def test_a_file_holds_it(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page.render([hostile_report()]), encoding="utf-8")
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!doctype html>")


def test_markup_is_made_in_one_place_only() -> None:
    assert text("<b>&\"'\x00\u202e") == "&lt;b&gt;&amp;&quot;&#x27;\u2400\ufffd"
    assert tag("p", "<i>", tag("b", "x"), None, class_='a" onclick="b', hidden=True, data_k=None) == (
        '<p class="a&quot; onclick=&quot;b" hidden>&lt;i&gt;<b>x</b></p>'
    )
    assert join("<", tag("hr")) == "&lt;<hr>"
    assert join(str(tag("b"))) == "&lt;b&gt;&lt;/b&gt;", "a plain str is text, even where it once was markup"
