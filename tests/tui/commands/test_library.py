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
    assert "A new piece" in steps.seen(pilot, "#events")
    assert "1 article added. 1 problem: press ! to read them." in steps.said(pilot)


@pytest.mark.command("problems")
async def test_problems(pilot, steps, key):
    await steps.press(pilot, key)
    assert "No problems" in steps.said(pilot)
    await steps.press(pilot, "a")
    await steps.type_in(pilot, "missing.md 'not there.md'")
    await steps.press(pilot, "enter", key)
    assert "missing.md: no such file" in steps.seen(pilot)
    assert "not there.md: no such file" in steps.seen(pilot)
    await steps.press(pilot, "escape")
    assert "2 problems (!)" in steps.seen(pilot, "TopBar")
    await steps.press(pilot, key)
    assert "missing.md" in steps.seen(pilot)


@pytest.mark.command("samples")
async def test_samples(pilot, steps, key):
    await steps.press(pilot, key)
    assert "Samples, kept apart" in steps.seen(pilot, "TopBar")
    assert "3 events" in steps.seen(pilot, "TopBar")
    assert "Orrin" not in steps.seen(pilot, "#events")
    await steps.press(pilot, "escape")
    assert "Fire at the Orrin" in steps.seen(pilot, "#events")
    assert "Samples" not in steps.seen(pilot, "TopBar")


@pytest.mark.command("order")
async def test_order(pilot, steps, key):
    await steps.press(pilot, key)
    assert "most contested first" in steps.seen(pilot, "TopBar")
    await steps.press(pilot, key)
    assert "contested" not in steps.seen(pilot, "TopBar")


@pytest.mark.command("filter")
async def test_filter(pilot, steps, key):
    await steps.press(pilot, key)
    await steps.type_in(pilot, "flood")
    assert "0 of 1" in steps.seen(pilot, "#filter")
    await steps.press(pilot, "escape")
    assert "Fire at the Orrin" in steps.seen(pilot, "#events")
