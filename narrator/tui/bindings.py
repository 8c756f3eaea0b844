"""Textual's bindings, made from the command registry."""

from textual.binding import Binding, BindingType

from narrator.commands import Place, commands_of


def bindings(*places: Place) -> list[BindingType]:
    """The bindings of these places; their ids let a user's keymap rebind them."""
    return [
        Binding(
            ",".join(command.keys),
            command.id,
            command.hint or command.title,
            show=bool(command.hint),
            tooltip=command.help,
            id=command.id,
        )
        for command in commands_of(*places)
    ]
