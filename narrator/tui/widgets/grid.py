"""Rows and cells of a comparison, and how they are set: as a table whose rows span all columns, or stacked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, NamedTuple

from narrator.model.article import Article, When
from narrator.model.comparison import Claim, Column, Comparison, Link
from narrator.model.statement import Statement
from narrator.tui.reading import (
    AGREES,
    ONLY,
    SIGN_OF_RELATION,
    STRENGTH,
    Sign,
    chain,
    marks_of,
    name_of,
    reach,
    voice,
    within,
)
from narrator.tui.widgets.lines import Line, Mark, Piece, fit, marked, paragraph, quotation, wrap
from narrator.tui.words import count, day, days, language_of

Only = Literal["all", "differences", "conflicts"]
Order = Literal["contested", "time", "article"]

HATCH = "╲"
GAP = 2
"""Cells between columns."""
NARROWEST, WIDEST = 28, 56
"""Cells of a column: narrower the words break, wider the lines tire."""
LABEL = 24
"""Cells of the pinned column of claims."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with the flagged links between its statements, the most surely conflicting first."""

    claim: Claim
    links: tuple[Link, ...]
    sign: Sign
    cells: tuple[tuple[Statement, ...], ...]

    @property
    def filled(self) -> int:
        """How many columns say something."""
        return sum(1 for cell in self.cells if cell)


class GridLine(NamedTuple):
    """One line of the table: the pinned claim, then a stretch of each column."""

    label: tuple[Piece, ...]
    cells: tuple[tuple[Piece, ...], ...]
    row: int | None


def columns_for(comparison: Comparison, only: Only) -> Comparison:
    """The comparison with the columns worth showing: every outlet, for silence says something about it; but of narrators and
    sides those who speak in a row that passes, the most talkative first."""
    if comparison.by == "outlet":
        return comparison
    rows = rows_of(comparison, only, "article")
    spoken = [sum(1 for row in rows if row.cells[number]) for number in range(len(comparison.columns))]
    order = sorted(range(len(spoken)), key=lambda number: -spoken[number])
    return replace(comparison, columns=tuple(comparison.columns[number] for number in order if spoken[number]))


def rows_of(comparison: Comparison, only: Only, order: Order) -> list[Row]:
    """The rows that pass the filter, in the order asked for."""
    rows = [_row(comparison, claim) for claim in comparison.claims]
    passing: dict[Only, Callable[[Row], bool]] = {
        "all": lambda _: True,
        "differences": lambda row: bool(row.links),
        "conflicts": lambda row: any(link.is_conflict for link in row.links),
    }
    place = {article.id: number for number, article in enumerate(comparison.articles)}

    def first(row: Row) -> tuple[int, int]:
        statements = [comparison.statement_by_id[one] for one in row.claim.statements]
        return min((place[one.article], one.start) for one in statements)

    def earliest(row: Row) -> tuple[str, tuple[int, int]]:
        articles = [comparison.article_by_id[comparison.statement_by_id[one].article] for one in row.claim.statements]
        return min(_moment(article.published) for article in articles), first(row)

    def contested(row: Row) -> tuple[float, float, int, tuple[int, int]]:
        conflicts = sum(link.is_conflict for link in row.links)
        return -min(conflicts, 1), -sum(link.conflict for link in row.links), -row.filled, first(row)

    keys: dict[Order, Callable[[Row], tuple[object, ...]]] = {
        "contested": contested,
        "time": earliest,
        "article": first,
    }
    return sorted(filter(passing[only], rows), key=keys[order])


def _row(comparison: Comparison, claim: Claim) -> Row:
    links = tuple(link for link in comparison.claim_links(claim) if link.flagged)
    cells = tuple(comparison.cell(claim, column) for column in comparison.columns)
    speaking = sum(1 for cell in cells if cell) > 1
    sign = min(
        (SIGN_OF_RELATION[link.relation] for link in links), key=STRENGTH.index, default=AGREES if speaking else ONLY
    )
    return Row(claim, links, sign, cells)


def _moment(when: When) -> str:
    """Sorts times, bare dates at the start of their day, the undated last."""
    if isinstance(when, datetime):
        return (when.astimezone() if when.tzinfo is None else when).astimezone().isoformat()
    return when.isoformat() if isinstance(when, date) else "9"


def column_articles(comparison: Comparison, column: Column) -> list[Article]:
    """The articles that can fill a column: those of its statements, and those of the outlet that it is named after."""
    own = {comparison.statement_by_id[one].article for one in column.statements}
    return [one for one in comparison.articles if one.id in own or (comparison.by == "outlet" and _is_of(one, column))]


def _is_of(article: Article, column: Column) -> bool:
    return column.title == article.outlet or article.id == column.id


def silence(comparison: Comparison, column: Column) -> str:
    """Why a cell is empty: the narrator does not speak to the point, or the article could not be read for statements."""
    articles = column_articles(comparison, column)
    if articles and not any(article.id in comparison.extracted for article in articles):
        return f"not extracted ({language_of(articles[0])})"
    return "not mentioned"


def label_lines(comparison: Comparison, row: Row, width: int) -> list[Line]:
    """Sign and label of a claim, how many speak to it, and what they differ in."""
    kinds = list(dict.fromkeys(name_of(link) for link in row.links))
    lines = _headed(row.sign, row.claim.label, width)
    lines += paragraph(f"{row.filled} of {len(comparison.columns)}", width, None, "muted", indent="  ")
    if origins := reach(comparison, row.claim):
        lines += paragraph(origins, width, None, "muted", indent="  ")
    for kind in kinds:
        role = next(SIGN_OF_RELATION[link.relation].role for link in row.links if name_of(link) == kind)
        lines += paragraph(kind, width, None, role, indent="  ")
    return lines


def cell_lines(comparison: Comparison, row: Row, column: int, width: int, reason: str) -> list[Line]:
    """What a narrator says to a claim, verbatim and with who said it; hatched, with the reason, where there is silence."""
    if not row.cells[column]:
        word = f" {reason} "
        hatch = HATCH * max(width - len(word) - 3, 0)
        return [Line((Piece(HATCH * 3, ("hatch",)), Piece(fit(word, width - 3), ("faint",)), Piece(hatch, ("hatch",))))]
    lines: list[Line] = []
    for statement in row.cells[column]:
        if lines:
            lines.append(Line())
        lines += said(comparison, row, statement, width)
    return lines


def said(comparison: Comparison, row: Row, statement: Statement, width: int) -> list[Line]:
    """Who says it and how, then the words with those that clash in this row marked."""
    marks = within(statement, marks_of(row.links, statement))
    return [
        *paragraph(_teller(comparison, statement), width, None, "muted"),
        *quotation(statement.text, width, None, marks),
    ]


def _teller(comparison: Comparison, statement: Statement) -> str:
    """What the column's title leaves open: by outlet who is quoted there, else the whole chain."""
    return voice(comparison, statement) if comparison.by == "outlet" else chain(comparison, statement)


def column_width(width: int, columns: int) -> int:
    """Cells of each column of a table so wide: as many whole columns as fit share the room."""
    room = width - LABEL
    shown = max(1, min(columns, (room + GAP) // (NARROWEST + GAP)))
    return max(NARROWEST, min(WIDEST, (room + GAP) // shown - GAP))


def head_lines(comparison: Comparison, width: int) -> list[GridLine]:
    """The pinned head of the table: names of the columns, and when they were published."""
    cells = []
    for column in comparison.columns:
        articles = column_articles(comparison, column)
        dates = [article.published for article in articles]
        note = days(dates[0], dates[-1]) if dates else day(None)
        note += f" · {count(len(articles), 'article')}" if len(articles) > 1 else ""
        cells.append((Piece(fit(column.title, width), ("title",)), Piece(fit(note, width), ("muted",))))
    rule = tuple((Piece("─" * width, ("rule",)),) for _ in cells)
    by = {"outlet": "by outlet", "narrator": "by narrator", "side": "by side"}[comparison.by]
    return [
        GridLine((), tuple(() for _ in cells), None),
        GridLine((Piece("Claim", ("title",)),), tuple((cell[0],) for cell in cells), None),
        GridLine((Piece(by, ("muted",)),), tuple((cell[1],) for cell in cells), None),
        GridLine((Piece("─" * (LABEL - GAP), ("rule",)),), rule, None),
    ]


def table(comparison: Comparison, rows: list[Row], width: int) -> list[GridLine]:
    """All lines of the table below its head; a row is as high as its highest cell."""
    lines: list[GridLine] = []
    silences = [silence(comparison, column) for column in comparison.columns]
    for number, row in enumerate(rows):
        label = label_lines(comparison, row, LABEL - GAP)
        cells = [cell_lines(comparison, row, column, width, reason) for column, reason in enumerate(silences)]
        for line in range(max(len(label), *(len(cell) for cell in cells)) if cells else len(label)):
            parts = tuple(cell[line].pieces if line < len(cell) else () for cell in cells)
            lines.append(GridLine(label[line].pieces if line < len(label) else (), parts, number))
        lines.append(GridLine((), tuple(() for _ in silences), None))
    return lines


class StackedLine(NamedTuple):
    """One line of the stacked comparison, and the cell that it belongs to."""

    pieces: tuple[Piece, ...]
    row: int | None
    column: int | None


def stacked(comparison: Comparison, rows: list[Row], width: int) -> list[StackedLine]:
    """The same rows one under another: each claim, then each narrator's words, then who is silent."""
    lines: list[StackedLine] = []
    silences = [silence(comparison, column) for column in comparison.columns]
    for number, row in enumerate(rows):
        kinds = ", ".join(dict.fromkeys(name_of(link) for link in row.links))
        filled = f"{row.filled} of {len(comparison.columns)}"
        note = " · ".join(part for part in (filled, reach(comparison, row.claim), kinds) if part)
        head = [*_headed(row.sign, row.claim.label, width), *paragraph(note, width, None, "muted", indent="  ")]
        lines += [StackedLine(line.pieces, number, None) for line in head]
        for column, cell in enumerate(row.cells):
            for statement in cell:
                lines += [
                    StackedLine(line.pieces, number, column)
                    for line in _stacked_cell(comparison, row, statement, comparison.columns[column].title, width)
                ]
        lines += [StackedLine(line.pieces, number, None) for line in _silent(comparison, row, silences, width)]
        lines.append(StackedLine((), None, None))
    return lines


def _headed(sign: Sign, label: str, width: int) -> list[Line]:
    """The sign in its colour, then the label."""
    first, *more = paragraph(label, width, None, "strong", indent="  ")
    return [Line((Piece(f"{sign.glyph} ", (sign.role,)), *first.pieces[1:])), *more]


def _stacked_cell(comparison: Comparison, row: Row, statement: Statement, title: str, width: int) -> list[Line]:
    """The column's title and the teller in a line, then the words."""
    head = f"{title} · {_teller(comparison, statement)}"
    emphasis = (Mark(0, len(title), "title"), Mark(len(title), len(head), "muted"))
    marks = within(statement, marks_of(row.links, statement))
    return [
        *(Line((Piece("  "), *marked(head, start, end, emphasis))) for start, end in wrap(head, width - 2)),
        *quotation(statement.text, width, None, marks, indent="  "),
    ]


def _silent(comparison: Comparison, row: Row, silences: list[str], width: int) -> list[Line]:
    """Who is silent, under each reason."""
    why: dict[str, list[str]] = {}
    for column, cell, reason in zip(comparison.columns, row.cells, silences, strict=True):
        if not cell:
            why.setdefault(reason, []).append(column.title)
    lines: list[Line] = []
    for reason, titles in why.items():
        lines += paragraph(f"{HATCH * 3} {reason}: {', '.join(titles)}", width, None, "faint", indent="  ")
    return lines
