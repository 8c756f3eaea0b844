"""One article set as a page: headline, byline, paragraphs, and in the gutter what the rest of the coverage does with it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from rich.cells import cell_len
from textual.geometry import Region

from narrator.model.article import Article, Span
from narrator.model.comparison import Comparison
from narrator.model.statement import Statement
from narrator.tui.reading import CONFLICT, KEPT, ONLY, STRENGTH, Sign, flagged, in_reading_order, marks_of, sign_of
from narrator.tui.widgets.lines import Line, Mark, Piece, marked, occurrences, offset_at, paragraph, wrap
from narrator.tui.widgets.overview import Overview
from narrator.tui.widgets.page import Page
from narrator.tui.widgets.spots import Spot
from narrator.tui.words import count, day, language_of, outlet

MEASURE = 76
"""Longest line of text, in cells: more tires the eye."""

GUTTER = 5
"""Cells before the text: bar of the cursor, sign, sign of the notebook, air."""

OPENING = "“‘„«\"'(["
"""Signs that a statement's words may follow without a blank."""


class ArticlePage(Page):
    """The text with its statements as items; `j` and `k` go from statement to statement."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.article: Article | None = None
        self.comparison: Comparison | None = None
        self.statements: list[Statement] = []
        self.place = ""
        self._signs: list[Sign] = []
        self._marks: tuple[Mark, ...] = ()
        self._indent = ""
        self._kept: frozenset[str] = frozenset()
        self._words: Span | None = None
        self._text_lines: list[Span] = []
        self._first_text_line = 0
        self._gutters: dict[int, tuple[Sign, bool]] = {}

    def on_mount(self) -> None:
        """The scrollbar shows where the conflicts are."""
        self.vertical_scrollbar.renderer = self._overview  # type: ignore[assignment,misc]  # any callable will do

    def _overview(self, **options: Any) -> Overview:
        lines = {line for line, (sign, _) in self._gutters.items() if sign.role == CONFLICT.role}
        return Overview(lines, self.style_of((CONFLICT.role,)), **options)

    @property
    def items(self) -> int:
        """The statements of the article."""
        return len(self.statements)

    @property
    def statement(self) -> Statement | None:
        """The statement under the cursor."""
        return self.statements[self.cursor] if self.statements else None

    def show(
        self, article: Article, comparison: Comparison | None, place: str, start: int = 0, end: int | None = None
    ) -> None:
        """Show an article, with marks once there is a comparison; the cursor goes to the statement at these offsets.

        Words at these offsets that are no statement are marked until the cursor moves.
        """
        fresh = self.article is None or article.id != self.article.id
        self.article, self.comparison, self.place = article, comparison, place
        self.statements = in_reading_order(comparison)[article.id] if comparison else []
        self._signs = [sign_of(comparison, statement) for statement in self.statements] if comparison else []
        self._marks = tuple(
            mark for one in self.statements if comparison for mark in marks_of(flagged(comparison, one), one)
        )
        with self.prevent(Page.Moved):
            self.cursor = self.at(start, end)
        stated = any((one.start, one.end) == (start, end) for one in self.statements)
        self._words = None if end is None or stated else Span(start, end)
        if fresh:
            self.scroll_home(animate=False)
        self.renew()
        self.post_message(self.Moved(self, self.cursor))

    def watch_cursor(self) -> None:
        """Who moves on has seen the words that were gone to."""
        self._words = None
        super().watch_cursor()

    def bring_into_view(self) -> None:
        """Scroll to the words that were gone to, else to the statement under the cursor."""
        if self._words is None:
            super().bring_into_view()
        else:
            first, last = self.line_of(self._words.start), self.line_of(self._words.end - 1)
            around = Region(0, max(first - 1, 0), 1, min(last - first + 3, max(self.size.height, 1)))
            self.scroll_to_region(around, animate=False, force=True, x_axis=False)

    def keep(self, statements: Collection[str]) -> None:
        """Mark the statements that the notebook holds."""
        self._kept = frozenset(statements)
        self.renew()

    def at(self, start: int, end: int | None = None) -> int:
        """The statement at these offsets, else the first that begins at or after `start`, else the last."""
        for number, statement in enumerate(self.statements):
            if statement.start == start and (end is None or statement.end == end):
                return number
        later = (number for number, statement in enumerate(self.statements) if statement.end > start)
        return next(later, max(len(self.statements) - 1, 0))

    def lay_out(self, width: int) -> list[Line]:
        """Head of the page, then the text."""
        if self.article is None:
            return []
        measure = min(width - GUTTER - 2, MEASURE)
        self._indent = " " * (GUTTER + max(0, (width - measure - 2 * GUTTER) // 2))
        head = list(self._head(measure))
        self._text_lines = _aired(self.article.text, wrap(self.article.text, measure))
        self._first_text_line = len(head)
        self._gutters = self._signs_by_line()
        self.vertical_scrollbar.refresh()
        return head + [Line() for _ in self._text_lines] + [Line()]

    def _head(self, measure: int) -> Iterator[Line]:
        article, indent = self.article, self._indent
        assert article is not None
        width = measure + len(indent)
        yield Line()
        yield from paragraph(article.title or "Untitled", width, None, "title", indent=indent)
        by = " · ".join(
            [
                outlet(article),
                *([", ".join(article.authors)] if article.authors else []),
                day(article.published, hour=True),
            ]
        )
        yield from paragraph(by, width, None, "strong", indent=indent)
        notes = [self.place]
        if article.cleaned:
            notes.append(f"{count(article.cleaned, 'unsafe character')} removed")
        if self.comparison and article.id not in self.comparison.extracted:
            notes.append(f"not extracted ({language_of(article)}): shown, not compared")
        yield from paragraph(" · ".join(note for note in notes if note), width, None, "muted", indent=indent)
        yield Line()

    def _signs_by_line(self) -> dict[int, tuple[Sign, bool]]:
        """The strongest sign of the statements that begin in a line, and whether one of them is in the notebook."""
        found: dict[int, tuple[Sign, bool]] = {}
        for statement, sign in zip(self.statements, self._signs, strict=True):
            line = self.line_of(statement.start)
            known, kept = found.get(line, (ONLY, False))
            found[line] = (min(sign, known, key=STRENGTH.index), kept or statement.id in self._kept)
        return found

    def line_of(self, offset: int) -> int:
        """The line of the page that shows the character at an offset of the article."""
        number = bisect_right(self._text_lines, offset, key=lambda span: span.start) - 1
        return self._first_text_line + max(number, 0)

    def visible_items(self) -> Iterator[Spot]:
        """The statements whose first words are seen."""
        top, known = self.scroll_offset.y, set()
        for item, statement in enumerate(self.statements):
            y = self.line_of(statement.start)
            if self.article is None or not top <= y < top + self.size.height:
                continue
            before = self.article.text[self._text_lines[y - self._first_text_line].start : statement.start]
            spot = Spot(len(self._indent) + cell_len(before.rstrip(OPENING)), y - top, item)
            if spot[:2] not in known:
                known.add(spot[:2])
                yield spot

    def extent(self, item: int) -> tuple[int, int]:
        """The lines from a statement's first to its last word."""
        if not self.statements:
            return 0, 0
        statement = self.statements[item]
        return self.line_of(statement.start), self.line_of(max(statement.end - 1, statement.start)) + 1

    def base_roles(self, y: int) -> tuple[str, ...]:  # noqa: ARG002  # the same in every line
        """The cursor shows in the words, not over the width of the page."""
        return ()

    def pieces(self, y: int) -> Iterable[Piece]:
        """Gutter and words of a line."""
        number = y - self._first_text_line
        if not 0 <= number < len(self._text_lines) or self.article is None:
            return self.lines[y].pieces
        first, last = self.extent(self.cursor)
        here = ("chosen",) if first <= y < last else ()
        sign, kept = self._gutters.get(y, (None, False))
        gutter = [
            Piece(self._indent[GUTTER:] + ("▎" if here else " "), here),
            Piece(f"{sign.glyph if sign else ' '} ", (sign.role,) if sign else ()),
            Piece(KEPT.glyph if kept else " ", (KEPT.role,)),
            Piece(" "),
        ]
        start, end = self._text_lines[number]
        return [*gutter, *marked(self.article.text, start, end, self._shown())]

    def _shown(self) -> list[Mark]:
        here = self.statement
        cursor = [Mark(start, end, "here") for start, end in here.spans] if here else []
        found = [
            Mark(start, end, "match-here" if number == self._match else "match")
            for number, (start, end) in enumerate(self._matches)
        ]
        words = [Mark(*self._words, "match")] if self._words else []
        return [*cursor, *self._marks, *words, *found]

    def item_at(self, x: int, y: int) -> int | None:
        """The statement whose words are at a cell, else the one that begins nearest before it."""
        number = y - self._first_text_line
        if not 0 <= number < len(self._text_lines) or not self.statements:
            return None
        start, end = self._text_lines[number]
        offset = offset_at(self.article.text, start, end, x - len(self._indent)) if self.article else start
        holding = [one for one, statement in enumerate(self.statements) if statement.start <= offset < statement.end]
        return holding[-1] if holding else max(bisect_left(self.statements, offset, key=lambda one: one.start) - 1, 0)

    def find(self, words: str) -> int:
        """Mark all places of the article's text that hold the words; how many there are."""
        self.sought, self._match = words, -1
        self._matches = occurrences(self.article.text, words) if self.article else []
        self.refresh()
        return len(self._matches)

    def _line_at(self, offset: int) -> int:
        return self.line_of(offset)

    def _item_of_match(self, match: Span) -> int | None:
        return self.at(match.start) if self.statements else None

    def _matches_in(self, number: int) -> list[Mark]:  # noqa: ARG002  # they are drawn with the words, by offsets of the article
        return []


def _aired(text: str, lines: tuple[Span, ...]) -> list[Span]:
    """The lines with an empty one between paragraphs that have none."""
    aired: list[Span] = []
    for line in lines:
        if aired and line.start < line.end and aired[-1].start < aired[-1].end:
            end = aired[-1].end
            if "\n" in text[end : line.start]:
                aired.append(Span(end, end))
        aired.append(line)
    return aired
