"""What goes to standard output or into a file: text for people, data for programs."""

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from narrator.errors import NarratorError
from narrator.export.escape import scrub
from narrator.export.fold import fold
from narrator.export.json import dump

NARROWEST = 20


def width() -> int:
    """Columns to fold text to; 0 where standard output is no terminal, so that other programs get whole lines."""
    return max(shutil.get_terminal_size().columns, NARROWEST) if sys.stdout.isatty() else 0


def show(text: str) -> None:
    """Print text for people; on a terminal with colours, lines that begin a block stand out. Unsafe characters are left out."""
    lines = scrub(text).removesuffix("\n").split("\n")
    if _styled():
        lines = [click.style(line, bold=True) if line[:1].strip() else line for line in lines]
    click.echo("\n".join(lines))


def show_lines(lines: Iterable[str]) -> None:
    """Print lines folded to the width of the terminal, what goes on from a line indented under it."""
    wide = width()
    folded = (fold(line.lstrip(), wide, " " * _indent(line), " " * (_indent(line) + 2)) for line in lines)
    if text := "\n".join(line for part in folded for line in part):
        show(text)


def show_json(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(dump(value), nl=False)


def deliver(text: str, file: Path | None) -> None:
    """Write an export to `file`, as a whole or not at all, or print it where none is named."""
    if file is None or str(file) == "-":
        click.echo(scrub(text), nl=False)
    else:
        _write(file, text.encode())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _styled() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _write(file: Path, content: bytes) -> None:
    target = file.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():  # a device or a pipe cannot be put in place of another
            target.write_bytes(content)
            return
        draft.write_bytes(content)
        draft.replace(target)
    except OSError as failure:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise NarratorError(f"{file} cannot be written: {failure.strerror}", "name another file with -o") from failure
