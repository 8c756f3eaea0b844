"""What the application remembers between runs: theme, event, article and place in it."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

FILE = "reader.json"


@dataclass(slots=True)
class State:
    """The last view. `start` is the offset of the statement under the cursor."""

    theme: str | None = None
    event: str | None = None
    article: str | None = None
    start: int = 0


def load(directory: Path) -> State:
    """The state kept in a directory; a fresh one where there is none or it cannot be read."""
    try:
        values: Any = json.loads((directory / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return State()
    if not isinstance(values, dict):
        return State()
    known = {field.name for field in fields(State)}
    state = State(**{name: value for name, value in values.items() if name in known})
    fits = all(isinstance(one, str | None) for one in (state.theme, state.event, state.article))
    return state if fits and isinstance(state.start, int) else State()


def save(directory: Path, state: State) -> None:
    """Keep the state; a directory that cannot be written is no reason to disturb the reader."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        fresh = directory / f"{FILE}.new"
        fresh.write_text(json.dumps(asdict(state)), "utf-8")
        fresh.replace(directory / FILE)
    except OSError:
        return
