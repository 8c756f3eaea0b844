"""What is loaded before the first frame: nothing that reads, parses or stores."""

import subprocess
import sys

SCRIPT = """
import asyncio, sys, threading
from narrator.tui.app import NarratorApp

HEAVY = {"spacy", "trafilatura", "feedparser", "sqlite_utils", "numpy", "rapidfuzz", "py3langid"}
shown = threading.Event()

def factory(analyse):
    shown.wait(30)
    from narrator.session import Session
    return Session.in_memory(analyse=analyse)

async def main():
    app = NarratorApp(factory)
    async with app.run_test() as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        text = "".join(segment.text for strip in strips for segment in strip)
        print("frame" if "Opening the library" in text and "quit" in text else text)
        print(*sorted(HEAVY & sys.modules.keys()), sep=",")
        shown.set()

asyncio.run(main())
"""


def test_nothing_heavy_is_loaded_before_the_first_frame():
    finished = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=True)
    assert finished.stdout.splitlines() == ["frame", ""]
