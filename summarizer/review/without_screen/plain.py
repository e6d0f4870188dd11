"""The review line by line: one sentence at a time in words, one letter and Enter for each decision.

For screen readers, pipes and terminals that cannot place text. It writes whole lines and nothing that moves a cursor,
and it reads lines, so that a file of them does what a person would. Enter alone decides nothing.
"""

from collections.abc import Callable, Mapping
from typing import TextIO

from summarizer.errors import Exit, UsageError
from summarizer.output.safe import line
from summarizer.review.evidence.desk import Desk
from summarizer.review.evidence.examining import Examiner
from summarizer.review.nouns import Choice, Item
from summarizer.review.session import Session
from summarizer.review.without_screen import telling
from summarizer.review.without_screen.deciding import check, decide

HELP = (
    "a accept; x reject; f flag. The reason may follow the letter: x the ministry denied it.",
    "e edit the words; c choose other evidence by number; d say what a disagreement comes to; n note; o open again.",
    "u undo; r redo; s skip; b back to the sentence before; h say this one again; q quit, all is kept; ? this help.",
)
DIFFER = "Number of the value to use, or both, or none and a reason, or open. An empty line leaves it as it is:"
PROMPT = "Letter and Enter (? for help):"


class _Ended(Exception):
    """The input has ended, or the reviewer quits."""


def run(session: Session, desk: Desk, examiner: Examiner, stdin: TextIO, stdout: TextIO) -> int:
    """Goes through the sentences from the first open one. Whole when all are decided, marked while some are open."""
    plain = _Plain(session, desk, examiner, stdin, stdout)
    try:
        plain.go()
    except _Ended:
        pass
    except KeyboardInterrupt:
        plain.say("Interrupted; every decision is kept.")
        plain.end()
        return Exit.INTERRUPTED
    plain.end()
    return Exit.MARKED if session.state.open or session.unsaved else Exit.WHOLE


class _Plain:
    def __init__(self, session: Session, desk: Desk, examiner: Examiner, stdin: TextIO, stdout: TextIO) -> None:
        self._session, self._desk, self._examiner = session, desk, examiner
        self._in, self._out = stdin, stdout
        self._at = ""  # id of the sentence that is being reviewed
        self._acts: Mapping[str, Callable[[str], None]] = {
            **{"a": self._accept, "x": self._choose("rejected"), "f": self._choose("flagged")},
            **{"e": self._edit, "c": self._cite, "d": self._differ, "n": self._note, "o": self._choose(None)},
            "u": lambda _: self._moved(session.undo(), "undone", "Nothing to undo."),
            "r": lambda _: self._moved(session.redo(), "done again", "Nothing to do again."),
            **{"s": lambda _: self._next(), "b": self._back, "h": lambda _: self._show(self._item.id)},
            **{"q": self._quit, "?": self._help},
        }

    def say(self, text: str) -> None:
        self._out.write(f"{line(text)}\n")
        self._out.flush()

    def go(self) -> None:
        """Reads and does, until all is done or the input ends."""
        self._welcome()
        items = self._session.state.items
        if not items:
            self.say("This brief has no sentence.")
            return
        self._show((self._session.state.open or items)[0].id)
        while self._at:
            self._do(self._ask(PROMPT))

    def end(self) -> None:
        state = self._session.state
        self.say(f"{telling.counts(state)}.")
        if state.open:
            self.say(f"Open: {', '.join(item.id for item in state.open)}. The same command goes on there.")
        if beside := telling.beside(self._session.brief, state):
            self.say(f"{beside}. For these: summarizer review decide ID use|both|none|add|ignore.")
        if self._session.unsaved:
            self.say(f"NOT SAVED: {self._session.unsaved}.")

    def _welcome(self) -> None:
        session = self._session
        self.say(f"Review of: {session.brief.title or session.path.name}")
        self.say(f"Reviewer: {session.reviewer}")
        for notice in session.notices:
            self.say(notice)
        if session.read_only:
            self.say(f"Nothing can be decided here: {session.read_only}.")
        self.say(f"{telling.counts(session.state)}.{' Going on with the first open one.' if session.resumed else ''}")
        self._help("")

    def _do(self, given: str) -> None:
        """`given` is a letter, and after a space what belongs to it."""
        letter, _, rest = given.partition(" ")
        act = self._acts.get(letter.lower())
        if not letter:
            return
        if act is None:
            self.say(f"{letter}: not understood, nothing was done. ? says what there is.")
        else:
            act(rest.strip())

    def _ask(self, question: str) -> str:
        """The next line; raises _Ended where there is none."""
        self.say(question)
        given = self._in.readline()
        if not given:
            raise _Ended
        return given.strip()

    @property
    def _item(self) -> Item:
        found = self._session.state.item(self._at)
        if found is None:  # it was added, and that was undone
            found = self._session.state.items[0]
            self._at = found.id
        return found

    def _show(self, name: str) -> None:
        """Says a sentence whole. All of its evidence has then been before the reviewer."""
        self._at = name
        session = self._session
        session.poll()
        item = self._item
        if not session.read_only:
            item = check(session, self._examiner, item.id)
        place = [each.id for each in session.state.items].index(item.id) + 1
        self.say("")
        self.say(f"Sentence {place} of {len(session.state.items)}, {item.id}.")
        for told in telling.sentence(session.brief, self._desk, item, session.others):
            self.say(told)
        for source in dict.fromkeys(c.source for c in item.citations):
            session.saw(item.id, source)

    def _next(self) -> None:
        """The sentence after this one; after the last, the first that is open; where none is, the end."""
        ids = [item.id for item in self._session.state.items]
        place = ids.index(self._item.id) + 1
        if place < len(ids):
            self._show(ids[place])
        elif still := self._session.state.open:
            self.say("That was the last. Going back to the first open one.")
            self._show(still[0].id)
        else:
            self._at = ""

    def _did(self, done: bool, words: str) -> bool:
        """Says what was done, or why nothing was."""
        self.say(words if done else f"Not recorded: {self._session.read_only}.")
        if self._session.unsaved:
            self.say(f"NOT SAVED: {self._session.unsaved}.")
        return done

    def _accept(self, reason: str) -> None:
        if not reason and (not self._item.supported or self._desk.missing(self._item.citations)):
            reason = self._ask("The sources do not bear this out. Why accept it? An empty line accepts nothing:")
            if not reason:
                self.say("Not accepted.")
                return
        if self._did(self._session.decide(self._at, "accepted", reason), "Accepted."):
            self._next()

    def _choose(self, choice: Choice | None) -> Callable[[str], None]:
        def choose(reason: str) -> None:
            words = f"{choice.capitalize()}." if choice else "Open again."
            if self._did(self._session.decide(self._item.id, choice, reason), words) and choice:
                self._next()

        return choose

    def _edit(self, text: str) -> None:
        text = text or self._ask("New words, in one line. An empty line keeps the old:")
        if not text or text == self._item.text:
            self.say("Nothing was changed.")
        elif self._did(self._session.edit(self._item.id, text), "Changed. Checking it."):
            self._show(check(self._session, self._examiner, self._at, anew=True).id)

    def _cite(self, _: str) -> None:
        item = self._item
        found = self._examiner.candidates(item.text, cited=item.citations)
        for number, candidate in enumerate(found, 1):
            self.say(telling.candidate(number, candidate, self._desk))
        given = self._ask("Numbers to cite, with spaces between. An empty line keeps what it cites:")
        numbers = [int(word) for word in given.split() if word.isascii() and word.isdigit()]
        if len(numbers) != len(given.split()) or not all(0 < n <= len(found) for n in numbers):
            self.say("Not understood, nothing was changed.")
            return
        chosen = tuple(found[n - 1].citation for n in dict.fromkeys(numbers))
        if not chosen or chosen == item.citations:
            self.say("Nothing was changed.")
        elif self._did(self._session.edit(item.id, item.text, chosen), "Changed. Checking it."):
            self._show(item.id)

    def _differ(self, _: str) -> None:
        """Asks of each disagreement that touches this sentence."""
        touching = [d for d in self._session.brief.disagreements if self._item.id in d.sentences and d.kind != "scope"]
        for found in touching:
            self.say(telling.disagreement(found))
            values = dict(enumerate(dict.fromkeys(p.value for p in found.positions), 1))
            self.say("; ".join(f"{number}: use {value}" for number, value in values.items()))
            word, _, reason = self._ask(DIFFER).partition(" ")
            value = values.get(int(word), "") if word.isascii() and word.isdigit() else ""
            try:
                if word:
                    decide(self._session, found.id, "use" if value else word, reason.strip(), value)
                self.say(f"{found.id}: {telling.resolved(self._session.state.resolutions.get(found.id))}.")
            except UsageError as error:
                self.say(f"Nothing was changed. {error}")
        if not touching:
            self.say("No disagreement touches this sentence.")

    def _note(self, text: str) -> None:
        text = text or self._ask("Note, in one line. A single - takes it away, an empty line keeps it:")
        if text:
            self._did(self._session.note(self._item.id, "" if text == "-" else text), "Noted.")

    def _moved(self, name: str | None, words: str, nothing: str) -> None:
        if name is None:
            self.say(nothing)
            return
        self.say(f"The last act on {name or 'the whole'} is {words}.")
        self._show(name if self._session.state.item(name) else self._item.id)

    def _back(self, _: str) -> None:
        ids = [item.id for item in self._session.state.items]
        self._show(ids[max(0, ids.index(self._item.id) - 1)])

    def _quit(self, _: str) -> None:
        raise _Ended

    def _help(self, _: str) -> None:
        for row in HELP:
            self.say(row)
