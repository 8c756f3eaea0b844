"""The kinds of correction, each by its letter in the menu: what the Reader shows then, after undo, and after redo."""

import pytest

from narrator.tui.screens.correct import CorrectMenu

FOUR, ELEVEN, VALVE = "Four people died", "At least eleven people", "A faulty valve"


def rivals(pilot, steps):
    return " ".join(steps.seen(pilot, "#rivals").split())


async def check(pilot, steps, shown, *, after):
    """What the rivals pane shows once a correction is made, taken back and made again."""
    assert not isinstance(pilot.app.screen, CorrectMenu)
    assert "u takes it back" in steps.said(pilot)
    for key, expected in (("", after), ("u", not after), ("ctrl+r", after)):
        if key:
            await steps.press(pilot, key)
        assert (shown in rivals(pilot, steps)) is expected, key


@pytest.mark.command("not_same_row")
async def test_not_same_row(pilot, steps, key):
    await steps.press(pilot, "enter", "m", key)
    await check(pilot, steps, FOUR, after=False)


@pytest.mark.command("not_same_event")
async def test_not_same_event(pilot, steps, key):
    await steps.press(pilot, "enter", "m", key)
    await check(pilot, steps, FOUR, after=False)


@pytest.mark.command("hide")
async def test_hide(pilot, steps, key):
    await steps.press(pilot, "enter", "m", key)
    await check(pilot, steps, "Only here", after=True)


@pytest.mark.command("speaker_is")
async def test_speaker_is(pilot, steps, key):
    await steps.press(pilot, "enter", "m", key)
    await steps.type_in(pilot, "A guard")
    await steps.press(pilot, "enter")
    await check(pilot, steps, "A guard < Orrin Courier", after=True)


@pytest.mark.command("same_narrator")
async def test_same_narrator(pilot, steps, key):
    await steps.press(pilot, "enter", "m", key)
    await steps.type_in(pilot, "Dorn")
    await steps.press(pilot, "enter")
    await check(pilot, steps, "Pavel Dorn < Orrin Courier", after=True)


@pytest.mark.command("side_is")
async def test_side_is(pilot, steps, key):
    await steps.press(pilot, "enter", "m", key)
    await steps.type_in(pilot, "Rescuers")
    await steps.press(pilot, "enter")

    def side():
        comparison = pilot.app.screen.comparison
        return comparison.teller(pilot.app.screen.page.statement).side

    assert "Side of fire service: Rescuers; u takes it back." in steps.said(pilot)
    assert side() == "Rescuers"
    await steps.press(pilot, "u")
    assert side() is None
    await steps.press(pilot, "U", "m", key)
    assert "no side" in steps.seen(pilot)
    await steps.press(pilot, "enter")
    assert side() is None


@pytest.mark.command("relation_is")
async def test_relation_is(pilot, steps, key):
    await steps.press(pilot, "enter", "m", key)
    await steps.type_in(pilot, "the same")
    await steps.press(pilot, "enter")
    await check(pilot, steps, "≠ number", after=False)


@pytest.mark.command("link_by_hand")
async def test_link_by_hand(pilot, steps, key):
    await steps.press(pilot, "enter", "j", "j", "M", "right_curly_bracket", "m", key)
    await steps.type_in(pilot, "contradict")
    await steps.press(pilot, "enter")
    await check(pilot, steps, "forty tankers were lost", after=True)
    assert not steps.widget(pilot, "HeldLine").display


@pytest.mark.command("same_row")
async def test_same_row(pilot, steps, key):
    await steps.press(pilot, "enter", "j", "j", "M", "right_curly_bracket", "m", key)
    await check(pilot, steps, "forty tankers were lost", after=True)


@pytest.mark.command("correct")
async def test_correct(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    menu = steps.seen(pilot, "#correct")
    assert "Correct: fire service < Orrin Courier · reported" in menu
    assert "with: Halden Oil < Halden Post · reported" in menu
    assert "they share a row already" in menu
    await steps.press(pilot, "s")
    assert isinstance(pilot.app.screen, CorrectMenu)
    await steps.press(pilot, "escape", "j", "j", "j", key)
    assert "needs a second: hold one with M" in steps.seen(pilot, "#correct")
    await steps.press(pilot, "escape")
    assert not isinstance(pilot.app.screen, CorrectMenu)


@pytest.mark.command("hold")
async def test_hold(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert "Held · fire service < Orrin Courier: “At least eleven people" in steps.seen(pilot, "HeldLine")
    await steps.press(pilot, "c")
    assert "Held · fire service" in steps.seen(pilot, "HeldLine")
    await steps.press(pilot, "l", "m")
    assert "with, held: fire service" in steps.seen(pilot, "#correct")
    await steps.press(pilot, "escape", "escape")
    assert not steps.widget(pilot, "HeldLine").display
    await steps.press(pilot, "escape")
    assert not steps.widget(pilot, "HeldLine").display
    await steps.press(pilot, key, key)
    assert not steps.widget(pilot, "HeldLine").display


async def test_explain_shows_a_link_as_corrected(pilot, steps):
    await steps.press(pilot, "enter", "x")
    assert "11 or more is not 4" in " ".join(steps.seen(pilot, "#explanation").split())
    await steps.press(pilot, "m", "r")
    await steps.type_in(pilot, "the same")
    await steps.press(pilot, "enter")
    assert "As the reader decided" in " ".join(steps.seen(pilot, "#explanation").split())
    await steps.press(pilot, "u", "m", "n")
    assert "Nothing links this statement any more" in steps.said(pilot)
    await steps.press(pilot, "u", "j", "m", "n")
    assert "linked no more" in steps.said(pilot)
    assert "a rising toll" in " ".join(steps.seen(pilot, "#explanation").split())


async def test_a_figure_is_corrected(pilot, steps):
    await steps.press(pilot, "enter", "F", "m", "r")
    await steps.type_in(pilot, "the same")
    await steps.press(pilot, "enter")
    assert ": same; u takes it back." in steps.said(pilot)
