"""Where on a page the things begin that one can jump to, and the letters that stand there while one does."""

from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from narrator.tui.widgets.lines import Piece, plain


class Spot(NamedTuple):
    """Where something that one can go to begins, in cells of what is seen of a page; without a goal it is the page itself."""

    x: int
    y: int
    goal: Hashable = None


def indent_of(pieces: Iterable[Piece]) -> int | None:
    """How many blank cells a line begins with; None where it holds nothing else."""
    text = plain(pieces)
    return cell_len(text) - cell_len(text.lstrip()) if text.strip() else None


def lay_over(strips: list[Strip], crop: Region, labels: Mapping[str, Spot], style: Style) -> None:
    """Lay each label over the blank before what it leads to, where that is within the part of the page that was drawn."""
    for label, spot in labels.items():
        if crop.y <= spot.y < crop.bottom:
            line = spot.y - crop.y
            strip, x = strips[line], max(spot.x - len(label), 0) - crop.x
            before, _, after = strip.divide([x, x + len(label), strip.cell_length])
            strips[line] = Strip.join([before, Strip([Segment(label, style)]), after])
