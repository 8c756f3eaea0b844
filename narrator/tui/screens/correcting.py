"""What all rooms about an event can do to its comparison: correct what is under the cursor, hold a statement for that."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import on, work

from narrator.model.comparison import By, Comparison, Link
from narrator.model.notebook import CorrectionKind
from narrator.model.statement import Statement
from narrator.tui.correcting import (
    Subject,
    other_narrators,
    question,
    relations,
    settled,
    sides,
    speakers,
    told,
)
from narrator.tui.keymap import key_of
from narrator.tui.messages import Changed, Compared, Corrected, Failed, Stopped
from narrator.tui.screens.chooser import Chooser
from narrator.tui.screens.correct import CorrectMenu
from narrator.tui.screens.room import Room
from narrator.tui.widgets.chrome import KeyBar, active_commands
from narrator.tui.widgets.held import HeldLine
from narrator.tui.widgets.page import Page
from narrator.tui.words import count, in_words
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import EventSummary, Session
    from narrator.tui.workers import Report


class AtHand(NamedTuple):
    """The statement under the cursor and the one that it stands against; which of them leaves when they are parted."""

    here: Statement | None = None
    other: Statement | None = None
    other_leaves: bool = False

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> "AtHand":
        """The first two of these."""
        here, other = (*statements, None, None)[:2]
        return cls(here, other)


class CorrectingRoom(Room):
    """A screen about one event and its comparison."""

    def __init__(self, desk: Desk, event: "EventSummary") -> None:
        super().__init__(desk)
        self.event = event
        self.comparison: Comparison | None = None
        self._trouble = ""

    @property
    def about(self) -> "EventSummary":
        """The event."""
        return self.event

    @property
    def missing(self) -> str:
        """Why there is no comparison yet."""
        if self._trouble:
            return f"{self._trouble} Leave with {key_of(self, 'back')} and open the event again to compare it anew."
        return "Still comparing: the marks come in a moment."

    @on(Failed)
    @on(Stopped)
    def _comparison_failed(self, message: Failed | Stopped) -> None:
        if message.request != self._latest.get(Compared) or self.comparison is not None:
            return
        if isinstance(message, Stopped):
            self._trouble = "The comparison was stopped."
        else:
            self._trouble = f"This event could not be compared. {in_words(message.error)}".rstrip(".") + "."
        for page in self.query(Page):
            page.awaited = self.missing
            page.renew()

    def compare(self) -> None:
        """Ask for the comparison, which counts as reading the event."""
        event, self._trouble = self.event.id, ""
        self.ask(
            lambda session, report: _compare_and_mark_read(session, event, report),
            Compared,
            f"Comparing {count(len(self.event.articles), 'article')}",
        )

    def on_mount(self) -> None:
        """What is held is shown just above the keys."""
        self.mount(HeldLine(), before=self.query_one(KeyBar))

    def on_screen_resume(self) -> None:
        """Another screen may have taken something in hand."""
        self.call_after_refresh(self._show_held)

    @on(Compared)
    def _held_again(self) -> None:
        self.call_after_refresh(self._show_held)

    @property
    def by(self) -> By:
        """The columns of the comparison."""
        return self.comparison.by if self.comparison else "outlet"

    def renew(self) -> None:
        """Compare again; what no correction touches is at hand."""
        if self.comparison is not None:
            event, by = self.event.id, self.by
            self.ask(lambda session, report: session.compare(event, by, report), Compared)
        elif self._trouble:
            self.compare()

    def chosen(self) -> tuple[list[Statement], Link | None]:
        """What the cursor is on: a statement, and the rival that it clashes with; no statement where there is none."""
        return [], None

    def at_hand(self) -> AtHand:
        """What a correction would act on."""
        return AtHand.of(self.chosen()[0])

    @property
    def held(self) -> Statement | None:
        """The statement that is held, where it is one of this event."""
        known = self.comparison.statement_by_id if self.comparison else {}
        return known.get(self.desk.held) if self.desk.held else None

    def _show_held(self) -> None:
        for line in self.query(HeldLine):
            if self.comparison is not None:
                line.show(self.comparison, self.held)

    def let_go(self) -> bool:
        """Hold nothing any more; whether anything was held."""
        was = self.held is not None
        self.desk.held = None
        self._show_held()
        return was

    def leave_inner(self) -> bool:
        """Esc lets go of what is held before it leaves the screen."""
        return super().leave_inner() or self.let_go()

    def action_hold(self) -> None:
        """Hold the statement under the cursor; the same one again: let it go."""
        here = self.at_hand().here
        if here is None:
            self.say("There is no statement under the cursor to hold." if self.comparison else self.missing)
        elif self.held is here:
            self.let_go()
        else:
            self.desk.held = here.id
            self._show_held()

    def subject(self) -> Subject | None:
        """What is under the cursor with what is held or, else, what it stands against."""
        here, other, other_leaves = self.at_hand()
        if self.comparison is None or here is None:
            return None
        if self.held is not None and self.held is not here:
            return Subject(self.comparison, here, self.held, held=True)
        return Subject(self.comparison, here, other, other_leaves=other_leaves)

    @work
    async def action_correct(self) -> None:
        """Ask which correction, and what it needs to know; then make it."""
        subject = self.subject()
        if subject is None:
            self.say("There is no statement under the cursor to correct." if self.comparison else self.missing)
            return
        hold = next((key for command, key in active_commands(self) if command.id == "hold"), "")
        kind = await self.app.push_screen_wait(CorrectMenu(subject, hold))
        chooser = _chooser(subject, kind) if kind else None
        answer = await self.app.push_screen_wait(chooser) if chooser else ""
        if kind is not None and answer is not None:
            self._decide(subject, kind, answer)

    def _decide(self, subject: Subject, kind: CorrectionKind, answer: str) -> None:
        statements, value = settled(subject, kind, answer)
        comparison = subject.comparison
        if subject.held:
            self.let_go()
        self.ask(lambda session, _: session.decide(comparison, kind, statements, value), Corrected)

    @on(Corrected)
    def _corrected(self, message: Corrected) -> None:
        undo = next((key for command, key in active_commands(self) if command.id == "undo"), "")
        self.say(told(message.correction, f"; {undo} takes it back." if undo else ".", self.size.width - 2))
        self.post_message(Changed())


def _chooser(subject: Subject, kind: CorrectionKind) -> Chooser | None:
    """The question of a kind that needs to know more."""
    asked = question(subject, kind)
    if kind is CorrectionKind.SPEAKER_IS:
        return Chooser(asked, speakers(subject), free=True, new="a new narrator")
    if kind is CorrectionKind.SAME_NARRATOR:
        return Chooser(asked, other_narrators(subject))
    if kind is CorrectionKind.SIDE_IS:
        return Chooser(asked, sides(subject), free=True, new="a new side")
    return Chooser(asked, relations(subject)) if kind in {CorrectionKind.RELATION_IS, CorrectionKind.LINK} else None


def _compare_and_mark_read(session: "Session", event: str, report: "Report") -> Comparison:
    comparison = session.compare(event, progress=report)
    session.mark_read(event)
    return comparison
