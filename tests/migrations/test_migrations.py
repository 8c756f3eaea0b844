"""Libraries of every released schema, with and without rows, opened by the present program."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from narrator.model.article import Article, Span
from narrator.model.notebook import Anchor, Bookmark, Status
from narrator.model.statement import Analysis
from narrator.store.library import Library
from narrator.store.migrations import VERSION, migrations

HERE = Path(__file__).parent

ARTICLE = Article(
    "The coalition struck forces near Khusham. At least 100 died.",
    title="Strike near Khusham",
    outlet="The Gazette",
    authors=("A. Writer",),
    published=datetime(2018, 2, 8, 9, 10, tzinfo=UTC),
    url="https://gazette.example/strike",
    retrieved=datetime(2018, 2, 9, tzinfo=UTC),
    language="en",
    cleaned=2,
)
UNDATED = Article("Nobody has confirmed the figures.")
BOOKMARK = Bookmark(
    anchors=(Anchor.of(ARTICLE, (Span(42, 60),)),),
    label="killed",
    created=datetime(2018, 2, 9, 12, tzinfo=UTC),
    event="6d1f0c3b2a94",
    relation="contradicts",
    kind="number",
    explanation="The figures differ.",
    status=Status.UNRESOLVED,
    note="asked the spokesman",
    tags=("toll",),
    tellers=(("The Gazette", "CENTCOM"),),
)


def build(path: Path, *scripts: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        for script in scripts:
            connection.executescript((HERE / script).read_text("utf-8"))
    return path


@pytest.fixture
def empty_v1(tmp_path: Path) -> Path:
    return build(tmp_path / "empty.db", "library_v1.sql")


@pytest.fixture
def filled_v1(tmp_path: Path) -> Path:
    return build(tmp_path / "filled.db", "library_v1.sql", "library_v1_rows.sql")


def schema(path: Path) -> dict[str, str]:
    """Every object of a library by name, white space set aside."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: " ".join(sql.split()) for name, sql in rows}


def test_the_version_counts_the_steps() -> None:
    with closing(Database(memory=True, execute_plugins=False)) as db:
        assert len(migrations.pending(db)) == VERSION


@pytest.mark.parametrize("old", ["empty_v1", "filled_v1"])
def test_an_old_library_becomes_as_a_new_one(old: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path: Path = request.getfixturevalue(old)
    Library(path).close()
    Library(tmp_path / "new.db").close()
    assert schema(path) == schema(tmp_path / "new.db")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_empty_library_holds_nothing(empty_v1: Path) -> None:
    with closing(Library(empty_v1)) as library:
        assert library.events() == ()
        assert library.bookmarks.all() == ()
        assert library.journal.undo() is None


def test_nothing_that_a_library_held_is_lost(filled_v1: Path) -> None:
    with closing(Library(filled_v1)) as library:
        (listed,) = library.events()
        event = library.summary(listed.id)
        assert (event.id, event.title, event.articles) == ("6d1f0c3b2a94", "Strike near Khusham", (ARTICLE, UNDATED))
        assert (event.origins, event.kinds, event.conflicts, event.unread) == (2, {"number": 1}, 1, False)
        assert library.bookmarks.all() == (BOOKMARK,)
        assert library.analyses.find([ARTICLE.text_sha256], "1, en-core-web-sm 3.8.0") == {
            ARTICLE.text_sha256: Analysis(language="en")
        }
        assert {hit.kind for hit in library.search("khusham", 9)} == {"article"}
        assert {hit.kind for hit in library.search("spokesman", 9)} == {"bookmark"}


def test_undo_and_redo_go_on_where_they_stood(filled_v1: Path) -> None:
    with closing(Library(filled_v1)) as library:
        assert library.journal.redo() == "correction: speaker is The Gazette"
        (correction,) = library.corrections.all()
        assert correction.anchors[0].holds(UNDATED)
        library.journal.undo()
        assert library.journal.undo() == "note, status of “killed”"
        assert library.bookmarks.get(BOOKMARK.id).note == "ask the spokesman"


def test_what_is_added_later_is_found(filled_v1: Path) -> None:
    with closing(Library(filled_v1)) as library:
        late = Article("A lighthouse keeper saw it all.")
        library.keep([late])
        assert [hit.id for hit in library.search("lighthouse", 9)] == [late.id]
