"""The commands of the Library, each by its key."""

from pathlib import Path

import pytest


@pytest.mark.command("add")
async def test_add(pilot, steps, key):
    Path("new.md").write_text(
        "---\ntitle: A new piece\noutlet: Tarn Times\n---\nA bridge has closed for repairs.\n", "utf-8"
    )
    await steps.press(pilot, key)
    await steps.type_in(pilot, "new.md missing.md")
    await steps.press(pilot, "enter")
    assert "missing.md" in steps.seen(pilot)
    await steps.press(pilot, "escape")
    assert "A new piece" in steps.seen(pilot, "#events")


@pytest.mark.command("filter")
async def test_filter(pilot, steps, key):
    await steps.press(pilot, key)
    await steps.type_in(pilot, "flood")
    assert "0 of 1" in steps.seen(pilot, "#filter")
    await steps.press(pilot, "escape")
    assert "Fire at the Orrin" in steps.seen(pilot, "#events")
