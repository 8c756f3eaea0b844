"""A scrollbar that shows where in the text the conflicts are."""

from collections.abc import Collection
from typing import Any

from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual.scrollbar import ScrollBarRender

MARK = "▌"
"""What stands for a conflict: no sign that the pane on the right could be thought to show, and half a cell away from it."""


class Overview(ScrollBarRender):
    """Draws a vertical scrollbar with a sign at the height of each of these lines; `options` are those of the bar."""

    def __init__(self, lines: Collection[int], sign: Style, **options: Any) -> None:
        super().__init__(**options)
        self._lines, self._sign = lines, sign

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The bar, row by row."""
        height = options.height or console.height
        rows = {min(line * height // max(int(self.virtual_size), 1), height - 1) for line in self._lines}
        row = 0
        for segment in console.render(Group(*super().__rich_console__(console, options)), options):  # type: ignore[arg-type]
            if segment.text == "\n":
                row += 1
                yield segment
            elif row in rows and segment.style is not None:
                yield self._signed(segment, segment.style)
            else:
                yield segment

    def _signed(self, segment: Segment, style: Style) -> Segment:
        behind = style.color if style.reverse else style.bgcolor
        sign = Style(color=self._sign.color, bgcolor=behind, bold=True, meta=style.meta)
        return Segment(MARK.ljust(len(segment.text)), sign)
