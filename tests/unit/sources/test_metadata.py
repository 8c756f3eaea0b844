"""Dates, names and addresses as files write them."""

from datetime import date, datetime, timedelta, timezone

import pytest

from narrator.sources.metadata import language_code, line, names, web_address, when

DAY = date(2018, 2, 8)


def at(hour: int, minute: int, zone: float | None = None) -> datetime:
    tz = None if zone is None else timezone(timedelta(hours=zone))
    return datetime(2018, 2, 8, hour, minute, tzinfo=tz)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2018-02-08", DAY),
        (DAY, DAY),
        ("8 February 2018", DAY),
        ("February 8, 2018", DAY),
        ("Feb. 8, 2018", DAY),
        ("Thu, 08 Feb 2018", DAY),
        ("2018/02/08", DAY),
        ("2018-02-08 09:10", at(9, 10)),
        ("2018-02-08T09:10:00Z", at(9, 10, 0)),
        ("2018-02-08 09:10:00 UTC", at(9, 10, 0)),
        ("2018-02-08 09:10:00 +0200", at(9, 10, 2)),
        ("2018-02-08T09:10:00-05:30", at(9, 10, -5.5)),
        ("Thu, 08 Feb 2018 09:10:00 +0000", at(9, 10, 0)),
        (at(9, 10, 2), at(9, 10, 2)),
        ("2018-13-45", None),
        ("0001-01-01T00:00:00Z", None),
        (date.min, None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (["2018-02-08"], None),
    ],
)
def test_dates(written: object, meant: date | None) -> None:
    read = when(written)
    assert (type(read), read) == (type(meant), meant)
    if isinstance(read, datetime) and isinstance(meant, datetime):
        assert read.utcoffset() == meant.utcoffset()


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe; John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, John Roe & Ann Poe", ("Jane Doe", "John Roe", "Ann Poe")),
        ("Doe, Jane", ("Doe, Jane",)),
        (["[[Jane Doe]]", {"name": "John Roe"}, 3, None], ("Jane Doe", "John Roe")),
        ({"name": "Jane Doe"}, ("Jane Doe",)),
        ("Jane Doe; Jane Doe", ("Jane Doe",)),
        (None, ()),
        ("", ()),
    ],
)
def test_names(written: object, people: tuple[str, ...]) -> None:
    assert names(written) == people


def test_only_web_addresses_are_addresses() -> None:
    assert web_address(" https://example.org/a ") == "https://example.org/a"
    for other in ("file:///etc/passwd", "javascript:alert(1)", "example.org", "http://", 7, None):
        assert web_address(other) is None


def test_language_tags_are_cut_to_the_language() -> None:
    assert [language_code(tag) for tag in ("en-GB", "DE", "zh_Hant", "english", "", None)] == [
        "en",
        "de",
        "zh",
        None,
        None,
        None,
    ]


def test_values_become_one_safe_line() -> None:
    assert line(" Two\nlines\x1b[31m ") == "Two lines"
    assert line(2018) == "2018"
    assert line(["a list"]) is None
    assert line(" ") is None
