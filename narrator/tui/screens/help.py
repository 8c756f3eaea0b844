"""Help: every key, from the command registry; signs; what the words of the screens mean."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from narrator.assets import styles_dir
from narrator.commands import BY_ID, PLACE_TITLES, Command, Place, sections
from narrator.keymap import keys_of
from narrator.tui.reading import AGREES, CONFLICT, FRAME, KEPT, ONLY, POINT, UPDATE
from narrator.tui.screens.finding import FindingScreen
from narrator.tui.widgets.lines import Line, Mark, Piece, marked, wrap
from narrator.tui.widgets.page import Page

KEYS = 22
"""Cells of the column of keys."""

WIDE_ENOUGH = 60
"""Cells from which keys and what they do stand side by side."""

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
    """The keys by place; `keymap` holds those that the user has changed, `place` the screen that one comes from."""

    def __init__(self, keymap: Mapping[str, str], place: Place | None = None) -> None:
        super().__init__("keys")
        self._keymap = keymap
        self._here = PLACE_TITLES[place] if place else None
        self._first = 0
        self._opened = False

    def lay_out(self, width: int) -> list[Line]:
        """Signs, then keys."""
        lines = [Line(), Line((Piece(" Signs beside the text", ("title",)),))]
        for sign, meaning in _SIGNS:
            for number, (start, end) in enumerate(wrap(meaning, width - 6)):
                glyph = sign.glyph if number == 0 else " "
                lines.append(Line((Piece(f"  {glyph}  ", (sign.role,)), Piece(meaning[start:end]))))
        text = "A narrator is named with everyone in between: Kremlin < News agency < Outlet B. Words that clash are marked."
        lines += [Line((Piece(f"  {text[start:end]}", ("muted",)),)) for start, end in wrap(text, width - 4)]
        for title, commands in sections().items():
            if title == self._here:
                self._first = len(lines)
            here = " · here" if title == self._here else ""
            lines += [Line(), Line((Piece(f" {title}", ("title",)), Piece(here, ("muted",))))]
            for command in commands:
                lines += self._command(command, width)
        return [*lines, Line()]

    def _command(self, command: Command, width: int) -> list[Line]:
        """Keys on the left, what they do on the right; under the keys where the page is narrow or the keys are many."""
        spelled = "  ".join(keys_of(command, self._keymap))
        text = f"{command.title} · {command.help}"
        muted = (Mark(len(command.title), len(text), "muted"),)
        beside = width >= WIDE_ENOUGH and len(spelled) < KEYS - 3
        left = KEYS if beside else 6
        lines = [
            Line((Piece(" " * left), *marked(text, start, end, muted)))
            for start, end in wrap(text, max(width - left - 2, 12))
        ]
        if beside:
            lines[0] = Line((Piece(f"  {spelled}".ljust(KEYS), ("strong",)), *lines[0].pieces[1:]))
            return lines
        return [Line((Piece(f"  {spelled}", ("strong",)),)), *lines]

    def bring_into_view(self) -> None:
        """Once: the keys of the screen that one comes from."""
        if not self._opened and self.lines:
            self._opened = True
            self.scroll_to(0, self._first, animate=False, force=True)


class HelpScreen(FindingScreen, ModalScreen[None]):
    """The keys over the screen that one comes from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(",".join(BY_ID[one].keys), "leave", id=one, show=False) for one in ("back", "help")),
        Binding("q", "leave", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str], place: Place | None = None) -> None:
        super().__init__()
        self.css_path = [styles_dir() / "help.tcss"]
        self._keymap, self._place = keymap, place

    def compose(self) -> ComposeResult:
        """Heading, page, line to search in."""
        keys = {one: keys_of(BY_ID[one], self._keymap)[0] for one in ("back", "search", "down", "up")}
        with Container(id="help"):
            heading = f"Keys · {keys['search']} finds · {keys['down']} {keys['up']} scroll · {keys['back']} goes back"
            yield Static(Content(heading), id="heading", markup=False)
            yield HelpPage(self._keymap, self._place)
            yield self.finder_line()

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(HelpPage).focus()

    def action_leave(self) -> None:
        """The line, the marks, then the help."""
        if not self.leave_finding():
            self.dismiss(None)
