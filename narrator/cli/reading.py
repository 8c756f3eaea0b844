"""The commands that open the application."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from narrator.cli import diagnostics, scope
from narrator.cli.diagnostics import ExitCode
from narrator.errors import NarratorError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from narrator.session import Analyse, Session

NEWEST = "1"
"""The number of the event that stands first in a library."""

SERVED = "TEXTUAL_DRIVER"
"""Textual's setting that puts something else in the place of the terminal, as `narrator serve` does."""


def open_library(event: str | None = None) -> int:
    """The application over the reader's library, at an event if one is named."""
    from narrator.paths import library_path

    def factory(analyse: Analyse | None) -> Session:
        from narrator.session import Session

        return Session.open(analyse=analyse)

    return _run(factory, event, library_path())


@click.command()
def demo() -> int:
    """Open the sample articles; nothing is written to your library."""

    def factory(analyse: Analyse | None) -> Session:
        from narrator.session import Session

        return Session.samples(analyse=analyse)

    return _run(factory, None, place="Samples")


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="PATH...|EVENT")
def read(what: tuple[str, ...]) -> int:
    """Open files, or an event of the library, in the Reader.

    Files (- is standard input) are only looked at: they do not enter the library.
    """
    if scope.are_inputs(what):
        return _open_files(what, NEWEST)
    with scope.library() as session:
        event = scope.find_event(session, what).id
    return open_library(event)


def _open_files(inputs: Sequence[str | Path], event: str | None) -> int:
    """The application over a library in memory that holds these files alone; what could not be read is told at the end."""
    piped = scope.standard_input([str(one) for one in inputs])
    if piped is not None:
        _keys_from_terminal()
    problems: list[SourceError] = []

    def factory(analyse: Analyse | None) -> Session:
        from narrator.session import Session

        session = Session.in_memory(analyse=analyse)
        problems.extend(session.add(inputs, stdin=piped).problems)
        return session

    code = _run(factory, event)
    diagnostics.warn(problems)
    return code or (ExitCode.PROBLEM if problems else ExitCode.OK)


def _run(
    factory: Callable[[Analyse | None], Session],
    event: str | None,
    library: Path | None = None,
    place: str = "Library",
) -> int:
    if SERVED not in os.environ and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NarratorError(
            "There is no terminal to open the reader in",
            "narrator compare prints the same for files and other programs",
        )
    from narrator.tui.app import run

    return run(factory, event, library, place)


def _keys_from_terminal() -> None:
    """Standard input held an article and is used up: let the keyboard take its place."""
    try:
        os.dup2(os.open("/dev/tty", os.O_RDONLY), 0)
    except OSError as failure:
        raise NarratorError("There is no terminal to read keys from", "save the article and name the file") from failure
