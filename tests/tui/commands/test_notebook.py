"""The commands of the Notebook, each by its key."""

import pytest

from narrator.config import Config
from narrator.session import Session
from narrator.tui.screens.notebook import NotebookScreen


async def _kept(pilot, steps):
    await steps.press(pilot, "enter", "b", "escape", "B")
    assert isinstance(pilot.app.screen, NotebookScreen)


@pytest.mark.command("edit_note")
async def test_edit_note(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, key)
    await steps.type_in(pilot, "two lines")
    await steps.press(pilot, "enter")
    await steps.type_in(pilot, "long")
    await steps.press(pilot, "escape")
    assert pilot.app.screen.bookmark.note == "two lines\nlong"
    assert "long" in steps.seen(pilot, "#quotations")


@pytest.mark.command("edit_tags")
async def test_edit_tags(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, key)
    await steps.type_in(pilot, "toll, owner")
    await steps.press(pilot, "enter")
    assert "#toll · #owner" in steps.seen(pilot, "#bookmarks")


@pytest.mark.command("next_status")
async def test_next_status(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, key)
    assert "explained" in steps.seen(pilot, "#bookmarks")


@pytest.mark.command("remove")
async def test_remove(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, key)
    assert "Nothing is bookmarked yet" in steps.seen(pilot, "#bookmarks")


@pytest.mark.command("undo")
async def test_undo(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, "d", key)
    assert pilot.app.screen.bookmark.label == "killed · people"


@pytest.mark.command("grade")
async def test_grade(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, key)
    assert "source nearly always right" in steps.seen(pilot)
    await steps.type_in(pilot, "b2")
    await steps.press(pilot, "enter")
    assert pilot.app.screen.bookmark.grades == ("B2", "")
    assert "B2 · source: nearly always right; statement: fits" in " ".join(steps.seen(pilot, "#quotations").split())
    await steps.press(pilot, "2", "j", key)
    await steps.type_in(pilot, "f")
    await steps.press(pilot, "enter")
    assert pilot.app.screen.bookmark.grades == ("B2", "F")
    await steps.press(pilot, "u")
    assert pilot.app.screen.bookmark.grades == ("B2", "")
    await steps.press(pilot, key)
    await steps.type_in(pilot, "Z9")
    await steps.press(pilot, "enter")
    assert "A-F" in steps.seen(pilot, "#hint")
    assert steps.widget(pilot, "#answer").value == "Z9"


async def test_a_grade_is_taken_away(pilot, steps):
    await _kept(pilot, steps)
    await steps.press(pilot, "w")
    await steps.type_in(pilot, "c3")
    await steps.press(pilot, "enter", "w", "enter")
    assert pilot.app.screen.bookmark.grades == ()


@pytest.mark.command("filter_bookmarks")
async def test_filter_bookmarks(pilot, steps, key):
    await steps.press(pilot, "enter", "b", "escape", "j", "b", "escape", "B", "s", key)
    await steps.type_in(pilot, "explained")
    await steps.press(pilot, "enter")
    assert "status explained · 1 of 2 bookmarks" in steps.seen(pilot)
    assert pilot.app.screen.list.items == 1
    await steps.press(pilot, "escape")
    assert pilot.app.screen.list.items == 2
    await steps.press(pilot, key)
    assert "event Fire at the Orrin fuel depot  2" in steps.seen(pilot)
    await steps.press(pilot, "escape", "escape")
    assert not isinstance(pilot.app.screen, NotebookScreen)


async def test_the_clashing_words_are_marked_in_the_notebook(pilot, steps):
    await _kept(pilot, steps)
    assert "“eleven people” / “Four people”" in steps.seen(pilot, "#bookmarks")
    page = pilot.app.screen.quotations
    marked = [piece.text for line in page.lines for piece in line.pieces if "clash-conflict" in piece.roles]
    assert marked == ["eleven people", "Four people"]


async def test_words_that_are_gone_are_said_to_be(open_story, steps, story):
    from dataclasses import replace
    from datetime import UTC, datetime

    from narrator.model.notebook import Anchor, Bookmark

    anchor = Anchor.of(story.COURIER, story.ELEVEN.spans)
    changed = replace(anchor, exact="Other words")
    away = replace(anchor, article="000000000000")
    bookmark = Bookmark((anchor, changed, away), "killed", datetime(2021, 3, 10, tzinfo=UTC), story.SUMMARY.id)
    async with open_story(bookmarks=(bookmark,)).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "B")
        assert "2 quotations no longer found" in steps.seen(pilot, "#bookmarks")
        seen = steps.seen(pilot, "#quotations")
        assert seen.count("no longer at their place") == 1
        assert seen.count("no longer in the library") == 1


async def test_a_change_goes_to_the_bookmark_that_was_asked_about(pilot, steps):
    await steps.press(pilot, "enter", "b", "escape", "j", "b", "escape", "B", "i")
    screen = pilot.app.screen
    await steps.type_in(pilot, "of this one")
    screen.list.cursor = 1 - screen.list.cursor
    await steps.press(pilot, "escape", "g")
    notes = {one.id: one.note for one in screen.list.notebook.bookmarks}
    assert sorted(notes.values()) == ["", "of this one"]
    asked = next(one for one, note in notes.items() if note)
    screen.list.cursor = [one.id for one in screen.list.notebook.bookmarks].index(asked)
    await steps.press(pilot, "t")
    screen.list.cursor = 1 - screen.list.cursor
    await steps.type_in(pilot, "toll")
    await steps.press(pilot, "enter")
    assert {one.id: one.tags for one in screen.list.notebook.bookmarks}[asked] == ("toll",)


async def test_opening_goes_to_the_words_that_were_asked_for(pilot, steps):
    await steps.press(pilot, "enter", "b", "escape", "B", "2")
    screen = pilot.app.screen
    wanted = screen.quotations.quoted
    screen._opened()
    screen.quotations.cursor = 1  # before the answer can have come
    await steps.settle(pilot)
    assert pilot.app.screen.page.statement.start == wanted.spans[0].start
    assert pilot.app.screen.page.article.id == wanted.article


async def test_a_note_being_written_is_kept_on_quitting(open_samples, steps, tmp_path):
    async with open_samples().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "b", "escape", "B", "i")
        await steps.type_in(pilot, "not lost")
        await pilot.press("ctrl+q")
    session = Session.open(tmp_path / "library.db", Config())
    assert [one.note for one in session.notebook().bookmarks] == ["not lost"]
    session.close()
