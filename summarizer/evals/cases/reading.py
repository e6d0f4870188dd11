"""A case from its files. Every quote is looked up and every hash compared before anything is scored with it."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from summarizer.articles.decoding import Undecodable, decode
from summarizer.errors import UsageError
from summarizer.evals.cases import nouns, patterns, wire, wording
from summarizer.evals.cases.files import read_bytes, within
from summarizer.evals.cases.yaml import Broken, loads

NAME = "case.yaml"
MISNAMED = "case.yml"
MOST = 2_000_000  # bytes of a case.yaml, and of a source
LISTED = 5  # places of a quote in a message


class Fault(NamedTuple):
    """What is wrong with a case, and in which line of its file (from 1)."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"


def find(paths: Sequence[Path]) -> list[Path]:
    """The case files at `paths`, each a file, a folder with a case, or a folder of such; in order, each once.

    Raises UsageError where a path holds none, or one that is misnamed.
    """
    found: list[Path] = []
    for path in paths:
        below = [path] if path.is_file() else _below(path, NAME)
        if misnamed := [] if path.is_file() else _below(path, MISNAMED):
            raise UsageError(str(misnamed[0]), "would be passed over", f"name it {NAME}")
        if not below:
            raise UsageError(str(path), "holds no case", f"name a folder with a {NAME}, or one of such folders")
        found += below
    return list(dict.fromkeys(found))


def _below(path: Path, name: str) -> list[Path]:
    return sorted([*path.glob(name), *path.glob(f"*/{name}")])


def read_all(paths: Sequence[Path]) -> list[nouns.Case]:
    """The cases at `paths`. Raises UsageError for the first that is not sound, or for two of one id."""
    cases = [read(path) for path in find(paths)]
    for case in cases:
        if twin := next((c for c in cases if c.id == case.id and c is not case), None):
            raise UsageError(str(twin.path), f"has the id {case.id} of {case.path}", "give each case its own id")
    return cases


def read(path: Path) -> nouns.Case:
    """The case in `path`. Raises UsageError that names the first fault and its line."""
    case, faults = examine(path)
    if case is None or faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        where = f"{path}:{faults[0].line}"
        raise UsageError(where, f"{faults[0].reason}{more}", "see `summarizer eval lint`")
    return case


def examine(path: Path) -> tuple[nouns.Case | None, list[Fault]]:
    """The case and its faults; no case where the file cannot be made sense of at all."""
    try:
        given = loads(read_bytes(path, MOST).decode("utf-8"))
        form = wire.CaseWire.model_validate(given)
    except OSError as error:
        return None, [Fault(path, 1, error.strerror or "cannot be read")]
    except UnicodeDecodeError:
        return None, [Fault(path, 1, "is not UTF-8")]
    except Broken as broken:
        return None, [Fault(path, broken.line, str(broken))]
    except ValidationError as error:
        return None, [Fault(path, _line(given, where), reason) for where, reason in wording.faults(error.errors())]
    resolver = _Resolver(path, form)
    return resolver.case(), resolver.faults


def _line(given: object, where: Sequence[int | str]) -> int:
    """The line of the innermost mapping on the way to `where`."""
    line = 1
    for step in where:
        if isinstance(given, dict):
            line = given.get("line", line)
            given = given.get(step)
        elif isinstance(given, list) and isinstance(step, int) and step < len(given):
            given = given[step]
    return int(given.get("line", line)) if isinstance(given, dict) else line


class _Resolver:
    """Finds the words of a case in its sources, and keeps what was wrong on the way."""

    def __init__(self, path: Path, form: wire.CaseWire) -> None:
        self.faults: list[Fault] = []
        self._path = path
        self._form = form
        self._is_inside = within(path, form.folder)
        self._texts: dict[str, str | None] = {}  # None where a source cannot be read, which is said once

    def case(self) -> nouns.Case:
        form = self._form
        if not self._is_inside:
            self._fault(form.line, f"folder: {form.folder} is no folder of the repository that the case is in")
        sources = tuple(self._source(s) for s in form.sources)
        return nouns.Case(
            id=form.id,
            path=self._path,
            title=form.title,
            language=form.language,
            words=form.words,
            note=form.note,
            sources_in=form.folder,
            sources=sources,
            facts=tuple(self._fact(f) for f in form.facts),
            disagreements=tuple(self._question(q) for q in form.disagreements),
            must_not=tuple(self._negative(n) for n in form.must_not),
        )

    def _fault(self, line: int, reason: str) -> None:
        self.faults.append(Fault(self._path, line, reason))

    def _source(self, form: wire.SourceWire) -> nouns.CaseSource:
        text = None
        if os.sep in form.file or "/" in form.file or form.file.startswith("."):
            self._fault(form.line, f"{form.file}: is not the plain name of a file in {self._form.folder}/")
        elif self._is_inside and not within(self._path, f"{self._form.folder}/{form.file}"):
            self._fault(form.line, f"{form.file}: leads out of the repository that the case is in")
        elif self._is_inside:
            text = self._text(form)
        self._texts[form.file] = text
        return nouns.CaseSource(**dict(form), text=text or "")

    def _text(self, form: wire.SourceWire) -> str | None:
        path = self._path.parent / self._form.folder / form.file
        name = f"{self._form.folder}/{form.file}"
        try:
            data = read_bytes(path, MOST)
            text, _ = decode(data)
        except OSError as error:
            self._fault(form.line, f"{name}: {error.strerror or 'cannot be read'}")
            return None
        except Undecodable as error:
            self._fault(form.line, f"{name}: {error}")
            return None
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 != form.sha256:
            self._fault(form.line, f"{name}: its sha256 is {sha256}, the case says {form.sha256}")
        return text

    def _fact(self, form: wire.FactWire) -> nouns.Fact:
        importance: dict[int, nouns.Importance] = {1: 1, 2: 2, 3: 3}
        return nouns.Fact(
            id=form.id,
            text=form.text,
            importance=importance[form.importance],
            anchors=nouns.Anchors(numbers=form.anchors.numbers, names=form.anchors.names),
            accept=form.accept,
            support=self._support(form.support),
            line=form.line,
        )

    def _question(self, form: wire.QuestionWire) -> nouns.Question:
        values = (dict(v) | {"support": self._support(v.support)} for v in form.values)
        return nouns.Question(**dict(form) | {"values": tuple(nouns.Answer(**value) for value in values)})

    def _negative(self, form: wire.NegativeWire) -> nouns.Negative:
        for pattern in (form.pattern, form.unless_near or ""):
            if fault := patterns.fault(pattern):
                self._fault(form.line, f"{form.id}: “{pattern}” {fault}")
        return nouns.Negative(**dict(form))

    def _support(self, groups: wire.Groups) -> nouns.Support:
        found = (tuple(self._places(group)) for group in groups)
        return tuple(group for group in found if group)

    def _places(self, group: wire.Group) -> Iterator[nouns.Place]:
        for form in group:
            start = self._start(form)
            if start is not None:
                yield nouns.Place(file=form.file, start=start, end=start + len(form.quote), quote=form.quote)

    def _start(self, form: wire.PlaceWire) -> int | None:
        if form.file not in self._texts:
            listed = ", ".join(self._texts)
            self._fault(form.line, f"{form.file} is not among the sources ({listed})")
        text, quote = self._texts.get(form.file), form.quote
        if text is None:
            return None
        shown, at = wording.excerpt(quote), _found(quote, text)
        if not at:
            near = wording.nearest(quote, text)
            self._fault(form.line, f"{shown} does not stand in {form.file}" + (f"; “{near}” does" if near else ""))
        elif form.start is None and len(at) > 1:
            self._fault(form.line, f"{shown} stands {_times(at)} in {form.file}; give its start: {_list(at)}")
        elif form.start is not None and not text.startswith(quote, form.start):
            self._fault(form.line, f"{shown} stands in {form.file} at {_list(at)}, not at {form.start}")
        elif form.end is not None and form.end != (at[0] if form.start is None else form.start) + len(quote):
            self._fault(form.line, f"{shown} does not end at {form.end}")
        else:
            return at[0] if form.start is None else form.start
        return None


def _found(quote: str, text: str) -> list[int]:
    """The first places of `quote`, one more than are ever listed: a text can hold it in as many as it has letters."""
    found: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(found) <= LISTED:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def _times(places: Sequence[int]) -> str:
    return f"{len(places)} times" if len(places) <= LISTED else f"more than {LISTED} times"


def _list(numbers: Sequence[int]) -> str:
    return ", ".join(str(n) for n in numbers[:LISTED]) + (", …" if len(numbers) > LISTED else "")
