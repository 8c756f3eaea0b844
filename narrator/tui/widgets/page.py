"""The one view that all lists and texts are made of: lines drawn on demand, with a cursor that moves from item to item."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from narrator.model.article import Span
from narrator.tui.bindings import bindings
from narrator.tui.widgets.lines import Line, Mark, Piece, cut, occurrences, plain
from narrator.tui.widgets.spots import Spot, indent_of, lay_over

ROLES = (
    "title",
    "strong",
    "muted",
    "faint",
    "quote",
    "conflict",
    "frame",
    "update",
    "agree",
    "only",
    "kept",
    "clash-conflict",
    "clash-frame",
    "clash-update",
    "here",
    "match",
    "match-here",
    "hatch",
    "rule",
    "cursor",
    "chosen",
    "jump",
)


class Page(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of styled text, only the visible ones of which are drawn.

    Subclasses lay their content out for a width; `item` numbers tie lines to entries. The cursor is an item.
    """

    BINDINGS = bindings("page")
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{role}" for role in ROLES}

    cursor = reactive(0)

    @dataclass
    class Moved(Message):
        """The cursor came to another item."""

        page: "Page"
        item: int

        @property
        def control(self) -> "Page":
            """The page, for `@on` selectors."""
            return self.page

    @dataclass
    class Opened(Message):
        """The user opened an item."""

        page: "Page"
        item: int

        @property
        def control(self) -> "Page":
            """The page, for `@on` selectors."""
            return self.page

    @dataclass
    class Sought(Message):
        """The user wants to search in the page: for new words (0), or for the next (1) or previous (-1) match."""

        page: "Page"
        step: int

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = []
        self.sought = ""
        self.awaited = "Comparing …"
        """What a pane says that shows a comparison, while there is none."""
        self._matches: list[Span] = []
        self._match = -1
        self._line_starts: list[int] = []
        self._laid_out_for = -1
        self._styles_of: dict[tuple[str, ...], Style] = {}
        self._labels: Mapping[str, Spot] = {}

    def lay_out(self, width: int) -> Sequence[Line]:  # noqa: ARG002  # an empty page, at any width
        """The lines of the whole content, set for a width in cells."""
        return []

    @property
    def items(self) -> int:
        """How many items the cursor can stand on."""
        return 0

    def extent(self, item: int) -> tuple[int, int]:
        """First line of an item and the line after its last; (0, 0) if it has none."""
        numbers = [number for number, line in enumerate(self.lines) if line.item == item]
        return (numbers[0], numbers[-1] + 1) if numbers else (0, 0)

    def item_at(self, x: int, y: int) -> int | None:  # noqa: ARG002  # a text has several items in a line
        """The item at a cell of the content."""
        return self.lines[y].item if 0 <= y < len(self.lines) else None

    def pieces(self, y: int) -> Iterable[Piece]:
        """What is drawn in a line."""
        return self.lines[y].pieces

    def base_roles(self, y: int) -> tuple[str, ...]:
        """Roles of the whole width of a line: the cursor's, where it stands."""
        return ("cursor",) if self.lines[y].item == self.cursor and self.items else ()

    def renew(self) -> None:
        """Lay out again after the content or the width changed; the cursor stays within bounds and in sight."""
        self._labels = {}
        self._laid_out_for = self.scrollable_content_region.width
        self.lines = self.lay_out(max(self._laid_out_for, 4)) if self._laid_out_for else []
        self.reach(Size(self.all_width, len(self.lines)))
        self.cursor = max(0, min(self.cursor, self.items - 1))
        if self.sought:
            here = self._match
            self._match = min(here, self.find(self.sought) - 1)
        self.refresh()
        self.call_after_refresh(self.bring_into_view)

    @property
    def all_width(self) -> int:
        """Cells of the longest line."""
        return self._laid_out_for

    def reach(self, size: Size) -> None:
        """So much can be scrolled through."""
        self.virtual_size = size

    @property
    def matches(self) -> int:
        """How many places hold the words that were looked for."""
        return len(self._matches)

    def find(self, words: str) -> int:
        """Mark all places that hold the words, whatever their case; how many there are. No words take the marks away."""
        self.sought, self._match = words, -1
        self._matches, self._line_starts = [], []
        if words:
            texts = [plain(self.pieces(number)) for number in range(len(self.lines))]
            self._line_starts = [0, *accumulate(len(text) + 1 for text in texts)]
            self._matches = occurrences("\n".join(texts), words)
        self.refresh()
        return len(self._matches)

    def go_to_match(self, step: int) -> int | None:
        """To the next (1) or previous (-1) match, or (0) to the first one in view or after it; its number, from 1."""
        if not self._matches:
            return None
        lines = [self._line_at(match.start) for match in self._matches]
        if step == 0:
            self._match = next((number for number, line in enumerate(lines) if line >= self.scroll_offset.y), 0)
        else:
            self._match = (self._match + step) % len(lines)
        line = lines[self._match]
        item = self._item_of_match(self._matches[self._match])
        if item is not None:
            self.cursor = item
        around = Region(0, max(line - 2, 0), 1, min(5, max(self.size.height, 1)))
        self.scroll_to_region(around, animate=False, force=True, x_axis=False)
        self.refresh()
        return self._match + 1

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._line_starts, offset) - 1

    def _item_of_match(self, match: Span) -> int | None:
        return self.lines[self._line_at(match.start)].item

    def _matches_in(self, number: int) -> list[Mark]:
        """The matches of one line, by its own characters; the one that was gone to last stands out."""
        if not self._matches:
            return []
        start, end = self._line_starts[number : number + 2]
        last = bisect_left(self._matches, end, key=lambda match: match.start)
        marks = []
        for one in range(last - 1, -1, -1):
            match = self._matches[one]
            if match.end <= start:
                break
            role = "match-here" if one == self._match else "match"
            marks.append(Mark(match.start - start, match.end - start, role))
        return marks

    def visible_items(self) -> Iterator[Spot]:
        """The items that are seen, each where its first words are."""
        known: set[int] = set()
        top = self.scroll_offset.y
        for number in range(len(self.lines))[top : top + self.scrollable_content_region.height]:
            item, indent = self.lines[number].item, indent_of(self.pieces(number))
            if item is not None and item not in known and indent is not None:
                known.add(item)
                yield Spot(indent, number - top, item)

    def label(self, labels: Mapping[str, Spot]) -> None:
        """Draw these letters before what they lead to; they go when the lines are laid out again."""
        self._labels = labels
        self.refresh()

    def jump_to(self, goal: Hashable) -> None:
        """Put the cursor on one of the `visible_items`."""
        if isinstance(goal, int):
            self.cursor = goal

    def bring_into_view(self) -> None:
        """Scroll as little as possible so that the item under the cursor is seen, with a line of air around it."""
        first, last = self.extent(self.cursor)
        if self.cursor == 0 and last <= self.size.height:
            first = 1  # what stands above the first item belongs to it
        if last:
            height = min(last - first + 2, max(self.size.height, 1))
            self.scroll_to_region(Region(0, max(first - 1, 0), 1, height), animate=False, force=True, x_axis=False)

    def on_resize(self) -> None:
        """Another width sets other lines."""
        self._refit()

    def _refit(self) -> None:
        if self.scrollable_content_region.width != self._laid_out_for:
            self.renew()

    def watch_cursor(self) -> None:
        """Show the cursor and say where it is."""
        if self.lines:
            self.refresh()
            self.bring_into_view()
            self.tell_moved()

    def tell_moved(self) -> None:
        """Say where the cursor is."""
        self.post_message(self.Moved(self, self.cursor))

    def on_focus(self) -> None:
        """The cursor looks different in the pane that has the keys."""
        self.forget_styles()

    def on_blur(self) -> None:
        """See `on_focus`."""
        self.forget_styles()

    def notify_style_update(self) -> None:
        """Another theme, other colours."""
        super().notify_style_update()
        self.forget_styles()

    def forget_styles(self) -> None:
        """Look the colours up again, and draw."""
        self._styles_of.clear()
        self.refresh()

    def style_of(self, roles: tuple[str, ...]) -> Style:
        """The page's own style under those of the roles, in their order."""
        style = self._styles_of.get(roles)
        if style is None:
            names = [f"page--{role}" for role in roles]
            style = self.get_visual_style(*names).rich_style
            if any(self.get_component_styles(name).text_style.reverse for name in names):
                style += Style(reverse=True)  # which a visual style leaves out
            self._styles_of[roles] = style
        return style

    def strip_of(self, pieces: Iterable[Piece], base: tuple[str, ...] = ()) -> Strip:
        """Pieces as a strip of styled cells."""
        return Strip(
            [Segment(piece.text, self.style_of((*base, *piece.roles))) for piece in pieces if piece.text]
        ).simplify()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The visible lines; a page that was hidden had no width, and is not always told that it has one now."""
        if self.scrollable_content_region.width != self._laid_out_for:
            self.call_after_refresh(self._refit)
        strips = super().render_lines(crop)
        if self._labels:
            lay_over(strips, crop, self._labels, self.style_of(("jump",)))
        return strips

    def render_line(self, y: int) -> Strip:
        """One visible line."""
        scroll_x, scroll_y = self.scroll_offset
        number, width = scroll_y + y, self.size.width
        if number >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        base = self.base_roles(number)
        pieces = self.pieces(number)
        found = self._matches_in(number)
        strip = self._selected(self.strip_of(cut(pieces, found) if found else pieces, base), number)
        return strip.crop_extend(scroll_x, scroll_x + width, self.style_of(base)).apply_offsets(scroll_x, number)

    def _selected(self, strip: Strip, number: int, first: int = 0) -> Strip:
        """The strip, which starts with that character of a line, with what the mouse has selected shown as such."""
        span = self.text_selection.get_span(number) if self.text_selection is not None else None
        if span is None:
            return strip
        style = self.screen.get_component_rich_style("screen--selection")
        segments = []
        for text, own, _ in strip:
            start = min(max(span[0] - first, 0), len(text))
            end = len(text) if span[1] < 0 else min(max(span[1] - first, start), len(text))
            chosen = own + style if own else style
            segments += [Segment(text[:start], own), Segment(text[start:end], chosen), Segment(text[end:], own)]
            first += len(text)
        return Strip([segment for segment in segments if segment.text], strip.cell_length)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected characters."""
        return selection.extract("\n".join(plain(self.pieces(number)) for number in range(len(self.lines)))), "\n"

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the cursor opens, like Enter."""
        offset = event.get_content_offset(self)
        if offset is None or self.text_selection is not None:
            return
        item = self.item_at(offset.x + self.scroll_offset.x, offset.y + self.scroll_offset.y)
        if item is None:
            return
        if item == self.cursor:
            self.action_open()
        else:
            self.cursor = item

    def action_open(self) -> None:
        """Open the item under the cursor."""
        if self.items:
            self.post_message(self.Opened(self, self.cursor))

    def action_search(self) -> None:
        """Look for words in this page."""
        self.post_message(self.Sought(self, 0))

    def action_next_match(self) -> None:
        """To the next match."""
        self.post_message(self.Sought(self, 1))

    def action_previous_match(self) -> None:
        """To the previous match."""
        self.post_message(self.Sought(self, -1))

    def action_down(self) -> None:
        """To the next item; past the last one, scroll on to the end of the text."""
        if self.cursor < self.items - 1:
            self.cursor += 1
        else:
            self.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        """To the previous item; before the first one, scroll back to the top of the text."""
        if self.cursor > 0:
            self.cursor -= 1
        else:
            self.scroll_relative(y=-1, animate=False)

    def action_first(self) -> None:
        """To the first item and the top."""
        self.cursor = 0
        self.scroll_home(animate=False)

    def action_last(self) -> None:
        """To the last item and the end."""
        self.cursor = max(self.items - 1, 0)
        self.scroll_end(animate=False)

    def action_half_down(self) -> None:
        """Half a page on, with the cursor."""
        self._leap(self.size.height // 2)

    def action_half_up(self) -> None:
        """Half a page back, with the cursor."""
        self._leap(-(self.size.height // 2))

    def _leap(self, lines: int) -> None:
        target = self.extent(self.cursor)[0] + lines
        if not self.items:
            self.scroll_relative(y=lines, animate=False)
        elif lines > 0:
            later = [item for item in range(self.cursor + 1, self.items) if self.extent(item)[0] <= target]
            self.cursor = later[-1] if later else min(self.cursor + 1, self.items - 1)
        else:
            earlier = [item for item in range(self.cursor) if self.extent(item)[0] >= target]
            self.cursor = earlier[0] if earlier else max(self.cursor - 1, 0)
