"""Folding of text into lines of a terminal, by the cells that its characters take."""

import unicodedata
from collections.abc import Iterator

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
