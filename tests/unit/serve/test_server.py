"""What the page shows is the application; its process ends with the page, and all of them with the server."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest


async def test_the_page_shows_the_library_and_keys_reach_it(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page() as page:
        await page.shows("Library", "help")
        await page.press("?")
        await page.shows("Keys")


async def test_the_samples_are_shown_whatever_lies_beside(
    serving: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "textual.py").write_text("raise SystemExit('a module of the present directory has run')", "utf-8")
    monkeypatch.chdir(tmp_path)
    with serving("--demo") as server:
        async with server.visitor() as visitor, visitor.page() as page:
            await page.shows("Vessmar")


async def test_the_screen_has_the_size_of_the_page(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page("width=70&height=20") as page:
        await page.shows("Library")
        assert "B notebook" not in page.words  # which the key bar shows where there is room
        await page.socket.send_json(["resize", {"width": 200, "height": 50}])
        await page.shows("B notebook")


async def test_each_page_is_a_session_that_ends_with_it(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page() as one:
        await one.shows("Library")
        first = server.children()
        async with visitor.page() as other:
            await other.shows("Library")
            second = server.children() - first
            assert len(first) == len(second) == 1
        await server.left_alone(second)
        assert server.children() == first
    await server.left_alone(first)


async def test_leaving_the_application_closes_the_page(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page() as page:
        await page.shows("Library")
        await page.press("q")
        await page.closed()
        await server.left_alone(server.children())


WRONG = ("", "nonsense", "{}", "[]", '["stdin"]', '["stdin", ""]', '["resize", {"width": 0, "height": -1}]', '["x", 1]')


async def test_what_the_page_should_not_send_does_no_harm(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page("width=-5&height=x") as page:
        await page.shows("Library", "help")
        for told in WRONG:
            await page.socket.send_str(told)
        await page.press("\ud800")  # half of a character; what cannot be told arrives as “?”
        await page.shows("Keys")


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGKILL"])
async def test_no_process_outlives_the_server(how: str, serving: Any) -> None:
    with serving() as server:
        async with server.visitor() as visitor, visitor.page() as page:
            await page.shows("Library")
            children = server.children()
            assert children
            code = server.stop(signal.Signals[how])
            await server.left_alone(children)
        assert code == (-signal.SIGKILL if how == "SIGKILL" else 0)
        assert server.process.stdout.read() == ""  # the address was all
        told = server.process.stderr.read()
        assert "Ctrl+C" in told and "token=" not in told and "Traceback" not in told


async def test_a_process_that_does_not_answer_is_killed(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page() as page:
        await page.shows("Library")
        (child,) = server.children()
        os.kill(child, signal.SIGSTOP)
    await server.left_alone({child})
