"""A brief as a page: nothing in it loads, runs or acts, and each mark leads to its passage and back."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from sample_briefs import HOSTILE, hostile_brief, seeds_brief
from test_decided import reviewed

from summarizer.output import html, render
from summarizer.records import Brief

VOID = ("meta", "br", "hr")


class Page(HTMLParser):
    """What a browser finds: the tags, their attributes, the text; and whether every tag is closed in its place."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, key, value in self.attributes if key == name]


BRIEFS = [
    seeds_brief(),
    hostile_brief(),
    reviewed(seeds_brief()),
    reviewed(hostile_brief(), HOSTILE, HOSTILE),
    Brief(sources=(), sentences=()),
]
TAGS = {"html", "head", "meta", "title", "style", "body", "main", "article", "section", "footer"}
TAGS |= {"h1", "h2", "p", "ul", "li", "a", "b", "span", "small", "strong", "sup", "q"}


@pytest.mark.parametrize("brief", BRIEFS, ids=range(len(BRIEFS)))
def test_nothing_on_the_page_is_anybody_elses_markup(brief: Brief) -> None:
    page = Page(html.render(brief))
    assert not page.wrong
    assert not page.open
    assert set(page.tags) <= TAGS
    assert {name for _, name, _ in page.attributes} <= {
        *("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "title", "dir")
    }
    assert all(re.fullmatch(r"#(at-)?[0-9a-z-]+", href) for href in page.values("href"))
    assert all(c.isprintable() or c == "\n" for c in html.render(brief))


@pytest.mark.parametrize("brief", BRIEFS, ids=range(len(BRIEFS)))
def test_every_link_leads_to_one_place_of_the_page(brief: Brief) -> None:
    page = Page(html.render(brief))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in page.values("href")} <= set(ids)
    assert bool(ids) == bool(brief.sentences)


def test_a_passage_leads_back_to_each_of_its_places() -> None:
    page = Page(html.render(seeds_brief()))
    marks = [i for i in page.values("id") if i.startswith("at-")]
    assert sorted(marks) == sorted(href.removeprefix("#") for href in page.values("href") if "at-" in href)
    assert len(marks) > len({mark.rsplit("-", 1)[0] for mark in marks})  # one that is cited twice


def test_the_policy_allows_the_one_style_and_nothing_else() -> None:
    page = html.render(seeds_brief())
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert style is not None
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    allowed = f"style-src 'sha256-{digest}'"
    assert policy[1] == f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\(|@import|https?:", style[1])
    assert "prefers-color-scheme: dark" in style[1]
    assert "@media print" in style[1]


def test_all_that_a_page_says_is_there() -> None:
    words = " ".join("".join(Page(html.render(seeds_brief())).words).split())
    for said in (
        "South Korea summons Russian ambassador over North Korean troops",
        "5 files, 4 origins",
        "12,000 is not in the cited span",
        "sources disagree: d1",
        "Where the sources disagree",
        "and 2 more statements, in the JSON form of this brief",
        "withheld: “confirmed” is not in the cited span",
        "no text layer; left out",
        "one origin with s2",
    ):
        assert said in words


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert html.render(seeds_brief()) == html.render(seeds_brief()) == render(seeds_brief(), "html")
