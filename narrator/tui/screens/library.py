"""The Library: events, and the articles of the one under the cursor."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from narrator.errors import NarratorError
from narrator.store.glance import glance
from narrator.tui.bindings import bindings
from narrator.tui.keymap import key_of
from narrator.tui.messages import (
    ArticlesAdded,
    CompareEvent,
    DrawFigures,
    EventFound,
    EventsListed,
    Failed,
    HeadsListed,
    ReadEvent,
)
from narrator.tui.screens.room import Room
from narrator.tui.typed import inputs_of
from narrator.tui.widgets.articles import ArticlesPane
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.events import FIRST_STEPS, EventsPane, Order
from narrator.tui.widgets.findline import FindLine
from narrator.tui.widgets.page import Page
from narrator.tui.words import count, in_words
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import Analyse, EventSummary, Glimpse, Head, Session

_ORDER_WORDS: dict[Order, str] = {"newest": "newest first", "contested": "most contested first"}


class LibraryScreen(Room):
    """The first screen. What `glance` sees of the library file stands there at once; the session opens behind it."""

    PLACE = "library"
    PANES = ("events", "articles")
    MAIN = "events"
    AUTO_FOCUS = "#events"
    BINDINGS = bindings(PLACE)

    def __init__(
        self, desk: Desk, last_event: str | None = None, library: Path | None = None, place: str = "Library"
    ) -> None:
        super().__init__(desk)
        self._last_event = last_event
        self._library = library
        self._place = place
        self._glanced: str | None = None
        self._heads: tuple[Head, ...] = ()
        self._heads_of: str | None = None
        self._go: Callable[[EventSummary], Message] = ReadEvent
        self._problems: list[NarratorError] = []
        self._samples = False

    def compose_body(self) -> ComposeResult:
        """Events, articles, a line to filter."""
        yield EventsPane("events")
        yield ArticlesPane("articles")
        yield FindLine(
            "filter", "Filter", f"title or outlet; Enter keeps the filter, {key_of(self, 'back')} takes it away"
        )

    def on_mount(self) -> None:
        """Show what can be seen from outside; ask for the rest once that is on the screen."""
        self._say_where()
        if self._library is not None:
            seen = glance(self._library, self._last_event)
            if seen.events:
                self._heads, self._heads_of = seen.articles, seen.event
                self.events.show(seen.events, seen.event)
                self._glanced = seen.event
        self.call_after_refresh(self.renew)

    @property
    def events(self) -> EventsPane:
        """The list of events."""
        return self.query_one("#events", EventsPane)

    @property
    def event(self) -> "Glimpse | None":
        """The event under the cursor."""
        return self.events.event

    def article_here(self) -> "Head | None":
        """The article under the cursor of the second pane."""
        pane = self.query_one("#articles", ArticlesPane)
        return self._heads[pane.cursor] if pane.articles else None

    def renew(self) -> None:
        """Ask for the events again."""
        self.ask(lambda session, _: session.events(), EventsListed)

    def on_screen_resume(self) -> None:
        """Reading and comparing change what the list says."""
        if EventsListed in self._latest:
            self.renew()

    @on(EventsListed)
    def _events_listed(self, message: EventsListed) -> None:
        if self.stale(message):
            return
        moved = self.event is not None and self.event.id != self._glanced
        self.events.show(message.events, None if moved else self._last_event)
        self._last_event = None
        self._say_where()

    def _say_where(self) -> None:
        events = self.events.events or ()
        what = [
            f"{count(len(events), 'event')} · {count(sum(event.size for event in events), 'article')}"
            if events
            else "",
            _ORDER_WORDS[self.events.order] if self.events.order != "newest" else "",
            f"{count(len(self._problems), 'problem')} (!)" if self._problems else "",
        ]
        place = ("Library", "Samples, kept apart from your library") if self._samples else (self._place,)
        self.query_one(TopBar).say(*place, what=" · ".join(part for part in what if part), short=what[-1])

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        if message.request == self._latest.get(EventsListed):
            message.stop()
            self.events.fail(f"The library could not be opened.\n\n{in_words(message.error)}")
            self._say_where()

    @on(Page.Moved, "#events")
    def _moved(self) -> None:
        event = self.event.id if self.event else None
        if event == self._heads_of or event is None:
            self._show_heads()
        elif EventsListed in self._latest:
            self.ask(lambda session, _: (event, session.heads(event)), HeadsListed)

    @on(HeadsListed)
    def _heads_listed(self, message: HeadsListed) -> None:
        if not self.stale(message):
            self._heads_of, self._heads = message.listed
            self._show_heads()

    def _show_heads(self) -> None:
        here = self.event is not None and self.event.id == self._heads_of
        self.query_one("#articles", ArticlesPane).show(self._heads if here else ())

    @on(Page.Opened, "#events")
    def _opened(self, message: Page.Opened) -> None:
        if self.events.is_empty:
            action, _, _ = FIRST_STEPS[message.item]
            self.call_later(self.action_samples if action == "samples" else self.action_add)
        else:
            self._open(ReadEvent)

    @on(Page.Opened, "#articles")
    def _article_opened(self, message: Page.Opened) -> None:
        article = self._heads[message.item].id
        self._open(lambda event: ReadEvent(event, article))

    def _open(self, go: "Callable[[EventSummary], Message]") -> None:
        """Ask for the event under the cursor with its texts; then `go` says to which screen it is taken."""
        if self.event is None:
            self.say(self._no_event())
            return
        event, self._go = self.event.id, go
        self.ask(lambda session, _: session.event(event), EventFound)

    def _no_event(self) -> str:
        if self.events.is_empty:
            return f"No event here yet: {key_of(self, 'add')} adds articles."
        return "There is no event under the cursor."

    @on(EventFound)
    def _event_found(self, message: EventFound) -> None:
        message.stop()
        if not self.stale(message):
            self.lead(self._go(message.event))

    def action_compare(self) -> None:
        """All accounts of the event under the cursor."""
        self._open(CompareEvent)

    def action_order(self) -> None:
        """The newest first, or the most contested."""
        self.events.sort("contested" if self.events.order == "newest" else "newest")
        self.say(f"Events: {_ORDER_WORDS[self.events.order]}.")
        self._say_where()

    def action_figures(self) -> None:
        """The claimed quantities of the event under the cursor."""
        self._open(DrawFigures)

    @work
    async def action_add(self) -> None:
        """Ask for files or folders, then read them into the library."""
        from narrator.tui.completion import PathSuggester
        from narrator.tui.screens.prompt import Prompt

        answer = await self.app.push_screen_wait(
            Prompt(
                "Add files, folders or saved feeds",
                hint="Several are separated by spaces; names with spaces go in quotes. Tab completes a name.",
                suggester=PathSuggester(),
            )
        )
        if answer:
            paths = inputs_of(answer)
            self.ask(
                lambda session, report: session.add(paths, progress=report),
                ArticlesAdded,
                f"Reading {', '.join(paths)}",
            )

    @on(ArticlesAdded)
    def _articles_added(self, message: ArticlesAdded) -> None:
        report = message.report
        known = f" {count(len(report.known), 'article')} known already." if report.known else ""
        self._problems += report.problems
        trouble = (
            f" {count(len(report.problems), 'problem')}: press {key_of(self, 'problems')} to read them."
            if report.problems
            else ""
        )
        self.say(f"{count(len(report.added), 'article')} added.{known}{trouble}", 0 if report.problems else 6)
        self.renew()

    def action_problems(self) -> None:
        """What could not be read since the application was opened."""
        if not self._problems:
            self.say("No problems: everything that was added could be read.")
            return
        from narrator.tui.screens.problems import Problems

        self.app.push_screen(Problems(self._problems))

    def action_samples(self) -> None:
        """The sample stories, in a library in memory; Esc comes back to one's own."""
        self._turn_to(_samples, True)

    def _turn_to(self, factory: "Callable[[Analyse | None], Session] | None", samples: bool) -> None:
        self.desk.turn_to(factory)
        self._samples = samples
        self._heads_of, self._heads = None, ()
        self.events.show(None)
        self._say_where()
        self.ask(lambda session, _: session.events(), EventsListed, "Opening the samples" if samples else "")

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
        self.filter_line.say(f"{len(self.events.shown)} of {len(self.events.events or ())}")

    @on(FindLine.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.events.focus()

    def leave_inner(self) -> bool:
        """Esc leaves the filter while it is typed, what every screen has, a filter that was kept, then the samples."""
        if not self.filter_line.in_use and super().leave_inner():
            return True
        if self.filter_line.display:
            self.filter_line.close()
            self.events.focus()
            return True
        if self._samples:
            self._turn_to(None, False)
            return True
        return False

    def action_export(self) -> None:
        """Write the comparison of the event under the cursor as Markdown notes."""
        if self.event is None:
            self.say(self._no_event())
            return
        event, title = self.event.id, self.event.title
        from narrator.export.markdown import comparison_notes

        self.write_notes(title, lambda session: comparison_notes(session.compare(event), title))


def _samples(analyse: "Analyse | None") -> "Session":
    from narrator.session import Session

    return Session.samples(analyse=analyse)
