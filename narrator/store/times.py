"""Points in time as the library keeps them: as given (ISO 8601), and as an instant to sort and search by."""

from datetime import date, datetime

from narrator.model.article import When

INSTANT = len("2018-02-08T09:10:00")
"""Length of `narrator.model.article.instant` in characters."""


def as_when(stored: str | None) -> When:
    """The time that ISO 8601 gives; ten characters are a bare date."""
    if not stored:
        return None
    return datetime.fromisoformat(stored) if len(stored) > 10 else date.fromisoformat(stored)
