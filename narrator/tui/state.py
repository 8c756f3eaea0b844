"""What the application remembers between runs: theme, event, article and place in it, panes; read warily, written whole."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

FILE = "reader.json"


@dataclass(slots=True)
class PaneState:
    """The panes of one screen: those put away, and the cells that the user gave them by `pane.width` and `pane.height`."""

    collapsed: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class State:
    """The last view. `start` is the offset of the statement under the cursor, `panes` by the screen's place."""

    theme: str | None = None
    event: str | None = None
    article: str | None = None
    start: int = 0
    panes: dict[str, PaneState] = field(default_factory=dict)

    def panes_of(self, place: str) -> PaneState:
        """The panes of a screen, to be changed."""
        return self.panes.setdefault(place, PaneState())


def load(directory: Path) -> State:
    """The state kept in a directory; what is missing, unknown or of another kind there is as it is at first."""
    try:
        values: Any = json.loads((directory / FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return State()
    if not isinstance(values, dict):
        return State()
    state = State(panes=_panes(values.get("panes")))
    for one in fields(State):
        if one.name != "panes" and _fits(one.name, values.get(one.name)):
            setattr(state, one.name, values[one.name])
    return state


def _fits(name: str, value: object) -> bool:
    return type(value) is int and value >= 0 if name == "start" else isinstance(value, str)


def _panes(values: Any) -> dict[str, PaneState]:
    if not isinstance(values, dict):
        return {}
    return {place: _pane_state(one) for place, one in values.items() if isinstance(one, dict)}


def _pane_state(values: dict[str, Any]) -> PaneState:
    collapsed, sizes = values.get("collapsed"), values.get("sizes")
    return PaneState(
        [one for one in collapsed if isinstance(one, str)] if isinstance(collapsed, list) else [],
        {name: size for name, size in sizes.items() if type(size) is int and size > 0}
        if isinstance(sizes, dict)
        else {},
    )


def save(directory: Path, state: State) -> None:
    """Keep the state; a directory that cannot be written is no reason to disturb the reader."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        fresh = directory / f"{FILE}.new"
        fresh.write_text(json.dumps(asdict(state)), "utf-8")
        fresh.replace(directory / FILE)
    except OSError:
        return
