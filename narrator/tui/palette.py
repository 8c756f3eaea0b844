"""The command palette: the commands of the registry that work where one is, each with its key."""

from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from narrator.commands import Command
from narrator.tui.screens.room import Room
from narrator.tui.widgets.chrome import active_commands

_LEFT_OUT = "Moving about"


class Commands(Provider):
    """Finds commands by their titles."""

    def _here(self) -> Iterator[tuple[Command, str]]:
        return (found for found in active_commands(self.screen) if found[0].group != _LEFT_OUT)

    def _run(self, command: Command) -> "Callable[[], Coroutine[Any, Any, None]]":
        assert isinstance(self.screen, Room)
        return partial(self.screen.action_run_command, command.id)

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command, key in self._here():
            yield DiscoveryHit(
                Content.assemble((command.title, ""), (f"  {key}", "$text-quiet")),
                self._run(command),
                command.title,
                command.help,
            )

    async def search(self, query: str) -> Hits:
        """Those whose title fits."""
        matcher = self.matcher(query)
        for command, key in self._here():
            score = matcher.match(command.title)
            if score > 0:
                title = Content.assemble(matcher.highlight(command.title), (f"  {key}", "$text-quiet"))
                yield Hit(score, title, self._run(command), command.title, command.help)
