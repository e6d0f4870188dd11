"""The whole algorithm on one screen. Read this first.

    paths -> read -> Article -> split -> Sentence -> withdraw -> claims -> group -> rank -> compose -> check -> Brief

Importance is decided by code, words by the writer, truth by the checker. The extractive writer and the model writer
differ in the two steps marked below and in nothing else.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from summarizer.articles.events import strangers
from summarizer.articles.nouns import Article
from summarizer.articles.reading import Library, read
from summarizer.articles.sentences import split
from summarizer.articles.topic import Topic
from summarizer.checking.judging.opening import open_judge
from summarizer.errors import NothingToSay
from summarizer.output.files import read_brief
from summarizer.progress import Progress, silent
from summarizer.records import Brief
from summarizer.settings import Settings
from summarizer.writing.assembly import assemble
from summarizer.writing.grouping import group
from summarizer.writing.ranking import rank
from summarizer.writing.withdrawals import withdraw
from summarizer.writing.writers import open_writer

if TYPE_CHECKING:
    from summarizer.checking.claims.verifying import Verified
    from summarizer.checking.recheck import Report
    from summarizer.models.protocol import Model

Paths = str | Path | Sequence[str | Path]


class Verification(NamedTuple):
    """A text with its verdicts, the articles that it was held against, and what could not be read of them."""

    verified: "Verified"
    articles: tuple[Article, ...]
    left_out: tuple[str, ...]
    warnings: tuple[str, ...]


def summarize(
    paths: Paths,
    settings: Settings | None = None,
    *,
    model: "Model | None" = None,
    judge: "Model | None" = None,
    progress: Progress = silent,
    stdin: BinaryIO | None = None,
) -> Brief:
    """One brief from the articles at `paths`: files, folders, globs; "-" reads `stdin`.

    `model` and `judge` stand in for the endpoints that `settings` names. Raises NothingToSay where no source could be
    read, UsageError where a model is asked for and not configured, ModelUnavailable where no call can succeed.
    """
    settings = settings or Settings()
    started = perf_counter()
    with open_judge(settings, judge, progress) as judges, open_writer(settings, model, progress, judges) as writer:
        library = on_one_event(gather(paths, stdin), settings)  # files -> articles
        progress("reading", len(library.articles), len(library.articles))
        topic = Topic.of(library.articles)  # articles -> sentences, and which articles are one voice
        standing = withdraw(topic)  # what a source has taken back is withheld
        topic = standing.topic
        claims = writer.claims(topic)  # writer: what is said, each claim with the sentences that say it
        groups = group(claims, topic)  # the same thing said in several places is one group
        ranked = rank(
            groups, topic, settings.question, standing.instead
        )  # how many independent origins say it, how central, how early
        composition = writer.compose(topic, ranked, settings.words)  # writer: in which words
        for draft in composition.drafts:
            progress("checking", 0, len(composition.drafts), draft.text)
        composition = composition._replace(withheld=(*standing.withheld, *composition.withheld))
        brief = assemble(topic, library, composition, ranked, settings, judges)  # every sentence cited and checked
    return replace(brief, usage=replace(brief.usage, seconds=round(perf_counter() - started, 3)))


def check(
    brief: Brief | str | Path,
    root: str | Path | None = None,
    settings: Settings | None = None,
    *,
    judge: "Model | None" = None,
    progress: Progress = silent,
) -> "Report":
    """Holds a brief, or the brief in a file, against its sources afresh: from the files alone, without any model.

    `root` is where else to look for sources. Only where `settings` name a judge, or `judge` stands in for one, is a
    model asked, after code. Raises UsageError where the brief itself cannot be read.
    """
    from summarizer.checking.recheck import recheck

    beside = Path() if isinstance(brief, Brief) else Path(brief).parent
    brief = brief if isinstance(brief, Brief) else read_brief(Path(brief))
    with open_judge(settings or Settings(), judge, progress) as judges:
        return recheck(brief, beside, Path(root) if root else None, judges)


def verify(text: str, paths: Paths, *, stdin: BinaryIO | None = None) -> "Verification":
    """`text` held against the articles at `paths`: a verdict and the spans that best support it, for each sentence.

    Raises NothingToSay where there is no sentence to check, or no source could be read.
    """
    from summarizer.checking.claims.verifying import verify as judge
    from summarizer.checking.finding import Finder

    library = gather(paths, stdin)
    body = [s for article in library.articles for s in split(article) if s.kind == "body"]
    verified = judge(text, Finder(body, {a.id: a.published for a in library.articles}))
    if not verified.sentences:
        raise NothingToSay("the text", "holds no sentence", "give the words that are to be checked")
    warnings = (*library.warnings, *map(str, library.failures))
    return Verification(verified, library.articles, tuple(f.where for f in library.failures), warnings)


def gather(paths: Paths, stdin: BinaryIO | None = None) -> Library:
    """The articles at `paths`. Raises where there is not one, naming each path and what is wrong with it."""
    library = read([str(p) for p in ([paths] if isinstance(paths, str | Path) else paths)], stdin)
    if library.articles:
        return library
    if len(library.failures) == 1:
        raise library.failures[0]
    reasons = ", ".join(f"{failure.where}: {failure.reason}" for failure in library.failures)
    raise NothingToSay("sources", f"none could be read ({reasons or 'none was named'})", "name files or folders")


def on_one_event(library: Library, settings: Settings) -> Library:
    """`library` without the articles that are certainly about another event than most; all of it where that was asked.

    With `strict_event` all go that seem to be. Where a question is asked, any article may hold the answer.
    """
    strict = settings.strict_event
    if strict is False or (strict is None and settings.question):
        return library
    sentences = [sentence for article in library.articles for sentence in split(article)]
    left = strangers(library.articles, sentences, certain=not strict)
    paths = {stranger.where for stranger in left}
    kept = tuple(article for article in library.articles if article.path not in paths)
    return library._replace(articles=kept, failures=(*library.failures, *left))


def is_whole(brief: Brief) -> bool:
    """Whether nothing is marked: every source read, every call answered, every sentence borne out, and any at all."""
    sound = all(sentence.verdict.status == "supported" for sentence in brief.sentences)
    return bool(brief.sentences) and sound and not brief.left_out and not brief.usage.failed_calls
