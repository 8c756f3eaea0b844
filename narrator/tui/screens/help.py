"""Help: every key, from the command registry; signs; what the words of the screens mean."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from narrator.assets import styles_dir
from narrator.commands import Command, groups, spell
from narrator.tui.reading import AGREES, CONFLICT, FRAME, KEPT, ONLY, POINT, UPDATE
from narrator.tui.widgets.lines import Line, Mark, Piece, marked, wrap
from narrator.tui.widgets.page import Page

KEYS = 22
"""Cells of the column of keys."""

_SIGNS = (
    (CONFLICT, "another narrator contradicts or denies this"),
    (FRAME, "another narrator calls or weighs it differently; no contradiction"),
    (UPDATE, "a later or earlier state of the same figure or affair"),
    (AGREES, "another narrator says the same"),
    (POINT, "others speak to this too, and nothing clashes"),
    (ONLY, "no other narrator speaks to this"),
    (KEPT, "in your notebook"),
)


class HelpPage(Page):
    """The keys in their groups; `keymap` holds those that the user has changed."""

    def __init__(self, keymap: dict[str, str]) -> None:
        super().__init__("keys")
        self._keymap = keymap

    def lay_out(self, width: int) -> list[Line]:
        """Signs, then keys."""
        lines = [Line(), Line((Piece(" Signs beside the text", ("title",)),))]
        for sign, meaning in _SIGNS:
            for number, (start, end) in enumerate(wrap(meaning, width - 6)):
                glyph = sign.glyph if number == 0 else " "
                lines.append(Line((Piece(f"  {glyph}  ", (sign.role,)), Piece(meaning[start:end]))))
        text = "A narrator is named with everyone in between: Kremlin < News agency < Outlet B. Words that clash are marked."
        lines += [Line((Piece(f"  {text[start:end]}", ("muted",)),)) for start, end in wrap(text, width - 4)]
        for group, commands in groups().items():
            lines += [Line(), Line((Piece(f" {group}", ("title",)),))]
            for command in commands:
                lines += self._command(command, width)
        return [*lines, Line()]

    def _command(self, command: Command, width: int) -> list[Line]:
        keys = self._keymap.get(command.id)
        spelled = "  ".join(spell(key) for key in (keys.split(",") if keys else command.keys))
        text = f"{command.title} · {command.help}"
        lines = []
        for number, (start, end) in enumerate(wrap(text, max(width - KEYS - 3, 20))):
            left = f"  {spelled}".ljust(KEYS) if number == 0 else " " * KEYS
            muted = (Mark(len(command.title), len(text), "muted"),)
            lines.append(Line((Piece(left, ("strong",)), *marked(text, start, end, muted))))
        return lines


class HelpScreen(ModalScreen[None]):
    """The keys over the screen that one comes from."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1", "app.pop_screen", show=False)]

    def __init__(self, keymap: dict[str, str]) -> None:
        super().__init__()
        self.css_path = [styles_dir() / "help.tcss"]
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Heading and page."""
        with Container(id="help"):
            yield Static(Content("Keys · Esc goes back, j and k scroll, Ctrl+P finds a command by name"), markup=False)
            yield HelpPage(self._keymap)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(HelpPage).focus()
