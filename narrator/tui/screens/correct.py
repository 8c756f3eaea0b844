"""The menu of corrections: what it acts on, and a letter for each kind."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from narrator.assets import styles_dir
from narrator.commands import MENU_KEYS, Place
from narrator.model.notebook import CorrectionKind
from narrator.tui.bindings import bindings
from narrator.tui.correcting import KINDS, Subject, refusal
from narrator.tui.widgets.choices import Choices
from narrator.tui.widgets.page import Page


class CorrectMenu(ModalScreen[CorrectionKind | None]):
    """Gives the kind that was chosen, None on Esc. `hold` is the key by which a second statement is held."""

    PLACE: ClassVar[Place] = "correct"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(",".join(keys), action, show=False) for action, keys in MENU_KEYS.items()),
        *bindings("correct"),
    ]

    def __init__(self, subject: Subject, hold: str) -> None:
        super().__init__()
        self.css_path = [styles_dir() / "correct.tcss"]
        self._subject, self._hold = subject, hold

    def compose(self) -> ComposeResult:
        """One page."""
        with Vertical(id="correct"):
            yield Choices(self._subject, self._hold)

    @property
    def choices(self) -> Choices:
        """The kinds."""
        return self.query_one(Choices)

    def _choose(self, command: str) -> None:
        kind = KINDS[command]
        if refusal(self._subject, kind, self._hold):
            self.choices.cursor = list(KINDS).index(command)
            self.app.bell()
        else:
            self.dismiss(kind)

    @on(Page.Opened)
    def _opened(self, message: Page.Opened) -> None:
        self._choose(list(KINDS)[message.item])

    def action_step(self, step: int) -> None:
        """To the next (1) or previous (-1) kind."""
        self.choices.cursor = max(0, min(self.choices.cursor + step, self.choices.items - 1))

    def action_take(self) -> None:
        """The kind under the cursor."""
        self.choices.action_open()

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(None)

    def action_same_row(self) -> None:
        """Into one row."""
        self._choose("same_row")

    def action_not_same_row(self) -> None:
        """Out of the row."""
        self._choose("not_same_row")

    def action_not_same_event(self) -> None:
        """Out of the row, as of another event."""
        self._choose("not_same_event")

    def action_speaker_is(self) -> None:
        """Someone else says it."""
        self._choose("speaker_is")

    def action_same_narrator(self) -> None:
        """Two names, one narrator."""
        self._choose("same_narrator")

    def action_side_is(self) -> None:
        """The narrator's side."""
        self._choose("side_is")

    def action_relation_is(self) -> None:
        """How two statements stand to each other."""
        self._choose("relation_is")

    def action_link_by_hand(self) -> None:
        """A link where no rule made one."""
        self._choose("link_by_hand")

    def action_hide(self) -> None:
        """Out of every row."""
        self._choose("hide")
