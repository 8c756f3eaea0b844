"""How soon the application shows its first frame, over a library of many articles, beside an application of three lines.

usage: python -m benchmarks.first_frame [--articles 10000] [--runs 11]

Each start is a process of its own under a terminal of its own (a pty); both applications leave by themselves after their first
frame. They are started by turns, so that what else the machine does falls on both alike. Printed are the medians from the start
of the process to the first frame, their ratio, and which heavy modules were loaded by then.
"""

import argparse
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from narrator.model.article import Article
from narrator.store.library import Library
from narrator.store.views import Group

HEAVY = ("spacy", "trafilatura", "feedparser", "sqlite_utils", "numpy", "rapidfuzz", "py3langid", "lxml", "msgspec")
"""Modules that read, parse or store; none is needed for the first frame. (msgspec checks the settings, where there are any.)"""

_LEAVE = f"""
    def on_ready(self):
        import os, sys, time
        shown = time.clock_gettime(time.CLOCK_MONOTONIC)
        os.write(int(sys.argv[1]), f"{{shown}} {{' '.join(set({HEAVY!r}) & sys.modules.keys())}}".encode())
        self.exit()
"""
SMALL = f"""
import sys
from textual.app import App
from textual.widgets import Static
class Small(App):
    def compose(self):
        yield Static("Hello")
{_LEAVE}
Small().run()
"""
OURS = f"""
import sys
from narrator.cli.main import narrator
import narrator.tui.app as module
class Ours(module.NarratorApp):
{_LEAVE}
module.NarratorApp = Ours
narrator([], standalone_mode=False)
"""


def groups(articles: int) -> Iterator[Group]:
    """Invented coverage: three articles an event, four events a day."""
    for event in range(articles // 3):
        day = date(2015, 1, 1) + timedelta(days=event // 4)
        yield Group(
            f"{event:012x}",
            f"What was decided in council {event} about bridge {event % 97}",
            tuple(_article(event, outlet, day) for outlet in ("The Gazette", "The Herald", "River Radio")),
        )


def _article(event: int, outlet: str, day: date) -> Article:
    text = (
        f"The council of district {event} met on bridge {event % 97}. {outlet} was told that works begin soon.\n" * 12
    )
    return Article(
        text, f"{outlet} on council {event}", outlet, published=day, url=f"https://example.org/{outlet}/{event}"
    )


def seconds(script: str, home: Path) -> tuple[float, str]:
    """From the start of a process to its first frame; the heavy modules that it had loaded."""
    tell, told = os.pipe()
    terminal, end = pty.openpty()
    environment = {**os.environ, "NARRATOR_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    environment |= {"COLUMNS": "120", "LINES": "40"}
    os.set_inheritable(told, True)
    started = time.clock_gettime(time.CLOCK_MONOTONIC)
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(told)], stdin=end, stdout=end, stderr=end, pass_fds=[told], env=environment,
        start_new_session=True,
    )  # fmt: skip
    os.close(end)
    os.close(told)
    said = _drain(process, terminal)
    with os.fdopen(tell) as answer:
        shown, *loaded = answer.read().split() or [""]
    if process.returncode or not shown:
        raise SystemExit(f"The application did not start:\n{said.decode(errors='replace')[-2000:]}")
    return float(shown) - started, " ".join(sorted(loaded))


def _drain(process: subprocess.Popen[bytes], terminal: int) -> bytes:
    """What the application writes, read until it has ended: a terminal that is full would hold it up."""
    said = b""
    with os.fdopen(terminal, "rb", buffering=0) as screen:
        while True:
            try:
                part = screen.read(65_536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            said += part
    process.wait()
    return said


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.first_frame", description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args(arguments)
    small: list[float] = []
    ours: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with closing(Library(home / "library.db")) as library:
            library.add(groups(options.articles))
        heavy = ""
        for run in range(options.runs + 1):
            times = seconds(SMALL, home)[0], *seconds(OURS, home)
            if run:  # the first run fills the caches of the system
                small.append(times[0])
                ours.append(times[1])
                heavy = times[2]
    few, ready = statistics.median(small), statistics.median(ours)
    print(f"three lines: {few * 1000:.0f} ms; narrator over {options.articles:,} articles: {ready * 1000:.0f} ms")
    print(f"ratio: {ready / few:.2f}; heavy modules loaded: {heavy or 'none'}")


if __name__ == "__main__":
    main()
