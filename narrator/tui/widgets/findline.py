"""The line in which one searches or filters, shown while it is in use."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FindLine(Horizontal):
    """Words being looked for, and how many places hold them. `label` in front says what the words do: find or filter."""

    @dataclass
    class Changed(Message):
        """Other words are being looked for."""

        line: "FindLine"
        words: str

        @property
        def control(self) -> "FindLine":
            """The line, for `@on` selectors."""
            return self.line

    @dataclass
    class Submitted(Message):
        """The words are as they should be: the keys go back to what was searched."""

        line: "FindLine"

        @property
        def control(self) -> "FindLine":
            """The line, for `@on` selectors."""
            return self.line

    def __init__(self, id: str, label: str, purpose: str) -> None:
        super().__init__(id=id)
        self._label, self._purpose = label, purpose
        self.display = False

    def compose(self) -> ComposeResult:
        """Label, line, count."""
        yield Static(Content(self._label), classes="label", markup=False)
        yield Input(placeholder=self._purpose, compact=True)
        yield Static(classes="found", markup=False)

    @property
    def words(self) -> str:
        """What is being looked for."""
        return self.query_one(Input).value

    @property
    def in_use(self) -> bool:
        """Whether the keys write into the line."""
        return self.query_one(Input).has_focus

    def open(self, words: str | None = None) -> None:
        """Show the line, with other words where they are given, and give it the keys; what is typed replaces the words."""
        self.display = True
        line = self.query_one(Input)
        if words is not None:
            line.value = words
        line.focus()
        line.select_all()

    def hide(self) -> None:
        """Put the line away; the words stay."""
        self.display = False

    def close(self) -> None:
        """Put the line away and forget the words."""
        self.query_one(Input).value = ""
        self.hide()

    def say(self, found: str) -> None:
        """How many were found."""
        self.query_one(".found", Static).update(Content(found))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted(self))
