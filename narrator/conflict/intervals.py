"""Figures as intervals: whether one value can satisfy two, and what several come to."""

from collections.abc import Sequence
from dataclasses import replace

from narrator.model.statement import Quantity

ROUNDING = 0.1
"""Relative distance within which an approximate figure admits another."""

ROUND_FROM = 1000
"""Figures below this are not taken as rounded."""


def overlap(left: Quantity, right: Quantity) -> bool:
    """Whether one value can satisfy both, with room for what is said to be approximate; "40" is nearly "more than 40"."""
    slack = ROUNDING * max(left.minimum, right.minimum) if left.approximate or right.approximate else 0.0
    slack = max(slack, _rounding(left), _rounding(right), 1.0 if None in (left.maximum, right.maximum) else 0.0)
    low, high = (left, right) if left.minimum <= right.minimum else (right, left)
    return low.maximum is None or low.maximum + slack >= high.minimum


def total(figures: Sequence[Quantity]) -> Quantity:
    """The figures of several parts as one."""
    most = [figure.maximum for figure in figures if figure.maximum is not None]
    return replace(
        figures[0],
        minimum=sum(figure.minimum for figure in figures),
        maximum=sum(most) if len(most) == len(figures) else None,
        approximate=any(figure.approximate for figure in figures),
    )


def _rounding(quantity: Quantity) -> float:
    """What a round figure leaves open: "11 million" half a million, but never more than a twentieth."""
    value = quantity.minimum
    if value < ROUND_FROM or value != int(value):
        return 0.0
    digits = str(int(value))
    return min(10.0 ** (len(digits) - len(digits.rstrip("0"))) / 2, value / 20)


def width(quantity: Quantity) -> float:
    """How much a figure leaves open; without an upper bound, all."""
    return float("inf") if quantity.maximum is None else quantity.maximum - quantity.minimum
