"""The frame of every screen: where one is (top), what is going on and the keys (bottom)."""

from typing import Any

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.keys import format_key
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from narrator.commands import BY_ID, COMMANDS, Command, spell
from narrator.keymap import written
from narrator.tui.messages import Working
from narrator.tui.widgets.lines import fit

WIDE = 100
"""Cells from which the top bar says everything."""

BAR = 16
"""Cells of the progress bar."""


class TopBar(Static):
    """Where one is, on the left, and what there is, on the right: in full, or in short where it is narrow."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._where = self._full = self._short = ""

    def say(self, *where: str, what: str = "", short: str | None = None) -> None:
        """Set both sides; neither is ever read as markup."""
        self._where, self._full, self._short = " › ".join(where), what, what if short is None else short
        self.on_resize()

    def on_resize(self) -> None:
        """Another width has room for more or less."""
        what = self._full if self.size.width >= WIDE else self._short
        room = max(self.size.width - cell_len(what) - 2, 0)
        where = fit(self._where, room)
        self.update(Content(f"{where}{' ' * (room - cell_len(where))}  {what}"), layout=False)


class StatusLine(Static):
    """One line above the keys: what was just done, or how far long work has got."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.display = False
        self.text = self._under_way = ""
        self._timer: Timer | None = None

    def say(self, text: str, seconds: float = 6) -> None:
        """Show a text for a while; with 0 seconds until something else is said."""
        self._stop_timer()
        self._show(text)
        if seconds:
            self._timer = self.set_timer(seconds, self._said)

    def progress(self, progress: Working) -> None:
        """Say what is being done and how far it has got, once what was said before has been shown for its while."""
        text = progress.what
        if progress.total:
            filled = BAR * progress.done // progress.total
            text = f"{'━' * filled}{'╌' * (BAR - filled)}  {progress.done} of {progress.total} · {text}"
        self._under_way = f"… {text}"
        if self._timer is None:
            self._show(self._under_way)

    def rest(self) -> None:
        """Nothing is under way any more; what was said meanwhile stays for its time."""
        shown, self._under_way = self._under_way == self.text, ""
        if shown:
            self.display = False

    def _said(self) -> None:
        self._timer = None
        if self._under_way:
            self._show(self._under_way)
        else:
            self.display = False

    def _show(self, text: str) -> None:
        self.text = text
        self.update(Content(text), layout=False)
        self.display = True

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


class KeyBar(Static):
    """The keys that matter here, as many as fit; help and quit always do. A click runs the command."""

    ALWAYS = ("help", "quit")

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown: list[tuple[str, Content]] = []

    def on_mount(self) -> None:
        """Follow the focus and the keymap."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.renew())
        self.renew()

    def on_resize(self) -> None:
        """Another width has room for other keys."""
        self.renew()

    def renew(self) -> None:
        """Show the keys that the widgets listen to now."""
        hints = [
            (command.id, Content.assemble(f" {key}", (f" {command.hint}  ", "$text-quiet")))
            for command, key in active_commands(self.screen)
            if command.hint
        ]
        always = [hint for hint in hints if hint[0] in self.ALWAYS]
        room = self.size.width - sum(text.cell_length for _, text in always)
        self._shown = []
        for command, text in hints:
            if command not in self.ALWAYS and (room := room - text.cell_length) >= 0:
                self._shown.append((command, text))
        self._shown += always
        self.update(Content.assemble(*(text for _, text in self._shown)), layout=False)

    async def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        x = event.x
        for command, text in self._shown:
            if 0 <= x < text.cell_length:
                await self.screen.run_action(f"run_command({command!r})")
                return
            x -= text.cell_length


def active_commands(screen: Screen[Any]) -> list[tuple[Command, str]]:
    """The commands that work now, in the registry's order, each with its first key as people write it."""
    keys: dict[str, list[str]] = {}
    for key, (_, binding, enabled, _) in screen.active_bindings.items():
        if enabled and binding.id in BY_ID and not _is_typed(screen, key):
            keys.setdefault(binding.id, []).append(key)
    found = []
    for command in COMMANDS:
        if command.id in keys:
            names = [written(key) for key in keys[command.id]]
            first = spell(command.keys[0])
            found.append((command, first if first in names else names[0]))
    return found


def _is_typed(screen: Screen[Any], key: str) -> bool:
    """Whether the key writes a character where the cursor is; Textual itself does not know this of /."""
    character = format_key(key)
    return screen.focused is not None and len(character) == 1 and screen.focused.check_consume_key(key, character)
