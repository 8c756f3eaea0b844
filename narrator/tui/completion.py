"""Names of files and folders completed as one types."""

import shlex
from pathlib import Path

from textual.suggester import Suggester


class PathSuggester(Suggester):
    """Completes the last of the paths typed, quoted where its name needs that."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last path completed."""
        before, typed = _last_word(value)
        found = _first_match(typed) if typed else None
        if found is None:
            return None
        return value + found[len(typed) :] if found == shlex.quote(found) else _quoted(value, before, typed, found)


def _last_word(value: str) -> tuple[str, str]:
    """The line before the last path, and that path as typed so far, its quotation mark set aside."""
    for quote in "'\"":
        before, opened, typed = value.rpartition(quote)
        if opened and value.count(quote) % 2:
            return before, typed
    before, space, typed = value.rpartition(" ")
    return before + space, typed


def _quoted(value: str, before: str, typed: str, found: str) -> str | None:
    """A name with spaces goes on within the quotation mark that was typed; one cannot be added before the cursor."""
    return value + found[len(typed) :] if value == f"{before}'{typed}" or value == f'{before}"{typed}' else None


def _first_match(typed: str) -> str | None:
    """The first file or folder, by name, that begins as typed; hidden ones only after a dot. A folder ends in a slash."""
    folder, slash, start = typed.rpartition("/")
    try:
        entries = sorted(Path(folder + slash if slash else ".").expanduser().iterdir())
        for entry in entries:
            if entry.name.startswith(start) and entry.name.startswith(".") <= start.startswith("."):
                return f"{folder}{slash}{entry.name}{'/' if entry.is_dir() else ''}"
    except (OSError, RuntimeError, ValueError):  # RuntimeError: the home of a user who does not exist
        return None
    return None
