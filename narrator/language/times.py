"""Times of a paragraph as written, and what each means on the day of publication."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from narrator.language.moments import UNITS, scan
from narrator.model.article import Span, When, day_of
from narrator.model.statement import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from narrator.language.paragraphs import Paragraph

DAY = timedelta(days=1)
END = time(23, 59, 59)
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_AHEAD = frozenset({"schedule", "plan", "expect", "due", "set", "slate", "intend", "hope", "aim"})

# Hours of the parts of a day, from its midnight; the night goes on into the next day.
PARTS = {
    "dawn": (3, 7),
    "morning": (5, 12),
    "noon": (11, 13),
    "afternoon": (12, 18),
    "evening": (17, 23),
    "night": (18, 30),
}
EARLY, LATE = (0, 9), (17, 24)
"""Hours of "early Monday" and "late on Tuesday"."""


class Interval(NamedTuple):
    """When something happened, in naive local time, both ends included; `assumption` says what the words left open."""

    earliest: datetime
    latest: datetime
    assumption: str


def find(paragraph: "Paragraph") -> list[TimeExpression]:
    """The times of a paragraph in order, disjoint, with offsets in the article."""
    return [_placed(paragraph, expression) for expression in scan(paragraph.text)]


def _placed(paragraph: "Paragraph", expression: TimeExpression) -> TimeExpression:
    span = Span(*(paragraph.start + offset for offset in expression.span))
    ahead = expression.weekday is not None or expression.month is not None
    if ahead and expression.modifier is None and expression.year is None and _is_ahead(paragraph, expression.span):
        return replace(expression, span=span, modifier="next")
    return replace(expression, span=span)


def _is_ahead(paragraph: "Paragraph", span: Span) -> bool:
    """Whether the verb that a time hangs on speaks of the future."""
    tokens = paragraph.doc.char_span(*span, alignment_mode="expand")
    if tokens is None:
        return False
    verb: Token = tokens.root
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if any(child.dep_ == "aux" and child.lower_ in _FUTURE for child in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _AHEAD and verb.head.tag_ in {"VBN", "VBZ", "VBP", "JJ"}


def resolve(expression: TimeExpression, published: When) -> Interval | None:
    """What a time means in an article published then; None where the words need a day of publication and there is none, and
    where it would lie outside the calendar.

    A weekday is the latest one on or before the day of publication, that day included; "last" goes back a week at least
    where the two are the same, a future verb or "next" goes forward. "Before" and "after" leave one end open.
    """
    try:
        days = _days(expression, day_of(published))
        return _interval(expression, *days) if days else None
    except (ValueError, OverflowError):  # beyond the first or the last day that a date can be
        return None


def _interval(expression: TimeExpression, first: date, last: date, assumption: str) -> Interval:
    modifier = expression.modifier
    if expression.hour is not None or expression.part is not None or (first == last and modifier in {"early", "late"}):
        return _within_day(expression, first, last, assumption)
    earliest, latest = datetime.combine(first, time()), datetime.combine(last, END)
    if modifier == "before":
        return Interval(datetime.min, latest, assumption)
    if modifier == "after":
        return Interval(earliest, datetime.max, assumption)
    return Interval(earliest, latest, assumption)


Days = tuple[date, date, str]


def _days(expression: TimeExpression, base: date | None) -> Days | None:
    if expression.month is not None or expression.year is not None:
        return _dated(expression, base)
    if base is None:
        return None
    text = expression.text.lower()
    if expression.weekday is not None:
        return _weekday(expression, base, text)
    unit = next((unit for unit in ("weekend", "week", "month", "year", "decade", "fortnight") if unit in text), None)
    if unit is not None:
        return _unit(expression, base, text, unit)
    if expression.offset_days is None:
        return base - DAY, base, "the words name no day: that of publication or the one before"
    if "following" in text or "later" in text:
        return None
    day = base + expression.offset_days * DAY
    if text.endswith("ago") and expression.modifier == "around":
        return day - 4 * DAY, day + DAY, "counted from the day of publication, a few being up to a week"
    if text.split()[-1] in {"ago", "yesterday", "today", "tonight", "tomorrow"} or expression.part is not None:
        return day, day, "counted from the day of publication"
    return day - DAY, day, "counted from about the day of publication"


def _dated(expression: TimeExpression, base: date | None) -> Days | None:
    year, assumption = expression.year, ""
    month = expression.month
    if year is None:
        if base is None or month is None:
            return None
        year = _year(expression, base, month)
        assumption = "the year nearest to the publication"
    if month is None:
        third = {"early": (1, 4), "around": (4, 9), "late": (9, 12)}.get(expression.modifier or "", (1, 12))
        return date(year, third[0], 1), _last_of(year, third[1]), assumption
    if expression.day is not None:
        try:
            day = date(year, month, expression.day)
        except ValueError:
            return None
        return day, day, assumption
    first, last = date(year, month, 1), _last_of(year, month)
    if expression.modifier == "early":
        last = date(year, month, 10)
    elif expression.modifier == "late":
        first = date(year, month, 20)
    return first, last, assumption


def _year(expression: TimeExpression, base: date, month: int) -> int:
    """The year of a month or day without one: the nearest, what is past counting as twice as near."""
    text = expression.text.lower()
    if "next year" in text or "last year" in text:
        return base.year + (1 if "next" in text else -1)
    day = min(expression.day or 15, 28)
    ahead = expression.modifier == "next"

    def distance(year: int) -> float:
        away = (date(year, month, day) - base).days
        if expression.day is None and abs(away) < 16:
            away = 0
        if ahead or expression.modifier == "last":
            return abs(away) if away == 0 or (away > 0) == ahead else 1000.0
        return away if away > 0 else -away / 2

    return min((base.year - 1, base.year, base.year + 1), key=distance)


def _weekday(expression: TimeExpression, base: date, text: str) -> Days:
    back = (base.weekday() - (expression.weekday or 0)) % 7
    if expression.modifier == "last":
        day, assumption = base - (back or 7) * DAY, "the latest one before the day of publication"
    elif expression.modifier == "next":
        ahead = -back % 7
        day, assumption = (
            base + (ahead or (7 if "next" in text else 0)) * DAY,
            "the next one from the day of publication",
        )
    else:
        day, assumption = base - back * DAY, "the latest one up to the day of publication"
    return day, day, assumption


def _unit(expression: TimeExpression, base: date, text: str, unit: str) -> Days | None:
    """ "last month", "this week", "two weeks ago", "the weekend"."""
    if "later" in text or "following" in text:
        return None
    offset = expression.offset_days or 0
    assumption = "counted from the day of publication"
    if text.endswith(("ago", "earlier", "before", "prior", "previously")):
        slack = UNITS[unit] // 2 * DAY if expression.modifier != "around" else -offset * 2 // 3 * DAY
        return base + offset * DAY - slack, base + offset * DAY + slack, assumption
    if text.endswith(("the last " + unit, "the past " + unit)):
        return base - UNITS[unit] * DAY, base, assumption
    steps = (offset > 0) - (offset < 0)
    if unit == "month":
        months = base.year * 12 + base.month - 1 + steps
        return date(months // 12, months % 12 + 1, 1), _last_of(months // 12, months % 12 + 1), assumption
    if unit in {"year", "decade"}:
        span = 1 if unit == "year" else 10
        year = base.year + steps
        first = year if steps >= 0 else year - span + 1
        return date(first, 1, 1), date(max(first, year), 12, 31), assumption
    monday = base - base.weekday() * DAY
    if unit in {"week", "fortnight"}:
        return monday + steps * 7 * DAY, monday + (steps * 7 + 6) * DAY, assumption
    saturday = monday + (5 if base.weekday() > 4 or "this" in text or steps > 0 else -2) * DAY
    if steps < 0 and base.weekday() > 4:
        saturday -= 7 * DAY
    return saturday, saturday + DAY, "the weekend nearest to the publication"


def _last_of(year: int, month: int) -> date:
    return (date(year, month, 28) + 4 * DAY).replace(day=1) - DAY


def _within_day(expression: TimeExpression, first: date, last: date, assumption: str) -> Interval:
    """Narrows days to hours."""
    start, end = datetime.combine(first, time()), datetime.combine(last, time())
    modifier, hour = expression.modifier, expression.hour
    if hour is not None:
        slack = timedelta(minutes=30 if modifier == "around" else 0 if expression.minute is not None else 15)
        moment = timedelta(hours=hour, minutes=expression.minute or 0)
        if expression.part == "night" and hour == 0 and expression.weekday is not None:
            end += DAY  # "midnight on Tuesday" is either end of it
        earliest, latest = start + moment - slack, end + moment + slack
    else:
        begins, ends = PARTS[expression.part] if expression.part else EARLY if modifier == "early" else LATE
        earliest, latest = start + timedelta(hours=begins), end + timedelta(hours=ends, seconds=-1)
    if modifier == "before":
        earliest = start
        if hour is None and expression.part is not None:
            latest = end + timedelta(hours=PARTS[expression.part][1], seconds=-1)
    elif modifier == "after":
        earliest = earliest if hour is None else start + timedelta(hours=hour, minutes=expression.minute or 0)
        latest = end + timedelta(hours=max(24, PARTS[expression.part][1] if expression.part else 24), seconds=-1)
    return Interval(earliest, latest, assumption)
