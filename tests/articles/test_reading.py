"""Paths to articles: what is read, what is left out and why, and that no bad source stops a good one."""

import hashlib
import io
import os
import socket
from pathlib import Path

import pytest

from summarizer.articles import reading
from summarizer.articles.limits import MAX_BYTES
from summarizer.articles.reading import Library, read

TEXT = b"The ministers met on Monday.\n"
OTHER = b"The talks went on for two days.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(**files: bytes) -> None:
    """Files in the current folder; `__` in a name stands for its dot."""
    for name, data in files.items():
        Path(name.replace("__", ".")).write_bytes(data)


def paths(library: Library) -> list[str]:
    return [article.path for article in library.articles]


def reasons(library: Library) -> list[tuple[str, str]]:
    return [(failure.where, failure.reason) for failure in library.failures]


@pytest.mark.usefixtures("folder")
def test_an_article_is_its_bytes() -> None:
    data = "\ufeffTalks end in Seoul\r\n\r\nOctober 21, 2024\r\nThe ministers met. 👩‍👩‍👧 e\u0301\r\n".encode()
    put(a__txt=data)
    library = read(["a.txt"])
    article = library.articles[0]
    assert (article.id, article.path, article.encoding, article.media_type) == ("s1", "a.txt", "utf-8", "text/plain")
    assert article.text == data.decode("utf-8")
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.title == "Talks end in Seoul"
    assert str(article.published) == "2024-10-21"
    assert not library.failures
    assert not library.warnings


def test_the_seeds(seeds: Path) -> None:
    library = read([str(seeds)])
    assert [article.id for article in library.articles] == ["s1", "s2", "s3", "s4", "s5"]
    assert [article.agencies for article in library.articles] == [(), ("Reuters",), (), ("Yonhap",), ("AFP",)]
    assert not library.failures
    assert not library.warnings
    for article in library.articles:
        assert Path(article.path).read_bytes().decode(article.encoding) == article.text


def test_a_folder_is_read_by_name_and_not_below(folder: Path) -> None:
    put(b__txt=OTHER, a__md=TEXT, c__pdf=b"%PDF-", __hidden__txt=b"Hidden here.")
    (folder / "inner").mkdir()
    (folder / "inner" / "d.txt").write_bytes(b"Deep down it goes on.")
    library = read(["."])
    assert paths(library) == ["a.md", "b.txt"]
    assert [article.media_type for article in library.articles] == ["text/markdown", "text/plain"]
    assert library.warnings == (".: left out c.pdf, inner/; of a folder only .md or .txt files are read",)
    assert not library.failures


@pytest.mark.usefixtures("folder")
def test_many_names_are_cut_short() -> None:
    put(a__txt=TEXT, **{f"n{n}__pdf": b"" for n in range(9)})
    assert "n4.pdf and 4 more" in read(["."]).warnings[0]


@pytest.mark.parametrize("pattern", ["*.txt", "./*.txt", "[ab].txt", "?.txt", "**/*.txt"])
@pytest.mark.usefixtures("folder")
def test_globs(pattern: str) -> None:
    put(b__txt=OTHER, a__txt=TEXT, c__pdf=b"")
    assert paths(read([pattern])) == ["a.txt", "b.txt"]


def test_an_absolute_glob_and_a_name_that_looks_like_one(folder: Path) -> None:
    put(a__txt=TEXT)
    Path("b[1].txt").write_bytes(OTHER)
    assert paths(read([f"{folder}/a*.txt", "b[1].txt"])) == [f"{folder}/a.txt".replace("/", os.sep), "b[1].txt"]


@pytest.mark.usefixtures("folder")
def test_stdin() -> None:
    put(a__txt=TEXT)
    library = read(["-", "a.txt", "-"], io.BytesIO(OTHER))
    assert paths(library) == ["-", "a.txt"]
    assert library.warnings == ("-: given twice; counted once",)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n", "only white space"),
        ("a.txt", "\ufeff\n".encode(), "only white space"),
        ("a.txt", b"%PDF-1.7 binary", "a PDF file, not text"),
        ("a.txt", bytes(range(256)), "a binary file, not text (it has NUL bytes)"),
        ("a.txt", b"Discussions\nPost a Comment\n", "only page furniture, no sentence of an article"),
        ("a.pdf", b"Text.", ".pdf files are not read"),
        ("a.TXT.gz", b"Text.", ".gz files are not read"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_bad_file_among_good_ones(name: str, data: bytes, reason: str) -> None:
    put(good__txt=TEXT, last__txt=OTHER)
    Path(name).write_bytes(data)
    library = read(["good.txt", name, "last.txt"])
    assert paths(library) == ["good.txt", "last.txt"]
    assert [article.id for article in library.articles] == ["s1", "s2"]
    assert reasons(library) == [(name, reason)]
    assert all(failure.remedy and "\n" not in str(failure) for failure in library.failures)


@pytest.mark.parametrize(
    ("path", "where", "reason"),
    [
        ("missing.txt", "missing.txt", "no such file or folder"),
        ("*.txt", "*.txt", "nothing matches this pattern"),
        ("", "(empty path)", "no such file or folder"),
        ("a\x00b", "a\x00b", "no such file or folder"),
        ("x" * 5000, "x" * 5000, "no such file or folder"),
        (".", ".", "no file ending in .md or .txt in this folder"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_paths_that_stand_for_nothing(path: str, where: str, reason: str) -> None:
    library = read([path])
    assert reasons(library) == [(where, reason)]
    assert not library.articles


@pytest.mark.usefixtures("folder")
def test_a_failure_is_named_once() -> None:
    assert len(read(["missing.txt", "missing.txt"]).failures) == 1


@pytest.mark.parametrize("name", ["README", "A.TXT", "a.Md"])
@pytest.mark.usefixtures("folder")
def test_names_that_are_read(name: str) -> None:
    Path(name).write_bytes(TEXT)
    assert paths(read([name])) == [name]


@pytest.mark.usefixtures("folder")
def test_the_same_bytes_are_one_source() -> None:
    put(a__txt=TEXT, b__txt=TEXT, c__txt=OTHER)
    library = read(["a.txt", "a.txt", "b.txt", "c.txt"])
    assert [(article.id, article.path) for article in library.articles] == [("s1", "a.txt"), ("s2", "c.txt")]
    assert library.warnings == ("a.txt: given twice; counted once", "b.txt: the same bytes as a.txt; counted once")


@pytest.mark.usefixtures("folder")
def test_too_large() -> None:
    with Path("a.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: no disk is used, and it is refused before it is read
    assert reasons(read(["a.txt"])) == [("a.txt", "larger than 50 MB")]


def test_a_large_pipe_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 1000)
    stream = io.BytesIO(TEXT * 1000)
    assert reasons(read(["-"], stream))[0][0] == "-"
    assert stream.tell() == 1001


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.usefixtures("folder")
def test_only_regular_files() -> None:
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        library = read(["pipe.txt", "socket.txt", "/dev/null", "."])
    assert reasons(library)[:3] == [(p, "not a regular file") for p in ("pipe.txt", "socket.txt", "/dev/null")]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable for this user")
def test_permission_denied(folder: Path) -> None:
    put(a__txt=TEXT)
    (folder / "a.txt").chmod(0)
    (folder / "shut").mkdir(mode=0)
    assert reasons(read(["a.txt", "shut"])) == [("a.txt", "permission denied"), ("shut", "permission denied")]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
@pytest.mark.usefixtures("folder")
def test_a_name_that_is_not_utf8() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        Path(name).write_bytes(TEXT)
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    assert paths(read([name])) == paths(read(["."])) == [name]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links(folder: Path) -> None:
    put(a__txt=TEXT)
    (folder / "link.txt").symlink_to("a.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "gone.txt").symlink_to("missing.txt")
    library = read(["link.txt", "loop.txt", "gone.txt"])
    assert paths(library) == ["link.txt"]
    assert [failure.where for failure in library.failures] == ["loop.txt", "gone.txt"]
