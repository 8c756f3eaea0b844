"""The claimed quantities of a comparison: who gives which figure for one thing, what clashes and what goes on from what.

Two figures are of one thing where they answer the same question in one row, where a flagged link sets the one against the
other, or where a link says that the one admits the other. A measure alone ("40 m") asks no question: two of them are of one
thing where they are the same in one row, or linked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from narrator.export.scale import Extent, Scale, Unit, extent, unit_of
from narrator.export.wording import CHAIN, counted
from narrator.model.article import JOIN, Span, by_time
from narrator.model.comparison import Comparison, Kind, Link, Relation
from narrator.model.statement import Quantity, Slot, SlotName, Statement

_COUNTS = (
    SlotName.KILLED,
    SlotName.INJURED,
    SlotName.MISSING,
    SlotName.DETAINED,
    SlotName.DISPLACED,
    SlotName.COUNT,
)
_SAME_THING = frozenset({Relation.SAME, Relation.MORE_SPECIFIC})
_MEASURES = {
    "m": "distance",
    "kg": "weight",
    "m2": "area",
    "m3": "volume",
    "s": "time",
    "m/s": "speed",
    "°C": "temperature",
    "%": "share",
    "pp": "percentage points",
    "W": "power",
    "B": "data",
}

Question = tuple[SlotName, str, str, str, str]
"""Slot, key, occurrence; for a part of a figure what the part is of; unit."""


class Bar(NamedTuple):
    """One account of a figure; `again` counts how often the same teller of the same article repeats it."""

    statement: Statement
    quantity: Quantity
    again: int = 0


class Tie(NamedTuple):
    """A flagged link between two bars, by their numbers from 0; of an update `left` is the earlier."""

    left: int
    right: int
    link: Link


@dataclass(frozen=True, slots=True)
class Figure:
    """The accounts of one quantity, oldest first, and the flagged links between them."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    ties: tuple[Tie, ...]

    @property
    def conflicts(self) -> tuple[Tie, ...]:
        """Figures that cannot both hold."""
        return tuple(tie for tie in self.ties if tie.link.is_conflict)

    @property
    def updates(self) -> tuple[Tie, ...]:
        """Figures that go on from earlier ones."""
        return tuple(tie for tie in self.ties if tie.link.relation is Relation.UPDATE)

    @property
    def amounts(self) -> int:
        """How many different figures are given."""
        return len({(bar.quantity.minimum, bar.quantity.maximum) for bar in self.bars})

    @property
    def written_in(self) -> Unit:
        """The unit to write the values in; what is counted stands in the title."""
        counted = self.unit in ("people", self.bars[0].quantity.category)
        largest = max(bar.quantity.maximum or bar.quantity.minimum for bar in self.bars)
        return Unit(1, "") if counted else unit_of(self.unit, largest)

    @property
    def extents(self) -> tuple[Extent, ...]:
        """What each bar admits, in that unit."""
        return tuple(extent(bar.quantity, self.written_in) for bar in self.bars)

    @property
    def scale(self) -> Scale:
        """The axis for all bars, in that unit."""
        return Scale.of(value for one in self.extents for value in (one.low, one.high))

    @property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """From which bar each goes on, by numbers: of a chain only from one to the next."""
        before: dict[int, set[int]] = defaultdict(set)
        for tie in self.updates:
            before[tie.right].add(tie.left)
        return tuple(
            (left, right)
            for right, lefts in sorted(before.items())
            for left in sorted(lefts - {first for one in lefts for first in before.get(one, ())})
        )


def figures(comparison: Comparison) -> tuple[Figure, ...]:
    """What at least two articles give a figure for, the most contested first: conflicts, updates, different figures."""
    given = [(one, quantity) for one in comparison.statements for quantity in one.quantities]
    groups = _Groups(len(given))
    for left, right in _of_one_thing(comparison, given):
        groups.join(left, right)
    found = [_figure(comparison, [given[number] for number in group]) for group in groups.found()]
    told = [one for one in found if len({bar.statement.article for bar in one.bars}) > 1]
    return tuple(sorted(told, key=_contested))


def place_in_text(statement: Statement, span: Span) -> tuple[int, int]:
    """Where words of the article stand in `Statement.text`; (0, 0) where they do not."""
    shift = 0
    for outer, text in statement.pieces():
        if outer.overlaps(span):
            start, end = max(span.start, outer.start) - outer.start, min(span.end, outer.end) - outer.start
            return start + shift, end + shift
        shift += len(text) + len(JOIN)
    return 0, 0


def clash_words(figure: Figure, number: int) -> str:
    """With which bars a bar clashes, by numbers from 1: "≠ 2,3"; empty where with none."""
    return _numbered(
        "≠", (tie.right if tie.left == number else tie.left for tie in figure.conflicts if number in tie[:2])
    )


def step_words(figure: Figure, number: int) -> str:
    """From which bars the figure of a bar goes on: "⇡ 1"; empty where from none."""
    return _numbered(CHAIN, (left for left, right in figure.steps if right == number))


def _numbered(mark: str, numbers: Iterable[int]) -> str:
    told = ",".join(str(number + 1) for number in sorted(set(numbers)))
    return f"{mark} {told}" if told else ""


def summary(figure: Figure) -> str:
    """The accounts of a figure in a line: "3 accounts · 2 conflicts · 1 update"."""
    conflicts, updates = len(figure.conflicts), len(figure.steps)
    told = [counted(len(figure.bars), "account")]
    told += [counted(conflicts, "conflict")] if conflicts else []
    told += [counted(updates, "update")] if updates else []
    return " · ".join(told)


def _contested(figure: Figure) -> tuple[float | str, ...]:
    outlets = len({bar.statement.article for bar in figure.bars})
    return -len(figure.conflicts), -len(figure.updates), -figure.amounts, -outlets, figure.title, figure.bars[0][0].id


class _Groups:
    """Things that are joined one by one, as groups."""

    def __init__(self, size: int) -> None:
        self._first = list(range(size))

    def _root(self, number: int) -> int:
        while self._first[number] != number:
            number = self._first[number]
        return number

    def join(self, one: int, other: int) -> None:
        """The two, and what they were joined to before, are of one group."""
        first, second = sorted((self._root(one), self._root(other)))
        self._first[second] = first

    def found(self) -> Iterable[Sequence[int]]:
        """The groups, in the order of their first members."""
        groups = defaultdict(list)
        for number in range(len(self._first)):
            groups[self._root(number)].append(number)
        return groups.values()


_Given = Sequence[tuple[Statement, Quantity]]


def _of_one_thing(comparison: Comparison, given: _Given) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of figures that are of one thing."""
    first: dict[object, int] = {}
    numbers: dict[str | int, list[int]] = defaultdict(list)
    for number, (statement, quantity) in enumerate(given):
        numbers[statement.id].append(number)
        for claim in comparison.claim_of.get(statement.id, ()):
            yield first.setdefault((claim.id, _question(statement, quantity) or _value(quantity)), number), number
    for link in comparison.links:
        if link.flagged or (link.kind is Kind.NUMBER and link.relation in _SAME_THING):
            yield from _linked(link, numbers, given)


def _linked(link: Link, numbers: Mapping[str | int, Sequence[int]], given: _Given) -> Iterator[tuple[int, int]]:
    """The figures of one unit that the link marks on both sides."""
    for left in numbers.get(link.left, ()):
        for right in numbers.get(link.right, ()):
            one, other = given[left][1], given[right][1]
            if one.unit == other.unit and _marks(link.left_spans, one) and _marks(link.right_spans, other):
                yield left, right


def _marks(spans: Iterable[Span], quantity: Quantity) -> bool:
    return any(span.overlaps(quantity.span) for span in spans)


def _value(quantity: Quantity) -> object:
    return quantity.unit, quantity.category, quantity.minimum, quantity.maximum


def _slot(statement: Statement, quantity: Quantity) -> Slot | None:
    """The slot that a counted figure fills; a measure fills none that two could share."""
    if quantity.category is None:
        return None
    found = [
        slot
        for slot in statement.slots
        if slot.name in _COUNTS and any(quantity.span.overlaps(one) for one in slot.spans)
    ]
    return min(found, key=lambda slot: _COUNTS.index(slot.name), default=None)


def _question(statement: Statement, quantity: Quantity) -> Question | None:
    slot = _slot(statement, quantity)
    if slot is None:
        return None
    part = (quantity.category or "") if quantity.part else ""
    return slot.name, slot.key, slot.occurrence, part, quantity.unit


def _figure(comparison: Comparison, given: _Given) -> Figure:
    """The bars in order of time, what one teller of an article says again counted only, and what links them."""
    articles = comparison.article_by_id

    def when(one: tuple[Statement, Quantity]) -> tuple[object, ...]:
        return *by_time(articles[one[0].article]), one[0].article, one[1].span

    bars: dict[object, Bar] = {}
    key_of: dict[tuple[str, Span], object] = {}
    for statement, quantity in sorted(given, key=when):
        key = statement.article, statement.narrators, _value(quantity), quantity.qualifier
        key_of[statement.id, quantity.span] = key
        known = bars.get(key)
        bars[key] = known._replace(again=known.again + 1) if known else Bar(statement, quantity)
    number = {key: place for place, key in enumerate(bars)}
    places = {one: number[key] for one, key in key_of.items()}
    shown = tuple(bars.values())
    return Figure(_title(comparison, given), shown[0].quantity.unit, shown, tuple(_ties(comparison, given, places)))


def _ties(comparison: Comparison, given: _Given, places: Mapping[tuple[str, Span], int]) -> Iterator[Tie]:
    """The flagged links between bars, one for two bars and a relation."""
    of: dict[str | int, list[int]] = defaultdict(list)
    for number, (statement, _) in enumerate(given):
        of[statement.id].append(number)
    seen = set()
    for link in comparison.links:
        if not link.flagged:
            continue
        for one, other in _linked(link, of, given):
            left, right = (places[given[end][0].id, given[end][1].span] for end in (one, other))
            mark = (*sorted((left, right)), link.relation)
            if left != right and mark not in seen:
                seen.add(mark)
                yield Tie(left, right, link)


def _title(comparison: Comparison, given: _Given) -> str:
    """What is counted: the slot and its key, as rows are labelled; of a measure what it is, and the row that holds it."""
    questions = Counter(filter(None, (_question(*one) for one in given)))
    if questions:
        name, key, occurrence, part, _ = questions.most_common(1)[0][0]
        words = ["how many" if name is SlotName.COUNT else name.value, key, part]
        words += [occurrence] if occurrence != "main" else []
        return " · ".join(word for word in words if word)
    quantity = given[0][1]
    rows = Counter(claim.label for one, _ in given for claim in comparison.claim_of.get(one.id, ()))
    what = quantity.category or _MEASURES.get(quantity.unit, quantity.unit)
    return " · ".join((what, *(label for label, _ in rows.most_common(1))))
