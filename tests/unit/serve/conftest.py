"""The real server in a process of its own, and a visitor that speaks to it as a browser does."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSMsgType

DEADLINE = 30.0
"""Seconds until what should happen counts as not happening."""

ESCAPES = re.compile(r"\x1b(\[[0-9;?<>=$]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\))")


class Server:
    """A running `narrator serve`, and what it printed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.process = process
        self.address = process.stdout.readline().strip()
        self.origin = f"http://{urlsplit(self.address).netloc}"

    def children(self) -> set[int]:
        """The processes that it has started, and those that they have started."""
        running = _running()
        found: set[int] = set()
        wave = {self.process.pid}
        while wave := {pid for pid, parent in running.items() if parent in wave}:
            found |= wave
        return found

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """End it; its exit code."""
        self.process.send_signal(how)
        return self.process.wait(DEADLINE)

    async def left_alone(self, children: set[int]) -> None:
        """Wait until none of the processes runs any more."""
        async with asyncio.timeout(DEADLINE):
            while children & _running().keys():
                await asyncio.sleep(0.05)

    @asynccontextmanager
    async def visitor(self) -> AsyncIterator["Visitor"]:
        """One that has opened the address and keeps the cookie."""
        jar = CookieJar(unsafe=True)  # takes the cookies of numeric hosts too
        async with ClientSession(cookie_jar=jar) as client, client.get(self.address) as answer:
            assert answer.status == 200
            yield Visitor(client, str(answer.url), self.origin)


class Visitor:
    """Cookies and the place they hold for."""

    def __init__(self, client: ClientSession, room: str, origin: str) -> None:
        self.client, self.room, self.origin = client, room, origin

    @asynccontextmanager
    async def page(self, size: str = "width=120&height=40") -> AsyncIterator["Page"]:
        """The WebSocket of one page."""
        async with self.client.ws_connect(f"{self.room}ws?{size}", headers={"Origin": self.origin}) as socket:
            yield Page(socket)


class Page:
    """A WebSocket and the words that have come over it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.words = ""

    async def shows(self, *wanted: str) -> None:
        """Wait until all these words have come."""
        async with asyncio.timeout(DEADLINE):
            while not all(one in self.words for one in wanted):
                message = await self.socket.receive()
                assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), f"closed after {self.words!r}"
                if message.type is WSMsgType.BINARY:
                    self.words += ESCAPES.sub("", message.data.decode(errors="replace"))

    async def press(self, keys: str) -> None:
        """Send keys; words that came before count no more."""
        self.words = ""
        await self.socket.send_json(["stdin", keys])

    async def closed(self) -> None:
        """Wait until the server closes the connection."""
        async with asyncio.timeout(DEADLINE):
            while not self.socket.closed:
                await self.socket.receive()


def _running() -> dict[int, int]:
    """The processes that run, each with its parent."""
    told = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in told.splitlines())
    return {int(pid): int(parent) for pid, parent, state in rows if not state.startswith("Z")}


@contextmanager
def _serving(home: Path, *arguments: str) -> Iterator[Server]:
    if sys.platform == "win32":
        pytest.skip("ends processes by signals of POSIX")
    command = [sys.executable, "-m", "narrator", "serve", "--port", "0", *arguments]
    with subprocess.Popen(
        command,
        env={**os.environ, "NARRATOR_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Server(process)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait(DEADLINE)


@pytest.fixture
def serving(narrator_home: Path) -> Callable[..., AbstractContextManager[Server]]:
    """`narrator serve` with these arguments on a free port, as a context; it is stopped at the end."""
    return lambda *arguments: _serving(narrator_home, *arguments)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`narrator serve` over an empty library."""
    with _serving(tmp_path_factory.mktemp("home")) as server:
        yield server
