"""Units of measure and money: names to canonical units and factors."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from narrator.language.lexicon import lines
from narrator.language.numerals import Word, at, joined

LONGEST = 3
"""Words of the longest unit name."""

# "5m", "80m", "3C": as letters of their own, "m", "st" or "c" are words of other senses, and so are these at a distance.
_TIGHT = frozenset({"m", "in", "st", "mi", "min", "mins", "sec", "secs", "b", "mb", "gb", "tb", "kb"})
_SIGNS = frozenset("$€£¥₽₴₹₪₩₺")
_FLAGS = frozenset({"us", "a", "au", "c", "ca", "nz", "hk", "s", "r"})


class Unit(NamedTuple):
    """A canonical unit ("m", "kg", "USD" …), how many of it one named unit is, and what to add ("°F" to "°C")."""

    name: str
    factor: float
    offset: float = 0.0

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return len(self.name) == 3 and self.name.isupper()

    def canonical(self, value: float) -> float:
        """A value of the named unit in the canonical one, without the noise of binary fractions."""
        return float(f"{(value + self.offset) * self.factor:.12g}")

    def named(self, value: float) -> float:
        """A value of the canonical unit in the named one: the inverse of `canonical`."""
        return float(f"{value / self.factor - self.offset:.12g}")


@cache
def names() -> dict[tuple[str, ...], Unit]:
    """Words of a unit's name to the unit."""
    found: dict[tuple[str, ...], Unit] = {}
    for line in lines("units.txt"):
        head, _, listed = line.partition(":")
        name, factor = head.split()
        unit = Unit("°C", 5 / 9, -32.0) if name == "°F" else Unit(name, float(factor))
        for words in listed.split():
            found[tuple(words.split("_"))] = unit
    return found


def unit_after(words: Sequence[Word], index: int) -> tuple[Unit, int] | None:
    """The unit that a figure ending before `index` is measured in, and the index past it; "48-yard", "80m", "8 km"."""
    start = joined(words, index)
    spelled = _spelled(words, start)
    if spelled is not None:
        return spelled
    for length in range(LONGEST, 0, -1):
        span = words[start : start + length]
        unit = names().get(tuple(_name(word.text) for word in span)) if len(span) == length else None
        if unit is None or (length == 1 and not _stands(words, start, start > index)):
            continue
        return unit, start + length
    return None


def currency_before(words: Sequence[Word], index: int) -> tuple[Unit, int] | None:
    """The currency whose sign stands before `words[index]` ("$", "US$", "€"), and the index of the sign's first word."""
    sign = at(words, index - 1)
    if sign not in _SIGNS:
        return None
    flag = at(words, index - 2)
    if flag in _FLAGS and words[index - 2].end == words[index - 1].start and (flag + sign,) in names():
        return names()[(flag + sign,)], index - 2
    return names()[(sign,)], index - 1


def quality_before(words: Sequence[Word], index: int) -> Unit | None:
    """The unit that a figure has by the word before it: "magnitude 6.1", "a magnitude of 6.1"."""
    index -= at(words, index - 1) in {"of", "-"}
    return names()[("magnitude",)] if at(words, index - 1) == "magnitude" else None


def _name(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


def _stands(words: Sequence[Word], start: int, hyphened: bool) -> bool:
    """Whether a short or ambiguous name is a unit here: written tight against the figure or tied to it by a hyphen."""
    word = words[start].text
    if word not in _TIGHT or hyphened:
        return True
    tight = start > 0 and words[start - 1].end == words[start].start
    return tight or word in {"mins", "min", "mb", "gb", "tb"}


def _spelled(words: Sequence[Word], start: int) -> tuple[Unit, int] | None:
    """Units whose sign the lexer cuts: "°C", "km/h", "m2"."""
    for length in (3, 2):
        span = words[start : start + length]
        whole = len(span) == length and all(one.end == other.start for one, other in pairwise(span))
        unit = names().get(("".join(word.text for word in span),)) if whole else None
        if unit is not None:
            return unit, start + length
    return None
