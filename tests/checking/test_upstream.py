"""Several sources, one statement: who it is, by whichever name; and when that cannot be told."""

import pytest
from invented_pairs import page, read_page

from summarizer.checking.upstream import Statements
from summarizer.checking.voices import aliases, same_voice, voice
from summarizer.records import Citation

SAME = [
    ("South Korea's National Intelligence Service", "Seoul's spy agency"),
    ("the National Intelligence Service", "NIS"),
    ("the spy agency", "South Korea's spy agency"),
    ("Reuters", "the Reuters news agency"),
    ("Kim Hong-kyun", "Vice Minister Kim Hong-kyun"),
    ("the foreign ministry", "Seoul's Foreign Ministry"),
    ("police", "the police"),
    ("Governor Amadou Sel", "Sel"),
    ("Moscow", "Russia"),
]
OTHERS = [
    ("South Korea's defence ministry", "Seoul's Foreign Ministry"),
    ("South Korea's foreign ministry", "the Russian foreign ministry"),
    ("Seoul's spy agency", "Kyiv's spy agency"),
    ("Kim Hong-kyun", "Kim Jong Un"),
    ("residents", "residents"),
    ("officials", "two officials"),
    ("Reuters", "AFP"),
    ("the governor", "the mayor"),
    ("the spy agency", "the news agency"),
    ("the prime minister", "the minister"),
    ("the deputy mayor of Aldby", "the mayor"),
    ("the opposition leader", "the party leader"),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other", "same"), [(*p, True) for p in SAME] + [(*p, False) for p in OTHERS])
def test_voices(one: str, other: str, same: bool) -> None:
    assert same_voice(voice(one), voice(other)) == same_voice(voice(other), voice(one)) == same


def test_an_apposition_anywhere_ties_a_name_to_an_office() -> None:
    known = aliases(["Amadou Sel, the provincial governor, declared three days of mourning."])
    assert same_voice(voice("the governor"), voice("Sel"), known)
    assert not same_voice(voice("the mayor"), voice("Sel"), known)
    assert not same_voice(voice("the governor"), voice("Sel"))


AGENCY = "South Korea's National Intelligence Service said 1,500 soldiers had left. {}"
CASES = [  # each article's body, of which the last sentence is cited | whose statement it is
    (("The bridge is safe, police said.", "Police said the bridge was safe."), "Police"),
    ((AGENCY.format("They will train in the east, the agency added."), "They will train, Seoul's spy agency said."),
     "South Korea's National Intelligence Service"),
    (("Mark Rutte spoke on Monday. He said it was grave.", "It is grave, Mark Rutte said."), "Mark Rutte"),
    (("The bridge is safe, police said.", "The bridge is safe."), None),
    (("The bridge is safe, police said.", "The bridge is safe, the mayor said."), None),
    (("The bridge is safe, residents said.", "The bridge is safe, residents said."), None),
    (("The bridge is safe, police said.",), None),
    (("The bridge is safe, the mayor said, citing the police.", "The bridge is safe, police said."), "police"),
    (("The bridge is safe, the mayor said, citing old plans.", "The bridge is safe, the mayor said."), "the mayor"),
    (("Ada Lund, the deputy mayor, sat down. The bridge is safe, Lund said.", "It is safe, the mayor said."), None),
]  # fmt: skip


@pytest.mark.parametrize(("bodies", "whose"), CASES)
def test_upstream(bodies: tuple[str, ...], whose: str | None) -> None:
    read = [read_page(f"s{n}", page("A headline of some length here", body)) for n, body in enumerate(bodies, 1)]
    cited = [[s for s in sentences if s.kind == "body"][-1] for _, sentences in read]
    citations = [Citation(source=s.span.source, start=s.span.start, end=s.span.end, quote=s.text) for s in cited]
    assert Statements(s for _, sentences in read for s in sentences).upstream(citations) == whose
