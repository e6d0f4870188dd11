"""From paths to articles. One source that cannot be read never stops the others: it becomes a failure with its remedy.

Nothing here may block or run away (only regular files are opened, and only up to MAX_BYTES of them), and nothing may
change a byte: an article's text is what its bytes decode to. A further format is one more reader in READERS; if its
text is not its decoded bytes, whoever adds it must also keep that text beside the brief (`Source.text_path`).
"""

import hashlib
import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from summarizer.articles.decoding import Undecodable, decode
from summarizer.articles.limits import MAX_BYTES
from summarizer.articles.lines import mark
from summarizer.articles.metadata import describe
from summarizer.articles.nouns import Article
from summarizer.errors import SourceError

STDIN = "-"
MAGIC = re.compile(r"[*?\[]")
NAMED = 5  # names spelt out in a warning before "and 7 more"


class Document(NamedTuple):
    """What a reader makes of a file's bytes."""

    text: str
    encoding: str
    media_type: str


def _plain(data: bytes) -> Document:
    return Document(*decode(data), "text/plain")


def _markdown(data: bytes) -> Document:
    return Document(*decode(data), "text/markdown")


# By suffix, in lower case. A reader raises Undecodable, with the reason, for bytes that are not of its format.
READERS: Mapping[str, Callable[[bytes], Document]] = {".txt": _plain, ".md": _markdown}


class Library(NamedTuple):
    """All that reading found. `failures` are sources that are left out; `warnings` lose nothing that was asked for."""

    articles: tuple[Article, ...]
    failures: tuple[SourceError, ...]
    warnings: tuple[str, ...]


def read(paths: Sequence[str], stdin: BinaryIO | None = None) -> Library:
    """Every article behind `paths`: files, folders (not their subfolders), globs, and `-` for `stdin`.

    Articles come in the order of the paths, with ids s1, s2, …; the same bytes count once, under their first name.
    """
    shelf = _Shelf(stdin)
    for path in paths:
        shelf.take(path)
    return Library(tuple(shelf.articles.values()), tuple(shelf.failures), tuple(shelf.warnings))


class _Shelf:
    """What has been read so far; articles by the hash of their bytes."""

    def __init__(self, stdin: BinaryIO | None) -> None:
        self.articles: dict[str, Article] = {}
        self.failures: list[SourceError] = []
        self.warnings: list[str] = []
        self._stdin = stdin
        self._piped: bytes | None = None  # a stream can be read once only, however often it is named

    def take(self, path: str) -> None:
        try:
            for file in self._files(path):
                try:
                    self._add(file)
                except SourceError as failure:
                    self._fail(failure)
        except SourceError as failure:
            self._fail(failure)

    def _fail(self, failure: SourceError) -> None:
        if str(failure) not in map(str, self.failures):
            self.failures.append(failure)

    def _files(self, path: str) -> Iterator[str]:
        """The files that `path` stands for. Raises SourceError if it stands for none."""
        if path == STDIN:
            yield path
            return
        found = [path] if _mode(path) is not None else _expanded(path)
        if not found:
            pattern = MAGIC.search(path)
            reason = "nothing matches this pattern" if pattern else "no such file or folder"
            raise SourceError(path or "(empty path)", reason, "check the spelling and the folder you are in")
        for each in found:
            if stat.S_ISDIR(_mode(each) or 0):
                yield from self._folder(each)
            else:
                yield each

    def _folder(self, folder: str) -> Iterator[str]:
        try:
            entries = sorted(e for e in Path(folder).iterdir() if not e.name.startswith("."))
        except OSError as error:
            raise _unreadable(folder, error) from error
        inner = {e for e in entries if e.is_dir()}
        files = [e for e in entries if e not in inner and e.suffix.lower() in READERS]
        others = [f"{e.name}/" if e in inner else e.name for e in entries if e not in files]
        if not files:
            raise SourceError(folder, f"no file ending in {_known()} in this folder", "name a folder that has articles")
        if others:
            self.warnings.append(f"{folder}: left out {_list(others)}; of a folder only {_known()} files are read")
        yield from (str(e) for e in files)

    def _add(self, path: str) -> None:
        data = self._pipe() if path == STDIN else _bytes(path)
        sha256 = hashlib.sha256(data).hexdigest()
        twin = self.articles.get(sha256)
        if twin is not None:
            same = "given twice" if twin.path == path else f"the same bytes as {twin.path}"
            self.warnings.append(f"{path}: {same}; counted once")
            return
        self.articles[sha256] = _article(f"s{len(self.articles) + 1}", path, sha256, _document(path, data))

    def _pipe(self) -> bytes:
        if self._piped is None:
            stream = self._stdin or getattr(sys.stdin, "buffer", None)
            if stream is None:
                raise SourceError(STDIN, "there is no standard input", "name a file instead")
            try:
                self._piped = stream.read(MAX_BYTES + 1)
            except OSError as error:
                raise _unreadable(STDIN, error) from error
        if len(self._piped) > MAX_BYTES:
            raise _too_large(STDIN)
        return self._piped


def _expanded(pattern: str) -> list[str]:
    """What a shell would put for `pattern`, which not every shell does; sorted, hidden names left out."""
    if not MAGIC.search(pattern):
        return []
    anchor = Path(pattern).anchor
    asked = Path(pattern).parts
    try:
        found = list(Path(anchor).glob(pattern[len(anchor) :]))
    except (ValueError, NotImplementedError, OSError):  # no pattern after all, or nothing that can be looked into
        return []
    return sorted(str(p) for p in found if not any(part.startswith(".") and part not in asked for part in p.parts))


def _mode(path: str) -> int | None:
    """The kind of what `path` names, links followed; None if nothing can be there. A refused look is not nothing."""
    try:
        return Path(path).stat().st_mode if path else None
    except PermissionError:
        return stat.S_IFREG  # opening it will say so, with the reason
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None


def _bytes(path: str) -> bytes:
    """The bytes of one regular file. Raises SourceError."""
    suffix = Path(path).suffix
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(path, "not a regular file", "save its content to a file, or pipe it in with -")
        if suffix and suffix.lower() not in READERS:
            raise SourceError(path, f"{suffix} files are not read", f"name files ending in {_known()}")
        if status.st_size > MAX_BYTES:
            raise _too_large(path)
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) > MAX_BYTES:  # it grew meanwhile, or the system gave no true size
        raise _too_large(path)
    return data


def _document(path: str, data: bytes) -> Document:
    """Raises SourceError for bytes without a text."""
    reader = READERS.get(Path(path).suffix.lower(), _plain)
    try:
        document = reader(data)
    except Undecodable as error:
        raise SourceError(path, str(error), "save it as plain text in UTF-8") from error
    if not document.text.strip().strip("\ufeff"):
        reason = "only white space" if data else "empty"
        raise SourceError(path, reason, "leave it out, or put the article's text into it")
    return document


def _article(source: str, path: str, sha256: str, document: Document) -> Article:
    """Raises SourceError for a text in which nothing can be cited."""
    lines = mark(document.text)
    if not any(line.kind == "body" for line in lines):
        raise SourceError(path, "only page furniture, no sentence of an article", "save the article's text itself")
    about = describe(document.text, lines)
    return Article(
        id=source,
        path=path,
        sha256=sha256,
        encoding=document.encoding,
        media_type=document.media_type,
        text=document.text,
        title=about.title,
        outlet=about.outlet,
        published=about.published,
        agencies=about.agencies,
    )


def _unreadable(path: str, error: OSError) -> SourceError:
    if isinstance(error, PermissionError):
        return SourceError(path, "permission denied", "make it readable for you, or leave it out")
    return SourceError(path, error.strerror or type(error).__name__, "check that it can be opened")


def _too_large(path: str) -> SourceError:
    return SourceError(path, f"larger than {MAX_BYTES // 1000**2} MB", "split it, or leave it out")


def _known() -> str:
    return " or ".join(sorted(READERS))


def _list(names: Sequence[str]) -> str:
    rest = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {rest} more" if rest > 0 else "")
