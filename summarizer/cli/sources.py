"""`summarizer sources`: what was read, what is marked and who copied whom."""

import argparse
import sys

from summarizer.cli.streams import say, stdin
from summarizer.errors import Exit


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("sources", help="show what was read, what is marked, and who copied whom")
    parser.set_defaults(run=run)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, globs; - is standard input")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from summarizer import pipeline
    from summarizer.articles.events import strangers
    from summarizer.articles.tokens import tokenizer
    from summarizer.articles.topic import Topic
    from summarizer.checking.copies import with_differences
    from summarizer.output import sources

    library = pipeline.gather(args.paths, stdin())
    for warning in (*library.warnings, *map(str, library.failures)):
        say("warning", warning)
    topic = Topic.of(library.articles)
    for stranger in strangers(topic.articles, topic.sentences):
        say("warning", str(stranger))
    origins = with_differences(topic.origins, topic.articles, topic.sentences)
    tokens = tokenizer()
    reports = [
        sources.SourceReport(a, topic.sentences_of[a.id], tokens.count(a.text), tokens.exact) for a in topic.articles
    ]
    sys.stdout.write((sources.to_json if args.json else sources.render)(reports, origins))
    return Exit.MARKED if library.failures else Exit.WHOLE
