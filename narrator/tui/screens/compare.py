"""Compare: all accounts of an event side by side."""

from typing import TYPE_CHECKING, get_args

from textual import on
from textual.app import ComposeResult

from narrator.model.comparison import By, Comparison, Link
from narrator.model.statement import Statement
from narrator.tui.bindings import bindings
from narrator.tui.messages import Arranged, Compared, ReadEvent
from narrator.tui.screens.correcting import AtHand
from narrator.tui.screens.keeping import KeepingRoom
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.grid import Only, Order
from narrator.tui.widgets.matrix import Matrix
from narrator.tui.widgets.page import Page
from narrator.tui.words import count
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import EventSummary

BYS: tuple[By, ...] = get_args(By)
ONLIES: tuple[Only, ...] = get_args(Only)
ORDERS: tuple[Order, ...] = get_args(Order)
_ORDER_WORDS: dict[Order, str] = {
    "contested": "most contested first",
    "time": "earliest first",
    "article": "article order",
}
_ONLY_WORDS: dict[Only, str] = {"all": "all claims", "differences": "differences only", "conflicts": "conflicts only"}


class CompareScreen(KeepingRoom):
    """The matrix of claims and narrators."""

    PLACE = "compare"
    AUTO_FOCUS = "#matrix"
    BINDINGS = bindings(PLACE)

    def __init__(self, desk: Desk, event: "EventSummary", comparison: Comparison | None = None) -> None:
        super().__init__(desk, event)
        self.comparison = comparison
        self._only: Only = "all"
        self._order: Order = "contested"

    def compose_body(self) -> ComposeResult:
        """The matrix alone."""
        yield Matrix("matrix")

    @property
    def matrix(self) -> Matrix:
        """The matrix."""
        return self.query_one("#matrix", Matrix)

    def on_mount(self) -> None:
        """Show the comparison, or ask for it."""
        self._show()
        event = self.event.id
        if self.comparison is None:
            self.ask(
                lambda session, report: session.compare(event, progress=report),
                Compared,
                f"Comparing {count(len(self.event.articles), 'article')}",
            )

    def _show(self) -> None:
        what = short = ""
        if self.comparison is not None:
            self.matrix.show(self.comparison, self._only, self._order)
            short = f"{self.matrix.items} of {count(len(self.comparison.claims), 'claim')}"
            what = f"{short} · {_ONLY_WORDS[self._only]} · {_ORDER_WORDS[self._order]} · by {self.comparison.by}"
        self.query_one(TopBar).say("Compare", self.event.title, what=what, short=short)

    @on(Compared)
    @on(Arranged)
    def _arrived(self, message: Compared | Arranged) -> None:
        if not self.stale(message):
            self.comparison = message.comparison
            self._show()

    def action_columns(self) -> None:
        """By outlet, by narrator, by side."""
        comparison = self.comparison
        if comparison is None:
            return
        by = BYS[(BYS.index(comparison.by) + 1) % len(BYS)]

        def arranged() -> Comparison:
            from narrator.comparison import arrange  # brings the language room along: only on the session's thread

            return arrange(comparison, by)

        self.ask(lambda *_: arranged(), Arranged)

    def action_only(self) -> None:
        """All rows, those with a difference, those with a conflict."""
        self._only = ONLIES[(ONLIES.index(self._only) + 1) % len(ONLIES)]
        self._show()

    def action_sort(self) -> None:
        """By how contested, by time, by the order of the articles."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show()

    @on(Page.Opened, "#matrix")
    def _opened(self) -> None:
        statement = self.matrix.statement
        if statement is None:
            self.say("This narrator is silent here: there is nothing to open.")
        else:
            self.post_message(ReadEvent(self.event, statement.article, statement.start, statement.end))

    def chosen(self) -> tuple[list[Statement], Link | None]:
        """The statement under the cursor and the one it clashes with most surely in its row; in a silent cell the row's clash."""
        row, here, comparison = self.matrix.row, self.matrix.statement, self.comparison
        if row is None or comparison is None:
            return [], None
        links = [link for link in row.links if here is None or here.id in (link.left, link.right)]
        if not links:
            return ([here] if here else []), None
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
