"""The commands of the log of corrections."""

import pytest

from narrator.tui.screens.corrections import CorrectionsScreen
from narrator.tui.screens.reader import ReaderScreen


@pytest.mark.command("corrections")
async def test_corrections(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, CorrectionsScreen)
    assert "Press m on a statement" in " ".join(steps.seen(pilot, "#log").split())
    await steps.press(pilot, key)
    assert len(pilot.app.screen_stack) == 2
    await steps.press(pilot, "escape", "enter", "m", "n", "j", "m", "h", key)
    log = steps.seen(pilot, "#log")
    assert log.index("Hide") < log.index("Not same row")
    assert "fire service < Orrin Courier · 9 Mar 2021 08:30" in log
    assert "Four people died in a fire" in log
    assert "2 corrections" in steps.seen(pilot, "TopBar")
    await steps.press(pilot, "j", "enter")
    assert isinstance(pilot.app.screen, ReaderScreen)
    assert pilot.app.screen.page.statement.text.startswith("At least eleven")


@pytest.mark.command("remove_correction")
async def test_remove_correction(pilot, steps, key):
    await steps.press(pilot, "enter", "m", "n", "L", key)
    assert "No corrections" in steps.seen(pilot, "#log")
    await steps.press(pilot, key)
    assert "no correction to take back" in steps.said(pilot)
    await steps.press(pilot, "u")
    assert "Not same row" in steps.seen(pilot, "#log")
    await steps.press(pilot, "escape")
    assert "Four people" not in " ".join(steps.seen(pilot, "#rivals").split())


@pytest.mark.command("redo")
async def test_redo(pilot, steps, key):
    await steps.press(pilot, key)
    assert "nothing to do again" in steps.said(pilot)
    await steps.press(pilot, "enter", "b", "escape", "u")
    assert "◆" not in steps.seen(pilot, "#text")
    await steps.press(pilot, key)
    assert "Done again: bookmark" in steps.said(pilot)
    assert "◆" in steps.seen(pilot, "#text")
