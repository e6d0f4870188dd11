"""Every command of the screens, once: bindings, the line of keys, the help and the palette are made from this table.

An `id` names the action (`action_<id>` of the view it belongs to, or of the app) and is what a keymap changes.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from textual.binding import Binding

EVERYWHERE = "everywhere"


class Command(NamedTuple):
    id: str
    keys: str  # Textual's names of keys, by comma
    label: str  # one or two words, for the line of keys
    help: str  # what it does, for help and palette
    where: str = EVERYWHERE  # the name of a view, else everywhere
    shown: bool = False  # in the line of keys


def _list(where: str, thing: str, attention: str = "") -> tuple[Command, ...]:
    """What every view of a list beside its sources has. Space and b page the source where they do nothing else."""
    page = ("space,pagedown", "b,pageup") if where in ("uncovered", "sources") else ("pagedown", "pageup")
    return (
        Command("next_attention", "n", "Next", f"Go to the next match of a search{attention}", where, bool(attention)),
        Command("previous_attention", "N", "Previous", f"Go to the match of a search before{attention}", where),
        Command("cursor_next", "j,down", "Down", f"Go to the next {thing}", where),
        Command("cursor_previous", "k,up", "Up", f"Go to the {thing} before", where),
        Command("cursor_first", "g,home", "First", f"Go to the first {thing}", where),
        Command("cursor_last", "G,end", "Last", f"Go to the last {thing}", where),
        Command("list_page", "ctrl+d", "Page list", "Go down by a page in the list", where),
        Command("list_page_back", "ctrl+b", "Page list up", "Go up by a page in the list", where),
        Command("page_source", page[0], "Page", "Page down in the source", where),
        Command("page_source_back", page[1], "Page up", "Page up in the source", where),
        Command("next_pane", "tab", "Pane", "Go to the next pane", where),
        Command("previous_pane", "shift+tab", "Pane", "Go to the pane before", where),
        Command("search", "slash", "Search", "Search in the pane: the list, or the source", where, True),
        Command("clear", "escape", "Stop", "End the search, stop the checks", where),
    )


COMMANDS: tuple[Command, ...] = (
    Command("accept", "a", "Accept", "Accept the sentence and go to the next one that is open", "brief", True),
    Command("reject", "x", "Reject", "Reject the sentence and go on", "brief", True),
    Command("reject_with_reason", "X", "Reject..", "Reject the sentence with a reason", "brief"),
    Command("edit", "e", "Edit", "Change the words; they are checked again", "brief", True),
    Command("recite", "c", "Re-cite", "Choose other evidence for the sentence", "brief", True),
    Command("flag", "f", "Flag", "Flag the sentence for someone else, with a note", "brief", True),
    Command("next_evidence", "right_square_bracket", "Evidence", "Show the next cited passage", "brief", True),
    Command("previous_evidence", "left_square_bracket", "Evidence", "Show the passage cited before", "brief"),
    Command("next_attention", "n", "Next", "Go to the next sentence that needs attention", "brief", True),
    Command("previous_attention", "N", "Previous", "Go to the sentence before that needs attention", "brief"),
    Command("verify", "r", "Check", "Check this sentence again", "brief", True),
    Command("verify_all", "R", "Check all", "Check again every sentence that changed", "brief"),
    Command("reopen", "full_stop", "Open", "Take the decision away: the sentence is open again", "brief"),
    Command("note", "m", "Note", "Write a note to the sentence", "brief"),
    Command("history", "i", "History", "Show all that was done with the sentence", "brief"),
    Command("copy", "y", "Copy", "Copy the sentence with its citations, or what was drawn over in the source", "brief"),
    Command("cursor_next", "j,down", "Down", "Go to the next sentence", "brief"),
    Command("cursor_previous", "k,up", "Up", "Go to the sentence before", "brief"),
    Command("cursor_first", "g,home", "First", "Go to the first sentence", "brief"),
    Command("cursor_last", "G,end", "Last", "Go to the last sentence", "brief"),
    Command("page_source", "space,pagedown", "Page", "Page down in the source", "brief"),
    Command("page_source_back", "b,pageup", "Page up", "Page up in the source", "brief"),
    Command("maximise", "o", "Maximise", "Give the pane the whole screen, or back", "brief"),
    Command("next_pane", "tab", "Pane", "Go to the next pane", "brief"),
    Command("previous_pane", "shift+tab", "Pane", "Go to the pane before", "brief"),
    Command("search", "slash", "Search", "Search in the pane: the brief, or the source", "brief", True),
    Command("clear", "escape", "Stop", "End the search, stop the checks, show all panes again", "brief"),
    Command("edit_save", "ctrl+s", "save and check", "Save the words; they are checked again", "edit", True),
    Command("edit_close", "escape", "close, draft kept", "Close; what was typed is kept as a draft", "edit", True),
    Command("edit_discard", "ctrl+d", "discard draft", "Put back the words as they were", "edit", True),
    Command("edit_page", "alt+pagedown", "page source", "Page down in the source", "edit", True),
    Command("edit_page_back", "alt+pageup", "page up", "Page up in the source", "edit"),
    Command("recite_next", "j,down", "next", "Choose the next passage", "recite", True),
    Command("recite_previous", "k,up", "previous", "Choose the passage before", "recite", True),
    Command(
        "recite_replace", "enter", "replace", "Cite the lit passage in the place of the citation named", "recite", True
    ),
    Command("recite_add", "plus", "add", "Cite the lit passage too", "recite", True),
    Command("recite_remove", "minus", "remove", "Cite the chosen passage no longer", "recite", True),
    Command("recite_end_left", "h", "end left", "Move the end of the passage a word to the left", "recite", True),
    Command("recite_end_right", "l", "end right", "Move the end of the passage a word to the right", "recite", True),
    Command("recite_start_left", "H", "start left", "Move the start of the passage a word to the left", "recite", True),
    Command(
        "recite_start_right", "L", "start right", "Move the start of the passage a word to the right", "recite", True
    ),
    Command(
        "recite_sentence", "v", "sentence", "Widen the passage to whole sentences, then by one more", "recite", True
    ),
    Command("recite_source", "tab", "next source", "Passages of the next source alone, at last of all", "recite", True),
    Command("recite_source_back", "shift+tab", "source before", "Passages of the source before alone", "recite"),
    Command("recite_search", "slash", "search", "Search in the source: what is found is chosen", "recite", True),
    Command("recite_match", "n", "next match", "Choose the next match of the search", "recite"),
    Command("recite_match_back", "N", "match before", "Choose the match before", "recite"),
    Command("recite_target", "t", "which to replace", "Name the next citation as the one to replace", "recite", True),
    Command("recite_page", "space,pagedown,alt+pagedown", "page", "Page down in the source", "recite", True),
    Command("recite_page_back", "b,pageup,alt+pageup", "page up", "Page up in the source", "recite"),
    Command("recite_close", "escape", "cancel", "Close; nothing is changed", "recite", True),
    Command("export_write", "enter", "Write", "Write the reviewed brief to the file that is named", "export", True),
    Command("export_open", "ctrl+d", "First open", "Go to the first sentence that is open", "export", True),
    Command("export_next", "down,j", "Next line", "Go to the next line of choices", "export", True),
    Command("export_previous", "up,k", "Line before", "Go to the line of choices before", "export"),
    Command("export_right", "right,l,space", "Change", "Choose the next on the line", "export", True),
    Command("export_left", "left,h", "Change", "Choose the one before on the line", "export"),
    Command("export_back", "escape", "Back", "Back to the brief", "export", True),
    Command(
        "use_value",
        "space",
        "Use",
        "Use this answer; sentences that give another are pointed out",
        "disagreements",
        True,
    ),
    Command(
        "report_all",
        "b",
        "All",
        "Report every answer; adds a sentence for each that none gives",
        "disagreements",
        True,
    ),
    Command("no_disagreement", "i", "None", "Say that this is no disagreement, and why", "disagreements", True),
    Command("reopen", "o,backspace", "Reopen", "Take back what was decided of the question", "disagreements", True),
    Command(
        "open", "enter", "Sentence", "Go to the sentence of the brief that gives this answer", "disagreements", True
    ),
    Command("next_question", "right_square_bracket", "Question", "Go to the next question", "disagreements", True),
    Command("previous_question", "left_square_bracket", "Question", "Go to the question before", "disagreements"),
    Command("next_evidence", "p", "Passage", "Show the answer's next passage", "disagreements"),
    *_list("disagreements", "answer", ", else to a question that is open"),
    Command(
        "add",
        "plus",
        "Add",
        "Add it to the brief as a sentence, in the source's words; it is checked",
        "uncovered",
        True,
    ),
    Command(
        "ignore",
        "i",
        "Ignore",
        "Say that the brief need not have it, and why; again to take that back",
        "uncovered",
        True,
    ),
    Command("open", "enter", "Open", "Read on in the source; what was added: go to the sentence", "uncovered", True),
    Command("next_evidence", "right_square_bracket", "Passage", "Show where else it is said", "uncovered", True),
    Command("previous_evidence", "left_square_bracket", "Passage", "Show where it was said before", "uncovered"),
    Command("coverage", "c", "Coverage", "Show how much of each source is cited, or the source", "uncovered", True),
    *_list("uncovered", "statement"),
    Command("open", "enter", "Open", "Read the source; on a cited passage: go to its sentence", "sources", True),
    Command(
        "next_evidence", "right_square_bracket", "Passage", "Show the next cited passage of the source", "sources", True
    ),
    Command("previous_evidence", "left_square_bracket", "Passage", "Show the cited passage before", "sources"),
    *_list("sources", "source"),
    Command(
        "restore",
        "plus,space",
        "Restore",
        "Put the sentence into the brief, open; it is checked again",
        "withheld",
        True,
    ),
    Command("open", "enter", "Open", "Read on in the source; what was restored: go to the sentence", "withheld", True),
    Command("next_evidence", "right_square_bracket", "Passage", "Show the next cited passage", "withheld", True),
    Command("previous_evidence", "left_square_bracket", "Passage", "Show the passage cited before", "withheld"),
    *_list("withheld", "sentence"),
    Command("undo", "u", "Undo", "Take back the last thing that was done", shown=True),
    Command("redo", "U,ctrl+r", "Redo", "Do again what was taken back"),
    Command("view_brief", "1", "Brief", "The brief beside its sources"),
    Command("view_disagreements", "2", "Disagreements", "Where the sources disagree"),
    Command("view_uncovered", "3", "Not covered", "What sources say and the brief does not"),
    Command("view_sources", "4", "Sources", "The sources: origins, copies, hidden characters"),
    Command("view_withheld", "5", "Withheld", "What was withheld from the brief, and why"),
    Command("view_export", "6,w", "Export", "Write the reviewed brief"),
    Command("help", "question_mark,f1", "Help", "All keys", shown=True),
    Command("command_palette", "ctrl+p", "Menu", "Find any command by name", shown=True),
    Command("suspend_process", "ctrl+z", "Suspend", "Back to the shell for a while; `fg` comes back"),
    Command("leave", "q", "Leave", "Leave the review; everything is saved already"),
)


@lru_cache
def of(where: str) -> tuple[Command, ...]:
    """The commands of one view, or those that hold everywhere."""
    return tuple(command for command in COMMANDS if command.where == where)


def bindings(where: str) -> list[Binding]:
    """The bindings of a view (or of the app: EVERYWHERE)."""
    return [Binding(c.keys, c.id, c.label, id=c.id, show=False) for c in of(where)]


_NAMES = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "escape": "esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
}


def shown_keys(keys: str) -> str:
    """`keys` as a person reads them: "]", "^p", "alt+PgDn"."""
    each = (
        modifier + plus + _NAMES.get(key, key) for modifier, plus, key in (k.rpartition("+") for k in keys.split(","))
    )
    return " ".join(each).replace("ctrl+", "^")


def keys_of(command: Command, keymap: Mapping[str, str]) -> str:
    """The keys of a command as they are now, as a person reads them."""
    return shown_keys(keymap.get(command.id, command.keys))


def find(name: str, where: str) -> Command:
    """The command that `name` is in a view: the view's own, else the one that holds everywhere, else the first of that
    name in another view. Raises KeyError."""
    for view in (where, EVERYWHERE):
        for command in of(view):
            if command.id == name:
                return command
    found = next((command for command in COMMANDS if command.id == name), None)
    if found is None:
        raise KeyError(name)
    return found
