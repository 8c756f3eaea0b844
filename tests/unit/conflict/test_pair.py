"""Which of two accounts came first."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from narrator.conflict.pair import Pair, moment, order
from narrator.language.analyse import propositions
from narrator.model.article import When

DAY = date(2021, 3, 4)
NINE = datetime(2021, 3, 4, 9, 0)
UTC = NINE.replace(tzinfo=UTC)
EAST = datetime(2021, 3, 4, 14, 0, tzinfo=timezone(timedelta(hours=5)))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (DAY, date(2021, 3, 5), -1),
        (DAY, DAY, 0),
        (DAY, None, 0),
        (NINE, datetime(2021, 3, 4, 11, 0), 0),
        (NINE, datetime(2021, 3, 4, 15, 0), -1),
        (NINE, DAY, 0),
        (UTC, EAST, 0),
        (UTC, NINE, 0),
    ],
)
def test_order(left: When, right: When, expected: int) -> None:
    assert order((left, right)) == expected
    assert order((right, left)) == -expected


def test_the_order_in_words() -> None:
    sayings = {moment(times) for times in ((DAY, None), (DAY, DAY), (DAY, date(2021, 3, 5)), (date(2021, 3, 5), DAY))}
    assert len(sayings) == 3


def test_a_pair_is_mirrored_with_its_times() -> None:
    left, right = propositions(["The dam broke.", "The dam held."])
    pair = Pair(left, right, (DAY, None))
    assert (pair.mirrored().left, pair.mirrored().times) == (right, (None, DAY))
    assert pair.mirrored().mirrored() == pair


def test_the_gate_leaves_the_slot_in_question_aside() -> None:
    pair = Pair(*propositions(["Anna Berg was arrested in Damascus.", "Paul Ochs was arrested in Moscow."]))
    assert not pair.gated()
    assert pair.gated("place")


def test_hours_with_and_without_a_zone_are_not_said_to_be_near() -> None:
    times = UTC.replace(hour=1), NINE.replace(hour=23)
    assert moment(times) == "published on the same day, at hours that cannot be compared"
