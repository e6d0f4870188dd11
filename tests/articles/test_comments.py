"""What readers write under an article is no part of it; what looks like it inside an article is."""

import pytest

from summarizer.articles.comments import threads
from summarizer.articles.lines import mark

A = "The weir at Ostham gave way on Monday night, the river board said."
B = "Two families had to leave their homes."
C = "The board will rebuild it before the winter."


def body(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [text[line.start : line.end] for line in mark(text) if line.kind == "body"]


THREADS = {
    "names with the hour": (
        "Comments (2)",
        "oldsalt62 2 hours ago",
        "They knew for years. My uncle told them.",
        "Reply · Like · Report",
        "Maud Kettle 3 hours ago",
        "Forty people drowned there in 1911.",
        "Reply · Like · Report",
    ),
    "no heading": ("oldsalt62 · 2h ago", "They knew for years.", "river_rat · 4h ago", "Nonsense, it was the rain."),
    "a user's name with the hour below": ("3 comments", "Sort by: Newest", "oldsalt62", "2 days ago", "They knew."),
    "a plain name over its buttons": ("Join the conversation", "Maud Kettle", "They all knew.", "Like Reply 12"),
    "a blog": ("2 thoughts on “At the weir”", "Arthur says:", "6 March 2031 at 10:02 am", "It was sand.", "Reply"),
    "a blog on one line": ("One response to “At the weir”", "Arthur says: It was sand.", "Reply"),
    "names before colons": ("COMMENTS (46)", "bigdave77: 60 dead by now", "Meg: Always boil it!", "Load more comments"),
    "names before colons alone": ("Readers' comments", "sal_p: They have known since May.", "Meg: Shame on them."),
    "a day and not an hour": ("Comments", "Maud Kettle, 6 March 2031 10:02", "They knew.", "Never again, I said."),
    "in paragraphs": ("Most liked", "oldsalt62 1 hour ago", "They knew.", "All of them.", "And we told them so."),
    "capitals and signs": ("*** 14 COMMENTS ***", "RiverRat • an hour ago • edited", "They knew."),
}


@pytest.mark.parametrize("thread", THREADS.values(), ids=THREADS.keys())
def test_what_readers_write_is_not_body(thread: tuple[str, ...]) -> None:
    assert body(A, B, C, *thread) == [A, B, C]


@pytest.mark.parametrize("thread", [THREADS["names with the hour"], THREADS["names before colons"]])
def test_the_article_may_go_on_after_a_thread_that_is_closed(thread: tuple[str, ...]) -> None:
    assert body(A, *thread, B, C) == [A, B, C]


TRAPS = {
    "a counter among the article's paragraphs": (A, "14 comments", B, C),
    "a counter above the article": ("14 comments", "Kit Bolam 2 hours ago", A, B, C),
    "a counter before words of a speaker": (A, "Comments (3)", "The mayor said: We are all shocked.", B, C),
    "a counter before a list": (A, "2 comments", "Homes lost: two, both on the east bank.", "Roads shut: 3.", B, C),
    "an interview": (A, "ANN: We won.", "BOB: We lost.", "ANN: So you say.", "BOB: So I do."),
    "an interview below a button": (A, "ANN: We won.", "Join the conversation", "ANN: We won.", "BOB: We lost."),
    "a running report": (A, "Kit Bolam 12 minutes ago", B, "Ann Roth 2 hours ago", C),
    "what people said of it": (A, "Comments by the mayor were not welcome.", "Readers were not amused.", B),
    "a thread on a forum is the news": (A, "A user called oldsalt62 wrote 2 hours ago that the weir was rotten.", B),
    "a row of buttons": (A, "Share · Like · Print", B, C),
    "said ago": (A, "The weir was built 90 years ago.", "Reply came none.", B, C),
    "an appeal": (A, "Join the conversation", B, C),
}


@pytest.mark.parametrize("lines", TRAPS.values(), ids=TRAPS.keys())
def test_the_article_itself_stays_body(lines: tuple[str, ...]) -> None:
    said = [line for line in lines if line[-1] in ".!"]
    assert body(*lines) == said


LONG = {
    "a thread": ["Comments (900)", *["user_1 2 hours ago", "They knew.", "Reply"] * 9000],
    "counters": ["14 comments", "The mayor said: No."] * 9000,
    "a running report": ["Kit Bolam 12 minutes ago", "All is calm."] * 9000,
}


@pytest.mark.parametrize("page", LONG.values(), ids=LONG.keys())
def test_a_long_page_costs_linear_time(page: list[str]) -> None:
    """Were the cost quadratic, this would take minutes."""
    found = threads([(line, True) for line in page])
    assert found == ([(0, len(page))] if page[0] == "Comments (900)" else [])
