"""Numbers in running text: figures ("1,200", "2.5bn"), words ("two hundred and fifty"), vague words ("dozens"), fractions."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from narrator.language.lexicon import classes

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
MULTIPLES = {"hundred": 1e2, "dozen": 12.0, **SCALES}
_PLURALS = frozenset({"tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"})
_SHORT = {"k": 1e3, "bn": 1e9, "mn": 1e6, "tn": 1e12, "mln": 1e6, "bln": 1e9}
_SHORT_MONEY = {"m": 1e6, "b": 1e9}
DENOMINATORS = {
    word: 1 / value
    for value, word in enumerate(
        ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        start=2,
    )
} | {"halves": 1 / 2, "fourth": 1 / 4}
LONGEST = 20
"""Characters of a figure beyond which it is a serial number, not a count."""
_IN_MILLIONS = frozenset(
    {"people", "men", "women", "children", "residents", "refugees", "voters", "workers", "homes", "jobs"}
)
"""Nouns that make "3m" three millions, not three metres."""

_HYPHENS = frozenset("-‐‑–")  # the last is a dash: "two–thirds"

_LEXEME = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\s]"
)


class Word(NamedTuple):
    """A word, a figure or a sign of the text: offsets, and its letters in lower case."""

    start: int
    end: int
    text: str
    figure: bool = False


class Shape(Enum):
    """What kind of number a numeral is."""

    CARDINAL = "cardinal"
    VAGUE = "vague"
    FRACTION = "fraction"


class Numeral(NamedTuple):
    """A number: indices of its first and one past its last word, its value (for a vague word its floor) and its shape."""

    first: int
    last: int
    value: float
    shape: Shape = Shape.CARDINAL


def lex(text: str) -> list[Word]:
    """The words, figures and signs of a text, in order."""
    return [
        Word(*match.span(), word.lower(), "0" <= word[0] <= "9")
        for match in _LEXEME.finditer(text)
        if (word := match[0])
    ]


def numeral(words: Sequence[Word], first: int, money: bool = False) -> Numeral | None:
    """The longest number that begins at `words[first]`, or None. After a currency sign, or before people, "m" and "b" are
    millions and billions."""
    return _fraction(words, first) or _vague(words, first) or _cardinal(words, first, money)


def value_of(text: str) -> float | None:
    """The number that a whole text spells, or None: `value_of("two hundred and fifty") == 250`."""
    words = lex(text)
    found = numeral(words, 0) if words else None
    return found.value if found is not None and found.last == len(words) else None


def at(words: Sequence[Word], index: int) -> str:
    """The letters of a word, empty outside the text."""
    return words[index].text if 0 <= index < len(words) else ""


def joined(words: Sequence[Word], index: int) -> int:
    """The index after a hyphen that ties two words ("twenty-one"), else `index` itself."""
    if at(words, index) in _HYPHENS and 0 < index < len(words) - 1:
        left, sign, right = words[index - 1 : index + 2]
        if left.end == sign.start and sign.end == right.start:
            return index + 1
    return index


def _cardinal(words: Sequence[Word], first: int, money: bool) -> Numeral | None:
    if words[first].figure:
        return _figure(words, first, money)
    article = at(words, first) in {"a", "an"}
    if article:
        if at(words, joined(words, first + 1)) not in MULTIPLES:
            return None
        value, last = 1.0, first + 1
    else:
        small = _below_hundred(words, first)
        if small is None:
            return None
        value, last = small
    return _scaled(words, first, *_hundreds(words, value, last))


def _figure(words: Sequence[Word], first: int, money: bool) -> Numeral | None:
    if words[first].end - words[first].start > LONGEST:
        return None
    value, last = float(words[first].text.replace(",", "")), first + 1
    unit = at(words, last)
    counted = money or at(words, last + 1) in _IN_MILLIONS
    short = _SHORT.get(unit) or (_SHORT_MONEY.get(unit) if counted else None)
    if short is not None and (money or words[last].start == words[first].end):
        return Numeral(first, last + 1, value * short)
    value, last = _half(words, value, last)
    scale = joined(words, last)
    if at(words, scale) in MULTIPLES:
        value, last = value * MULTIPLES[at(words, scale)], scale + 1
    return Numeral(first, last, value)


def _scaled(words: Sequence[Word], first: int, group: float, last: int) -> Numeral:
    """Groups and their scales in falling order: "three million two hundred thousand and five"."""
    total, limit = 0.0, float("inf")
    while True:
        group, last = _half(words, group, last)
        scale = SCALES.get(at(words, joined(words, last)))
        if scale is None or scale >= limit:
            return Numeral(first, last, total + group)
        total, limit, last = total + group * scale, scale, joined(words, last) + 1
        total, last = _half_of(words, total, scale, last)
        following = last + 1 if at(words, last) == "and" else last
        small = _below_hundred(words, following)
        if small is None:
            return Numeral(first, last, total)
        group, end = _hundreds(words, *small)
        beyond = SCALES.get(at(words, joined(words, end)), 0.0)
        if group >= limit or beyond >= limit or at(words, joined(words, end)) == "dozen":
            return Numeral(first, last, total)
        last = end


def _below_hundred(words: Sequence[Word], index: int) -> tuple[float, int] | None:
    word = at(words, index)
    if word in ONES:
        return ONES[word], index + 1
    if word not in TENS:
        return None
    after = joined(words, index + 1)
    unit = ONES.get(at(words, after), 0)
    return (TENS[word] + unit, after + 1) if 0 < unit < 10 else (TENS[word], index + 1)


def _hundreds(words: Sequence[Word], value: float, last: int) -> tuple[float, int]:
    multiple = joined(words, last)
    if at(words, multiple) == "dozen":
        return value * 12, multiple + 1
    if at(words, multiple) != "hundred":
        return value, last
    value, last = value * 100, multiple + 1
    small = _below_hundred(words, last + 1 if at(words, last) == "and" else joined(words, last))
    if small is None or at(words, joined(words, small[1])) in {"hundred", "dozen"}:
        return value, last
    return value + small[0], small[1]


def _half(words: Sequence[Word], value: float, last: int) -> tuple[float, int]:
    """ "two and a half", "two-and-a-half"."""
    index = last
    for word in ("and", "a", "half"):
        index = joined(words, index)
        if at(words, index) != word:
            return value, last
        index += 1
    return value + 0.5, index


def _half_of(words: Sequence[Word], total: float, scale: float, last: int) -> tuple[float, int]:
    """ "a million and a half"."""
    more, end = _half(words, 0.0, last)
    return total + more * scale, end


def _vague(words: Sequence[Word], first: int) -> Numeral | None:
    word, last = at(words, first), first + 1
    if word in {"a", "an"} and at(words, last) in {"few", "couple", "handful", "pair"}:
        word, last = at(words, last), last + 1
    elif word in {"few", "couple", "handful", "pair"}:
        return None
    if word not in classes("vague.txt"):
        return None
    floor = float(classes("vague.txt")[word])
    if word in _PLURALS:
        return _plurals(words, first, floor, last)
    scale = MULTIPLES.get(at(words, last))
    if scale is None and word == "couple" and at(words, last) == "of" and at(words, last + 1) in MULTIPLES:
        scale, last = MULTIPLES[at(words, last + 1)], last + 1  # "a couple of hundred"
    return (
        Numeral(first, last, floor, Shape.VAGUE)
        if scale is None
        else Numeral(first, last + 1, floor * scale, Shape.VAGUE)
    )


def _plurals(words: Sequence[Word], first: int, floor: float, last: int) -> Numeral | None:
    """ "hundreds of thousands" multiplies; "scores" and "tens" count only with "of", for they have other senses."""
    if at(words, last) == "of" and at(words, last + 1) in _PLURALS:
        scale = MULTIPLES.get(at(words, last + 1)[:-1], 0.0)
        if scale:
            return Numeral(first, last + 2, floor * scale, Shape.VAGUE)
    if at(words, first) in {"scores", "tens"} and at(words, last) not in {"of", "more"}:
        return None
    return Numeral(first, last, floor, Shape.VAGUE)


def _fraction(words: Sequence[Word], first: int) -> Numeral | None:
    """ "two-thirds", "a quarter of", "half"; "half a million" is a cardinal, a bare "third" an ordinal."""
    word, counter, last = at(words, first), 1.0, first
    if word in {"a", "one"}:
        last = joined(words, first + 1)
    elif word in ONES and ONES[word] > 1:
        counter, last = float(ONES[word]), joined(words, first + 1)
    elif word not in {"half", "quarter"}:
        return None
    part = at(words, last)
    plural = part.endswith("s") and part != "halves"
    share = DENOMINATORS.get(part[:-1] if plural else part)
    if share is None or (counter > 1) != (plural or part == "halves"):
        return None
    return _share(words, first, last + 1, counter * share, hyphened=last > first and at(words, last - 1) in _HYPHENS)


def _share(words: Sequence[Word], first: int, last: int, value: float, hyphened: bool) -> Numeral | None:
    """A fraction by what follows it: a scale makes it a number, else it must be one "of" something."""
    scale = last
    for filler in ("of", "a"):
        scale = joined(words, scale)
        scale += at(words, scale) == filler
    scale = joined(words, scale)
    if at(words, scale) in MULTIPLES:
        return Numeral(first, scale + 1, value * MULTIPLES[at(words, scale)])
    plural = at(words, last - 1).endswith("s")
    if plural or hyphened or value == 0.5 or at(words, last) == "of":
        return Numeral(first, last, value, Shape.FRACTION)
    return None
