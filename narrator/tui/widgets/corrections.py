"""The log of corrections: what was decided about which words, newest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from narrator.tui.keymap import key_of
from narrator.tui.widgets.lines import Line, Piece, paragraph, quotation
from narrator.tui.widgets.page import Page
from narrator.tui.words import day, outlet

if TYPE_CHECKING:
    from narrator.session import Decided

MEASURE = 90
"""Longest line, in cells."""

GONE = "its words are gone: it is kept, and changes nothing"


class LogPage(Page):
    """The corrections are items; opening one leads to its words."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.decisions: Sequence[Decided] | None = None

    @property
    def items(self) -> int:
        """The corrections."""
        return len(self.decisions or ())

    @property
    def decided(self) -> "Decided | None":
        """The correction under the cursor."""
        return self.decisions[self.cursor] if self.decisions else None

    def show(self, decisions: "Sequence[Decided]") -> None:
        """Show these corrections; the cursor stays on its own, or else where it is."""
        here = self.decided
        self.decisions = decisions
        with self.prevent(Page.Moved):
            self.cursor = decisions.index(here) if here in decisions else min(self.cursor, max(len(decisions) - 1, 0))
        self.renew()

    def lay_out(self, width: int) -> list[Line]:
        """The corrections, or what they are for."""
        measure = min(width - 3, MEASURE)
        if self.decisions is None:
            return []
        if not self.decisions:
            return [
                Line(),
                *paragraph("No corrections", measure, None, "title", indent="  "),
                *paragraph(
                    "Where Narrator misreads an article you decide: who says something, what belongs side by side, how "
                    f"two accounts stand to each other. Press {key_of(self, 'correct')} on a statement in the Reader or in "
                    "Compare. Every correction is kept here until you take it back.",
                    measure, None, "muted", indent="  ",
                ),
            ]  # fmt: skip
        lines = [Line()]
        for number, decided in enumerate(self.decisions):
            lines += [*_entry(decided, number, measure), Line()]
        return lines


def _entry(decided: "Decided", number: int, width: int) -> list[Line]:
    correction = decided.correction
    words = correction.words[0].upper() + correction.words[1:]
    lines = paragraph(words, width, number, "strong", indent="  ")
    if correction.created:
        when = f"{day(correction.created.astimezone(), hour=True)}"
        lines[-1] = Line((*lines[-1].pieces, Piece(f"  {when}", ("muted",))), number)
    if not decided.holds:
        lines += paragraph(GONE, width, number, "conflict", indent="  ")
    for place, anchor in enumerate(correction.anchors):
        lines += paragraph(_source(decided, place), width, number, "muted", indent="    ")
        lines += quotation(anchor.exact, width, number, (), indent="    ")
    return lines


def _source(decided: "Decided", place: int) -> str:
    """Who says it, and where."""
    tellers, article = decided.correction.tellers, decided.articles[place]
    names = list(dict.fromkeys(reversed(tellers[place]))) if place < len(tellers) else []
    if article is None:
        return " · ".join([" < ".join(names), "article no longer in the library"]).lstrip(" ·")
    if outlet(article) not in names:
        names.append(outlet(article))
    return f"{' < '.join(names)} · {day(article.published, hour=True)}"
