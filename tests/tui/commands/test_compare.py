"""The commands of Compare, each by its key."""

import pytest


@pytest.mark.command("left")
async def test_left(pilot, steps, key):
    await steps.press(pilot, "c", "l", "l", key)
    assert steps.widget(pilot, "#matrix").column == 1


@pytest.mark.command("right")
async def test_right(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert steps.widget(pilot, "#matrix").statement.text.startswith("Four people died")


@pytest.mark.command("columns")
async def test_columns(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert pilot.app.screen.comparison.by == "narrator"
    assert "by narrator" in steps.seen(pilot, "#matrix")


@pytest.mark.command("only")
async def test_only(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert "where the depot stands" not in " ".join(steps.seen(pilot, "#matrix").split())
    await steps.press(pilot, key)
    assert "the men at the gate" not in steps.seen(pilot, "#matrix")
    assert steps.widget(pilot, "#matrix").items == 2


@pytest.mark.command("sort")
async def test_sort(pilot, steps, key):
    await steps.press(pilot, "c", key, key)
    assert [row.claim.label for row in steps.widget(pilot, "#matrix").rows][-1] == "where the depot stands"
    assert "article order" in steps.seen(pilot, "TopBar")
