"""The command `keys`: what the keys of the terminal application do."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from narrator.cli import output

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COLUMN = 22


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the commands as JSON.")
@click.option("--markdown", is_flag=True, help="Print the keys as they come, without a keymap, as a Markdown table.")
def keys(as_json: bool, markdown: bool) -> None:
    """List the keys of the terminal application, as the settings have them."""
    from narrator.commands import COMMANDS, markdown_table
    from narrator.config import load
    from narrator.keymap import check, keys_of
    from narrator.paths import config_path

    if markdown:
        output.show(markdown_table())
        return
    keymap = load(config_path()).keymap
    check(keymap, config_path())
    if as_json:
        output.show_json([{**asdict(one), "keys": keys_of(one, keymap)} for one in COMMANDS])
    else:
        output.show_lines(_lines(keymap))


def _lines(keymap: Mapping[str, str]) -> Iterator[str]:
    from narrator.commands import sections
    from narrator.keymap import keys_of

    for number, (title, commands) in enumerate(sections().items()):
        if number:
            yield ""
        yield title
        for one in commands:
            yield f"  {'  '.join(keys_of(one, keymap)):{COLUMN}}{one.title} · {one.help} [{one.id.replace('_', '-')}]"
