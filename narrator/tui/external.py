"""Programs beside this one: the browser, the pager and the editor. NarratorError says why one could not be used."""

import os
import shlex
import shutil
import subprocess
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from textual.app import App, SuspendNotSupported

from narrator.browser import has_screen
from narrator.errors import NarratorError
from narrator.tui.scrub import scrubbed


def safe_lines(text: str) -> str:
    """The text without anything that could act on a terminal; line breaks stay."""
    return "".join(f"{scrubbed(line)}\n" for line in text.split("\n"))


def web_address(url: str | None) -> str:
    """The address if a browser may be given it."""
    if not url:
        raise NarratorError("This article has no web address.", "it was read from a file that names none")
    if _scheme(url) not in ("http", "https") or scrubbed(url) != url or " " in url:
        raise NarratorError("This address is not opened.", "only http and https addresses are")
    return url


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:  # no address at all, such as http://[x
        return ""


def browse(app: App[int], url: str) -> None:
    """Hand an address to the browser, that of the page where Narrator is served in one."""
    if app.is_web:
        app.open_url(url)
    elif not has_screen():
        raise NarratorError("There is no display to show a browser on.", f"open {url} elsewhere")
    elif not webbrowser.open(url):
        raise NarratorError("No browser could be opened.", f"set $BROWSER to one, or open {url} yourself")


def chosen_program(names: tuple[str, ...], otherwise: tuple[str, ...], environment: Mapping[str, str]) -> list[str]:
    """The words of the first of these environment variables that is set, else the first of the programs that is there."""
    for name in names:
        try:
            words = shlex.split(environment.get(name, ""))
        except ValueError as error:
            raise NarratorError(
                f"${name} cannot be read as a command: {error}.", "correct its quotation marks"
            ) from error
        if words:
            return words
    found = next((program for program in otherwise if shutil.which(program)), None)
    if found is None:
        raise NarratorError(f"There is none of {', '.join(otherwise)}.", f"set ${names[0]} to a program of yours")
    return [found]


def page_through(app: App[int], text: str) -> None:
    """Show a text in `$PAGER`, else in less or more, and come back."""
    command = chosen_program(("PAGER",), ("less", "more"), os.environ)
    _outside(app, command, safe_lines(text).encode())


def edit(app: App[int], text: str) -> str | None:
    """The text as it comes out of `$VISUAL` or `$EDITOR`; None where it is unchanged. The file it lay in is removed."""
    command = chosen_program(("VISUAL", "EDITOR"), ("nano", "vim", "vi"), os.environ)
    try:
        with TemporaryDirectory(prefix="narrator-") as folder:
            path = Path(folder) / "note.md"
            path.write_text(text, "utf-8")
            _outside(app, [*command, str(path)])
            edited = path.read_text("utf-8", errors="replace").rstrip("\n")
    except OSError as error:
        raise NarratorError(
            f"The text could not be edited: {error.strerror}.", "look at the temporary folder"
        ) from error
    return None if edited == text.rstrip("\n") else edited


def _outside(app: App[int], command: list[str], data: bytes | None = None) -> None:
    """Run a program in place of this one until it ends."""
    try:
        with app.suspend():
            finished = subprocess.run(command, input=data, check=False)  # the user's own program
    except SuspendNotSupported as error:
        raise NarratorError(
            f"{command[0]} cannot be shown here.", "Narrator runs in a browser or without a terminal"
        ) from error
    except OSError as error:
        raise NarratorError(
            f"{command[0]} could not be started: {error.strerror}.", "check the program's name"
        ) from error
    if finished.returncode:
        raise NarratorError(
            f"{Path(command[0]).name} ended with an error ({finished.returncode}).", "nothing was changed"
        )
