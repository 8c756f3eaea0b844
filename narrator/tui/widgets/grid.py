"""How a comparison is set: as a table whose rows span all columns, or stacked. Heights are counted, lines drawn on demand."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import overload

from textual.geometry import Offset

from narrator.tui.widgets.cells import (
    Block,
    Sheet,
    cell_blocks,
    height,
    label_blocks,
    lines_of,
    silent_blocks,
    stacked_blocks,
    stacked_cell,
    stacked_label,
)
from narrator.tui.widgets.columns import GAP, share
from narrator.tui.widgets.lines import Line, Piece, fit
from narrator.tui.widgets.rows import Row
from narrator.tui.widgets.spots import indent_of
from narrator.tui.words import count, day, days

LABELS = -1
"""The column of the claims."""
Heights = dict[tuple[str, str, int], int]
"""Lines that each cell takes, by claim, column and width; of the claim itself under the empty column."""


class Setting(Sequence[Line]):
    """The lines of all rows below a head of so many lines, none of which is set before it is asked for."""

    def __init__(self, sheet: Sheet, head: int, heights: Iterable[int]) -> None:
        self.sheet, self.head = sheet, head
        self.tops = list(accumulate(heights, initial=head))

    def __len__(self) -> int:
        return self.tops[-1]

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        row = self.row_at(index)
        return Line(tuple(self.pieces(index)), row)

    def row_at(self, y: int) -> int | None:
        """The row that a line belongs to; the head belongs to none."""
        return bisect_right(self.tops, y) - 1 if y >= self.head else None

    def extent(self, row: int) -> tuple[int, int]:
        """First line of a row, and the line after its last one that is not air."""
        return self.tops[row], self.tops[row + 1] - 1

    def at(self, x: int, y: int, column: int) -> tuple[int, int]:  # noqa: ARG002  # only a table has columns
        """Column and number of the statement at a cell of the content; where there is none, `column` and 0."""
        return column, 0

    def pieces(self, y: int) -> Iterator[Piece]:
        """All of a line."""
        raise IndexError(y)

    def forget(self) -> None:
        """Set the lines again when they are asked for: other words are marked."""


class Table(Setting):
    """Rows that span all columns; a row is as high as its highest cell among the columns that are seen."""

    HEAD = 4

    def __init__(self, sheet: Sheet, width: int, heights: Heights) -> None:
        self.width = width
        self.label_width, self.cell_width, self.whole = share(width, len(sheet.columns))
        self.held = min(sheet.pinned, self.whole - 1)
        self._cells: dict[tuple[int, int], list[Line]] = {}
        self._heads = self._titles(sheet)
        self._heights = heights
        self._columns: dict[int, list[int]] = {}
        self._seen = range(self.held, self.whole)
        super().__init__(sheet, self.HEAD, self._highest(sheet))

    def see(self, first: int, last: int) -> bool:
        """Fit the rows to the columns from `first` to before `last`, and the pinned ones; whether others were seen before."""
        seen = range(first, min(last, len(self.sheet.columns)))
        if seen == self._seen:
            return False
        self._seen = seen
        self.tops = list(accumulate(self._highest(self.sheet), initial=self.HEAD))
        return True

    @property
    def pinned_width(self) -> int:
        """Cells that do not scroll: the claims and the pinned columns."""
        return self.label_width + self.held * self.step

    @property
    def step(self) -> int:
        """Cells from a column to the next."""
        return self.cell_width + GAP

    @property
    def all_width(self) -> int:
        """Cells of the whole table."""
        return self.label_width + len(self.sheet.columns) * self.step - GAP

    def whole_columns(self, left: int) -> tuple[int, int]:
        """Number of the first column that scrolls and is seen whole when scrolled so far, and of the one after the last."""
        first = self.held + -(-left // self.step)
        return first, min(first + self.whole - self.held, len(self.sheet.columns))

    def _highest(self, sheet: Sheet) -> Iterator[int]:
        """How many lines each row takes, with the blank one below it, for the columns that are seen."""
        columns = (LABELS, *range(self.held), *self._seen)
        return (1 + max(cells) for cells in zip(*(self._column(sheet, one) for one in columns), strict=True))

    def _column(self, sheet: Sheet, number: int) -> list[int]:
        """How many lines each cell of a column takes: what is silent none that another cell of its row does not take."""
        if number not in self._columns:
            self._columns[number] = [self._height(sheet, row, number) for row in sheet.rows]
        return self._columns[number]

    def _height(self, sheet: Sheet, row: Row, number: int) -> int:
        column = sheet.columns[number] if number >= 0 else None
        if column is not None and column.id not in row.cells:
            return 0
        width = self.label_width - GAP if column is None else self.cell_width
        key = (row.claim.id, column.id if column else "", width)
        if key not in self._heights:
            blocks = cell_blocks(sheet, row, column, width) if column else label_blocks(sheet, row)
            self._heights[key] = height(blocks, width)
        return self._heights[key]

    def cell(self, row: int, column: int) -> list[Line]:
        """The lines of a cell; of the claim itself as column -1."""
        lines = self._cells.get((row, column))
        if lines is None:
            sheet, entry = self.sheet, self.sheet.rows[row]
            if column < 0:
                found = lines_of(sheet, entry, label_blocks(sheet, entry), self.label_width - GAP)
            else:
                blocks = cell_blocks(sheet, entry, sheet.columns[column], self.cell_width)
                found = lines_of(sheet, entry, blocks, self.cell_width)
            lines = self._cells[row, column] = [line for line, _ in found]
        return lines

    def at(self, x: int, y: int, column: int) -> tuple[int, int]:
        """See `Setting.at`; beside a claim stands the column itself."""
        row = self.row_at(y)
        assert row is not None
        if x >= self.label_width:
            column = min((x - self.label_width) // self.step, len(self.sheet.columns) - 1)
        lines, number = self.cell(row, column), y - self.tops[row]
        return column, (lines[number].item or 0) if number < len(lines) else 0

    def starts(self, left: int, top: int, height: int) -> Iterator[Offset]:
        """Where, when scrolled so far, the lines of cells begin that are not blank."""
        for y in range(self.head, min(height, len(self) - top)):
            row = self.row_at(y + top) or 0
            for column in (*range(self.held), *range(*self.whole_columns(left))):
                lines = self.cell(row, column)[y + top - self.tops[row] :]
                if lines and indent_of(lines[0].pieces) is not None:
                    yield Offset(self.label_width + column * self.step - left * (column >= self.held), y)

    def forget(self) -> None:
        """Set the lines again when they are asked for."""
        self._cells = {}

    def title(self, column: int) -> tuple[Piece, Piece]:
        """Name of a column, and when its articles were published."""
        return self._heads[column]

    def _titles(self, sheet: Sheet) -> list[tuple[Piece, Piece]]:
        found = []
        for column in sheet.columns:
            dates = [article.published for article in sheet.articles.get(column.id, ())]
            note = days(dates[0], dates[-1]) if dates else sheet.silences.get(column.id, day(None))
            note += f" · {count(len(dates), 'article')}" if len(dates) > 1 else ""
            width = self.cell_width
            found.append((Piece(fit(column.title, width), ("title",)), Piece(fit(note, width), ("muted",))))
        return found

    def pieces(self, y: int) -> Iterator[Piece]:
        """All of a line, of the columns that are not on the screen as well, with blanks between them."""
        row = self.row_at(y)
        for column in range(-1, len(self.sheet.columns)):
            cell = self.cell(row, column) if row is not None else self._head_cell(column)
            number = y - self.tops[row] if row is not None else y
            pieces = cell[number].pieces if number < len(cell) else ()
            yield from pieces
            yield Piece("  ")

    def _head_cell(self, column: int) -> list[Line]:
        title, note = self.title(column) if column >= 0 else (Piece("Claim"), Piece(""))
        return [Line(), Line((title,)), Line((note,)), Line()]


class Stack(Setting):
    """The same rows one under another, narrator's name before each cell."""

    def __init__(self, sheet: Sheet, width: int, heights: Heights) -> None:
        self.width = width
        self._rows: dict[int, list[tuple[Line, Block]]] = {}
        super().__init__(sheet, 1, [self._height(sheet, row, heights) for row in sheet.rows])

    def _height(self, sheet: Sheet, row: Row, heights: Heights) -> int:
        claim, total = row.claim.id, height(silent_blocks(sheet, row), self.width)
        parts = {"": -1, **{column.id: number for number, column in enumerate(sheet.columns) if column.id in row.cells}}
        for part, number in parts.items():
            lines = heights.get((claim, part, self.width))
            if lines is None:
                blocks = stacked_label(sheet, row) if number < 0 else stacked_cell(sheet, row, number)
                lines = heights[claim, part, self.width] = height(blocks, self.width)
            total += lines
        return total + 1

    def row(self, number: int) -> list[tuple[Line, Block]]:
        """The lines of a row, each with its block, which knows column and statement."""
        lines = self._rows.get(number)
        if lines is None:
            row = self.sheet.rows[number]
            blocks = stacked_blocks(self.sheet, row)
            lines = self._rows[number] = [*lines_of(self.sheet, row, blocks, self.width), (Line(), Block(""))]
        return lines

    def forget(self) -> None:
        """Set the lines again when they are asked for."""
        self._rows = {}

    def at(self, x: int, y: int, column: int) -> tuple[int, int]:  # noqa: ARG002  # the whole line is of one statement
        """See `Setting.at`."""
        block = self.block(y)
        return column if block.column is None else block.column, block.item or 0

    def starts(self, top: int, height: int) -> Iterator[Offset]:
        """Where, when scrolled so far, the lines of narrators' words begin that are not blank."""
        for y in range(min(height, len(self) - top)):
            indent = indent_of(self.pieces(y + top))
            if indent is not None and self.block(y + top).column is not None:
                yield Offset(indent + 1, y)

    def block(self, y: int) -> Block:
        """What a line belongs to."""
        row = self.row_at(y)
        return Block("") if row is None else self.row(row)[y - self.tops[row]][1]

    def pieces(self, y: int) -> Iterator[Piece]:
        """All of a line."""
        row = self.row_at(y)
        if row is not None:
            yield from self.row(row)[y - self.tops[row]][0].pieces
