"""Figures: the claimed quantities of an event, and how its outlets agree."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from narrator.model.comparison import Comparison, Link
from narrator.model.statement import Statement
from narrator.tui.bindings import bindings
from narrator.tui.messages import Compared, ExplainLink, ReadEvent
from narrator.tui.screens.keeping import KeepingRoom
from narrator.tui.widgets.agreement import AgreementPage
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.page import Page
from narrator.tui.widgets.quantities import QuantitiesPage
from narrator.tui.words import count
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import EventSummary


class FiguresScreen(KeepingRoom):
    """Two panes: side by side where it is wide, else the one that has the keys."""

    PLACE = "figures"
    PANES = ("quantities", "agreement")
    MAIN = "quantities"
    AUTO_FOCUS = "#quantities"
    BINDINGS = bindings(PLACE)

    def __init__(
        self, desk: Desk, event: "EventSummary", comparison: Comparison | None = None, statement: str = ""
    ) -> None:
        super().__init__(desk, event)
        self.comparison = comparison
        self._statement = statement

    def compose_body(self) -> ComposeResult:
        """Quantities, agreement."""
        yield QuantitiesPage("quantities")
        yield AgreementPage("agreement")

    @property
    def quantities(self) -> QuantitiesPage:
        """The quantities."""
        return self.query_one("#quantities", QuantitiesPage)

    @property
    def agreement(self) -> AgreementPage:
        """How the outlets agree."""
        return self.query_one("#agreement", AgreementPage)

    def on_mount(self) -> None:
        """Show the figures, or ask for the comparison."""
        self._show()
        if self.comparison is None:
            self.compare()

    def _show(self) -> None:
        what = short = ""
        if self.comparison is not None:
            self.quantities.show(self.comparison, self._statement)
            self.agreement.show(self.comparison)
            short = count(len(self.quantities.figures), "figure")
            clashing = sum(bool(one.conflicts) for one in self.quantities.figures)
            what = f"{short} · {clashing} in conflict"
        self.query_one(TopBar).say("Figures", self.event.title, what=what, short=short)

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        if not self.stale(message):
            here = self.quantities.statement
            self.comparison, self._statement = message.comparison, here.id if here else self._statement
            self._show()

    def action_next_figure(self) -> None:
        """To the next quantity."""
        self._step(1)

    def action_previous_figure(self) -> None:
        """To the previous quantity."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if not self.quantities.step(step):
            self.say(f"No {'further' if step > 0 else 'earlier'} quantity.")

    @on(Page.Opened, "#quantities")
    def _account_opened(self) -> None:
        statement = self.quantities.statement
        if statement is not None:
            self.post_message(ReadEvent(self.event, statement.article, statement.start, statement.end))

    @on(Page.Opened, "#agreement")
    def _pair_opened(self) -> None:
        pair, comparison = self.agreement.pair, self.comparison
        if pair is None or comparison is None:
            return
        if pair.link is None:
            self.say("These two do not conflict: there are no words to go to.")
        else:
            statement = comparison.statement_by_id[pair.link.left]
            self.post_message(ExplainLink(self.event, comparison, statement, pair.link))

    def chosen(self) -> tuple[list[Statement], Link | None]:
        """The statement that gives the figure under the cursor, and the one whose figure clashes with it."""
        figure, account, comparison = self.quantities.figure, self.quantities.account, self.comparison
        if figure is None or comparison is None:
            return [], None
        here = figure.bars[account].statement
        ties = sorted(figure.ties, key=lambda tie: not tie.link.is_conflict)
        tie = next((one for one in ties if account in (one.left, one.right)), None)
        if tie is None:
            return [here], None
        sides = [comparison.statement_by_id[side] for side in (tie.link.left, tie.link.right)]
        return (sides if tie.left == account else sides[::-1]), tie.link

    def linked(self) -> tuple[Statement, Link] | str:
        """The link to the account that clashes, else to another account of the same figure."""
        figure, comparison = self.quantities.figure, self.comparison
        statements, link = self.chosen()
        if figure is None or comparison is None or link is not None:
            return super().linked()
        here, others = statements[0], {bar.statement.id for bar in figure.bars}
        links = [one for one in comparison.links_of.get(here.id, ()) if {one.left, one.right} <= others]
        return (here, links[0]) if links else "No other account of this figure was compared with this one."

    def action_save_drawing(self) -> None:
        """Write figures and agreement as an SVG file."""
        comparison, title = self.comparison, self.event.title
        if comparison is None:
            self.say(self.missing)
            return
        from narrator.export.svg import comparison_svg

        self.write_notes(title, lambda _: comparison_svg(comparison, title), "the drawing (SVG)", "svg")
