"""The page of an editor: readable raw and rendered, and nothing that sources wrote comes alive in it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sample_briefs import HOSTILE, hostile_brief, seeds_brief
from test_decided import reviewed

from summarizer.output.markdown import literal, render
from summarizer.output.safe import line, safe
from summarizer.records import Brief

RENDERERS = [
    MarkdownIt("commonmark"),
    MarkdownIt("gfm-like"),
    MarkdownIt("default", {"html": True, "linkify": True}).enable("linkify"),
]
OURS = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "em", "strong"}
QUIET = {"inline", "text", "code_inline"} | {f"{name}_{end}" for name in OURS for end in ("open", "close")}


def tokens(renderer: MarkdownIt, text: str) -> list[Token]:
    return [part for token in renderer.parse(text) for part in (token, *(token.children or []))]


def shown(renderer: MarkdownIt, text: str) -> str:
    """What a reader sees of one paragraph."""
    return "".join(token.content for token in tokens(renderer, text) if token.type in ("text", "code_inline"))


def test_the_seeds_read_well() -> None:
    page = render(seeds_brief())
    prose, notes = page.split("## Cited passages")
    assert prose == PROSE
    assert "\n\n".join(notes.split("\n\n")[:3] + notes.split("\n\n")[-4:]) == NOTES


PROSE = """\
# South Korea summons Russian ambassador over North Korean troops

*5 files, 4 origins · 6 of 7 sentences supported, 1 unsupported · 3 from a single origin*

South Korea summoned the Russian ambassador on Monday over reports that North Korea was sending troops to fight in \
Ukraine.[^1a][^2a][^4a] *(3 files, 2 origins)* South Korea’s intelligence service said North Korea had shipped 1,500 \
special forces to train at Russian military bases in the Far East.[^1d][^2c][^5b] *(3 files, 2 origins)* “We strongly \
condemn North Korea’s unauthorized military actions,” Vice Minister Kim Hong-kyun told Ambassador Zinoviev.[^1b] \
*(single source)*

Zinoviev countered that the cooperation was in line with international law and not aimed at South Korea.[^1c][^2b] \
*(2 files, 1 origin)* Ukrainian President Volodymyr Zelenskyy has accused North Korea of sending 12,000 troops to \
Russia.[^1e] *(single source)* *(sources disagree: d1)* **⚠ unsupported: 12,000 is not in the cited span** NATO \
Secretary-General Mark Rutte called it a “significant escalation”.[^3d][^5a] Vladimir Putin and Kim Jong Un signed a \
security pact in June.[^3c][^4b]

## Where the sources disagree

- d1: **how many North Korean troops** (different speakers, different answers)
  - **10,000**: Volodymyr Zelenskyy[^1e]
  - **12,000**: South Korean media and intelligence[^3b][^5c]

## Not in this brief

- The White House could not confirm the reports.[^2e]
- The agency used facial recognition.[^2d]
- There has been no response from Pyongyang.[^3a]
- China favours de-escalation.[^3f]
- David Lammy called it “reckless and illegal”.[^3e]
- and 2 more statements, in the JSON form of this brief

## Withheld

- Moscow confirmed the deployment.[^1c][^2b] **⚠ withheld: “confirmed” is not in the cited span**

## Sources

1. **s1** seeds/000_2c01d5214bcd7735.txt · “South Korea calls in Russian ambassador amid reports of North Korea \
sending troops to support Ukraine” · one origin with s2: 69 % of its sentences paraphrase s2
2. **s2** seeds/001_f8cb3244fe7bfff0.txt · “Putin vows trade, security beyond West for North Korea” · with Reuters · \
one origin with s1: 69 % of its sentences paraphrase s2
3. **s3** seeds/002_6e418323eef6a7c4.txt
4. **s4** seeds/003_82426c862c5804d0.txt · 21 October 2024
5. **s5** seeds/004_a349b1ab514efdb2.txt · “N.Korea sending troops to Ukraine a 'significant escalation': NATO chief” \
· with AFP, 21 October 2024

## Warnings

- seeds/broken.pdf: no text layer; left out

"""

NOTES = """\


Each note names the file, the characters of its text (from 0, the last one excluded) and the exact words.

[^1a]: Source 1, seeds/000_2c01d5214bcd7735.txt, characters 102–175: “On Monday, South Korea’s foreign minister \
summoned the Russian ambassador”

[^5a]: Source 5, seeds/004_a349b1ab514efdb2.txt (with AFP, 21 October 2024), characters 239–332: “that would be \
"a significant escalation", NATO secretary general Mark Rutte warned on Monday.”

[^5b]: Source 5, seeds/004_a349b1ab514efdb2.txt (with AFP, 21 October 2024), characters 820–898: “with 1,500 special \
forces already in Russia's Far East and undergoing training”

[^5c]: Source 5, seeds/004_a349b1ab514efdb2.txt (with AFP, 21 October 2024), characters 943–974: “around 12,000 \
soldiers in total”

*Extractive writer · 109 words · 7 of 7 sentences checked by code · no model calls*
"""


@pytest.mark.parametrize("renderer", RENDERERS, ids=["commonmark", "gfm", "linkify"])
@pytest.mark.parametrize(
    "brief",
    [seeds_brief(), hostile_brief(), reviewed(hostile_brief(), HOSTILE, HOSTILE)],
    ids=["seeds", "hostile", "reviewed"],
)
def test_nothing_of_others_comes_alive(renderer: MarkdownIt, brief: Brief) -> None:
    page = render(brief)
    assert {token.type for token in tokens(renderer, page)} <= QUIET
    assert page == safe(page)
    page.encode()


@pytest.mark.parametrize("renderer", RENDERERS, ids=["commonmark", "gfm", "linkify"])
@given(text=st.text(alphabet="\\`*_[]()<>#|~!&;:/@.-+=^$%{}1a 'ü中\"\n\t") | st.sampled_from(HOSTILE.split()))
def test_any_text_is_shown_as_it_is(renderer: MarkdownIt, text: str) -> None:
    for page in (literal(text), f"- {literal(text)}", f"**x** {literal(text)}[^1a]", f"# {literal(text)}"):
        assert {token.type for token in tokens(renderer, page)} <= QUIET
    assert shown(renderer, literal(text)) == line(text)
    assert shown(renderer, f"# x {literal(text)}").removeprefix("x").strip() == line(text)


LITERAL = [
    ("The U.N. said on Nov. 3 that N.Korea's troops – 1,500 of them – arrived!", None),
    ("Prices rose 3 % to $1.5 billion (up from $1 billion); A&B and Q&A.", None),
    ("000_2c01d5214bcd7735.txt", None),
    ("see http://e.vil/x, now", "see `http://e.vil/x`, now"),
    ("(www.e.vil)", "(`www.e.vil`)"),
    ("write to a@e.vil or @victim.", "write to `a@e.vil` or `@victim`."),
    ("见http://e.vil/", "见`http://e.vil/`"),
    ("said Amazon.com", "said Amazon\\.com"),
    ("evil.com_, x.xn--p1ai", "evil\\.com\\_, x\\.xn--p1ai"),
    ("Attack!", "Attack\\!"),
    ("1. first", "1\\. first"),
    ("(a) first", "(a\\) first"),
    ("- item", "\\- item"),
    ("-5 degrees", None),
    ("# x #", "\\# x \\#"),
    ("&lt;b&gt;", "\\&lt;b\\&gt;"),
    ("snake_case and _em_", "snake_case and \\_em\\_"),
]


@pytest.mark.parametrize(("text", "escaped"), LITERAL)
def test_only_what_acts_is_escaped(text: str, escaped: str | None) -> None:
    assert literal(text) == (escaped or text.replace("arrived!", "arrived\\!"))


@pytest.mark.parametrize("path", ['a "b.txt', "/x 'y", "(z", "<a>", "x"])
def test_a_note_never_defines_a_link(path: str) -> None:
    brief = seeds_brief()
    named = tuple(replace(source, path=path) for source in brief.sources)
    page = render(replace(brief, sources=named))
    for renderer in RENDERERS:
        env: dict[str, object] = {}
        renderer.parse(page, env)
        assert not env.get("references")


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    for unit in ("a", "`", "_", "!", "/", "@", ".a", "[", "&x", "=", "(1"):
        assert literal(unit * 50_000)


def test_whose_statement_it_all_rests_on_is_a_strangers_text_too() -> None:
    brief = seeds_brief()
    first = replace(brief.sentences[0], upstream="[x](https://evil.example) <b>", origins=2)
    shown = render(replace(brief, sentences=(first, *brief.sentences[1:])))
    assert "one statement" in shown
    assert 'href="https://evil.example' not in MarkdownIt("commonmark").render(shown)
