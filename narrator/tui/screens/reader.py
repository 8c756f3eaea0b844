"""The Reader: one article as a page, its rivals beside it, the articles of the event at hand."""

from collections import deque
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from narrator.model.article import Article
from narrator.model.comparison import Link
from narrator.model.statement import Statement
from narrator.tui.bindings import bindings
from narrator.tui.messages import Compared, CompareEvent, NotebookRead
from narrator.tui.reading import in_reading_order, sign_of
from narrator.tui.screens.correcting import AtHand
from narrator.tui.screens.keeping import KeepingRoom
from narrator.tui.widgets.article import ArticlePage
from narrator.tui.widgets.articles import ArticlesPane
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.page import Page
from narrator.tui.widgets.rivals import RivalsPane
from narrator.tui.words import count
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import EventSummary

CONFLICTS = frozenset({"conflict"})
DIFFERENCES = frozenset({"conflict", "frame", "update"})

LONGEST = 50
"""Places that Esc leads back to."""


class ReaderScreen(KeepingRoom):
    """The home view of an event. The text is there at once, the marks when the comparison is."""

    PLACE = "reader"
    PANES = ("articles", "text", "rivals")
    MAIN = "text"
    AUTO_FOCUS = "#text"
    BINDINGS = bindings(PLACE)

    def __init__(
        self, desk: Desk, event: "EventSummary", article: str | None = None, start: int = 0, end: int | None = None
    ) -> None:
        super().__init__(desk, event)
        known = {one.id for one in event.articles}
        self._article = article if article in known else event.articles[0].id
        self._start, self._end = start, end
        self._trail: deque[tuple[str, int, int]] = deque(maxlen=LONGEST)
        self._found: dict[frozenset[str], list[tuple[int, int, int]]] = {}

    def compose_body(self) -> ComposeResult:
        """Articles, text, rivals."""
        yield ArticlesPane("articles")
        yield ArticlePage("text")
        yield RivalsPane("rivals")

    def on_mount(self) -> None:
        """Show the text, ask for the comparison."""
        self._show()
        self.compare()
        self._read_notebook()

    def renew(self) -> None:
        """Ask again for the comparison and which statements the notebook holds."""
        super().renew()
        self._read_notebook()

    def _read_notebook(self) -> None:
        event = self.event.id
        self.ask(lambda session, _: session.notebook(event), NotebookRead)

    @property
    def page(self) -> ArticlePage:
        """The text."""
        return self.query_one("#text", ArticlePage)

    @property
    def rivals(self) -> RivalsPane:
        """The rivals of the statement under the cursor, also where the word of its last move is still on its way."""
        pane = self.query_one("#rivals", RivalsPane)
        if pane.comparison is not self.comparison or pane.statement is not self.page.statement:
            pane.show(self.comparison, self.page.statement)
        return pane

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the event, oldest first."""
        return self.comparison.articles if self.comparison else self.event.articles

    @property
    def number(self) -> int:
        """Which of the articles is shown, from 0."""
        return next((number for number, one in enumerate(self.articles) if one.id == self._article), 0)

    def article_here(self) -> Article:
        """The article that is shown; in the list of articles the one under the cursor."""
        if self.current == "articles":
            return self.articles[self.query_one("#articles", ArticlesPane).cursor]
        return self.articles[self.number]

    def go_to(self, article: str, start: int = 0, end: int | None = None) -> None:
        """Show an article with the cursor on the statement at these offsets."""
        if article in {one.id for one in self.articles}:
            self._article, self._start, self._end = article, start, end
            self._show()
        else:
            self.say("That article is no longer part of this event.")

    def _show(self) -> None:
        article = self.articles[self.number]
        extracted = self.comparison.extracted if self.comparison else None
        place = f"article {self.number + 1} of {len(self.articles)}"
        self.page.show(article, self.comparison, place, self._start, self._end)
        self.query_one("#articles", ArticlesPane).show(self.articles, article.id, extracted)
        self._say_place()

    def _say_place(self) -> None:
        """Which statement and which conflict this is."""
        comparison, here = self.comparison, self.page.statement
        what = short = ""
        if comparison is not None:
            stops = self._stops(CONFLICTS)
            reached = sum(stop <= self._place for stop in stops)
            at = here is not None and self._place in stops
            of_all = f"{reached} of " if at else ""
            short = f"{of_all}{len(stops)} in conflict"
            long = f"{of_all}{count(len(stops), 'statement')} in conflict"
            statement = f"statement {self.page.cursor + 1} of {self.page.items}" if here else "no statements"
            outlets, origins = comparison.reach_of(one.id for one in comparison.articles)
            what = f"{statement} · {long} · {count(outlets, 'outlet')} / {count(origins, 'origin')}"
        self.query_one(TopBar).say("Library", self.event.title, what=what, short=short)

    @property
    def _place(self) -> tuple[int, int, int]:
        """Article, start and end of the statement under the cursor; before all others where there is none."""
        here = self.page.statement
        return (self.number, here.start, here.end) if here else (self.number, -1, -1)

    def _stops(self, roles: frozenset[str]) -> list[tuple[int, int, int]]:
        """The statements whose sign is one of these, in reading order: article, start, end."""
        comparison = self.comparison
        if comparison is None:
            return []
        if roles not in self._found:
            order = in_reading_order(comparison)
            self._found[roles] = [
                (number, one.start, one.end)
                for number, article in enumerate(self.articles)
                for one in order[article.id]
                if sign_of(comparison, one).role in roles
            ]
        return self._found[roles]

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        if self.stale(message):
            return
        if self.page.statement:
            self._start, self._end = self.page.statement.start, self.page.statement.end
        self.comparison = message.comparison
        self._found.clear()
        self._show()

    @on(NotebookRead)
    def _notebook_read(self, message: NotebookRead) -> None:
        if not self.stale(message):
            anchors = [anchor for bookmark in message.notebook.bookmarks for anchor in bookmark.anchors]
            self.page.keep([f"{one.article}:{one.spans[0].start}-{one.spans[-1].end}" for one in anchors])

    @on(Page.Moved, "#text")
    def _moved(self) -> None:
        self.query_one("#rivals", RivalsPane).show(self.comparison, self.page.statement)
        self._say_place()

    @on(Page.Opened, "#articles")
    def _article_chosen(self, message: Page.Opened) -> None:
        self.page.focus()
        self.go_to(self.articles[message.item].id)

    @on(Page.Opened, "#text")
    @on(Page.Opened, "#rivals")
    def _rival_chosen(self) -> None:
        rival = self.rivals.rival
        if rival is None:
            self.say("No other narrator speaks to this.")
            return
        here = self.page.statement
        if here is not None:
            self._trail.append((here.article, here.start, here.end))
        self.page.focus()
        self.go_to(rival.statement.article, rival.statement.start, rival.statement.end)

    def leave_inner(self) -> bool:
        """Esc leads back along the rivals that were opened before it leaves the screen."""
        if super().leave_inner():
            return True
        if not self._trail:
            return False
        self.go_to(*self._trail.pop())
        return True

    def _step(self, step: int, roles: frozenset[str], what: str) -> None:
        """To the next (1) or previous (-1) statement whose sign is one of these, across all articles."""
        if self.comparison is None:
            self.say(self.missing)
            return
        place, stops = self._place, self._stops(roles)
        beyond = [stop for stop in stops if (stop > place if step > 0 else stop < place)]
        if not beyond:
            self.say(
                f"No {'further' if step > 0 else 'earlier'} {what} in this event." if stops else f"No {what} here."
            )
            return
        number, start, end = min(beyond) if step > 0 else max(beyond)
        self.go_to(self.articles[number].id, start, end)

    def action_next_conflict(self) -> None:
        """To the next conflict."""
        self._step(1, CONFLICTS, "conflict")

    def action_previous_conflict(self) -> None:
        """To the previous conflict."""
        self._step(-1, CONFLICTS, "conflict")

    def action_next_difference(self) -> None:
        """To the next difference of any sort."""
        self._step(1, DIFFERENCES, "difference")

    def action_previous_difference(self) -> None:
        """To the previous difference of any sort."""
        self._step(-1, DIFFERENCES, "difference")

    def action_next_article(self) -> None:
        """To the next article; after the last comes the first."""
        self.go_to(self.articles[(self.number + 1) % len(self.articles)].id)

    def action_previous_article(self) -> None:
        """To the previous article."""
        self.go_to(self.articles[(self.number - 1) % len(self.articles)].id)

    def action_compare(self) -> None:
        """All accounts side by side."""
        self.post_message(CompareEvent(self.event, self.comparison))

    def chosen(self) -> tuple[list[Statement], Link | None]:
        """The statement under the cursor, with the rival it clashes with."""
        here, rival = self.page.statement, self.rivals.rival
        if here is None:
            return [], None
        return ([here, rival.statement], rival.clash) if rival and rival.clash else ([here], None)

    def linked(self) -> tuple[Statement, Link] | str:
        """The statement under the cursor and its link to the rival that is shown, marked or not."""
        here, rival = self.page.statement, self.rivals.rival
        if self.comparison is None or here is None:
            return super().linked()
        if rival is None:
            return "No other narrator speaks to this: there is nothing to explain."
        links = [
            one for one in self.comparison.links_of.get(here.id, ()) if rival.statement.id in (one.left, one.right)
        ]
        link = rival.clash or next(iter(links), None)
        return (here, link) if link else "These two share a row, but were not compared with each other."

    def at_hand(self) -> AtHand:
        """The statement under the cursor and its rival, or the other way round where the rivals have the keys."""
        here, rival = self.page.statement, self.rivals.rival
        if here is None or rival is None:
            return AtHand(here)
        if self.focused is self.rivals:
            return AtHand(rival.statement, here)
        return AtHand(here, rival.statement, other_leaves=True)
