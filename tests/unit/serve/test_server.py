"""What the page shows is the application; its process ends with the page, and all of them with the server."""

import signal
from pathlib import Path
from typing import Any

import pytest


async def test_the_page_shows_the_library_and_keys_reach_it(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page() as page:
        await page.shows("Library", "help")
        await page.press("?")
        await page.shows("Keys")


async def test_the_samples_are_shown(serving: Any) -> None:
    with serving("--demo") as server:
        async with server.visitor() as visitor, visitor.page() as page:
            await page.shows("Vessmar")


async def test_the_screen_has_the_size_of_the_page(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page("width=70&height=20") as page:
        await page.shows("Library")
        assert " " * 100 not in page.words
        await page.socket.send_json(["resize", {"width": 200, "height": 50}])
        await page.shows(" " * 100)


async def test_each_page_is_a_session_of_its_own(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page() as one, visitor.page() as other:
        await one.shows("Library")
        await other.shows("Library")
        assert len(server.children()) == 2


async def test_the_process_ends_with_its_page(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page() as page:
        await page.shows("Library")
        children = server.children()
        assert children
    await server.left_alone(children)


async def test_leaving_the_application_closes_the_page(server: Any) -> None:
    async with server.visitor() as visitor, visitor.page() as page:
        await page.shows("Library")
        await page.press("q")
        await page.closed()
        await server.left_alone(server.children())


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
async def test_no_process_outlives_the_server(how: signal.Signals, serving: Any) -> None:
    with serving() as server:
        async with server.visitor() as visitor, visitor.page() as page:
            await page.shows("Library")
            children = server.children()
            assert children
            code = server.stop(how)
            await server.left_alone(children)
        assert code == (0 if how in (signal.SIGINT, signal.SIGTERM) else -how)
        assert "Traceback" not in server.process.stderr.read()


async def test_standard_output_holds_the_address_alone(serving: Any) -> None:
    with serving() as server:
        async with server.visitor() as visitor, visitor.page() as page:
            await page.shows("Library")
        server.stop()
        assert server.process.stdout.read() == ""
        assert "token=" not in server.process.stderr.read()


async def test_modules_of_the_present_directory_are_not_run(
    serving: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "textual.py").write_text("raise SystemExit('a stranger')", "utf-8")
    monkeypatch.chdir(tmp_path)
    with serving() as server:
        async with server.visitor() as visitor, visitor.page() as page:
            await page.shows("Library")
