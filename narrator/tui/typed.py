"""Paths as people type them. What the system has against one is told in words and never ends the application."""

import re
import shlex
from pathlib import Path

from narrator.errors import NarratorError

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def inputs_of(answer: str) -> list[str]:
    """Paths as a shell would read them; an answer with an odd quotation mark is one path.

    Addresses stay as they were typed, and so does the home of a user who is not known: reading says what is wrong with them.
    """
    try:
        words = shlex.split(answer)
    except ValueError:
        words = [answer]
    return [word if _ADDRESS.match(word) else _expanded(word) for word in words]


def path_of(typed: str) -> Path:
    """The path with ~ set out. NarratorError where it cannot be."""
    try:
        return Path(typed).expanduser()
    except (RuntimeError, ValueError) as error:  # no such user; a null character in the name
        raise NarratorError(f"There is no folder {Path(typed).parts[0]}", "write the whole path") from error


def refusal(typed: str) -> str:
    """Why no new file can be written there, in words; empty where nothing speaks against it."""
    try:
        path = path_of(typed)
        if path.exists():
            return f"{path} exists already: choose another name."
        return "" if path.parent.is_dir() else f"There is no folder {path.parent}."
    except NarratorError as error:
        return f"{error.message}: {error.hint}."
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return f"This name cannot be used: {reason or error}."


def free_name(title: str, ending: str) -> Path:
    """A file in the current directory that does not exist yet, named after the title."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.lower()).split()
    stem = "-".join(words)[:60].strip("-") or "notes"
    names = (Path(f"{stem}{number}.{ending}") for number in ("", *(f"-{count}" for count in range(2, 1000))))
    return next(path for path in names if not _is_there(path))


def _expanded(word: str) -> str:
    try:
        return str(path_of(word))
    except NarratorError:
        return word


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a directory that may not be looked into
        return False
