"""The table as strips of styled cells: head, claims and pinned columns stay where they are while the rest scrolls."""

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from narrator.tui.widgets.columns import GAP
from narrator.tui.widgets.grid import LABELS, Table
from narrator.tui.widgets.lines import Line, Piece, fit
from narrator.tui.widgets.places import Place
from narrator.tui.words import count

DRAWN = 1000
"""Lines that are kept as they were drawn."""

APART = 100_000
"""Between the numbers of the first characters of two columns in a line, for the mouse: no line of a cell has so many."""

_NOWHERE = Place(-1, -2)


class TableStrips:
    """Draws the lines of a table when they are asked for, and keeps them.

    `style_of` gives the style of roles; `selected` shows a strip of a line, by its number and that of its first character,
    with what is selected there. Characters are numbered column by column, whatever their widths and what is scrolled away.
    """

    def __init__(
        self, table: Table, style_of: Callable[[tuple[str, ...]], Style], selected: Callable[[Strip, int, int], Strip]
    ) -> None:
        self._table, self._style_of, self._selected = table, style_of, selected
        self._cells: dict[tuple[int, int, int], list[list[Segment]]] = {}
        self._lines: dict[tuple[int, int, int, Place | None], Strip] = {}

    def forget(self) -> None:
        """Draw all again: other colours, or other words are marked."""
        self._cells = {}
        self.forget_lines()

    def forget_lines(self) -> None:
        """Draw the lines again, of the same cells: the rows have other heights."""
        self._lines = {}

    def line(self, number: int, scroll_x: int, width: int, cursor: Place, fresh: bool) -> Strip:
        """A line, by its number, as it is seen when scrolled so far; `fresh` if what is selected is to be seen."""
        if fresh:
            return self._draw(number, scroll_x, width, cursor)
        key = (number, scroll_x, width, cursor if self._table.row_at(number) in (None, cursor.row) else None)
        if key not in self._lines:
            if len(self._lines) > DRAWN:
                self._lines.clear()
            self._lines[key] = self._draw(number, scroll_x, width, cursor)
        return self._lines[key]

    def _draw(self, number: int, scroll_x: int, width: int, cursor: Place) -> Strip:
        table, blank = self._table, self._style_of(())
        if number == 0:
            edges = Strip(self._edges(scroll_x)).adjust_cell_length(width, blank)
            return self._selected(edges, 0, 0).apply_offsets(0, 0)
        strips = [self._placed(number, column, cursor) for column in range(LABELS, table.held)]
        first, cut = divmod(scroll_x, table.step)
        room = max(width - table.pinned_width, 0)
        last = min(table.held + first + -(-(room + cut + GAP) // table.step), len(table.sheet.columns))
        for column in range(table.held + first, last):
            strips.append(self._placed(number, column, cursor, cut, min(table.step, cut + room)))
            room, cut = room - (table.step - cut), 0
        return Strip.join(strips).adjust_cell_length(width, blank)

    def _placed(self, y: int, column: int, cursor: Place, start: int = 0, end: int | None = None) -> Strip:
        """A line of a cell, from one of its cells to before another; it tells the mouse the numbers of its characters."""
        segments, first = self._cell(y, column, cursor), (column - LABELS) * APART
        whole = self._selected(Strip(segments), y, first)
        seen = whole.crop(start, end)
        cut = len(whole.text) - len(whole.crop(start).text) if start else 0
        return seen.apply_offsets(first + cut, y)

    def text(self, number: int, start: int, end: int, scroll_x: int) -> str:
        """The characters of a line with the numbers from `start` to before `end`, or (-1) to its end."""
        if number == 0:
            cells = [self._edges(scroll_x)]
        else:
            cells = [self._cell(number, column, _NOWHERE) for column in range(LABELS, len(self._table.sheet.columns))]
        found = []
        for place, segments in enumerate(cells):
            text, first = "".join(segment.text for segment in segments), place * APART
            found.append(text[max(start - first, 0) : len(text) if end < 0 else max(end - first, 0)])
        return "".join(found).rstrip()

    def _cell(self, y: int, column: int, cursor: Place) -> list[Segment]:
        """A line of a cell with the gap behind it; of the claims as column -1."""
        table = self._table
        row = table.row_at(y)
        if row is None:
            return self._head_cell(y, column, column == cursor.column)
        if y == table.tops[row + 1] - 1:
            return self._exactly((), table.step if column >= 0 else table.label_width)
        here = row == cursor.row and column in (LABELS, cursor.column)
        state = (1 + cursor.item if column >= 0 else 1) if here else 0
        lines = self._cells.get((row, column, state))
        if lines is None:
            lines = self._cells[row, column, state] = self._cell_lines(row, column, state)
        return lines[min(y - table.tops[row], len(lines) - 1)]

    def _cell_lines(self, row: int, column: int, state: int) -> list[list[Segment]]:
        """The lines of a cell and a blank one, to be repeated; `state` is the number of the item under the cursor, from 1."""
        table = self._table
        base, lines = ("cursor",) if state else (), [*table.cell(row, column), Line()]
        if column < 0:
            bar = Piece("▎" if state else " ", ("chosen",))
            return [self._exactly((bar, *line.pieces), table.label_width) for line in lines]
        found = []
        for line in lines:
            pieces = line.pieces
            if state and line.item == state - 1 and pieces and pieces[0].text == "· ":
                pieces = (Piece("▸ ", ("chosen",)), *pieces[1:])
            found.append(self._with_gap(pieces, table.cell_width, base))
        return found

    def _with_gap(self, pieces: Iterable[Piece], width: int, base: tuple[str, ...]) -> list[Segment]:
        """Pieces in so many cells, and the gap; of one style in one segment, for each costs time whenever it is drawn."""
        return list(Strip([*self._exactly(pieces, width, base), *self._exactly((), GAP)], width + GAP).simplify())

    def _exactly(self, pieces: Iterable[Piece], width: int, base: tuple[str, ...] = ()) -> list[Segment]:
        """Pieces in exactly so many cells."""
        segments = [Segment(piece.text, self._style_of((*base, *piece.roles))) for piece in pieces if piece.text]
        missing = width - sum(cell_len(segment.text) for segment in segments)
        if missing >= 0:
            return [*segments, Segment(" " * missing, self._style_of(base))] if missing else segments
        return list(Strip(segments).crop(0, width))

    def _head_cell(self, y: int, column: int, here: bool) -> list[Segment]:
        """A line of the head below its first: names, dates, a rule."""
        table = self._table
        width = table.cell_width if column >= 0 else table.label_width - GAP
        if y == Table.HEAD - 1:
            pieces = [Piece("─" * width, ("rule",))]
        elif column < 0:
            arranged = Piece(table.sheet.arranged, ("muted",))
            pieces = [Piece(" "), Piece("Claim", ("title",)) if y == 1 else arranged]
        else:
            pieces = [table.title(column)[y - 1]]
        return self._with_gap(pieces, width, ("here",) if here and y < Table.HEAD - 1 else ())

    def _edges(self, scroll_x: int) -> list[Segment]:
        """The first line: which columns are seen, which are pinned, how many there are to the left and to the right."""
        table = self._table
        (first, after), columns = table.whole_columns(scroll_x), len(table.sheet.columns)
        words = _which(table.held, first, after, columns)
        segments = self._exactly((Piece(f" {fit(words, table.label_width - GAP)}", ("muted",)),), table.label_width)
        for _ in range(table.held):
            segments += self._exactly((Piece("▪ pinned", ("kept",)),), table.step)
        left = f"◂ {first - table.held} more" if first > table.held else ""
        right = f"{columns - after} more ▸" if after < columns else ""
        room = max(table.width - table.pinned_width - len(left) - len(right), 1)
        ends = (Piece(left, ("kept",)), Piece(" " * room), Piece(right, ("kept",)))
        return [*segments, *self._exactly(ends, len(left) + room + len(right))]


def _which(held: int, first: int, after: int, columns: int) -> str:
    """`7 columns`, `columns 2–3 of 7`, and with one that is pinned and seen beside them `columns 1, 3–4 of 7`."""
    runs = [(0, after)] if held >= first else [(0, held), (first, after)] if held else [(first, after)]
    if runs == [(0, columns)]:
        return count(columns, "column")
    places = (str(end) if end - start == 1 else f"{start + 1}–{end}" for start, end in runs)
    noun = "column" if sum(end - start for start, end in runs) == 1 else "columns"
    return f"{noun} {', '.join(places)} of {columns}"
