"""The user's keymap: what is wrong in it is named, with what was perhaps meant."""

from pathlib import Path

import pytest

from narrator.commands import BY_ID, COMMANDS
from narrator.errors import ConfigError
from narrator.keymap import check, is_key, keys_of, name_of_key, written

FILE = Path("settings.toml")


def complaint(**keymap: str) -> ConfigError:
    with pytest.raises(ConfigError) as raised:
        check({entry.replace("_", "-"): keys for entry, keys in keymap.items()}, FILE)
    return raised.value


def test_every_key_of_the_registry_is_a_key():
    assert [key for command in COMMANDS for key in command.keys if not is_key(name_of_key(key))] == []


@pytest.mark.parametrize(
    "keys", ["f5", "ctrl+n", "]", "right_square_bracket", "v, ctrl+shift+v", "alt+1", "comma", "é"]
)
def test_a_key_there_is(keys: str):
    check({"next-conflict": keys}, FILE)
    check({"next_conflict": keys}, FILE)


def test_a_command_that_is_not_there():
    error = complaint(next_conflikt="v")
    assert error.message == "settings.toml: keymap: next-conflikt: there is no such command"
    assert error.hint == "did you mean “next-conflict”?"


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("pagedwn", "pagedown"),
        ("escp", "escape"),
        ("f99", "f9"),
        ("cntrl+d", None),
        ("right_square_braket", "right_square_bracket"),
    ],
)
def test_a_key_that_is_not_there(key: str, near: str | None):
    error = complaint(help=key)
    assert error.message == f"settings.toml: keymap: help: there is no key “{key}”"
    assert near is None or (error.hint or "").startswith("did you mean “")
    if near and near != "f9":
        assert near in (error.hint or "")


@pytest.mark.parametrize("keys", ["", "v,", "v,,w"])
def test_an_empty_key_is_none(keys: str):
    assert "there is no key “”" in complaint(help=keys).message


def test_two_commands_on_one_key_in_one_place():
    error = complaint(next_conflict="n")
    assert error.message == "settings.toml: keymap: next-conflict: n already means “Next match” in the same place"
    assert "right_square_bracket" in complaint(bookmark="]").message
    # With another key for the other command all is well; so it is where the two never work together.
    check({"next-conflict": "n", "next-match": "v"}, FILE)
    check({"next-conflict": "a"}, FILE)


def test_one_command_twice():
    with pytest.raises(ConfigError, match="twice"):
        check({"next-conflict": "v", "next_conflict": "V"}, FILE)


def test_keys_as_people_write_them():
    assert written("ctrl+right_square_bracket") == "Ctrl+]"
    assert keys_of(BY_ID["next_conflict"], {"next-conflict": "right_square_bracket, f5"}) == ["]", "F5"]
    assert keys_of(BY_ID["next_conflict"], {"next_conflict": "v"}) == ["v"]
    assert keys_of(BY_ID["next_conflict"], {}) == ["]"]


@pytest.mark.parametrize("key", ["escape", "m", "q", "j", "k", "down", "enter"])
def test_no_letter_of_the_menu_takes_a_key_that_the_menu_needs(key: str):
    assert f"hide: {key} moves in the menu of corrections or leaves it" in complaint(hide=f"x, {key}").message
    check({"hide": "x"}, FILE)
