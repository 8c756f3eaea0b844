"""How the outlets agree: a table of outlets by outlets where it fits, and every two of them in a line."""

from collections.abc import Iterable

from rich.cells import cell_len

from narrator.export.agreement import Agreement, Agreements, agreements
from narrator.model.comparison import Comparison
from narrator.tui.reading import AGREES, CONFLICT, ONLY
from narrator.tui.widgets.lines import Line, Piece, fit, paragraph
from narrator.tui.widgets.page import Page
from narrator.tui.words import count

_SHORTEST, _LONGEST = 12, 32
"""Cells of the outlets' names beside the table."""

_TOLD = 38
"""Cells of what two outlets share, where their names stand beside it."""

_MARGIN = 5
"""Cells of the outlets' numbers."""


class AgreementPage(Page):
    """Every two outlets as items, those that conflict most first; the table shows where the cursor is."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.found: Agreements | None = None
        self._rows: dict[int, int] = {}
        self._cell = self._head = 0

    @property
    def items(self) -> int:
        """Every two outlets."""
        return len(self.found.pairs) if self.found else 0

    @property
    def pair(self) -> Agreement | None:
        """The two outlets under the cursor."""
        return self.found.pairs[self.cursor] if self.found and self.found.pairs else None

    def show(self, comparison: Comparison) -> None:
        """Show how the outlets of a comparison agree."""
        self.found = agreements(comparison)
        self.renew()

    def lay_out(self, width: int) -> list[Line]:
        """What the numbers mean, the table if there is room for it, then two by two."""
        self._rows = {}
        if self.found is None:
            return [Line(), *paragraph(self.awaited, width - 2, None, "muted", indent=" ")]
        if len(self.found.outlets) < 2:
            words = "Only one outlet could be read for statements, so that nothing agrees or clashes."
            return [Line(), *paragraph(words, width - 2, None, "muted", indent=" ")]
        words = (
            "Claims that both speak to; ≠ on how many of them they conflict; on the diagonal all claims of one outlet."
        )
        lines = [Line(), *paragraph(words, width - 2, None, "faint", indent=" ")]
        lines += self._table(width - 2, len(lines) + 2)
        beside = _TOLD + max(cell_len(self._names(pair)) for pair in self.found.pairs) <= width - 2
        for item, pair in enumerate(self.found.pairs):
            lines += self._pair(pair, item, width - 2, beside)
        return [*lines, Line()]

    def _table(self, width: int, first: int) -> list[Line]:
        """The lines of the table, whose cells `pieces` draws; none where it is too wide."""
        assert self.found is not None
        outlets = self.found.outlets
        texts = [_met(pair) for pair in self.found.pairs] + [str(number) for number in self.found.points]
        self._cell = max(map(len, texts)) + 2
        longest = max(map(cell_len, outlets))
        self._head = min(longest, _LONGEST, width - _MARGIN - self._cell * len(outlets))
        if self._head < min(longest, _SHORTEST):
            return [Line()]
        head = "".join(f"{column + 1:>{self._cell}}" for column in range(len(outlets)))
        self._rows = {first + row: row for row in range(len(outlets))}
        return [
            Line(),
            Line((Piece(" " * (_MARGIN + self._head)), Piece(head, ("faint",)))),
            *(Line() for _ in outlets),
            Line(),
        ]

    def pieces(self, y: int) -> Iterable[Piece]:
        """A row of the table has its cells, those of the two under the cursor set off."""
        if y not in self._rows or self.found is None:
            return self.lines[y].pieces
        row, outlets, here = self._rows[y], self.found.outlets, self.pair
        name = fit(outlets[row], self._head)
        pieces = [Piece(f" {row + 1:>3} ", ("faint",)), Piece(name + " " * (self._head - cell_len(name)))]
        for column in range(len(outlets)):
            if column == row:
                pieces.append(Piece(f"{self.found.points[row]:>{self._cell}}", ("faint",)))
                continue
            pair = self.found.of(row, column)
            role = (CONFLICT.role,) if pair.clashing else () if pair.shared else ("faint",)
            text = _met(pair)
            pieces.append(Piece(" " * (self._cell - len(text))))
            pieces.append(Piece(text, (*role, "here") if pair is here else role))
        return pieces

    def item_at(self, x: int, y: int) -> int | None:
        """The two outlets of a cell of the table, or those of a line."""
        if y not in self._rows or self.found is None:
            return super().item_at(x, y)
        row, column = self._rows[y], (x - _MARGIN - self._head) // self._cell
        if column == row or not 0 <= column < len(self.found.outlets):
            return None
        return self.found.pairs.index(self.found.of(row, column))

    def _names(self, pair: Agreement) -> str:
        assert self.found is not None
        left, right = (self.found.outlets[one] for one in (pair.left, pair.right))
        return f"{left} × {right}{' · one text' if pair.copied else ''}"

    def _pair(self, pair: Agreement, item: int, width: int, beside: bool) -> list[Line]:
        """What two outlets share, and their names beside or above it."""
        shared = count(pair.shared, "shared claim")
        if pair.clashing:
            sign, role, told = CONFLICT.glyph, CONFLICT.role, f"{count(pair.clashing, 'conflict')} in {shared}"
        elif pair.shared:
            sign, role, told = AGREES.glyph, AGREES.role, f"{shared}, no conflict"
        else:
            sign, role, told = ONLY.glyph, ONLY.role, "nothing in common"
        head = Piece(f" {sign} ", (role,))
        if beside:
            gap = " " * (_TOLD - 3 - cell_len(told))
            return [Line((head, Piece(told, ("muted",)), Piece(gap), Piece(self._names(pair))), item)]
        return [
            Line((head, Piece(fit(self._names(pair), width - 3))), item),
            Line((Piece(f"   {told}", ("muted",)),), item),
        ]


def _met(pair: Agreement) -> str:
    """`12`, `12 ≠3`, and a dot where the two have nothing in common."""
    if pair.clashing:
        return f"{pair.shared} {CONFLICT.glyph}{pair.clashing}"
    return str(pair.shared) if pair.shared else "·"
