"""Panes side by side or one above the other: going round, one alone, putting away, wider and narrower; remembered."""

from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import events
from textual.widget import Widget

from narrator.commands import Place
from narrator.tui.keymap import key_of
from narrator.tui.screens.finding import FindingScreen
from narrator.tui.widgets.page import Page

if TYPE_CHECKING:
    from narrator.tui.app import NarratorApp
    from narrator.tui.state import PaneState

Axis = Literal["width", "height"]

STEP: dict[Axis, int] = {"width": 4, "height": 2}
LEAST: dict[Axis, int] = {"width": 20, "height": 4}
"""Cells that a pane keeps, whatever its neighbours take."""


class PanedScreen(FindingScreen):
    """A screen whose panes stand in `#body`.

    The screen has the class `-in-ID` of the pane with the keys, so that its style sheet may show a pane only while it is in use.
    """

    PLACE: ClassVar[Place]
    """Where the screen stands in the command registry."""

    PANES: ClassVar[tuple[str, ...]] = ()
    """The ids of the panes in their order: the first is pane 1."""

    MAIN: ClassVar[str] = ""
    """The pane that takes what room the others leave, and to which Esc leads back."""

    @property
    def panes(self) -> "PaneState":
        """What is remembered of this screen's panes."""
        return cast("NarratorApp", self.app).state.panes_of(self.PLACE)

    @property
    def current(self) -> str:
        """The pane that has the keys, or had them last."""
        node = self.focused if self.focused is not None and self.finder not in self.focused.ancestors else self.searched
        held = {one.id for one in node.ancestors_with_self} if node is not None else set()
        return next((pane for pane in self.PANES if pane in held), self.MAIN)

    def _pane(self, pane: str) -> Widget:
        return self.query_one(f"#{pane}")

    def on_mount(self) -> None:
        """As it was left."""
        if self.PANES:
            for pane in self.PANES:
                self._pane(pane).add_class("-pane")
                self._pane(pane).set_class(pane in self.panes.collapsed, "-collapsed")
            self.call_after_refresh(self.fit_panes)

    def on_resize(self) -> None:
        """Widths stay within what there is."""
        self.call_after_refresh(self.fit_panes)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:  # noqa: ARG002  # the base class reads it
        """Show where the keys are."""
        self._mark(self.current)

    def _mark(self, current: str) -> None:
        for pane in self.PANES:
            self.set_class(pane == current, f"-in-{pane}")
            self._pane(pane).set_class(pane == current, "-with-keys")

    def go_to_pane(self, pane: str) -> None:
        """Give a pane the keys; where it was put away, it comes back."""
        if pane in self.panes.collapsed:
            self.panes.collapsed.remove(pane)
            self._pane(pane).remove_class("-collapsed")
        self._mark(pane)
        self.call_after_refresh(self._focus_in, pane)

    def _focus_in(self, pane: str) -> None:
        widget = self._pane(pane)
        target = widget if isinstance(widget, Page) else next(iter(widget.query(Page)), None)
        if target is not None:
            target.focus()
        self.fit_panes()

    def _go_round(self, step: int) -> None:
        if self.PANES:
            self.go_to_pane(self.PANES[(self.PANES.index(self.current) + step) % len(self.PANES)])

    def action_next_pane(self) -> None:
        """The keys go to the next pane."""
        self._go_round(1)

    def action_previous_pane(self) -> None:
        """The keys go to the previous pane."""
        self._go_round(-1)

    def action_pane_1(self) -> None:
        """The keys go to the first pane."""
        self.go_to_pane(self.PANES[0])

    def action_pane_2(self) -> None:
        """The keys go to the second pane."""
        self.go_to_pane(self.PANES[1])

    def action_pane_3(self) -> None:
        """The keys go to the third pane."""
        self.go_to_pane(self.PANES[2])

    def action_zoom(self) -> None:
        """The pane with the keys alone, or all panes."""
        self.toggle_class("-zoomed")
        self.go_to_pane(self.current)

    def action_collapse(self) -> None:
        """Put the side pane with the keys away, else the last one that is seen; with none left all come back."""
        kept = self.panes.collapsed
        pane = self._side_pane()
        self.remove_class("-zoomed")
        if pane is None:
            for one in list(kept):
                self._pane(one).remove_class("-collapsed")
            kept.clear()
            self.call_after_refresh(self.fit_panes)
            return
        kept.append(pane)
        self._pane(pane).add_class("-collapsed")
        self.say(f"Put away; {key_of(self, f'pane_{self.PANES.index(pane) + 1}')} brings it back.")
        self.go_to_pane(self.MAIN)

    def _side_panes(self) -> list[str]:
        return [pane for pane in self.PANES if pane != self.MAIN and self._pane(pane).display]

    def _side_pane(self) -> str | None:
        """The side pane with the keys, else the last one that is seen."""
        seen = self._side_panes()
        return self.current if self.current in seen else seen[-1] if seen else None

    def action_wider(self) -> None:
        """More room for the pane with the keys."""
        self._widen(1)

    def action_narrower(self) -> None:
        """Less room for the pane with the keys."""
        self._widen(-1)

    def _axis(self) -> Axis:
        layout = self.query_one("#body").styles.layout
        return "height" if layout is not None and layout.name == "vertical" else "width"

    def _widen(self, direction: int) -> None:
        pane = self._side_pane()
        if self.has_class("-zoomed") or pane is None:
            self.say(f"Only one pane is shown; {key_of(self, 'zoom')} shows all.")
            return
        axis = self._axis()
        before = self._extent(pane, axis)
        step = STEP[axis] * (direction if self.current == pane else -direction)
        spare = self._extent(self.MAIN, axis) - LEAST[axis]
        after = max(min(before + step, before + max(spare, 0)), min(before, LEAST[axis]))
        if after == before:
            self.say("That is as far as it goes.")
            return
        self.panes.sizes[f"{pane}.{axis}"] = after
        self.fit_panes()

    def _extent(self, pane: str, axis: Axis) -> int:
        size = self._pane(pane).outer_size
        return size.width if axis == "width" else size.height

    def fit_panes(self) -> None:
        """Give the side panes the sizes that the user chose, within what there is."""
        if not self.is_attached or not self.PANES:
            return
        axis, zoomed = self._axis(), self.has_class("-zoomed")
        body = self.query_one("#body").size
        room = (body.width if axis == "width" else body.height) - LEAST[axis]
        share = max(room // max(len(self._side_panes()), 1), 1)
        for pane in self.PANES:
            styles = self._pane(pane).styles
            for rule in ("width", "min_width", "max_width", "height", "min_height", "max_height"):
                styles.clear_rule(rule)
            size = self.panes.sizes.get(f"{pane}.{axis}")
            if size is None or zoomed or pane == self.MAIN or pane not in self._side_panes():
                continue
            least, most = f"min_{axis}", f"max_{axis}"
            for rule, value in ((axis, min(size, share)), (least, 0), (most, min(size, share))):
                setattr(styles, rule, value)

    def leave_inner(self) -> bool:
        """Leave what is open within the screen: the line, the marks, the pane alone, a side pane; whether there was anything."""
        if self.leave_finding():
            return True
        if self.has_class("-zoomed"):
            self.action_zoom()
            return True
        if not self.PANES or self.current == self.MAIN:
            return False
        self.go_to_pane(self.MAIN)
        return True
