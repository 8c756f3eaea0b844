"""Pictures of the application on two sample stories, as SVG written by the application itself.

usage: python -m benchmarks.screenshots FOLDER [WIDTHxHEIGHT]
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from narrator.assets import samples_dir
from narrator.session import Analyse, Session
from narrator.tui.app import NarratorApp
from narrator.tui.widgets.events import EventsPane

STORIES = ("khusham-strike", "ferry-accident")
SHOTS = {
    "library": (),
    "figures": ("F",),
    "reader": ("escape", "j", "enter", "right_square_bracket"),
    "explain": ("x",),
    "compare": ("escape", "c"),
}
"""Name of the picture to the keys that lead to it from the one before."""

PATIENCE = 120
"""Seconds for the comparison."""


def _session(_: Analyse | None) -> Session:
    session = Session.in_memory()
    session.add([samples_dir() / story for story in STORIES])
    for event in session.events():
        session.compare(event.id)
    return session


async def _settle(pilot: Pilot[int]) -> None:
    """Until nothing has changed on the screen for a second."""
    before, quiet = "", 0
    for _ in range(PATIENCE * 5):
        await pilot.pause(0.2)
        now = pilot.app.export_screenshot()
        quiet = quiet + 1 if now == before else 0
        before = now
        if quiet == 5:
            return


async def shoot(folder: Path, size: tuple[int, int]) -> None:
    """Write the pictures into a folder."""
    app = NarratorApp(_session)
    async with app.run_test(size=size) as pilot:
        while not pilot.app.screen.query_one(EventsPane).events:
            await pilot.pause(0.2)
        await _settle(pilot)
        for name, keys in SHOTS.items():
            for key in keys:
                await pilot.press(key)
                await _settle(pilot)
            app.save_screenshot(f"{name}.svg", str(folder))


if __name__ == "__main__":
    place = Path(sys.argv[1])
    width, _, height = (sys.argv[2] if len(sys.argv) > 2 else "120x36").partition("x")
    with tempfile.TemporaryDirectory() as home:
        os.environ["NARRATOR_HOME"] = home
        asyncio.run(shoot(place, (int(width), int(height))))
