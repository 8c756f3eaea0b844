"""The command `narrator`. Rooms are imported inside the commands, so that help and version need none of them."""

import sys
from functools import partial
from importlib import import_module
from typing import Any

import click

from narrator import __version__
from narrator.cli import reading
from narrator.cli.diagnostics import EXIT_CODES, guarded

COMMANDS = {
    "demo": "reading",
    "read": "reading",
    "serve": "serving",
    "add": "articles",
    "events": "articles",
    "search": "articles",
    "compare": "comparing",
    "explain": "comparing",
    "bookmarks": "notes",
    "corrections": "corrections",
    "export": "notes",
    "verify": "notes",
    "keys": "keys",
    "doctor": "system",
    "config": "system",
}
"""Command to the module that holds it, which is imported when the command is called or all are listed."""


class Program(click.Group):
    """The command group; errors that people can mend become messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's hook
        """The names of the commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's hook
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"narrator.cli.{COMMANDS[cmd_name]}"), cmd_name)
        return command

    def main(self, args: Any = None, *others: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run, and (standing alone) exit with the code of the command."""
        run = partial(super().main, args, *others, standalone_mode=False, **extra)
        return sys.exit(guarded(run)) if standalone_mode else run()


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXIT_CODES,
)
@click.version_option(__version__, prog_name="narrator")
@click.pass_context
def narrator(context: click.Context) -> int | None:
    """Who says what, side by side, and where the accounts conflict.

    Without a command the library opens in the terminal. EVENT is the number, the id or words of the title of an event of the
    library, as `narrator events` lists them.
    """
    return reading.open_library() if context.invoked_subcommand is None else None


def main() -> None:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a locale that lacks a sign must not stop us
    narrator(prog_name="narrator")
