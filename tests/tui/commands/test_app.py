"""The commands everywhere, each by its key."""

import re
import threading

import pytest
from textual.command import CommandPalette

from narrator.commands import BY_ID
from narrator.session import Progress
from narrator.tui.messages import Rested, Undone, Working
from narrator.tui.screens.help import HelpScreen
from narrator.tui.screens.library import LibraryScreen
from narrator.tui.screens.notebook import NotebookScreen


@pytest.mark.command("notebook")
async def test_notebook(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, NotebookScreen)


@pytest.mark.command("back")
async def test_back(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert isinstance(pilot.app.screen, LibraryScreen)
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, LibraryScreen)


async def _choose(pilot, steps, words):
    await steps.type_in(pilot, words)
    await pilot.app.workers.wait_for_complete()
    await steps.press(pilot, "enter")


@pytest.mark.command("change_theme")
async def test_change_theme(pilot, steps, key):
    await steps.press(pilot, key)
    await _choose(pilot, steps, "narrator-light")
    assert pilot.app.theme == "narrator-light"


@pytest.mark.command("command_palette")
async def test_command_palette(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert isinstance(pilot.app.screen, CommandPalette)
    await _choose(pilot, steps, "Next artic")
    assert "Faulty valve blamed" in steps.seen(pilot, "#text")


@pytest.mark.command("help")
async def test_help(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, HelpScreen)
    help_page = steps.widget(pilot, "HelpPage")
    words = " ".join(piece.text for line in help_page.lines for piece in line.pieces)
    assert all(command.title in words for command in BY_ID.values())


@pytest.mark.command("quit")
async def test_quit(pilot, steps, key):
    await pilot.press(key)
    await pilot.pause()
    assert pilot.app._exit


@pytest.mark.command("stop")
async def test_stop(pilot, steps, key):
    await steps.press(pilot, key)
    assert "Nothing is under way" in steps.said(pilot)
    begun, go_on, shown = threading.Event(), threading.Event(), []

    def long_work(session, report):
        begun.set()
        go_on.wait(30)
        report(Progress(3, 9, "analysing"))

    screen = pilot.app.screen
    screen.ask(long_work, Undone, "Long work")
    begun.wait(30)
    screen.ask(lambda session, _: shown.append("short"), lambda request, _: Rested(request))
    await pilot.press(key)
    await pilot.pause()
    assert "Stopping" in steps.said(pilot)
    go_on.set()
    await steps.settle(pilot)
    assert steps.said(pilot) == "Stopped. What was analysed is kept: 3 of 9 texts."
    assert shown == ["short"]


@pytest.mark.command("jump")
async def test_jump(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    seen = steps.seen(pilot)
    assert "type a letter to go there" in seen
    letter = re.search(r"that(\w)forty tankers", seen)[1]
    await steps.press(pilot, letter)
    assert "type a letter" not in steps.seen(pilot)
    assert steps.widget(pilot, "#text").statement.text.startswith("forty tankers")
    await steps.press(pilot, key, "3")
    assert steps.widget(pilot, "#rivals").has_focus
    await steps.press(pilot, key, "2", key, "escape")
    assert steps.widget(pilot, "#text").has_focus


async def test_work_of_a_screen_below_is_shown_and_stopped_on_top(pilot, steps):
    go_on = threading.Event()

    def long_work(session, report):
        go_on.wait(30)
        report(Progress(3, 9, "analysing"))

    pilot.app.screen.ask(long_work, Undone, "Long work")
    await pilot.press("L")
    for _ in range(3):
        await pilot.pause()
    assert pilot.app.screen.PLACE == "corrections"
    assert steps.said(pilot) == "… Long work"
    await pilot.press("ctrl+x")
    await pilot.pause()
    assert "Stopping" in steps.said(pilot)
    go_on.set()
    await steps.settle(pilot)
    assert steps.said(pilot).startswith("Stopped.")
    await steps.press(pilot, "escape")
    assert not steps.widget(pilot, "StatusLine").display


async def test_the_end_of_one_piece_of_work_does_not_hide_another(pilot, steps):
    app, screen = pilot.app, pilot.app.screen
    app.desk._long.update({901: screen, 902: screen})
    for message in (Working(901, "First"), Working(902, "Second"), Rested(902)):
        screen.post_message(message)
        await pilot.pause()
    assert steps.said(pilot) == "… First"
    screen.post_message(Rested(901))
    await pilot.pause()
    assert not steps.widget(pilot, "StatusLine").display
    app.desk._long.clear()
