"""The judge at work: every sentence's sources asked side by side, each answer held to its source, the rules applied.

Nothing here decides what an answer may change; that is `rules`. A call that fails leaves code's verdict as it is and is
named; where no call can succeed the run stops.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from summarizer.checking import verdicts, wording
from summarizer.checking.briefs import Contexts, span_fault
from summarizer.checking.comparing import Evidence
from summarizer.checking.judging import questions
from summarizer.checking.judging.calibration import Calibration, standing
from summarizer.checking.judging.questions import Question
from summarizer.checking.judging.rules import Ruling, Standing, decide, undecided
from summarizer.errors import ModelError, ModelUnavailable
from summarizer.models.caller import Caller
from summarizer.models.prompts import Prompt
from summarizer.models.protocol import Reply
from summarizer.progress import Progress, silent
from summarizer.records import Citation, Usage, Verdict

Texts = Mapping[str, str]
Days = Mapping[str, date | None]
NO_DAYS: Days = {}


class Case(NamedTuple):
    """A sentence, where it is said to stand, and code's verdict on it. Corroborating citations are not asked about."""

    text: str
    citations: tuple[Citation, ...]
    verdict: Verdict


class Judge:
    """Asks `caller`'s model. Without a `calibration` of this model and prompt its answers are shown and decide nothing.

    The same question is asked once in a judge's life, so that a sentence keeps its verdict from draft to brief.
    """

    def __init__(
        self, caller: Caller, prompt: Prompt, calibration: Calibration | None = None, progress: Progress = silent
    ) -> None:
        self.prompt = questions.usable(prompt)
        self.name = caller.model.name
        self._calibration = calibration
        self._caller = caller
        self._progress = progress
        self._heard: dict[str, tuple[Question, Reply | ModelError]] = {}

    def judge(
        self, text: str, citations: Sequence[Citation], texts: Texts, verdict: Verdict, days: Days = NO_DAYS
    ) -> Verdict:
        """`verdict` on `text` after the judge was heard. `texts` and `days` of publication are by source id."""
        return self.judge_all([Case(text, tuple(citations), verdict)], texts, days)[0]

    def judge_all(self, cases: Sequence[Case], texts: Texts, days: Days = NO_DAYS) -> list[Verdict]:
        """One verdict a case, in their order. Raises ModelUnavailable where no call can succeed."""
        rulings = self.rulings(cases, texts, days)
        judge = self.standing
        return [decide(case.verdict, few, judge) for case, few in zip(cases, rulings, strict=True)]

    def rulings(self, cases: Sequence[Case], texts: Texts, days: Days = NO_DAYS) -> list[list[Ruling]]:
        """For each case one answer a source that was asked, whatever the judge may decide by them."""
        contexts = Contexts(texts)
        asked = [questions_about(case, texts, days, contexts) for case in cases]
        heard = iter(self.hear([question for few in asked for question in few]))
        return [
            [_bears(next(heard), question, case, texts, contexts) for question in few]
            for case, few in zip(cases, asked, strict=True)
        ]

    def hear(self, asked: Sequence[Question]) -> list[Ruling | None]:
        """One answer a question, read and held to its source; None where the call failed.

        All that has not been asked yet is asked side by side. Raises ModelUnavailable where no call can succeed.
        """
        requests = [questions.ask(self.prompt, question) for question in asked]
        keys = [request.key(self.name) for request in requests]
        new = {k: (q, r) for k, q, r in zip(keys, asked, requests, strict=True) if k not in self._heard}
        try:
            answers = self._caller.all([r for _, r in new.values()], lambda n, of: self._progress("judging", n, of))
        except ModelUnavailable as error:
            raise _of_the_judge(error, self.name) from None
        for (key, (question, _)), answer in zip(new.items(), answers, strict=True):
            self._heard[key] = (question, answer)
        heard = [(question, self._heard[key][1]) for question, key in zip(asked, keys, strict=True)]
        return [questions.read(q, reply) if isinstance(reply, Reply) else None for q, reply in heard]

    @property
    def standing(self) -> Standing:
        """What the judge may do, by its calibration and by the names that have answered so far."""
        return standing(self._calibration, self.name, self.prompt.sha256, self.answered_by)[0]

    @property
    def answered_by(self) -> tuple[str, ...]:
        """The names that answered; an endpoint may answer as another model than was asked for."""
        return tuple(sorted({reply.model for _, reply in self._heard.values() if isinstance(reply, Reply)}))

    @property
    def usage(self) -> Usage:
        """What the judge's calls took so far."""
        if not self._caller.usage.calls:
            return self._caller.usage
        from summarizer.models.prices import price

        usage, model = self._caller.usage, self._caller.model
        cost = price(model.name, usage.prompt_tokens, usage.completion_tokens, model.endpoint)
        return replace(usage, cost_usd=cost)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader must know of the answers: that they decide nothing, that calls failed, that some were void."""
        if not self._heard:
            return ()
        failed = [str(reply) for _, reply in self._heard.values() if isinstance(reply, ModelError)]
        read = [questions.read(q, reply) for q, reply in self._heard.values() if isinstance(reply, Reply)]
        void = sum(ruling.void for ruling in read)
        why_not = standing(self._calibration, self.name, self.prompt.sha256, self.answered_by)[1]
        who, total = f"judge {self.name}", len(self._heard)
        found = []
        if why_not:
            found.append(f"{who}: its answers are shown as advice and decide nothing: {why_not}")
        if failed:
            found.append(
                f"{who}: {len(failed)} of {total} questions failed, so that code's verdict stands; {failed[0]}"
            )
        if void:
            found.append(f"{who}: {void} of {total} answers rest on no words of their source and count for nothing")
        return tuple(found)


def _bears(ruling: Ruling | None, question: Question, case: Case, texts: Texts, contexts: Contexts) -> Ruling:
    """The answer about one source, and whether code lets that source alone bear the sentence."""
    if ruling is None:
        return Ruling(question.source, "unclear")
    place = ruling.place
    if place is None or ruling.answer != "supported":
        return ruling
    mine = [c for c in _sound(case, texts) if c.source == question.source]
    cited = any(c.start <= place.start and place.end <= c.end for c in mine)
    evidence = [Evidence(c.quote, question.published, contexts.around(c)) for c in mine]
    left_open = undecided(verdicts.check(case.text, evidence)) and rephrased(case.text, evidence)
    return ruling._replace(bears=cited and left_open)


def rephrased(text: str, evidence: Sequence[Evidence]) -> bool:
    """Whether `text` has words of its own for what the evidence says, and leaves names and figures in their places.

    The evidence's own words in another order are what a forger makes, and what a judge is worst at.
    """
    comparison = verdicts.compare(text, evidence)
    return bool(wording.measure(comparison).fresh) and not wording.astray(comparison)


def _sound(case: Case, texts: Texts) -> list[Citation]:
    return [c for c in case.citations if not c.corroborates and not span_fault(c, texts)]


def questions_about(case: Case, texts: Texts, days: Days, contexts: Contexts | None = None) -> list[Question]:
    """One for each source that the verdict rests on; none for whole sentences taken word for word."""
    contexts = contexts or Contexts(texts)
    sound = sorted(_sound(case, texts), key=lambda c: (c.source, c.start))
    evidence = [Evidence(c.quote, days.get(c.source), contexts.around(c)) for c in sound]
    if not case.text.strip() or (case.verdict.status == "supported" and verdicts.verbatim(case.text, evidence)):
        return []
    found = []
    for source, cited in groupby(sound, key=lambda c: c.source):
        shown = questions.pieces([contexts.bounds(c) for c in cited], texts[source])
        found.append(Question(case.text, source, shown, days.get(source)))
    return [question for question in found if not questions.too_long(question)]


def _of_the_judge(error: ModelUnavailable, name: str) -> ModelUnavailable:
    """The error as one about the judge, whose flags have other names than the writer's."""
    remedy = error.remedy.replace("--model", "--judge-model").replace("--base-url", "--judge-base-url")
    return ModelUnavailable(f"judge {name}", error.reason, remedy)
