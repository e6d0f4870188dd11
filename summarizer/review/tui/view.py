"""What every view of the review is: a container that shows the session's state, and acts through the app.

A view never keeps a state of its own that a person decided: after each act the app calls `show_state`, and the view
shows what the session then says.
"""

from typing import TYPE_CHECKING, cast

from textual.containers import Container

from summarizer.review.session import Session

if TYPE_CHECKING:
    from summarizer.review.tui.app import ReviewApp


class View(Container):
    """One of the views that 1 to 6 choose from. Its actions are the commands of `commands.of(its name)`."""

    DEFAULT_CSS = "View { width: 1fr; height: 1fr; }"

    name_of_view = ""  # as in `Command.where`

    @property
    def review(self) -> "ReviewApp":
        return cast("ReviewApp", self.app)

    @property
    def session(self) -> Session:
        return self.review.session

    def show_state(self, _about: str | None = None) -> None:
        """Shows the session's state afresh; given the id of what has just changed, None: anything may have."""

    def sources_read(self, _sources: tuple[str, ...]) -> None:
        """These sources were read for the first time, or have changed on the disk."""

    def arrive(self) -> None:
        """The view has come to the front: take the focus."""

    def begin(self) -> None:
        """The review begins here: at what is to be done first."""

    def go_to(self, _about: str) -> None:
        """Brings what has this id under the cursor, if it is here."""

    def hint(self) -> str:
        """One line of what may be done here now; "" for none."""
        return ""
