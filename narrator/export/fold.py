"""Folding of text into lines of a terminal, by the cells that its characters take."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from narrator.export.escape import scrub


def cells(text: str) -> int:
    """Columns of a terminal that the text takes: two for wide characters, none for combining marks and joiners."""
    return sum(map(_cells, text))


def fold(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The text as lines of at most `width` cells behind the indents `first` and `rest`; a width of 0 only keeps line breaks.

    Lines break at spaces, words wider than a line where it ends. A line break of the text stays one, so that nothing in it can
    begin where a heading would. Unsafe characters are left out.
    """
    lines: list[str] = []
    for paragraph in scrub(text).replace("\t", " ").split("\n"):
        room = max(width - max(cells(first), cells(rest)), 1) if width else 0
        lines += _lines(paragraph, room)
    return [f"{rest if index else first}{line}" for index, line in enumerate(lines)]


def clip(text: str, width: int) -> str:
    """The text on one line of at most `width` cells, an ellipsis where it was cut."""
    return window(text, 0, 0, width).text


class Window(NamedTuple):
    """A stretch of a text, with ellipses where it was cut, and the place of the words that it was cut round."""

    text: str
    start: int
    end: int


def window(text: str, start: int, end: int, width: int) -> Window:
    """A stretch of at most `width` cells around `text[start:end]`, more of what follows than of what leads up to it.

    It is cut between words where there are any, and never within a character that combines with the one before.
    """
    text = text.replace("\n", " ").replace("\t", " ")
    room = max(width, 1)
    if cells(text) <= room:
        return Window(text, start, end)
    room = max(room - 2, 0)  # for the ellipses
    last = _last(text, start, min(end, len(text)), room)
    spare = room - cells(text[start:last])
    first = _first(text, start, spare // 3 if cells(text[last:]) > spare - spare // 3 else spare - cells(text[last:]))
    last = max(last, _last(text, last, len(text), room - cells(text[first:last])))
    before, after = "…" if first else "", "…" if last < len(text) else ""
    shift = len(before) - first
    return Window(
        f"{before}{text[first:last]}{after}"[: None if width > 1 else width], start + shift, min(end, last) + shift
    )


def _last(text: str, start: int, end: int, room: int) -> int:
    """Where a stretch from `start` must end to take at most `room` cells: at `end`, or between two words before it."""
    place, used = start, 0
    while place < end and (used := used + _cells(text[place])) <= room:
        place += 1
    if place == end:
        return end
    gap = text.rfind(" ", start, place + 1)
    if gap >= start:
        return len(text[:gap].rstrip())
    return _whole(text, place, start)


def _first(text: str, start: int, room: int) -> int:
    """Where a stretch that ends at `start` must begin to take at most `room` cells: after a space where there is one."""
    place, used = start, 0
    while place > 0 and (used := used + _cells(text[place - 1])) <= room:
        place -= 1
    if place == 0:
        return 0
    gap = text.find(" ", max(place - 1, 0), start)
    return gap + 1 if gap >= 0 else start


def _whole(text: str, place: int, start: int) -> int:
    """The place, moved back so that what combines with the character before it is not cut off."""
    while start < place < len(text) and (not _cells(text[place]) or text[place - 1] == "\u200d"):
        place -= 1
    return place


def _lines(paragraph: str, room: int) -> list[str]:
    if not room or cells(paragraph) <= room:
        return [paragraph]
    lines: list[str] = []
    line = ""
    for word in paragraph.split(" "):
        if line and cells(line) + 1 + cells(word) > room:
            lines.append(line)
            line = ""
        *full, last = _pieces(f"{line} {word}" if line else word, room)
        lines += full
        line = last
    return [*lines, line]


def _pieces(word: str, room: int) -> Iterator[str]:
    """The word cut where a line is full; as it is where it fits."""
    piece, used = "", 0
    for character in word:
        taken = _cells(character)
        if piece and used + taken > room:
            yield piece
            piece, used = "", 0
        piece += character
        used += taken
    yield piece


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
