"""The kinds of correction as a list, under the words that they act on."""

from collections.abc import Iterator

from textual.geometry import Size

from narrator.commands import BY_ID, Command
from narrator.keymap import written
from narrator.model.statement import Statement
from narrator.tui.correcting import KINDS, Subject, effect, refusal
from narrator.tui.reading import heard
from narrator.tui.widgets.lines import Line, Piece, fit, marked, wrap
from narrator.tui.widgets.page import Page

ROOMY = 30
"""Lines of the terminal from which quotations take two lines, and there is air."""

NAMES = 23
"""Cells of the column of letters and names."""


class Choices(Page, can_focus=False):
    """The kinds are items; those that do not apply now are dimmed and say why. The letters belong to the menu around it."""

    def __init__(self, subject: Subject, hold: str) -> None:
        super().__init__("choices")
        self._subject, self._hold = subject, hold
        able = (number for number, kind in enumerate(KINDS.values()) if not refusal(subject, kind, hold))
        self.set_reactive(Page.cursor, next(able, 0))

    @property
    def items(self) -> int:
        """The kinds."""
        return len(KINDS)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's hook
        """As many lines as there are."""
        return len(self.lay_out(width))

    def lay_out(self, width: int) -> list[Line]:
        """What is corrected, then the kinds."""
        subject = self._subject
        lines = list(self._quoted("Correct", subject.here, width))
        if subject.other is not None:
            lines += self._quoted("with, held" if subject.held else "with", subject.other, width)
        lines.append(Line((Piece("A letter or Enter takes, Esc leaves", ("muted",)),)))
        for number, command in enumerate(KINDS):
            lines += self._kind(number, BY_ID[command], width)
        return lines

    def _quoted(self, lead: str, statement: Statement, width: int) -> Iterator[Line]:
        teller = fit(heard(self._subject.comparison, statement), width - len(lead) - 2)
        yield Line((Piece(f"{lead}: ", ("title",)), Piece(teller, ("strong",))))
        quoted, room = f"“{statement.text}”", width - 2
        stretches = wrap(quoted, room)
        shown = 2 if self.app.size.height >= ROOMY else 1
        for start, end in stretches[: shown - 1 if len(stretches) > shown else shown]:
            yield Line((Piece("  "), *marked(quoted, start, end, (), "quote")))
        if len(stretches) > shown:
            rest = quoted[stretches[shown - 1].start :].replace("\n", " ")
            yield Line((Piece("  "), Piece(fit(rest, room), ("quote",))))

    def _kind(self, number: int, command: Command, width: int) -> Iterator[Line]:
        reason = refusal(self._subject, KINDS[command.id], self._hold)
        left = f" {self.key_of(command)}  {command.title}"
        text = reason or effect(self._subject, KINDS[command.id]) or command.help
        role = "faint" if reason else "strong"
        yield Line((Piece(left.ljust(NAMES), (role,)), Piece(fit(text, width - NAMES), ("muted",))), number)

    def key_of(self, command: Command) -> str:
        """The letter of a kind, as the user's keymap has it."""
        keys = [key for key, one in self.screen.active_bindings.items() if one.binding.id == command.id]
        return written(keys[0] if keys else command.keys[0])
