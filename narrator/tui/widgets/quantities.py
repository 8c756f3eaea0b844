"""The claimed quantities: for each of them an axis, and for each account of it a bar with the words below."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from rich.cells import cell_len

from narrator.export.figures import Figure, clash_words, figures, place_in_text, step_words, summary
from narrator.export.fold import window
from narrator.export.scale import Extent, Scale, amount, number
from narrator.model.article import Article, day_of
from narrator.model.comparison import Comparison
from narrator.model.statement import Statement
from narrator.tui.keymap import key_of
from narrator.tui.reading import AGREES, CONFLICT, POINT, UPDATE, Sign, chain
from narrator.tui.widgets.lines import Line, Mark, Piece, fit, paragraph, quotation
from narrator.tui.widgets.page import Page

STACKED_BELOW = 72
"""Narrower than this the narrator stands under the bar."""

BESIDE_FROM = 150
"""From this width on the words stand beside the bar."""

_NUMBER, _WHEN, _DAY, _AMOUNT = 3, 13, 7, 9
_LEGEND = (
    "● a figure",
    "○ about",
    "├━┤ from, to",
    "●━▶ or more",
    "◀━● or less",
    "≠ 2 clashes with number 2",
    "⇡ 1 goes on from number 1",
)
_GRID = "┊"


class QuantitiesPage(Page):
    """Accounts of figures as items, the most contested figure first."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.comparison: Comparison | None = None
        self.figures: tuple[Figure, ...] = ()
        self._items: list[tuple[int, int]] = []

    @property
    def items(self) -> int:
        """The accounts of all figures."""
        return len(self._items)

    @property
    def figure(self) -> Figure | None:
        """The figure under the cursor."""
        return self.figures[self._items[self.cursor][0]] if self._items else None

    @property
    def account(self) -> int:
        """Which of its accounts the cursor is on, from 0."""
        return self._items[self.cursor][1] if self._items else 0

    @property
    def statement(self) -> Statement | None:
        """The statement that gives the figure under the cursor."""
        return self.figure.bars[self.account].statement if self.figure else None

    def show(self, comparison: Comparison, statement: str = "") -> None:
        """Show the figures of a comparison, with the cursor on the one that a statement (id) gives."""
        self.comparison, self.figures = comparison, figures(comparison)
        self._items = [
            (place, account) for place, figure in enumerate(self.figures) for account in range(len(figure.bars))
        ]
        given = (self.figures[place].bars[account].statement.id for place, account in self._items)
        with self.prevent(Page.Moved):
            self.cursor = next((item for item, one in enumerate(given) if one == statement), 0)
        self.renew()
        self.post_message(self.Moved(self, self.cursor))

    def step(self, step: int) -> bool:
        """To the first account of the next (1) or previous (-1) figure; whether there is one."""
        firsts = [item for item, (_, account) in enumerate(self._items) if account == 0]
        beyond = [item for item in firsts if (item > self.cursor if step > 0 else item < self.cursor)]
        if not beyond:
            return False
        self.cursor = min(beyond) if step > 0 else max(beyond)
        return True

    def lay_out(self, width: int) -> list[Line]:
        """A legend, then figure by figure."""
        if self.comparison is None:
            return [Line(), *paragraph(self.awaited, width - 2, None, "muted", indent=" ")]
        if not self.figures:
            words = (
                "No quantity is given by two articles, so that there is nothing to set side by side. "
                f"How the outlets agree on all that they tell stands in the second pane: press {key_of(self, 'pane_2')}."
            )
            return [Line(), *paragraph(words, width - 2, None, "muted", indent=" ")]
        lines = [Line(), *_legend(width - 2)]
        item = 0
        years = {date.year for one in self.comparison.articles if (date := day_of(one.published))}
        for same, group in groupby(self.figures, lambda figure: figure.amounts == 1):
            if same:
                lines += [Line(), *paragraph("All accounts give the same", width - 2, None, "strong", indent=" ")]
            for figure in group:
                lines += [Line(), *_Rows(self.comparison, figure, width - 2, len(years) > 1).lines(item)]
                item += len(figure.bars)
        return [*lines, Line()]


def _legend(width: int) -> list[Line]:
    """What the shapes and signs mean, none of them parted from its meaning."""
    lines = [""]
    for entry in _LEGEND:
        longer = f"{lines[-1]}   {entry}" if lines[-1] else entry
        if lines[-1] and cell_len(longer) > width - 1:
            lines.append(entry)
        else:
            lines[-1] = longer
    return [Line((Piece(f" {line}", ("faint",)),)) for line in lines]


class _Rows:
    """The lines of one figure for a width."""

    def __init__(self, comparison: Comparison, figure: Figure, width: int, with_year: bool) -> None:
        self._comparison, self._figure, self._width, self._with_year = comparison, figure, width, with_year
        self._scale = figure.scale
        stacked = width < STACKED_BELOW
        self._when = _DAY if stacked else _WHEN
        self._name = 0 if stacked else min(max(width * 2 // 7, 20), 44)
        self._left = _NUMBER + self._when + self._name
        self._ties = min(max(width // 7, 10), 18)
        room = width - self._left - _AMOUNT - self._ties - 1
        self._beside = room // 2 if width >= BESIDE_FROM else 0
        self._bar = max(room - self._beside, 8)

    def lines(self, item: int) -> list[Line]:
        """Title, axis, accounts; where all say the same there is nothing to draw."""
        figure = self._figure
        sign = CONFLICT if figure.conflicts else UPDATE if figure.updates else POINT if figure.amounts > 1 else AGREES
        lines = self._title(sign)
        if figure.amounts > 1:
            lines.append(Line((Piece(" "), *self._axis())))
        for account in range(len(figure.bars)):
            lines += (
                self._account(account, item + account) if figure.amounts > 1 else self._same(account, item + account)
            )
        return lines

    def _title(self, sign: Sign) -> list[Line]:
        glyph, told = Piece(f" {sign.glyph} ", (sign.role,)), summary(self._figure)
        title = fit(self._figure.title, self._width - 3)
        gap = self._width - 2 - cell_len(title) - cell_len(told)
        if gap >= 2:
            return [Line((glyph, Piece(title, ("title",)), Piece(" " * gap), Piece(told, ("muted",))))]
        rest = paragraph(told, self._width, None, "muted", indent="   ")
        return [Line((glyph, Piece(title, ("title",)))), *rest]

    def _axis(self) -> list[Piece]:
        """The values of the ticks over their places, and what must be known of the axis."""
        unit = self._figure.written_in.symbol
        note = " · ".join(filter(None, (f"in {unit}" if unit else "", self._scale.note)))
        cells = [" "] * self._bar
        free = 0
        for tick in self._scale.ticks:
            text = number(tick)
            start = min(max(self._scale.cell(tick, self._bar) - len(text) // 2, 0), self._bar - len(text))
            if start >= free:
                cells[start : start + len(text)] = text
                free = start + len(text) + 1
        head = fit(note, self._left - 1)
        return [Piece(head + " " * (self._left - cell_len(head)), ("faint",)), Piece("".join(cells), ("muted",))]

    def _account(self, account: int, item: int) -> list[Line]:
        """The bar, and under or beside it the words."""
        figure, extent = self._figure, self._figure.extents[account]
        clash, step = clash_words(figure, account), step_words(figure, account)
        role = "conflict" if clash else "update" if step else "strong"
        pieces = [*self._head(account), *bar_pieces(self._scale, extent, self._bar, role)]
        pieces.append(Piece(_padded(f" {amount(extent, figure.written_in)}", _AMOUNT + 1)))
        room = self._ties
        for text, tie in ((clash, "conflict"), (step, "update")):
            if text and room > 3:
                pieces.append(Piece(fit(text, room - 1) + " ", (tie,)))
                room -= min(cell_len(text), room - 1) + 1
        pieces.append(Piece(" " * room))
        indent = _NUMBER + 1 + (self._when if self._name else 0)
        if self._beside:
            return [Line((*pieces, *self._words(account, self._beside, role)), item)]
        below = []
        if not self._name:
            below.append(Line((Piece(" " * indent), Piece(self._teller(account, self._width - indent))), item))
        words = self._words(account, self._width - indent, role)
        return [Line(tuple(pieces), item), *below, Line((Piece(" " * indent), *words), item)]

    def _same(self, account: int, item: int) -> list[Line]:
        """Who says it, and the words."""
        pieces = self._head(account)
        if self._name:
            return [Line((*pieces, *self._words(account, self._width - self._left, "agree")), item)]
        indent = " " * (_NUMBER + 1)
        words = (Piece(indent), *self._words(account, self._width - len(indent), "agree"))
        return [Line((*pieces, Piece(self._teller(account, self._width - self._left))), item), Line(words, item)]

    def _head(self, account: int) -> list[Piece]:
        """Number, time, narrator."""
        article = self._comparison.article_by_id[self._figure.bars[account].statement.article]
        when = _moment(article, self._with_year, self._when)
        pieces = [Piece(f" {account + 1:>{_NUMBER - 1}} ", ("faint",)), Piece(_padded(when, self._when), ("muted",))]
        return [*pieces, Piece(_padded(self._teller(account, self._name - 1), self._name))] if self._name else pieces

    def _teller(self, account: int, width: int) -> str:
        bar = self._figure.bars[account]
        again = f" (and {bar.again} more)" if bar.again else ""
        return fit(chain(self._comparison, bar.statement) + again, width)

    def _words(self, account: int, width: int, role: str) -> Sequence[Piece]:
        """The verbatim words on one line, the figure marked."""
        bar = self._figure.bars[account]
        found = window(bar.statement.text, *place_in_text(bar.statement, bar.quantity.span), width - 2)
        mark = f"clash-{role}" if role in ("conflict", "update") else role
        return quotation(found.text, 10_000, None, (Mark(found.start, found.end, mark),))[0].pieces


def bar_pieces(scale: Scale, extent: Extent, width: int, role: str) -> list[Piece]:
    """A figure on an axis of `width` cells: a dot, a bar with ends, or a bar with an arrow where it is open."""
    cells, roles = [" "] * width, ["rule"] * width
    for tick in scale.ticks:
        cells[scale.cell(tick, width)] = _GRID
    low, high = scale.cell(extent.low, width), scale.cell(extent.high, width)
    low, high = (max(low, 1), max(high, 1)) if extent.less else (low, high)
    low, high = (min(low, width - 2), min(high, width - 2)) if extent.more else (low, high)
    left, right = 0 if extent.less else low, width - 1 if extent.more else high
    for cell in range(left, right + 1):
        cells[cell], roles[cell] = "━", role
    if extent.less:
        cells[0] = "◀"
    if extent.more:
        cells[-1] = "▶"
    cells[low], cells[high] = ("├", "┤") if low < high else (("○", "○") if extent.about else ("●", "●"))
    found = groupby(zip(cells, roles, strict=True), lambda one: one[1])
    return [Piece("".join(cell for cell, _ in group), (each,)) for each, group in found]


def _moment(article: Article, with_year: bool, width: int) -> str:
    """When it was published, as far as there is room: `9 Mar 08:30`, `9 Mar`, over several years `9 Mar 2021`."""
    when = article.published
    date = day_of(when)
    if date is None:
        return fit("undated", width - 1)
    text = f"{date.day} {date:%b}"
    if width < _WHEN:
        return text
    if with_year:
        return f"{text} {date.year}"
    return f"{text} {when:%H:%M}" if isinstance(when, datetime) else text


def _padded(text: str, width: int) -> str:
    return text + " " * max(width - cell_len(text), 0)
