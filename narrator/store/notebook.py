"""Bookmarks: what the reader keeps, with note, status and tags. Every change goes through the journal."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from narrator.errors import NotFoundError
from narrator.model.article import Span
from narrator.model.codec import decode, encode
from narrator.model.grade import read_grade, regraded
from narrator.model.notebook import Anchor, Bookmark, Status
from narrator.store.database import Connection
from narrator.store.journal import Journal


class Bookmarks:
    """The bookmarks of a library, in the order in which they were made."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def all(self, event: str | None = None) -> tuple[Bookmark, ...]:
        """Every bookmark, or those of one event."""
        query = "SELECT * FROM bookmarks WHERE :event IS NULL OR event = :event ORDER BY key"
        with self._connection.read() as db:
            return tuple(_bookmark(row) for row in db.query(query, {"event": event}))

    def get(self, bookmark_id: str) -> Bookmark:
        """The bookmark with this id; NotFoundError where there is none."""
        return _bookmark(self._row(bookmark_id))

    def __contains__(self, bookmark_id: str) -> bool:
        with self._connection.read() as db:
            return db.table("bookmarks").count_where("id = ?", [bookmark_id]) > 0

    def add(self, bookmark: Bookmark) -> None:
        """Keep a new bookmark."""
        self._journal.add(f"bookmark “{bookmark.label}”", "bookmarks", _columns(bookmark))

    def edit(self, bookmark_id: str, note: str | None, status: Status | None, tags: Sequence[str] | None) -> Bookmark:
        """Change what is given (None leaves it); the bookmark as it is now. NotFoundError where there is none."""
        row = self._row(bookmark_id)
        old = _bookmark(row)
        new = replace(
            old,
            note=old.note if note is None else note,
            status=old.status if status is None else status,
            tags=old.tags if tags is None else tuple(tags),
        )
        return self._keep(row, new)

    def grade(self, bookmark_id: str, number: int, grade: str) -> Bookmark:
        """Give a quotation (from 0) a grade, half of one, or none; NotFoundError, NarratorError for what is no grade."""
        row = self._row(bookmark_id)
        old = _bookmark(row)
        if not 0 <= number < len(old.anchors):
            raise NotFoundError(f"“{old.label}” has no quotation {number + 1}", f"it has {len(old.anchors)}")
        return self._keep(row, old.graded(number, regraded(old.grade_of(number), read_grade(grade))))

    def _keep(self, row: dict[str, Any], new: Bookmark) -> Bookmark:
        old = _bookmark(row)
        changed = [name for name in ("note", "status", "tags", "grades") if getattr(new, name) != getattr(old, name)]
        if changed:
            self._journal.change(f"{', '.join(changed)} of “{old.label}”", "bookmarks", row["key"], _columns(new))
        return new

    def remove(self, bookmark_id: str) -> None:
        """Take a bookmark out of the notebook; NotFoundError where there is none."""
        row = self._row(bookmark_id)
        self._journal.change(f"removal of “{row['label']}”", "bookmarks", row["key"], None)

    def _row(self, bookmark_id: str) -> dict[str, Any]:
        with self._connection.read() as db:
            for row in db.query("SELECT * FROM bookmarks WHERE id = ?", (bookmark_id,)):
                return row
        raise NotFoundError(f"There is no bookmark “{bookmark_id}”", "`narrator bookmarks` lists them")


def _columns(bookmark: Bookmark) -> dict[str, Any]:
    return {
        "id": bookmark.id,
        "event": bookmark.event,
        "label": bookmark.label,
        "relation": bookmark.relation,
        "kind": bookmark.kind,
        "explanation": bookmark.explanation,
        "status": bookmark.status.value,
        "note": bookmark.note,
        "tags": json.dumps(bookmark.tags, ensure_ascii=False),
        "anchors": json.dumps(encode(bookmark.anchors), ensure_ascii=False),
        "tellers": json.dumps(bookmark.tellers, ensure_ascii=False),
        "clashes": json.dumps(bookmark.clashes),
        "grades": json.dumps(bookmark.grades),
        "created": bookmark.created.isoformat(),
    }


def _bookmark(row: dict[str, Any]) -> Bookmark:
    return Bookmark(
        anchors=decode(tuple[Anchor, ...], json.loads(row["anchors"])),
        label=row["label"],
        created=datetime.fromisoformat(row["created"]),
        event=row["event"],
        relation=row["relation"],
        kind=row["kind"],
        explanation=row["explanation"],
        status=Status(row["status"]),
        note=row["note"],
        tags=tuple(json.loads(row["tags"])),
        tellers=tuple(map(tuple, json.loads(row["tellers"]))),
        clashes=decode(tuple[tuple[Span, ...], ...], json.loads(row["clashes"])),
        grades=tuple(json.loads(row["grades"])),
    )
