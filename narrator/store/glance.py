"""The list of events for the first frame, read with the standard library alone: the whole library opens afterwards."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from narrator.model.article import When
from narrator.store.times import INSTANT, as_when

# Before the time as given stands its instant, so that the earliest and the latest are found.
_EVENTS = """
    SELECT e.id, e.title, e.origins, e.kinds, e.conflicts, e.unread,
           COUNT(*) AS size,
           COUNT(DISTINCT COALESCE(a.outlet, a.id)) AS outlets,
           MIN(a.instant || a.published) AS first,
           MAX(a.instant || a.published) AS last
    FROM events e JOIN event_articles m ON m.event = e.key JOIN articles a ON a.key = m.article
    GROUP BY e.key
    ORDER BY COALESCE(MAX(a.instant), MAX(a.added)) DESC, e.key DESC
"""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """An event without its articles; the names are those of `EventSummary`."""

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


def glance(path: Path) -> tuple[Glimpse, ...]:
    """The events of the library at `path`, newest first; none where it cannot be read (opening it then says why)."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return tuple(glimpses(connection))
    except sqlite3.Error:
        return ()


def glimpses(connection: sqlite3.Connection) -> Iterator[Glimpse]:
    """The events of an open library by their latest article; undated coverage counts from when it was added."""
    for identity, title, origins, kinds, conflicts, unread, size, outlets, first, last in connection.execute(_EVENTS):
        yield Glimpse(
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
        )
