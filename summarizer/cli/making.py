"""The brief that a review begins with: made from articles and kept in a file, or the one in that file opened again.

`make` does it here and now. `main` is the same in a process of its own, which a screen can watch and end at once: it
reads its task from stdin and writes what happens to stdout, a line of JSON each (see `review.making`).
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import Exit, SummarizerError, UsageError
from summarizer.progress import Progress, silent
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.articles.nouns import Article
    from summarizer.records import Brief

_REMEDY = "name another file with -o, or review that brief by its name alone"


def make(paths: Sequence[str], settings: Settings, output: Path, progress: Progress = silent) -> tuple[str, ...]:
    """Puts a brief of the articles at `paths` into `output`, and gives its warnings.

    A file that is there is never written over: a brief of the same articles by the same engine is what a review goes on
    with, so it is kept and nothing is made; anything else raises UsageError, before a model is asked.
    """
    from summarizer import pipeline
    from summarizer.output import files
    from summarizer.output.json import dumps

    if output.exists():
        library = pipeline.on_one_event(pipeline.gather(paths), settings)
        if not _is_of(files.read_brief(output), library.articles, settings):
            raise UsageError(str(output), "is a brief of other articles, or was made otherwise", _REMEDY)
        return (f"{output}: is the brief of these articles already; opened again, nothing was made",)
    brief = pipeline.summarize(paths, settings, progress=progress)
    files.write(output, dumps(brief))
    return brief.warnings


def _is_of(brief: "Brief", articles: "Sequence[Article]", settings: Settings) -> bool:
    """Whether this brief was made of these articles as a run with these settings would make it.

    By what went in and what made it, not by its id: a model does not write the same twice, and a run that is paid for
    only to see that would be a poor way to resume.
    """
    from summarizer.writing.assembly import shown
    from summarizer.writing.writers import engine_of

    engine = replace(engine_of(settings), settings=shown(settings))
    return engine == brief.engine and [s.sha256 for s in brief.sources] == [a.sha256 for a in articles]


def task(paths: Sequence[str], settings: Settings, output: Path) -> str:
    """The task that `main` reads, in one line. Keys are no settings, so none is in it."""
    return json.dumps({"paths": list(paths), "settings": asdict(settings), "output": output}, default=str)


def main() -> int:
    """Does the task on stdin and tells of it on stdout; an error is told there too, and nothing else is written."""
    given: dict[str, Any] = json.loads(sys.stdin.read())

    def tell(**event: object) -> None:
        sys.stdout.write(json.dumps(event) + "\n")
        sys.stdout.flush()

    def progress(stage: str, done: int, total: int, said: str = "") -> None:
        tell(stage=stage, done=done, total=total, said=said)

    try:
        settings = _settings(given["settings"])
        warnings = make(given["paths"], settings, Path(given["output"]), progress)
    except SummarizerError as error:
        tell(error=str(error), code=int(error.code))
        return error.code
    tell(warnings=list(warnings))
    return Exit.WHOLE


def _settings(given: dict[str, Any]) -> Settings:
    from summarizer.settings import PLACES

    values: dict[str, Any] = {n: Path(v) if n in PLACES and v is not None else v for n, v in given.items()}
    return Settings(**values)


if __name__ == "__main__":
    sys.exit(main())
