"""The commands of Explain, each by its key, and the key that leads there."""

import pytest

from narrator.tui.screens.explain import ExplainScreen


@pytest.mark.command("explain")
async def test_explain(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert isinstance(pilot.app.screen, ExplainScreen)
    seen = " ".join(steps.seen(pilot, "#explanation").split())
    assert "≠ contradicts, number" in seen
    assert "Marked: conflict 0.90 reaches the threshold 0.50." in seen
    assert "At least eleven people" in seen
    assert "Four people died" in seen
    assert "Same fire, same day: 11 or more is not 4." in seen
    assert "Row C-01 “killed · people”: they answer the same question" in seen


@pytest.mark.command("next_link")
async def test_next_link(pilot, steps, key):
    await steps.press(pilot, "enter", "x", key)
    seen = steps.seen(pilot, "#explanation")
    assert "link 2 of 2" in seen
    assert "⇡ update, number" in seen
    assert "has risen to nineteen" in seen
    await steps.press(pilot, key)
    assert "No further link" in steps.said(pilot)


@pytest.mark.command("previous_link")
async def test_previous_link(pilot, steps, key):
    await steps.press(pilot, "enter", "x", "right_square_bracket", key)
    assert "≠ contradicts, number" in steps.seen(pilot, "#explanation")
    await steps.press(pilot, key)
    assert "No earlier link" in steps.said(pilot)
