"""Which writer a run gets: the model writer where a model is configured, the extractive writer where none is."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.articles.nouns import Claim
from summarizer.articles.topic import Topic
from summarizer.errors import UsageError
from summarizer.progress import Progress
from summarizer.records import Engine
from summarizer.settings import Settings
from summarizer.writing import extractive
from summarizer.writing.drafts import EXTRACTIVE, Composition, Writer
from summarizer.writing.grouping import Group

if TYPE_CHECKING:
    from summarizer.checking.judging.judge import Judge
    from summarizer.models.protocol import Model


class ExtractiveWriter:
    """The sources' own sentences. No key, no network; the same input gives the same brief."""

    def claims(self, topic: Topic) -> tuple[Claim, ...]:
        return extractive.claims(topic)

    def compose(self, topic: Topic, ranked: Sequence[Group], words: int) -> Composition:
        return extractive.compose(topic, ranked, words)


@contextmanager
def open_writer(
    settings: Settings, model: "Model | None", progress: Progress, judge: "Judge | None" = None
) -> Iterator[Writer]:
    """The writer that `settings` ask for; `model` stands in for the endpoint that they name. `judge` hears what a model
    wrote and code could not decide.

    Raises UsageError where a model is asked for and none is named, or its key or its prompts are missing.
    """
    if model is None and not settings.uses_model:
        yield ExtractiveWriter()
        return
    from summarizer.models.caller import Caller
    from summarizer.writing.model import ModelWriter

    with Caller(model or connect(settings), settings.concurrency) as caller:
        yield ModelWriter(caller, settings, progress, judge)


def engine_of(settings: Settings) -> Engine:
    """What a brief by these settings would say of its making, but for the settings themselves. Nothing is sent."""
    if not settings.uses_model:
        return EXTRACTIVE
    from summarizer.writing.model import engine, own_prompts

    return engine(connect(settings), own_prompts(settings))


def connect(settings: Settings) -> "Model":
    """The model that the settings name, at their endpoint. Nothing is sent yet."""
    if settings.model is None:
        raise UsageError("--writer model", "no model is named", "name one with --model or SUMMARIZER_MODEL")
    from summarizer.models.openai import OpenAIModel

    return OpenAIModel(
        settings.model, settings.base_url, timeout=settings.timeout, key_variable=settings.api_key_variable
    )
