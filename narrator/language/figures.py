"""Bounded figures in running text: their value, comparator, range and unit; what they count is asked in `quantities`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from narrator.language.bounds import QUALIFIERS, bound, interval, plain
from narrator.language.lexicon import classes
from narrator.language.numerals import (
    DENOMINATORS,
    MULTIPLES,
    ONES,
    SCALES,
    TENS,
    Numeral,
    Shape,
    Word,
    at,
    joined,
    lex,
    numeral,
)
from narrator.language.units import Unit, currency_before, quality_before, unit_after
from narrator.model.statement import Qualifier

_DASHES = frozenset("-‐‑–—")
_RANGE = _DASHES | {"to", "or"}
# "rose from 20 to 30" names two states, "rose by 10 to 30" a step and a state, no range.
_CHANGE = frozenset(
    [
        "rise",
        "rises",
        "rose",
        "risen",
        "rising",
        "increase",
        "increases",
        "increased",
        "increasing",
        "fall",
        "falls",
        "fell",
        "fallen",
        "falling",
        "drop",
        "drops",
        "dropped",
        "grow",
        "grew",
        "grown",
        "climb",
        "climbed",
        "jump",
        "jumped",
        "raise",
        "raised",
        "raising",
        "cut",
        "reduce",
        "reduced",
        "go",
        "went",
        "gone",
        "change",
        "changed",
        "revise",
        "revised",
        "swell",
        "swelled",
        "shrink",
        "shrank",
        "lower",
        "lowered",
        "slip",
        "slipped",
        "soar",
        "soared",
        "decline",
        "declined",
    ]
)
# "no" before these is no count.
_IDIOMS = frozenset({"longer", "doubt", "matter", "more", "less", "fewer", "later", "."})

_OPENS = re.compile(r"(?: (?:wide|long|deep|tall|high|across|away|thick|in \w+))?(?: ?[(/]|, or )$")
_GOES_ON = re.compile(r"[;,/]? ?(?:or )?$")
_ADDS = re.compile(r"(?: and|,)? ?$")
_LINKS = re.compile(r" (?:to|or) $| ?[-–—] ?$")
ROUNDING = 0.05
"""Share by which a figure and its conversion may differ ("50 miles or 81 kilometers")."""

NEAR = 20
"""Characters between two figures that can still be one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands in the text.

    `start` to `end` are its offsets with comparator and unit, `number` to `stop` those of the number itself. `sign` bounds it
    (`bounds.QUALIFIERS`). A `share` is a part of something, then `low` and `high` are percentages.
    """

    start: int
    number: int
    stop: int
    end: int
    low: float
    high: float
    sign: str
    unit: Unit | None = None
    share: bool = False
    vague: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it counts things, not a share and not a measure."""
        return self.unit is None and not self.share

    @property
    def qualifier(self) -> Qualifier:
        """How its words bound it."""
        return Qualifier.VAGUE if self.vague else QUALIFIERS[self.sign]

    def interval(self) -> tuple[float, float | None]:
        """Closed bounds in the canonical unit, None for unbounded."""
        whole = self.is_count and self.low == int(self.low)
        minimum, maximum = interval(self.sign, self.low, self.high, whole)
        if self.unit is None:
            return minimum, maximum
        return self.unit.canonical(minimum), None if maximum is None else self.unit.canonical(maximum)


def scan(text: str) -> list[Figure]:
    """The figures of a text, in order and disjoint."""
    if _opening().search(text) is None:
        return []
    words = lex(text)
    found: list[Figure] = []
    index = since = 0
    while index < len(words):
        read = _read(words, index, since) if words[index].figure or words[index].text in _openers() else None
        if read is None:
            index += 1
        else:
            figure, index = read
            since = index
            found.append(figure)
    return _merged(text, found)


@cache
def _openers() -> frozenset[str]:
    """Every word that a number can begin with."""
    return frozenset(
        {*ONES, *TENS, *classes("vague.txt"), "a", "an", "half", "quarter", "no", "none", "nobody", "not", "without"}
    )


@cache
def _opening() -> re.Pattern[str]:
    """Finds out cheaply that a text holds no number."""
    articled = "|".join((*MULTIPLES, *classes("vague.txt"), *DENOMINATORS))
    alone = "|".join(sorted(_openers() - {"a", "an"}))
    return re.compile(rf"[0-9]|\b(?:{alone}|an?[ -](?:{articled}))", re.IGNORECASE)


def _read(words: Sequence[Word], index: int, since: int) -> tuple[Figure, int] | None:
    """The figure whose number begins at `index`, and the index past it; words before `since` belong to the one before."""
    none = _none(words, index)
    if none is not None:
        return none
    currency = currency_before(words, index)
    if currency is not None and currency[1] < since:
        currency = None
    first = numeral(words, index, money=currency is not None)
    if first is None:
        return None
    return _one_in(words, first) or _bounded(words, first, currency, since)


def _bounded(
    words: Sequence[Word], first: Numeral, currency: tuple[Unit, int] | None, since: int
) -> tuple[Figure, int]:
    low, high, stop = _ends(words, first, currency is not None)
    unit, after = (currency[0], stop) if currency else _unit(words, stop, first.shape)
    unit = unit or quality_before(words, first.first)
    share = first.shape is Shape.FRACTION and unit is None
    start = currency[1] if currency else first.first
    ranged = high > low
    if ranged and start > since and at(words, start - 1) in {"between", "from"}:
        start -= 1
    sign, start, end = bound(words, start, after, since)
    vague = first.shape is Shape.VAGUE and sign in {"=", ">=", "~"}
    figure = Figure(
        start=words[start].start,
        number=words[first.first].start,
        stop=words[stop - 1].end,
        end=words[end - 1].end,
        low=plain(low * 100 if share else low),
        high=plain(high * 100 if share else high),
        sign=">=" if vague else ".." if ranged and sign == "=" else sign,
        unit=unit,
        share=share,
        vague=vague,
    )
    return figure, end


def _none(words: Sequence[Word], index: int) -> tuple[Figure, int] | None:
    """ "no one", "nobody", "none", "not a single"; "no" and "without" where a counted noun follows."""
    word, after = words[index].text, at(words, index + 1)
    end = index + 1
    if word == "no":
        hyphen = joined(words, end)
        end = hyphen + 1 if at(words, hyphen) == "one" else end
    elif word == "not" and after in {"a", "one"}:
        end = index + 2 if after == "one" else index + 3
    elif word not in {"none", "nobody", "without"}:
        return None
    if (word == "no" and after in _IDIOMS) or (word == "not" and at(words, end - 1) not in {"one", "single"}):
        return None
    start, stop = words[index].start, words[end - 1].end
    return Figure(start, start, stop, stop, 0.0, 0.0, "0"), end


def _one_in(words: Sequence[Word], first: Numeral) -> tuple[Figure, int] | None:
    """ "one in five", "one out of every 20": a share."""
    index = first.last
    if at(words, first.first) != "one" or first.last != first.first + 1:
        return None
    if at(words, index) == "out" and at(words, index + 1) == "of":
        index += 1
    elif at(words, index) != "in":
        return None
    index += 2 if at(words, index + 1) == "every" else 1
    whole = numeral(words, index) if index < len(words) else None
    if (
        whole is None
        or whole.shape is not Shape.CARDINAL
        or not 1 < whole.value <= 1e6
        or unit_after(words, whole.last)
    ):
        return None
    start, stop = words[first.first].start, words[whole.last - 1].end
    percent = plain(100 / whole.value)
    return Figure(start, start, stop, stop, percent, percent, "=", share=True), whole.last


def _ends(words: Sequence[Word], first: Numeral, money: bool) -> tuple[float, float, int]:
    """Both ends of "20 to 30", "between 15 and 20", "20-30 million", and the index past them; equal where there is no range."""
    alone = first.value, first.value, first.last
    between = at(words, first.first - (2 if money else 1)) == "between"
    link = at(words, first.last)
    if first.shape is not Shape.CARDINAL or not (link in _RANGE or (between and link == "and")):
        return alone
    start = first.last + (2 if currency_before(words, first.last + 2) else 1)
    second = numeral(words, start, money) if start < len(words) else None
    if second is None or second.shape is not Shape.CARDINAL or _changes(words, first.first):
        return alone
    scale = words[second.last - 1].text
    shared = scale in SCALES and words[first.last - 1].text not in MULTIPLES and first.value < 1000
    low = first.value * (MULTIPLES[scale] if shared else 1)
    if link in _DASHES and low < second.value / 1000 and "," in words[second.last - 1].text:
        low *= 1000  # "5-6,000"
    return (low, second.value, second.last) if second.value > low else alone


def _changes(words: Sequence[Word], index: int) -> bool:
    return at(words, index - 1) in {"from", "by"} and any(at(words, index - back) in _CHANGE for back in range(2, 7))


def _unit(words: Sequence[Word], stop: int, shape: Shape) -> tuple[Unit | None, int]:
    """The unit and the index past it; "half an hour", "a quarter of a mile" and "hundreds of miles" put words between."""
    index = stop
    if shape is not Shape.CARDINAL:
        index += at(words, index) == "of"
    if shape is Shape.FRACTION:
        index += at(words, index) in {"a", "an"}
    index += at(words, index) in {"more", "additional", "extra"}
    found = unit_after(words, index)
    return found if found is not None else (None, stop)


def _merged(text: str, figures: list[Figure]) -> list[Figure]:
    """Neighbours that are one: "5ft 10in", "10 km to 20 km", "eight kilometers (five miles)"."""
    found: list[Figure] = []
    for figure in figures:
        one = _one(text, found[-1], figure) if found and figure.start - found[-1].end <= NEAR else None
        if one is None:
            found.append(figure)
        else:
            found[-1] = one
    return found


def _one(text: str, last: Figure, figure: Figure) -> Figure | None:
    """The two as one figure, or None."""
    own, other = last.unit, figure.unit
    if own is None or other is None or not (own.name == other.name or (own.is_money and other.is_money)):
        return None
    between = text[last.end : figure.start]
    if own.name == other.name:
        value = own.named(other.canonical(figure.low))
        if _is_addend(last, figure) and _ADDS.match(between):
            return replace(last, end=figure.end, low=plain(last.low + value), high=plain(last.high + value))
        converted = own.factor != other.factor and abs(value - last.low) <= ROUNDING * last.low
        paired = between == " and " and text[: last.number].endswith("between ")
        if not converted and last.sign == "=" and value > last.low and (paired or _LINKS.match(between)):
            return replace(last, end=figure.end, high=value, sign="..")
        if converted and between == " or ":
            return replace(last, end=figure.end)
    if _OPENS.match(between) or (_GOES_ON.match(between) and _is_open(text[last.start : last.end])):
        return replace(last, end=figure.end + (text[figure.end : figure.end + 1] == ")"))
    return None


def _is_addend(last: Figure, figure: Figure) -> bool:
    """ "5ft 10in", "two hours and 30 minutes"."""
    if last.unit is None or figure.unit is None or figure.sign != "=":
        return False
    return last.unit.name in {"m", "kg", "s"} and last.unit.factor > figure.unit.factor


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")
