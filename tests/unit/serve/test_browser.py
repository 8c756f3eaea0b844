"""A real browser paints the application. Opt-in: pytest --browser; it takes Chromium, spoken to through its DevTools protocol."""

import asyncio
import base64
import shutil
import struct
import subprocess
import zlib
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse

pytestmark = pytest.mark.browser

DEADLINE = 60.0
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-sandbox",
    "--no-first-run",
    "--remote-debugging-port=0",
    "--window-size=1200,800",
)

# The page keeps its terminal to itself; the first property it sets on it lets us know it.
KNOW_THE_TERMINAL = """
Object.defineProperty(Object.prototype, "websocket_url", {
  configurable: true,
  set(value) {
    Object.defineProperty(this, "websocket_url", {value, writable: true});
    window.narratorPage = this;
  },
});
"""
WORDS = """
(() => {
  const buffer = window.narratorPage?.terminal.buffer.active;
  return buffer ? Array.from({length: buffer.length}, (_, n) => buffer.getLine(n).translateToString(true)).join("\\n") : "";
})()
"""


class Tab:
    """A tab of the browser, through the DevTools protocol."""

    def __init__(self, devtools: ClientWebSocketResponse) -> None:
        self.devtools = devtools
        self.session: str | None = None
        self.events: list[dict[str, Any]] = []
        self._numbers = count(1)

    async def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol; events that come meanwhile are kept."""
        number = next(self._numbers)
        session = {"sessionId": self.session} if self.session else {}
        await self.devtools.send_json({"id": number, "method": method, "params": parameters, **session})
        async with asyncio.timeout(DEADLINE):
            while True:
                answer = await self.devtools.receive_json()
                if answer.get("id") == number:
                    assert "error" not in answer, answer
                    return answer["result"]
                self.events.append(answer)

    async def value(self, script: str) -> Any:
        """The value of an expression in the page."""
        return (await self.ask("Runtime.evaluate", expression=script, returnByValue=True))["result"].get("value")

    async def open(self, address: str) -> None:
        target = await self.ask("Target.createTarget", url="about:blank")
        self.session = (await self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True))["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            await self.ask(f"{domain}.enable")
        await self.ask("Page.addScriptToEvaluateOnNewDocument", source=KNOW_THE_TERMINAL)
        await self.ask("Page.navigate", url=address)

    async def shows(self, words: str) -> None:
        """Wait until the terminal of the page has the words."""
        async with asyncio.timeout(DEADLINE):
            while words not in str(await self.value(WORDS)):
                await asyncio.sleep(0.1)

    async def press(self, key: str) -> None:
        await self.ask("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def screenshot(self) -> bytes:
        return base64.b64decode((await self.ask("Page.captureScreenshot", format="png"))["data"])


@pytest.fixture
def devtools(tmp_path: Path) -> Iterator[str]:
    """The address of a browser's DevTools."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"none of {', '.join(NAMES)} is installed")
    command = [program, *OPTIONS, f"--user-data-dir={tmp_path / 'profile'}", "about:blank"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            said = (line.partition("DevTools listening on ")[2].strip() for line in process.stderr)
            yield next(filter(None, said))
        finally:
            process.terminate()


@pytest.fixture
async def tab(devtools: str) -> AsyncIterator[Tab]:
    async with ClientSession() as client, client.ws_connect(devtools, max_msg_size=0) as socket:
        yield Tab(socket)


def colours(png: bytes) -> int:
    """How many different bytes the picture's rows hold: one colour gives a few, a painted terminal many."""
    place, data = 8, b""
    while place < len(png):
        (size,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            data += png[place + 8 : place + 8 + size]
        place += size + 12
    return len(set(zlib.decompress(data)))


async def test_the_browser_paints_the_application(serving: Any, tab: Tab, tmp_path: Path) -> None:
    with serving("--demo") as server:
        await tab.open(server.address)
        await tab.shows("Vessmar")
        assert "token" not in await tab.value("location.href")
        assert await tab.value("document.cookie") == ""
        picture = await tab.screenshot()
        (tmp_path / "served.png").write_bytes(picture)
        assert colours(picture) > 50
        await tab.press("?")
        await tab.shows("Keys")

        asked = [
            event["params"]["request"]["url"] for event in tab.events if event["method"] == "Network.requestWillBeSent"
        ]
        assert asked and all(url.startswith((server.origin, "data:")) for url in asked)
        said = [event["params"]["entry"] for event in tab.events if event["method"] == "Log.entryAdded"]
        assert [entry["text"] for entry in said if entry["level"] == "error"] == []  # nothing missing, nothing blocked


async def test_the_page_says_that_the_session_has_ended(serving: Any, tab: Tab) -> None:
    with serving() as server:
        await tab.open(server.address)
        await tab.shows("Library")
        await tab.press("q")
        async with asyncio.timeout(DEADLINE):
            while not await tab.value("document.querySelector('.ended').checkVisibility()"):
                await asyncio.sleep(0.1)
        await tab.value("document.querySelector('.ended a').click()")
        await tab.shows("Library")


async def test_another_page_cannot_reach_the_application(serving: Any, tab: Tab) -> None:
    """A page of another origin, while the browser holds the cookie: no socket, no frame, nothing to read."""
    with serving() as server:
        await tab.open(server.address)
        await tab.shows("Library")
        room = await tab.value("location.href")
        await tab.ask("Page.navigate", url="data:text/html,<p>elsewhere")
        tried = await tab.ask(
            "Runtime.evaluate",
            awaitPromise=True,
            returnByValue=True,
            expression=f"""Promise.all([
              new Promise(done => {{
                const socket = new WebSocket("{room.replace("http", "ws", 1)}ws");
                socket.onopen = () => done("open");
                socket.onerror = () => done("refused");
              }}),
              fetch("{room}").then(() => "read", () => "refused"),
            ])""",
        )
        assert tried["result"]["value"] == ["refused", "refused"]
