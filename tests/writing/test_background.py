"""How it began is background where newer articles tell how it stands: it neither leads nor crowds them out."""

from datetime import date
from pathlib import Path

import pytest

from summarizer import Settings, summarize
from summarizer.articles.nouns import Article
from summarizer.writing.ranking import background

FIRST = """Train stuck on Corm Pass

By Ada Lund | 13 January 2031

A train with 230 people on board is stuck in the snow on Corm Pass, the railway said. The doors of the train were locked
and the heating had failed, passengers said. Rescuers were on their way to the train on Corm Pass, the railway said.
"""
LATER = """Railway to blame for train on Corm Pass

By Per Holt | 8 September 2031

An inquiry blames the railway for the train that was stuck in the snow on Corm Pass. The doors of the train were never
locked, the inquiry found. The train held 214 people, and one of them died, the inquiry found.
"""


def article(id: str, published: date | None) -> Article:
    return Article(id=id, path=id, sha256="", encoding="utf-8", media_type="text/plain", text="", published=published)


@pytest.mark.parametrize(
    ("days", "old"),
    [
        ([date(2031, 1, 13), date(2031, 9, 8)], {"s1"}),
        ([date(2031, 9, 8), date(2031, 1, 13), None], {"s2"}),  # an article without a day is not old
        ([date(2031, 9, 1), date(2031, 9, 8)], set()),
        ([date(2031, 8, 9), date(2031, 9, 8)], set()),
        ([None, None], set()),
        ([], set()),
    ],
)
def test_what_is_background(days: list[date | None], old: set[str]) -> None:
    assert background(article(f"s{n}", day) for n, day in enumerate(days, 1)) == old


def test_old_news_does_not_lead(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    brief = summarize([tmp_path / "first.txt", tmp_path / "later.txt"], Settings(words=40))
    first = brief.sentences[0].citations[0].source
    assert Path(next(s.path for s in brief.sources if s.id == first)).name == "later.txt"
