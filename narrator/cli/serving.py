"""The command that shows the application in a browser."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from narrator.errors import NarratorError

if TYPE_CHECKING:
    from socket import socket

USUAL_PORT = 8765
PORTS_TRIED = 20


@click.command()
@click.option("--demo", is_flag=True, help="Show the sample articles; nothing is written to your library.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"Listen here, 0 is any free port; {USUAL_PORT} or the next free one if not given.",
)
@click.option("--no-open", is_flag=True, help="Only print the address; otherwise, on a terminal, the browser opens.")
def serve(demo: bool, port: int | None, no_open: bool) -> None:
    """Show the application in a browser of this machine.

    Prints the address to open; whoever has it can read and change the library, so it is good for this run only and other pages
    and machines are turned away. Each page is a session of its own.
    """
    if find_spec("textual_serve") is None:
        raise NarratorError("narrator serve needs textual-serve", "pip install 'narrator-reader[serve]'")
    from narrator.config import load
    from narrator.paths import config_path
    from narrator.serve.door import Door
    from narrator.serve.server import serve as run

    load(config_path())  # faults are told here rather than on the page
    listener = listen(port)
    door = Door(listener.getsockname()[1])
    click.echo(door.address)
    click.echo(f"Files that you write there go to {Path.cwd()}. Ctrl+C stops.", err=True)
    if sys.stdout.isatty() and not no_open:
        show(door.ticket())
    run(_program(demo), listener, door)


def _program(demo: bool) -> list[str]:
    """The same program; -P, because a module in the present directory is no part of it."""
    return [sys.executable, "-P", "-m", "narrator", *(["demo"] if demo else [])]


def listen(port: int | None) -> socket:
    """The port asked for, or the usual one, or, where that is taken, the next free one, which is said. NarratorError."""
    from narrator.serve.server import bind

    if port is not None:
        try:
            return bind(port)
        except OSError as failure:
            told = f"Port {port} cannot be had: {failure.strerror}"
            raise NarratorError(told, "name another with --port, or none") from failure
    for usual in range(USUAL_PORT, USUAL_PORT + PORTS_TRIED):
        with suppress(OSError):
            return bind(usual)
        click.echo(f"Port {usual} is taken.", err=True)
    return bind(0)


def show(address: str) -> None:
    """Open a browser where there is a screen for one; those of the terminal would take it over."""
    import webbrowser

    from narrator.browser import has_screen

    if has_screen():
        Thread(target=webbrowser.open, args=[address], daemon=True).start()
