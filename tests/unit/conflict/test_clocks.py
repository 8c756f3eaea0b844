"""Clock times: in which zone, open at one end, and nights that run into the next day."""

from collections.abc import Callable
from datetime import date

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
DAY = date(2021, 3, 6)
QUAKE = "The rocket hit the depot {}."

COMPATIBLE = [
    ("at 4 p.m. GMT", "at 7 p.m. Moscow time"),
    ("at 9:30 a.m. EST", "at 2:30 p.m. GMT"),
    ("at 8 p.m. local time", "at 2 p.m. GMT"),
    ("at 8 p.m.", "at 2 p.m. GMT"),
    ("at 7:40 a.m.", "shortly before 8 a.m."),
    ("on Tuesday night", "early on Wednesday"),
]


@pytest.mark.parametrize("published", [(), (DAY, DAY)])
@pytest.mark.parametrize(("left", "right"), COMPATIBLE)
def test_times_that_can_be_one_do_not_clash(link: Relate, left: str, right: str, published: tuple[date, ...]) -> None:
    assert not link(QUAKE.format(left), QUAKE.format(right), *published).flagged


APART = [
    ("at 4 p.m. GMT", "at 7 p.m. GMT"),
    ("at 10 a.m.", "shortly before 8 a.m."),
    ("on Tuesday night", "early on Thursday"),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_times_that_cannot_be_one_clash(link: Relate, left: str, right: str) -> None:
    found = link(QUAKE.format(left), QUAKE.format(right), DAY, DAY)
    assert (found.kind, found.flagged) == ("time", True)
