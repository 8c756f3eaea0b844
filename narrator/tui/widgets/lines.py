"""Text set into lines of cells, with every line knowing its offsets: wide, combining and emoji characters kept whole."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from narrator.model.article import Span

_WORD = re.compile(r"\n|[^\S\n]+|\S+")
_QUOTES = ("“", '"', "„", "«", "‘")
_BREAKS = str.maketrans({"\n": " ", "\t": " "})
_RANGES = ((0x20, 0x7F), (0xA1, 0xAD), (0xAE, 0x250), (0x400, 0x460))  # Latin, Cyrillic
_SINGLE = frozenset([*(chr(code) for first, after in _RANGES for code in range(first, after)), *"‘’“”„–—…"])
"""Characters of one cell each, the only blank among them the space: texts of these alone are wrapped by counting."""


class Piece(NamedTuple):
    """A run of text and the names of the roles that style it, later ones on top."""

    text: str
    roles: tuple[str, ...] = ()


class Line(NamedTuple):
    """One line on the screen; `item` is the entry of the list that it belongs to."""

    pieces: tuple[Piece, ...] = ()
    item: int | None = None


class Mark(NamedTuple):
    """A stretch of a text, by offsets, and the role that it is shown in."""

    start: int
    end: int
    role: str


@lru_cache(maxsize=32_768)  # the same words are set again whenever rows are filtered or sorted
def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Offsets of the lines of `text[start:end]` within `width` cells; blanks at a break belong to no line."""
    places = _breaks(text, width, start, len(text) if end is None else end)
    return tuple(map(Span, places[::2], places[1::2]))


def count_lines(text: str, width: int) -> int:
    """How many lines `wrap` makes of a text."""
    return len(_breaks(text, width, 0, len(text))) // 2


def _breaks(text: str, width: int, start: int, end: int) -> list[int]:
    """Where each line starts and ends: bare numbers, of which there may be very many."""
    counted = _SINGLE.issuperset(text if (start, end) == (0, len(text)) else text[start:end])
    return (_counted if counted else _measured)(text, max(width, 2), start, end)


def _counted(text: str, width: int, start: int, end: int) -> list[int]:
    """The lines where every character is one cell wide and every blank a space: no character is looked at alone."""
    lines: list[int] = []
    first = _beyond_blanks(text, start, end)
    if first == end:
        return [start, start]
    while first < end:
        last = first + width
        if last >= end:
            last = end
        elif text[last] != " ":
            blank = text.rfind(" ", first, last)
            word_end = text.find(" ", last, end)
            if blank >= 0 and (end if word_end < 0 else word_end) - blank - 1 <= width:
                last = blank
        lines += (first, first + len(text[first:last].rstrip(" ")))
        first = _beyond_blanks(text, last, end)
    return lines


def _beyond_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start


def _measured(text: str, width: int, start: int, end: int) -> list[int]:
    """The lines of any text: unit by unit, each measured in cells."""
    lines: list[int] = []
    first = last = start
    used = blanks = 0
    for unit_start, unit_end, size in _units(text, start, end, width):
        if size < 0 or (used + blanks + size > width and last > first):
            lines += (first, last)
            first = last = unit_end if size < 0 else unit_start
            used = blanks = 0
        if size == 0:
            blanks += unit_end - unit_start
        elif size > 0:
            if last == first:
                first, blanks = unit_start, 0
            used, blanks, last = used + blanks + size, 0, unit_end
    return [*lines, first, last]


def _units(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int, int]]:
    """What may not be broken, with its size in cells: words, or the graphemes of a word too long for a line.

    Blanks have the size 0, a newline -1.
    """
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word.isspace():
            yield match.start(), match.end(), -1 if word == "\n" else 0
        elif (size := cell_len(word)) <= width:
            yield match.start(), match.end(), max(size, 1)
        else:
            for first, last, cells in split_graphemes(word)[0]:
                yield match.start() + first, match.start() + last, max(cells, 1)


def marked(text: str, start: int, end: int, marks: Sequence[Mark], *roles: str) -> Iterator[Piece]:
    """`text[start:end]` in pieces, each in `roles` and those of the marks that cover it; blanks and newlines as spaces."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(max(mark.start, start) for mark in inside), *(min(mark.end, end) for mark in inside)})
    for left, right in pairwise(cuts):
        # Once each: a tint laid on twice would be another colour.
        covering = dict.fromkeys(mark.role for mark in inside if mark.start <= left and mark.end >= right)
        yield Piece(text[left:right].translate(_BREAKS), (*roles, *covering))


def paragraph(text: str, width: int, item: int | None, *roles: str, indent: str = "") -> list[Line]:
    """A text of one style, wrapped and indented, as lines of an item."""
    return [
        Line((Piece(indent), *marked(text, start, end, (), *roles)), item)
        for start, end in wrap(text, width - cell_len(indent))
    ]


def quotation(text: str, width: int, item: int | None, marks: Sequence[Mark], indent: str = "") -> list[Line]:
    """Verbatim words in quotation marks, their own or added ones, the clashing words marked; wrapped and indented."""
    added = not text.startswith(_QUOTES)
    shifted = [Mark(mark.start + added, mark.end + added, mark.role) for mark in marks]
    quoted = f"“{text}”" if added else text
    return [
        Line((Piece(indent), *marked(quoted, start, end, shifted, "quote")), item)
        for start, end in wrap(quoted, width - cell_len(indent))
    ]


def plain(pieces: Iterable[Piece]) -> str:
    """The characters of a line."""
    return "".join(piece.text for piece in pieces)


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """The offset of the character that is shown at a cell of the line `text[start:end]`; `end` beyond the last one."""
    shown = text[start:end].translate(_BREAKS)
    if shown.isascii():
        return min(start + max(cell, 0), end)
    for first, _, cells in split_graphemes(shown)[0]:
        if cell < cells:
            return start + first
        cell -= cells
    return end


def occurrences(text: str, words: str) -> list[Span]:
    """Where a text holds the words, whatever their case and wherever lines break between them; never part of a character."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = [Span(match.start(), match.end()) for match in re.finditer(pattern, text, re.IGNORECASE)] if pattern else []
    if not found or text.isascii():
        return found
    edges = [start for start, _, _ in split_graphemes(text)[0]] + [len(text)]
    whole = (Span(edges[bisect_right(edges, one.start) - 1], edges[bisect_left(edges, one.end)]) for one in found)
    return list(dict.fromkeys(whole))


def cut(pieces: Iterable[Piece], marks: Sequence[Mark]) -> Iterator[Piece]:
    """The pieces of a line with marks laid over them; offsets count the line's characters."""
    start = 0
    for piece in pieces:
        shifted = [Mark(mark.start - start, mark.end - start, mark.role) for mark in marks]
        yield from marked(piece.text, 0, len(piece.text), shifted, *piece.roles)
        start += len(piece.text)


def fit(text: str, width: int) -> str:
    """The text in at most `width` cells, an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    kept, room = 0, width - 1
    for _, end, cells in split_graphemes(text)[0]:
        if (room := room - cells) < 0:
            break
        kept = end
    return text[:kept].rstrip() + "…" if width > 0 else ""
