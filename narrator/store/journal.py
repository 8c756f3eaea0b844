"""The journal of everything the reader changes: undo and redo add entries to it, nothing is ever taken out.

Each entry holds a row of `bookmarks` or `corrections` as it was before and after. It also names the entries that the next undo
and the next redo turn back as things stand after it; when an entry is turned back, that leads on to where the entry before it
stood.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from sqlite_utils import Database

from narrator.store.database import Connection

Subject = Literal["bookmarks", "corrections"]
Row = Mapping[str, Any]


class Journal:
    """Changes the reader's rows, and turns changes back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, words: str, subject: Subject, row: Row) -> None:
        """Insert a row; it gets the number of its entry as key, so that rows sort as they were made."""
        with self._connection.write() as db:
            entry = _next(db)
            _enter(db, words, subject, entry, {"key": entry, **row}, undo=entry, redo=None)

    def change(self, words: str, subject: Subject, key: int, row: Row | None) -> None:
        """Set a whole row anew, or remove it."""
        with self._connection.write() as db:
            after = None if row is None else {"key": key, **row}
            _enter(db, words, subject, key, after, undo=_next(db), redo=None)

    def undo(self) -> str | None:
        """Turn the last change back; its words, None where there is nothing to undo."""
        return self._turn_back("undo")

    def redo(self) -> str | None:
        """Make the change undone last again; its words, None where there is none or something else was done since."""
        return self._turn_back("redo")

    def _turn_back(self, way: Literal["undo", "redo"]) -> str | None:
        with self._connection.write() as db:
            entry = _next(db)
            last = _entry(db, entry - 1)
            if last is None or last[way] is None:
                return None
            (turned,) = db.query("SELECT * FROM journal WHERE key = ?", (last[way],))
            before = _entry(db, turned["key"] - 1)
            stands = {"undo": entry, "redo": entry, way: before[way] if before else None}
            after = json.loads(turned["before"]) if turned["before"] else None
            _enter(db, turned["words"], turned["subject"], turned["row"], after, **stands)
            return str(turned["words"])


def _enter(
    db: Database, words: str, subject: str, key: int, after: Row | None, *, undo: int | None, redo: int | None
) -> None:
    """Bring a row into its new state and write the entry that says so."""
    before = next(iter(db.query(f"SELECT * FROM {subject} WHERE key = ?", (key,))), None)
    db.execute(f"DELETE FROM {subject} WHERE key = ?", (key,))
    if after is not None:
        db.table(subject).insert(dict(after))
    entry = {
        "key": _next(db),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "words": words,
        "subject": subject,
        "row": key,
        "before": None if before is None else json.dumps(before, ensure_ascii=False),
        "after": None if after is None else json.dumps(after, ensure_ascii=False),
        "undo": undo,
        "redo": redo,
    }
    db.table("journal").insert(entry)


def _next(db: Database) -> int:
    return int(db.execute("SELECT COALESCE(MAX(key), 0) + 1 FROM journal").fetchone()[0])


def _entry(db: Database, key: int) -> dict[str, Any] | None:
    return next(iter(db.query("SELECT * FROM journal WHERE key = ?", (key,))), None)
