"""The axis on which figures are drawn: where a value stands, which values are written on it, and how they are written."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from narrator.model.statement import Qualifier, Quantity

LOGARITHMIC_FROM = 50.0
"""How many times the smallest figure the largest must be for a logarithmic axis."""

NEAR_TOGETHER = 0.5
"""Figures that lie above this share of the largest are drawn on an axis that does not begin at zero."""

HARDLY_APART = 0.9
"""Figures that all lie above this share of the largest hardly differ, and the axis begins at zero so that it is seen."""

STEPS = 4
"""About how many ticks an axis has."""

LARGEST_SPAN = 1e12
"""What is smaller than this part of the largest figure stands at the end of a logarithmic axis."""

MOST_TICKS = 7

_DAY = 86_400
_LARGER = {
    "s": ((60, "min"), (3600, "h"), (_DAY, "days"), (31_557_600, "years")),
    "m": ((1000, "km"),),
    "kg": ((1000, "t"),),
    "B": ((1e6, "MB"), (1e9, "GB"), (1e12, "TB")),
    "W": ((1e3, "kW"), (1e6, "MW"), (1e9, "GW")),
}
_BIG = ((1e12, "tn"), (1e9, "bn"), (1e6, "M"))


class Unit(NamedTuple):
    """How a figure's values are written: divided by `size`, with `symbol` behind them (empty for what is counted)."""

    size: float
    symbol: str


def unit_of(unit: str, largest: float) -> Unit:
    """The unit to write values in, given the canonical unit of a measure and the largest value: seconds as days."""
    fitting = [(size, symbol) for size, symbol in _LARGER.get(unit, ()) if largest >= 2 * size]
    return Unit(*fitting[-1]) if fitting else Unit(1, unit)


def number(value: float) -> str:
    """A value for people: 1,250 · 2.5M · 284bn · 0.4."""
    for size, letter in _BIG:
        if abs(value) >= size:
            return f"{value / size:.4g}{letter}" if abs(value) < 1000 * size else f"{value / size:,.0f}{letter}"
    if abs(value) >= 100 or value == round(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"


class Extent(NamedTuple):
    """What a figure admits, as it is drawn: from `low` to `high`, and on beyond them where `less` or `more` says so.

    What is told as "about 100" or "nearly 100" is drawn at 100, and `about` says so.
    """

    low: float
    high: float
    less: bool = False
    more: bool = False
    about: bool = False


def extent(quantity: Quantity, unit: Unit) -> Extent:
    """The extent of a figure in a unit."""
    low = quantity.minimum / unit.size
    if quantity.maximum is None:
        return Extent(low, low, more=True, about=quantity.approximate)
    high = quantity.maximum / unit.size
    if quantity.qualifier is Qualifier.AT_MOST:
        return Extent(high, high, less=True, about=quantity.approximate)
    if quantity.qualifier is Qualifier.ABOUT:
        told = min(((low + high) / 2, high, low), key=_digits)
        return Extent(told, told, about=True)
    return Extent(low, high, about=quantity.approximate)


def _digits(value: float) -> int:
    """How many digits a value needs: the roundest of a figure's bounds is the one that was told."""
    return len(f"{value:.6e}".partition("e")[0].replace(".", "").rstrip("0"))


def amount(found: Extent, unit: Unit) -> str:
    """What a figure amounts to: 56 · 20–30 · ≥ 35 · ≤ 10 · ~100; the words themselves say it better, but cannot be lined up."""
    bound = "≥ " if found.more else "≤ " if found.less else ""
    upto = f"–{number(found.high)}" if found.high > found.low else ""
    return f"{bound}{'~' if found.about else ''}{number(found.low)}{upto} {unit.symbol}".rstrip()


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high` with its ticks, linear or (where `base` is not 0) logarithmic, zero included."""

    low: float
    high: float
    ticks: tuple[float, ...]
    base: float = 0.0

    @classmethod
    def of(cls, values: Iterable[float]) -> "Scale":
        """An axis for these values, with some room after the largest."""
        known = sorted(value for value in values if math.isfinite(value)) or [0.0]
        smallest, largest = known[0], known[-1]
        positive = [value for value in known if value > 0]
        if smallest >= 0 and positive and largest >= LOGARITHMIC_FROM * positive[0]:
            return _logarithmic(smallest, positive[0], largest)
        whole = all(value == int(value) for value in known)
        near = smallest < 0 or NEAR_TOGETHER * largest < smallest < HARDLY_APART * largest
        floor = smallest if near else 0.0
        step = _nice((largest - floor) / STEPS, whole)
        first, last = math.floor(floor / step), math.floor(largest / step) + 1
        last += last * step <= largest  # where the division was rounded down
        return cls(first * step, last * step, tuple(place * step for place in range(first, last + 1)))

    @property
    def note(self) -> str:
        """What a reader must know of the axis; empty where it begins at zero and is linear."""
        if self.base:
            return "logarithmic scale"
        return f"scale from {number(self.low)}, not 0" if self.low > 0 else ""

    def place(self, value: float) -> float:
        """Where a value stands on the axis, in [0, 1]; the larger never before the smaller."""
        value = min(max(value, self.low), self.high)
        if self.base:
            low, high, value = (math.log1p(one / self.base) for one in (self.low, self.high, value))
        else:
            low, high = self.low, self.high
        return min(max((value - low) / (high - low), 0.0), 1.0)

    def cell(self, value: float, width: int) -> int:
        """The cell of a value on an axis of `width` cells, from 0."""
        return round(self.place(value) * (width - 1))


def _logarithmic(smallest: float, least: float, largest: float) -> Scale:
    base = 10.0 ** math.floor(math.log10(max(least, largest / LARGEST_SPAN)))
    powers = [base * 10.0**power for power in range(math.floor(math.log10(largest / base)) + 2)]
    every = math.ceil(len(powers) / (MOST_TICKS - 1))
    zero = (0.0,) if smallest == 0 else ()
    high = largest * 1.5
    low = 0.0 if zero else base * 0.8
    return Scale(low, high, (*zero, *(one for one in powers[::every] if one <= high)), base)


def _nice(step: float, whole: bool) -> float:
    """The next of 1, 2, 5, 10, 20 …, or of 0.1, 0.2 …; at least 1 where all values are whole."""
    if step <= 0 or not math.isfinite(step):
        return 1.0
    size = 10.0 ** math.floor(math.log10(step))
    found = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= step)
    return max(found, 1.0) if whole else found
