"""Clock times as written: which can be compared, and which two are apart."""

import re
from datetime import timedelta

from narrator.model.statement import TimeExpression

ROUND = timedelta(minutes=5)
"""Within which a round clock time admits another."""

EARLY_HOURS = 7
"""A night goes on until this hour of the next day."""

_HALF = re.compile(r"^(?:[ap]\.?m\.?|hours|hrs)$", re.IGNORECASE)
_ZONE = re.compile(
    r"\b(?:[A-Z][\w.]+ (?:(?:[Ss]tandard|[Dd]aylight|[Ss]ummer) )?|local )[Tt]ime\b|\blocal\b|\b[A-Z]{2,4}\b"
)


def zone(time: TimeExpression) -> str:
    """The words for the zone that a clock time is given in, in lower case; empty where there are none."""
    return " ".join(found.lower() for found in _ZONE.findall(time.text) if not _HALF.match(found))


def are_of_one_zone(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two hours can be compared: by the same words for a zone, or by none."""
    return one.hour is None or other.hour is None or zone(one) == zone(other)


def meet_at_night(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether one is the night that ends in the early hours which the other names: "Sunday night", "early on Monday"."""
    return _runs_into(one, other) or _runs_into(other, one)


def _runs_into(night: TimeExpression, day: TimeExpression) -> bool:
    late = night.part in {"night", "evening"} or night.modifier == "late" or (night.hour or 0) >= 24 - EARLY_HOURS
    early = (
        day.modifier == "early" or day.part in {"dawn", "night"} or (day.hour is not None and day.hour < EARLY_HOURS)
    )
    if not late or not early:
        return False
    if night.weekday is not None and day.weekday is not None:
        return (day.weekday - night.weekday) % 7 == 1
    return night.weekday is None and day.weekday is None and night.day is not None and day.day == night.day + 1


def clocks_apart(left: TimeExpression, right: TimeExpression) -> bool:
    """Without dates two weekdays, or two clock times, can still be compared; "before" and "after" leave one end open."""
    if left.weekday is not None and right.weekday is not None and left.weekday != right.weekday:
        return not meet_at_night(left, right)
    if left.hour is None or right.hour is None or "around" in (left.modifier, right.modifier):
        return False
    if not are_of_one_zone(left, right):
        return False
    (first, last), (begins, ends) = _open(left), _open(right)
    return begins - last > ROUND or first - ends > ROUND


def _open(time: TimeExpression) -> tuple[timedelta, timedelta]:
    """From when to when, as times of one day."""
    clock = timedelta(hours=time.hour or 0, minutes=time.minute or 0)
    first = timedelta() if time.modifier == "before" else clock
    return first, timedelta(days=1) if time.modifier == "after" else clock
