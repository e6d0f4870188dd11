"""Every kind of error as a table: what a mutator makes of a sentence, and where it must make nothing."""

import pytest

from summarizer.evals.planting.edits import folded
from summarizer.evals.planting.mutations import KINDS, mutate
from summarizer.evals.planting.nouns import Base, Material
from summarizer.records import Citation

SOURCES = (
    "Mayor Ada Brandt met the union in Bergen on Monday.",
    "Envoy Tor Lund flew from Norway to Finland, and Radio Nord counted 75 lorries.",
    "The harbour police closed the pier.",
    "Radio Nord named Holm, then Berg.",
)


def cited(text: str, source: str = "s1") -> Citation:
    return Citation(source=source, start=0, end=len(text), quote=text)


def material(*texts: str) -> Material:
    whole = {f"s{n}": text for n, text in enumerate((*texts, *SOURCES), 1)}
    return Material(whole, tuple(cited(text, source) for source, text in whole.items()), ("A tram hit Eva Holm.",))


def made(sentence: str, kind: str) -> list[str]:
    base = Base(sentence, (cited(sentence),))
    return [change.text for change in KINDS[kind](base, material(sentence))]


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("It has 1,400 docks.", "number", "It has 2,400 docks."),
        ("Only three ships left.", "number", "Only seven ships left."),
        ("It has 1,400 docks.", "magnitude", "It has 14,000 docks."),
        ("It cost 3 million euros.", "magnitude", "It cost 3 billion euros."),
        ("It has 1,487 docks.", "rounding", "It has 1,000 docks."),
        ("It has 1,487 docks.", "rounding", "It has nearly 2,000 docks."),
        ("It hurt 3 guards and sank 12 boats.", "numbers exchanged", "It hurt 12 guards and sank 3 boats."),
        ("It fell from 40 to 30 points.", "numbers exchanged", "It fell from 30 to 40 points."),
        ("It hurt 3 guards and sank 12 boats.", "number of the span", "It hurt 12 guards and sank 12 boats."),
        ("It has 1,400 dock workers.", "unit or thing counted", "It has 1,400 lorries."),
        ("It lies 3 miles off.", "unit or thing counted", "It lies 3 kilometers off."),
        ("It cost $40.", "unit or thing counted", "It cost €40."),
        ("He waited three days.", "unit of time", "He waited three weeks."),
        ("It rose by 4 percent.", "per cent", "It rose by 4 percentage points."),
        ("Eva Holm sued the port.", "name", "Ada Brandt sued the port."),
        ("Eva Holm sued the port.", "name", "Eva Brandt sued the port."),
        ("They left North Jutland.", "name", "They left South Jutland."),
        ("Holm sued Berg.", "name of the span", "Berg sued Berg."),
        ("Eva Holm sued the port.", "name added", "Eva Holm and Tor Lund sued the port."),
        ("The ambassador was summoned.", "role", "The consul was summoned."),
        ("He sued his brother.", "pronoun", "He sued her brother."),
        ("Then he sued.", "pronoun", "Then Tor Lund sued."),
        ("Eva Holm accused Ivar Berg of theft.", "actor order", "Ivar Berg accused Eva Holm of theft."),
        ("The guard attacked the driver.", "active and passive", "The guard was attacked by the driver."),
        ("The guard was attacked by the driver.", "active and passive", "The guard attacked the driver."),
        ("The guard sued the driver of it.", "nouns exchanged", "The driver sued the guard of it."),
        ("Mayor Eva Holm met Judge Ivar Berg.", "titles exchanged", "Mayor Ivar Berg met Judge Eva Holm."),
        ("Eva Holm, the owner, sued Ivar Berg.", "aside moved", "Eva Holm sued Ivar Berg, the owner."),
        ("It sank on Friday.", "weekday", "It sank on Sunday."),
        ("It sank in March.", "month", "It sank in June."),
        ("It sank in 2014.", "day or year", "It sank in 2015."),
        ("It sank on May 4.", "day or year", "It sank on May 13."),
        ("It sank last week.", "relative date", "It sank last month."),
        ("The union met.", "date inserted", "The union met in 2011."),
        ("It rose in 2013 and fell again in 2014.", "date moved", "It rose in 2014 and fell again in 2013."),
        ("Holm said on Friday that it sank.", "date moved", "Holm said that it sank on Friday."),
        ("It was closed.", "negation inserted", "It was not closed."),
        ("The mayor signed it.", "negation inserted", "The mayor never signed it."),
        ("It can’t be closed.", "negation removed", "It can be closed."),
        ("There was no response.", "negation removed", "There was some response."),
        ("It failed to open.", "negation removed", "It managed to open."),
        ("Holm said it was not shut.", "negation moved", "Holm did not say it was shut."),
        ("Reports are unconfirmed.", "negated prefix", "Reports are confirmed."),
        ("A pro-union march began.", "negated prefix", "A anti-union march began."),
        ("Prices rose.", "opposite verb", "Prices fell."),
        ("It was a victory.", "opposite noun or adjective", "It was a defeat."),
        ("The alleged thief fled.", "hedge dropped", "The thief fled."),
        ("It may have sunk.", "hedge dropped", "It had sunk."),
        ("If confirmed, it is a record.", "hedge dropped", "It is a record."),
        ("About 300 fled.", "bound dropped", "300 fled."),
        ("Up to 300 fled.", "bound dropped", "300 fled."),
        ("If it rains, the pier will close.", "condition dropped", "The pier will close."),
        ("The pier will close unless it rains.", "condition dropped", "The pier will close."),
        ("It plans to sue.", "modality", "It has begun to sue."),
        ("It has been opened.", "tense", "It will be opened."),
        ("He was charged with theft.", "overstated", "He was convicted of theft."),
        ("The former mayor fled.", "modifier dropped", "The mayor fled."),
        ("It was an attempted theft.", "modifier dropped", "It was a theft."),
        ("The pier is unsafe, Holm said.", "attribution dropped", "The pier is unsafe."),
        ("The pier is unsafe now, according to Radio Nord.", "attribution dropped", "The pier is unsafe now."),
        ("According to Holm, the pier is unsafe.", "attribution dropped", "The pier is unsafe."),
        ("Eva Holm said that the pier is unsafe.", "attribution dropped", "The pier is unsafe."),
        ("“The old pier is unsafe,” she said.", "attribution dropped", "The old pier is unsafe."),
        ("The pier is unsafe, Holm said.", "speaker swapped", "The pier is unsafe, Tor Lund said."),
        ("Holm said it sank.", "reporting verb", "Holm denied it sank."),
        ("Holm told reporters it sank.", "hearer swapped", "Holm told investigators it sank."),
        ("“We shall never sell it,” Holm said.", "quote altered", "“We shall sell it,” Holm said."),
        ("“We shall sell the pier,” Holm said.", "quote's small words", "“We shall sell a pier,” Holm said."),
        ("The union will not sell the old northern pier to anybody.", "quotation marks",
         "The union will “not sell the old northern” pier to anybody."),
        ("“We shall never sell it,” Holm said.", "ellipsis", "“We shall … sell it,” Holm said."),
        ("All ships left.", "quantifier", "Some ships left."),
        ("It was one of the wrecks.", "quantifier", "It was the only wrecks."),
        ("It is higher.", "comparative", "It is lower."),
        ("It is the largest pier.", "comparative", "It is the second-largest pier."),
        ("They sailed to Oslo.", "place or direction", "They sailed from Oslo."),
        ("They sailed against Oslo.", "place or direction", "They sailed for Oslo."),
        ("Holm said they met the crew in Oslo.", "place moved", "Holm said in Oslo they met the crew."),
        ("All left except the crew.", "restriction dropped", "All left."),
        ("Only the crew left.", "restriction dropped", "The crew left."),
        ("It sank because of rain.", "cause", "It sank despite rain."),
        ("The pier closed after the crew left.", "cause", "The crew left after the pier closed."),
        ("A soldier fled.", "one made many", "Several soldiers fled."),
        ("The crew left on the pier.", "word inserted", "The illegal crew left on the pier."),
        ("They saw 40 ships.", "small word inserted", "They saw only 40 ships."),
        ("The crew opened the pier.", "small word inserted", "The crew almost opened the pier."),
        ("Holm sold the pier.", "another event", "A tram hit Holm."),
        ("Holm left, and Berg was arrested.", "facts fused", "Holm was arrested."),
        ("It sent 1,400 troops, including guards, home.", "head noun", "It sent 1,400 guards home."),
        ("Holm’s lawyer fled.", "head noun", "Holm fled."),
        ("The painters sued the printers.", "word of the span", "The printers sued the printers."),
    ],
)  # fmt: skip
def test_makes(sentence: str, kind: str, expected: str) -> None:
    assert expected in made(sentence, kind)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("He called on May 4.", "number"),  # a day is no count
        ("It hurt 3 and 12 guards.", "numbers exchanged"),  # still the same guards
        ("About 1,487 docks flooded.", "rounding"),  # "about" may be rounded
        ("Ada Brandt sued.", "name of the span"),  # nobody else is there
        ("Holm and Berg met.", "actor order"),  # both did
        ("The talks between Holm and Berg failed.", "actor order"),
        ("He asked if it sank.", "condition dropped"),  # asks, sets no condition
        ("It sank even if it rained.", "condition dropped"),  # it sank anyway
        ("It is not only shut.", "negation removed"),  # "it is only shut" is another matter
        ("It was on May 4.", "hedge dropped"),
        ("It is more likely shut.", "hedge dropped"),
        ("Not at all.", "quantifier"),
        ("It is the most dangerous pier.", "quantifier"),
        ("It sank shortly after noon.", "cause"),
        ("According to Oslo it sank.", "place or direction"),  # no way anywhere
        ("The singer left, and Holm was arrested.", "facts fused"),  # the singer may be Holm
        ("Holm asked why it sank.", "reporting verb"),
        ("Holm’s union was armed.", "head noun"),
        ("It was shut in 2014.", "date inserted"),
    ],
)
def test_makes_nothing(sentence: str, kind: str) -> None:
    base = Base(sentence, (cited(sentence),))
    assert [
        m.text for m in mutate(base, Material({"s1": sentence}, (cited(sentence),)), most=99) if m.kind == kind
    ] == []


TEXTS = (
    "Mayor Eva Holm said on Monday that about 1,400 dock workers may be sent home if the strike goes on.",
    "“We will not sell the pier,” Holm told reporters in Oslo, according to Radio Nord.",
    "The former guard was attacked by the driver after the talks failed, and Lund resigned in April.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_no_mutant_is_its_base(text: str) -> None:
    base = Base(text, (cited(text),))
    for mutant in mutate(base, material(text), most=99):
        assert mutant.text != text or mutant.citations != base.citations
        same = folded(mutant.text) == folded(text)
        assert not same or mutant.kind in ("quotation marks", "citation swapped")


def test_one_seed_gives_one_suite() -> None:
    bases = [Base(text, (cited(text),)) for text in TEXTS]
    first, again, other = ([m for b in bases for m in mutate(b, material(*TEXTS), seed)] for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert len({(m.kind, m.base.text, m.text, m.citations) for m in first}) == len(first)


def test_a_word_comes_from_the_same_article() -> None:
    text, other = "The harbour was opened.", "The pier was widened."
    article = Material({"s1": f"{text} {other}"}, (cited(text), cited(other)))
    changes = KINDS["word of the article"](Base(text, (cited(text),)), article)
    assert [change.text for change in changes] == ["The harbour was widened."]


def test_two_spans_are_fused() -> None:
    text, other = "Holm sold the pier.", "Berg resigned in March."
    article = Material({"s1": f"{text} {other}"}, (cited(text), Citation(source="s1", start=20, end=43, quote=other)))
    (change,) = KINDS["facts fused"](Base(text, (cited(text),)), article)
    assert change.text == "Holm resigned in March."
    assert [c.quote for c in change.citations] == [text, other]


def test_a_citation_moves_to_another_sentence() -> None:
    text = "The harbour police closed the old pier in Oslo on Monday."
    base = Base(text, (cited(text),))
    changes = list(KINDS["citation swapped"](base, material(text)))
    assert changes
    assert all(change.text == text and change.citations[0].source != "s1" for change in changes)
