import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.export.scale import Extent, Scale, Unit, amount, extent, number, unit_of
from narrator.model.article import Span
from narrator.model.statement import Qualifier, Quantity

PLAIN = Unit(1, "")


def quantity(low: float, high: float | None, qualifier: Qualifier, approximate: bool = False) -> Quantity:
    return Quantity(Span(0, 1), "x", low, high, qualifier, "people", approximate=approximate)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "approximate", "words"),
    [
        (56, 56, Qualifier.EXACT, False, "56"),
        (20, 30, Qualifier.RANGE, False, "20–30"),
        (35, None, Qualifier.AT_LEAST, False, "≥ 35"),
        (24, None, Qualifier.VAGUE, True, "≥ ~24"),
        (0, 10, Qualifier.AT_MOST, False, "≤ 10"),
        (90, 110, Qualifier.ABOUT, True, "~100"),
        (630_000, 700_000, Qualifier.ABOUT, True, "~700,000"),
    ],
)
def test_what_a_figure_amounts_to(low, high, qualifier, approximate, words):
    assert amount(extent(quantity(low, high, qualifier, approximate), PLAIN), PLAIN) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (0.62, "0.62"), (1250, "1,250"), (145.5e6, "145.5M"), (284e9, "284bn"), (2.5, "2.5"), (3e15, "3,000tn")],
)
def test_numbers_for_people(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("unit", "largest", "symbol"),
    [
        ("s", 90, "s"),
        ("s", 900, "min"),
        ("s", 172_800, "days"),
        ("m", 500, "m"),
        ("m", 8000, "km"),
        ("USD", 1e9, "USD"),
    ],
)
def test_measures_are_written_in_a_unit_that_fits(unit, largest, symbol):
    assert unit_of(unit, largest).symbol == symbol


def test_a_unit_divides():
    day = unit_of("s", 172_800)
    assert amount(extent(quantity(172_800, 172_800, Qualifier.EXACT), day), day) == "2 days"


def test_an_axis_says_where_it_begins():
    assert Scale.of([4, 9, 23]).ticks[0] == 0
    assert Scale.of([4, 9, 23]).note == ""
    near = Scale.of([33, 41])
    assert near.low > 0
    assert near.note == f"scale from {number(near.low)}, not 0"
    assert Scale.of([8, 8.05]).low == 0
    wide = Scale.of([0, 3, 4000])
    assert wide.note == "logarithmic scale"
    assert wide.ticks[0] == 0


@pytest.mark.parametrize("values", [[], [0], [7], [7, 7], [-5, 3], [-9, -9], [float("inf"), 2]])
def test_odd_values_have_an_axis_too(values):
    scale = Scale.of(values)
    assert scale.low < scale.high
    assert all(scale.low <= tick <= scale.high for tick in scale.ticks)


VALUES = st.floats(min_value=-1e6, max_value=1e15, allow_nan=False)


@given(st.lists(VALUES, min_size=1, max_size=8), st.lists(VALUES, min_size=2, max_size=8), st.integers(2, 200))
def test_places_are_monotone_and_within_the_axis(known, asked, width):
    scale = Scale.of(known)
    places = [scale.place(value) for value in sorted([*known, *asked])]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert all(0 <= scale.cell(value, width) < width for value in (*known, *asked))
    assert 2 <= len(scale.ticks) <= 9
    assert list(scale.ticks) == sorted(set(scale.ticks))


@given(st.lists(st.floats(min_value=0, max_value=1e15), min_size=1, max_size=8))
def test_there_is_room_after_every_value(known):
    assert max(known) < Scale.of(known).high


def test_an_extent_keeps_what_is_open():
    assert extent(quantity(0, 10, Qualifier.AT_MOST), PLAIN) == Extent(10, 10, less=True)
    assert extent(quantity(35, None, Qualifier.AT_LEAST), PLAIN) == Extent(35, 35, more=True)
