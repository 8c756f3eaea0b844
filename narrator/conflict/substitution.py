"""Near-copies that differ in one place: another figure, another name, another word of a set.

Traps: a name spelled otherwise, shortened or replaced by its country; a figure rounded or within the other's bounds; names and
figures that both sides have, in another order; what one side negates ("not in Bergen" and "in Oslo" can both be true).
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from narrator.conflict import figures as figure_rules
from narrator.conflict import number
from narrator.conflict.clocks import are_of_one_zone, meet_at_night
from narrator.conflict.copies import Copies, Edit, Word, copies, moved, negates
from narrator.conflict.intervals import overlap
from narrator.conflict.lexicon import names, sets
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.numerals import value_of
from narrator.language.people import folded, given_names
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Name, Qualifier, Quantity, Statement, TimeExpression
from narrator.parties.lexicon import countries, titles
from narrator.parties.names import same_organisation

SPELLED = 75.0
"""rapidfuzz `ratio` (0-100) of two names from which they are one name spelled in two ways."""

LONGEST = 4
"""Words of a replaced run that still name one thing."""

_CODE = re.compile(r"([a-z]+)-?(\d+)")
"""A name that ends in a number: "q3", "flight-12"."""

_FIGURE = re.compile(r"[$£€]?(\d[\d,]*(?:\.\d+)?)(?:%|bn|[mk]|-?[a-z]+)?")
_ORDERS = frozenset(
    ["left", "right", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_FORM = re.compile(r",?\s+(?:Co|Corp|Inc|Ltd|LLC|PLC|AG|SA|Group)\.?$", re.IGNORECASE)
_OPEN = frozenset({"around", "before", "after"})
_ACTORS = frozenset({"PERSON", "ORG", "NORP"})
_TIMES = frozenset({"DATE", "TIME"})

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
WORD = Rule(
    "substitution.word",
    Relation.CONTRADICTS,
    None,
    "otherwise the same words.",
    "Two words for one thing, or another difference in the words around them.",
)
RULES = (*NAMED.values(), WORD)

Clash = tuple[Kind | None, Span, Span, str, str]


def find(pair: Pair) -> Iterator[Finding]:
    """The exchanged runs of two near-copies that hold a figure, a time, a name or a word of a set on both sides."""
    found = copies(pair)
    if found is None or _negates_more(found):
        return
    for edit in found.edits:
        if edit.left and edit.right and max(len(edit.left), len(edit.right)) <= LONGEST:
            clash = _figures(pair, edit) or _codes(edit) or _names(pair, found, edit) or _words(found, edit)
            if clash is not None and clash[0] is Kind.TIME and _may_meet(pair, clash):
                continue
            if clash is not None:
                kind, one, other, *shown = clash
                rule = WORD if kind is None else NAMED[kind]
                yield Finding(rule, 0.35 + 0.45 * found.ratio, (one,), (other,), (shown[0], shown[1]))


def _negates_more(found: Copies) -> bool:
    sides = zip(*((edit.left, edit.right) for edit in found.edits), strict=True)
    return len({sum(negates(word.text) for run in side for word in run) for side in sides}) > 1


def _figures(pair: Pair, edit: Edit) -> Clash | None:
    """Two figures of one place that no rule of figures or times has judged."""
    alone = len(edit.left) == len(edit.right) == 1
    one, other = (
        [(value, word) for word in side if (value := _value(word.text, alone)) is not None]
        for side in (edit.left, edit.right)
    )
    if not one or not other or {value for value, _ in one} & {value for value, _ in other}:
        return None
    (first, left), (second, right) = one[0], other[0]
    times = _time(pair.left, left.span), _time(pair.right, right.span)
    if times[0] is not None and times[1] is not None:
        return (Kind.TIME, left.span, right.span, left.text, right.text) if _other_time(*times) else None
    figures = _quantity(pair.left, left.span), _quantity(pair.right, right.span)
    if figures[0] is not None and figures[1] is not None and not figure_rules.may_meet(pair, figures[0], figures[1]):
        return None
    ranges = all(figure is not None and figure.qualifier is Qualifier.RANGE for figure in figures)
    if figures[0] is not None and figures[1] is not None and overlap(figures[0], figures[1]) and not ranges:
        return None
    judged = not ranges and any(
        left.span.overlaps(a) and right.span.overlaps(b)
        for finding in number.find(pair)
        for a in finding.left_spans
        for b in finding.right_spans
    )
    return None if judged or _rounded(first, second) else (Kind.NUMBER, left.span, right.span, left.text, right.text)


def _codes(edit: Edit) -> Clash | None:
    for one, other in zip(edit.left, edit.right, strict=False):
        found = _CODE.fullmatch(one.text), _CODE.fullmatch(other.text)
        if found[0] and found[1] and found[0][1] == found[1][1] and int(found[0][2]) != int(found[1][2]):
            return (Kind.NUMBER, one.span, other.span, one.text, other.text)
    return None


def _value(word: str, alone: bool) -> float | None:
    """The figure that a word is; "one" is a figure only where another stands in its place."""
    figure = _FIGURE.fullmatch(word)
    if figure is None:
        return value_of(word) if alone or word != "one" else None
    return float(figure[1].replace(",", ""))


def _rounded(one: float, other: float) -> bool:
    """Whether one figure is the other with fewer decimals."""
    return any(round(a, decimals) == b for a, b in ((one, other), (other, one)) for decimals in (0, 1) if a != int(a))


def _quantity(statement: Statement, span: Span) -> Quantity | None:
    return next((quantity for quantity in statement.quantities if quantity.span.overlaps(span)), None)


def _may_meet(pair: Pair, clash: Clash) -> bool:
    """Whether the clock times or nights that two words belong to can be one."""
    one, other = _time(pair.left, clash[1]), _time(pair.right, clash[2])
    if one is None or other is None:
        return False
    return not are_of_one_zone(one, other) or meet_at_night(one, other)


def _time(statement: Statement, span: Span) -> TimeExpression | None:
    return next((time for time in statement.times if time.span.overlaps(span)), None)


def _other_time(first: TimeExpression | None, second: TimeExpression | None) -> bool:
    """Whether both name a weekday, a date or an hour, and not the same."""
    if first is None or second is None or _OPEN & {first.modifier, second.modifier}:
        return False
    if not are_of_one_zone(first, second) or meet_at_night(first, second):
        return False
    fields = ("weekday", "hour", "day", "month", "year")
    known = [(getattr(first, field), getattr(second, field)) for field in fields]
    return all((a is None) == (b is None) for a, b in known) and any(a != b for a, b in known)


def _names(pair: Pair, found: Copies, edit: Edit) -> Clash | None:
    one, other = _name(edit.left, pair.left), _name(edit.right, pair.right)
    if one is None or other is None or not {one.label, other.label} <= _PLACES | _ACTORS | _TIMES:
        return _proper(pair, found, edit)
    if _same_name(one.text, other.text):
        # "Oak Street" and "Elm Street" share a word; "Jack Berg" and "John Berg" may be one.
        within = one.label != "PERSON" or one.end <= edit.left[-1].span.end + len("'s")
        return _proper(pair, found, edit, {one.label, other.label} <= _PLACES) if within else None
    spans = Span(one.start, one.end), Span(other.start, other.end)
    if one.label in _TIMES and other.label in _TIMES:
        times = _time(pair.left, spans[0]), _time(pair.right, spans[1])
        return (Kind.TIME, *spans, one.text, other.text) if _other_time(*times) else None
    if any(moved(found, left, right) for left in edit.left for right in edit.right):
        return None  # both are named on both sides, in another order
    if one.label in _PLACES and other.label in _PLACES:
        # A town may lie in the region or the country, a building in the town.
        of_one_size = _size(one.text) == _size(other.text) and (one.label == "FAC") == (other.label == "FAC")
        return (Kind.PLACE, *spans, one.text, other.text) if of_one_size else None
    parties = one.label in _ACTORS and other.label in _ACTORS and not _one_person(one.text, other.text)
    return (Kind.ACTOR, *spans, one.text, other.text) if parties else None


def _proper(pair: Pair, found: Copies, edit: Edit, places: bool = False) -> Clash | None:
    """One proper noun for another, of names that are not labelled alike or share their other words."""
    if len(edit.left) != 1 or len(edit.right) != 1 or not (edit.left[0].name and edit.right[0].name):
        return None
    (one,), (other,) = edit.left, edit.right
    told = pair.left.words(one.span), pair.right.words(other.span)
    if moved(found, one, other) or _same_name(*told):
        return None
    if {one.text, other.text} & titles() or one.text.endswith(other.text) or other.text.endswith(one.text):
        return None
    return (Kind.PLACE if places else Kind.ACTOR, one.span, other.span, *told)


def _one_person(one: str, other: str) -> bool:
    """Whether one may be a person's given name and the other the surname."""
    given = [folded(name) in given_names() for name in (one, other)]
    return given[0] != given[1]


def _name(run: tuple[Word, ...], statement: Statement) -> Name | None:
    """The named thing that a run of words consists of, but for a word beside it."""
    for name in statement.names:
        inside = sum(name.start < word.span.end and word.span.start < name.end for word in run)
        if inside and len(run) - inside <= 1:
            return name
    return None


def _size(name: str) -> str:
    """The kind of a place as far as it is known, of which none lies within another."""
    plain = name.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s")
    return "country" if plain in countries() else "region" if plain in names("regions.txt") else "town"


def _same_name(one: str, other: str) -> bool:
    """The same but for spelling, a given name more, or a capital that stands for its country."""
    left, right = (name.lower().removeprefix("the ").replace(".", "") for name in (one, other))
    shared = {word for word in left.split() if len(word) > 2 and not word[0].isdigit()} & set(right.split())
    short, long = sorted((left, right), key=len)
    country = countries().get(left)
    known = bool(shared) or fuzz.ratio(left, right) >= SPELLED or (len(short) > 2 and long.startswith(short))
    known = known or (country is not None and country == countries().get(right)) or short == _initials(long)
    return known or same_organisation(_FORM.sub("", one), _FORM.sub("", other))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _words(found: Copies, edit: Edit) -> Clash | None:
    """Two words of a set of which one at most holds, neither of them elsewhere on the other side."""
    for one in edit.left:
        for other in edit.right:
            if moved(found, one, other):
                continue
            if _ORDERS & {one.text, other.text} and all(after is not None and after.lemma for after in edit.after):
                continue  # "the left engine", "the second quarter": two things
            for kind, place in _sets(one):
                if kind == Kind.NUMBER and len(edit.left) + len(edit.right) > 2:
                    continue  # "seven days", "a week"
                if any(place[0] == at[0] and place[1] != at[1] for _, at in _sets(other)):
                    return (Kind(kind) if kind else None, one.span, other.span, one.text, other.text)
    return None


def _sets(word: Word) -> Iterator[tuple[str, tuple[int, int]]]:
    for form in dict.fromkeys((word.text, word.lemma)):
        yield from sets().get(form, ())
