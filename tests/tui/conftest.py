"""The application under test: the story of `story.py` behind a real session, or a real library of the sample articles."""

import asyncio
import importlib.util
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from rich.segment import Segment
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from narrator.commands import BY_ID
from narrator.config import Config
from narrator.corrections import correct_claims, correct_links, correct_tellers, match
from narrator.model.comparison import Comparison
from narrator.model.notebook import Bookmark, Correction
from narrator.session import Session
from narrator.store.library import Library
from narrator.store.views import Group
from narrator.tui.app import NarratorApp
from narrator.tui.messages import Rested
from narrator.tui.widgets.chrome import StatusLine


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"tui_{name}", Path(__file__).parent / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


STORY = _load("story")


class StorySession(Session):
    """A real session over a library in memory that holds one event.

    Its comparison is the one written by hand, under the reader's corrections.
    """

    comparison: Comparison = STORY.COMPARISON

    def compare(self, *_: Any, **__: Any) -> Comparison:
        plain = self.comparison
        decisions = match(self.corrections(), plain.articles, plain.statements)
        if not decisions.matched:
            return plain
        narrators, statements = correct_tellers(decisions, plain.narrators, plain.statements)
        claims = tuple(correct_claims(decisions, plain.claims))
        rows = [{*claim.statements, *claim.more} for claim in claims]
        links = [link for link in plain.links if any({link.left, link.right} <= row for row in rows)]
        return replace(
            plain,
            narrators=narrators,
            statements=tuple(statements),
            claims=claims,
            links=correct_links(decisions, links),
        )


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests write to nobody's clipboard."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TMUX"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def story() -> ModuleType:
    """The invented story."""
    return STORY


@pytest.fixture
def open_story(monkeypatch: pytest.MonkeyPatch) -> Callable[..., NarratorApp]:
    """Makes an application over the story, or over a variation of its comparison."""

    def opened(
        comparison: Comparison = STORY.COMPARISON,
        title: str = STORY.SUMMARY.title,
        bookmarks: Sequence[Bookmark] = (),
        corrections: Sequence[Correction] = (),
        **options: Any,
    ) -> NarratorApp:
        monkeypatch.setattr(StorySession, "comparison", comparison)

        def factory(_: object) -> Session:
            library = Library(None)
            library.add([Group(STORY.SUMMARY.id, title, comparison.articles)])
            for bookmark in bookmarks:
                library.bookmarks.add(bookmark)
            for correction in corrections:
                library.corrections.add(correction)
            return StorySession(library, Config())

        return NarratorApp(factory, **options)

    return opened


class Listener:
    """Hears when a request was answered, well or not."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.heard: asyncio.Future[None] = self._loop.create_future()

    def post_message(self, message: Message) -> None:
        if isinstance(message, Rested):
            self._loop.call_soon_threadsafe(self._hear)

    def _hear(self) -> None:
        if not self.heard.done():
            self.heard.set_result(None)


async def settle(pilot: Pilot[Any], rounds: int = 3) -> None:
    """Wait until everything that was asked of the session is answered and shown, and in more rounds what answers ask for."""
    for _ in range(rounds):
        await pilot.pause()
        listener: Any = Listener()
        # As a long request it comes after all others: short ones overtake.
        pilot.app.desk.ask(listener, lambda *_: None, lambda request, _: Rested(request), "waiting")  # type: ignore[attr-defined]
        await listener.heard
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one by one, waiting for what is under way and for what each of them sets off."""
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Type a text."""
    for letter in text:
        await pilot.press("space" if letter == " " else letter)
    await settle(pilot)


def seen(pilot: Pilot[Any], selector: str | None = None) -> str:
    """What stands on the screen, or in one widget of it, as lines of text."""
    screen = pilot.app.screen
    strips = screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    if selector is None:
        return "\n".join(line.rstrip() for line in lines)
    region = screen.query_one(selector, Widget).region
    cells = [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in cells)


def drawn(pilot: Pilot[Any], selector: str) -> list[Segment]:
    """The stretches of text that stand in a widget, as they are styled on the screen."""
    screen = pilot.app.screen
    region = screen.query_one(selector, Widget).region
    strips = screen._compositor.render_strips()[region.y : region.bottom]
    return [segment for strip in strips for segment in strip.crop(region.x, region.right)]


def widget(pilot: Pilot[Any], selector: str) -> Any:
    """A widget of the screen on top."""
    return pilot.app.screen.query_one(selector)


def said(pilot: Pilot[Any]) -> str:
    """The line above the keys."""
    return pilot.app.screen.query_one(StatusLine).text


def errors(pilot: Pilot[Any]) -> list[str]:
    """The errors at the edge of the screen, oldest first."""
    return [str(one.message) for one in pilot.app._notifications]


class Steps:
    """The helpers above, as one fixture."""

    settle = staticmethod(settle)
    press = staticmethod(press)
    type_in = staticmethod(type_in)
    seen = staticmethod(seen)
    drawn = staticmethod(drawn)
    widget = staticmethod(widget)
    said = staticmethod(said)
    errors = staticmethod(errors)


@pytest.fixture
def steps() -> type[Steps]:
    """Pressing, typing, waiting and looking."""
    return Steps


_NAMES = {
    "[": "left_square_bracket", "]": "right_square_bracket", "?": "question_mark", "/": "slash", "'": "apostrophe",
    "{": "left_curly_bracket", "}": "right_curly_bracket", ">": "greater_than_sign", "<": "less_than_sign",
    "+": "plus", "-": "minus",
}  # fmt: skip


@pytest.fixture
def key(request: pytest.FixtureRequest) -> str:
    """The first key of the command that the test is marked with, as a pilot presses it."""
    (command,) = request.node.get_closest_marker("command").args
    first = BY_ID[command].keys[0]
    return _NAMES.get(first, first)


@pytest.fixture
async def pilot(
    open_story: Callable[..., NarratorApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Pilot[Any]]:
    """The application over the story, in 120 columns and an empty directory, ready for keys."""
    monkeypatch.chdir(tmp_path)
    async with open_story().run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        yield pilot


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the sample articles, analysed once for all tests; to be copied, not changed."""
    from narrator.assets import samples_dir

    path = tmp_path_factory.mktemp("samples") / "library.db"
    session = Session.open(path, Config())
    session.add(sorted(place for place in samples_dir().iterdir() if place.is_dir()))
    for event in session.events():
        session.compare(event.id)
    session.close()
    return path


@pytest.fixture
def open_samples(sample_library: Path, tmp_path: Path) -> Callable[..., NarratorApp]:
    """Makes an application over a copy of the sample library."""

    def opened(**options: Any) -> NarratorApp:
        path = tmp_path / "library.db"
        path.write_bytes(sample_library.read_bytes())

        def factory(analyse: Callable[[Sequence[str]], list[Any]] | None) -> Session:
            return Session.open(path, Config(), analyse)

        return NarratorApp(factory, **options)

    return opened
