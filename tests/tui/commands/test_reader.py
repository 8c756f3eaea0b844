"""The commands of the Reader, each by its key."""

from pathlib import Path

import pytest

from narrator.tui.screens.compare import CompareScreen
from narrator.tui.screens.prompt import Prompt


@pytest.mark.command("next_conflict")
async def test_next_conflict(pilot, steps, key):
    await steps.press(pilot, "enter")
    found = []
    for _ in range(5):
        found.append(steps.widget(pilot, "#text").statement.text.split()[0])
        await steps.press(pilot, key)
    assert found == ["At", "This", "Four", "A", "There"]
    assert steps.said(pilot) == "No further conflict in this event."


@pytest.mark.command("previous_conflict")
async def test_previous_conflict(pilot, steps, key):
    await steps.press(pilot, "enter", "right_square_bracket", "right_square_bracket", key)
    assert steps.widget(pilot, "#text").statement.text.startswith("This was")


@pytest.mark.command("next_difference")
async def test_next_difference(pilot, steps, key):
    await steps.press(pilot, "enter", *[key] * 5)
    assert steps.widget(pilot, "#text").statement.text.startswith("The death toll")


@pytest.mark.command("previous_difference")
async def test_previous_difference(pilot, steps, key):
    await steps.press(pilot, "enter", *["greater_than_sign"] * 5, key)
    assert steps.widget(pilot, "#text").statement.text.startswith("There was no attack")


@pytest.mark.command("next_article")
async def test_next_article(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert "Faulty valve blamed" in steps.seen(pilot, "#text")


@pytest.mark.command("previous_article")
async def test_previous_article(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert "Orrin toll rises" in steps.seen(pilot, "#text")


@pytest.mark.command("compare")
async def test_compare(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, CompareScreen)
    assert "cause of the fire" in steps.seen(pilot, "#matrix")


@pytest.mark.command("bookmark")
async def test_bookmark(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert isinstance(pilot.app.screen, Prompt)
    await steps.type_in(pilot, "ask both")
    await steps.press(pilot, "enter")
    assert "◆" in steps.seen(pilot, "#text")
    await steps.press(pilot, "B")
    assert "ask both" in steps.seen(pilot, "#bookmarks")


@pytest.mark.command("copy")
async def test_copy(pilot, steps, key):
    await steps.press(pilot, "enter", "j", "j", key)
    assert pilot.app.clipboard.startswith("“forty tankers were lost”\n— Pavel Dorn < Orrin Courier")
    assert "https://courier.example/orrin-depot" in pilot.app.clipboard


@pytest.mark.command("export")
async def test_export(pilot, steps, key):
    await steps.press(pilot, "enter", key, "enter")
    notes = Path("fire-at-the-orrin-fuel-depot.md").read_text("utf-8")
    assert notes.startswith("# Fire at the Orrin fuel depot")
    assert str(Path("fire-at-the-orrin-fuel-depot.md").resolve()) in steps.said(pilot)
