from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from narrator.model.article import When, instant, timestamp
from narrator.store.times import INSTANT, as_when

KABUL = timezone(timedelta(hours=4, minutes=30))
TIMES: list[tuple[When, str]] = [
    (date(2018, 2, 8), "2018-02-08T00:00:00"),
    (datetime(2018, 2, 8, 2, 15, tzinfo=KABUL), "2018-02-07T21:45:00"),
    (datetime(2018, 2, 8, 9, 10, 30, 500, tzinfo=UTC), "2018-02-08T09:10:30"),
    (datetime(2018, 2, 8, 9, 10), "2018-02-08T09:10:00"),
    (datetime(1, 1, 1, tzinfo=KABUL), "0001-01-01T00:00:00"),
    (datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(-timedelta(hours=3))), "9999-12-31T23:59:59"),
]


@pytest.mark.parametrize(("when", "expected"), TIMES)
def test_instant(when: When, expected: str) -> None:
    assert instant(when) == expected
    assert len(expected) == INSTANT


def test_no_time_has_no_instant() -> None:
    assert instant(None) is None
    assert as_when(None) is None


@pytest.mark.parametrize("when", [when for when, _ in TIMES])
def test_a_time_comes_back_as_it_was_given(when: When) -> None:
    back = as_when(timestamp(when))
    assert back == when
    assert type(back) is type(when)
