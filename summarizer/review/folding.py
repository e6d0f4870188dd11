"""What a log adds up to. Pure: events in, a state out; the same for one event more as for all of them anew.

Each act is kept with what it replaced, so that taking the last one back is as quick as doing it. Wherever that would
not be the same as folding all that stands anew (acts that are entwined, events for words that the brief no longer
has), it is folded anew. Nothing raises here: an event that fits nothing has no effect and is told as a stray.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.records import UNCHECKED, Brief, Verdict
from summarizer.review import naming
from summarizer.review.applying import Core, Entry
from summarizer.review.hashing import base_of
from summarizer.review.journal.events import verdict_in
from summarizer.review.nouns import UNDOABLE, Event, Item, State, sound


def fold(brief: Brief, events: Iterable[Event]) -> State:
    """The state of `brief` after `events`, in the order of their log."""
    folding = Folding(brief)
    folding.extend(events)
    return folding.state()


@dataclass(slots=True, eq=False)
class _Act:
    """What one undo takes back. `target` is the id that it was about, in this brief; "" where it had no effect."""

    number: int
    events: list[tuple[int, Event]] = field(default_factory=list)  # with their places in the log
    target: str = ""


@dataclass(slots=True)
class _Applied:
    place: int
    event: Event
    replaced: list[Entry] | None  # None: a stray


class Folding:
    """A log as it grows: `extend` by what was read, `add` each further event, ask for `state` to show it."""

    def __init__(self, brief: Brief) -> None:
        self.names = naming.Names(brief)
        self.core = Core(brief, self.names)
        self.events: list[Event] = []
        self.new = 0  # the highest n of an id "n…" that was ever given
        self._originals = dict(zip(naming.distinct([s.id for s in brief.sentences]), brief.sentences, strict=True))
        self._verdicts: dict[str, Verdict] = {}
        self._seen: dict[str, frozenset[str]] = {}
        self._done: list[_Act] = []
        self._undone: list[_Act] = []
        self._gone: set[int] = set()  # numbers of acts that were taken back before something else was done
        self._applied: list[_Applied] = []
        self._strays: list[Event] = []
        self._items: dict[str, Item] = {}
        self._many = False  # whether more events follow at once, so that none need be applied yet

    def extend(self, events: Iterable[Event]) -> None:
        """Adds many: first it is seen which of them stand, and only those are applied, once."""
        self._many = True
        for event in events:
            self.add(event)
        self._many = False
        self._anew()

    def add(self, event: Event) -> None:
        place = len(self.events)
        self.events.append(event)
        if event.op in UNDOABLE:
            self._do(place, event)
        elif event.op == "undo":
            self._take_back(event.data["act"])
        elif event.op == "redo":
            self._do_again(event.data["act"])
        elif event.op == "verify":
            self._verdicts[event.base] = verdict_in(event.data["verdict"])
            self.core.changed.update(self.core.at_base.get(event.base, ()))
        elif event.op == "seen":
            self._seen[event.base] = self._seen.get(event.base, frozenset()) | {event.data["source"]}
            self.core.changed.update(self.core.at_base.get(event.base, ()))
        if event.about[:1] == "n" and event.about[1:].isdecimal() and len(event.about) < 12:
            self.new = max(self.new, int(event.about[1:]))

    def state(self) -> State:
        order = self.core.order()
        undo, redo = self.last_done(), self.last_undone()
        return State(
            items=tuple(self.item(name) for name in order),
            resolutions=dict(self.core.resolutions),
            ignored=dict(self.core.ignored),
            strays=tuple(self._strays),
            undo=undo.number if undo else None,
            redo=redo.number if redo else None,
        )

    def item(self, name: str) -> Item:
        """The sentence as it stands. Raises KeyError: there is none of that id."""
        for stale in self.core.changed:
            self._items.pop(stale, None)
        self.core.changed.clear()
        if name not in self._items:
            self._items[name] = self._made(name)
        return self._items[name]

    def last_done(self) -> _Act | None:
        """What undo takes back. Acts without effect on this brief are passed over: nothing would be seen to happen."""
        return next((act for act in reversed(self._done) if act.target), None)

    def last_undone(self) -> _Act | None:
        return self._undone[-1] if self._undone else None

    def is_done(self, number: int) -> bool:
        return any(act.number == number for act in reversed(self._done))

    def about(self, name: str) -> list[Event]:
        """Every event about what `name` is now, undone ones too, in the order of the log."""
        original = self._originals.get(name)
        bases = {self.names.base(name), base_of(original.text, original.citations) if original else None}
        acts: set[int] = set()
        found = []
        for event in self.events:
            if self.core.alias.get(event.about, event.about) != name:
                continue
            if event.op == "add" and original is None:
                bases.add(event.base)
            if event.base in bases or event.data.get("act") in acts:
                found.append(event)
                acts.add(event.act)
                if event.op in ("edit", "add"):
                    bases.add(self.core.base_in(event))
        return found

    def _made(self, name: str) -> Item:
        words = self.core.words[name]
        choice, reason, at = self.core.decisions.get((name, words.base), (None, "", ""))
        original = self._originals.get(name)
        verdict = self._verdicts.get(words.base)
        if original and (original.text, original.citations) == (words.text, words.citations):
            verdict = _worse(original.verdict, verdict)
        return Item(
            id=name,
            kind="brief" if original else words.kind,
            text=words.text,
            citations=words.citations,
            original=original,
            verdict=verdict,
            choice=choice,
            reason=reason if choice else "",
            at=at if choice else "",
            note=self.core.notes.get(name, ""),
            seen=self._seen.get(words.base, frozenset()),
        )

    def _do(self, place: int, event: Event) -> None:
        act = None
        if event.act != event.seq:  # a late part of an act, or a further line of one
            act = _numbered(self._done, event.act) or _numbered(self._undone, event.act)
            if act is None and event.act in self._gone:
                return
        if act is None:
            act = _Act(event.act)
            self._done.append(act)
            self._gone.update(undone.number for undone in self._undone)
            self._undone.clear()
        act.events.append((place, event))
        if act not in self._undone:
            self._apply(place, event, act)

    def _apply(self, place: int, event: Event, act: _Act) -> None:
        if self._many:
            return
        done = self.core.apply(event)
        if done is None:
            self._strays.append(event)
            self._applied.append(_Applied(place, event, None))
            return
        act.target = act.target or done[0]
        self._applied.append(_Applied(place, event, done[1]))

    def _take_back(self, number: int) -> None:
        act = _numbered(self._done, number)
        if act is None:
            return
        if act is self._done[-1]:
            self._done.pop()
        else:
            self._done.remove(act)
        self._undone.append(act)
        if self._many:
            return
        parts = len(act.events)
        if [a.place for a in self._applied[-parts:]] != [place for place, _ in act.events]:
            self._anew()
            return
        for _ in range(parts):
            applied = self._applied.pop()
            if applied.replaced is None:
                self._strays.pop()
            else:
                self.core.restore(applied.replaced)

    def _do_again(self, number: int) -> None:
        act = _numbered(self._undone, number)
        if act is None:
            return
        self._undone.remove(act)
        self._done.append(act)
        later = len(self._done) > 1 and act.events[0][0] < self._done[-2].events[0][0]
        if later:
            self._done.sort(key=lambda done: done.events[0][0])
        if later or (self._applied and act.events[0][0] < self._applied[-1].place):
            self._anew()
            return
        act.target = ""
        for place, event in act.events:
            self._apply(place, event, act)

    def _anew(self) -> None:
        """All that stands, from the brief on, in the order of the log."""
        if self._many:
            return
        self._items.clear()
        self.core.clear()
        self._applied.clear()
        self._strays.clear()
        for act in self._done:
            act.target = ""
        standing = [(place, event, act) for act in self._done for place, event in act.events]
        for place, event, act in sorted(standing, key=lambda part: part[0]):
            self._apply(place, event, act)


def _worse(own: Verdict, checked: Verdict | None) -> Verdict:
    """The brief's own verdict stands, unless nobody ever checked that sentence. But what it says is borne out, and a
    check since then did not find so, is not: a brief may say anything of itself."""
    if checked is None:
        return own
    return checked if own == UNCHECKED or (sound(own) and not sound(checked)) else own


def _numbered(acts: list[_Act], number: int) -> _Act | None:
    """The last of `acts` with that number: only a log that two programs wrote at once has two."""
    return next((act for act in reversed(acts) if act.number == number), None)
