"""What the screens say of events, articles, dates, numbers and errors: all that the first frame needs, no comparison."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from narrator.errors import NarratorError
from narrator.model.article import Article, When, day_of

if TYPE_CHECKING:
    from narrator.session import Head, Progress


def outlet(article: "Article | Head") -> str:
    """The outlet's name, or words that say that it is not known."""
    return article.outlet or "unknown outlet"


def language_of(article: "Article | Head") -> str:
    """The article's language, or words that say that it is not known."""
    return article.language or "unknown language"


def day(when: When, hour: bool = False) -> str:
    """`8 Feb 2018`, with the hour where it is known and asked for."""
    date = day_of(when)
    if date is None:
        return "undated"
    text = f"{date.day} {date:%b} {date.year}"
    return f"{text} {when:%H:%M}" if hour and isinstance(when, datetime) else text


def days(first: When, last: When) -> str:
    """A stretch of days: `7–9 Feb 2018`, `30 Jan – 2 Feb 2018`, `8 Feb 2018`."""
    start, end = day_of(first), day_of(last)
    if start is None or end is None or start == end:
        return day(first or last)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{start.day} {start:%b} – {day(end)}" if start.year == end.year else f"{day(start)} – {day(end)}"


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def kinds_in_words(kinds: Mapping[str, int]) -> str:
    """`3 number, 2 label`, the most frequent first."""
    ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in ordered if number)


def in_words(error: BaseException) -> str:
    """What went wrong and what mends it, for people."""
    if isinstance(error, NarratorError):
        return f"{error.message}\n{error.hint}" if error.hint else error.message
    return f"Narrator itself went wrong: {type(error).__name__}: {error}\nYour library is safe; please report this."


def in_a_line(error: NarratorError) -> str:
    """The same in one line."""
    return f"{error.message.rstrip('.')}: {error.hint}." if error.hint else error.message


def kept(reached: "Progress | None") -> str:
    """What is left of long work that was stopped when it had got so far."""
    if reached is not None and reached.what == "analysing":
        return f"Stopped. What was analysed is kept: {reached.done} of {count(reached.total, 'text')}."
    if reached is not None and reached.what == "comparing":
        return "Stopped. What was analysed is kept."
    return "Stopped: nothing was changed."
