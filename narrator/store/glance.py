"""The list of events, no text read: with the standard library alone, so that it can stand in the first frame.

The whole library opens afterwards, and lists its events by the same queries.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from narrator.model.article import When, day_of
from narrator.store.times import INSTANT, as_when

FIRST = 60
"""How many events are shown before the library is open: more than a screen holds."""

_NEWEST = "SELECT * FROM events ORDER BY latest DESC, key DESC LIMIT :most"
_ONE = "SELECT * FROM events WHERE id = :event"
# Before the time as given stands its instant, so that the earliest and the latest are found.
_EVENTS = """
    SELECT e.id, e.title, e.origins, e.kinds, e.conflicts, e.unread,
           COUNT(*) AS size,
           COUNT(DISTINCT COALESCE(a.outlet, a.id)) AS outlets,
           json_group_array(DISTINCT a.outlet) AS names,
           MIN(a.instant || a.published) AS first,
           MAX(a.instant || a.published) AS last,
           json_group_array(a.published) AS published
    FROM ({}) e JOIN event_articles m ON m.event = e.key JOIN articles a ON a.key = m.article
    GROUP BY e.key
    ORDER BY e.latest DESC, e.key DESC
"""
_HEADS = """
    SELECT a.id, a.title, a.outlet, a.published, a.url, a.language
    FROM event_articles m JOIN events e ON e.key = m.event JOIN articles a ON a.key = m.article
    WHERE e.id = ? ORDER BY a.instant IS NULL, a.instant, a.key
"""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """An event without its articles; the names are those of `EventSummary`.

    `names` are those of its outlets, `days` those on which its dated articles were published.
    """

    id: str
    title: str
    size: int
    outlets: int
    origins: int | None
    kinds: Mapping[str, int] | None
    conflicts: int | None
    unread: bool
    first_published: When
    last_published: When
    names: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """An article without its text; the names are those of `Article`."""

    id: str
    title: str | None
    outlet: str | None
    published: When
    url: str | None
    language: str | None


class Glance(NamedTuple):
    """What the first frame shows: the newest events, and the articles of one of them."""

    events: tuple[Glimpse, ...] = ()
    event: str | None = None
    articles: tuple[Head, ...] = ()


def glance(path: Path, event: str | None = None) -> Glance:
    """The newest events of the library at `path` and the articles of `event`, where it is among them, else of the newest.

    Nothing where the library cannot be read: opening it then says why.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            events = tuple(glimpses(connection, FIRST))
            here = next((one.id for one in events if one.id == event), events[0].id if events else None)
            return Glance(events, here, tuple(heads(connection, here)) if here else ())
    except sqlite3.Error:
        return Glance()


def glimpses(connection: sqlite3.Connection, most: int = -1) -> Iterator[Glimpse]:
    """The events of an open library by their latest article, at most so many; undated coverage counts from when it was added."""
    return map(_glimpse, connection.execute(_EVENTS.format(_NEWEST), {"most": most}))


def glimpse(connection: sqlite3.Connection, event: str) -> Glimpse | None:
    """One event of an open library; None where there is no such event."""
    return next(map(_glimpse, connection.execute(_EVENTS.format(_ONE), {"event": event})), None)


def heads(connection: sqlite3.Connection, event: str) -> Iterator[Head]:
    """The articles of an event, oldest first and undated last."""
    for identity, title, outlet, published, url, language in connection.execute(_HEADS, (event,)):
        yield Head(identity, title, outlet, as_when(published), url, language)


def _glimpse(row: tuple[Any, ...]) -> Glimpse:
    identity, title, origins, kinds, conflicts, unread, size, outlets, names, first, last, published = row
    known = (day_of(as_when(when)) for when in json.loads(published))
    return Glimpse(
        id=identity,
        title=title,
        size=size,
        outlets=outlets,
        origins=origins,
        kinds=json.loads(kinds) if kinds else None,
        conflicts=conflicts,
        unread=bool(unread),
        first_published=as_when(first and first[INSTANT:]),
        last_published=as_when(last and last[INSTANT:]),
        names=tuple(name for name in json.loads(names) if name),
        days=tuple(day for day in known if day),
    )
