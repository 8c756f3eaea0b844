"""What goes to standard error, and the exit codes."""

import sys
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any

import click

from narrator.errors import NarratorError
from narrator.export.escape import scrub


class ExitCode(IntEnum):
    """The contract with scripts."""

    OK = 0
    PROBLEM = 1
    """Done in part, or checked and found wrong."""
    FAILED = 2
    """Nothing was done."""
    INTERRUPTED = 130


EXIT_CODES = """\b
Exit codes:
  0    all went well
  1    done in part: something could not be read, or a check found fault
  2    nothing was done: wrong usage, nothing found, library or pipeline unusable
  130  interrupted"""


def error(message: str, hint: str = "") -> None:
    """Say what went wrong, and what mends it."""
    _say("error", message, hint)


def warn(problems: Iterable[NarratorError]) -> None:
    """Say what went wrong with a part of the work."""
    for problem in problems:
        _say("warning", problem.message, problem.hint)


def _say(grade: str, message: str, hint: str) -> None:
    click.echo(f"narrator: {grade}: {scrub(message)}", err=True)
    if hint:
        click.echo(f"  {scrub(hint)}", err=True)


def guarded(work: Callable[[], Any]) -> int:
    """Run a command; its exit code, with errors that people can mend told on standard error and not raised."""
    try:
        result = work()
    except NarratorError as failure:
        error(failure.message, failure.hint)
        return ExitCode.FAILED
    except click.UsageError as failure:
        where = failure.ctx.command_path if failure.ctx else "narrator"
        error(failure.format_message(), f"{where} --help shows how it is used")
        return ExitCode.FAILED
    except click.ClickException as failure:
        error(failure.format_message())
        return ExitCode.FAILED
    except click.Abort:
        return ExitCode.INTERRUPTED
    return result if isinstance(result, int) else ExitCode.OK


class Meter:
    """Progress of long work on standard error, where that is a terminal; wiped when the work is done."""

    def __init__(self) -> None:
        self._shown = False

    def __call__(self, progress: Any) -> None:
        """Show a `narrator.session.Progress`."""
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{progress.what} {progress.done}/{progress.total}", err=True, nl=False)
            self._shown = True

    def wipe(self) -> None:
        """Leave the line empty."""
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
            self._shown = False
