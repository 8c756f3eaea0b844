"""How fast the matrix answers: an invented comparison in two sizes, driven key by key as a user would.

usage: python -m benchmarks.matrix [ROWSxCOLUMNS …]

Every key is pressed in the running application. Counted are the milliseconds from the key until the last frame that it leads to
is written, as the characters that a terminal would get, and those of them in which the processor worked for this process: on a
machine that does other things, these are the ones to compare. Each is also given as a multiple of what an empty Textual
application needs to answer a key in the same run.
"""

import asyncio
import os
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any, NamedTuple, cast

from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from narrator.config import Config
from narrator.model.article import Article, Span
from narrator.model.comparison import Claim, Column, Comparison, Kind, Link, Met, Relation
from narrator.model.notebook import Event
from narrator.model.party import Narrator, NarratorKind
from narrator.model.statement import Quotation, Statement
from narrator.session import EventSummary, Session
from narrator.store.library import Library
from narrator.tui.app import NarratorApp
from narrator.tui.messages import CompareEvent
from narrator.tui.screens.compare import CompareScreen

SIZES = ((60, 14), (400, 50))
FILLED = 0.5
"""Share of the cells that say something."""
CLASHES = 3
"""Links in a row, at most."""
SCREEN = (200, 50)
ROUNDS = 20
KEYS = {
    "j": "j", "k": "k", "l": "l", "h": "h", "ctrl+d": "ctrl+d", "ctrl+u": "ctrl+u", "tab": "tab",
    "]": "right_square_bracket", "[": "left_square_bracket", "s": "s", ">": "greater_than_sign", "p": "p", "H": "H", "A": "A",
    "G": "G", "g": "g",
}  # fmt: skip
"""How the key is written, and what the pilot calls it."""
FEW = ("s", "p", "H", "A")
"""Keys that lay all rows out again: pressed in fewer rounds."""
SETTLED = 0.25
"""Seconds after which a key has done all it does."""
TARGET = 50.0
"""Milliseconds from key to repaint, at the 95th percentile."""

_SYLLABLES = ("ka", "lor", "mi", "ten", "ru", "sal", "vo", "deng", "fi", "pra", "nu", "ost", "ge", "bal")
_START = datetime(2020, 1, 1)


class Inventor:
    """Makes a comparison of invented words; the same for the same size."""

    def __init__(self, rows: int, columns: int) -> None:
        self._chance = random.Random(rows * 1000 + columns)
        self._rows, self._columns = rows, columns

    def comparison(self) -> Comparison:
        """Rows and columns of it, half of the cells filled, some of them with two statements."""
        outlets = [Narrator(f"outlet-{n}", self._words(2).title(), NarratorKind.OUTLET) for n in range(self._columns)]
        people = [Narrator(f"person-{n}", self._words(2).title(), NarratorKind.PERSON) for n in range(self._columns)]
        told = [[self._words(self._chance.randint(8, 40)) for _ in range(self._rows)] for _ in outlets]
        articles = tuple(
            Article(
                ". ".join(words), title=f"Article {n}", outlet=outlets[n].name, published=_START + timedelta(hours=n)
            )
            for n, words in enumerate(told)
        )
        rows: list[list[Statement]] = [[] for _ in range(self._rows)]
        for number, article in enumerate(articles):
            place = 0
            for row, words in zip(rows, told[number], strict=True):
                if self._chance.random() < FILLED:
                    teller = self._chance.choice(people).id
                    spans = (Span(place, place + len(words)),)
                    chain = (outlets[number].id, teller)
                    row.append(Statement(spans, words, (), Quotation.INDIRECT, article=article.id, narrators=chain))
                place += len(words) + 2
        filled = [row for row in rows if row]
        statements = tuple(one for row in filled for one in row)
        return Comparison(
            articles=articles,
            narrators=(*outlets, *people),
            statements=statements,
            claims=tuple(Claim(r[0].id, self._words(3), Met.SLOT, tuple(one.id for one in r)) for r in filled),
            links=tuple(link for row in filled for link in self._links(row)),
            columns=tuple(
                Column(outlet.id, outlet.name, frozenset(s.id for s in statements if s.article == article.id))
                for outlet, article in zip(outlets, articles, strict=True)
            ),
            origins={article.id: article.id for article in articles},
            extracted=frozenset(article.id for article in articles),
        )

    def _words(self, number: int) -> str:
        return " ".join("".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(1, 4))) for _ in range(number))

    def _links(self, row: list[Statement]) -> Iterator[Link]:
        for _ in range(self._chance.randint(0, CLASHES) if len(row) > 1 else 0):
            left, right = self._chance.sample(row, 2)
            relation = self._chance.choice((Relation.CONTRADICTS, Relation.UPDATE, Relation.FRAMES_DIFFERENTLY))
            spans = [(Span(one.start, one.start + len(one.text.split()[0])),) for one in (left, right)]
            kind = self._chance.choice(tuple(Kind))
            yield Link(left.id, right.id, relation, kind, 0.9, 0.8, spans[0], spans[1], explanation=self._words(9))


class Took(NamedTuple):
    """Milliseconds to the repaint, and of the processor."""

    time: float
    work: float


@dataclass(frozen=True, slots=True)
class Row:
    """What one key took, each time."""

    key: str
    times: list[Took]


def p95(times: Iterable[float]) -> float:
    """The 95th percentile."""
    times = list(times)
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


class Watched(App[Any]):
    """Notes when a frame was last written; without a terminal, Textual itself would leave the writing out."""

    painted = started = Took(0, 0)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        super()._display(screen, renderable)
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console).encode()
            self.painted = _now()

    @property
    def took(self) -> Took:
        """From the start to the last repaint."""
        return Took(*(1000 * max(end - start, 0) for start, end in zip(self.started, self.painted, strict=True)))


class WatchedNarrator(Watched, NarratorApp):
    """The application under test."""


class Empty(Watched):
    """The least that answers a key."""

    BINDINGS = [("j", "count", "")]  # noqa: RUF012  # declared without ClassVar
    number = 0

    def compose(self) -> ComposeResult:
        """A line."""
        yield Static("0", markup=False)

    def action_count(self) -> None:
        """Change the line."""
        self.number += 1
        self.query_one(Static).update(str(self.number))


def _now() -> Took:
    return Took(perf_counter(), process_time())


async def _press(pilot: Pilot[Any], key: str) -> Took:
    """What it takes until all is painted that the key leads to."""
    await pilot.pause()
    pilot.app.started = _now()  # type: ignore[attr-defined]
    pilot.app.simulate_key(key)
    await pilot.pause(SETTLED)
    return cast(Took, pilot.app.took)  # type: ignore[attr-defined]


async def _empty() -> float:
    async with Empty().run_test(size=SCREEN) as pilot:
        await pilot.pause(0.2)
        return median([(await _press(pilot, "j")).work for _ in range(ROUNDS)])


async def _shown(pilot: Pilot[Any], comparison: Comparison) -> Took:
    """What it takes from the wish to compare to the matrix on the screen."""
    summary = EventSummary(
        Event("0123456789ab", "Invented", tuple(one.id for one in comparison.articles)),
        comparison.articles, len(comparison.articles), len(comparison.articles), None, None, False,
    )  # fmt: skip
    pilot.app.started = _now()  # type: ignore[attr-defined]
    pilot.app.post_message(CompareEvent(summary, comparison))
    await pilot.pause(1)
    assert isinstance(pilot.app.screen, CompareScreen)
    return cast(Took, pilot.app.took)  # type: ignore[attr-defined]


async def _measure(rows: int, columns: int) -> list[Row]:
    comparison = Inventor(rows, columns).comparison()
    async with WatchedNarrator(lambda _: Session(Library(None), Config())).run_test(size=SCREEN) as pilot:
        await pilot.pause(0.5)
        found = [Row("opening", [await _shown(pilot, comparison)])]
        await pilot.pause(0.5)
        for name, key in KEYS.items():
            rounds = ROUNDS // 5 if name in FEW else ROUNDS
            took = [await _press(pilot, key) for _ in range(rounds)]
            found.append(Row(name, [one for one in took if one.time]))  # at the last row, G changes nothing
        found += [Row("f, Enter", [await _filtered(pilot) for _ in range(5)])]
        await pilot.press("slash")
        found += [Row("/ and a letter", [await _press(pilot, letter) for letter in "karu"])]
        return found


async def _filtered(pilot: Pilot[Any]) -> Took:
    """The filter that shows only the rows with a difference, and all rows again."""
    await pilot.press("f")
    for letter in "differ":
        await pilot.press(letter)
    await pilot.pause()
    took = await _press(pilot, "enter")
    await pilot.press("escape")
    return took


def _report(rows: int, columns: int, found: list[Row], empty: float) -> str:
    lines = [
        f"\n{rows} x {columns}, {FILLED:.0%} of the cells filled, at {SCREEN[0]}x{SCREEN[1]}; empty: {empty:.1f} ms\n",
        "| Key | p50 ms | p95 ms | p95 processor ms | processor / empty |",
        "|---|---:|---:|---:|---:|",
    ]
    for row in found:
        times, work = [one.time for one in row.times], p95(one.work for one in row.times)
        lines.append(f"| {row.key} | {median(times):.1f} | {p95(times):.1f} | {work:.1f} | {work / empty:.1f} |")
    keys = [time for row in found if row.key in KEYS for time in row.times]
    time, work = p95(one.time for one in keys), p95(one.work for one in keys)
    return "\n".join(
        [*lines, f"\nAll keys: p95 {time:.1f} ms, of the processor {work:.1f} ms; target {TARGET:.0f} ms."]
    )


def main() -> None:
    """Measure and print."""
    sizes = [(int(rows), int(columns)) for rows, _, columns in (one.partition("x") for one in sys.argv[1:])] or SIZES
    with tempfile.TemporaryDirectory() as home:
        os.environ["NARRATOR_HOME"] = home
        empty = asyncio.run(_empty())
        for rows, columns in sizes:
            print(_report(rows, columns, asyncio.run(_measure(rows, columns)), empty), flush=True)


if __name__ == "__main__":
    main()
