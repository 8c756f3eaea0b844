"""Every command of the registry can be reached, does something where it works, and has a test that presses its key."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.screen import Screen

import narrator.tui.screens
from narrator.commands import BY_ID, COMMANDS, Command
from narrator.tui.app import NarratorApp
from narrator.tui.widgets.matrix import Matrix
from narrator.tui.widgets.page import Page

TESTED = re.compile(r'@pytest\.mark\.command\("(\w+)"\)\n(?:@.*\n)*async def test_')


def _screens(kind: type = Screen) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _screens(one)


def _homes() -> dict[str, type]:
    """The class that carries out the commands of each place."""
    for module in pkgutil.iter_modules(narrator.tui.screens.__path__):
        importlib.import_module(f"narrator.tui.screens.{module.name}")
    screens = {one.__dict__["PLACE"]: one for one in _screens() if "PLACE" in one.__dict__}
    return {"app": NarratorApp, "page": Page, "matrix": Matrix, **screens}


def test_every_command_has_a_test_that_presses_its_key():
    files = (Path(__file__).parent / "commands").glob("test_*.py")
    tested = {command for file in files for command in TESTED.findall(file.read_text("utf-8"))}
    assert tested == set(BY_ID)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_action_where_it_works(command: Command):
    homes = _homes()
    for place in command.places:
        assert hasattr(homes[place], f"action_{command.id}"), place
