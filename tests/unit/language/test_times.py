"""Times as written and what they mean on the day of publication."""

import subprocess
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from narrator.language.moments import known, scan
from narrator.language.paragraphs import parse
from narrator.language.times import find, resolve
from narrator.model.article import When
from narrator.model.statement import TimeExpression

if TYPE_CHECKING:
    from spacy.language import Language

THURSDAY = datetime(2018, 2, 8, 9, 10)


def one(text: str) -> TimeExpression:
    (expression,) = scan(text)
    return expression


# words, the fields they fix, and the earliest and latest moment for a story of Thursday 8 February 2018
TABLE = [
    ("on Monday", {"weekday": 0}, "02-05 00:00", "02-05 23:59"),
    ("on Thursday", {"weekday": 3}, "02-08 00:00", "02-08 23:59"),
    ("on Friday", {"weekday": 4}, "02-02 00:00", "02-02 23:59"),
    ("last Thursday", {"weekday": 3, "modifier": "last"}, "02-01 00:00", "02-01 23:59"),
    ("last Friday", {"weekday": 4, "modifier": "last"}, "02-02 00:00", "02-02 23:59"),
    ("next Friday", {"weekday": 4, "modifier": "next"}, "02-09 00:00", "02-09 23:59"),
    ("next Thursday", {"weekday": 3, "modifier": "next"}, "02-15 00:00", "02-15 23:59"),
    ("early Monday", {"weekday": 0, "modifier": "early"}, "02-05 00:00", "02-05 08:59"),
    ("late on Tuesday", {"weekday": 1, "modifier": "late"}, "02-06 17:00", "02-06 23:59"),
    ("in the early hours of Friday", {"weekday": 4, "modifier": "early"}, "02-02 00:00", "02-02 08:59"),
    ("Thursday night", {"weekday": 3, "part": "night"}, "02-08 18:00", "02-09 05:59"),
    ("before dawn on Wednesday", {"weekday": 2, "part": "dawn", "modifier": "before"}, "02-07 00:00", "02-07 06:59"),
    ("on Wednesday evening", {"weekday": 2, "part": "evening"}, "02-07 17:00", "02-07 22:59"),
    ("10:40pm on Tuesday", {"weekday": 1, "hour": 22, "minute": 40}, "02-06 22:40", "02-06 22:40"),
    ("Tuesday at around 3 a.m.", {"weekday": 1, "hour": 3, "modifier": "around"}, "02-06 02:30", "02-06 03:30"),
    (
        "around 11am local time on Sunday",
        {"weekday": 6, "hour": 11, "modifier": "around"},
        "02-04 10:30",
        "02-04 11:30",
    ),
    ("10:40pm local time", {"hour": 22, "minute": 40}, "02-07 22:40", "02-08 22:40"),
    ("at 22:40", {"hour": 22, "minute": 40}, "02-07 22:40", "02-08 22:40"),
    ("at noon", {"hour": 12, "part": "noon"}, "02-07 11:45", "02-08 12:15"),
    ("at midnight", {"hour": 0, "part": "night"}, "02-06 23:45", "02-08 00:15"),
    ("yesterday", {"offset_days": -1}, "02-07 00:00", "02-07 23:59"),
    ("yesterday afternoon", {"offset_days": -1, "part": "afternoon"}, "02-07 12:00", "02-07 17:59"),
    ("today", {"offset_days": 0}, "02-08 00:00", "02-08 23:59"),
    ("tonight", {"offset_days": 0, "part": "night"}, "02-08 18:00", "02-09 05:59"),
    ("this morning", {"offset_days": 0, "part": "morning"}, "02-08 05:00", "02-08 11:59"),
    ("last night", {"offset_days": -1, "part": "night"}, "02-07 18:00", "02-08 05:59"),
    ("three days ago", {"offset_days": -3}, "02-05 00:00", "02-05 23:59"),
    ("two weeks ago", {"offset_days": -14}, "01-22 00:00", "01-28 23:59"),
    ("twenty days ago", {"offset_days": -20}, "01-19 00:00", "01-19 23:59"),
    ("several days ago", {"offset_days": -3, "modifier": "around"}, "02-01 00:00", "02-06 23:59"),
    ("weeks ago", {"offset_days": -21, "modifier": "around"}, "01-04 00:00", "02-01 23:59"),
    ("a few weeks ago", {"offset_days": -21, "modifier": "around"}, "01-04 00:00", "02-01 23:59"),
    ("on New Year's Eve", {"month": 12, "day": 31}, "12-31 00:00", "12-31 23:59"),
    ("on Christmas Day", {"month": 12, "day": 25}, "12-25 00:00", "12-25 23:59"),
    ("late on 7 February", {"month": 2, "day": 7, "modifier": "late"}, "02-07 17:00", "02-07 23:59"),
    (
        "11:30pm local time on 7 February",
        {"month": 2, "day": 7, "hour": 23, "minute": 30},
        "02-07 23:30",
        "02-07 23:30",
    ),
    ("last week", {"offset_days": -7, "modifier": "last"}, "01-29 00:00", "02-04 23:59"),
    ("last month", {"offset_days": -30, "modifier": "last"}, "01-01 00:00", "01-31 23:59"),
    ("in the last year", {}, "02-08 00:00", "02-08 23:59"),
    ("over the past week", {}, "02-01 00:00", "02-08 23:59"),
    ("this month", {}, "02-01 00:00", "02-28 23:59"),
    ("over the weekend", {}, "02-03 00:00", "02-04 23:59"),
    ("on the previous day", {"offset_days": -1}, "02-06 00:00", "02-07 23:59"),
    ("on 7 February", {"month": 2, "day": 7}, "02-07 00:00", "02-07 23:59"),
    ("on Jan. 31", {"month": 1, "day": 31}, "01-31 00:00", "01-31 23:59"),
    ("early in January", {"month": 1, "modifier": "early"}, "01-01 00:00", "01-10 23:59"),
]

ABSOLUTE = [
    ("Feb. 8, 2018", date(2018, 2, 8), date(2018, 2, 8)),
    ("8 February 2018", date(2018, 2, 8), date(2018, 2, 8)),
    ("Thursday, February 8, 2018", date(2018, 2, 8), date(2018, 2, 8)),
    ("2018-02-08", date(2018, 2, 8), date(2018, 2, 8)),
    ("in October 2017", date(2017, 10, 1), date(2017, 10, 31)),
    ("late 2017", date(2017, 9, 1), date(2017, 12, 31)),
    ("New Year’s Eve 2015", date(2015, 12, 31), date(2015, 12, 31)),
    ("In this Sept. 30, 2016, file photo", date(2016, 9, 30), date(2016, 9, 30)),
    ("in 1948", date(1948, 1, 1), date(1948, 12, 31)),
]


def stamp(moment: datetime) -> str:
    return f"{moment:%m-%d %H:%M}"


@pytest.mark.parametrize(("text", "fields", "earliest", "latest"), TABLE)
def test_fields_and_meaning(text: str, fields: dict[str, object], earliest: str, latest: str) -> None:
    expression = one(text)
    assert known(expression) == fields
    found = resolve(expression, THURSDAY)
    assert found is not None
    assert (stamp(found.earliest), stamp(found.latest)) == (earliest, latest)
    assert resolve(expression, None) is None


@pytest.mark.parametrize("published", [None, THURSDAY, date(1999, 1, 1)])
@pytest.mark.parametrize(("text", "first", "last"), ABSOLUTE)
def test_absolute_times_need_no_day_of_publication(text: str, first: date, last: date, published: When) -> None:
    found = resolve(one(text), published)
    assert found is not None
    assert (found.earliest.date(), found.latest.date()) == (first, last)


def test_the_year_of_a_day_is_the_nearest_one() -> None:
    december = resolve(one("on Dec. 31"), date(2018, 1, 1))
    september = resolve(one("in September"), date(2018, 2, 8))
    assert december is not None and december.earliest.year == 2017
    assert september is not None and september.earliest.year == 2017


def test_before_and_after_leave_an_end_open() -> None:
    since, until = resolve(one("since Monday"), THURSDAY), resolve(one("until Monday"), THURSDAY)
    assert since is not None and (since.earliest.day, since.latest) == (5, datetime.max)
    assert until is not None and (until.earliest, until.latest.day) == (datetime.min, 5)


def test_what_counts_from_another_day_of_the_text_is_left_open() -> None:
    assert resolve(one("two days later"), THURSDAY) is None
    assert resolve(one("on 30 February"), THURSDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "on 8/2",
        "a 1:15 video",
        "they won 3-1",
        "the night sky",
        "a midnight blue car",
        "the last day of school",
        "it may rain",
        "a long march",
        "some 2000 people",
        "Mondays are dull",
        "the last minute",
        "next to it",
        "a September1 tag",
        "24/7",
        "on Black Friday",
        "two days before the vote",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert scan(text) == ()


def test_two_times_are_two() -> None:
    texts = [expression.text for expression in scan("It fell between October 2017 and April 2018, or on Monday.")]
    assert texts == ["October 2017", "April 2018", "Monday"]


def test_the_half_of_the_day_is_shared() -> None:
    first, second = scan("between 1:30 and 4:00 p.m.")
    assert (first.hour, second.hour) == (13, 16)


def test_a_future_verb_looks_forward(nlp: "Language") -> None:
    text = "Talks ended.\nThe envoys will meet on Friday in the capital."
    (friday,) = [expression for paragraph in parse(nlp, [text])[0] for expression in find(paragraph)]
    assert text[friday.span.start : friday.span.end] == friday.text == "Friday"
    found = resolve(friday, THURSDAY)
    assert found is not None and stamp(found.earliest) == "02-09 00:00"


def test_importing_times_does_not_import_spacy() -> None:
    code = "import sys, narrator.language.times, narrator.language.units; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("published", [datetime.min, datetime.max, date.min, date.max])
@pytest.mark.parametrize(
    "text",
    ["in January", "in December", "on Monday", "next Friday", "yesterday", "last year", "two weeks ago", "tonight"],
)
def test_at_the_ends_of_the_calendar_a_time_is_unknown_or_an_interval(text: str, published: When) -> None:
    found = resolve(one(text), published)
    assert found is None or found.earliest <= found.latest
