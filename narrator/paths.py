"""Where Narrator keeps its files on this machine. Nothing is created here; `NARRATOR_HOME` overrides every place."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

HOME = "NARRATOR_HOME"
"""Name of the environment variable: a directory that then holds the library, the settings and the state."""


def library_path() -> Path:
    """The library file."""
    return (_home() or _platform().user_data_path) / "library.db"


def config_path() -> Path:
    """The settings file."""
    return (_home() or _platform().user_config_path) / "config.toml"


def state_dir() -> Path:
    """A directory for what the application remembers between runs."""
    home = _home()
    return home / "state" if home else _platform().user_state_path


def _home() -> Path | None:
    home = os.environ.get(HOME)
    return Path(home).expanduser() if home else None


def _platform() -> PlatformDirs:
    return PlatformDirs("narrator", appauthor=False)
