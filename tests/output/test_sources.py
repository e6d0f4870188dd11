"""The table of what was read: aligned, marked lines named, shared origins with their reason."""

import json
from datetime import date

import pytest
from sample_briefs import HOSTILE

from summarizer.articles.nouns import Article, Kind, Sentence, Span
from summarizer.output.safe import safe
from summarizer.output.sources import SourceReport, columns, excerpt, render, to_json
from summarizer.records import Origin


def report(number: int, path: str, *lines: tuple[Kind, str], exact: bool = False) -> SourceReport:
    text = "\n".join(line for _, line in lines)
    article = Article(
        id=f"s{number}",
        path=path,
        sha256="0",
        encoding="utf-8",
        media_type="text/plain",
        text=text,
        outlet="The Post" if number == 1 else None,
        published=date(2024, 10, 21) if number == 1 else None,
        agencies=("AFP",) if number == 1 else (),
    )
    sentences = []
    start = 0
    for place, (kind, line) in enumerate(lines):
        span = Span(source=article.id, start=start, end=start + len(line))
        sentences.append(Sentence(id=f"s{number}.{place + 1}", span=span, text=line, kind=kind, paragraph=place))
        start += len(line) + 1
    return SourceReport(article, tuple(sentences), len(text) // 4, exact)


REPORTS = (
    report(
        1, "news/one.txt", ("headline", "Dam opens"), ("dateline", "GENEVA:"), ("body", "A dam opened."), exact=True
    ),
    report(2, "新聞/二.txt", ("body", "A dam has opened. " * 300)),
)
ORIGINS = (Origin(id="o1", sources=("s1", "s2"), kind="near-copy", reason="90 % of s1 paraphrases s2"),)

TABLE = """\
id  file          encoding  date        outlet         characters  tokens  body  marked  origin
s1  news/one.txt  utf-8     2024-10-21  The Post, AFP          31       7     1       2  o1
s2  新聞/二.txt   utf-8     -           -                   5,400  ≈1,350     1       0  o1

s1 news/one.txt
  headline  Dam opens
  dateline  GENEVA:

2 files, 1 origin
o1  s1, s2  near-copy: 90 % of s1 paraphrases s2
"""


def test_the_table_is_aligned_and_says_everything() -> None:
    assert render(REPORTS, ORIGINS) == TABLE


def test_independent_files_are_said_to_be_so() -> None:
    alone = (Origin(id="o1", sources=("s1",)), Origin(id="o2", sources=("s2",)))
    assert render(REPORTS, alone).endswith("\n2 files, each an origin of its own\n")


def test_the_same_as_data() -> None:
    first = json.loads(to_json(REPORTS, ORIGINS))["sources"][0]
    assert first["sentences"] == {"body": 1, "headline": 1, "dateline": 1, "byline": 0, "boilerplate": 0}
    assert first["marked"][1] == {"kind": "dateline", "start": 10, "end": 17, "text": "GENEVA:"}
    assert (first["tokens"], first["tokens_exact"], first["published"]) == (7, True, "2024-10-21")
    assert "text" not in first


def test_whatever_others_wrote_is_only_text() -> None:
    hostile = (report(2, HOSTILE, ("headline", HOSTILE), ("body", HOSTILE)),)
    for page in (render(hostile, ORIGINS), to_json(hostile, ORIGINS)):
        assert page == safe(page)
        page.encode()


def test_a_long_row_of_nothing_but_marks() -> None:
    assert render((), ()) == "\n".join(
        [
            "id  file  encoding  date  outlet  characters  tokens  body  marked  origin",
            "",
            "0 files, each an origin of its own",
            "",
        ]
    )


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("新聞", 4), ("e\u0301", 1), ("ＡＢ", 4), ("", 0)])
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize("text", ["short", "word " * 40, "新" * 80, "x" * 100_000])
def test_an_excerpt_fits_its_column(text: str) -> None:
    assert columns(excerpt(text)) <= 70
    assert excerpt(text).endswith("…") == (len(text) > 70)
