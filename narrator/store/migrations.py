"""The schema, step by step. A released step never changes; a new one is added below and `VERSION` raised."""

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x4E415252
"""Marks a SQLite file as a Narrator library ("NARR")."""

VERSION = 4
"""Number of steps, kept in the file's user_version."""

TOKENIZE = "porter unicode61 remove_diacritics 2"

migrations = Migrations("narrator")


def _forget(change: str, row: str) -> str:
    """What was found in an event holds for the corrections it was found with; an anchor's first item is its article."""
    return f"""
        CREATE TRIGGER corrections_{change.lower()} AFTER {change} ON corrections BEGIN
            UPDATE events SET origins = NULL, kinds = NULL, conflicts = NULL WHERE key IN (
                SELECT m.event FROM json_each({row}.anchors) q
                JOIN articles a ON a.id = json_extract(q.value, '$[0]') JOIN event_articles m ON m.article = a.key
            );
        END;"""


@migrations()
def m001_library(db: Database) -> None:
    """Articles, their analyses and events; bookmarks, corrections and the journal of both."""
    db.executescript(f"""
        PRAGMA application_id = {APPLICATION_ID};

        CREATE TABLE articles (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            outlet TEXT,
            published TEXT,
            instant TEXT,
            added TEXT NOT NULL,
            title TEXT,
            authors TEXT NOT NULL,
            url TEXT,
            retrieved TEXT,
            language TEXT,
            cleaned INTEGER NOT NULL,
            version TEXT NOT NULL,
            text TEXT NOT NULL
        );
        CREATE INDEX articles_by_instant ON articles (instant);

        CREATE TABLE analyses (
            text_sha256 TEXT PRIMARY KEY,
            maker TEXT NOT NULL,
            data BLOB NOT NULL
        );

        CREATE TABLE events (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            unread INTEGER NOT NULL DEFAULT 1,
            origins INTEGER,
            kinds TEXT,
            conflicts INTEGER
        );
        CREATE TABLE event_articles (
            article INTEGER PRIMARY KEY REFERENCES articles (key),
            event INTEGER NOT NULL REFERENCES events (key)
        );
        CREATE INDEX event_articles_by_event ON event_articles (event);

        CREATE TABLE bookmarks (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            event TEXT REFERENCES events (id),
            label TEXT NOT NULL,
            relation TEXT,
            kind TEXT,
            explanation TEXT NOT NULL,
            status TEXT NOT NULL,
            note TEXT NOT NULL,
            tags TEXT NOT NULL,
            anchors TEXT NOT NULL,
            tellers TEXT NOT NULL,
            created TEXT NOT NULL
        );
        CREATE TABLE corrections (
            key INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            anchors TEXT NOT NULL,
            value TEXT NOT NULL,
            created TEXT
        );
        {_forget("INSERT", "new")}
        {_forget("DELETE", "old")}

        CREATE TABLE journal (
            key INTEGER PRIMARY KEY,
            made TEXT NOT NULL,
            words TEXT NOT NULL,
            subject TEXT NOT NULL CHECK (subject IN ('bookmarks', 'corrections')),
            row INTEGER NOT NULL,
            before TEXT,
            after TEXT,
            undo INTEGER REFERENCES journal (key),
            redo INTEGER REFERENCES journal (key)
        );
        CREATE TRIGGER journal_stands BEFORE UPDATE ON journal
            BEGIN SELECT RAISE (ABORT, 'the journal is never rewritten'); END;
        CREATE TRIGGER journal_stays BEFORE DELETE ON journal
            BEGIN SELECT RAISE (ABORT, 'the journal is never shortened'); END;
    """)
    db.table("articles").enable_fts(["title", "text"], create_triggers=True, tokenize=TOKENIZE)
    db.table("bookmarks").enable_fts(["label", "note", "tags"], create_triggers=True, tokenize=TOKENIZE)


@migrations()
def m002_grades(db: Database) -> None:
    """Bookmarks keep the clashing words of their link and the reader's grades."""
    for column in ("clashes", "grades"):
        db.execute(f"ALTER TABLE bookmarks ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]'")


@migrations()
def m003_tellers(db: Database) -> None:
    """Corrections keep who told what they are about."""
    db.execute("ALTER TABLE corrections ADD COLUMN tellers TEXT NOT NULL DEFAULT '[]'")


@migrations()
def m004_glance(db: Database) -> None:
    """Events by their latest coverage, so that the first ones are found without the others; who says what, for searching."""
    db.executescript("""
        ALTER TABLE events ADD COLUMN latest TEXT NOT NULL DEFAULT '';
        UPDATE events SET latest = (
            SELECT COALESCE(MAX(a.instant), MAX(a.added), '')
            FROM event_articles m JOIN articles a ON a.key = m.article WHERE m.event = events.key
        );
        CREATE INDEX events_by_latest ON events (latest, key);
        CREATE TRIGGER event_articles_insert AFTER INSERT ON event_articles BEGIN
            UPDATE events SET latest = (
                SELECT COALESCE(MAX(a.instant), MAX(a.added))
                FROM event_articles m JOIN articles a ON a.key = m.article WHERE m.event = new.event
            ) WHERE key = new.event;
        END;

        CREATE TABLE statements (
            article INTEGER NOT NULL REFERENCES articles (key),
            start INTEGER NOT NULL,
            stop INTEGER NOT NULL,
            tellers TEXT NOT NULL,
            PRIMARY KEY (article, start, stop)
        ) WITHOUT ROWID;
    """)
