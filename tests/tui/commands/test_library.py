"""The commands of the Library, each by its key."""

from pathlib import Path

import pytest

from narrator.session import Session
from narrator.tui.app import NarratorApp


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


async def test_an_empty_library_says_so(steps):
    app = NarratorApp(lambda _: Session.in_memory(), place="Samples")
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        assert "Samples" in steps.seen(pilot, "TopBar")
        for key in ("c", "F", "e"):
            app.screen.say("")
            await steps.press(pilot, key)
            assert steps.said(pilot) == "No event here yet: a adds articles."


async def test_compare_counts_as_reading(pilot, steps):
    assert "unread" in steps.seen(pilot, "#events")
    await steps.press(pilot, "c", "escape")
    assert "unread" not in steps.seen(pilot, "#events")


async def test_why_there_is_no_comparison_is_said_and_it_can_be_asked_for_again(open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        session = app.desk._session
        session.compare = lambda *_, **__: 1 / 0
        await steps.press(pilot, "c")
        assert "could not be compared" in steps.seen(pilot, "#matrix")
        del session.compare
        app.screen.renew()
        await steps.settle(pilot)
        assert app.screen.comparison is not None
        assert "could not" not in steps.seen(pilot, "#matrix")
