import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from narrator.errors import LibraryError
from narrator.store import database
from narrator.store.database import Connection
from narrator.store.migrations import APPLICATION_ID, VERSION

INSERT = "INSERT INTO events (id, title) VALUES (?, ?)"


def events(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM events ORDER BY key")]


def pragma(connection: Connection, name: str) -> object:
    with connection.read() as db:
        return db.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_new_library_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "not" / "yet" / "library.db"
    with closing(Connection(path)) as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "foreign_keys") == 1
        assert pragma(connection, "busy_timeout") == database.BUSY_TIMEOUT
        assert pragma(connection, "application_id") == APPLICATION_ID
        assert pragma(connection, "user_version") == VERSION
    assert path.is_file()


def test_opening_again_changes_nothing(path: Path) -> None:
    Connection(path).close()
    before = path.read_bytes()
    Connection(path).close()
    assert path.read_bytes() == before


def test_two_may_have_it_open(path: Path) -> None:
    with closing(Connection(path)) as one, closing(Connection(path)) as other:
        with one.write() as db:
            db.execute(INSERT, ("a", "A"))
        with other.write() as db:
            db.execute(INSERT, ("b", "B"))
        with one.read() as db:
            assert db.table("events").count == 2


def refusal(path: Path) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        Connection(path)
    assert str(path) in caught.value.message
    assert "NARRATOR_HOME" in caught.value.hint
    return caught.value


def test_refuses_a_file_that_is_no_database(path: Path) -> None:
    path.write_text("Dear reader, this is a letter and not a database at all.\n" * 50)
    before = path.read_bytes()
    assert "is not a library" in refusal(path).message
    assert path.read_bytes() == before


def test_refuses_another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    assert "belongs to another program" in refusal(path).message
    assert path.read_bytes() == before


def test_refuses_a_newer_library(path: Path) -> None:
    Connection(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {VERSION + 1}")
    error = refusal(path)
    assert "newer Narrator" in error.message
    assert "update" in error.hint


def test_refuses_a_directory(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path).message


def test_refuses_a_place_where_no_folder_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="cannot be made") as caught:
        Connection(tmp_path / "file" / "folder" / "library.db")
    assert str(tmp_path / "file" / "folder") in caught.value.message


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user whom permissions bind"
)
def test_refuses_a_file_that_cannot_be_written(path: Path) -> None:
    Connection(path).close()
    path.chmod(0o400)
    assert "cannot be written" in refusal(path).message


def test_a_damaged_library_is_said_to_be(path: Path) -> None:
    with closing(Connection(path)) as connection, connection.write() as db:
        db.conn.executemany(INSERT, [(str(number), "title " * 50) for number in range(500)])
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with (
        pytest.raises(LibraryError, match="is damaged"),
        closing(Connection(path)) as connection,
        connection.read() as db,
    ):
        db.execute("SELECT COUNT(*), MAX(title) FROM events").fetchall()


def test_another_programs_lock_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0)
    with closing(Connection(path)) as connection, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use by another program"), connection.write():
            raise AssertionError("the lock was given twice")


def test_a_mistake_of_ours_is_not_dressed_up(path: Path) -> None:
    with closing(Connection(path)) as connection, pytest.raises(sqlite3.OperationalError), connection.read() as db:
        db.execute("SELECT nonsense FROM events")


def test_a_write_is_stored_whole_or_not_at_all(path: Path) -> None:
    with closing(Connection(path)) as connection:
        with pytest.raises(ZeroDivisionError), connection.write() as db:
            db.execute(INSERT, ("a", "A"))
            with connection.write() as inner:
                inner.execute(INSERT, ("b", "B"))
            raise ZeroDivisionError
        assert events(path) == []
        with connection.write() as db:
            db.execute(INSERT, ("c", "C"))
            with pytest.raises(ZeroDivisionError), connection.write() as inner:
                inner.execute(INSERT, ("d", "D"))
                raise ZeroDivisionError
        assert events(path) == ["c"]


def test_a_crash_loses_nothing_that_was_stored(path: Path) -> None:
    program = f"""
import os
from pathlib import Path
from narrator.store.database import Connection
connection = Connection(Path({str(path)!r}))
with connection.write() as db:
    db.execute({INSERT!r}, ("stored", "Stored"))
with connection.write() as db:
    db.execute({INSERT!r}, ("lost", "Lost"))
    os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    assert events(path) == ["stored"]
    Connection(path).close()
    assert events(path) == ["stored"]
