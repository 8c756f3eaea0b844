"""Why a link is what it is: both quotations, the rule and its reason, the score against the threshold, and the row."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from narrator.export.explain import Explanation, Score, explained, naming_words, stage_words
from narrator.export.wording import CHAIN, CONTRASTS
from narrator.model.comparison import Comparison, Link
from narrator.model.statement import Statement
from narrator.tui.reading import SIGN_OF_RELATION, heard, within
from narrator.tui.widgets.lines import Line, Mark, Piece, fit, paragraph, quotation
from narrator.tui.widgets.page import Page
from narrator.tui.words import day

WIDEST = 120
"""Cells of the longest line: longer ones are hard to read."""

BAR, _SHORT = 20, 10
_NAME = 15
"""Cells of a bar, of a short one, and of the name before it."""

_NARROW = 70
"""Narrower than this the notes stand under the bars."""


class ExplanationPage(Page):
    """A link in full; its two statements are the items."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.comparison: Comparison | None = None
        self.link: Link | None = None
        self._place = ""
        self._sides: tuple[Statement, ...] = ()

    @property
    def items(self) -> int:
        """The two statements."""
        return len(self._sides)

    @property
    def statement(self) -> Statement | None:
        """The statement under the cursor."""
        return self._sides[self.cursor] if self._sides else None

    def show(self, comparison: Comparison, link: Link, first: Statement, place: str) -> None:
        """Show a link of `first`, which stands on top; `place` says which of its links it is."""
        self.comparison, self.link, self._place = comparison, link, place
        both = (comparison.statement_by_id[side] for side in (link.left, link.right))
        self._sides = tuple(sorted(both, key=lambda one: one.id != first.id))
        with self.prevent(Page.Moved):
            self.cursor = 0
        self.scroll_home(animate=False)
        self.renew()

    def _leap(self, lines: int) -> None:
        """Most of the page lies below its two items: it scrolls."""
        self.scroll_relative(y=lines, animate=False)

    def lay_out(self, width: int) -> list[Line]:
        """From the words to the reasons."""
        if self.comparison is None or self.link is None:
            return []
        width = min(width - 3, WIDEST)
        told = explained(self.comparison, self.link)
        lines = [Line(), *self._heading(told, width)]
        for item, statement in enumerate(self._sides):
            lines += [Line(), *self._quotation(statement, item, width)]
        lines += self._reasons(width)
        lines += [*_title("How sure"), *(line for one in told.scores for line in self._score(one, width))]
        if told.parts:
            lines += [
                *_title("Do they speak to one point? Parts of the score, from 0 to 1"),
                *_parts(told.parts, width),
            ]
        lines += _section("How they met", (f"Row {row}" for row in told.rows), width)
        lines += _section("One occurrence?", (told.occurrence.capitalize(),), width)
        for contrast in told.contrasts:
            lines += _section(f"{CONTRASTS}: {contrast.referent}", naming_words(self.comparison, contrast), width)
        for chain in told.chains:
            stages = stage_words(self.comparison, chain)
            lines += _section("Updates in a row", (f"{CHAIN} {words}" for words in stages), width)
        return [*lines, Line()]

    def _heading(self, told: Explanation, width: int) -> list[Line]:
        assert self.link is not None
        sign = SIGN_OF_RELATION.get(self.link.relation)
        role = sign.role if sign and self.link.flagged else "strong"
        gap = max(width - cell_len(told.heading) - cell_len(self._place), 2)
        head = (Piece(" "), Piece(told.heading, (role,)), Piece(" " * gap), Piece(self._place, ("muted",)))
        return [Line(head), *paragraph(told.verdict, width, None, "muted", indent=" ")]

    def _quotation(self, statement: Statement, item: int, width: int) -> list[Line]:
        comparison, link = self.comparison, self.link
        assert comparison is not None and link is not None
        article = comparison.article_by_id[statement.article]
        spans = link.left_spans if statement.id == link.left else link.right_spans
        sign = SIGN_OF_RELATION.get(link.relation)
        role = f"clash-{sign.role}" if sign and link.flagged else "strong"
        marks = within(statement, [Mark(start, end, role) for start, end in spans])
        when = day(article.published, hour=True)
        return [
            *paragraph(f"{heard(comparison, statement)} · {when}", width, item, "strong", indent=" "),
            *quotation(statement.text, width, item, marks, indent=" "),
        ]

    def _reasons(self, width: int) -> list[Line]:
        link = self.link
        assert link is not None
        named = (("Why", link.explanation), ("Rule", link.rule), ("What would change it", link.change))
        return [line for name, words in named if words for line in _section(name, (words,), width)]

    def _score(self, score: Score, width: int) -> list[Line]:
        """Name, bar with the threshold where there is one, value, and what it says."""
        assert self.link is not None
        threshold = self.link.threshold if score.name == "conflict" and self.link.speaks else None
        pieces = _scored(score, threshold=threshold)
        if not score.note:
            return [Line(pieces)]
        if width >= _NARROW:
            return [Line((*pieces, Piece(f" {score.note}", ("muted",))))]
        return [Line(pieces), *paragraph(score.note, width, None, "muted", indent=" " * (_NAME + 2))]


def _parts(parts: Sequence[Score], width: int) -> list[Line]:
    """The parts of the score, in two columns where there is room, if need be with short bars."""
    size = BAR if width >= 2 * _column(BAR) else _SHORT
    if width < 2 * _column(size):
        return [Line(_scored(part)) for part in parts]
    half = (len(parts) + 1) // 2
    pairs = zip_longest(parts[:half], parts[half:])
    return [Line((*_scored(left, size), *(_scored(right, size) if right else ()))) for left, right in pairs if left]


def _column(size: int) -> int:
    """Cells of a name, a bar of this size and its value."""
    return 1 + _NAME + 1 + size + 1 + 7


def _scored(score: Score, size: int = BAR, threshold: float | None = None) -> tuple[Piece, ...]:
    """Name, bar, value."""
    head = fit(score.name, _NAME)
    padded = f" {head}{' ' * (_NAME - cell_len(head))} "
    return Piece(padded), *bar(score.value, size, threshold), Piece(f" {score.value:.2f}  ")


def bar(value: float, size: int = BAR, threshold: float | None = None) -> list[Piece]:
    """A value in [0, 1] as `size` + 1 cells; a line stands where the threshold is."""
    full = round(min(max(value, 0.0), 1.0) * size)
    filled, empty = Piece("█" * full, ("strong",)), Piece("░" * (size - full), ("rule",))
    if threshold is None:
        return [filled, empty, Piece(" ")]
    at, line = round(min(max(threshold, 0.0), 1.0) * size), Piece("┃", ("chosen",))
    if at <= full:
        return [Piece(filled.text[:at], filled.roles), line, Piece(filled.text[at:], filled.roles), empty]
    return [filled, Piece(empty.text[: at - full], empty.roles), line, Piece(empty.text[at - full :], empty.roles)]


def _title(text: str) -> list[Line]:
    return [Line(), Line((Piece(f" {text}", ("title",)),))]


def _section(title: str, texts: Iterable[str], width: int) -> list[Line]:
    return [
        Line(),
        *paragraph(title, width, None, "title", indent=" "),
        *(line for text in texts for line in paragraph(text, width, None, indent=" ")),
    ]
