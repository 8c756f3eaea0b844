"""The log of corrections: every one that stands, of one event or of all; each can be taken back by itself."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from narrator.tui.bindings import bindings
from narrator.tui.keymap import key_of
from narrator.tui.messages import Changed, CorrectionRemoved, DecisionsRead
from narrator.tui.screens.room import Room
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.corrections import LogPage
from narrator.tui.widgets.page import Page
from narrator.tui.words import count
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import EventSummary


class CorrectionsScreen(Room):
    """The corrections, newest first."""

    PLACE = "corrections"
    AUTO_FOCUS = "#log"
    BINDINGS = bindings(PLACE)

    def __init__(self, desk: Desk, event: "EventSummary | None" = None) -> None:
        super().__init__(desk)
        self._about = event

    def compose_body(self) -> ComposeResult:
        """The log alone."""
        yield LogPage("log")

    @property
    def about(self) -> "EventSummary | None":
        """The event whose corrections these are."""
        return self._about

    @property
    def log_page(self) -> LogPage:
        """The log."""
        return self.query_one("#log", LogPage)

    def on_mount(self) -> None:
        """Ask for the log."""
        self._say(0)
        self.renew()

    def _say(self, number: int) -> None:
        names = ("Corrections", self._about.title) if self._about else ("Corrections",)
        self.query_one(TopBar).say(*names, what=count(number, "correction"))

    def renew(self) -> None:
        """Ask for the log again."""
        event = self._about.id if self._about else None
        self.ask(lambda session, _: session.decisions(event), DecisionsRead)

    @on(DecisionsRead)
    def _read(self, message: DecisionsRead) -> None:
        if not self.stale(message):
            self._say(len(message.decisions))
            self.log_page.show(message.decisions)

    @on(Page.Opened, "#log")
    def _opened(self) -> None:
        decided = self.log_page.decided
        if decided is None or decided.event is None:
            self.say("The article is no longer in the library.")
        else:
            self.read_words(decided.event, decided.correction.anchors[0])

    def action_remove_correction(self) -> None:
        """Take the correction under the cursor back."""
        decided = self.log_page.decided
        if decided is None:
            self.say("There is no correction to take back.")
            return
        correction = decided.correction
        self.ask(lambda session, _: session.remove_correction(correction), CorrectionRemoved)

    @on(CorrectionRemoved)
    def _removed(self) -> None:
        self.say(f"Correction taken back; {key_of(self, 'undo')} brings it again.")
        self.post_message(Changed())
