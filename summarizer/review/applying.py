"""What one undoable event does to the sentences under review, and what it takes to have it not done.

Everything is kept in flat tables, and every change goes through one function that notes what stood there before: so no
event can do what cannot be taken back.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from summarizer.records import Brief, Citation
from summarizer.review import naming
from summarizer.review.hashing import base_of
from summarizer.review.journal.events import citations_in
from summarizer.review.nouns import Choice, Event, Kind, Resolution

Entry = tuple[MutableMapping[Any, Any], Any, Any]  # a table, a key, and what stood there
Done = tuple[str, list[Entry]] | None  # the id that the event was about in this brief, or None: it fits nothing
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence as it stands. `act` is the one that made these words; 0 where they are the brief's own."""

    text: str
    citations: tuple[Citation, ...]
    base: str
    kind: Kind
    act: int = 0


class Core:
    """The tables. `changed` gathers the ids of which anything has changed, for whoever shows them to empty."""

    def __init__(self, brief: Brief, names: naming.Names) -> None:
        self.changed: set[str] = set()
        self._names = names
        ids = naming.distinct([sentence.id for sentence in brief.sentences])
        self._own = {
            name: Words(s.text, s.citations, base_of(s.text, s.citations), "brief")
            for name, s in zip(ids, brief.sentences, strict=True)
        }
        self.clear()

    def clear(self) -> None:
        """As the brief has it."""
        self.words: dict[str, Words] = dict(self._own)
        self.at_base: dict[str, tuple[str, ...]] = {}
        for name, words in self._own.items():
            self.at_base[words.base] = (*self.at_base.get(words.base, ()), name)
        self.decisions: dict[tuple[str, str], tuple[Choice | None, str, str]] = {}
        self.notes: dict[str, str] = {}
        self.alias: dict[str, str] = {}  # what the log calls it -> what it is called in this brief
        self.added: dict[str, str | None] = {}  # id -> the one that it stands after; in the order of time
        self.resolutions: dict[str, Resolution] = {}
        self.ignored: dict[str, str] = {}
        self.changed.update(self.words)
        self._order: tuple[str, ...] | None = None
        self._entries: list[Entry] = []

    def apply(self, event: Event) -> Done:
        """Does what `event` says: what it was about and what to give to `restore`, or None if it fits nothing."""
        self._entries = []
        match event.op:
            case "decide":
                target = self._decide(event)
            case "edit":
                target = self._edit(event)
            case "note":
                target = self._note(event)
            case "add":
                target = self._add(event)
            case "resolve":
                target = self._resolve(event)
            case "ignore":
                target = self._ignore(event)
            case _:
                target = None
        if target is None:
            return None
        return target, self._entries

    def restore(self, entries: list[Entry]) -> None:
        """Takes back what the last `apply` that is not taken back did."""
        for table, key, before in reversed(entries):
            self._put(table, key, before)

    def order(self) -> tuple[str, ...]:
        """All ids: the brief's in its order, each added one after the one it belongs to, those of one place by time."""
        if self._order is None:
            after: dict[str | None, list[str]] = {}
            for name, place in self.added.items():
                after.setdefault(place, []).append(name)
            waiting = [*reversed(after.get(None, [])), *reversed(self._own)]
            order = []
            while waiting:
                name = waiting.pop()
                order.append(name)
                waiting.extend(reversed(after.get(name, [])))
            self._order = tuple(order)
        return self._order

    def base_in(self, event: Event) -> str:
        """The base of the words that an "edit" or "add" brings."""
        return base_of(event.data["text"], citations_in(event.data["citations"]))

    def _set(self, table: MutableMapping[Any, Any], key: Any, value: Any) -> None:
        self._entries.append((table, key, table.get(key, _NOTHING)))
        self._put(table, key, value)

    def _put(self, table: MutableMapping[Any, Any], key: Any, value: Any) -> None:
        if value is _NOTHING:
            table.pop(key, None)
        else:
            table[key] = value
        if table is self.added:
            self._order = None
        self.changed.add(key[0] if isinstance(key, tuple) else key)

    def _find(self, event: Event) -> str | None:
        """The sentence that has exactly the words and citations of `event.base`: of that id if it has, else any."""
        about, base = event.about, event.base
        for name in (about, self.alias.get(about)):
            if name is not None and name in self.words and self.words[name].base == base:
                return name
        here = self.at_base.get(base, ())
        if not here:
            return None
        taken = set(self.alias.values())
        name = next((name for name in here if name not in taken), here[0])
        self._set(self.alias, about, name)
        return name

    def _put_words(self, name: str, words: Words) -> None:
        before = self.words.get(name)
        if before is not None:
            rest = tuple(other for other in self.at_base.get(before.base, ()) if other != name)
            self._set(self.at_base, before.base, rest)
        self._set(self.at_base, words.base, (*self.at_base.get(words.base, ()), name))
        self._set(self.words, name, words)

    def _cited(self, event: Event) -> tuple[Citation, ...] | None:
        """The citations that `event` brings; None where one is of a source that the brief does not have."""
        citations = citations_in(event.data["citations"])
        return citations if all(citation.source in self._names.sources for citation in citations) else None

    def _decide(self, event: Event) -> str | None:
        name = self._find(event)
        if name is not None:
            decision = (event.data["choice"], event.data["reason"], event.at)
            self._set(self.decisions, (name, event.base), decision)
        return name

    def _edit(self, event: Event) -> str | None:
        citations = self._cited(event)
        name = self._find(event) if citations is not None else None
        if name is None or citations is None:
            return None
        text = event.data["text"]
        words = Words(text, citations, base_of(text, citations), self.words[name].kind, event.act)
        self._put_words(name, words)
        return name

    def _note(self, event: Event) -> str | None:
        name = self._find(event)
        if name is not None:
            self._set(self.notes, name, event.data["text"])
        return name

    def _add(self, event: Event) -> str | None:
        citations = self._cited(event)
        if citations is None:
            return None
        here = self._names.locate(event.about, event.base)
        name = here or event.about
        if here is None:
            while name in self._own or self._names.base(name) is not None:
                name += "'"  # its old name is another's in this brief
        if name in self.words or not name:
            return None
        if name != event.about:
            self._set(self.alias, event.about, name)
        text = event.data["text"]
        self._put_words(name, Words(text, citations, base_of(text, citations), naming.kind(event.about), event.act))
        after = self.alias.get(event.data["after"], event.data["after"])
        self._set(self.added, name, after if after in self.words and after != name else None)
        return name

    def _resolve(self, event: Event) -> str | None:
        name = self._names.locate(event.about, event.base)
        if name is not None:
            data = event.data
            made = Resolution(how=data["how"], value=data["value"], reason=data["reason"], at=event.at)
            self._set(self.resolutions, name, made if data["how"] else _NOTHING)
        return name

    def _ignore(self, event: Event) -> str | None:
        name = self._names.locate(event.about, event.base)
        if name is not None:
            self._set(self.ignored, name, event.data["reason"] if event.data["ignored"] else _NOTHING)
        return name
