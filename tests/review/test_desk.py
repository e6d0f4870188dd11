"""The desk: every source as it is on disk now, or the reason why it can vouch for nothing."""

import hashlib
import os
import threading
from pathlib import Path

import pytest
from sample import TEXTS, laid

from summarizer.articles.nouns import Article, Sentence
from summarizer.articles.sentences import split
from summarizer.records import Brief, Source
from summarizer.review.evidence import desk as desks
from summarizer.review.evidence.desk import Desk


def test_a_page_is_the_decoded_text(tmp_path: Path) -> None:
    desk = Desk(laid(tmp_path), tmp_path)
    page = desk.page("s1")
    assert (page.text, page.trouble, page.path) == (TEXTS["s1"], "", tmp_path / "s1.txt")
    assert desk.page("s1") is page
    assert desk.texts() == TEXTS
    assert desk.lost == {}


def test_an_unknown_id_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        Desk(laid(tmp_path), tmp_path).page("s9")


@pytest.mark.parametrize(("change", "trouble"), [("gone", "not found"), ("changed", "has changed since the brief")])
def test_what_is_gone_or_changed_has_no_text(tmp_path: Path, change: str, trouble: str) -> None:
    brief = laid(tmp_path)
    if change == "gone":
        (tmp_path / "s2.txt").unlink()
    else:
        (tmp_path / "s2.txt").write_text(TEXTS["s2"].replace("twelve", "thirteen"))
    desk = Desk(brief, tmp_path)
    assert desk.page("s2").text == ""
    assert desk.page("s2").trouble.startswith(trouble)
    assert set(desk.texts()) == {"s1", "s3"}
    assert desk.lost == {"s2": desk.page("s2").trouble}


def test_a_moved_source_is_found_below_the_root_by_its_hash(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    moved = tmp_path / "root" / "deep" / "other-name.txt"
    moved.parent.mkdir(parents=True)
    (tmp_path / "s2.txt").rename(moved)
    desk = Desk(brief, tmp_path / "nowhere", tmp_path / "root")
    assert desk.page("s2").path == moved
    assert desk.reload() == ()
    moved.write_text("Something else.")
    assert desk.reload() == ("s2",)
    assert desk.page("s2").trouble.startswith("not found")


def test_a_change_on_disk_is_seen_and_so_is_its_end(tmp_path: Path) -> None:
    desk = Desk(laid(tmp_path), tmp_path)
    before = desk.page("s1")
    desk.page("s2")
    assert desk.reload() == ()
    (tmp_path / "s1.txt").write_text("Something else altogether.")
    assert desk.reload() == ("s1",)
    assert desk.page("s1").trouble.startswith("has changed")
    assert desk.reload() == ()
    (tmp_path / "s1.txt").unlink()
    assert desk.reload() == ("s1",)
    assert desk.page("s1").trouble.startswith("not found")
    (tmp_path / "s1.txt").write_bytes(TEXTS["s1"].encode())
    assert desk.reload() == ("s1",)
    assert desk.page("s1").text == before.text


def test_a_file_that_was_only_touched_is_the_same_page(tmp_path: Path) -> None:
    desk = Desk(laid(tmp_path), tmp_path)
    page = desk.page("s1")
    os.utime(tmp_path / "s1.txt", ns=(1, 1))
    assert desk.reload() == ()
    assert desk.page("s1") is page


def test_a_source_that_moves_while_open_is_still_there(tmp_path: Path) -> None:
    brief = laid(tmp_path)
    desk = Desk(brief, tmp_path, tmp_path)
    desk.page("s1")
    (tmp_path / "kept").mkdir()
    (tmp_path / "s1.txt").rename(tmp_path / "kept" / "s1.txt")
    assert desk.reload() == ()
    assert desk.page("s1").text == TEXTS["s1"]


def test_nothing_is_cut_into_sentences_before_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def counted(article: Article) -> tuple[Sentence, ...]:
        calls.append(article.id)
        return split(article)

    monkeypatch.setattr("summarizer.articles.sentences.split", counted)
    desk = Desk(laid(tmp_path), tmp_path)
    desk.texts()
    assert calls == []
    threads = [threading.Thread(target=lambda: desk.page("s1").sentences) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert calls == ["s1"]
    assert [s.id for s in desk.page("s1").sentences][:2] == ["s1.1", "s1.2"]


def test_a_giant_is_not_cut_into_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "GIANT", 100)
    desk = Desk(laid(tmp_path), tmp_path)
    assert desk.page("s1").giant
    assert desk.page("s1").sentences == ()
    assert not desk.page("s3").giant


def test_what_hides_is_told(tmp_path: Path) -> None:
    desk = Desk(laid(tmp_path, {**TEXTS, "s3": "Nobody \x1b[31mwas\u202e here.\n"}), tmp_path)
    assert desk.page("s3").hidden == {"direction marks": 1, "escape codes": 1}
    assert desk.page("s1").hidden == {}


def test_reading_stops_when_cancelled(tmp_path: Path) -> None:
    assert Desk(laid(tmp_path), tmp_path).texts(lambda: True) == {}


def test_a_file_of_the_same_name_elsewhere_hides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brief = laid(tmp_path)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    Path("s1.txt").write_text("Another article.")
    assert Desk(brief, tmp_path).page("s1").text == TEXTS["s1"]
    Path("s1.txt").write_bytes(TEXTS["s1"].encode())
    assert Desk(brief, tmp_path).page("s1").path == Path("s1.txt")


@pytest.mark.parametrize("encoding", ["no-such", "", "x\0", "x\udc80", "[red]x[/]"])
def test_an_encoding_that_there_is_none_of_is_said(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_text("One.", "utf-8")
    source = Source(id="s1", path="a.txt", sha256=hashlib.sha256(b"One.").hexdigest(), encoding=encoding)
    page = Desk(Brief(sources=(source,), sentences=()), tmp_path).page("s1")
    assert page.text == ""
    assert page.trouble.startswith("cannot be decoded as")
