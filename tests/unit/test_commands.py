from itertools import combinations
from typing import get_args

import pytest

from narrator.commands import BY_ID, COMMANDS, Command, Place, commands_of, markdown_table, sections, spell

SCREENS = {
    place: ("correct",) if place == "correct" else ("app", "page", place, *(("matrix",) if place == "compare" else ()))
    for place in get_args(Place)
    if place not in ("app", "page", "matrix")
}


def test_ids_are_unique():
    assert len(BY_ID) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_says_what_it_does_and_has_keys(command: Command):
    assert command.id.isidentifier()
    assert command.title
    assert command.help
    assert not command.help.endswith(".")
    assert command.keys
    assert command.places
    assert command.group


@pytest.mark.parametrize("screen", SCREENS)
def test_no_key_of_a_screen_does_two_things(screen: str):
    for first, second in combinations(commands_of(*SCREENS[screen]), 2):
        assert not set(first.keys) & set(second.keys), (first.id, second.id)


def test_every_command_stands_under_the_places_where_it_works():
    listed = sections()
    assert list(listed)[:3] == ["Everywhere", "In any list or text", "Panes"]
    assert {command.id for commands in listed.values() for command in commands} == set(BY_ID)
    assert "next_conflict" in {command.id for command in listed["Reader"]}
    assert all(len(commands) == len(set(commands)) for commands in listed.values())


@pytest.mark.parametrize(
    ("key", "written"),
    [("ctrl+d", "Ctrl+D"), ("escape", "Esc"), ("]", "]"), ("G", "G"), ("shift+tab", "Shift+Tab"), ("+", "+")],
)
def test_keys_are_written_for_people(key: str, written: str):
    assert spell(key) == written


def test_the_table_of_keys_names_every_command():
    table = markdown_table()
    assert len(table.splitlines()) == len(COMMANDS) + 2
    assert "| `Ctrl+D` `PgDn` `Space` | Half a page down |" in table
