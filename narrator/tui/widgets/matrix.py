"""The comparison as one virtual view: a table with pinned head, claims and columns, or stacked rows where it is narrow."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.selection import Selection
from textual.signal import Signal
from textual.strip import Strip

from narrator.model.comparison import Column
from narrator.model.statement import Statement
from narrator.tui.bindings import bindings
from narrator.tui.widgets.cells import Sheet
from narrator.tui.widgets.grid import LABELS, Heights, Setting, Stack, Table
from narrator.tui.widgets.lines import Line, Piece, paragraph, plain
from narrator.tui.widgets.page import Page
from narrator.tui.widgets.places import Place, holding, places_in, places_of
from narrator.tui.widgets.rows import Row
from narrator.tui.widgets.spots import Spot
from narrator.tui.widgets.strips import TableStrips

TABLE_FROM = 100
"""Narrower than this the rows stack."""


class Matrix(Page):
    """Rows are claims and items; the column cursor moves within a row, and within a cell of several statements."""

    BINDINGS = bindings("matrix")

    column = reactive(0)
    entry = reactive(0)

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.sheet = Sheet()
        self.empty = ""
        self._setting: Setting | None = None
        self._heights: Heights = {}
        self._strips: TableStrips | None = None
        self._found: list[Place] = []
        self.moved: Signal[Place] = Signal(self, "moved")
        """The cursor came to another place. Told at once, so that what is said of the place is painted together with it."""

    @property
    def items(self) -> int:
        """The rows."""
        return len(self.sheet.rows)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, as they are shown."""
        return self.sheet.rows

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def over(self) -> Column | None:
        """The column under the cursor."""
        return self.sheet.columns[self.column] if self.column < len(self.sheet.columns) else None

    @property
    def statement(self) -> Statement | None:
        """The statement under the cursor; in a silent cell none."""
        if self.row is None or self.over is None:
            return None
        said = self.sheet.said(self.row, self.over)
        return said[min(self.entry, len(said) - 1)] if said else None

    @property
    def all_width(self) -> int:
        """Cells of the whole table."""
        return self._table.all_width if self._table is not None else super().all_width

    @property
    def _table(self) -> Table | None:
        return self._setting if isinstance(self._setting, Table) else None

    @property
    def _stack(self) -> Stack | None:
        return self._setting if isinstance(self._setting, Stack) else None

    def show(self, sheet: Sheet, empty: str) -> None:
        """Show rows and columns, or where there are none say why; the cursor stays on its claim and column."""
        claim, over = self.row.claim.id if self.row else "", self.over.id if self.over else ""
        by = sheet.comparison.by != self.sheet.comparison.by
        if sheet.comparison is not self.sheet.comparison or sheet.kept != self.sheet.kept:
            self._heights = {}
        sheet.expanded, sheet.words = self.sheet.expanded, self.sought
        self.sheet, self.empty = sheet, empty
        columns = [column.id for column in sheet.columns]
        row = next((number for number, row in enumerate(sheet.rows) if row.claim.id == claim), 0)
        spoken = (number for number, one in enumerate(columns) if sheet.rows and one in sheet.rows[row].cells)
        nearest = next(spoken, 0) if not over or by else max(0, min(self.column, len(columns) - 1))
        self._stand_on(Place(row, columns.index(over) if over in columns else nearest))
        self.renew()
        self.tell_moved()

    def renew(self) -> None:
        """Lay out again; the table is as wide as its columns."""
        if self.scrollable_content_region.width != self._laid_out_for:
            self._heights = {}
        super().renew()
        if self._table is not None:
            self._see(self.scroll_offset.x)
        self.bring_into_view()

    def reach(self, size: Size) -> None:
        """So much can be scrolled through; only where that shows or hides a scrollbar the screen is laid out again."""
        room = self.container_size
        if self.scrollbars_enabled != (size.height > room.height, size.width > room.width):
            super().reach(size)
            return
        self.set_reactive(Matrix.virtual_size, size)
        for bar, length in ((self.vertical_scrollbar, size.height), (self.horizontal_scrollbar, size.width)):
            bar.window_virtual_size = length
        self.scroll_x, self.scroll_y = self.scroll_x, self.scroll_y  # no further than the new end

    def lay_out(self, width: int) -> Sequence[Line]:
        """The rows, none of which is set before it is seen; in their place words, where there are none."""
        self._setting = self._strips = None
        if not self.rows:
            return [Line(), *paragraph(self.empty or self.awaited, width - 2, None, "muted", indent="  ")]
        if self.app.size.width < TABLE_FROM or not self.sheet.columns:
            self._setting = Stack(self.sheet, width - 3, self._heights)
        else:
            self._setting = Table(self.sheet, width, self._heights)
            self._strips = TableStrips(self._setting, self.style_of, self._selected)
        return self._setting

    def forget_styles(self) -> None:
        """Look the colours up again, and draw."""
        if self._strips is not None:
            self._strips.forget()
        super().forget_styles()

    def tell_moved(self) -> None:
        """Say where the cursor is."""
        self.moved.publish(self.place)

    # Where things are

    def extent(self, item: int) -> tuple[int, int]:
        """The lines of a row; in the stack, of the statement under the cursor."""
        if self._setting is None or not 0 <= item < self.items:
            return 0, 0
        first, last = self._setting.extent(item)
        if self._stack is not None and item == self.cursor:
            numbers = [
                first + number
                for number, (_, block) in enumerate(self._stack.row(item))
                if block.column == self.column and block.item == self.entry
            ]
            if numbers:
                return (numbers[0] if numbers[0] > first + 3 else first), numbers[-1] + 1
        return first, last

    @property
    def place(self) -> Place:
        """Where the cursor is."""
        return Place(self.cursor, self.column, self.entry)

    def go_to(self, place: Place) -> None:
        """Put the cursor on a statement; a cell that only counts it is opened."""
        row, column = self.rows[place.row], self.sheet.columns[place.column]
        if place.item >= len(self.sheet.said(row, column)) and self.sheet.beside(row, column):
            self.sheet.expanded.add((row.claim.id, column.id))
            for known in [one for one in self._heights if one[:2] == (row.claim.id, column.id)]:
                del self._heights[known]
            self._stand_on(place)
            self.renew()
        self._stand_on(place)
        self.watch_cursor()

    def _stand_on(self, place: Place) -> None:
        """Take a place at once, to be shown once."""
        for part, value in zip((Page.cursor, Matrix.column, Matrix.entry), place, strict=True):
            self.set_reactive(part, value)

    def bring_into_view(self) -> None:
        """Scroll so that the cell under the cursor is seen beside what is pinned and below the head."""
        first, last = self.extent(self.cursor)
        if not last:
            return
        left = self._scroll_x()
        head, height = Table.HEAD * (self._table is not None), self.size.height
        top = self.scroll_offset.y + self._see(left)
        first, last = self.extent(self.cursor)
        if self.cursor == 0 and first <= head:
            first = 0
        if first - head < top:
            top = max(first - head, 0)
        elif last + 1 > top + height:
            top = min(last + 1 - height, first - head)
        self.scroll_to(left, max(top, 0), animate=False, force=True, immediate=True)

    def _see(self, left: int) -> int:
        """Fit the rows to the columns seen when scrolled so far; by how many lines that moves the row under the cursor."""
        table = self._table
        if table is None or self._strips is None:
            return 0
        first, cut = divmod(left, table.step)
        before = table.tops[self.cursor]
        if table.see(table.held + first, first + table.whole + (cut > 0)):
            self._strips.forget_lines()
            self.reach(Size(table.all_width, len(table)))
        return table.tops[self.cursor] - before

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Other columns, other heights; the row under the cursor stays where it is."""
        super().watch_scroll_x(old_value, new_value)
        moved = self._see(int(new_value))
        if moved:
            self.scroll_to(y=self.scroll_offset.y + moved, animate=False, force=True, immediate=True)

    def _scroll_x(self) -> int:
        table = self._table
        if table is None:
            return 0
        left, here = (self.column - table.held) * table.step, self.scroll_offset.x
        if left < 0:
            return here
        return max(min(here, left), left - (table.whole - table.held - 1) * table.step)

    # Drawing

    def base_roles(self, y: int) -> tuple[str, ...]:
        """In the stack the statement under the cursor stands out; the table colours its own."""
        if self._stack is None:
            return ()
        block = self._stack.block(y)
        here = self._stack.row_at(y) == self.cursor and block.column == self.column
        return ("cursor",) if here and block.item == self.entry else ()

    def pieces(self, y: int) -> Iterable[Piece]:
        """What is drawn in a line of the stack; all of a line of the table."""
        if self._stack is None or y >= self._stack.head:
            return (Piece(" "), *self.lines[y].pieces) if self._stack is not None else self.lines[y].pieces
        return (Piece(" "), Piece(self.sheet.arranged, ("muted",)))

    def render_line(self, y: int) -> Strip:
        """One visible line; head, claims and pinned columns stay where they are while the rest scrolls."""
        table = self._table
        if table is None or self._strips is None:
            return super().render_line(y)
        scroll_x, scroll_y = self.scroll_offset
        number, width = y if y < table.head else y + scroll_y, self.size.width
        if number >= len(table):
            return Strip.blank(width, self.style_of(()))
        return self._strips.line(number, scroll_x, width, self.place, fresh=self.text_selection is not None)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected characters; lines outside the selection are not set for it."""
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else len(self.lines) - 1
        spans = ((y, selection.get_span(y)) for y in range(first, min(last + 1, len(self.lines))))
        return "\n".join(self._text(y, *span) for y, span in spans if span), "\n"

    def _text(self, y: int, start: int, end: int) -> str:
        """The characters of a line, from one to before another, as the mouse counts them; -1 is the end of the line."""
        if self._strips is not None:
            return self._strips.text(y, start, end, self.scroll_offset.x)
        text = plain(self.pieces(y))
        return text[start : len(text) if end < 0 else end]

    # Moving

    def watch_column(self) -> None:
        """Show the cursor and say where it is."""
        self.set_reactive(Matrix.entry, 0)
        self.watch_cursor()

    def watch_entry(self) -> None:
        """See `watch_column`."""
        self.watch_cursor()

    def action_right(self) -> None:
        """To the next column; in the stack to the next narrator who speaks."""
        self._to_column(range(self.column + 1, len(self.sheet.columns)))

    def action_left(self) -> None:
        """To the previous column; in the stack to the previous narrator who speaks."""
        self._to_column(range(self.column - 1, -1, -1))

    def _to_column(self, candidates: range) -> None:
        row = self.row
        if self._stack is not None and row is not None:
            speaking = (one for one in candidates if self.sheet.columns[one].id in row.cells)
            self.column = next(speaking, self.column)
        elif candidates:
            self.column = candidates[0]

    def action_down(self) -> None:
        """To the next row, once the end of this one was seen; where rows are stacked, to the next statement."""
        self._step(1, super().action_down)

    def action_up(self) -> None:
        """To the previous row, once the start of this one was seen; where rows are stacked, to the previous statement."""
        self._step(-1, super().action_up)

    def _step(self, step: int, to_row: Callable[[], None]) -> None:
        if self._stack is not None:
            if not self._to_statement(step, all_of_them=False):
                to_row()
        elif not self._scroll_within(step):
            self.set_reactive(Matrix.entry, 0)
            to_row()

    def _scroll_within(self, step: int) -> bool:
        """Scroll on in a row that is higher than the screen; whether there was more of it."""
        first, last = self.extent(self.cursor)
        top, height = self.scroll_offset.y, self.size.height - Table.HEAD
        beyond = last - (top + Table.HEAD + height) if step > 0 else top + Table.HEAD - first
        if self._table is None or last - first <= height or beyond <= 0:
            return False
        self.scroll_to(y=top + step * min(beyond, max(height - 2, 1)), animate=False, force=True, immediate=True)
        return True

    def action_next_statement(self) -> None:
        """To the next statement: in this cell, in this row, in the next rows."""
        self._to_statement(1, all_of_them=True)

    def action_previous_statement(self) -> None:
        """To the previous statement."""
        self._to_statement(-1, all_of_them=True)

    def _to_statement(self, step: int, all_of_them: bool) -> bool:
        here = self.place
        rows = range(self.cursor, self.items) if step > 0 else range(self.cursor, -1, -1)
        for number in rows:
            places = places_in(self.sheet, number, all_of_them)
            beyond = [place for place in places if (place > here if step > 0 else place < here)]
            if beyond:
                self.go_to(min(beyond) if step > 0 else max(beyond))
                return True
        return False

    def step_conflict(self, step: int) -> bool:
        """To the next (1) or previous (-1) row with a conflict, at its sharpest clash; whether there is one."""
        numbers = range(self.cursor + 1, self.items) if step > 0 else range(self.cursor - 1, -1, -1)
        number = next((number for number in numbers if self.rows[number].has_conflict), None)
        if number is None:
            return False
        link = next(link for link in self.rows[number].links if link.is_conflict)
        sides = places_of(self.sheet, number, (link.left, link.right))
        self.go_to(sides[0] if sides else Place(number, self.column))
        return True

    # Searching

    @property
    def matches(self) -> int:
        """How many labels and statements hold the words that were looked for."""
        return len(self._found)

    def find(self, words: str) -> int:
        """Mark all labels and statements that hold the words, whatever their case; how many there are."""
        self.sought = self.sheet.words = words
        self._match, self._found = -1, list(holding(self.sheet, words))
        if self._setting is not None:
            self._setting.forget()
        if self._strips is not None:
            self._strips.forget()
        self.refresh()
        return len(self._found)

    def go_to_match(self, step: int) -> int | None:
        """To the next (1) or previous (-1) match, or (0) to the first one in this row or after it; its number, from 1."""
        if not self._found:
            return None
        if step == 0:
            self._match = next((number for number, place in enumerate(self._found) if place.row >= self.cursor), 0)
        else:
            self._match = (self._match + step) % len(self._found)
        match = self._match  # opening a cell searches again
        place = self._found[match]
        self.go_to(place if place.column != LABELS else Place(place.row, self.column))
        self._match = match
        return match + 1

    # Jumping and the mouse

    def visible_items(self) -> Iterator[Spot]:
        """The statements that are seen, each where its first words are."""
        known: set[Place] = set()
        for offset in self._seen_starts():
            place = self._place_at(offset)
            if place is None or place in known:
                continue
            if place.item < len(self.sheet.said(self.rows[place.row], self.sheet.columns[place.column])):
                known.add(place)
                yield Spot(*offset, place)

    def _seen_starts(self) -> Iterator[Offset]:
        """Where the lines of cells begin that are seen and not blank."""
        (left, top), height = self.scroll_offset, self.scrollable_content_region.height
        if self._stack is not None:
            yield from self._stack.starts(top, height)
        elif self._table is not None:
            yield from self._table.starts(left, top, height)

    def jump_to(self, goal: Hashable) -> None:
        """Put the cursor on one of the `visible_items`."""
        if isinstance(goal, Place):
            self.go_to(goal)

    def on_click(self, event: events.Click) -> None:
        """A click moves to a statement; one on the cursor's opens it, one on "more here" shows all of the cell."""
        event.prevent_default()  # the page knows rows only
        offset = event.get_content_offset(self)
        if offset is None or self.text_selection is not None:
            return
        place = self._place_at(offset)
        if place is None:
            return
        if place == self.place:
            self.action_open()
        else:
            self.go_to(place)

    def _place_at(self, offset: Offset) -> Place | None:
        setting, table, (x, y) = self._setting, self._table, offset
        y += self.scroll_offset.y if table is None or y >= table.head else 0
        x += self.scroll_offset.x if table is not None and x >= table.pinned_width else 0
        row = setting.row_at(y) if setting is not None and y < len(setting) else None
        return Place(row, *setting.at(x, y, self.column)) if setting is not None and row is not None else None
