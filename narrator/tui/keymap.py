"""The keys that messages name: those of the registry, or those that the user has set."""

from typing import Any

from textual.message_pump import MessagePump

from narrator.commands import BY_ID
from narrator.keymap import keys_of


def key_of(node: MessagePump, command: str) -> str:
    """The first key of a command as people write it."""
    app: Any = node.app  # NarratorApp, which brings all screens along
    return keys_of(BY_ID[command], app.own_keys)[0]
