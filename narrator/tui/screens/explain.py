"""Explain: why two statements are linked as they are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from narrator.model.article import Span
from narrator.model.comparison import Comparison, Link
from narrator.model.notebook import Anchor, Bookmark
from narrator.model.statement import Statement
from narrator.tui.bindings import bindings
from narrator.tui.messages import Compared, ExplainLink, ReadEvent
from narrator.tui.screens.keeping import KeepingRoom
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.explanation import ExplanationPage
from narrator.tui.widgets.page import Page
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import EventSummary, Session
    from narrator.tui.workers import Report


class ExplainScreen(KeepingRoom):
    """One link of a statement at a time."""

    PLACE = "explain"
    AUTO_FOCUS = "#explanation"
    BINDINGS = bindings(PLACE)

    def __init__(
        self, desk: Desk, event: "EventSummary", comparison: Comparison, statement: Statement, link: Link
    ) -> None:
        super().__init__(desk, event)
        self.comparison: Comparison = comparison
        self._statement = statement
        links = comparison.links_of.get(statement.id, ())
        number = _number_of(link, links)
        self._gone = number is None
        self._links, self._number = (links, number) if number is not None else ((link, *links), 0)

    def compose_body(self) -> ComposeResult:
        """The explanation alone."""
        yield ExplanationPage("explanation")

    @property
    def page(self) -> ExplanationPage:
        """The explanation."""
        return self.query_one("#explanation", ExplanationPage)

    @property
    def link(self) -> Link:
        """The link that is explained."""
        return self._links[self._number]

    def on_mount(self) -> None:
        """Show the link."""
        self.query_one(TopBar).say("Explain", self.event.title)
        self._show()
        if self._gone:
            self.say("The two are linked no more: this is how it was.")

    def _show(self) -> None:
        place = f"link {self._number + 1} of {len(self._links)}"
        self.page.show(self.comparison, self.link, self._statement, place)

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        """After a correction: the same link as it is now, else the next of the statement, else what was."""
        links = message.comparison.links_of.get(self._statement.id, ())
        if self.stale(message):
            return
        if not links:
            self.say("Nothing links this statement any more: this is how it was.")
            return
        number = _number_of(self.link, links)
        if number is None:
            self.say("The two are linked no more: this is another link of the statement.")
        self.comparison, self._links = message.comparison, links
        self._statement = message.comparison.statement_by_id[self._statement.id]
        self._number = min(self._number, len(links) - 1) if number is None else number
        self._show()

    def _step(self, step: int) -> None:
        number = self._number + step
        if 0 <= number < len(self._links):
            self._number = number
            self._show()
        else:
            self.say(f"No {'further' if step > 0 else 'earlier'} link of this statement.")

    def action_next_link(self) -> None:
        """The next link of the same statement."""
        self._step(1)

    def action_previous_link(self) -> None:
        """The previous link of the same statement."""
        self._step(-1)

    @on(Page.Opened, "#explanation")
    def _opened(self) -> None:
        statement = self.page.statement
        if statement is not None:
            self.post_message(ReadEvent(self.event, statement.article, statement.start, statement.end))

    def chosen(self) -> tuple[list[Statement], Link | None]:
        """Both statements, the one under the cursor first."""
        both = [self.comparison.statement_by_id[side] for side in (self.link.left, self.link.right)]
        return sorted(both, key=lambda one: one is not self.page.statement), self.link


def _number_of(link: Link, links: Sequence[Link]) -> int | None:
    """Which of these links joins the same two statements."""
    pair = {link.left, link.right}
    return next((number for number, one in enumerate(links) if {one.left, one.right} == pair), None)


def link_of(session: "Session", bookmark: Bookmark, report: "Report") -> ExplainLink | str:
    """The strongest link between what a bookmark holds, of one statement its strongest link; in words why there is none."""
    if bookmark.event is None:
        return "This bookmark belongs to no event of the library."
    event = session.find_event(bookmark.event)
    comparison = session.compare(event.event.id, progress=report)
    kept = [found for anchor in bookmark.anchors if (found := _statement_at(comparison, anchor))]
    if not kept:
        return "The bookmarked words are no statement of the comparison as it stands now."
    ids = {one.id for one in kept}
    links = comparison.links_of.get(kept[0].id, ())
    between = [link for link in links if {link.left, link.right} <= ids] if len(kept) > 1 else links
    if not between:
        return "No other statement was compared with this one."
    return ExplainLink(event, comparison, kept[0], between[0])


def _statement_at(comparison: Comparison, anchor: Anchor) -> Statement | None:
    """The statement at the words of an anchor, or the one that shares most of them."""
    start, end = anchor.spans[0].start, anchor.spans[-1].end
    there = [one for one in comparison.statements if one.article == anchor.article]
    found = [one for one in there if Span(one.start, one.end).overlaps(Span(start, end))]
    return max(found, key=lambda one: min(one.end, end) - max(one.start, start), default=None)
