"""The reader's settings: a small TOML file, read when asked for."""

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import msgspec

from narrator.errors import ConfigError


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that can be set; a missing file or key leaves the default."""

    pipeline: str | None = None
    """Name of an installed spaCy pipeline; unset, the one that Narrator was made with."""

    theme: str | None = None
    """Name of the theme to start with; unset, the one chosen last in the application."""

    threshold: Annotated[float, msgspec.Meta(gt=0, le=1)] | None = None
    """How surely two accounts must differ, in (0, 1], before the difference is marked; unset, chosen for precision."""

    keymap: dict[str, str] = {}
    """Keys by command id (`narrator keys` lists them), several separated by commas: `next-conflict = "ctrl+n,]"`."""


def load(path: Path) -> Config:
    """The settings in `path`, the defaults where there is no such file; ConfigError names the file and what is wrong in it."""
    try:
        values = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}", "check the file and its permissions") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}", "correct the file") from error
    for key in values:
        if key not in Config.__struct_fields__:
            raise ConfigError(f"{path}: unknown setting “{key}”", _nearest(key))
    try:
        return msgspec.convert(values, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {error}", "correct the value") from error


def _nearest(key: str) -> str:
    near = get_close_matches(key, Config.__struct_fields__, n=1)
    return f"did you mean “{near[0]}”?" if near else f"the settings are {', '.join(Config.__struct_fields__)}"
