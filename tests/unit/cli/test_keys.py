"""`narrator keys`: the registry, with the user's keys."""

import json

import pytest
from click.testing import CliRunner

from narrator.cli.main import narrator
from narrator.commands import COMMANDS, markdown_table
from narrator.errors import ConfigError


@pytest.fixture
def home(home):
    """The folder of the settings, there already."""
    home.mkdir()
    return home


def run(*words: str) -> str:
    return CliRunner().invoke(narrator, ["keys", *words], catch_exceptions=False, standalone_mode=False).output


def test_every_command_is_listed_under_its_place(home):
    (home / "config.toml").write_text('[keymap]\nnext-conflict = "ctrl+n,]"\n', "utf-8")
    told = run()
    assert all(f"[{command.id.replace('_', '-')}]" in told for command in COMMANDS)
    reader = told.split("\nReader\n")[1].split("\n\n")[0]
    assert "  Ctrl+N  ]" in reader


def test_as_json(home):
    (home / "config.toml").write_text('[keymap]\nhelp = "f5"\n', "utf-8")
    values = {one["id"]: one for one in json.loads(run("--json"))}
    assert values["help"]["keys"] == ["F5"]
    assert values["undo"]["keys"] == ["u"]


def test_as_the_table_of_the_readme():
    assert run("--markdown").rstrip("\n") == markdown_table().rstrip("\n")


def test_a_keymap_that_does_not_hold_is_told(home):
    (home / "config.toml").write_text('[keymap]\nhelp = "f55"\n', "utf-8")
    with pytest.raises(ConfigError, match="f55"):
        run()
