"""The error tree. A user's error is one line with its remedy; anything else is a bug and keeps its traceback.

SummarizerError                what went wrong, where, and what to do about it
├── UsageError         exit 2  a flag, a setting or a path that cannot be used as given
├── NothingToSay       exit 3  nothing could be produced: no source was readable, or none had a body
├── StoreError         exit 5  a file or folder that could not be written
├── Bug                exit 3  an exception that nobody foresaw, where a traceback would tear a screen
├── SourceError                one source that could not be read; a run goes on without it and names it
└── ModelError                 one call that gave no usable answer; a run goes on without it and names it
    ├── Unusable                   the model did answer, and would answer the same again
    └── ModelUnavailable exit 3  no call can succeed (key refused, endpoint down, model unknown): the run stops
"""

from enum import IntEnum


class Exit(IntEnum):
    """The one set of exit codes that every command keeps."""

    WHOLE = 0
    MARKED = 1
    USAGE = 2
    NOTHING = 3
    STOPPED = 4
    STORE = 5
    INTERRUPTED = 130


class SummarizerError(Exception):
    """Reads as `<where>: <reason>; <remedy>` on one line; `code` is the exit code of a command that it ends."""

    code = Exit.NOTHING

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        super().__init__(where, reason, remedy)
        self.where = where
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}; {self.remedy}"


class UsageError(SummarizerError):
    code = Exit.USAGE


class NothingToSay(SummarizerError):
    code = Exit.NOTHING


class StoreError(SummarizerError):
    code = Exit.STORE


class Bug(SummarizerError):
    """Its `__cause__` is the exception, whose traceback is shown with --debug only."""


class SourceError(SummarizerError):
    """One source could not be read; the others go on."""


class ModelError(SummarizerError):
    """One call gave no usable answer; what it was for falls back to the extractive writer."""


class Unusable(ModelError):
    """The model's own answer, and no use can be made of it: cut, refused, not JSON. Not its server's fault, nor time's.

    `replayed` where it was recorded, so that no call was made now.
    """

    replayed = False


class ModelUnavailable(ModelError):
    """No call can succeed, so that trying the next one would only cost time."""


EXIT_CODES = """exit codes: 0 whole and verified; 1 finished but marked (a source left out, a sentence not borne out);
2 usage or configuration; 3 nothing could be produced; 5 a file that could not be written; 130 interrupted"""
