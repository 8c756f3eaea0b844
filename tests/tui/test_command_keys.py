"""Every command of the registry, driven by its first key: one walk each, and none may be missing."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot

from narrator.commands import BY_ID, COMMANDS, Command
from narrator.tui.app import NarratorApp
from narrator.tui.screens.compare import CompareScreen
from narrator.tui.screens.help import HelpScreen
from narrator.tui.screens.library import LibraryScreen
from narrator.tui.screens.notebook import NotebookScreen
from narrator.tui.screens.prompt import Prompt
from narrator.tui.screens.reader import ReaderScreen
from narrator.tui.widgets.matrix import Matrix
from narrator.tui.widgets.page import Page

Walk = Callable[[Pilot[Any], Any, str], Awaitable[None]]
WALKS: dict[str, Walk] = {}


def walk(command: str) -> Callable[[Walk], Walk]:
    """Registers the walk that tries a command."""

    def registered(function: Walk) -> Walk:
        WALKS[command] = function
        return function

    return registered


def key_of(command: Command) -> str:
    names = {"[": "left_square_bracket", "]": "right_square_bracket", "?": "question_mark", "/": "slash"}
    names |= {"{": "left_curly_bracket", "}": "right_curly_bracket", ">": "greater_than_sign", "<": "less_than_sign"}
    return names.get(command.keys[0], command.keys[0])


def page(pilot: Pilot[Any], selector: str) -> Any:
    return pilot.app.screen.query_one(selector)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
async def test_key(command: Command, open_story, steps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    async with open_story().run_test(size=(120, 40), notifications=True) as pilot:
        await steps.settle(pilot)
        await WALKS[command.id](pilot, steps, key_of(command))


@walk("open")
async def _(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, ReaderScreen)
    # The first rival of the toll is the owner's figure, in another article.
    await steps.press(pilot, key)
    assert page(pilot, "#text").statement.text.startswith("Four people died")


@walk("down")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert page(pilot, "#text").cursor == 1


@walk("up")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", "j", "j", key)
    assert page(pilot, "#text").cursor == 1


@walk("first")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", "j", "j", key, key)
    assert page(pilot, "#text").cursor == 0


@walk("last")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert page(pilot, "#text").cursor == page(pilot, "#text").items - 1


@walk("half_down")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert page(pilot, "#text").cursor > 0


@walk("half_up")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", "G", key)
    assert page(pilot, "#text").cursor < page(pilot, "#text").items - 1


@walk("left")
async def _(pilot, steps, key):
    await steps.press(pilot, "c", "l", "l", key)
    assert page(pilot, "#matrix").column == 1


@walk("right")
async def _(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert page(pilot, "#matrix").statement.text.startswith("Four people died")


@walk("next_pane")
async def _(pilot, steps, key):
    await steps.press(pilot, key)
    assert pilot.app.focused.id == "articles"


@walk("previous_pane")
async def _(pilot, steps, key):
    await steps.press(pilot, "tab", key)
    assert pilot.app.focused.id == "events"


@walk("pane_1")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert pilot.app.focused.id == "articles"
    assert "Radio Tarn" in steps.seen(pilot, "#articles")


@walk("pane_2")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", "tab", key)
    assert pilot.app.focused.id == "text"


@walk("pane_3")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert pilot.app.focused.id == "rivals"


@walk("next_conflict")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter")
    found = []
    for _ in range(5):
        found.append(page(pilot, "#text").statement.text.split()[0])
        await steps.press(pilot, key)
    assert found == ["At", "This", "Four", "A", "There"]
    assert steps.said(pilot) == "No further conflict in this event."


@walk("previous_conflict")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", "right_square_bracket", "right_square_bracket", key)
    assert page(pilot, "#text").statement.text.startswith("This was")


@walk("next_difference")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", *[key] * 5)
    assert page(pilot, "#text").statement.text.startswith("The death toll")


@walk("previous_difference")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", *["greater_than_sign"] * 5, key)
    assert page(pilot, "#text").statement.text.startswith("There was no attack")


@walk("next_article")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert "Faulty valve blamed" in steps.seen(pilot, "#text")


@walk("previous_article")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert "Orrin toll rises" in steps.seen(pilot, "#text")


@walk("zoom")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert not page(pilot, "#rivals").display
    await steps.press(pilot, key)
    assert page(pilot, "#rivals").display


async def _searching(pilot, steps):
    await steps.press(pilot, "enter", "slash")
    await steps.type_in(pilot, "at")


@walk("search")
async def _(pilot, steps, key):
    await _searching(pilot, steps)
    assert "1 of 5" in steps.seen(pilot, "FindLine")
    await steps.press(pilot, "escape")
    assert not page(pilot, "FindLine").display
    assert pilot.app.focused.id == "text"


@walk("next_match")
async def _(pilot, steps, key):
    await _searching(pilot, steps)
    await steps.press(pilot, "enter", key)
    assert "2 of 5" in steps.seen(pilot, "FindLine")


@walk("previous_match")
async def _(pilot, steps, key):
    await _searching(pilot, steps)
    await steps.press(pilot, "enter", key)
    assert "5 of 5" in steps.seen(pilot, "FindLine")


@walk("compare")
async def _(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, CompareScreen)
    assert "cause of the fire" in steps.seen(pilot, "#matrix")


@walk("columns")
async def _(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert pilot.app.screen.comparison.by == "narrator"
    assert "by narrator" in steps.seen(pilot, "#matrix")


@walk("only")
async def _(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert "where the depot stands" not in " ".join(steps.seen(pilot, "#matrix").split())
    await steps.press(pilot, key)
    assert "the men at the gate" not in steps.seen(pilot, "#matrix")
    assert page(pilot, "#matrix").items == 2


@walk("sort")
async def _(pilot, steps, key):
    await steps.press(pilot, "c", key, key)
    assert [row.claim.label for row in page(pilot, "#matrix").rows][-1] == "where the depot stands"
    assert "article order" in steps.seen(pilot, "TopBar")


@walk("bookmark")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert isinstance(pilot.app.screen, Prompt)
    await steps.type_in(pilot, "ask both")
    await steps.press(pilot, "enter")
    assert "◆" in steps.seen(pilot, "#text")
    await steps.press(pilot, "B")
    assert "ask both" in steps.seen(pilot, "#bookmarks")


@walk("copy")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", "j", "j", key)
    assert pilot.app.clipboard.startswith("“forty tankers were lost”\n— Pavel Dorn < Orrin Courier")
    assert "https://courier.example/orrin-depot" in pilot.app.clipboard


async def _kept(pilot, steps):
    await steps.press(pilot, "enter", "b", "escape", "B")
    assert isinstance(pilot.app.screen, NotebookScreen)


@walk("edit_note")
async def _(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, key)
    await steps.type_in(pilot, "two lines")
    await steps.press(pilot, "enter")
    await steps.type_in(pilot, "long")
    await steps.press(pilot, "escape")
    assert pilot.app.screen.bookmark.note == "two lines\nlong"
    assert "long" in steps.seen(pilot, "#quotations")


@walk("edit_tags")
async def _(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, key)
    await steps.type_in(pilot, "toll, owner")
    await steps.press(pilot, "enter")
    assert "#toll · #owner" in steps.seen(pilot, "#bookmarks")


@walk("next_status")
async def _(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, key)
    assert "explained" in steps.seen(pilot, "#bookmarks")


@walk("remove")
async def _(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, key)
    assert "Nothing is bookmarked yet" in steps.seen(pilot, "#bookmarks")


@walk("undo")
async def _(pilot, steps, key):
    await _kept(pilot, steps)
    await steps.press(pilot, "d", key)
    assert pilot.app.screen.bookmark.label == "killed · people"


@walk("export")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key, "enter")
    notes = Path("fire-at-the-orrin-fuel-depot.md").read_text("utf-8")
    assert notes.startswith("# Fire at the Orrin fuel depot")
    assert str(Path("fire-at-the-orrin-fuel-depot.md").resolve()) in steps.said(pilot)


@walk("add")
async def _(pilot, steps, key):
    Path("new.md").write_text(
        "---\ntitle: A new piece\noutlet: Tarn Times\n---\nA bridge has closed for repairs.\n", "utf-8"
    )
    await steps.press(pilot, key)
    await steps.type_in(pilot, "new.md missing.md")
    await steps.press(pilot, "enter")
    assert "missing.md" in steps.seen(pilot)
    await steps.press(pilot, "escape")
    assert "A new piece" in steps.seen(pilot, "#events")


@walk("filter")
async def _(pilot, steps, key):
    await steps.press(pilot, key)
    await steps.type_in(pilot, "flood")
    assert "0 of 1" in steps.seen(pilot, "FindLine")
    await steps.press(pilot, "escape")
    assert "Fire at the Orrin" in steps.seen(pilot, "#events")


@walk("notebook")
async def _(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, NotebookScreen)


@walk("back")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert isinstance(pilot.app.screen, LibraryScreen)
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, LibraryScreen)


async def _choose(pilot, steps, words):
    await steps.type_in(pilot, words)
    await pilot.app.workers.wait_for_complete()
    await steps.press(pilot, "enter")


@walk("change_theme")
async def _(pilot, steps, key):
    await steps.press(pilot, key)
    await _choose(pilot, steps, "narrator-light")
    assert pilot.app.theme == "narrator-light"


@walk("command_palette")
async def _(pilot, steps, key):
    await steps.press(pilot, "enter", key)
    assert isinstance(pilot.app.screen, CommandPalette)
    await _choose(pilot, steps, "Next artic")
    assert "Faulty valve blamed" in steps.seen(pilot, "#text")


@walk("help")
async def _(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, HelpScreen)
    help_page = page(pilot, "HelpPage")
    words = " ".join(piece.text for line in help_page.lines for piece in line.pieces)
    assert all(command.title in words for command in BY_ID.values())


@walk("quit")
async def _(pilot, steps, key):
    await pilot.press(key)
    await pilot.pause()
    assert pilot.app._exit


def test_every_command_has_a_walk():
    assert set(WALKS) == set(BY_ID)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_action_where_it_works(command: Command):
    homes: dict[str, type] = {
        "app": NarratorApp,
        "page": Page,
        "matrix": Matrix,
        "library": LibraryScreen,
        "reader": ReaderScreen,
        "compare": CompareScreen,
        "notebook": NotebookScreen,
    }
    for place in command.places:
        assert hasattr(homes[place], f"action_{command.id}"), place
