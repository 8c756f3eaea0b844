"""One question whose answer is one of several: type to narrow them, Enter takes the one under the cursor."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from narrator.tui.widgets.lines import Line, Mark, marked, wrap
from narrator.tui.widgets.page import Page


class Option(NamedTuple):
    """An answer: `id` is what is given back, `text` what is read and searched, `note` a quieter word beside it."""

    id: str
    text: str
    note: str = ""


class Options(Page):
    """The answers that fit what was typed."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__("options")
        self._options = options
        self.shown = list(options)

    @property
    def items(self) -> int:
        """The answers shown."""
        return len(self.shown)

    @property
    def option(self) -> Option | None:
        """The answer under the cursor."""
        return self.shown[self.cursor] if self.shown else None

    def narrow(self, words: str, typed: Option | None = None) -> None:
        """Show the answers that hold all the words, those that begin with them first; the words as `typed` come last."""
        wanted = words.casefold().split()
        fitting = [one for one in self._options if all(word in f"{one.text} {one.note}".casefold() for word in wanted)]
        start = " ".join(wanted)
        self.shown = sorted(fitting, key=lambda one: not one.text.casefold().startswith(start))
        if typed is not None and all(
            typed.id.casefold() not in (one.id.casefold(), one.text.casefold()) for one in fitting
        ):
            self.shown.append(typed)
        self.cursor = 0
        self.renew()

    def lay_out(self, width: int) -> list[Line]:
        """A line or more for each."""
        lines = []
        for number, option in enumerate(self.shown):
            text = f"{option.text}  {option.note}".rstrip()
            muted = (Mark(len(option.text), len(text), "muted"),)
            lines += [Line(tuple(marked(text, start, end, muted)), number) for start, end in wrap(text, width)]
        return lines


class Chooser(ModalScreen[str | None]):
    """Asks for one of the options; Enter gives its id, Esc gives None.

    With `free`, the words as they were typed are the last of the answers, named as something `new`; `refuse` may say in words
    why they will not do.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down,ctrl+n", "step(1)", show=False, priority=True),
        Binding("up,ctrl+p", "step(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        question: str,
        options: Sequence[Option],
        free: bool = False,
        new: str = "as typed",
        refuse: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self._question, self._choices, self._free = question, options, free
        self._new, self._refuse = new, refuse

    def compose(self) -> ComposeResult:
        """Question, line, answers."""
        with Vertical(id="chooser"):
            yield Static(Content(self._question), id="question", markup=False)
            yield Input(id="answer", placeholder="Type to narrow; ↑ ↓ choose, Enter takes, Esc leaves")
            yield Options(self._choices)
            yield Static(id="hint", markup=False)

    @property
    def options(self) -> Options:
        """The answers."""
        return self.query_one(Options)

    def on_mount(self) -> None:
        """The line has the keys; a click on an answer takes it."""
        self.options.can_focus = False

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        words = event.value.strip()
        reason = self._refuse(words) if self._free and words else ""
        typed = Option(words, f"{self._new}: “{words}”") if self._free and words and not reason else None
        self.options.narrow(event.value, typed)
        hint = "" if self.options.items or not words else reason or "None fits."
        self.query_one("#hint", Static).update(Content(hint))

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        if self.options.option is not None:
            self.dismiss(self.options.option.id)

    @on(Page.Opened)
    def _opened(self, message: Page.Opened) -> None:
        self.dismiss(self.options.shown[message.item].id)

    def action_step(self, step: int) -> None:
        """To the next (1) or previous (-1) answer."""
        options = self.options
        options.cursor = max(0, min(options.cursor + step, options.items - 1))

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)
