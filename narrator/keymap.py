"""The user's keymap: whether its commands and keys exist, and no key does two things where both work."""

import string
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path
from typing import get_args

from narrator.commands import BY_ID, MENU_KEYS, Command, Place, commands_of, spell
from narrator.errors import ConfigError

_SHORT = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
          "plus_sign": "plus", "low_line": "underscore"}  # fmt: skip
_MODIFIERS = {"ctrl", "shift", "alt", "super", "meta", "hyper"}
_NAMED = {
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace", "enter", "escape",
    "tab", "space", *(f"f{number}" for number in range(1, 25)),
}  # fmt: skip


def name_of_key(key: str) -> str:
    """A key by its full name, as Textual has it: `]` is right_square_bracket; letters and digits are their own names."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace(" ", "_").replace("-", "_")
    return _SHORT.get(name, name)


PUNCTUATION = {name_of_key(character): character for character in string.punctuation}


def written(key: str) -> str:
    """A key as people write it, given its name: `right_square_bracket` is ], `ctrl+d` is Ctrl+D."""
    modifiers, plus, base = key.rpartition("+")
    return spell(f"{modifiers}{plus}{PUNCTUATION[base]}" if base in PUNCTUATION else key)


def keys_of(command: Command, keymap: Mapping[str, str]) -> list[str]:
    """The keys of a command as people write them, under a keymap of command ids with hyphens or underscores."""
    changed = keymap.get(command.id) or keymap.get(command.id.replace("_", "-"))
    return [written(name_of_key(key.strip())) for key in (changed.split(",") if changed else command.keys)]


def is_key(key: str) -> bool:
    """Whether there is such a key: a character, a name, or one of them with modifiers before it (`ctrl+d`)."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if not set(modifiers) <= _MODIFIERS:
        return False
    return (len(base) == 1 and base.isprintable() and not base.isspace()) or base in _NAMED or base in PUNCTUATION


def check(keymap: Mapping[str, str], path: Path) -> None:
    """ConfigError names the settings file, the entry, and the nearest command or key there is."""
    changed: dict[str, list[str]] = {}
    for entry, keys in keymap.items():
        command = entry.replace("-", "_")
        where = f"{path}: keymap: {entry}"
        if command not in BY_ID:
            raise ConfigError(
                f"{where}: there is no such command", _near(entry, [one.replace("_", "-") for one in BY_ID])
            )
        if command in changed:
            raise ConfigError(f"{where}: this command is there twice", "keep one of the entries")
        names = [name_of_key(key.strip()) for key in keys.split(",")]
        for name in names:
            if not is_key(name):
                raise ConfigError(f"{where}: there is no key “{name}”", _near(name, sorted(_NAMED | set(PUNCTUATION))))
        changed[command] = names
    if changed:  # every start asks, and the keys that commands have by themselves are apart
        _check_apart(changed, path)


def _check_apart(changed: Mapping[str, list[str]], path: Path) -> None:
    def keys(command: Command) -> set[str]:
        return set(changed.get(command.id) or map(name_of_key, command.keys))

    own = {key for keys in MENU_KEYS.values() for key in keys}
    for command in commands_of("correct"):
        if both := own.intersection(changed.get(command.id, ())):
            raise ConfigError(
                f"{path}: keymap: {command.id.replace('_', '-')}: {min(both)} moves in the menu of corrections or leaves it",
                "choose another key",
            )
    for places in together():
        for one, other in combinations(commands_of(*places), 2):
            both = keys(one) & keys(other)
            if both and (one.id in changed or other.id in changed):
                mine, taken = (one, other) if one.id in changed else (other, one)
                entry = mine.id.replace("_", "-")
                raise ConfigError(
                    f"{path}: keymap: {entry}: {min(both)} already means “{taken.title}” in the same place",
                    f"choose another key, or give {taken.id.replace('_', '-')} another one too",
                )


def together() -> Iterable[tuple[Place, ...]]:
    """The places whose commands work at the same time: everywhere, in lists and texts, and on one screen."""
    for place in get_args(Place):
        if place == "correct":
            yield (place,)
        elif place not in ("app", "page", "matrix"):
            yield ("app", "page", place, *(("matrix",) if place == "compare" else ()))


def _near(word: str, words: Iterable[str]) -> str:
    near = get_close_matches(word, words, n=1, cutoff=0.4)
    return f"did you mean “{near[0]}”?" if near else "narrator keys lists the commands and their keys"
