"""What a search found: articles, statements with who says them, notes; the words found marked."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from narrator.tui.widgets.lines import Line, Mark, Piece, marked, paragraph, wrap
from narrator.tui.widgets.page import Page
from narrator.tui.words import day

if TYPE_CHECKING:
    from narrator.model.article import Span
    from narrator.session import Hit

MEASURE = 90
"""Longest line, in cells."""

INDENT = "  "

_LABELS = {"article": "Article", "statement": "Statement", "bookmark": "Note"}


class HitsPage(Page):
    """The hits are items; opening one leads to its words."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.hits: tuple[Hit, ...] = ()
        self._words = ""
        self._trouble = ""

    @property
    def items(self) -> int:
        """The hits."""
        return len(self.hits)

    @property
    def hit(self) -> "Hit | None":
        """The hit under the cursor."""
        return self.hits[self.cursor] if self.hits else None

    def show(self, words: str, hits: "tuple[Hit, ...]") -> None:
        """Show what was found; for other words the cursor is on the first."""
        words = words.strip()
        with self.prevent(Page.Moved):
            self.cursor = self.cursor if words == self._words else 0
        self._words, self.hits, self._trouble = words, hits, ""
        self.renew()

    def fail(self, trouble: str) -> None:
        """Say why there is nothing to show."""
        self.hits, self._trouble = (), trouble
        self.renew()

    def lay_out(self, width: int) -> list[Line]:
        """The hits, or why there are none."""
        measure = min(width - 3, MEASURE)
        if self._trouble:
            told = f"The library could not be searched.\n\n{self._trouble}"
            return [Line(), *paragraph(told, measure, None, indent=INDENT)]
        if not self._words:
            told = "Type words; words in quotes stand together. Endings and accents do not matter, and every word must occur."
            return [Line(), *paragraph(told, measure, None, "muted", indent=INDENT)]
        if not self.hits:
            told = f"Nothing holds {self._words} – no article, no statement, no note."
            return [Line(), *paragraph(told, measure, None, "muted", indent=INDENT)]
        lines = [Line()]
        for number, hit in enumerate(self.hits):
            lines += [*_entry(hit, number, measure), Line()]
        return lines


def _entry(hit: "Hit", number: int, width: int) -> list[Line]:
    """What it is and where, its title, and the words."""
    lines = list(_head(hit, number, width))
    if hit.title and (hit.kind != "statement"):
        lines += _highlit(hit.title, hit.titled, width, number, "title")
    if hit.start is not None or (hit.kind == "bookmark" and hit.excerpt != hit.title):
        lines += _highlit(hit.excerpt, hit.found, width, number, "quote")
    return lines


def _head(hit: "Hit", number: int, width: int) -> Iterable[Line]:
    """What it is; who says it, in which outlet, when."""
    label = _LABELS[hit.kind]
    names = list(dict.fromkeys(reversed(hit.tellers))) or [hit.outlet or "unknown outlet"]
    told = [" < ".join(names), day(hit.published, hour=True)] if hit.kind != "bookmark" else []
    text = " · ".join([label, *told])
    marks = (Mark(0, len(label), "strong"),)
    for start, end in wrap(text, width - len(INDENT)):
        yield Line((Piece(INDENT), *marked(text, start, end, marks, "muted")), number)


def _highlit(text: str, found: "Iterable[Span]", width: int, number: int, role: str) -> list[Line]:
    """A text in which the words found are marked; its paragraphs run on."""
    text = text.replace("\n", " ")
    marks = [Mark(start, end, "match") for start, end in found]
    return [
        Line((Piece(INDENT), *marked(text, start, end, marks, role)), number)
        for start, end in wrap(text, width - len(INDENT))
    ]
