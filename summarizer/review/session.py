"""One reviewer's sitting over one brief: every act is on disk before the screen shows it.

The brief is never written. Nothing is asked of a terminal here: the screens, `review --plain` and `review decide` all
speak to this, and so write the same log.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from summarizer.records import Brief, Citation, Verdict
from summarizer.review.nouns import Choice, Event, How, State


class Session:
    """Open with `Session.open`; close with `close()` or as a context manager.

    `state` is what this reviewer's events add up to; `others` that of each other reviewer by name. `read_only` says why
    nothing can be decided here ("held by pid 3270 on desk-4 since 13:50"), else it is empty. `unsaved` says why the log
    could not be written ("disk full"): what was decided since is kept in memory and written as soon as that works.
    `notices` are what a person should be told at the start: a torn line that was set aside, a log that was changed.
    """

    brief: Brief
    path: Path
    folder: Path  # BRIEF.review/
    reviewer: str
    state: State
    others: Mapping[str, State]
    read_only: str
    unsaved: str
    notices: tuple[str, ...]
    saved_at: str  # ISO 8601 of the last event on disk; "" if there is none
    resumed: bool  # whether there were decisions before this sitting

    @classmethod
    def open(cls, brief: Brief, path: Path, reviewer: str, *, take_over: bool = False) -> "Session":
        """Reads the logs of all reviewers and takes the lock of this one's. Raises StoreError, UsageError."""
        raise NotImplementedError

    def decide(self, name: str, choice: Choice | None, reason: str = "") -> bool:
        """Accepts, rejects, flags or opens again the sentence as it now stands. Each act here gives whether it was
        recorded: False where the session is read-only, and nothing has changed then. Raises KeyError: no such id."""
        raise NotImplementedError

    def edit(self, name: str, text: str, citations: Sequence[Citation] | None = None) -> bool:
        """Other words, or other citations, or both; its decision is open again. None keeps the citations."""
        raise NotImplementedError

    def note(self, name: str, text: str) -> bool: ...

    def add(self, name: str, text: str, citations: Sequence[Citation], after: str | None = None) -> bool:
        """A further sentence: "w2" restores a withheld one, "u4" adds what was not covered; "" makes a new id "n…"."""
        raise NotImplementedError

    def resolve(self, name: str, how: How | None, value: str = "", reason: str = "") -> bool: ...

    def ignore(self, name: str, ignored: bool = True, reason: str = "") -> bool: ...

    def verified(self, name: str, base: str, verdict: Verdict, citations: Sequence[Citation] | None = None) -> bool:
        """Records the verdict on exactly the words of `base`; False, and nothing recorded, if they have changed since.

        `citations`: the evidence that was found anew for the same words, which then replaces the old (an edit in the
        same act as the edit that it belongs to, so that one undo takes both back).
        """
        raise NotImplementedError

    def saw(self, name: str, source: str) -> None:
        """The evidence from `source` was on the screen; recorded once."""

    def exported(self, path: str, form: str) -> None: ...

    def undo(self) -> str | None:
        """Takes back the last act; gives the id that it was about, or None where there is nothing to undo."""
        raise NotImplementedError

    def redo(self) -> str | None: ...

    def history(self, name: str) -> tuple[Event, ...]:
        """Every event about `name`, of all reviewers, by time."""
        raise NotImplementedError

    def poll(self) -> bool:
        """Reads what other reviewers have written since; whether anything has changed. Retries what is unsaved."""
        raise NotImplementedError

    def close(self) -> None: ...
