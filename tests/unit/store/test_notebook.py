from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from narrator.errors import NarratorError, NotFoundError
from narrator.model.article import Article, Span
from narrator.model.notebook import Anchor, Bookmark, Status
from narrator.store.library import Library


def test_a_bookmark_outlives_the_library(library: Library, path: Path, bookmark: Bookmark) -> None:
    library.bookmarks.add(bookmark)
    with closing(Library(path)) as again:
        assert again.bookmarks.all() == (bookmark,)
        assert again.bookmarks.get(bookmark.id) == bookmark
        assert bookmark.id in again.bookmarks


def test_bookmarks_come_in_the_order_in_which_they_were_made(
    library: Library, stored: Article, bookmark: Bookmark
) -> None:
    later = replace(bookmark, anchors=(Anchor.of(stored, (Span(0, 13),)),), event=None)
    library.bookmarks.add(bookmark)
    library.bookmarks.add(later)
    library.bookmarks.edit(bookmark.id, note="changed last", status=None, tags=None)
    assert [one.id for one in library.bookmarks.all()] == [bookmark.id, later.id]
    assert [one.id for one in library.bookmarks.all("strike")] == [bookmark.id]
    assert library.bookmarks.all("another event") == ()


def test_editing_changes_what_is_given(library: Library, bookmark: Bookmark) -> None:
    library.bookmarks.add(bookmark)
    assert library.bookmarks.edit(bookmark.id, "", None, None) == replace(bookmark, note="")
    edited = library.bookmarks.edit(bookmark.id, None, Status.EXPLAINED, ["new"])
    assert edited == replace(bookmark, note="", status=Status.EXPLAINED, tags=("new",))
    assert library.bookmarks.get(bookmark.id) == edited


def test_an_edit_that_changes_nothing_is_nothing_to_undo(library: Library, bookmark: Bookmark) -> None:
    library.bookmarks.add(bookmark)
    library.bookmarks.edit(bookmark.id, bookmark.note, bookmark.status, bookmark.tags)
    assert library.journal.undo() == "bookmark “killed”"


def test_a_quotation_is_graded_and_the_grade_taken_back(library: Library, bookmark: Bookmark) -> None:
    library.bookmarks.add(bookmark)
    assert library.bookmarks.grade(bookmark.id, 0, "b").grades == ("B",)
    assert library.bookmarks.grade(bookmark.id, 0, "2") == replace(bookmark, grades=("B2",))
    assert library.journal.undo() == "grades of “killed”"
    assert library.bookmarks.get(bookmark.id).grades == ("B",)
    assert library.bookmarks.grade(bookmark.id, 0, "") == bookmark
    with pytest.raises(NarratorError, match="G9"):
        library.bookmarks.grade(bookmark.id, 0, "G9")
    with pytest.raises(NotFoundError, match="quotation 2"):
        library.bookmarks.grade(bookmark.id, 1, "A1")


def test_a_removed_bookmark_is_gone(library: Library, bookmark: Bookmark) -> None:
    library.bookmarks.add(bookmark)
    library.bookmarks.remove(bookmark.id)
    assert library.bookmarks.all() == ()
    assert bookmark.id not in library.bookmarks


def test_an_unknown_bookmark_is_named(library: Library) -> None:
    with pytest.raises(NotFoundError, match="abc"):
        library.bookmarks.get("abc")
    with pytest.raises(NotFoundError, match="abc"):
        library.bookmarks.edit("abc", "note", None, None)
    with pytest.raises(NotFoundError, match="abc"):
        library.bookmarks.remove("abc")
