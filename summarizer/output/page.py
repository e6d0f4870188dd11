"""What a page of a brief is made of. Everything is plain text on one line, already safe to show; `outline` fills it."""

from dataclasses import dataclass

PASSAGES_NOTE = (
    "Each note names the file, the characters of its text (from 0, the last one excluded) and the exact words."
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One cited stretch of one source, under the mark that stands for it."""

    mark: str  # "2c"
    number: int
    path: str
    facts: str  # "Yonhap, 21 October 2024"; empty where neither is known
    start: int  # code points, half-open
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source; `passages` are those that the page cites, in the order of the text."""

    number: int
    id: str
    path: str
    title: str
    facts: str
    origin: str  # which other sources are the same voice, and why; empty where it stands alone
    passages: tuple[Passage, ...]
    used: str = ""  # in words, where no sentence of the brief rests on it


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence with its marks. `flag` says in words why it should not be relied on; empty where all is well."""

    text: str
    marks: tuple[str, ...]
    support: str = ""  # "3 files, 2 origins", where the files are not all independent; or "single source"
    flag: str = ""
    status: str = "supported"
    disputed: str = ""  # where other sources answer otherwise: "sources disagree: d1"
    against: tuple[str, ...] = ()  # the marks of passages that say otherwise
    caution: str = ""  # what reviewers left open about it or hold against it; empty where all is settled
    decided: str = ""  # "r3": the mark of what they decided; empty where nobody decided anything


@dataclass(frozen=True, slots=True)
class Paragraph:
    heading: str  # empty for most
    sentences: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question that the sources answer differently, under the id by which a sentence points to it."""

    id: str
    about: str
    kind: str
    answers: tuple[
        tuple[str, tuple[Said, ...]], ...
    ]  # the value, then who says it, each with his own bound or rounding
    resolved: str = ""  # what reviewers made of it


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed it and what they decided. `decisions` are (mark, words), a mark for each sentence."""

    summary: str
    reviewers: tuple[str, ...]
    resolutions: tuple[str, ...]
    ignored: tuple[str, ...]
    remarks: tuple[str, ...]
    decisions: tuple[tuple[str, str], ...]
    note: str  # that nothing proves a name

    @property
    def rows(self) -> tuple[str, ...]:
        """All but the note and the decisions on sentences, in order."""
        return (*self.reviewers, *self.resolutions, *self.ignored, *self.remarks)


@dataclass(frozen=True, slots=True)
class Outline:
    title: str
    question: str
    summary: str
    alarms: tuple[Said, ...]  # copies of one text that do not say the same
    empty: str  # what to say in place of paragraphs, where there are none
    paragraphs: tuple[Paragraph, ...]
    disagreements: tuple[Question, ...]
    scopes: tuple[Question, ...]  # different things counted: told apart, never called a disagreement
    uncovered: tuple[Said, ...]
    uncovered_more: str  # how many others there are, and where; empty where all are shown
    withheld: tuple[Said, ...]
    sources: tuple[SourceLine, ...]
    warnings: tuple[str, ...]
    engine: str
    review: Review | None = None  # of a brief that went through one

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passage for source in self.sources for passage in source.passages)
