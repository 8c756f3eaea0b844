"""The figures of a comparison and how its outlets agree, as a drawing: one SVG file that needs nothing else.

The bytes are the same for the same input. All words of articles stand in text elements of their own, escaped.
"""

import html
import re
from collections.abc import Iterator

from narrator.export import wording
from narrator.export.agreement import Agreements, agreements
from narrator.export.escape import scrub
from narrator.export.figures import Figure, clash_words, figures, place_in_text, step_words, summary
from narrator.export.fold import clip, window
from narrator.export.scale import Extent, Scale, amount, number
from narrator.model.article import day_of
from narrator.model.comparison import Comparison

WIDTH = 1000
"""Pixels of the drawing's width."""

_MARGIN, _NAMES, _AXIS, _AXIS_END = 32, 152, 470, 800
_ROW, _LINE = 38, 20
_NAME, _CELL = 250, 46
_QUOTES = ("“", '"', "„", "«", "‘")
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
_STYLE = """
text { fill: #23262b; white-space: pre; }
.paper { fill: #fbfaf7; }
.title { font-size: 22px; font-weight: 600; }
.heading { font-size: 15px; font-weight: 600; }
.quiet { fill: #5c636d; }
.small { font-size: 11px; }
.grid { stroke: #e3e0d8; }
.rule { stroke: #c9c5ba; }
.bar { stroke: #2f5d8a; stroke-width: 3; }
.dot { fill: #2f5d8a; stroke: #2f5d8a; stroke-width: 2; }
.clash { stroke: #9c2a16; }
.dot.clash { fill: #9c2a16; }
.dot.about { fill: #fbfaf7; }
.sign { fill: #9c2a16; font-weight: 600; }
.go { fill: #24598c; font-weight: 600; }
.step { stroke: #6b7683; stroke-dasharray: 3 3; fill: none; }
.own { fill: #efece4; }
.met { fill: #f6e3de; }
""".strip()


def comparison_svg(comparison: Comparison, title: str) -> str:
    """All figures, the most contested first, and the matrix of outlets, one below the other."""
    drawing = _Drawing(comparison)
    drawing.head(title)
    found = figures(comparison)
    for figure in found:
        drawing.figure(figure)
    if not found:
        drawing.line("No quantity is given by two articles, so that there is nothing to set side by side.", "quiet")
    drawing.matrix(agreements(comparison))
    told = (
        f"{wording.counted(len(found), 'figure')} that several articles give, "
        f"each as a bar per account, and how often {wording.outlets(comparison)} agree."
    )
    return drawing.finished(f"Figures: {title}", told)


class _Drawing:
    """A drawing that grows downwards; `_y` is the base of the next line."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._parts: list[str] = []
        self._y = 48.0

    def finished(self, title: str, told: str) -> str:
        """The whole file."""
        height = round(self._y + 12)
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
            'role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13">'
        )
        named = [f'<title id="title">{_safe(title)}</title>', f'<desc id="desc">{_safe(told)}</desc>']
        paper = f'<rect class="paper" width="{WIDTH}" height="{height}"/>'
        return "\n".join([head, *named, f"<style>{_STYLE}</style>", paper, *self._parts, "</svg>"]) + "\n"

    def _text(self, x: float, y: float, words: str, style: str = "", anchor: str = "start") -> None:
        self._parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}" class="{style}" text-anchor="{anchor}">{_safe(words)}</text>'
        )

    def _stroke(self, style: str, x1: float, y1: float, x2: float, y2: float) -> None:
        self._parts.append(f'<line class="{style}" x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"/>')

    def line(self, words: str, style: str = "") -> None:
        """A line of text from margin to margin."""
        self._text(_MARGIN, self._y, clip(words, 140), style)
        self._y += _LINE

    def head(self, title: str) -> None:
        """Title, what was compared, and what the shapes mean."""
        comparison = self._comparison
        self._text(_MARGIN, self._y, clip(title, 80), "title")
        self._y += 26
        self.line(
            f"{wording.outlets(comparison)} / {wording.origins(comparison)} · {wording.conflicts(comparison)} · "
            "times are those of publication",
            "quiet",
        )
        self.line(
            "● a figure   ○ about   ├─┤ from, to   ●─▶ or more   ◀─● or less   ≠ clashes with   ⇡ goes on from", "quiet"
        )
        self._y += 14

    def figure(self, figure: Figure) -> None:
        """One quantity: its title, its axis, and a bar per account with the words below; no axis where all say the same."""
        scale, unit = figure.scale, figure.written_in
        self._text(_MARGIN, self._y, clip(figure.title, 70), "heading")
        told = summary(figure) if figure.amounts > 1 else f"{summary(figure)} · all give the same"
        self._text(WIDTH - _MARGIN, self._y, told, "quiet", "end")
        self._y += 24
        if figure.amounts > 1:
            note = ", ".join(filter(None, (f"in {unit.symbol}" if unit.symbol else "", scale.note)))
            self._text(_MARGIN, self._y, note, "quiet small")
            for tick in scale.ticks:
                x = _at(scale, tick)
                self._stroke("grid", x, self._y + 6, x, self._y + 2 + _ROW * len(figure.bars))
                self._text(x, self._y, number(tick), "quiet small", "middle")
            self._y += 24
            self._steps(figure, scale)
        for place in range(len(figure.bars)):
            self._bar(figure, place, scale)
        self._y += 14

    def _steps(self, figure: Figure, scale: Scale) -> None:
        """From each figure to the one that goes on from it."""
        for left, right in figure.steps:
            start, end = (_at(scale, figure.extents[one].low) for one in (left, right))
            y1, y2 = (self._y - 4 + _ROW * one for one in (left, right))
            self._parts.append(f'<path class="step" d="M{_n(start)} {_n(y1)}V{_n(y2)}H{_n(end)}"/>')

    def _bar(self, figure: Figure, place: int, scale: Scale) -> None:
        bar, y, extent = figure.bars[place], self._y, figure.extents[place]
        clash, step = clash_words(figure, place), step_words(figure, place)
        again = f" (and {bar.again} more)" if bar.again else ""
        names = " < ".join(reversed(wording.told_by(self._comparison, bar.statement)))
        when = day_of(self._comparison.article_by_id[bar.statement.article].published)
        self._text(_MARGIN + 16, y, str(place + 1), "quiet", "end")
        self._text(_MARGIN + 28, y, when.isoformat() if when else "undated", "quiet")
        self._text(_NAMES, y, clip(names + again, 42))
        if figure.amounts > 1:
            self._parts += _shape(extent, scale, y - 4, " clash" if clash else "")
        self._text(_AXIS_END + 14, y, amount(extent, figure.written_in))
        self._text(WIDTH - _MARGIN, y, clip(clash, 14), "sign", "end")
        self._text(WIDTH - _MARGIN, y + (15 if clash else 0), clip(step, 14), "go", "end")
        words = window(scrub(bar.statement.text), *place_in_text(bar.statement, bar.quantity.span), 116).text
        self._text(_NAMES, y + 15, words if words.startswith(_QUOTES) else f"“{words}”", "quiet small")
        self._y += _ROW

    def matrix(self, found: Agreements) -> None:
        """Outlets by outlets: how many claims both speak to and, with ≠, on how many of them they conflict."""
        if not found.outlets:
            return
        self._y += 8
        self._text(_MARGIN, self._y, "Outlet by outlet", "heading")
        self._y += _LINE
        self.line(
            "Claims that both speak to; ≠ on how many of them they conflict; on the diagonal all claims of one.",
            "quiet",
        )
        cell = min(_CELL, (WIDTH - 2 * _MARGIN - _NAME) / len(found.outlets))
        for column in range(len(found.outlets)):
            self._text(_MARGIN + _NAME + (column + 0.5) * cell, self._y + 8, str(column + 1), "quiet", "middle")
        self._y += 16
        for row, outlet in enumerate(found.outlets):
            self._text(_MARGIN + 16, self._y + 20, str(row + 1), "quiet", "end")
            self._text(_MARGIN + 28, self._y + 20, clip(outlet, 30))
            for column in range(len(found.outlets)):
                self._meeting(found, row, column, cell)
            self._y += 32
        self._y += 20

    def _meeting(self, found: Agreements, row: int, column: int, cell: float) -> None:
        x, y = _MARGIN + _NAME + column * cell, self._y
        middle = x + cell / 2
        if row == column:
            shared, clashing, style = found.points[row], 0, "own"
        else:
            pair = found.of(row, column)
            shared, clashing, style = pair.shared, pair.clashing, "met" if pair.clashing else "paper"
        self._parts.append(
            f'<rect class="{style} rule" x="{_n(x)}" y="{_n(y)}" width="{_n(cell)}" height="32" stroke-width="1"/>'
        )
        self._text(middle, y + (14 if clashing else 20), str(shared) if shared else "·", "", "middle")
        if clashing:
            self._text(middle, y + 27, f"≠ {clashing}", "sign small", "middle")


def _shape(extent: Extent, scale: Scale, y: float, clash: str) -> Iterator[str]:
    """A dot, a bar with ends, or a bar with an arrow where the figure is open."""
    low, high = _at(scale, extent.low), _at(scale, extent.high)
    left, right = float(_AXIS) if extent.less else low, float(_AXIS_END) if extent.more else high
    if left < right:
        yield f'<line class="bar{clash}" x1="{_n(left)}" y1="{_n(y)}" x2="{_n(right)}" y2="{_n(y)}"/>'
    if extent.more:
        yield f'<path class="dot{clash}" d="M{_n(right)} {_n(y)}l-9 -5v10z"/>'
    if extent.less:
        yield f'<path class="dot{clash}" d="M{_n(left)} {_n(y)}l9 -5v10z"/>'
    if low == high:
        about = " about" if extent.about else ""
        yield f'<circle class="dot{clash}{about}" cx="{_n(low)}" cy="{_n(y)}" r="4.5"/>'
    else:
        for x in (low, high):
            yield f'<line class="bar{clash}" x1="{_n(x)}" y1="{_n(y - 6)}" x2="{_n(x)}" y2="{_n(y + 6)}"/>'


def _at(scale: Scale, value: float) -> float:
    return _AXIS + scale.place(value) * (_AXIS_END - _AXIS)


def _n(value: float) -> str:
    """A coordinate, always written alike."""
    return f"{value:.1f}".removesuffix(".0")


def _safe(text: str) -> str:
    return html.escape(_NO_CHARACTER.sub("", scrub(text)).replace("\n", " ").replace("\t", " "))
