"""How words bound a figure: comparators, and the closed interval that each leaves."""

from collections.abc import Sequence
from functools import cache
from math import ceil, floor

from narrator.language.lexicon import lines
from narrator.language.numerals import Word, joined
from narrator.model.statement import Qualifier

TOLERANCE = 0.1
"""How far from the figure "about", "nearly" and "just over" reach, as a share of it."""

LONGEST = 4
"""Words of the longest comparator."""

QUALIFIERS = {
    ">=": Qualifier.AT_LEAST,
    ">": Qualifier.AT_LEAST,
    "<=": Qualifier.AT_MOST,
    "<": Qualifier.AT_MOST,
    "~": Qualifier.ABOUT,
    "~<": Qualifier.ABOUT,
    "~>": Qualifier.ABOUT,
    "=": Qualifier.EXACT,
    "..": Qualifier.RANGE,
    "0": Qualifier.NONE,
}
"""What each sign of lexicon/comparators.txt is called; `..` is a range and `0` none at all."""

Phrases = dict[tuple[str, ...], str]


@cache
def comparators() -> tuple[Phrases, Phrases]:
    """Phrases that stand before a figure and behind it, to their signs."""
    before: Phrases = {}
    after: Phrases = {}
    for line in lines("comparators.txt"):
        head, _, phrases = line.partition(":")
        *where, sign = head.split()
        for phrase in phrases.split():
            (after if where else before)[tuple(phrase.split("_"))] = sign
    return before, after


def bound(words: Sequence[Word], start: int, end: int, since: int = 0) -> tuple[str, int, int]:
    """The sign of the figure `words[start:end]` by the words around it, and where it begins and ends with these.

    Words before index `since` belong to another figure.
    """
    before, after = comparators()
    sign = "="
    while (length := _length_before(words, start, since, before)) > 0:
        if sign == "=":
            sign = before[tuple(word.text for word in words[start - length : start])]
        start -= length
    for length in range(3, 0, -1):
        index = joined(words, end)
        phrase = tuple(word.text for word in words[index : index + length])
        follows = words[index + length : index + length + 1]
        fits = len(phrase) == length and (index > end or phrase != ("odd",)) and not (follows and follows[0].figure)
        if sign == "=" and fits and phrase in after:
            return after[phrase], start, index + length
    return sign, start, end


def interval(sign: str, low: float, high: float, whole: bool) -> tuple[float, float | None]:
    """The closed bounds that a sign leaves, None for unbounded; bounds of whole things are rounded outwards."""
    step = 1.0 if whole else 0.0
    zero = min(0.0, low)
    bounds: dict[str, tuple[float, float | None]] = {
        ">=": (low, None),
        ">": (low + step, None),
        "<=": (zero, low),
        "<": (zero, max(low - step, zero)),
        "~": (low - TOLERANCE * abs(low), high + TOLERANCE * abs(high)),
        "~<": (low - TOLERANCE * abs(low), high),
        "~>": (low, high + TOLERANCE * abs(high)),
    }
    minimum, maximum = bounds.get(sign, (low, high))
    if not whole:
        return plain(minimum), None if maximum is None else plain(maximum)
    return float(floor(plain(minimum))), None if maximum is None else float(ceil(plain(maximum)))


def plain(value: float) -> float:
    """A value without the noise of binary fractions: 12 significant digits."""
    return float(f"{value:.12g}")


def _length_before(words: Sequence[Word], start: int, since: int, phrases: Phrases) -> int:
    """How many words before `start` make the longest comparator that ends there."""
    for length in range(min(LONGEST, start - since), 0, -1):
        if tuple(word.text for word in words[start - length : start]) in phrases:
            return length
    return 0
