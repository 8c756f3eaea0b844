"""Places in the matrix: those of the statements that are shown, and of the words that are looked for."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from narrator.tui.widgets.cells import Sheet
from narrator.tui.widgets.grid import LABELS


class Place(NamedTuple):
    """Where a statement stands: number of the row, of the column, and of the statement in its cell."""

    row: int
    column: int = 0
    item: int = 0


def places_in(sheet: Sheet, number: int, all_of_them: bool = False) -> list[Place]:
    """The statements shown in a row, cell by cell; or all of them, also those that a cell only counts."""
    row = sheet.rows[number]
    counts = (len(sheet.said(row, one)) + all_of_them * sheet.beside(row, one) for one in sheet.columns)
    return [Place(number, column, item) for column, found in enumerate(counts) for item in range(found)]


def places_of(sheet: Sheet, number: int, statements: Collection[str | int]) -> list[Place]:
    """Where in a row the statements with these ids are shown."""
    said = [sheet.said(sheet.rows[number], column) for column in sheet.columns]
    return [place for place in places_in(sheet, number) if said[place.column][place.item].id in statements]


def holding(sheet: Sheet, words: str) -> Iterator[Place]:
    """The claims and statements that hold the words, whatever their case."""
    wanted = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    for number, row in enumerate(sheet.rows if wanted.pattern else ()):
        if wanted.search(row.claim.label):
            yield Place(number, LABELS)
        for place, column in enumerate(sheet.columns):
            if column.id in row.cells:
                said = (*row.cells[column.id], *row.more.get(column.id, ()))
                yield from (Place(number, place, item) for item, one in enumerate(said) if wanted.search(one.text))
