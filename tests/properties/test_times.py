"""Times: no text breaks the reading, and what is resolved is an interval."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from narrator.language.moments import MONTHS, WEEKDAYS, known, scan
from narrator.language.times import resolve
from narrator.model.statement import TimeExpression

WORDS = """
early late on at the of last next this before after around Monday Thursday night dawn noon midnight 3 a.m. 10:40pm 7 31 February
May Sept. 2017 2018-02-30 week month year weekend ago two days earlier yesterday tonight , and
"""
words = st.sampled_from(WORDS.split())
texts = st.text(max_size=100) | st.lists(words, max_size=10).map(" ".join)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(texts)
def test_times_are_ordered_disjoint_and_verbatim(text: str) -> None:
    end = 0
    for expression in scan(text):
        assert end <= expression.span.start < expression.span.end <= len(text)
        assert text[expression.span.start : expression.span.end] == expression.text
        end = expression.span.end


@given(texts, days | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)) | st.none())
def test_every_time_resolves_to_an_interval_or_not_at_all(text: str, published: date | None) -> None:
    for expression in scan(text):
        found = resolve(expression, published)
        assert found is None or found.earliest <= found.latest


@given(days)
def test_written_dates_are_read_back(day: date) -> None:
    month = next(name for name, index in MONTHS.items() if index == day.month).title()
    long = f"{day:%B}"
    assert long.startswith(month)
    for text in (f"{day.day} {long} {day.year}", f"{long} {day.day}, {day.year}", day.isoformat()):
        (expression,) = scan(text)
        found = resolve(expression, None)
        assert found is not None
        assert found.earliest.date() == found.latest.date() == day


@given(days, st.sampled_from(sorted(WEEKDAYS.values())))
def test_a_weekday_is_one_of_the_seven_days_up_to_the_publication(published: date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    (expression,) = scan(f"on {name}")
    assert known(expression) == {"weekday": weekday}
    found = resolve(expression, published)
    assert found is not None
    assert found.earliest.weekday() == weekday
    assert 0 <= (published - found.earliest.date()).days < 7


def test_an_expression_without_fields_is_a_day_around_the_publication() -> None:
    (expression,) = scan("this week")
    assert known(expression) == {}
    assert isinstance(expression, TimeExpression)


@given(texts, st.dates() | st.datetimes())
def test_the_ends_of_the_calendar_break_nothing(text: str, published: date) -> None:
    for expression in scan(text):
        for day in (published, date.min, date.max, datetime.min, datetime.max):
            found = resolve(expression, day)
            assert found is None or found.earliest <= found.latest
