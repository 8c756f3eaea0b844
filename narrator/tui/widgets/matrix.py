"""The comparison as one virtual view: a table with pinned head and claims, or stacked rows where the terminal is narrow."""

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from narrator.model.comparison import Comparison
from narrator.model.statement import Statement
from narrator.tui.bindings import bindings
from narrator.tui.widgets.grid import (
    GAP,
    LABEL,
    GridLine,
    Only,
    Order,
    Row,
    StackedLine,
    column_width,
    columns_for,
    head_lines,
    rows_of,
    stacked,
    table,
)
from narrator.tui.widgets.lines import Line, Piece, paragraph
from narrator.tui.widgets.page import Page

TABLE_FROM = 100
"""Narrower than this the rows stack."""


class Matrix(Page):
    """Rows are claims and items; the column cursor moves within a row."""

    BINDINGS = bindings("matrix")

    column = reactive(0)

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.comparison = Comparison()
        self.only: Only = "all"
        self.order: Order = "contested"
        self.rows: list[Row] = []
        self._head: list[GridLine] = []
        self._table: list[GridLine] = []
        self._stack: list[StackedLine] = []
        self._cell = 0

    @property
    def items(self) -> int:
        """The rows."""
        return len(self.rows)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def statement(self) -> Statement | None:
        """The statement under the cursor; in a silent cell none."""
        cell = self.row.cells[self.column] if self.row and self.row.cells else ()
        return cell[0] if cell else None

    def show(self, comparison: Comparison, only: Only, order: Order) -> None:
        """Show a comparison; the cursor stays on its claim where that is still there."""
        claim = self.row.claim.id if self.row else None
        self.comparison, self.only, self.order = columns_for(comparison, only), only, order
        self.rows = rows_of(self.comparison, only, order)
        with self.prevent(Page.Moved):
            self.cursor = next((number for number, row in enumerate(self.rows) if row.claim.id == claim), 0)
            self.column = max(0, min(self.column, len(self.comparison.columns) - 1))
        self.renew()
        self.post_message(self.Moved(self, self.cursor))

    def renew(self) -> None:
        """Lay out again; the table is as wide as its columns."""
        super().renew()
        columns = len(self.comparison.columns)
        if self._head:
            self.virtual_size = Size(LABEL + columns * (self._cell + GAP), len(self.lines))

    def lay_out(self, width: int) -> list[Line]:
        """Lines that tell their row; what is in them is drawn by `pieces` or, in the table, by `render_line`."""
        self._head, self._table, self._stack = [], [], []
        if not self.comparison.articles:
            return [Line(), *paragraph("Comparing …", width - 2, None, "muted", indent="  ")]
        if not self.rows:
            words = {"all": "No claims were found.", "differences": "No differences.", "conflicts": "No conflicts."}
            hint = "" if self.only == "all" else " Press f for the other rows."
            return [Line(), *paragraph(words[self.only] + hint, width - 2, None, "muted", indent="  ")]
        if self.app.size.width < TABLE_FROM:
            self._stack = [StackedLine((), None, None), *stacked(self.comparison, self.rows, width - 3)]
            return [Line((Piece(" "), *line.pieces), line.row) for line in self._stack]
        self._cell = column_width(width, len(self.comparison.columns))
        self._head = head_lines(self.comparison, self._cell)
        self._table = table(self.comparison, self.rows, self._cell)
        return [Line((), line.row) for line in (*self._head, *self._table)]

    def extent(self, item: int) -> tuple[int, int]:
        """In the stacked layout the lines of the cell under the cursor, else those of the row."""
        if self._stack and item == self.cursor:
            numbers = [n for n, line in enumerate(self._stack) if line.row == item and line.column == self.column]
            if numbers:
                return numbers[0], numbers[-1] + 1
        return super().extent(item)

    def base_roles(self, y: int) -> tuple[str, ...]:
        """In the stacked layout the cell under the cursor stands out; the table colours its own."""
        if not self._stack:
            return ()
        line = self._stack[y]
        return ("cursor",) if line.row == self.cursor and line.column == self.column else ()

    def pieces(self, y: int) -> Iterable[Piece]:
        """All of a line; in the table the claim and then every column, on the screen or not."""
        if not self._head:
            return self.lines[y].pieces
        line = (*self._head, *self._table)[y]
        return (*self._label(line), *(piece for cell in self._cells(line) for piece in cell))

    def _label(self, line: GridLine) -> list[Piece]:
        here = line.row is not None and line.row == self.cursor
        return _padded([Piece("▎" if here else " ", ("chosen",)), *line.label], LABEL)

    def _cells(self, line: GridLine) -> list[list[Piece]]:
        cells = []
        for number, cell in enumerate(line.cells):
            here = line.row is not None and line.row == self.cursor and number == self.column
            pieces = _padded(cell, self._cell)
            cells.append([Piece(text, ("cursor", *roles)) for text, roles in pieces] if here else pieces)
            cells[-1].append(Piece(" " * GAP))
        return cells

    def render_line(self, y: int) -> Strip:
        """One visible line; head and claims stay where they are while the rest scrolls."""
        if not self._head:
            return super().render_line(y)
        scroll_x, scroll_y = self.scroll_offset
        number, width = (y if y < len(self._head) else y + scroll_y), self.size.width
        lines = len(self._head) + len(self._table)
        if number >= lines:
            return Strip.blank(width, self.rich_style)
        line = self._head[number] if number < len(self._head) else self._table[number - len(self._head)]
        room = max(width - LABEL, 0)
        cells = self.strip_of(piece for cell in self._cells(line) for piece in cell)
        cells = cells.crop_extend(scroll_x, scroll_x + room, self.rich_style)
        return Strip.join([self.strip_of(self._label(line)), cells]).apply_offsets(0, number)

    def bring_into_view(self) -> None:
        """Scroll so that the cell under the cursor is seen beside the pinned claims and below the pinned head."""
        first, last = self.extent(self.cursor)
        if not last:
            return
        head, height, top = len(self._head), self.size.height, self.scroll_offset.y
        if self.cursor == 0 and not self.column:
            first = 0
        if first - head < top:
            top = max(first - head, 0)
        elif last + 1 > top + height:
            top = min(last + 1 - height, first - head)
        self.scroll_to(self._scroll_x_for(self.column), top, animate=False, force=True)

    def _scroll_x_for(self, column: int) -> int:
        if not self._head:
            return 0
        left = column * (self._cell + GAP)
        room = self.scrollable_content_region.width - LABEL
        if left < self.scroll_offset.x:
            return left
        return max(self.scroll_offset.x, left + self._cell - room)

    def watch_column(self) -> None:
        """Show the cursor and say where it is."""
        self.watch_cursor()

    def action_right(self) -> None:
        """To the next column that says something in this row."""
        self._to_column(range(self.column + 1, len(self.comparison.columns)))

    def action_left(self) -> None:
        """To the previous column that says something in this row."""
        self._to_column(range(self.column - 1, -1, -1))

    def _to_column(self, candidates: range) -> None:
        speaking = (one for one in candidates if self.row and self.row.cells[one])
        self.column = next(speaking, self.column)

    def action_down(self) -> None:
        """To the next row; where rows are stacked, to the next narrator first."""
        self._step(1, super().action_down)

    def action_up(self) -> None:
        """To the previous row or, where rows are stacked, narrator."""
        self._step(-1, super().action_up)

    def _step(self, step: int, to_row: Callable[[], None]) -> None:
        before = self.column
        if self._stack:
            self.action_right() if step > 0 else self.action_left()
        if self.column != before and self._stack:
            return
        row = self.cursor
        to_row()
        if self._stack and self.row and self.cursor != row:
            speaking = [number for number, cell in enumerate(self.row.cells) if cell]
            self.column = (speaking[0] if step > 0 else speaking[-1]) if speaking else 0

    def on_click(self, event: events.Click) -> None:
        """A click moves to a cell; one on the cursor's cell opens it."""
        offset = event.get_content_offset(self)
        if offset is None or self.text_selection is not None:
            return
        y = offset.y if offset.y < len(self._head) else offset.y + self.scroll_offset.y
        row, column = self._cell_at(offset.x, y)
        if row is None:
            return
        if (row, column) == (self.cursor, self.column):
            self.action_open()
        else:
            self.cursor, self.column = row, column

    def _cell_at(self, x: int, y: int) -> tuple[int | None, int]:
        if not 0 <= y < len(self.lines):
            return None, 0
        if self._stack:
            column = self._stack[y].column
            return self._stack[y].row, self.column if column is None else column
        column = (x - LABEL + self.scroll_offset.x) // (self._cell + GAP) if x >= LABEL and self._head else self.column
        return self.lines[y].item, min(column, max(len(self.comparison.columns) - 1, 0))


def _padded(pieces: Iterable[Piece], width: int) -> list[Piece]:
    pieces = list(pieces)
    return [*pieces, Piece(" " * max(width - sum(cell_len(piece.text) for piece in pieces), 0))]
