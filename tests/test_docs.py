"""The README documents every command and every option."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from narrator.cli.main import COMMANDS, narrator
from narrator.commands import markdown_table

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


ALL = dict(commands(narrator, "narrator"))


@pytest.fixture(scope="module")
def section() -> str:
    """What stands under "## Commands", up to the next heading of that rank."""
    found = re.search(r"^## Commands\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, "README.md has no section “## Commands”"
    return found[1]


@pytest.mark.parametrize("path", ALL)
def test_every_command_is_documented(path: str, section: str) -> None:
    assert re.search(rf"`{re.escape(path)}[ `]", section), f"`{path}` is not in the README's Commands"


@pytest.mark.parametrize("path", ALL)
def test_every_option_is_documented(path: str, section: str) -> None:
    options = {name for parameter in ALL[path].params if isinstance(parameter, click.Option) for name in parameter.opts}
    long = {name for name in options if name.startswith("--")} - {"--help"}
    assert {name for name in long if not re.search(rf"{name}\b", section)} == set()


@pytest.mark.parametrize("path", ALL)
def test_every_command_and_option_explains_itself(path: str) -> None:
    command = ALL[path]
    assert command.help
    assert all(parameter.help for parameter in command.params if isinstance(parameter, click.Option))


def test_no_command_is_documented_that_is_not_there(section: str) -> None:
    told = set(re.findall(r"`narrator ([a-z]+)", section))
    assert told <= set(COMMANDS)


def test_the_table_of_keys_is_the_registry() -> None:
    found = re.search(r"<!-- keys -->\n(.*?)<!-- /keys -->", README, re.DOTALL)
    assert found, "README.md has no table of keys between its markers"
    assert found[1] == markdown_table(), "paste what `narrator keys --markdown` prints"
