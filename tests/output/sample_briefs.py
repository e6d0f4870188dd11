"""Briefs made by hand from the seeds, with exact spans, and one whose every word is hostile."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from summarizer.records import (
    Brief,
    BriefSentence,
    Check,
    Citation,
    Disagreement,
    Engine,
    Origin,
    Position,
    Source,
    Status,
    Uncovered,
    Usage,
    Verdict,
    Withheld,
)

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXTS = {f"s{n}": path.read_bytes().decode("utf-8") for n, path in enumerate(SEEDS, 1)}

SUMMONED = (
    "s1:On Monday, South Korea’s foreign minister summoned the Russian ambassador",
    "s2:South Korea’s foreign minister summoned the Russian ambassador on Monday",
    "s4:South Korea's Foreign Ministry summoned the Russian ambassador in Seoul",
)
TRAINING = (
    "s1:North Korea had dispatched 1,500 elite forces to train at Russian military facilities in the Far East",
    "s2:North Korea had shipped 1,500 special forces to train at Russian military bases in the Far East",
    "s5:with 1,500 special forces already in Russia's Far East and undergoing training",
)
DENIED = (
    "s1:Zinoviev argued that the collaboration",
    "s2:Zinoviev countered that Russia’s and North Korea’s cooperation",
)
CONDEMN = ("s1:“We strongly condemn North Korea’s unauthorized military actions, such as sending troops to Russia,”",)
TEN = ("s1:Ukrainian President Volodymyr Zelenskyy has alleged that North Korea deployed 10,000 troops to Russia.",)
TWELVE = ("s3:as many as 12,000 North Korean troops", "s5:around 12,000 soldiers in total")
RUTTE = (
    "s3:“significant escalation” in the current war",
    's5:that would be "a significant escalation", NATO secretary general Mark Rutte warned on Monday.',
)
PACT = (
    "s3:signed a security pact in June",
    "s4:In June, Vladimir Putin, during a visit to Pyongyang, signed a draft treaty",
)


def cite(*places: str) -> tuple[Citation, ...]:
    citations = []
    for place in places:
        source, quote = place.split(":", 1)
        start = TEXTS[source].index(quote)
        citations.append(Citation(source=source, start=start, end=start + len(quote), quote=quote))
    return tuple(citations)


def say(number: int, text: str, places: tuple[str, ...], origins: int, status: Status = "supported") -> BriefSentence:
    reason = "12,000 is not in the cited span"
    checks = (Check(name="numbers", ok=status == "supported", detail="1,500" if status == "supported" else reason),)
    verdict = Verdict(status=status, checks=checks)
    return BriefSentence(
        id=f"b{number}", text=text, citations=cite(*places), written_by="extractive", origins=origins, verdict=verdict
    )


def seeds_brief() -> Brief:
    """A whole brief of the seeds: five files, four origins, one sentence that does not hold."""
    dates = {"s4": date(2024, 10, 21), "s5": date(2024, 10, 21)}
    titles = {
        "s1": "South Korea calls in Russian ambassador amid reports of North Korea sending troops to support Ukraine",
        "s2": "Putin vows trade, security beyond West for North Korea",
        "s5": "N.Korea sending troops to Ukraine a 'significant escalation': NATO chief",
    }
    agencies = {"s2": ("Reuters",), "s5": ("AFP",)}
    sources = tuple(
        Source(
            id=source,
            path=f"seeds/{path.name}",
            sha256="0" * 64,
            title=titles.get(source),
            published=dates.get(source),
            agencies=agencies.get(source, ()),
            characters=len(TEXTS[source]),
            tokens=500,
            origin="o1" if source in ("s1", "s2") else f"o{int(source[1]) - 1}",
        )
        for source, path in zip(TEXTS, SEEDS, strict=True)
    )
    return Brief(
        id="9f2c",
        created="2026-11-22T09:00:00Z",
        title="South Korea summons Russian ambassador over North Korean troops",
        language="en",
        engine=Engine(writer="extractive", settings={"words": 250}),
        sources=sources,
        origins=(
            Origin(id="o1", sources=("s1", "s2"), kind="near-copy", reason="69 % of its sentences paraphrase s2"),
            Origin(id="o2", sources=("s3",)),
            Origin(id="o3", sources=("s4",)),
            Origin(id="o4", sources=("s5",)),
        ),
        sentences=(
            say(
                1,
                "South Korea summoned the Russian ambassador on Monday over reports that North Korea was sending "
                "troops to fight in Ukraine.",
                SUMMONED,
                2,
            ),
            say(
                2,
                "South Korea’s intelligence service said North Korea had shipped 1,500 special forces to train at "
                "Russian military bases in the Far East.",
                TRAINING,
                2,
            ),
            say(
                3,
                "“We strongly condemn North Korea’s unauthorized military actions,” Vice Minister Kim Hong-kyun "
                "told Ambassador Zinoviev.",
                CONDEMN,
                1,
            ),
            say(
                4,
                "Zinoviev countered that the cooperation was in line with international law and not aimed at "
                "South Korea.",
                DENIED,
                1,
            ),
            say(
                5,
                "Ukrainian President Volodymyr Zelenskyy has accused North Korea of sending 12,000 troops to Russia.",
                TEN,
                1,
                "unsupported",
            ),
            say(6, "NATO Secretary-General Mark Rutte called it a “significant escalation”.", RUTTE, 2),
            say(7, "Vladimir Putin and Kim Jong Un signed a security pact in June.", PACT, 2),
        ),
        disagreements=(
            Disagreement(
                id="d1",
                about="how many North Korean troops",
                kind="attributed",
                positions=(
                    Position(value="10,000", said_by="Volodymyr Zelenskyy", citations=cite(*TEN)),
                    Position(value="12,000", said_by="South Korean media and intelligence", citations=cite(*TWELVE)),
                ),
                sentences=("b5",),
            ),
        ),
        withheld=(
            Withheld(
                text="Moscow confirmed the deployment.",
                written_by="model",
                citations=cite(*DENIED),
                reasons=("“confirmed” is not in the cited span",),
            ),
        ),
        uncovered=tuple(
            Uncovered(text=text, origins=1, citations=cite(place))
            for text, place in (
                ("The White House could not confirm the reports.", "s2:The White House National Security Council"),
                ("The agency used facial recognition.", "s2:used facial recognition technology"),
                ("There has been no response from Pyongyang.", "s3:There has been no response from Pyongyang"),
                ("China favours de-escalation.", "s3:Chinese Foreign Ministry spokesperson Lin Jian"),
                ("David Lammy called it “reckless and illegal”.", "s3:“reckless and illegal”"),
                ("The video was shot at Sergeyevsky.", "s4:The video is reportedly shot"),
                ("Seoul released satellite images.", "s5:Seoul's spy agency released detailed satellite images"),
            )
        ),
        warnings=("seeds/broken.pdf: no text layer; left out",),
        usage=Usage(seconds=0.2),
    )


HOSTILE = (
    "\x1b]0;PWNED\x07 [/nope] [bold red]x[/] <script>alert(1)</script> <https://e.vil> ![x](http://e.vil/p.png) "
    "[click](javascript:alert(1)) [^1a]: http://e.vil | a | b | `code` ``` \u202eRLO\u2066 \x9b2J www.e.vil e.vil/x "
    "evil.com/y a@e.vil @victim //e.vil/z ftp://e.vil &lt;b&gt; &#60; *em* _em_ __st__ ~~del~~ $x^2$ {{ site }} "
    "{%raw%} "
    '\r\n# heading\r\n- item\r\n1. item\r\n> quote\r\n===\r\n---\r\n```\r\n[^1a]: /url\r\n[ref]: http://e.vil "t"\r\n'
    "| a | b |\r\n|---|---|\u2028end\ud800 HTTP://E.VIL `http://e.vil` http://e.vil/`a``b` xn--e1afmkfd.xn--p1ai!"
)


def hostile_brief(payload: str = HOSTILE) -> Brief:
    """Every field that others write holds `payload`."""
    citation = Citation(source="s1", start=0, end=9, quote=payload)
    stray = Citation(source=payload, start=3, end=5, quote=payload)
    said = BriefSentence(id="b1", text=payload, citations=(citation, stray), origins=1, section=payload)
    return Brief(
        title=payload,
        question=payload,
        engine=Engine(writer="model", model=payload, endpoint=payload),
        sources=(
            Source(
                id="s1", path=payload, sha256="0", title=payload, outlet=payload, agencies=(payload, "x"), origin="o1"
            ),
            Source(id="s2", path=payload, sha256="0"),
        ),
        origins=(Origin(id="o1", sources=("s1", payload, "s2"), kind="near-copy", reason=payload),),
        sentences=(
            said,
            replace(
                said,
                id="b2",
                verdict=Verdict(
                    status="contradicted", by=(payload,), checks=(Check(name=payload, ok=False, detail=payload),)
                ),
            ),
        ),
        disagreements=tuple(
            Disagreement(
                id="d1",
                about=payload,
                kind=kind,
                positions=(Position(value=payload, said_by=payload, citations=(citation,)),),
            )
            for kind in ("conflict", "scope")
        ),
        withheld=(Withheld(text=payload, written_by="model", citations=(stray,), reasons=(payload, payload)),),
        uncovered=(Uncovered(text=payload, origins=1, citations=(citation,)),),
        warnings=(payload,),
        usage=Usage(calls=3, cached_calls=1, prompt_tokens=1000, completion_tokens=200),
    )
