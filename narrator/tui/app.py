"""The application: it owns the desk, the remembered state and the way from screen to screen."""

import asyncio
import gc
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import App
from textual.command import Provider
from textual.filter import LineFilter
from textual.screen import Screen

from narrator import keymap
from narrator.assets import styles_dir
from narrator.commands import BY_ID, Place
from narrator.config import Config, load
from narrator.paths import config_path, state_dir
from narrator.tui import clipboard
from narrator.tui import state as remembered
from narrator.tui.bindings import bindings
from narrator.tui.messages import (
    Changed,
    CompareEvent,
    DrawFigures,
    EventFound,
    ExplainLink,
    Failed,
    ReadBookmark,
    ReadEvent,
    Redone,
    Rested,
    Shown,
    Stopped,
    Undone,
    Working,
)
from narrator.tui.screens.library import LibraryScreen
from narrator.tui.screens.room import Room
from narrator.tui.scrub import Scrub, scrubbed
from narrator.tui.themes import DEFAULT, THEMES, with_differences
from narrator.tui.widgets.page import Page
from narrator.tui.words import in_words, kept
from narrator.tui.workers import Desk, SessionFactory

PATIENCE = 5.0
"""Seconds that the screen waits for the session's thread; then that ends behind it."""

_SELF: dict[Place, str] = {"notebook": "notebook", "corrections": "corrections", "search": "search_library"}
"""The command that leads to a screen, by the screen's place."""

DEEPEST = 12
"""Screens one above the other: each is kept up to date, and nobody goes back further."""


def _palette() -> type[Provider]:
    from narrator.tui.palette import Commands

    return Commands


class NarratorApp(App[int]):
    """Routes between screens; what they show comes from the desk.

    Screens other than the library are imported when they are first needed, so that the first frame comes soon.
    """

    TITLE = "Narrator"
    BINDINGS = bindings("app")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (150, "-wide")]  # noqa: RUF012  # declared without ClassVar

    def __init__(
        self,
        session_factory: SessionFactory,
        open_event: str | None = None,
        config: Config | None = None,
        library: Path | None = None,
        place: str = "Library",
    ) -> None:
        # Also the sheet of the first screen, which the application would not read by itself.
        super().__init__(css_path=[styles_dir() / "base.tcss", styles_dir() / "library.tcss"])
        self._config = config or Config()
        self.own_keys = {name.replace("-", "_"): keys for name, keys in self._config.keymap.items()}
        """The keys that the user has set, by command."""
        self.state = remembered.load(state_dir())
        self._own_place = (self.state.event, self.state.article, self.state.start)
        self._open_event = open_event
        self._library, self._place = library, place
        self.desk = Desk(session_factory, self._config.pipeline)
        self._under_way: dict[int, Working] = {}
        self.searched = ""
        """The words that the library was searched for last."""
        for theme in THEMES:
            self.register_theme(theme)
        wanted = self._config.theme or self.state.theme
        # Before the style sheets are read: another theme later would have them all read once more.
        self.set_reactive(App.theme, wanted if wanted in self.available_themes else DEFAULT)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The library is at the bottom of all screens."""
        return LibraryScreen(self.desk, self.state.event, self._library, self._place)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, and those of differences for themes that are not ours."""
        variables = with_differences(super().get_css_variables())
        self.theme_variables = variables
        return variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Nothing unsafe reaches the terminal, whatever widget it comes from."""
        return [*super().get_line_filters(), Scrub()]

    def on_mount(self) -> None:
        """Keys of the user; the event that was asked for."""
        self.theme_changed_signal.subscribe(self, lambda theme: setattr(self.state, "theme", theme.name))
        self.set_keymap(self.own_keys)
        if self._open_event is not None:
            words = self._open_event
            self.desk.ask(self, lambda session, _: session.find_event(words), EventFound)

    def on_ready(self) -> None:
        """The first frame is there."""
        gc.enable()

    async def on_unmount(self) -> None:
        """Remember the view, and let the session's thread end."""
        self.state.event, self.state.article, self.state.start = self._own_place
        remembered.save(state_dir(), self.state)
        closing = asyncio.create_task(asyncio.to_thread(self.desk.close))
        await asyncio.wait([closing], timeout=PATIENCE)

    @on(EventFound)
    def _event_found(self, message: EventFound) -> None:
        if isinstance(self.screen, LibraryScreen):  # else the reader has gone on, or is typing
            self.post_message(ReadEvent(message.event))

    @on(ReadEvent)
    def _read(self, message: ReadEvent) -> None:
        event, article, start = message.event, message.article, message.start
        if not event.articles:
            return
        if article is None and event.id == self.state.event:
            article, start = self.state.article, self.state.start
        from narrator.tui.screens.reader import ReaderScreen

        self._remember(event.id, article or event.articles[0].id, start)
        self._enter(ReaderScreen(self.desk, event, article, start, message.end))

    def _enter(self, room: Room) -> None:
        """Put a screen on top, so that Esc comes back to the one before; past a certain depth in place of that one."""
        if len(self.screen_stack) < DEEPEST or not isinstance(self.screen, Room):
            self.push_screen(room)
        else:
            self.switch_screen(room)

    def _remember(self, event: str, article: str | None, start: int) -> None:
        """Keep the place; for the next run too if it is one of the reader's own library."""
        self.state.event, self.state.article, self.state.start = event, article, start
        if self._library is not None and not self.desk.elsewhere:
            self._own_place = (event, article, start)

    @on(ReadBookmark)
    def _read_bookmark(self, message: ReadBookmark) -> None:
        from narrator.tui.screens.notebook import NotebookScreen

        self._enter(NotebookScreen(self.desk, at=message.bookmark))

    @on(CompareEvent)
    def _compare(self, message: CompareEvent) -> None:
        from narrator.tui.screens.compare import CompareScreen

        if message.event.id != self.state.event:
            self._remember(message.event.id, None, 0)
        self._enter(CompareScreen(self.desk, message.event, message.comparison))

    @on(DrawFigures)
    def _draw(self, message: DrawFigures) -> None:
        from narrator.tui.screens.figures import FiguresScreen

        self._enter(FiguresScreen(self.desk, message.event, message.comparison, message.statement))

    @on(ExplainLink)
    def _explain(self, message: ExplainLink) -> None:
        from narrator.tui.screens.explain import ExplainScreen

        self._enter(ExplainScreen(self.desk, message.event, message.comparison, message.statement, message.link))

    @on(Page.Moved, "#text")
    def _remember_place(self, message: Page.Moved) -> None:
        from narrator.tui.widgets.article import ArticlePage

        page, screen = message.page, self.screen
        if page.screen is not screen or not isinstance(screen, Room) or screen.about is None:
            return
        if isinstance(page, ArticlePage) and page.article is not None and page.statement is not None:
            self._remember(screen.about.id, page.article.id, page.statement.start)

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        self.notify(in_words(message.error), title="That did not work", severity="error", timeout=12, markup=False)

    @on(Undone)
    def _undone(self, message: Undone) -> None:
        self._say(f"Undone: {message.what}" if message.what else "There is nothing to undo.")
        self._changed()

    @on(Redone)
    def _redone(self, message: Redone) -> None:
        self._say(f"Done again: {message.what}" if message.what else "There is nothing to do again.")
        self._changed()

    @on(Working)
    def _working(self, message: Working) -> None:
        self._under_way[message.request] = message
        self._show_progress()

    @on(Rested)
    def _rested(self, message: Rested) -> None:
        self._under_way.pop(message.request, None)
        self._show_progress()

    @on(Stopped)
    def _stopped(self, message: Stopped) -> None:
        self._say(kept(message.reached))

    @on(Shown)
    def _show_progress(self) -> None:
        """On every screen, so that those below the one on top are right when they are seen again."""
        running = self.desk.running()
        latest = next((one for number, one in reversed(self._under_way.items()) if number in running), None)
        for room in self._rooms():
            room.show_progress(latest)

    def _rooms(self) -> list[Room]:
        """The screens that we made, the one on top first."""
        return [screen for screen in reversed(self.screen_stack) if isinstance(screen, Room)]

    def _say(self, text: str, seconds: float = 6) -> None:
        for room in self._rooms()[:1]:
            room.say(text, seconds)

    @on(Changed)
    def _changed(self) -> None:
        """Every screen asks again, the one that is seen first."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Room):
                screen.renew()

    def action_stop(self) -> None:
        """Stop the long work under way, between two of its pieces."""
        under_way = self.desk.stop()
        self._say("Stopping …" if under_way else "Nothing is under way that could be stopped.")

    def action_undo(self) -> None:
        """Take back the last change."""
        self.desk.ask(self, lambda session, _: session.undo(), Undone)

    def action_redo(self) -> None:
        """Make the change undone last again."""
        self.desk.ask(self, lambda session, _: session.redo(), Redone)

    async def action_quit(self) -> None:
        """Leave; what is being written is kept."""
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.finish()
        self.exit()

    def copy_to_clipboard(self, text: str) -> None:
        """By the terminal, by tmux, by a program of the desktop; the screen says how far that can be known.

        Names and titles in it may come from anywhere: nothing in it can act on where it is pasted.
        """
        text = "\n".join(map(scrubbed, text.splitlines()))
        super().copy_to_clipboard(text)
        if os.environ.get("TMUX") and self._driver is not None:
            self._driver.write(clipboard.through_tmux(text))
        self._copy_outside(text)

    @work(group="clipboard", exclusive=True)
    async def _copy_outside(self, text: str) -> None:
        told = await asyncio.to_thread(clipboard.copy, text)
        if isinstance(self.screen, Room):
            self.screen.say(told)
        else:
            self.notify(told, markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's hook
        """Notebook, corrections and search do not lead to themselves."""
        screen = self.screen
        return not (isinstance(screen, Room) and action == _SELF.get(screen.PLACE))

    def action_jump(self) -> None:
        """Letters on what the screen shows."""
        if isinstance(self.screen, Room):
            self.screen.jump()

    def action_notebook(self) -> None:
        """All bookmarks, or those of the event that one reads."""
        from narrator.tui.screens.notebook import NotebookScreen

        screen = self.screen
        self._enter(NotebookScreen(self.desk, screen.about if isinstance(screen, Room) else None))

    def action_search_library(self) -> None:
        """Words in the whole library; those searched for last are there again."""
        from narrator.tui.screens.search import SearchScreen

        self._enter(SearchScreen(self.desk, self.searched))

    def action_corrections(self) -> None:
        """All corrections, or those of the event that one reads."""
        from narrator.tui.screens.corrections import CorrectionsScreen

        screen = self.screen
        self._enter(CorrectionsScreen(self.desk, screen.about if isinstance(screen, Room) else None))

    def action_help(self) -> None:
        """The keys."""
        from narrator.tui.screens.help import HelpScreen

        place = self.screen.PLACE if isinstance(self.screen, Room) else None
        self.push_screen(HelpScreen({one: keys for one, keys in self.own_keys.items() if one in BY_ID}, place))

    async def action_back(self) -> None:
        """One level out; in the library there is no level left."""
        screen = self.screen
        if isinstance(screen, Room) and screen.leave_inner():
            return
        if len(self.screen_stack) > 1:
            self.pop_screen()


def run(
    session_factory: SessionFactory,
    open_event: str | None = None,
    library: Path | None = None,
    place: str = "Library",
) -> int:
    """Run the application until the user leaves it; the exit code. ConfigError where the settings cannot be used.

    `session_factory` is called once, on the thread that keeps the session, with the callable that does the language work.
    `open_event` is an event as `Session.find_event` takes it; `library` a library file whose events are shown before the session
    is open. `place` is what the library is called at the top.
    """
    gc.disable()  # until the first frame: nothing is thrown away by then
    config = load(config_path())
    keymap.check(config.keymap, config_path())
    app = NarratorApp(session_factory, open_event, config, library, place)
    app.run()
    return app.return_code or 0
