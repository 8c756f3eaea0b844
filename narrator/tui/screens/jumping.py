"""Jump mode: letters stand before all that one can go to, on every pane that is seen; typing one goes there."""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from textual import events, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from narrator.tui.screens.paned import PanedScreen
from narrator.tui.widgets.page import Page
from narrator.tui.widgets.spots import Spot

LETTERS = "asdfghjkl" + "".join(letter for letter in ascii_lowercase if letter not in "asdfghjkl")
"""Those under the fingers first."""


class Goal(NamedTuple):
    """Where a label leads."""

    page: Page
    spot: Spot


def labels(number: int) -> Sequence[str]:
    """So many labels, none of which begins another: a letter each, or where they are too few, two."""
    found = list(LETTERS)
    while len(found) < number:
        first = found.pop(0)
        found += [first + letter for letter in LETTERS]
    return found[:number]


class Jump(ModalScreen[Goal | None]):
    """Shows the labels on the pages below and takes keys until they are one of them; any other key or a click gives None."""

    def __init__(self, goals: Mapping[str, Goal]) -> None:
        super().__init__()
        self._goals = goals
        self._typed = ""

    def compose(self) -> ComposeResult:
        """A line in place of the keys, which do something else now."""
        yield Static(Content(" Jump: type a letter to go there; any other key leaves"), id="jump", markup=False)

    def on_mount(self) -> None:
        """Show the labels."""
        self._show(self._goals)

    def _show(self, goals: Mapping[str, Goal]) -> None:
        for page in {goal.page for goal in self._goals.values()}:
            page.label({label: goal.spot for label, goal in goals.items() if goal.page is page})

    def _leave(self, goal: Goal | None) -> None:
        self._show({})
        self.dismiss(goal)

    def on_key(self, event: events.Key) -> None:
        """A letter more of a label, or the way out."""
        event.stop()
        event.prevent_default()
        self._typed += event.character or " "
        left = {label: goal for label, goal in self._goals.items() if label.startswith(self._typed)}
        if not left or self._typed in left:
            self._leave(left.get(self._typed))
        else:
            self._show(left)

    def on_click(self) -> None:
        """The mouse goes by itself."""
        self._leave(None)


class JumpingScreen(PanedScreen):
    """A screen on which one can jump."""

    @work
    async def jump(self) -> None:
        """Ask where to, and go there."""
        panes, spots = self._seen_panes(), self._seen_items()
        goals = {**panes, **dict(zip(labels(len(spots)), spots, strict=True))}
        if not goals:
            self.say("There is nothing here to go to.")
            return
        goal = await self.app.push_screen_wait(Jump(goals))
        if goal is not None:
            goal.page.focus()
            if goal.spot.goal is not None:
                goal.page.jump_to(goal.spot.goal)

    def _seen_pages(self) -> list[Page]:
        return [page for page in self.query(Page) if page.focusable and page.is_on_screen and page.size]

    def _seen_items(self) -> list[Goal]:
        return [Goal(page, spot) for page in self._seen_pages() for spot in page.visible_items()]

    def _seen_panes(self) -> dict[str, Goal]:
        """The panes under their numbers, each in its upper right corner; none where only one is seen."""
        found: dict[str, Goal] = {}
        for page in reversed(self._seen_pages()):
            pane = next((one.id for one in page.ancestors_with_self if one.id in self.PANES), None)
            if pane is not None:
                found[str(self.PANES.index(pane) + 1)] = Goal(page, Spot(page.scrollable_content_region.width, 0))
        return found if len(found) > 1 else {}
