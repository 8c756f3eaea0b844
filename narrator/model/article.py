"""An article as Narrator keeps it, and offsets into its text."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple, cast

When = datetime | date | None
"""A point in time; a bare date means that the hour is unknown, None that nothing is known."""

JOIN = " … "
"""Between the parts of a text that is not one run of characters."""


class Span(NamedTuple):
    """Half-open range of Unicode code points, `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


def digest(*parts: str) -> str:
    """First 12 hexadecimal digits of the SHA-256 of the parts, kept apart by a character no text holds."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of coverage; `text` is the body without the headline and never changes after it was read.

    `cleaned` counts the characters that `narrator.sources` removed from the body because they could act on a terminal.
    `version` is empty for the first text known at a URL; a later one has the first 8 hexadecimal digits of its SHA-256 there.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: When = None
    url: str | None = None
    retrieved: datetime | None = None
    language: str | None = None
    cleaned: int = 0
    version: str = ""
    id: str = field(init=False, compare=False)
    text_sha256: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        set_once = object.__setattr__
        authors = cast("str | Iterable[str]", self.authors)
        set_once(self, "authors", (authors,) if isinstance(authors, str) else tuple(authors))
        identity = (self.url,) if self.url else (self.outlet or "", self.title or "", self.text)
        set_once(self, "id", digest(*identity, *filter(None, (self.version,))))
        set_once(self, "text_sha256", hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest())

    def as_version(self) -> "Article":
        """The same article with an id of its own, for when its URL is known with another text."""
        return replace(self, version=self.text_sha256[:8])

    def to_dict(self) -> dict[str, Any]:
        """The article without its text, as JSON values."""
        return {
            "id": self.id,
            "outlet": self.outlet,
            "title": self.title,
            "authors": list(self.authors),
            "published": timestamp(self.published),
            "url": self.url,
            "retrieved": timestamp(self.retrieved),
            "language": self.language,
            "text_sha256": self.text_sha256,
            "cleaned": self.cleaned,
        }

    def quote(self, spans: tuple[Span, ...]) -> str:
        """The verbatim words of `spans`, joined by an ellipsis where they are apart."""
        return quote(self.text, spans)


def quote(text: str, spans: tuple[Span, ...]) -> str:
    """The verbatim words of `spans` of `text`, joined by an ellipsis where they are apart."""
    return JOIN.join(text[start:end] for start, end in spans)


def timestamp(when: When) -> str | None:
    """ISO 8601, or None."""
    return when.isoformat() if when is not None else None


def instant(when: When) -> str | None:
    """UTC to the second, in a form that sorts as text; a bare date starts its day, a time without zone counts as UTC."""
    if when is None:
        return None
    if not isinstance(when, datetime):
        when = datetime.combine(when, time())
    elif when.tzinfo and date.min < when.date() < date.max:  # at the ends of the calendar the zone cannot be turned
        when = when.astimezone(UTC)
    return when.replace(tzinfo=None).isoformat(timespec="seconds")


def by_time(article: Article) -> tuple[bool, str]:
    """Sort key: articles in the order in which they were published, undated ones last."""
    return article.published is None, instant(article.published) or ""


def day_of(when: When) -> date | None:
    """The calendar day of a point in time, in its own time zone."""
    return when.date() if isinstance(when, datetime) else when
