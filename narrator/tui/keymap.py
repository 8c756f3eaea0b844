"""The keys that hold: those of the registry, or those that the user has set."""

from textual.keys import format_key
from textual.message_pump import MessagePump

from narrator.commands import BY_ID, spell


def spelled(key: str) -> str:
    """A key for people, given its name in Textual: `right_square_bracket` is ]."""
    written = spell(key)
    return format_key(key) if written == key else written


def keys_of(node: MessagePump, command: str) -> list[str]:
    """The keys of a command as people write them."""
    changed = node.app._keymap.get(command)
    return [spelled(key) for key in (changed.split(",") if changed else BY_ID[command].keys)]


def key_of(node: MessagePump, command: str) -> str:
    """The first key of a command as people write it: what a message names."""
    return keys_of(node, command)[0]
