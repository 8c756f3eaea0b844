"""The columns of a comparison: their order, which are pinned or hidden, how many fit, and why a cell of theirs is empty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from narrator.model.article import Article
from narrator.model.comparison import Column, Comparison
from narrator.tui.widgets.rows import Row
from narrator.tui.words import language_of

GAP = 2
"""Cells between columns."""
NARROWEST, WIDEST = 30, 56
"""Cells of a column: narrower the words break, wider the lines tire."""
LABEL = 24
"""Least cells of the column of claims, with the gap behind it."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the reader made of the columns, by their ids; those that `order` does not name come last, in their own order."""

    order: tuple[str, ...] = ()
    pinned: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()

    def shown(self, columns: Iterable[Column]) -> list[Column]:
        """The columns to be seen, pinned ones first."""
        place = {column: number for number, column in enumerate(self.order)}
        visible = (column for column in columns if column.id not in self.hidden)
        return sorted(visible, key=lambda one: (one.id not in self.pinned, place.get(one.id, len(place))))

    def moved(self, shown: Sequence[Column], number: int, step: int) -> "Arrangement":
        """With the column of that number one place to the right (1) or left (-1), among the pinned or among the others."""
        ids = [column.id for column in shown]
        other = number + step
        if not 0 <= other < len(ids) or (ids[number] in self.pinned) != (ids[other] in self.pinned):
            return self
        ids[number], ids[other] = ids[other], ids[number]
        return replace(self, order=(*ids, *(one for one in self.order if one not in ids)))

    def pin(self, column: str) -> "Arrangement":
        """With the column pinned; or no longer, where it was."""
        return replace(self, pinned=self.pinned ^ {column})

    def hide(self, column: str) -> "Arrangement":
        """Without the column."""
        return replace(self, hidden=self.hidden | {column})

    def show_all(self) -> "Arrangement":
        """With the hidden columns again."""
        return replace(self, hidden=frozenset())


def columns_of(comparison: Comparison, rows: Iterable[Row], articles: Iterable[Article] = ()) -> list[Column]:
    """The columns worth showing: every outlet of the event, for silence says something about it, also where its article
    is not in the comparison; but of narrators and sides those who speak in these rows, the most talkative first."""
    if comparison.by != "outlet":
        spoken: dict[str, int] = {}
        for row in rows:
            for column in row.cells:
                spoken[column] = spoken.get(column, 0) + 1
        speaking = (column for column in comparison.columns if column.id in spoken)
        return sorted(speaking, key=lambda column: -spoken[column.id])
    known = {column.title for column in comparison.columns}
    missing = {_name(one): one for one in _not_loaded(comparison, articles) if _name(one) not in known}
    return [*comparison.columns, *(Column(one.id, name, frozenset()) for name, one in missing.items())]


def _name(article: Article) -> str:
    return article.outlet or article.title or "unknown outlet"


def _not_loaded(comparison: Comparison, articles: Iterable[Article]) -> list[Article]:
    return [article for article in articles if article.id not in comparison.article_by_id]


def articles_by_column(comparison: Comparison, columns: Iterable[Column]) -> dict[str, list[Article]]:
    """The articles that can fill each column: those of its statements, and those of the outlet that it is named after."""
    found: dict[str, list[Article]] = {}
    for column in columns:
        own = {comparison.statement_by_id[one].article for one in column.statements}
        if comparison.by == "outlet":
            own |= {one.id for one in comparison.articles if column.title == one.outlet or column.id == one.id}
        found[column.id] = [one for one in comparison.articles if one.id in own]
    return found


def silences(comparison: Comparison, columns: Iterable[Column], articles: Iterable[Article] = ()) -> dict[str, str]:
    """Why a cell of each column is empty: the narrator does not speak to the point, or the article was not read for
    statements (another language, a failure), or is not in the comparison at all."""
    absent = _not_loaded(comparison, articles)
    spoken = {one.language for one in comparison.articles if one.id in comparison.extracted}
    columns, found = list(columns), {}
    filling = articles_by_column(comparison, columns)
    for column in columns:
        own = filling[column.id]
        missing = [one for one in absent if comparison.by == "outlet" and _name(one) == column.title]
        unread = [one for one in own if one.id not in comparison.extracted]
        if not own:
            found[column.id] = "not loaded" if missing else "not mentioned"
        elif len(unread) == len(own):
            why = "failed" if unread[0].language in spoken - {None} else language_of(unread[0])
            found[column.id] = f"not extracted ({why})"
        else:
            notes = [f"{len(unread)} not extracted"] * bool(unread) + [f"{len(missing)} not loaded"] * bool(missing)
            found[column.id] = "; ".join(("not mentioned", *notes))
    return found


class Widths(NamedTuple):
    """How the width is shared: cells of the claims with their gap, cells of a column, and how many columns are seen whole."""

    label: int
    cell: int
    whole: int


def share(width: int, columns: int) -> Widths:
    """As many whole columns as fit share the room; what is left over goes to the claims, so that no column is cut."""
    room = width - LABEL
    whole = max(1, min(columns, (room + GAP) // (NARROWEST + GAP)))
    cell = max(2, min(WIDEST, (room + GAP) // whole - GAP))
    rest = room - whole * (cell + GAP) + GAP
    return Widths(LABEL + (rest if whole < columns else 0), cell, whole)
