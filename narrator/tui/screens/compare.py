"""Compare: all accounts of an event side by side."""

import gc
from typing import TYPE_CHECKING, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from narrator.model.article import Article
from narrator.model.comparison import By, Comparison, Link
from narrator.model.statement import Statement
from narrator.tui.bindings import bindings
from narrator.tui.keymap import key_of
from narrator.tui.messages import Arranged, Compared, NotebookRead, ReadEvent
from narrator.tui.reading import chain, name_of
from narrator.tui.screens.chooser import Chooser, Option
from narrator.tui.screens.correcting import AtHand
from narrator.tui.screens.keeping import KeepingRoom
from narrator.tui.widgets.cells import Sheet
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.columns import Arrangement, articles_by_column, columns_of, silences
from narrator.tui.widgets.matrix import Matrix
from narrator.tui.widgets.page import Page
from narrator.tui.widgets.places import Place
from narrator.tui.widgets.rows import ALL, Filter, Order, Row, choices, in_words, ordered, passing, rows_of
from narrator.tui.words import count
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import EventSummary

BYS: tuple[By, ...] = get_args(By)
ORDERS: tuple[Order, ...] = get_args(Order)
_ORDER_WORDS: dict[Order, str] = {
    "contested": "most contested first",
    "time": "earliest first",
    "article": "article order",
}


class CompareScreen(KeepingRoom):
    """The matrix of claims and narrators."""

    PLACE = "compare"
    AUTO_FOCUS = "#matrix"
    BINDINGS = bindings(PLACE)

    def __init__(self, desk: Desk, event: "EventSummary", comparison: Comparison | None = None) -> None:
        super().__init__(desk, event)
        self.comparison = comparison
        self._by: By = comparison.by if comparison else BYS[0]
        self._arranging: Comparison | None = None
        self._only = ALL
        self._order: Order = "contested"
        self._arrangements: dict[By, Arrangement] = {}
        self._kept: frozenset[str] = frozenset()
        self._told: tuple[str, str] | None = None
        self._made_of: Comparison | None = None
        self._rows: list[Row] = []
        self._silences: dict[str, str] = {}
        self._articles: dict[str, list[Article]] = {}

    def compose_body(self) -> ComposeResult:
        """The matrix, and below it in a line what the statement under the cursor clashes with."""
        yield Matrix("matrix")
        yield Static(id="why", markup=False)

    @property
    def matrix(self) -> Matrix:
        """The matrix."""
        return self.query_one("#matrix", Matrix)

    @property
    def arrangement(self) -> Arrangement:
        """What the reader made of the present columns."""
        return self._arrangements.get(self.comparison.by, Arrangement()) if self.comparison else Arrangement()

    def on_mount(self) -> None:
        """Show the comparison, or ask for it."""
        self.matrix.moved.subscribe(self, self._moved, immediate=True)
        self._show()
        if self.comparison is None:
            self.compare()
        self._read_notebook()

    def renew(self) -> None:
        """Ask again for the comparison and which statements the notebook holds."""
        super().renew()
        self._read_notebook()

    def _read_notebook(self) -> None:
        event = self.event.id
        self.ask(lambda session, _: session.notebook(event), NotebookRead)

    def _show(self) -> None:
        what = short = ""
        comparison = self.comparison
        if comparison is not None:
            self._make(comparison)
            rows = ordered(passing(self._rows, self._only, self._kept), self._order)
            self.matrix.show(self._sheet(comparison, rows), self._empty)
            short = f"{len(rows)} of {count(len(comparison.claims), 'claim')}"
            short += "" if self._only == ALL else f" · {in_words(self._only, comparison)}"
            what = f"{short} · {_ORDER_WORDS[self._order]}"
        if (what, short) != self._told:  # to say it again would lay the screen out again
            self._told = what, short
            self.query_one(TopBar).say("Compare", self.event.title, what=what, short=short)

    def _make(self, comparison: Comparison) -> None:
        """What does not change while the comparison is the same; it may be much."""
        if self._made_of is comparison:
            return
        if self._made_of is not None:  # what is left of an earlier one goes
            gc.unfreeze()
            gc.collect()
        self._made_of, self._rows = comparison, rows_of(comparison)
        columns = columns_of(comparison, self._rows, self.event.articles)
        self._silences = silences(comparison, columns, self.event.articles)
        self._articles = articles_by_column(comparison, columns)
        gc.freeze()  # else a full collection would walk over all of it: of 400 x 50 cells 59 ms instead of 3

    def on_unmount(self) -> None:
        """What was kept from the collector is its own again."""
        gc.unfreeze()

    def _sheet(self, comparison: Comparison, rows: list[Row]) -> Sheet:
        columns, arrangement = columns_of(comparison, rows, self.event.articles), self.arrangement
        shown = arrangement.shown(columns)
        return Sheet(
            comparison,
            rows,
            shown,
            pinned=sum(column.id in arrangement.pinned for column in shown),
            hidden=len(columns) - len(shown),
            silences=self._silences,
            articles=self._articles,
            kept=self._kept,
        )

    @property
    def _empty(self) -> str:
        if self._only == ALL:
            return "No claims were found."
        assert self.comparison is not None
        return f"No rows: {in_words(self._only, self.comparison)}. Esc shows all."

    @property
    def by(self) -> By:
        """The columns that were asked for last, though the answer may be under way."""
        return self._by

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        if not self.stale(message):
            self.comparison = message.comparison
            self._show()
            if self.comparison.by != self._by:
                self._ask_to_arrange(self.comparison)

    @on(Arranged)
    def _arranged(self, message: Arranged) -> None:
        """Other columns of the comparison that is shown; of an older one they are out of date."""
        if not self.stale(message) and self._arranging is self.comparison:
            self.comparison = message.comparison
            self._show()

    @on(NotebookRead)
    def _notebook_read(self, message: NotebookRead) -> None:
        if self.stale(message):
            return
        anchors = (anchor for bookmark in message.notebook.bookmarks for anchor in bookmark.anchors)
        kept = frozenset(f"{one.article}:{one.spans[0].start}-{one.spans[-1].end}" for one in anchors)
        if kept != self._kept:
            self._kept = kept
            self._show()

    def leave_inner(self) -> bool:
        """Esc shows all rows again before it leaves the screen."""
        if super().leave_inner():
            return True
        if self._only == ALL:
            return False
        self._filter(ALL)
        return True

    def action_columns(self) -> None:
        """By outlet, by narrator, by side."""
        comparison = self.comparison
        if comparison is None:
            self.say(self.missing)
            return
        self._by = BYS[(BYS.index(self._by) + 1) % len(BYS)]
        self._ask_to_arrange(comparison)

    def _ask_to_arrange(self, comparison: Comparison) -> None:
        self._arranging, by = comparison, self._by

        def arranged() -> Comparison:
            from narrator.comparison import arrange  # brings the language room along: only on the session's thread

            return arrange(comparison, by)

        self.ask(lambda *_: arranged(), Arranged)

    @work
    async def action_only(self) -> None:
        """Choose which rows are shown."""
        comparison = self.comparison
        if comparison is None:
            self.say(self.missing)
            return
        filters = {f"{only.what}:{only.value}": (only, number) for only, number in choices(self._rows, self._kept)}
        options = [
            Option(identity, in_words(only, comparison), count(number, "row"))
            for identity, (only, number) in filters.items()
        ]
        chosen = await self.app.push_screen_wait(Chooser("Which rows?", options))
        if chosen is not None:
            self._filter(filters[chosen][0])

    def _filter(self, only: Filter) -> None:
        self._only = only
        self._show()

    def action_sort(self) -> None:
        """By how contested, by time, by the order of the articles."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show()

    def action_move_left(self) -> None:
        """The column under the cursor one place to the left."""
        self._move(-1)

    def action_move_right(self) -> None:
        """The column under the cursor one place to the right."""
        self._move(1)

    def _move(self, step: int) -> None:
        sheet = self.matrix.sheet
        moved = self.arrangement.moved(sheet.columns, self.matrix.column, step)
        if moved == self.arrangement:
            edge = "pinned column" if sheet.pinned else "column"
            self.say(f"This is the {'first' if step < 0 else 'last'} {edge} already.")
        else:
            self._arrange(moved)

    def action_pin(self) -> None:
        """Pin the column under the cursor, or let it go."""
        if self.matrix.over is not None:
            self._arrange(self.arrangement.pin(self.matrix.over.id))

    def action_hide_column(self) -> None:
        """Leave out the column under the cursor; the last one stays."""
        if self.matrix.over is None:
            return
        if len(self.matrix.sheet.columns) == 1:
            self.say("This is the last column.")
            return
        hidden = self.arrangement.hide(self.matrix.over.id)
        # Said first: it lays the screen out for both.
        self.say(f"Hidden: {self.matrix.over.title}. {key_of(self, 'show_columns')} shows all columns.")
        self._arrange(hidden)

    def action_show_columns(self) -> None:
        """Show the hidden columns again."""
        self._arrange(self.arrangement.show_all())

    def _arrange(self, arrangement: Arrangement) -> None:
        if self.comparison is not None:
            self._arrangements[self.comparison.by] = arrangement
            self._show()

    def action_next_conflict(self) -> None:
        """To the next row with a conflict."""
        self._step(1)

    def action_previous_conflict(self) -> None:
        """To the previous row with a conflict."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.comparison is None:
            self.say(self.missing)
        elif not self.matrix.step_conflict(step):
            self.say(f"No {'further' if step > 0 else 'earlier'} row with a conflict.")

    def _moved(self, _: Place) -> None:
        statements, link = self.chosen()
        row, text = self.matrix.row, ""
        if row is not None and not statements:  # who is silent here: what the others clash about
            link = next(iter(row.links), None)
        if link is not None and self.comparison is not None:
            other = f" with {chain(self.comparison, statements[-1])}" if len(statements) > 1 else ""
            text = f"{name_of(link)}{other}: {link.explanation}"
        self.query_one("#why", Static).update(Content(text), layout=False)

    @on(Page.Opened, "#matrix")
    def _opened(self) -> None:
        statement = self.matrix.statement
        if statement is None:
            self.say("This narrator is silent here: there is nothing to open.")
        else:
            self.post_message(ReadEvent(self.event, statement.article, statement.start, statement.end))

    def chosen(self) -> tuple[list[Statement], Link | None]:
        """The statement under the cursor and the one it clashes with most surely in its row; nothing in a silent cell."""
        row, here, comparison = self.matrix.row, self.matrix.statement, self.comparison
        if row is None or here is None or comparison is None:
            return [], None
        links = row.clashes.get(here.id, ())
        if not links:
            return [here], None
        sides = [comparison.statement_by_id[side] for side in (links[0].left, links[0].right)]
        return sorted(sides, key=lambda side: side is not here), links[0]

    def at_hand(self) -> AtHand:
        """The statement under the cursor, and of its row the one it clashes with or, else, the first other one."""
        statements, _ = self.chosen()
        row, comparison = self.matrix.row, self.comparison
        if len(statements) != 1 or row is None or comparison is None:
            return AtHand.of(statements)
        others = (one for one in row.claim.statements if one != statements[0].id)
        return AtHand(statements[0], comparison.statement_by_id.get(next(others, "")))
