"""The Library: events, and the articles of the one under the cursor."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult

from narrator.model.article import Article
from narrator.tui.bindings import bindings
from narrator.tui.messages import ArticlesAdded, CompareEvent, DrawFigures, EventsListed, Failed, ReadEvent
from narrator.tui.reading import count, in_words
from narrator.tui.screens.problems import Problems
from narrator.tui.screens.prompt import Prompt
from narrator.tui.screens.room import Room
from narrator.tui.widgets.articles import ArticlesPane
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.events import EventsPane
from narrator.tui.widgets.findline import FindLine
from narrator.tui.widgets.page import Page
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import EventSummary


class LibraryScreen(Room):
    """The first screen."""

    PLACE = "library"
    PANES = ("events", "articles")
    MAIN = "events"
    AUTO_FOCUS = "#events"
    BINDINGS = bindings(PLACE)

    def __init__(self, desk: Desk, last_event: str | None = None) -> None:
        super().__init__(desk)
        self._last_event = last_event

    def compose_body(self) -> ComposeResult:
        """Events, articles, a line to filter."""
        yield EventsPane("events")
        yield ArticlesPane("articles")
        yield FindLine("filter", "Filter", "title or outlet; Enter keeps the filter, Esc takes it away")

    def on_mount(self) -> None:
        """Ask for the events once the first frame is on the screen."""
        self.query_one(TopBar).say("Library")
        self.call_after_refresh(self.renew)

    @property
    def events(self) -> EventsPane:
        """The list of events."""
        return self.query_one("#events", EventsPane)

    @property
    def event(self) -> "EventSummary | None":
        """The event under the cursor."""
        return self.events.event

    def article_here(self) -> Article | None:
        """The article under the cursor of the second pane."""
        number = self.query_one("#articles", ArticlesPane).cursor
        return self.event.articles[number] if self.event and number < len(self.event.articles) else None

    def renew(self) -> None:
        """Ask for the events again."""
        self.ask(lambda session, _: session.events(), EventsListed)

    def on_screen_resume(self) -> None:
        """Reading and comparing change what the list says."""
        if self.events.events is not None:
            self.renew()

    @on(EventsListed)
    def _events_listed(self, message: EventsListed) -> None:
        if self.stale(message):
            return
        self.events.show(message.events, self._last_event)
        self._last_event = None
        articles = sum(len(event.articles) for event in message.events)
        what = f"{count(len(message.events), 'event')} · {count(articles, 'article')}" if message.events else ""
        self.query_one(TopBar).say("Library", what=what)

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        if message.request == self._latest.get(EventsListed) and self.events.events is None:
            self.events.fail(f"The library could not be opened.\n\n{in_words(message.error)}")

    @on(Page.Moved, "#events")
    def _moved(self) -> None:
        self.query_one("#articles", ArticlesPane).show(self.event.articles if self.event else ())

    @on(Page.Opened, "#events")
    def _opened(self) -> None:
        if self.event:
            self.post_message(ReadEvent(self.event))

    @on(Page.Opened, "#articles")
    def _article_opened(self, message: Page.Opened) -> None:
        if self.event:
            self.post_message(ReadEvent(self.event, self.event.articles[message.item].id))

    def action_compare(self) -> None:
        """All accounts of the event under the cursor."""
        if self.event:
            self.post_message(CompareEvent(self.event))

    def action_figures(self) -> None:
        """The claimed quantities of the event under the cursor."""
        if self.event:
            self.post_message(DrawFigures(self.event))

    @work
    async def action_add(self) -> None:
        """Ask for files or folders, then read them into the library."""
        answer = await self.app.push_screen_wait(
            Prompt("Add files or folders", hint="Several are separated by spaces; names with spaces go in quotes.")
        )
        if answer:
            paths = _paths(answer)
            self.ask(
                lambda session, report: session.add(paths, progress=report),
                ArticlesAdded,
                f"Reading {', '.join(paths)}",
            )

    @on(ArticlesAdded)
    def _articles_added(self, message: ArticlesAdded) -> None:
        report = message.report
        known = f" {count(len(report.known), 'article')} known already." if report.known else ""
        self.say(f"{count(len(report.added), 'article')} added.{known}")
        if report.problems:
            self.app.push_screen(Problems(report.problems))
        self.renew()

    @property
    def filter_line(self) -> FindLine:
        """The line to filter in."""
        return self.query_one("#filter", FindLine)

    def action_filter(self) -> None:
        """Open the line to filter in."""
        self.filter_line.open()

    @on(FindLine.Changed, "#filter")
    def _filter_changed(self, message: FindLine.Changed) -> None:
        self.events.filter(message.words)
        self.filter_line.say(f"{self.events.items} of {len(self.events.events or ())}")

    @on(FindLine.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.events.focus()

    def leave_inner(self) -> bool:
        """Esc leaves the filter while it is typed, then what every screen has, then a filter that was kept."""
        if not self.filter_line.in_use and super().leave_inner():
            return True
        if not self.filter_line.display:
            return False
        self.filter_line.close()
        self.events.focus()
        return True

    def action_export(self) -> None:
        """Write the comparison of the event under the cursor as Markdown notes."""
        if self.event is None:
            return
        event, title = self.event.id, self.event.title
        from narrator.export.markdown import comparison_notes

        self.write_notes(title, lambda session: comparison_notes(session.compare(event), title))


def _paths(answer: str) -> list[str]:
    """Paths as a shell would read them; an answer with an odd quotation mark is one path."""
    try:
        words = shlex.split(answer)
    except ValueError:
        words = [answer]
    return [str(Path(word).expanduser()) for word in words]
