"""Near-copies that differ in one place: another figure, another name, another sign.

In wire copy and rewritten agency text the one changed word is the difference; everything around it vouches for the context.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from narrator.conflict import number
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.numerals import value_of
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Name, Quantity, Statement
from narrator.parties.lexicon import countries
from narrator.parties.names import same_organisation

COPY = 0.72
"""Share of equal words from which one statement is a near-copy of the other."""

SPELLED = 75.0
"""rapidfuzz `ratio` (0-100) of two names from which they are one name spelled in two ways."""

LONGEST = 4
"""Words of a replaced run that still name one thing."""

_WORD = re.compile(r"[\w'’-]+")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_FORM = re.compile(r",?\s+(?:Co|Corp|Inc|Ltd|LLC|PLC|AG|SA|Group)\.?$", re.IGNORECASE)
_OPEN = frozenset({"around", "before", "after"})
_ACTORS = frozenset({"PERSON", "ORG", "NORP"})
_TIMES = frozenset({"DATE", "TIME"})
_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "PERCENT", "MONEY", "ORDINAL"})

NAMED = {
    kind: Rule(
        f"substitution.{kind.value}",
        Relation.CONTRADICTS,
        kind,
        "otherwise the same words.",
        "Two names for one, or another difference in the words around them.",
    )
    for kind in (Kind.NUMBER, Kind.TIME, Kind.PLACE, Kind.ACTOR)
}
RULES = tuple(NAMED.values())


def find(pair: Pair) -> Iterator[Finding]:
    """The replaced runs of two near-copies that hold a name, a time or a figure on both sides."""
    if pair.left.polarity is not pair.right.polarity:
        return  # "not in Bergen" and "in Oslo" can both be true
    left, right = _words(pair.left), _words(pair.right)
    matcher = SequenceMatcher(a=[word for word, _ in left], b=[word for word, _ in right], autojunk=False)
    if not left or not right or matcher.quick_ratio() < COPY or matcher.ratio() < COPY:
        return
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "replace" and j - i <= LONGEST and m - k <= LONGEST:
            one, other = _name(left[i:j], pair.left), _name(right[k:m], pair.right)
            kind = _kind(pair, one, other)
            if kind is not None and one is not None and other is not None:
                spans = (Span(one.start, one.end),), (Span(other.start, other.end),)
                yield Finding(NAMED[kind], 0.75, *spans, (one.text, other.text))


def _words(statement: Statement) -> list[tuple[str, Span]]:
    return [
        (word[0].lower(), Span(span.start + word.start(), span.start + word.end()))
        for span, text in statement.pieces()
        for word in _WORD.finditer(text)
    ]


def _name(run: list[tuple[str, Span]], statement: Statement) -> Name | None:
    """The named thing that a run of words consists of, but for a word beside it."""
    for name in statement.names:
        inside = sum(name.start < span.end and span.start < name.end for _, span in run)
        if inside and len(run) - inside <= 1:
            return name
    return None


def _kind(pair: Pair, one: Name | None, other: Name | None) -> Kind | None:
    if one is None or other is None or _same_name(one.text, other.text):
        return None
    if one.label in _NUMBERS and other.label in _NUMBERS:
        return Kind.NUMBER if _other_number(pair, one, other) else None
    if one.label in _TIMES and other.label in _TIMES:
        return Kind.TIME if _other_time(pair, one, other) else None
    if one.text in pair.right.text or other.text in pair.left.text:
        return None  # both are named on both sides, in another order
    if one.label in _PLACES and other.label in _PLACES:
        # A town and a country may be one place.
        return Kind.PLACE if (one.text.lower() in countries()) == (other.text.lower() in countries()) else None
    return Kind.ACTOR if one.label in _ACTORS and other.label in _ACTORS else None


def _other_number(pair: Pair, one: Name, other: Name) -> bool:
    """Whether the figures differ and no rule of figures has judged them."""
    left, right = _figure(pair.left, one), _figure(pair.right, other)
    if left is not None and right is not None and (number.overlap(left, right) or any(number.find(pair))):
        return False
    value = value_of(one.text.lower())
    return value is None or value != value_of(other.text.lower())


def _figure(statement: Statement, name: Name) -> Quantity | None:
    return next((q for q in statement.quantities if q.span.overlaps(Span(name.start, name.end))), None)


def _same_name(one: str, other: str) -> bool:
    """The same but for spelling, a given name more, or a capital that stands for its country."""
    left, right = one.lower().removeprefix("the "), other.lower().removeprefix("the ")
    shared = {word for word in left.split() if len(word) > 2 and not word[0].isdigit()} & set(right.split())
    country = countries().get(left)
    known = bool(shared) or fuzz.ratio(left, right) >= SPELLED
    known = known or (country is not None and country == countries().get(right))
    return known or same_organisation(_FORM.sub("", one), _FORM.sub("", other))


def _other_time(pair: Pair, one: Name, other: Name) -> bool:
    """Whether both name a weekday, a date or an hour, and not the same."""
    first = next((time for time in pair.left.times if time.span.start < one.end and one.start < time.span.end), None)
    second = next(
        (time for time in pair.right.times if time.span.start < other.end and other.start < time.span.end), None
    )
    if first is None or second is None or _OPEN & {first.modifier, second.modifier}:
        return False
    fields = ("weekday", "hour", "day", "month", "year")
    known = [(getattr(first, field), getattr(second, field)) for field in fields]
    return all((a is None) == (b is None) for a, b in known) and any(a != b for a, b in known)
