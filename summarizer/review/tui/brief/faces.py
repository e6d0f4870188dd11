"""The faces of all sentences, made again only where something that they show has changed."""

from collections.abc import Sequence

from summarizer.output.safe import safe
from summarizer.review.nouns import Item
from summarizer.review.tui.brief.evidence import Cited, by_source, evidence_of
from summarizer.review.tui.brief.rows import Face
from summarizer.review.tui.brief.standing import Around, hints, verdict_mark
from summarizer.review.tui.look import choice_of
from summarizer.review.tui.searching import Matches, folded


class Faces:
    """Keeps what was made for the sentences as they last were. `words` are those that are searched for."""

    def __init__(self) -> None:
        self.words = ""
        self._outside: tuple[object, ...] = ()
        self._made: dict[str, tuple[Item, str, int, Face]] = {}
        self._cited: tuple[Sequence[Item], dict[str, list[Cited]]] = ((), {})

    def of(self, around: Around) -> list[Face]:
        """The faces of the sentences of `around.state`, in their order."""
        apart = (around.running, around.failed, around.troubles, around.texts)
        outside = (around.state.resolutions, around.others, *apart, self.words)
        if outside != self._outside:
            self._outside = outside
            self._made = {}
        faces, section = [], ""
        for number, item in enumerate(around.state.items, 1):
            its = (item.original.section if item.original else None) or section
            faces.append(self._face(item, number, its if its != section else "", around))
            section = its
        return faces

    def cited(self, around: Around) -> dict[str, list[Cited]]:
        """Every citation of every sentence, by source."""
        items = around.state.items
        if self._cited[0] is not items:
            self._cited = (items, by_source(items))
        return self._cited[1]

    def _face(self, item: Item, number: int, heading: str, around: Around) -> Face:
        made = self._made.get(item.id)
        if made and made[2] == number and made[1] == heading and made[0] == item:
            return made[3]
        text = " ".join(safe(item.text).split("\n"))
        sources = dict.fromkeys(
            (around.places.get(e.citation.source, 0), e.says == "otherwise") for e in evidence_of(item)
        )
        face = Face(
            item=item.id,
            number=number,
            heading=heading,
            text=text,
            choice=choice_of(item),
            verdict=verdict_mark(item, around),
            sources=tuple(sources),
            hints=tuple(hints(item, around)),
            found=tuple(Matches(folded(text), self.words).spans),
        )
        self._made[item.id] = (item, heading, number, face)
        return face
