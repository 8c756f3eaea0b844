"""Search: words in all articles, in what is said in them, and in the reader's notes, as they are typed."""

from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.events import Key

from narrator.tui.bindings import bindings
from narrator.tui.messages import EventFound, Failed, HitsFound, ReadBookmark, ReadEvent
from narrator.tui.screens.room import Room
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.findline import FindLine
from narrator.tui.widgets.hits import HitsPage
from narrator.tui.widgets.page import Page
from narrator.tui.words import count, in_words
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import Hit, Session
    from narrator.tui.app import NarratorApp

MOST = 100
"""Hits that are listed."""


class SearchScreen(Room):
    """A line to type in, and what was found under it."""

    PLACE = "search"
    AUTO_FOCUS = ""
    BINDINGS = bindings(PLACE)

    def __init__(self, desk: Desk, words: str = "") -> None:
        super().__init__(desk)
        self._words = words
        self._goal: Hit | None = None

    def compose_body(self) -> ComposeResult:
        """Line and hits."""
        yield FindLine("words", "Search", "words in articles, statements and notes")
        yield HitsPage("hits")

    def on_mount(self) -> None:
        """The line has the keys."""
        self.query_one(TopBar).say("Search")
        self.line.open(self._words)

    @property
    def line(self) -> FindLine:
        """The line in which one types."""
        return self.query_one("#words", FindLine)

    @property
    def hits(self) -> HitsPage:
        """What was found."""
        return self.query_one("#hits", HitsPage)

    def renew(self) -> None:
        """Search again."""
        words = self._words

        def search(session: "Session") -> "tuple[Hit, ...]":
            # Other words may have been typed before the session came to this: then nobody waits for the answer.
            return session.search(words, MOST) if words == self._words else ()

        self.ask(lambda session, _: search(session), HitsFound)

    @on(FindLine.Changed, "#words")
    def _typed(self, message: FindLine.Changed) -> None:
        self._words = cast("NarratorApp", self.app).searched = message.words
        self.renew()

    @on(HitsFound)
    def _found(self, message: HitsFound) -> None:
        if not self.stale(message):
            self.hits.show(self._words, message.hits)
            self.line.say(_counted(message.hits) if self._words.strip() else "")

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        if message.request == self._latest.get(HitsFound):
            message.stop()
            self.hits.fail(in_words(message.error))
            self.line.say("")

    @on(FindLine.Submitted, "#words")
    def _words_typed(self) -> None:
        if self.hits.items:
            self.hits.focus()

    def on_key(self, event: Key) -> None:
        """From the line the next thing down is the first hit; in the list ↓ is the next hit."""
        if event.key == "down" and self.line.in_use:
            event.stop()
            self._words_typed()

    def action_to_hits(self) -> None:
        """From the line to the hits, from the hits to the line."""
        if self.line.in_use:
            self._words_typed()
        else:
            self.line.open()

    @on(Page.Sought)
    def _searched_in(self, message: Page.Sought) -> None:
        """Finding words is what this screen is for: the line for them is the one above, the next match the next hit."""
        message.prevent_default()
        if message.step == 0:
            self.line.open()
        elif message.step > 0:
            self.hits.action_down()
        else:
            self.hits.action_up()

    @on(Page.Opened, "#hits")
    def _opened(self) -> None:
        hit = self.hits.hit
        if hit is None:
            return
        if hit.kind == "bookmark":
            self.post_message(ReadBookmark(hit.id))
        elif hit.event is None:
            self.say("This article belongs to no event of the library.")
        else:
            event, self._goal = hit.event, hit
            self.ask(lambda session, _: session.event(event), EventFound)

    @on(EventFound)
    def _event_found(self, message: EventFound) -> None:
        message.stop()  # the application would open the event where it was left
        hit = self._goal
        if hit is not None and not self.stale(message):
            self.lead(ReadEvent(message.event, hit.id, hit.start or 0, hit.end))

    def leave_inner(self) -> bool:
        """Esc leads from the hits to the line, and from there out."""
        if self.line.in_use:
            return False
        self.line.open()
        return True


def _counted(hits: "tuple[Hit, ...]") -> str:
    if len(hits) == MOST:
        return f"the best {MOST} hits"
    return count(len(hits), "hit") if hits else "not found"
