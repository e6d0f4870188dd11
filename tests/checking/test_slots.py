"""Each check by a table: sentence | span | expected. A row that fails changes one thing that a reader would mind."""

from collections.abc import Callable
from datetime import date

import pytest

from summarizer.checking import dates, hedges, names, negation, numbers, quotes, speech, wording
from summarizer.checking.comparing import Comparison, Finding
from summarizer.checking.verdicts import Evidence, compare

MONDAY = date(2024, 10, 21)


def run(check: Callable[[Comparison], Finding], text: str, span: str) -> Finding:
    return check(compare(text, [Evidence(span, MONDAY)]))


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("It sent 1,500 troops.", "It sent 1,500 troops.", True),
        ("It sent 12,000 troops.", "It sent 1,500 troops.", False),
        ("It sent fifteen hundred troops.", "It sent 1,500 troops.", True),
        ("It cost 1,500,000 dollars.", "It cost $1.5 million.", True),
        ("It cost $1.5bn.", "It cost $1.5 million.", False),
        ("Some 15 million people fled.", "Some 1.5 million people fled.", False),
        ("It rose 3.2 percent.", "It rose 3.2%.", True),
        ("It rose 3.2 points.", "It rose 3.2%.", False),
        ("It rose 32 percent.", "It rose 3.2%.", False),
        ("One in five children was ill.", "20 percent of children were ill.", True),
        ("It sent 1,500 soldiers.", "It sent 1,500 special forces.", True),
        ("It sent 1,500 tanks.", "It sent 1,500 special forces.", False),
        ("It sent 12,000 troops.", "It sent up to 12,000 troops.", False),
        ("It sent 12,000 troops.", "It sent as many as 12,000 troops.", False),
        ("It sent about 12,000 troops.", "It sent around 12,000 troops.", True),
        ("It sent about 12,000 troops.", "It sent 12,000 troops.", True),
        ("It sent at least 12,000 troops.", "It sent about 12,000 troops.", False),
        ("One town was hit.", "At least one town was hit.", False),
        ("Two dozen people died.", "24 people died.", True),
        ("They paid 170,000 dollars.", "They paid $170, 000.", True),
        ("The 127th Division moved.", "The 128th Division moved.", True),  # the wording check holds names to the letter
    ],
)
def test_numbers(text: str, span: str, ok: bool) -> None:
    assert run(numbers.check, text, span).ok is ok


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("They met on Monday.", "They met on Monday.", True),
        ("They met on Tuesday.", "They met on Monday.", False),
        ("They met on October 21.", "They met on Monday.", True),
        ("They met on October 22.", "They met on Monday.", False),
        ("They met on Friday.", "They met on Oct. 18.", True),
        ("They met on 18 October 2024.", "They met on Friday.", True),
        ("They met in June.", "They met in June.", True),
        ("They met in July.", "They met in June.", False),
        ("They met in 2023.", "They met in 2022.", False),
        ("They met last month.", "They met last week.", False),
        ("They met in October.", "They met on October 18.", True),
        ("They met on October 18.", "They met in October.", False),
        ("They may meet.", "They could meet.", True),
        ("They met yesterday.", "They met on Sunday.", True),
    ],
)
def test_dates(text: str, span: str, ok: bool) -> None:
    assert run(dates.check, text, span).ok is ok


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("Kim Hong-Kyun left.", "Kim Hong-kyun left.", True),
        ("Kim left.", "Kim Hong-kyun left.", True),
        ("Kim Hong-kyun left.", "Kim left.", False),
        ("The U.N. charter stands.", "The UN charter stands.", True),
        ("The United States left.", "The U.S. left.", True),
        ("He told us about it.", "He told the US about it.", True),
        ("North Korea's troops left.", "North Korean troops left.", True),
        ("South Korea left.", "North Korea met South Africa.", False),
        ("Then Seoul left.", "South Korea left.", False),
        ("Ambassador Zinovyev spoke.", "Ambassador Zinoviev spoke.", True),
        ("Kim Rutte spoke.", "Kim Jong Un met Mark Rutte.", False),
        ("Then Iran left.", "Then Iraq left.", False),
        ("Iran left.", "Iraq left.", False),
        ("Troops left.", "The soldiers left.", True),  # an ordinary word with a capital
    ],
)
def test_names(text: str, span: str, ok: bool) -> None:
    assert run(names.check, text, span).ok is ok


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("The base was hit.", "The base was not hit.", False),
        ("The base was not hit.", "The base was hit.", False),
        ("The base was not hit.", "The base wasn't hit.", True),
        ("The base was hit.", "The ministry denied that the base was hit.", False),
        ("The talks were confirmed.", "The talks were denied.", False),
        ("The reports are confirmed.", "The reports are unconfirmed.", False),
        ("Prices increased in May.", "Prices decreased in May.", False),
        ("The tower fell and nobody was hurt.", "The tower fell, and nobody was hurt.", True),
        ("He denied the charge.", "He did not deny the charge.", False),
        ("He was not fined and not tried.", "He was not fined and tried.", False),
        ("The train was late.", "The train was late, but no passenger complained.", True),
        ("Without a permit they built it.", "They built it without a permit.", True),
        ("They hope for escalation.", "They hope for de-escalation.", False),
        ("They hope for de-escalation.", "They hope for de-escalation.", True),
    ],
)
def test_negation(text: str, span: str, ok: bool) -> None:
    assert run(negation.check, text, span).ok is ok


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("The dam burst.", "The dam may have burst.", False),
        ("The dam might burst.", "The dam may burst.", True),
        ("The attacker fled.", "The alleged attacker fled.", False),
        ("The army sent tanks.", "The army planned to send tanks.", False),
        ("The army sent tanks.", "The army will send tanks.", False),
        ("It marks an escalation.", "If true, it would mark an escalation.", False),
        ("The dam may burst.", "The dam burst.", False),
        ("The mill closed in May.", "The mill closed in May.", True),
        ("The troops appear ready.", "The troops appear likely ready.", False),
    ],
)
def test_hedge(text: str, span: str, ok: bool) -> None:
    assert run(hedges.check, text, span).ok is ok


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("The mayor said the bridge is safe.", "The mayor said the bridge is safe.", True),
        ("The mayor told reporters the bridge is safe.", "The mayor said the bridge is safe.", True),
        ("The mayor denied the bridge is safe.", "The mayor said the bridge is safe.", False),
        ("The mayor confirmed the bridge is safe.", "The mayor claimed the bridge is safe.", False),
        ("The bridge is safe.", "The mayor said the bridge is safe.", False),
        ("The bridge is safe.", "The bridge is safe, according to the mayor.", False),
        ("The bridge is safe, the mayor said.", "The mayor said the bridge is safe.", True),
        ("According to the mayor, the bridge is safe.", "The bridge is safe, according to the mayor.", True),
        ("Rossi said the bridge is safe.", "Moreau said the bridge is safe.", False),
        ("North Korea's army said the bridge is safe.", "South Korea's army said the bridge is safe.", False),
        ("South Korea's army said the bridge is safe.", "South Korea's army said the bridge is safe.", True),
        ("Moreau said the bridge is safe.", "Anne Moreau, the mayor, said the bridge is safe.", True),
        ("The mayor said the bridge is safe.", "Anne Moreau, the mayor, said the bridge is safe.", True),
        ("The bridge is safe.", "Moreau toured the site and said the bridge is safe.", False),
        ("The bridge is old.", "The bridge is old, and Moreau said the tower is safe.", True),
    ],
)
def test_speaker_is_kept(text: str, span: str, ok: bool) -> None:
    assert run(speech.check, text, span).ok is ok


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("He called it “reckless and illegal”.", 'He called it "reckless and illegal".', True),
        ("He called it “illegal and reckless”.", 'He called it "reckless and illegal".', False),
        ("He called it 'reckless and illegal'.", "He called it «reckless and illegal».", True),
        ("He called it “reckless and illegal.”", 'He called it "reckless and illegal" twice.', True),
        ("He called it “a very bad idea”.", "He called it a very bad idea.", False),
        ("The so-called “Storm Corps” left.", "The Storm Corps left.", True),
        ("He said: “It is over now.”", "“We lost. It is over now,” he said.", True),
        ("The soldiers' tents and the officers' tents burned.", "The tents burned.", True),
    ],
)
def test_quotes(text: str, span: str, ok: bool) -> None:
    assert run(quotes.check, text, span).ok is ok


@pytest.mark.parametrize(
    ("text", "span", "ok"),
    [
        ("Moreau accused Rossi of theft.", "Moreau accused Rossi of theft.", True),
        ("Rossi hit Moreau in the yard.", "Moreau hit Rossi in the yard.", False),
        ("The man shot police.", "The man was shot by police.", False),
        ("They came from Oslo.", "They came to Oslo.", False),
        ("All houses burned.", "Some houses burned.", False),
        ("His second wife left after the first trial.", "His first wife left after the second trial.", False),
        ("The bridge fell, killing villagers.", "The bridge fell.", False),
        ("In March the old bridge fell.", "The old bridge fell in March.", True),
    ],
)
def test_wording(text: str, span: str, ok: bool) -> None:
    assert run(wording.check, text, span).ok is ok
