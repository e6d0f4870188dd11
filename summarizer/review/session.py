"""One reviewer's sitting over one brief: every act is on disk before the screen shows it.

The brief is never written. Nothing is asked of a terminal here: the screens, `review --plain` and `review decide` all
speak to this, and so write the same log.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from summarizer.records import Brief, Citation, Verdict
from summarizer.review import naming, reporting
from summarizer.review.briefs import BriefFile
from summarizer.review.hashing import base_of
from summarizer.review.journal.events import as_data, verdict_as_data
from summarizer.review.journal.keeping import Draft, Keeping
from summarizer.review.nouns import Choice, Event, How, Item, Op, State

Said = tuple[str, Sequence[Citation]]


class Session:
    """Open with `Session.open`; close with `close()` or as a context manager. For one thread at a time.

    `state` is what this reviewer's events add up to; `others` that of each other reviewer by name. `read_only` says why
    nothing can be decided here ("held by pid 3270 on desk-4 since 13:50"), else it is empty. `unsaved` says why the log
    could not be written ("disk full"): what was decided since is kept in memory and written as soon as that works.
    `notices` are what a person should be told: a torn line that was set aside, a log that was changed.

    Each act gives whether it stands: False where the session is read-only, and nothing has changed then. What stands so
    already is True and no further event. An act about an id that is not there raises KeyError.
    """

    def __init__(self, brief: Brief, path: Path, keeping: Keeping) -> None:
        self.brief = brief
        self.path = path
        self._keeping = keeping
        self.state: State = keeping.mine.state()
        self.others: Mapping[str, State] = keeping.states()
        self._brief_file = BriefFile(brief, path)
        self.resumed = any(event.op != "seen" for event in keeping.mine.events)

    @classmethod
    def open(cls, brief: Brief, path: Path, reviewer: str, *, take_over: bool = False) -> "Session":
        """Reads the logs of all reviewers and takes the lock of this one's. Raises StoreError, UsageError."""
        return cls(brief, path, Keeping(brief, path, reviewer, take_over=take_over))

    @property
    def folder(self) -> Path:
        """BRIEF.review/"""
        return self._keeping.folder

    @property
    def reviewer(self) -> str:
        return self._keeping.reviewer

    @property
    def read_only(self) -> str:
        return self._keeping.read_only

    @property
    def unsaved(self) -> str:
        return self._keeping.unsaved

    @property
    def notices(self) -> tuple[str, ...]:
        return self._keeping.notices

    @property
    def saved_at(self) -> str:
        """ISO 8601 of the last event on disk; "" if there is none."""
        return self._keeping.saved_at

    @property
    def outdated(self) -> bool:
        """Whether the brief on the disk is another by now: what is decided here is about the old one."""
        return self._brief_file.outdated

    def decide(self, name: str, choice: Choice | None, reason: str = "") -> bool:
        """Accepts, rejects, flags or opens again (None) the sentence as it now stands."""
        item = self._item(name)
        if (item.choice, item.reason) == (choice, reason if choice else ""):
            return not self.read_only
        return self._act(("decide", name, item.base, {"choice": choice, "reason": reason}))

    def edit(self, name: str, text: str, citations: Sequence[Citation] | None = None) -> bool:
        """Other words, or other citations, or both; its decision is open again. None keeps the citations."""
        item = self._item(name)
        cited = item.citations if citations is None else tuple(citations)
        if (item.text, item.citations) == (text, cited):
            return not self.read_only
        return self._act(("edit", name, item.base, {"text": text, "citations": as_data(cited)}))

    def note(self, name: str, text: str) -> bool:
        """ "" takes the note away."""
        item = self._item(name)
        return not self.read_only if item.note == text else self._act(("note", name, item.base, {"text": text}))

    def add(self, name: str, text: str, citations: Sequence[Citation], after: str | None = None) -> bool:
        """A further sentence: "w2" restores a withheld one, "u4" or "s3.12" adds what was not covered, "" makes a new
        id "n…". It stands after `after` and what was added there before; at the end if that is None. False where it
        is under review already.
        """
        if self.state.item(name) is not None:
            return False
        if name and naming.kind(name) == "new":
            raise KeyError(name)
        if name:
            self._base(name)
        return self._act(self._added(name or self._new(0), text, citations, after))

    def resolve(
        self, name: str, how: How | None, value: str = "", reason: str = "", adding: Sequence[Said] | None = None
    ) -> bool:
        """One value is to "use", or "both" are reported, or it is "none", no disagreement; None takes that back.

        "both" adds, in the same act, a source's sentence for each position that no sentence gives: those of `adding`
        (texts and their citations, as `disputes.additions` finds them), else what the brief cites for the position.
        """
        disagreement = next((d for d in self.brief.disagreements if d.id == name), None)
        if disagreement is None:
            raise KeyError(name)
        base = self._base(name)
        was = self.state.resolutions.get(name)
        if (was and (was.how, was.value, was.reason)) == (how and (how, value, reason)):
            return not self.read_only
        drafts: list[Draft] = [("resolve", name, base, {"how": how, "value": value, "reason": reason})]
        if how == "both":
            after = next((s for s in reversed(disagreement.sentences) if self.state.item(s)), None)
            said = reporting.missing(disagreement, self.state) if adding is None else adding
            drafts += [self._added(self._new(n), text, cited, after) for n, (text, cited) in enumerate(said)]
        return self._act(*drafts)

    def ignore(self, name: str, ignored: bool = True, reason: str = "") -> bool:
        """Says that what was not covered ("u4", "s3.12") need not be, or takes that back."""
        if naming.kind(name) != "uncovered":
            raise KeyError(name)
        base = self._base(name)
        if self.state.ignored.get(name) == (reason if ignored else None):
            return not self.read_only
        return self._act(("ignore", name, base, {"ignored": ignored, "reason": reason}))

    def verified(self, name: str, base: str, verdict: Verdict, citations: Sequence[Citation] | None = None) -> bool:
        """Records the verdict on exactly the words of `base`; False, and nothing recorded, if they have changed since.

        `citations`: the evidence that was found anew for the same words, which then replaces the old (an edit in the
        same act as the edit that it belongs to, so that one undo takes both back). False too if these words were
        decided on meanwhile with the old evidence: that decision stands.
        """
        item = self._item(name)
        if item.base != base:
            return False
        cited = item.citations if citations is None else tuple(citations)
        if cited == item.citations:
            told = item.verdict == verdict
            return (
                not self.read_only if told else self._act(("verify", name, base, {"verdict": verdict_as_data(verdict)}))
            )
        if item.choice is not None:
            return False
        found: Draft = ("edit", name, base, {"text": item.text, "citations": as_data(cited)})
        checked: Draft = ("verify", name, base_of(item.text, cited), {"verdict": verdict_as_data(verdict)})
        made_by = self._keeping.mine.core.words[name].act
        return self._act(found, checked, act=made_by if self._keeping.mine.is_done(made_by) else 0)

    def saw(self, name: str, source: str) -> None:
        """The evidence from `source` was on the screen; recorded once, and on the disk with the next act."""
        item = self._item(name)
        if source not in item.seen:
            self._act(("seen", name, item.base, {"source": source}), durable=False)

    def exported(self, path: str, form: str) -> None:
        """What was decided so far was written to `path`."""
        self._act(("export", "", "", {"path": path, "format": form}))

    def undo(self) -> str | None:
        """Takes back the last act; gives the id that it was about, or None where there is nothing to undo."""
        return self._turn("undo", self._keeping.mine.last_done())

    def redo(self) -> str | None:
        """Does the act again that was taken back last."""
        return self._turn("redo", self._keeping.mine.last_undone())

    def history(self, name: str) -> tuple[Event, ...]:
        """Every event about `name`, of all reviewers, by time."""
        events = [event for folding in self._keeping.foldings() for event in folding.about(name)]
        return tuple(sorted(events, key=lambda event: event.at))

    def poll(self) -> bool:
        """Reads what other reviewers have written since; whether anything has changed. Retries what is unsaved."""
        changed = self._keeping.poll()
        if changed:
            self.state, self.others = self._keeping.mine.state(), self._keeping.states()
        return self._brief_file.looked() or changed

    def save_elsewhere(self, path: Path) -> None:
        """Writes the whole log, and what could not be saved, to a new file. Raises StoreError."""
        self._keeping.save_elsewhere(path)

    def close(self) -> None:
        """Tries once more what is unsaved, and frees the log for another window."""
        self._keeping.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _item(self, name: str) -> Item:
        return self._keeping.mine.item(name)

    def _base(self, name: str) -> str:
        base = self._keeping.mine.names.base(name)
        if base is None:
            raise KeyError(name)
        return base

    def _new(self, further: int) -> str:
        number = self._keeping.mine.new + 1 + further
        return f"n{number}"

    def _added(self, name: str, text: str, citations: Sequence[Citation], after: str | None) -> Draft:
        base = self._keeping.mine.names.base(name) or base_of(text, citations)
        return "add", name, base, {"text": text, "citations": as_data(citations), "after": after}

    def _turn(self, op: Op, act: Any) -> str | None:
        if act is None or self.read_only:
            return None
        item = self.state.item(act.target)
        self._act((op, act.target, item.base if item else "", {"act": act.number}))
        target: str = act.target
        return target

    def _act(self, *drafts: Draft, act: int = 0, durable: bool = True) -> bool:
        if not self._keeping.write(drafts, act=act, durable=durable):
            return False
        self.state = self._keeping.mine.state()
        return True
