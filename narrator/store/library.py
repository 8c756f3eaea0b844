"""Articles and the events that hold them; the way into everything else that the library keeps."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from narrator.errors import NotFoundError
from narrator.model.article import Article, instant, timestamp
from narrator.model.notebook import Event
from narrator.store.analyses import Analyses
from narrator.store.corrections import Corrections
from narrator.store.database import Connection
from narrator.store.glance import Glimpse, Head, glimpse, glimpses, heads
from narrator.store.journal import Journal
from narrator.store.neighbours import nearest
from narrator.store.notebook import Bookmarks
from narrator.store.search import keep_statements, search
from narrator.store.times import as_when
from narrator.store.views import Decided, EventSummary, Group, Hit, Told

_COLUMNS = "a.text, a.title, a.outlet, a.authors, a.published, a.url, a.retrieved, a.language, a.cleaned, a.version"
_OLDEST_FIRST = "a.instant IS NULL, a.instant, a.key"
_NEIGHBOURS = f"""
    SELECT e.id, {_COLUMNS} FROM event_articles m JOIN events e ON e.key = m.event JOIN articles a ON a.key = m.article
    WHERE a.key IN (SELECT value FROM json_each(?)) ORDER BY e.key, {_OLDEST_FIRST}
"""


class Library:
    """Everything that is kept, in the file at `path` (None: in memory). Use it from the thread that opened it."""

    def __init__(self, path: Path | None) -> None:
        self._connection = Connection(path)
        self.analyses = Analyses(self._connection)
        self.journal = Journal(self._connection)
        self.bookmarks = Bookmarks(self._connection, self.journal)
        self.corrections = Corrections(self._connection, self.journal)

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def add(self, groups: Iterable[Group]) -> None:
        """Put new articles into their events, all of them or none; an article that an event holds already stays there."""
        with self._connection.write() as db:
            for group in groups:
                db.execute("INSERT INTO events (id, title) VALUES (?, ?) ON CONFLICT DO NOTHING", group[:2])
                for article in group.articles:
                    _insert(db, article)
                    db.execute(
                        """INSERT INTO event_articles (article, event)
                           SELECT a.key, e.key FROM articles a, events e WHERE a.id = ? AND e.id = ?
                           ON CONFLICT DO NOTHING""",
                        (article.id, group.event),
                    )
                db.execute(
                    "UPDATE events SET unread = 1, origins = NULL, kinds = NULL, conflicts = NULL WHERE id = ?",
                    (group.event,),
                )

    def keep(self, articles: Iterable[Article]) -> None:
        """Store articles that belong to no event, such as those that a bookmark quotes."""
        with self._connection.write() as db:
            for article in articles:
                _insert(db, article)

    def articles(self, ids: Iterable[str]) -> list[Article]:
        """The articles with these ids, in their order; ids that stand for nothing are passed over."""
        wanted = list(ids)
        query = f"SELECT {_COLUMNS} FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))"
        with self._connection.read() as db:
            found = {article.id: article for article in map(_article, db.execute(query, (json.dumps(wanted),)))}
        return [found[one] for one in wanted if one in found]

    def homes(self, ids: Iterable[str]) -> dict[str, str]:
        """Article id to the id of the event that holds it; articles in no event are left out."""
        query = """
            SELECT a.id, e.id FROM articles a JOIN event_articles m ON m.article = a.key JOIN events e ON e.key = m.event
            WHERE a.id IN (SELECT value FROM json_each(?))
        """
        with self._connection.read() as db:
            return dict(db.execute(query, (json.dumps(list(ids)),)).fetchall())

    def neighbours(self, words: Iterable[Iterable[str]]) -> list[tuple[str, Article]]:
        """Event id and article for what may be about the same event as new articles, oldest event first.

        `words` holds the telling words of each new article. Few texts are read for each, however large the library is.
        """
        with self._connection.read() as db:
            keys = sorted({key for telling in words for key in nearest(db, telling)})
            return [(row[0], _article(row[1:])) for row in db.execute(_NEIGHBOURS, (json.dumps(keys),))]

    def events(self) -> tuple[Glimpse, ...]:
        """Every event without its articles, newest first: no text is read."""
        with self._connection.read() as db:
            return tuple(glimpses(db.conn))

    def heads(self, event_id: str) -> tuple[Head, ...]:
        """The articles of an event without their texts, in the order of `event`; none where there is no such event."""
        with self._connection.read() as db:
            return tuple(heads(db.conn, event_id))

    def summary(self, event_id: str) -> EventSummary:
        """The event with its articles; NotFoundError where there is no such event."""
        with self._connection.read() as db:
            found = glimpse(db.conn, event_id)
        if found is None:
            raise _no_event(event_id)
        return _summary(found, self.event(event_id))

    def event(self, event_id: str) -> tuple[Article, ...]:
        """The articles of an event, oldest first and undated last; NotFoundError where there is no such event."""
        query = f"""
            SELECT {_COLUMNS} FROM event_articles m JOIN events e ON e.key = m.event JOIN articles a ON a.key = m.article
            WHERE e.id = ? ORDER BY {_OLDEST_FIRST}
        """
        with self._connection.read() as db:
            articles = tuple(map(_article, db.execute(query, (event_id,))))
        if not articles:
            raise _no_event(event_id)
        return articles

    def decisions(self) -> tuple[Decided, ...]:
        """Every correction that stands, newest first, with the articles whose words it is about."""
        corrections = self.corrections.all()
        quoted = {anchor.article for correction in corrections for anchor in correction.anchors}
        articles = {article.id: article for article in self.articles(quoted)}
        homes = self.homes(articles)
        return tuple(
            Decided(
                correction,
                tuple(articles.get(anchor.article) for anchor in correction.anchors),
                next((homes[anchor.article] for anchor in correction.anchors if anchor.article in homes), None),
            )
            for correction in reversed(corrections)
        )

    def record(self, event_id: str, articles: int, origins: int, kinds: Mapping[str, int], conflicts: int) -> None:
        """Keep what a comparison of the event's `articles` (their number) found, unless others have joined meanwhile."""
        with self._connection.write() as db:
            db.execute(
                """UPDATE events SET origins = ?, kinds = ?, conflicts = ?
                   WHERE id = ? AND ? = (SELECT COUNT(*) FROM event_articles WHERE event = events.key)""",
                (origins, json.dumps(dict(kinds)), conflicts, event_id, articles),
            )

    def keep_statements(self, articles: Iterable[str], told: Iterable[Told]) -> None:
        """Keep who says what in these articles (ids), so that it is found; in place of what was known of it."""
        with self._connection.write() as db:
            keep_statements(db, articles, told)

    def mark_read(self, event_id: str) -> None:
        """The reader has seen the event as it stands; NotFoundError where there is no such event."""
        with self._connection.write() as db:
            if not db.execute("UPDATE events SET unread = 0 WHERE id = ?", (event_id,)).rowcount:
                raise _no_event(event_id)

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        """Full text over notes, articles and statements; see `narrator.store.search`."""
        with self._connection.read() as db:
            return search(db, query, limit)


def _no_event(event_id: str) -> NotFoundError:
    return NotFoundError(f"There is no event “{event_id}” in the library", "`narrator events` lists them")


def _summary(event: Glimpse, articles: Sequence[Article]) -> EventSummary:
    return EventSummary(
        event=Event(event.id, event.title, tuple(article.id for article in articles)),
        articles=tuple(articles),
        outlets=event.outlets,
        origins=event.origins,
        kinds=event.kinds,
        conflicts=event.conflicts,
        unread=event.unread,
    )


def _insert(db: Database, article: Article) -> None:
    values = {
        "id": article.id,
        "outlet": article.outlet,
        "published": timestamp(article.published),
        "instant": instant(article.published),
        "added": instant(datetime.now(UTC)),
        "title": article.title,
        "authors": json.dumps(article.authors, ensure_ascii=False),
        "url": article.url,
        "retrieved": timestamp(article.retrieved),
        "language": article.language,
        "cleaned": article.cleaned,
        "version": article.version,
        "text": article.text,
    }
    db.table("articles").insert(values, ignore=True)


def _article(row: Sequence[Any]) -> Article:
    text, title, outlet, authors, published, url, retrieved, language, cleaned, version = row
    return Article(
        text=text,
        title=title,
        outlet=outlet,
        authors=tuple(json.loads(authors)),
        published=as_when(published),
        url=url,
        retrieved=datetime.fromisoformat(retrieved) if retrieved else None,
        language=language,
        cleaned=cleaned,
        version=version,
    )
