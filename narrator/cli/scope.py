"""What a command works on: files that are only looked at, or an event of the library."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from narrator.cli import diagnostics
from narrator.cli.diagnostics import ExitCode, Meter
from narrator.errors import NarratorError, NotFoundError

if TYPE_CHECKING:
    from narrator.model.comparison import By, Comparison
    from narrator.session import EventSummary, Session


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, what to call it, the event it is of (None for files), and the exit code that reading earned."""

    comparison: Comparison
    title: str
    event: str | None
    code: ExitCode


@contextmanager
def library() -> Iterator[Session]:
    """The reader's library, closed afterwards."""
    from narrator.session import Session

    session = Session.open()
    try:
        yield session
    finally:
        session.close()


@contextmanager
def meter() -> Iterator[Meter]:
    """Progress on standard error, wiped afterwards."""
    shown = Meter()
    try:
        yield shown
    finally:
        shown.wipe()


def are_inputs(arguments: Sequence[str]) -> bool:
    """Whether the arguments name files: one of them exists or is "-"; otherwise they are the words of an event."""
    return any(argument == "-" or Path(argument).exists() for argument in arguments)


def standard_input(arguments: Sequence[str]) -> bytes | None:
    """The bytes of standard input where "-" asks for them."""
    return sys.stdin.buffer.read() if "-" in arguments else None


def find_event(session: Session, arguments: Sequence[str]) -> EventSummary:
    """The event that the words mean; NotFoundError says that they are no file either."""
    words = " ".join(arguments)
    try:
        return session.find_event(words)
    except NotFoundError as failure:
        raise NotFoundError(f"{failure.message}, and there is no such file", failure.hint) from failure


def compared(session: Session, arguments: Sequence[str], by: By = "outlet") -> Compared:
    """The comparison of an event of the library."""
    event = find_event(session, arguments)
    with meter() as shown:
        return Compared(session.compare(event.id, by, shown), event.title, event.id, ExitCode.OK)


def compared_files(arguments: Sequence[str], by: By = "outlet") -> Compared:
    """The comparison of files; nothing is stored. What could not be read is told; NarratorError where nothing could be."""
    from narrator.session import Session

    session = Session.in_memory()
    try:
        with meter() as shown:
            comparison, problems = session.compare_inputs(
                arguments, by, stdin=standard_input(arguments), progress=shown
            )
    finally:
        session.close()
    diagnostics.warn(problems)
    if not comparison.articles:
        raise NarratorError("There is nothing to compare", "name files or folders that hold articles")
    title = next((article.title for article in comparison.articles if article.title), "Comparison")
    return Compared(comparison, title, None, ExitCode.PROBLEM if problems else ExitCode.OK)


def compared_either(arguments: Sequence[str], by: By = "outlet") -> Compared:
    """The comparison of files, or of an event of the library."""
    if are_inputs(arguments):
        return compared_files(arguments, by)
    with library() as session:
        return compared(session, arguments, by)
