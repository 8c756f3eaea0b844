"""One question, one line."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static


class Prompt(ModalScreen[str | None]):
    """Asks for a line; Enter gives it, Esc gives None.

    `refuse` may say in words why an answer will not do; then the question stays. What `suggester` proposes is taken with Tab.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab", "complete", show=False, priority=True),
    ]

    def __init__(
        self,
        question: str,
        value: str = "",
        hint: str = "",
        refuse: Callable[[str], str] = lambda _: "",
        suggester: Suggester | None = None,
    ) -> None:
        super().__init__()
        self._question, self._value, self._hint, self._refuse = question, value, hint, refuse
        self._suggester = suggester

    def compose(self) -> ComposeResult:
        """Question, line, hint."""
        with Vertical(id="prompt"):
            yield Static(Content(self._question), id="question", markup=False)
            yield Input(self._value, id="answer", select_on_focus=False, suggester=self._suggester)
            yield Static(Content(self._hint), id="hint", markup=False)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        value = event.value.strip()
        reason = self._refuse(value) if value else ""
        if reason:
            self.query_one("#hint", Static).update(Content(reason))
            self.query_one("#hint").add_class("-refused")
        else:
            self.dismiss(value)

    def action_complete(self) -> None:
        """Take what is suggested, as the right arrow does at the end of the line."""
        line = self.query_one(Input)
        line.action_end()
        line.action_cursor_right()

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)
