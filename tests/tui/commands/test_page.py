"""The commands in lists and texts, each by its key."""

import pytest

from narrator.tui.screens.reader import ReaderScreen


@pytest.mark.command("open")
async def test_open(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, ReaderScreen)
    # The first rival of the toll is the owner's figure, in another article.
    await steps.press(pilot, key)
    assert steps.widget(pilot, "#text").statement.text.startswith("Four people died")


@pytest.mark.command("down")
async def test_down(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert steps.widget(pilot, "#text").cursor == 1


@pytest.mark.command("up")
async def test_up(pilot, steps, key):
    await steps.press(pilot, "enter", "j", "j", key)
    assert steps.widget(pilot, "#text").cursor == 1


@pytest.mark.command("first")
async def test_first(pilot, steps, key):
    await steps.press(pilot, "enter", "j", "j", key, key)
    assert steps.widget(pilot, "#text").cursor == 0


@pytest.mark.command("last")
async def test_last(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert steps.widget(pilot, "#text").cursor == steps.widget(pilot, "#text").items - 1


@pytest.mark.command("half_down")
async def test_half_down(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert steps.widget(pilot, "#text").cursor > 0


@pytest.mark.command("half_up")
async def test_half_up(pilot, steps, key):
    await steps.press(pilot, "enter", "G", key)
    assert steps.widget(pilot, "#text").cursor < steps.widget(pilot, "#text").items - 1


async def _searching(pilot, steps, words="at"):
    await steps.press(pilot, "enter", "slash")
    await steps.type_in(pilot, words)


@pytest.mark.command("search")
async def test_search(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    await steps.type_in(pilot, "at")
    assert "1 of 5" in steps.seen(pilot, "#finder")
    await steps.press(pilot, "escape")
    assert not steps.widget(pilot, "#finder").display
    assert pilot.app.focused.id == "text"


@pytest.mark.command("next_match")
async def test_next_match(pilot, steps, key):
    await _searching(pilot, steps)
    await steps.press(pilot, "enter", key)
    assert "2 of 5" in steps.seen(pilot, "#finder")


@pytest.mark.command("previous_match")
async def test_previous_match(pilot, steps, key):
    await _searching(pilot, steps)
    await steps.press(pilot, "enter", key)
    assert "5 of 5" in steps.seen(pilot, "#finder")
