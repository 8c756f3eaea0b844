"""The line in which one searches or filters, shown while it is in use."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static


class FindLine(Horizontal):
    """Words being looked for, and how many places hold them."""

    def __init__(self, purpose: str) -> None:
        super().__init__()
        self._purpose = purpose
        self.display = False

    def compose(self) -> ComposeResult:
        """Slash, line, count."""
        yield Static("/", id="slash", markup=False)
        yield Input(placeholder=self._purpose, id="find", compact=True)
        yield Static(id="found", markup=False)

    @property
    def words(self) -> str:
        """What is being looked for."""
        return self.query_one("#find", Input).value

    def open(self) -> None:
        """Show the line and give it the keys."""
        self.display = True
        self.query_one("#find").focus()

    def close(self) -> None:
        """Put the line away and forget the words."""
        self.query_one("#find", Input).value = ""
        self.display = False

    def say(self, found: str) -> None:
        """How many were found."""
        self.query_one("#found", Static).update(Content(found))
