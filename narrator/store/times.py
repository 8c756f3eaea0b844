"""Points in time as the library keeps them: as given (ISO 8601), and as an instant to sort and search by."""

from datetime import UTC, date, datetime

from narrator.model.article import When

INSTANT = len("2018-02-08T09:10:00")
"""Length of an instant in characters."""


def instant(when: When) -> str | None:
    """UTC to the second, in a form that sorts as text; a bare date starts its day, a time without zone counts as UTC."""
    if when is None:
        return None
    if not isinstance(when, datetime):
        when = datetime.combine(when, datetime.min.time())
    elif when.tzinfo and date.min < when.date() < date.max:  # at the ends of the calendar the zone cannot be turned
        when = when.astimezone(UTC)
    return when.replace(tzinfo=None).isoformat(timespec="seconds")


def as_when(stored: str | None) -> When:
    """The time that ISO 8601 gives; ten characters are a bare date."""
    if not stored:
        return None
    return datetime.fromisoformat(stored) if len(stored) > 10 else date.fromisoformat(stored)
