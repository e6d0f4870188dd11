"""A judge where one is configured, nothing where none is; what only a judge needs is imported here, late."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.progress import Progress
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.checking.judging.judge import Judge
    from summarizer.models.protocol import Model


@contextmanager
def open_judge(settings: Settings, model: "Model | None", progress: Progress) -> "Iterator[Judge | None]":
    """The judge that `settings` name; `model` stands in for their endpoint. None where no judge is asked for.

    Raises UsageError where its prompt or its calibration cannot be used.
    """
    if model is None and settings.judge_model is None:
        yield None
        return
    from summarizer.checking.judging.calibration import load
    from summarizer.checking.judging.judge import Judge
    from summarizer.models import prompts
    from summarizer.models.caller import Caller

    prompt = prompts.load("judge", settings.prompts)
    calibration = load(settings.judge_calibration) if settings.judge_calibration else None
    with Caller(model or connect(settings), settings.concurrency) as caller:
        yield Judge(caller, prompt, calibration, progress)


def connect(settings: Settings) -> "Model":
    """The judge that the settings name, at its own endpoint or else at the writer's. Nothing is sent yet."""
    from summarizer.errors import UsageError
    from summarizer.models.openai import OpenAIModel

    if settings.judge_model is None:
        raise UsageError("judge", "no model is named", "name one with --judge-model or SUMMARIZER_JUDGE_MODEL")
    try:
        return OpenAIModel(
            settings.judge_model,
            settings.judge_base_url or settings.base_url,
            timeout=settings.timeout,
            key_variable=settings.judge_api_key_variable or settings.api_key_variable,
        )
    except UsageError as error:  # the address is none; whose is it?
        if settings.judge_base_url is None:
            raise
        raise UsageError("--judge-base-url", error.reason, error.remedy) from None
