import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from narrator.model.article import Article, Span
from narrator.model.notebook import Anchor, Bookmark, Correction, CorrectionKind, Status
from narrator.store.library import Library


def test_there_is_nothing_to_undo_at_first(library: Library) -> None:
    assert library.journal.undo() is None
    assert library.journal.redo() is None


def test_every_change_can_be_undone_and_redone_step_by_step(library: Library, bookmark: Bookmark) -> None:
    noted = replace(bookmark, note="noted")
    settled = replace(noted, status=Status.EXPLAINED)
    library.bookmarks.add(bookmark)
    library.bookmarks.edit(bookmark.id, "noted", None, None)
    library.bookmarks.edit(bookmark.id, None, Status.EXPLAINED, None)
    library.bookmarks.remove(bookmark.id)
    states = [(), (bookmark,), (noted,), (settled,), ()]
    words = ["bookmark “killed”", "note of “killed”", "status of “killed”", "removal of “killed”"]
    for _ in range(2):
        for state, undone in zip(reversed(states[:-1]), reversed(words), strict=True):
            assert library.journal.undo() == undone
            assert library.bookmarks.all() == state
        assert library.journal.undo() is None
        for state, redone in zip(states[1:], words, strict=True):
            assert library.journal.redo() == redone
            assert library.bookmarks.all() == state
        assert library.journal.redo() is None


def test_what_was_undone_cannot_be_redone_after_something_else(library: Library, bookmark: Bookmark) -> None:
    library.bookmarks.add(bookmark)
    library.bookmarks.edit(bookmark.id, "first note", None, None)
    library.journal.undo()
    library.bookmarks.edit(bookmark.id, "second note", None, None)
    assert library.journal.redo() is None
    library.journal.undo()
    assert library.bookmarks.all() == (bookmark,)
    library.journal.undo()
    assert library.bookmarks.all() == ()


def test_undo_goes_across_bookmarks_and_corrections(library: Library, stored: Article, bookmark: Bookmark) -> None:
    hidden = Correction(CorrectionKind.HIDE, (Anchor.of(stored, (Span(0, 13),)),))
    library.bookmarks.add(bookmark)
    library.corrections.add(hidden)
    library.bookmarks.remove(bookmark.id)
    library.journal.undo()
    assert (library.bookmarks.all(), library.corrections.all()) == ((bookmark,), (hidden,))
    assert library.journal.undo() == "correction: hide · “The coalition”"
    assert (library.bookmarks.all(), library.corrections.all()) == ((bookmark,), ())


def test_a_bookmark_made_again_is_undone_before_the_first_one_returns(library: Library, bookmark: Bookmark) -> None:
    again = replace(bookmark, note="made again")
    library.bookmarks.add(bookmark)
    library.bookmarks.remove(bookmark.id)
    library.bookmarks.add(again)
    library.journal.undo()
    assert library.bookmarks.all() == ()
    library.journal.undo()
    assert library.bookmarks.all() == (bookmark,)


def test_undo_remembers_across_runs(library: Library, path: Path, bookmark: Bookmark) -> None:
    library.bookmarks.add(bookmark)
    library.bookmarks.edit(bookmark.id, "noted", None, None)
    with closing(Library(path)) as again:
        assert again.journal.undo() == "note of “killed”"
        assert again.bookmarks.all() == (bookmark,)


def test_history_is_never_rewritten(library: Library, path: Path, bookmark: Bookmark) -> None:
    library.bookmarks.add(bookmark)
    library.journal.undo()
    library.journal.redo()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM journal").fetchone() == (3,)
        with pytest.raises(sqlite3.IntegrityError, match="never rewritten"):
            connection.execute("UPDATE journal SET words = 'something else'")
        with pytest.raises(sqlite3.IntegrityError, match="never shortened"):
            connection.execute("DELETE FROM journal")
