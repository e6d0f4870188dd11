"""One made-up event with a brief and scores made by hand, and the same with every word of it hostile."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from summarizer.evals.cases.nouns import Anchors, Answer, Case, CaseSource, Fact, Negative, Place, Question
from summarizer.evals.reports.nouns import Report, Result
from summarizer.evals.runs.nouns import Cost
from summarizer.evals.scoring.nouns import Part, Score, Scored
from summarizer.records import Brief, BriefSentence, Citation, Disagreement, Engine, Position, PromptUsed, Source, Usage

TEXTS = {
    "herald.txt": (
        "Ferry strikes pier at Orlund\n\nA ferry with 212 people aboard struck the north pier of Orlund on Tuesday "
        "evening, and nine passengers were hurt, the harbour office said.\n\nThe captain, Ines Halvard, had reported "
        "a failure of the steering minutes earlier. The pier will stay closed until Friday.\n"
    ),
    "globe.txt": (
        "Eleven people were injured when the ferry Marten ran into a pier at Orlund, the rescue service said on "
        "Wednesday. Divers found no hole in the hull.\n"
    ),
    "gale.txt": "A gale in 2029 tore forty boats from their moorings at Orlund.\n",
}

PIER = "A ferry with 212 people aboard struck the north pier of Orlund on Tuesday evening"
HURT = "nine passengers were hurt"
STRUCK = f"struck the north pier of Orlund on Tuesday evening, and {HURT}"
STEERING = "had reported a failure of the steering"
CLOSED = "The pier will stay closed until Friday."
INJURED = "Eleven people were injured"
HULL = "Divers found no hole in the hull"


def place(file: str, quote: str) -> Place:
    start = TEXTS[file].index(quote)
    return Place(file=file, start=start, end=start + len(quote), quote=quote)


def cite(source: str, file: str, quote: str) -> Citation:
    found = place(file, quote)
    return Citation(source=source, start=found.start, end=found.end, quote=quote)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def case(path: Path = Path("evals/cases/ferry-collision/case.yaml")) -> Case:
    return Case(
        id="ferry-collision",
        path=path,
        title="A ferry strikes a pier at Orlund",
        words=40,
        note="Two counts of the hurt, and an older storm that is no part of it.",
        sources=(
            CaseSource(
                file="herald.txt",
                sha256=digest(TEXTS["herald.txt"]),
                text=TEXTS["herald.txt"],
                outlet="The Orlund Herald",
                published=date(2031, 4, 2),
                line=7,
            ),
            CaseSource(file="globe.txt", sha256=digest(TEXTS["globe.txt"]), text=TEXTS["globe.txt"], line=8),
            CaseSource(
                file="gale.txt", sha256=digest(TEXTS["gale.txt"]), text=TEXTS["gale.txt"], relevant=False, line=9
            ),
        ),
        facts=(
            Fact(
                id="f1",
                text="A ferry struck a pier at Orlund.",
                importance=3,
                support=((place("herald.txt", "struck the north pier of Orlund"),),),
                line=12,
            ),
            Fact(
                id="f2",
                text="The steering had failed.",
                importance=3,
                anchors=Anchors(names=("Halvard",)),
                support=((place("herald.txt", STEERING),),),
                line=17,
            ),
            Fact(id="f3", text="The hull is whole.", importance=2, support=((place("globe.txt", HULL),),), line=22),
            Fact(
                id="f4",
                text="The pier is closed until Friday.",
                importance=1,
                support=((place("herald.txt", CLOSED),),),
                line=26,
            ),
        ),
        disagreements=(
            Question(
                id="d1",
                question="How many were hurt?",
                kind="conflict",
                values=(
                    Answer(value="9", said_by="the harbour office", support=((place("herald.txt", HURT),),)),
                    Answer(value="11", said_by="the rescue service", support=((place("globe.txt", INJURED),),)),
                ),
                line=31,
            ),
        ),
        must_not=(Negative(id="n1", text="Forty boats were lost", pattern="forty boats", line=40),),
    )


def brief() -> Brief:
    sources = tuple(
        Source(id=f"s{n}", path=f"sources/{file}", sha256=digest(text)) for n, (file, text) in enumerate(TEXTS.items())
    )
    return Brief(
        title="Ferry hits pier",
        engine=Engine(writer="model", model="tiny", prompts={"compose": PromptUsed(version=1, sha256="ab" * 32)}),
        sources=sources,
        sentences=(
            BriefSentence(id="b1", text=f"{PIER}, and {HURT}.", citations=(cite("s0", "herald.txt", PIER),)),
            BriefSentence(
                id="b2",
                text="The north pier was struck, and nine passengers were hurt.",
                citations=(cite("s0", "herald.txt", STRUCK),),
            ),
            BriefSentence(
                id="b3",
                text="Divers found no hole.",
                citations=(Citation(source="s1", start=3, end=9, quote="no hole"),),
            ),
        ),
        disagreements=(
            Disagreement(
                id="d1",
                about="how many were hurt",
                kind="conflict",
                positions=(
                    Position(value="nine", citations=(cite("s0", "herald.txt", HURT),)),
                    Position(value="eleven", citations=(cite("s1", "globe.txt", INJURED),)),
                ),
            ),
        ),
    )


def scored(repeat: int = 0) -> Scored:
    given = (
        Score(metric="spans", value=0.0, reason="1 of 3 citations", parts=(Part(id="b3", value=0.0, reason="moved"),)),
        Score(metric="must_not", value=1.0),
        Score(
            metric="fact_recall",
            value=1 / 3,
            reason="1 of 4 facts",
            parts=(
                Part(id="f1", value=1.0, sentences=("b1", "b2")),
                *(Part(id=f"f{n}", value=0.0, reason="no place of it is cited") for n in (2, 3, 4)),
            ),
        ),
        Score(
            metric="fact_recall_text",
            value=5 / 9,
            reason="2 of 4 facts",
            parts=(
                Part(id="f1", value=1.0, sentences=("b1",)),
                Part(id="f2", value=0.0, reason="Halvard is nowhere"),
                Part(id="f3", value=1.0, sentences=("b3",)),
                Part(id="f4", value=0.0, reason="no sentence comes near"),
            ),
        ),
        Score(metric="must_facts", value=0.5, reason="1 of 2", parts=()),
        Score(metric="citation_recall", value=2 / 3, parts=(Part(id="b3", value=0.0, reason="not there"),)),
        Score(metric="hedges", value=None, reason="no hedge in any cited span"),
        Score(
            metric="disagreements",
            value=1.0,
            parts=(Part(id="d1", value=1.0, reason="9 and 11, each cited to a file that says it"),),
        ),
    )
    return Scored(case="ferry-collision", repeat=repeat, scores={score.metric: score for score in given})


def result(repeat: int = 0) -> Result:
    cost = Cost(
        live=Usage(calls=2, prompt_tokens=600, completion_tokens=80, cost_usd=0.0014, seconds=3.1),
        cached=Usage(calls=1, prompt_tokens=300, completion_tokens=40, cost_usd=0.0007),
    )
    return Result(case=case(), scored=scored(repeat), brief=brief(), cost=cost)


def unmeasured() -> Result:
    other = replace(case(Path("evals/cases/second/case.yaml")), id="second", title="Another")
    return Result(case=other, scored=Scored(case="second", error="the model's endpoint was down"))


def report() -> Report:
    made_by = {"program": "summarizer 0.0.1", "code": "cd" * 32}
    results = (result(), result(1), unmeasured())
    return Report(label="nightly", results=results, made_by=made_by, scored_by="summarizer 0.0.2")


HOSTILE = (
    '</script><script>alert(1)</script></style><img src=x onerror=alert(1)> " onmouseover="alert(1) \' <!-- ]]> -->'
    " &lt;b&gt; \x00\x1b]0;PWNED\x07 \u202egnp.exe\u2066 \ud800 \x85 \u2028 $title ${script} {{7*7}} "
    "::error file=a::b%0A | `x` [a](javascript:alert(1)) @all \x9b31m \ufffe \uffff end"
)


def hostile_report(payload: str = HOSTILE) -> Report:
    """Every field that a stranger may write holds `payload`: articles, the case's texts, the brief, reasons, labels."""
    spot = Place(file="herald.txt", start=0, end=len(payload), quote=payload)
    known = case()
    sources = tuple(
        replace(s, text=payload, outlet=payload, note=payload, sha256=digest(payload)) for s in known.sources
    )
    facts = tuple(replace(f, text=payload, support=((spot,),), accept=(payload,)) for f in known.facts)
    answer = Answer(value=payload, said_by=payload, support=((spot,),))
    whole = Citation(source="s0", start=0, end=len(payload), quote=payload)
    stray = Citation(source=payload, start=0, end=1, quote=payload)
    said = BriefSentence(id=payload, text=payload, section=payload, citations=(whole, stray))
    position = Position(value=payload, said_by=payload, citations=(whole, stray))
    bad = Part(id=payload, value=0.0, reason=payload, sentences=(payload,))
    scores = (
        Score(metric="spans", value=0.0, reason=payload, parts=(bad,)),
        Score(metric="fact_recall", value=0.5, reason=payload, parts=(replace(bad, id="f1"),)),
        Score(metric="names", value=None, reason=payload),
    )
    return Report(
        label=payload,
        results=(
            Result(
                case=replace(
                    known,
                    title=payload,
                    note=payload,
                    sources=sources,
                    facts=facts,
                    disagreements=(replace(known.disagreements[0], question=payload, values=(answer, answer)),),
                    must_not=(replace(known.must_not[0], text=payload),),
                ),
                brief=replace(
                    brief(),
                    sources=tuple(replace(s, sha256="", path=f"x/{s.path}") for s in brief().sources),
                    sentences=(said,),
                    disagreements=(Disagreement(id=payload, about=payload, kind="conflict", positions=(position,)),),
                    engine=Engine(writer="model", model=payload),
                ),
                scored=Scored(case="ferry-collision", scores={score.metric: score for score in scores}),
            ),
            Result(case=known, scored=Scored(case="ferry-collision", repeat=1, error=payload)),
        ),
    )
