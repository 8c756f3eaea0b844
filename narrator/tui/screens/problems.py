"""Files that could not be read, each with the reason and the remedy; nothing of an import is lost without a word."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from narrator.errors import NarratorError
from narrator.tui.words import count


class Problems(ModalScreen[None]):
    """The problems of one import."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q", "app.pop_screen", show=False)]

    def __init__(self, problems: Sequence[NarratorError]) -> None:
        super().__init__()
        self._problems = problems

    def compose(self) -> ComposeResult:
        """A heading and the problems."""
        with VerticalScroll(id="problems"):
            yield Static(
                Content(f"{count(len(self._problems), 'problem')} · Esc goes back"), id="question", markup=False
            )
            for problem in self._problems:
                hint = f"\n{problem.hint}" if problem.hint else ""
                yield Static(
                    Content.assemble((problem.message, ""), (hint, "$text-quiet")), classes="problem", markup=False
                )
