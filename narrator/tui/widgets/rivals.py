"""What the other narrators say on the point under the cursor, with the clashing words marked on both sides and the reason."""

from narrator.model.comparison import Comparison
from narrator.model.statement import Statement
from narrator.tui.reading import (
    Rival,
    count,
    day,
    flagged,
    heard,
    language_of,
    marks_of,
    name_of,
    outlet,
    reach,
    rivals,
    within,
)
from narrator.tui.widgets.chrome import WIDE
from narrator.tui.widgets.lines import Line, Piece, paragraph, quotation
from narrator.tui.widgets.page import Page


class RivalsPane(Page):
    """The rivals of one statement as items; opening one leads to its article at the very words."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.comparison: Comparison | None = None
        self.statement: Statement | None = None
        self.rivals: tuple[Rival, ...] = ()

    @property
    def items(self) -> int:
        """The rivals."""
        return len(self.rivals)

    @property
    def rival(self) -> Rival | None:
        """The rival under the cursor."""
        return self.rivals[self.cursor] if self.rivals else None

    def show(self, comparison: Comparison | None, statement: Statement | None) -> None:
        """Show the rivals of a statement, the sharpest difference first."""
        self.comparison, self.statement = comparison, statement
        self.rivals = rivals(comparison, statement) if comparison and statement else ()
        with self.prevent(Page.Moved):
            self.cursor = 0
        self.scroll_home(animate=False)
        self.renew()

    def lay_out(self, width: int) -> list[Line]:
        """The statement itself, then its rivals."""
        if self.comparison is None:
            return [Line(), *paragraph("Comparing …", width - 2, None, "muted", indent=" ")]
        if self.statement is None:
            words = "Nothing here was read for statements, so that nothing can be compared."
            return [Line(), *paragraph(words, width - 2, None, "muted", indent=" "), *self._missing(width - 2)]
        measure = width - 2
        lines = [Line(), *self._statement(measure)]
        if not self.rivals:
            lines += [
                Line(),
                *paragraph("Only here: no other narrator speaks to this.", measure, None, "muted", indent=" "),
            ]
        for number, rival in enumerate(self.rivals):
            lines += [Line(), *self._rival(number, rival, measure)]
        return [*lines, *self._missing(measure), Line()]

    def _statement(self, width: int) -> list[Line]:
        comparison, statement = self.comparison, self.statement
        assert comparison is not None and statement is not None
        lines = []
        for claim in comparison.claim_of.get(statement.id, ()):
            narrators = len({comparison.teller(comparison.statement_by_id[one]).id for one in claim.statements})
            told = (claim.label, count(narrators, "narrator"), reach(comparison, claim))
            label = " · ".join(part for part in told if part)
            lines += paragraph(label, width, None, "title", indent=" ")
        if self.app.size.width < WIDE:  # the text stands just above
            return [*lines, *paragraph(heard(comparison, statement), width, None, "muted", indent=" ")]
        marks = within(statement, marks_of(flagged(comparison, statement), statement))
        return [
            *lines,
            *paragraph(heard(comparison, statement), width, None, "strong", indent=" "),
            *quotation(statement.text, width, None, marks, indent=" "),
        ]

    def _rival(self, number: int, rival: Rival, width: int) -> list[Line]:
        comparison, statement = self.comparison, rival.statement
        assert comparison is not None
        when = day(comparison.article_by_id[statement.article].published, hour=True)
        word = name_of(rival.clash) if rival.clash else f"{rival.sign.glyph} {rival.word}"
        marks = within(statement, marks_of((rival.clash,), statement)) if rival.clash else ()
        lines = [
            Line((Piece(" "), Piece(word, (rival.sign.role,)), Piece(f"  {when}", ("muted",))), number),
            *paragraph(heard(comparison, statement), width, number, "strong", indent=" "),
            *quotation(statement.text, width, number, marks, indent=" "),
        ]
        if rival.clash and rival.clash.explanation:
            lines += paragraph(rival.clash.explanation, width, number, "muted", indent=" ")
        return lines

    def _missing(self, width: int) -> list[Line]:
        """The articles that could not be compared: their silence says nothing."""
        assert self.comparison is not None
        missing = [one for one in self.comparison.articles if one.id not in self.comparison.extracted]
        if not missing:
            return []
        names = "; ".join(f"{outlet(article)} ({language_of(article)})" for article in missing)
        return [Line(), *paragraph(f"Not extracted: {names}", width, None, "faint", indent=" ")]
