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


@pytest.mark.command("next_pane")
async def test_next_pane(pilot, steps, key):
    await steps.press(pilot, key)
    assert pilot.app.focused.id == "articles"


@pytest.mark.command("previous_pane")
async def test_previous_pane(pilot, steps, key):
    await steps.press(pilot, "tab", key)
    assert pilot.app.focused.id == "events"


@pytest.mark.command("pane_1")
async def test_pane_1(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert pilot.app.focused.id == "articles"
    assert "Radio Tarn" in steps.seen(pilot, "#articles")


@pytest.mark.command("pane_2")
async def test_pane_2(pilot, steps, key):
    await steps.press(pilot, "enter", "tab", key)
    assert pilot.app.focused.id == "text"
