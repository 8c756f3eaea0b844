"""Text that would act on a terminal or on a markup parser is shown, and does nothing, on every screen, pane and menu.

Every screen of the application needs a walk here: one without is a failing test.
"""

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot
from textual.screen import Screen

import narrator.tui.screens
from narrator.model.article import Article, Span
from narrator.model.comparison import Comparison, Kind, Link, Part, Relation
from narrator.model.contrast import Contrast, Naming
from narrator.model.notebook import Anchor, Bookmark, Correction, CorrectionKind, Status
from narrator.model.party import Mention, NarratorKind
from narrator.model.statement import Qualifier, Quantity
from narrator.tui.scrub import Scrub
from narrator.tui.widgets.chrome import active_commands

UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
BAD = (
    "[@click=app.quit]free[/] [link=https://evil.example]x[/link] [/red] [b +\x1b[2J\x1b]0;owned\x07\x1b]52;c;aGVsbG8=\x07"
    "\x9b31m\x90q\x9c \u202eexe.txt\u202c\u200b\u2066 漢字漢字 👨‍👩‍👧 e\u0301\nnext\r\ttab " + "w" * 130
)
"""Both dialects of markup with an action and a link; ESC, C1, window title, clipboard; bidi; wide, joined, combining, long."""

TYPED = "text:"
"""Before what is typed, in a walk."""

WALKS: dict[str, tuple[str, ...]] = {
    "LibraryScreen": (),
    "ReaderScreen": ("enter",),
    "CompareScreen": ("c",),
    "NotebookScreen": ("B",),
    "HelpScreen": ("question_mark",),
    "ExplainScreen": ("enter", "x"),
    "FiguresScreen": ("enter", "F"),
    "CorrectionsScreen": ("L",),
    "SearchScreen": ("S", f"{TYPED}free", "down"),
    "CorrectMenu": ("enter", "m"),
    "Prompt": ("enter", "b"),
    "Chooser": ("B", "f"),
    "Jump": ("enter", "apostrophe"),
    "Problems": ("a", f"{TYPED}broken", "enter", "exclamation_mark"),
}
"""Class of a screen to the keys that lead to it from the library."""

OUTSIDE = {"quit", "back", "browse", "pager", "edit_outside"}
"""Commands that leave the application, or the screen."""

_IDS = {
    "id",
    "left",
    "right",
    "article",
    "narrator",
    "narrators",
    "statement",
    "statements",
    "more",
    "claims",
    "version",
    "by",
}


class Poison:
    """Puts hostile words into every field of model objects that holds text, and moves offsets along."""

    def __init__(self, comparison: Comparison) -> None:
        self.articles = {one.id: self._article(one) for one in comparison.articles}
        self._ids = {old: new.id for old, new in self.articles.items()}
        for one in comparison.statements:
            spans = self(one.spans)
            self._ids[one.id] = f"{self._ids[one.article]}:{spans[0].start}-{spans[-1].end}"

    def _article(self, article: Article) -> Article:
        values = {one: getattr(article, one) for one in ("text", "title", "outlet", "url", "language")}
        poisoned = {name: f"{BAD} {value or ''}" for name, value in values.items()}
        return replace(article, authors=(BAD, BAD), **poisoned)

    def __call__(self, value: Any, name: str = "") -> Any:
        if isinstance(value, Article):
            return self.articles[value.id]
        if isinstance(value, Span):
            return Span(0, value.end + len(BAD) + 1)
        if isinstance(value, tuple) and value and isinstance(value[0], Span):
            first, *rest = value
            return (self(first), *(Span(one.start + len(BAD) + 1, one.end + len(BAD) + 1) for one in rest))
        if isinstance(value, str) and not isinstance(value, Enum):
            return self._ids.get(value, value if name in _IDS else f"{BAD} {value}")
        if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{one.name: self(getattr(value, one.name), one.name) for one in fields(value) if one.init}
            )
        if isinstance(value, frozenset):
            return frozenset(self(one, name) for one in value)
        if isinstance(value, tuple):
            items = [self(one, name) for one in value]
            return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
        return {self(key, "id"): self(one, "id") for key, one in value.items()} if isinstance(value, dict) else value


def rich(story: ModuleType) -> Comparison:
    """The story with everything in it that a comparison can hold: courses, contrasts, doubts, sides, names."""

    def link(left: Any, right: Any, relation: Relation, kind: Kind) -> Link:
        spans = (Span(left.start, left.start + 4),), (Span(right.start, right.start + 4),)
        return Link(
            left.id,
            right.id,
            relation,
            kind,
            0.8,
            0.8,
            *spans,
            "rule",
            (Part("part", 0.5),),
            "why",
            "change",
            ("gate",),
        )

    old: Comparison = story.COMPARISON
    updates = (
        link(story.ELEVEN, story.TANKERS, Relation.UPDATE, Kind.NUMBER),
        link(story.TANKERS, story.NINETEEN, Relation.UPDATE, Kind.NUMBER),
    )
    others = (
        link(story.FOUR, story.NINETEEN, Relation.DIFFERENT_EVENT, Kind.NUMBER),
        link(story.PLACE, story.VALVE, Relation.SAME, Kind.PLACE),
    )
    men = (
        Naming("pavel-dorn", story.RAIDERS.id, story.NAMES.left_spans[0], "armed raiders", "raider", True),
        Naming("local-people", story.WATCHMEN.id, story.NAMES.right_spans[0], "night watchmen", "watchman"),
    )
    mention = Mention(Span(0, 2), "Halden Oil", NarratorKind.ORGANISATION, "firm", "spokesman", None, 0.6)
    figure = Quantity(Span(0, 4), "Four", 4, 4, Qualifier.EXACT, "people", "person", "killed")
    anchor = Anchor.of(story.COURIER, story.ELEVEN.spans)
    first, *rest = old.claims
    return replace(
        old,
        narrators=tuple(replace(one, aliases=("alias",), side="side") for one in old.narrators),
        statements=tuple(
            replace(one, chain=(mention,), quantities=(*one.quantities, figure)) for one in old.statements
        ),
        claims=(replace(first, statements=(*first.statements, story.TANKERS.id), more=(story.PLACE.id,)), *rest),
        links=(*old.links, *updates, *others),
        contrasts=(Contrast("the men", (story.WATCHMEN.id,), men),),
        unmatched=(Correction(CorrectionKind.SPEAKER_IS, (anchor,), "Anybody", datetime(2021, 3, 10, tzinfo=UTC)),),
    )


def kept(comparison: Comparison, event: str) -> Iterator[Bookmark]:
    """A bookmark that no cleaning has seen, and one whose words are gone."""
    anchors = tuple(Anchor.of(comparison.article_by_id[one.article], one.spans) for one in comparison.statements[:2])
    bookmark = Bookmark(
        anchors, BAD, datetime(2021, 3, 10, tzinfo=UTC), event, "contradicts", "number", BAD, Status.OPEN, BAD, (BAD, "tag"),
        ((BAD, BAD), (BAD,)), tuple(one.spans[:1] for one in anchors), ("B2", ""),
    )  # fmt: skip
    lost = Anchor("000000000000", (Span(0, 3),), BAD, BAD, BAD)
    return iter((bookmark, replace(bookmark, anchors=(lost,), tellers=(), clashes=(), grades=())))


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a model object that is no id, with the name of its field."""
    if isinstance(value, str) and not isinstance(value, Enum):
        if name not in _IDS:
            yield name, value
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts(getattr(value, one.name), one.name if one.init else "id")
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one, name)


def screens(kind: type = Screen) -> Iterator[type]:
    """The screens of the application that are shown: classes that others are made from are not."""
    for module in pkgutil.iter_modules(narrator.tui.screens.__path__):
        importlib.import_module(f"narrator.tui.screens.{module.name}")
    for one in kind.__subclasses__():
        if one.__module__.startswith("narrator.tui") and not one.__subclasses__():
            yield one
        yield from screens(one)


def harmless(pilot: Pilot[Any]) -> None:
    """Nothing on the screen can act, and every row is as wide as the screen."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    assert len(strips) == height
    for strip in strips:
        line = "".join(segment.text for segment in strip)
        assert not UNSAFE.search(line), repr(line)
        assert all(unicodedata.category(one) not in ("Cc", "Cs", "Zl", "Zp") for one in line), repr(line)
        assert strip.cell_length == width == sum(segment.cell_length for segment in strip), repr(line)
        for segment in strip:
            if segment.style is not None:
                assert segment.style.link is None, segment
                assert "@click" not in segment.style.meta, segment


@pytest.fixture
def hostile(story: ModuleType, open_story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The application over hostile texts alone; in its directory a folder with a file of a hostile name."""
    monkeypatch.chdir(tmp_path)
    poison = Poison(rich(story))
    comparison = poison(rich(story))
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / f"{BAD[:60].replace('/', '_')}.html").write_bytes(b"\x00\x01\x1b[2J")
    bookmarks = tuple(kept(comparison, story.SUMMARY.id))
    correction = replace(comparison.unmatched[0], value=BAD)
    return open_story(comparison, title=BAD, bookmarks=bookmarks, corrections=(correction,))


async def walk(pilot: Pilot[Any], steps: Any, keys: tuple[str, ...]) -> None:
    """Press and type, looking after each key."""
    for key in keys:
        if key.startswith(TYPED):
            await steps.type_in(pilot, key.removeprefix(TYPED))
        else:
            await steps.press(pilot, key)
        harmless(pilot)


async def press(pilot: Pilot[Any], steps: Any, key: str) -> None:
    """Press a key once the one before has been answered, and wait for its answer and what that asks for."""
    await pilot.press(key)
    await steps.settle(pilot)


async def back_to(pilot: Pilot[Any], steps: Any, screen: str) -> None:
    """To a screen by its walk, from wherever one is."""
    for _ in range(6):
        if type(pilot.app.screen).__name__ in (screen, "LibraryScreen"):
            break
        await press(pilot, steps, "escape")
    if type(pilot.app.screen).__name__ != screen:
        await press(pilot, steps, "escape")
        await walk(pilot, steps, WALKS[screen])


def test_every_text_of_the_comparison_is_hostile(story: ModuleType):
    comparison = Poison(rich(story))(rich(story))
    found = list(texts(comparison))
    assert [name for name, text in found if BAD not in text] == []
    assert {"title", "outlet", "url", "authors", "text", "name", "aliases", "side", "label", "explanation"} <= dict(
        found
    ).keys()


def test_every_screen_has_a_walk():
    assert {one.__name__ for one in screens()} - set(WALKS) == set()


@pytest.mark.parametrize("screen", WALKS)
async def test_every_screen_and_its_commands_withstand_hostile_text(screen: str, hostile, steps):
    async with hostile.run_test(size=(120, 40), notifications=True) as pilot:
        await steps.settle(pilot)
        harmless(pilot)
        await walk(pilot, steps, WALKS[screen])
        for size in ((120, 40), (60, 20)):
            await pilot.resize_terminal(*size)
            await steps.settle(pilot, rounds=1)
            harmless(pilot)
            assert type(pilot.app.screen).__name__ == screen
            for command, key in [(one.id, one.keys[0]) for one, _ in active_commands(pilot.app.screen)]:
                if command not in OUTSIDE:
                    await press(pilot, steps, key)
                    harmless(pilot)
                    await back_to(pilot, steps, screen)
        assert pilot.app.is_running


async def test_what_is_typed_does_not_act(hostile, steps):
    async with hostile.run_test(size=(100, 30), notifications=True) as pilot:
        await walk(
            pilot, steps, ("enter", "b", f"{TYPED}[@click=app.quit]n[/]", "enter", "slash", f"{TYPED}[/red]", "escape")
        )
        await walk(pilot, steps, ("B", "t", f"{TYPED}[b], [/]", "enter", "i", f"{TYPED}[red]", "escape", "u"))
        await walk(pilot, steps, ("escape", "escape", "ctrl+p", f"{TYPED}[red]", "escape"))
        assert pilot.app.is_running


async def test_hostile_words_are_shown_as_they_were_written(hostile, steps):
    async with hostile.run_test(size=(120, 40)) as pilot:
        for keys in ((), ("enter",), ("escape", "c"), ("escape", "B")):
            await steps.press(pilot, *keys)
            assert "[@click=app.quit]free[/]" in " ".join(steps.seen(pilot).split())


async def test_exports_from_hostile_text_are_written_where_the_reader_said(hostile, steps, tmp_path: Path):
    async with hostile.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "B", "e", "enter")
        (notes,) = tmp_path.glob("*.md")
        assert notes.parent == tmp_path
        assert not [one for one in notes.read_text("utf-8") if unicodedata.category(one) == "Cc" and one != "\n"]


async def test_a_drawing_of_hostile_text_holds_nothing_that_acts(hostile, steps, tmp_path: Path):
    async with hostile.run_test(size=(120, 40), notifications=True) as pilot:
        await steps.press(pilot, "enter", "F", "e", "enter")
        (drawing,) = tmp_path.glob("*.svg")
        assert not UNSAFE.search(drawing.read_text("utf-8").replace("\n", ""))


async def test_a_failure_is_told_word_for_word(open_story, steps):
    app = open_story(open_event="[/red] [@click=app.quit]x[/]")
    async with app.run_test(notifications=True) as pilot:
        await steps.settle(pilot)
        assert "No event fits “[/red] [@click=app.quit]x[/]”" in steps.errors(pilot)[0]
        assert "[@click=app.quit]x[/]" in steps.seen(pilot)


def test_the_filter_takes_out_what_acts_and_keeps_what_reads():
    line = [Segment("a\x1b]52;c;x\x07b\u202e漢字 👨‍👩‍👧 e\u0301\x9b")]
    (segment,) = Scrub().apply(line, Color.parse("black"))
    assert segment.text == "a]52;c;xb漢字 👨‍👩‍👧 e\u0301"
