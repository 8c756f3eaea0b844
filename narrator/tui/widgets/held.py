"""The statement that the reader holds, to be joined with another."""

from textual.content import Content
from textual.widgets import Static

from narrator.model.comparison import Comparison
from narrator.model.statement import Statement
from narrator.tui.reading import chain


class HeldLine(Static):
    """One line above the keys, as long as something is held."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.display = False

    def show(self, comparison: Comparison, statement: Statement | None) -> None:
        """Show what is held, or nothing."""
        self.display = statement is not None
        if statement is not None:
            words = statement.text.replace("\n", " ")
            self.update(Content(f"Held · {chain(comparison, statement)}: “{words}”"))
