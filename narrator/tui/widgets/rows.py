"""The rows of a comparison: what stands in them, which pass a filter, and in which order they come."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from narrator.model.article import instant
from narrator.model.comparison import Claim, Comparison, Link
from narrator.model.statement import Statement
from narrator.tui.reading import AGREES, ONLY, SIGN_OF_RELATION, STRENGTH, Sign

Order = Literal["contested", "time", "article"]
What = Literal["all", "differences", "conflicts", "kind", "narrator", "alone", "kept"]


class Filter(NamedTuple):
    """Which rows are shown; `value` is the kind of difference, or the id of the narrator, where one is asked for."""

    what: What = "all"
    value: str = ""


ALL = Filter()


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with the flagged links between its statements, the most surely conflicting first.

    `cells` and `more` map a column's id to the statements that stand in it, best first, and to those beside them; `clashes`
    a statement's id to its links. `moment` and `place` are when and where, by article and offset, the claim is first told.
    """

    claim: Claim
    links: tuple[Link, ...]
    sign: Sign
    cells: Mapping[str, tuple[Statement, ...]]
    more: Mapping[str, tuple[Statement, ...]]
    clashes: Mapping[str | int, tuple[Link, ...]]
    moment: tuple[bool, str]
    place: tuple[int, int]

    @property
    def filled(self) -> int:
        """How many columns say something."""
        return len(self.cells)

    @property
    def has_conflict(self) -> bool:
        """Whether someone contradicts or denies."""
        return any(link.is_conflict for link in self.links)

    @property
    def statements(self) -> Iterable[Statement]:
        """All that stands in the row."""
        return (one for cells in (self.cells, self.more) for cell in cells.values() for one in cell)


def rows_of(comparison: Comparison) -> list[Row]:
    """All rows, in the order of the claims."""
    columns: dict[str, list[str]] = {}
    for column in comparison.columns:
        for one in column.statements:
            columns.setdefault(one, []).append(column.id)
    number = {article.id: number for number, article in enumerate(comparison.articles)}
    return [_row(comparison, claim, columns, number) for claim in comparison.claims]


def _row(comparison: Comparison, claim: Claim, columns: Mapping[str, list[str]], number: Mapping[str, int]) -> Row:
    statements = [comparison.statement_by_id[one] for one in claim.statements]
    cells = _by_column(statements, columns)
    more = _by_column((comparison.statement_by_id[one] for one in claim.more), columns)
    for column in more.keys() - cells.keys():  # whoever speaks only there is not silent
        cells[column] = [more[column].pop(0)]
    links = tuple(link for link in comparison.claim_links(claim) if link.flagged)
    clashes: dict[str | int, list[Link]] = {}
    for link in links:
        clashes.setdefault(link.left, []).append(link)
        clashes.setdefault(link.right, []).append(link)
    default = AGREES if len(cells) > 1 else ONLY
    moments = (instant(comparison.article_by_id[one.article].published) for one in statements)
    return Row(
        claim,
        links,
        min((SIGN_OF_RELATION[link.relation] for link in links), key=STRENGTH.index, default=default),
        {column: tuple(cell) for column, cell in cells.items()},
        {column: tuple(cell) for column, cell in more.items() if cell},
        {side: tuple(found) for side, found in clashes.items()},
        min(((moment is None, moment or "") for moment in moments), default=(True, "")),
        min(((number[one.article], one.start) for one in statements), default=(0, 0)),
    )


def _by_column(statements: Iterable[Statement], columns: Mapping[str, list[str]]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for one in statements:
        for column in columns.get(one.id, ()):
            found.setdefault(column, []).append(one)
    return found


def passing(rows: Iterable[Row], only: Filter, kept: Collection[str] = ()) -> list[Row]:
    """The rows that pass the filter; `kept` holds the ids of the statements in the notebook."""
    return [row for row in rows if _passes(row, only, kept)]


def _passes(row: Row, only: Filter, kept: Collection[str]) -> bool:
    match only.what:
        case "differences":
            return bool(row.links)
        case "conflicts":
            return row.has_conflict
        case "kind":
            return only.value in _kinds(row)
        case "narrator":
            return only.value in _narrators(row)
        case "alone":
            return len({one.narrators[-1] for one in row.statements}) == 1
        case "kept":
            return any(one.id in kept for one in row.statements)
    return True


def _kinds(row: Row) -> set[str]:
    return {link.kind.value for link in row.links if link.kind}


def _narrators(row: Row) -> set[str]:
    return {narrator for one in row.statements for narrator in one.narrators}


def ordered(rows: Iterable[Row], order: Order) -> list[Row]:
    """The rows as asked for: the most contested first, the earliest told first, or as the articles tell them."""

    def contested(row: Row) -> tuple[bool, float, int, tuple[int, int]]:
        return not row.has_conflict, -sum(link.conflict for link in row.links), -row.filled, row.place

    if order == "contested":
        return sorted(rows, key=contested)
    return sorted(rows, key=lambda row: (row.moment, row.place) if order == "time" else ((), row.place))


def choices(rows: Iterable[Row], kept: Collection[str]) -> list[tuple[Filter, int]]:
    """The filters that let something pass, each with the number of rows: kinds and narrators with most rows first."""
    rows = list(rows)
    plain: tuple[What, ...] = ("all", "differences", "conflicts", "alone", "kept")
    found = [(Filter(what), len(passing(rows, Filter(what), kept))) for what in plain]
    kinds = Counter(kind for row in rows for kind in sorted(_kinds(row)))
    narrators = Counter(narrator for row in rows for narrator in sorted(_narrators(row)))
    found += [(Filter("kind", kind), number) for kind, number in kinds.most_common()]
    found += [(Filter("narrator", narrator), number) for narrator, number in narrators.most_common()]
    return [(only, number) for only, number in found if number or only == ALL]


def in_words(only: Filter, comparison: Comparison) -> str:
    """What a filter lets pass, as the reader is told."""
    words: dict[What, str] = {
        "all": "all claims",
        "differences": "differences",
        "conflicts": "conflicts",
        "alone": "only one narrator",
        "kept": "bookmarked",
        "kind": f"{only.value.replace('_', ' ')} differences",
    }
    if only.what == "narrator":
        narrator = comparison.narrator_by_id.get(only.value)
        return f"told by {narrator.name if narrator else only.value}"
    return words[only.what]
