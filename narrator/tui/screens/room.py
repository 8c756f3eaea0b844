"""What all screens share: the frame, panes, finding, requests to the session, export, copy and prompts."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from narrator.assets import styles_dir
from narrator.errors import NarratorError
from narrator.model.article import Article
from narrator.tui.external import browse, page_through, web_address
from narrator.tui.messages import Answer, Exported, PlaceFound, ReadEvent, Shown, Working
from narrator.tui.screens.jumping import JumpingScreen
from narrator.tui.typed import free_name, path_of, refusal
from narrator.tui.widgets.chrome import KeyBar, StatusLine, TopBar
from narrator.tui.words import day, in_a_line
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.model.notebook import Anchor
    from narrator.session import EventSummary, Head, Session
    from narrator.tui.workers import Report

T = TypeVar("T")


class Room(JumpingScreen):
    """A screen with its frame; what it shows comes from the desk as messages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        own = styles_dir() / f"{self.PLACE}.tcss"
        self.css_path = [own] if own.exists() else []
        self.desk = desk
        self._latest: dict[type[Message], int] = {}

    @property
    def about(self) -> "EventSummary | None":
        """The event that the screen is about, if it is about a single one."""
        return None

    def compose(self) -> ComposeResult:
        """Top bar, body, line to search in, work going on, keys."""
        yield TopBar()
        with Container(id="body"):
            yield from self.compose_body()
        yield self.finder_line()
        yield StatusLine()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """What is particular to the screen."""
        yield from ()

    def ask(self, job: "Callable[[Session, Report], T]", answer: "type[Answer]", what: str = "") -> None:
        """Ask the session; only the latest answer of a kind counts (see `stale`)."""
        self._latest[answer] = self.desk.ask(self, job, answer, what)

    def stale(self, answer: Answer) -> bool:
        """Whether a later request of the same kind has made this answer out of date."""
        return self._latest.get(type(answer)) != answer.request

    def lead(self, message: Message) -> None:
        """Ask for another screen, unless the reader has gone to one since or is typing an answer over this one."""
        if self.app.screen is self:
            self.post_message(message)

    def renew(self) -> None:
        """Ask for everything again that a change elsewhere may have touched."""

    def finish(self) -> None:
        """Keep what is being written: the application ends."""

    def say(self, text: str, seconds: float = 6) -> None:
        """A line above the keys, never read as markup; with 0 seconds it stays until something else is said."""
        self.query_one(StatusLine).say(text, seconds)

    def read_words(self, event: str, anchor: "Anchor") -> None:
        """Ask for the event (id), then go to the words in its reader."""
        article, start, end = anchor.article, anchor.spans[0].start, anchor.spans[-1].end
        self.ask(lambda session, _: ReadEvent(session.event(event), article, start, end), PlaceFound)

    @on(PlaceFound)
    def _place_found(self, message: PlaceFound) -> None:
        if not self.stale(message):
            self.lead(message.place)

    def show_progress(self, progress: Working | None) -> None:
        """How far long work has got, whoever asked for it; None: nothing is under way."""
        for line in self.query(StatusLine):
            if progress is None:
                line.rest()
            else:
                line.progress(progress)

    def on_screen_resume(self) -> None:
        """Work that goes on is shown here too."""
        self.call_after_refresh(self.post_message, Shown())

    def on_unmount(self) -> None:
        """Nobody waits for what this screen asked for at length."""
        self.desk.stop(self)

    async def action_run_command(self, command: str) -> None:
        """Run a command by its id where it works now: for the mouse and the palette."""
        for node, binding, enabled, _ in self.active_bindings.values():
            if enabled and binding.id == command:
                await self.app.run_action(binding.action, node)
                return

    def article_here(self) -> "Article | Head | None":
        """The article that the cursor is on or in."""
        return None

    def read_outside(self) -> str:
        """What the pager shows: the article; nothing where there is none."""
        article = self.article_here()
        if not isinstance(article, Article):
            return ""
        by = " · ".join(part for part in (article.outlet, ", ".join(article.authors), day(article.published)) if part)
        return "\n".join(part for part in (article.title, by, article.url, "", article.text) if part is not None)

    @work
    async def action_browse(self) -> None:
        """Open the article in the browser."""
        article = self.article_here()
        if article is None:
            self.say("There is no article under the cursor.")
            return
        try:
            url = web_address(article.url)
            await asyncio.to_thread(browse, self.app, url)
        except NarratorError as error:
            self.say(in_a_line(error))
        else:
            self.say(f"Handed to the browser: {url}")

    def action_pager(self) -> None:
        """Read in the user's pager."""
        text = self.read_outside()
        if not text:
            self.say("There is nothing to read here.")
            return
        try:
            page_through(self.app, text)
        except NarratorError as error:
            self.say(in_a_line(error))

    @work
    async def write_notes(
        self, title: str, notes: "Callable[[Session], str]", what: str = "Markdown notes", ending: str = "md"
    ) -> None:
        """Ask for a file name, then write notes (or `what`) there; a file that exists is never touched."""
        from narrator.tui.screens.prompt import Prompt

        name = await self.app.push_screen_wait(
            Prompt(f"Write {what} to", str(free_name(title, ending)), "An existing file is never overwritten.", refusal)
        )
        if name:
            path = path_of(name)
            self.ask(lambda session, _: _write(path, notes(session)), Exported, f"Writing {path.name}")

    @on(Exported)
    def _exported(self, message: Exported) -> None:
        self.say(f"Written to {message.path}")


def _write(path: Path, notes: str) -> Path:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(notes)
    except OSError as error:
        raise NarratorError(f"{path} could not be written: {error.strerror}", "choose another file") from error
    return path.resolve()
