"""The library file: opened, checked, brought up to date; SQLite's complaints put into words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from narrator.errors import LibraryError
from narrator.store.migrations import APPLICATION_ID, VERSION, migrations

BUSY_TIMEOUT = 10_000
"""Milliseconds to wait for another program that is writing."""

_ELSEWHERE = "or set NARRATOR_HOME to another directory"
_REASONS = {
    sqlite3.SQLITE_BUSY: ("is in use by another program", "close it and try again"),
    sqlite3.SQLITE_LOCKED: ("is in use by another program", "close it and try again"),
    sqlite3.SQLITE_PERM: ("may not be opened", f"check its permissions, {_ELSEWHERE}"),
    sqlite3.SQLITE_READONLY: ("cannot be written", f"check the permissions of the file and its folder, {_ELSEWHERE}"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", f"check that it is a file and may be written, {_ELSEWHERE}"),
    sqlite3.SQLITE_IOERR: ("could not be read or written", "check the disk"),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "make room and try again"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", f"restore it from a copy, {_ELSEWHERE}"),
    sqlite3.SQLITE_NOTADB: ("is not a library", f"move it away, {_ELSEWHERE}"),
}


class Connection:
    """An open library; `path` None is one in memory. Belongs to the thread that made it."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        with self._explained():
            self._db = _connect(path)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def close(self) -> None:
        """Release the file."""
        self._db.close()

    @contextmanager
    def read(self) -> Iterator[Database]:
        """Look things up; SQLite's errors come out as LibraryError."""
        with self._explained():
            yield self._db

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One transaction: all of it is stored or nothing; a write within a write belongs to the outer one."""
        db = self._db
        with self._explained():
            nested = db.conn.in_transaction
            if not nested:
                # Taken at once: a transaction that reads first and then finds the library changed cannot go on to write.
                db.execute("BEGIN IMMEDIATE")
            try:
                with db.atomic():
                    yield db
                if not nested:
                    db.commit()
            except BaseException:
                if not nested:
                    db.rollback()
                raise

    def _prepare(self) -> None:
        """Refuse what is not ours to change, before anything is written; then bring the schema up to date."""
        db = self._db
        db.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
        version, application = _pragma(db, "user_version"), _pragma(db, "application_id")
        if application != APPLICATION_ID and (application or db.table_names()):
            raise LibraryError(f"{self._path} belongs to another program", f"move it away, {_ELSEWHERE}")
        if version > VERSION:
            raise LibraryError(f"{self._path} was written by a newer Narrator", f"update narrator-reader, {_ELSEWHERE}")
        if self._path:
            db.enable_wal()
        db.execute("PRAGMA foreign_keys = on")
        if version < VERSION:
            with self.write():
                migrations.apply(db)
                db.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            # The low byte is the primary code; what is not listed is a mistake of ours and stays what it is.
            reason = _REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
            if reason is None:
                raise
            raise LibraryError(f"The library {self._path or 'in memory'} {reason[0]}", reason[1]) from error


def _connect(path: Path | None) -> Database:
    if path is None:
        return Database(memory=True, execute_plugins=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {path.parent} cannot be made: {error.strerror}", f"check it, {_ELSEWHERE}"
        ) from error
    return Database(path, execute_plugins=False)


def _pragma(db: Database, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
