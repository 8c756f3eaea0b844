"""The commands of panes, each by its key."""

import pytest


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


@pytest.mark.command("pane_3")
async def test_pane_3(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert pilot.app.focused.id == "rivals"


@pytest.mark.command("zoom")
async def test_zoom(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert not steps.widget(pilot, "#rivals").display
    assert steps.widget(pilot, "#text").size.width > 110
    await steps.press(pilot, "tab")
    assert not steps.widget(pilot, "#text").display
    assert steps.widget(pilot, "#rivals").size.width > 110
    await steps.press(pilot, key)
    assert steps.widget(pilot, "#text").display
    assert steps.widget(pilot, "#rivals").display


@pytest.mark.command("collapse")
async def test_collapse(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert not steps.widget(pilot, "#rivals").display
    assert "3 brings it back" in steps.said(pilot)
    await steps.press(pilot, "3")
    assert steps.widget(pilot, "#rivals").display
    assert pilot.app.focused.id == "rivals"
    await steps.press(pilot, key)
    assert pilot.app.focused.id == "text"
    await steps.press(pilot, key)
    assert steps.widget(pilot, "#rivals").display


@pytest.mark.command("wider")
async def test_wider(pilot, steps, key):
    await steps.press(pilot, "enter", "3")
    before = steps.widget(pilot, "#rivals").outer_size.width
    await steps.press(pilot, key)
    assert steps.widget(pilot, "#rivals").outer_size.width == before + 4
    await steps.press(pilot, *[key] * 30)
    assert steps.widget(pilot, "#text").outer_size.width >= 20
    assert steps.said(pilot) == "That is as far as it goes."


@pytest.mark.command("narrower")
async def test_narrower(pilot, steps, key):
    # With the keys in the text, the text gives room to the pane beside it.
    await steps.press(pilot, "enter")
    before = steps.widget(pilot, "#text").outer_size.width
    await steps.press(pilot, key)
    assert steps.widget(pilot, "#text").outer_size.width == before - 4
    await steps.press(pilot, "3", *[key] * 30)
    assert steps.widget(pilot, "#rivals").outer_size.width >= 20
