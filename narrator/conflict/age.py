"""The age of one referent: an age is no count, yet two ages of one boy cannot both hold.

Traps: two children of one story; a birthday between two accounts; "a three-year-old" says no more than "the boy, 3".
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from narrator.conflict.lexicon import synonyms
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.numerals import value_of
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Statement

ALIKE = 0.6
"""Likeness from which the ages of two alike statements are of one person."""

NAMED_ALIKE = 0.3
"""The same where both say whose age it is by the same name or noun."""

SLIP = 3
"""Years by which accounts of one person's age differ."""

OTHER = Rule(
    "age.other",
    Relation.CONTRADICTS,
    Kind.NUMBER,
    "two ages of one person.",
    "Two persons, or a birthday between the two accounts.",
)
RULES = (OTHER,)

OF_AGE = 18
"""Below this the age alone tells a person: a story has one five-year-old."""

_AGE = re.compile(
    r"\b(?P<age>\d{1,3}|[A-Za-z]+)[- ][Yy]ears?[- ][Oo]ld(?: (?P<given>[A-Z][\w’'-]+)(?= [A-Z]))?(?: (?P<noun>[A-Za-z][\w’'-]*))?"
)
_NAMED = re.compile(
    r"(?:\b(?P<given>[A-Z][\w’'-]+) )?\b(?P<noun>[A-Z][\w’'-]+), (?:aged )?(?P<age>\d{1,3})(?=[,.;)]|$| and\b| of\b)"
)
_AGED = re.compile(r"\baged? (?P<age>\d{1,3})\b")


class Age(NamedTuple):
    """Years, whose they are (last name or noun, and given name; empty where the words do not say), and the words."""

    years: int
    whose: str
    given: str
    span: Span
    text: str


def find(pair: Pair) -> Iterator[Finding]:
    """Two ages given to the same noun or name, or to none, once on each side."""
    sides = list(_ages(pair.left)), list(_ages(pair.right))
    if not all(sides):
        return
    for who in sorted({age.whose for age in (*sides[0], *sides[1])}):
        left, right = ([age for age in side if age.whose in (who, "")] for side in sides)
        if len(left) == len(right) == 1 and left[0].years != right[0].years and pair.gated("time"):
            yield from _judge(pair, left[0], right[0])


def _judge(pair: Pair, one: Age, other: Age) -> Iterator[Finding]:
    if one.given and other.given and one.given != other.given:
        return  # two of one family
    named = bool(one.whose) and one.whose == other.whose
    close = abs(one.years - other.years) <= SLIP and (named or max(one.years, other.years) < OF_AGE)
    likeness = max(pair.likeness, pair.affinity) if close else pair.likeness
    if likeness >= (NAMED_ALIKE if close else ALIKE):
        strength = (0.45 if close and named else 0.3) + 0.4 * likeness
        yield Finding(OTHER, strength, (one.span,), (other.span,), (one.text, other.text))


def _ages(statement: Statement) -> Iterator[Age]:
    for span, text in statement.pieces():
        for age in _told(text):
            yield age._replace(span=Span(span.start + age.span.start, span.start + age.span.end))


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[Age, ...]:
    """The ages that a text tells, their places within it."""
    ages = []
    for found in (found for form in (_AGE, _NAMED, _AGED) for found in form.finditer(text)):
        years = value_of(found["age"].lower())
        if years is not None:
            end, groups = _ends(found), found.groupdict()
            whose, given = _whose(groups.get("noun") or ""), groups.get("given") or ""
            ages.append(Age(int(years), whose, given, Span(found.start(), end), text[found.start() : end]))
    return tuple(ages)


def _ends(found: re.Match[str]) -> int:
    """Where the words of the age end, before the words of whose it is."""
    groups = found.groupdict()
    first = "given" if groups.get("given") else "noun"
    return found.start(first) - 1 if groups.get(first) and found.start(first) > found.start("age") else found.end()


def _whose(noun: str) -> str:
    child = synonyms("children.txt").get(noun.lower())
    return child or (noun if noun[:1].isupper() else noun.lower())
