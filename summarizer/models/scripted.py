"""A model that says what it is told to say: the double for tests and demonstrations, shipped with the product.

It opens no socket and knows no provider. It keeps every request, so that a test can read what would have been sent.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from summarizer.articles.tokens import estimate
from summarizer.errors import ModelUnavailable
from summarizer.models.protocol import Reply, Request

Answer = dict[str, Any] | Exception


class ScriptedModel:
    """Answers from a function of the request, or from a list in the order of the calls. An Exception is raised."""

    endpoint: str | None = None

    def __init__(self, answers: Callable[[Request], Answer] | Sequence[Answer], name: str = "scripted") -> None:
        self.name = name
        self.requests: list[Request] = []
        self._next = answers if callable(answers) else _one_after_another(answers)

    async def answer(self, request: Request) -> Reply:
        self.requests.append(request)
        content = self._next(request)
        if isinstance(content, Exception):
            raise content
        return Reply(
            content=content,
            model=self.name,
            prompt_tokens=estimate(request.system) + estimate(request.user),
            completion_tokens=estimate(str(content)),
            finish="stop",
            estimated=True,
        )


def _one_after_another(answers: Sequence[Answer]) -> Callable[[Request], Answer]:
    rest: Iterator[Answer] = iter(answers)
    ran_out = ModelUnavailable("scripted model", f"its {len(answers)} answers are used up", "give it more answers")
    return lambda _request: next(rest, ran_out)
