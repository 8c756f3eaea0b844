"""textual-serve for one reader: no shell, no terminal of the server's, no child that outlives its page."""

import asyncio
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from pathlib import Path

from aiohttp import WSCloseCode, WSMsgType, web
from aiohttp.http_exceptions import HttpProcessingError
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from narrator.serve.door import HOST, Door

PAGE = Path(__file__).parent / "page"

PATIENCE = 5.0
"""Seconds that the application has to put its things away before it is killed."""


def bind(port: int) -> socket.socket:
    """Listen on the loopback address alone; 0 is any free port. OSError where the port is taken."""
    return socket.create_server((HOST, port))


def serve(arguments: Sequence[str], listener: socket.socket, door: Door) -> None:
    """Serve the program until Ctrl+C or SIGTERM; each page has a process of its own. What they report goes to standard error."""
    logging.getLogger("aiohttp.server").addFilter(_own_fault)
    with redirect_stdout(sys.stderr):
        web.run_app(
            Reception(arguments, door)._make_app(),
            sock=listener,
            print=None,
            access_log=None,
            shutdown_timeout=PATIENCE * 2,
        )


def _own_fault(record: logging.LogRecord) -> bool:
    """Not what others send that is no HTTP: it is answered with 400, and their bytes are nothing for a terminal."""
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))


class Sitting(AppService):
    """The application as one page shows it: a process of its own."""

    def __init__(self, arguments: Sequence[str], page: web.WebSocketResponse, reception: "Reception") -> None:
        async def write_bytes(data: bytes) -> None:
            with suppress(ConnectionError):  # the page is gone; the process must not wait on a full pipe
                await page.send_bytes(data)

        async def write_str(text: str) -> None:
            with suppress(ConnectionError):
                await page.send_str(text)

        async def close() -> None:
            await page.close()

        super().__init__(
            reception.command,
            write_bytes=write_bytes,
            write_str=write_str,
            close=close,
            download_manager=reception.download_manager,
        )
        self._arguments = arguments

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        environment.pop("TMUX", None)  # the terminal is the page, not the one that the server was started in
        return {**environment, "TEXTUAL_DRIVER": "narrator.tui.served:ServedDriver"}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> asyncio.subprocess.Process:
        """Without a shell, and in a group of its own: Ctrl+C in the server's terminal is the server's."""
        pipe = asyncio.subprocess.PIPE
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = process.stdin
        return process

    async def stop(self) -> None:
        """Ask the application to leave; kill it, with what it has started, if it does not."""
        if self._process is None:
            return
        leaving = asyncio.create_task(self._leave(self._process))
        done, _ = await asyncio.wait([leaving], timeout=PATIENCE)
        if not done:
            _kill(self._process)
        await leaving

    async def _leave(self, process: asyncio.subprocess.Process) -> None:
        await super().stop()
        await process.wait()


class Reception(Server):
    """textual-serve's server behind the door, with a page that needs nothing from the network."""

    def __init__(self, arguments: Sequence[str], door: Door) -> None:
        super().__init__(
            " ".join(arguments),
            HOST,
            door.port,
            title="Narrator",
            public_url=door.origin,
            templates_path=PAGE,
        )
        self._arguments = arguments
        self._door = door
        self._pages: set[web.WebSocketResponse] = set()

    async def _make_app(self) -> web.Application:
        room = await super()._make_app()
        room.router.add_static("/page", PAGE)
        return self._door.build(room)

    async def on_startup(self, app: web.Application) -> None:
        """The command line has said what there is to say."""

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002  # aiohttp's hook
        """Close the pages; with them their processes end."""
        for page in list(self._pages):
            await page.close(code=WSCloseCode.GOING_AWAY)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One page: a process that lives as long as the connection."""
        page = web.WebSocketResponse(heartbeat=15)
        await page.prepare(request)
        sitting = Sitting(self._arguments, page, self)
        self._pages.add(page)
        try:
            await sitting.start(_cells(request, "width", 80), _cells(request, "height", 24))
            async for message in page:
                if message.type is WSMsgType.TEXT:
                    await _obey(message.data, page, sitting)
        finally:
            self._pages.discard(page)
            await sitting.stop()
        return page


def _cells(request: web.Request, name: str, otherwise: int) -> int:
    cells = to_int(request.query.get(name, ""), otherwise)
    return cells if cells > 0 else otherwise


async def _obey(told: str, page: web.WebSocketResponse, sitting: Sitting) -> None:
    """Do what the page tells; what cannot be understood is passed over, the session goes on."""
    try:
        message = json.loads(told)
    except ValueError:
        return
    match message:
        case ["stdin", str(keys)] if keys:  # the application takes an empty packet for the end
            await sitting.send_bytes(keys.encode(errors="replace"))  # half of a pair is no character
        case ["resize", {"width": int(width), "height": int(height)}] if width > 0 and height > 0:
            await sitting.set_terminal_size(width, height)
        case ["focus", *_]:
            await sitting.focus()
        case ["blur", *_]:
            await sitting.blur()
        case ["ping", when]:
            await page.send_json(["pong", when])


def _kill(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
