"""The commands of the Notebook, each by its key."""

import pytest

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
