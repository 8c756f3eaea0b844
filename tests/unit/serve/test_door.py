"""Nobody gets in without the secret of the run, whatever way they come."""

from collections.abc import AsyncIterator
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, DummyCookieJar, WSServerHandshakeError, web
from aiohttp.test_utils import TestServer, unused_port
from multidict import CIMultiDict

from narrator.serve.door import Door


@pytest.fixture
async def stranger() -> AsyncIterator[ClientSession]:
    async with ClientSession(cookie_jar=DummyCookieJar()) as client:
        yield client


@pytest.fixture
async def cookie(server: Any, stranger: ClientSession) -> tuple[str, str]:
    """The room and the cookie that the address is exchanged for, as they stand in the headers."""
    async with stranger.get(server.address, allow_redirects=False) as answer:
        assert answer.status == 303
        ((name, morsel),) = SimpleCookie(answer.headers["Set-Cookie"]).items()
        return f"{server.origin}{answer.headers['Location']}", f"{name}={morsel.value}"


async def test_the_address_is_exchanged_for_a_cookie_and_a_page(server: Any, stranger: ClientSession) -> None:
    async with stranger.get(server.address, allow_redirects=False) as answer:
        assert answer.status == 303
        assert "token" not in answer.headers["Location"]
        (morsel,) = SimpleCookie(answer.headers["Set-Cookie"]).values()
        assert morsel["httponly"] and morsel["samesite"] == "Strict" and morsel["path"] == answer.headers["Location"]
        assert morsel.value not in server.address
    async with server.visitor() as visitor, visitor.client.get(visitor.room) as answer:
        assert answer.status == 200
        assert "<title>Narrator</title>" in await answer.text()


@pytest.mark.parametrize(
    "path", ["/", "/?token=", "/?token=wrong", "/?token=\udcff", "/ws", "/static/js/textual.js", "/x"]
)
async def test_without_the_token_all_is_forbidden(path: str, server: Any, stranger: ClientSession) -> None:
    async with stranger.get(server.origin + path.replace("\udcff", "%FF")) as answer:
        assert answer.status == 403
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["", "ws", "static/js/textual.js", "download/x", "nowhere"])
@pytest.mark.parametrize("shown", [None, "narrator=", "narrator=wrong", "narrator=\xff"])
async def test_the_room_is_not_enough(
    path: str, shown: str | None, server: Any, stranger: ClientSession, cookie: tuple[str, str]
) -> None:
    headers = {"Cookie": shown} if shown else {}
    async with stranger.get(cookie[0] + path, headers=headers) as answer:
        assert answer.status == 403


async def test_the_cookie_is_not_enough_elsewhere(
    server: Any, stranger: ClientSession, cookie: tuple[str, str]
) -> None:
    for path in ("/", "/ws", "/static/js/textual.js"):
        async with stranger.get(server.origin + path, headers={"Cookie": cookie[1]}) as answer:
            assert answer.status in (403, 404)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "localhost:{port}", "127.0.0.1", "127.0.0.1:1"]
)
async def test_another_name_for_this_machine_is_turned_away(
    host: str, server: Any, stranger: ClientSession, cookie: tuple[str, str]
) -> None:
    named = host.format(port=urlsplit(server.origin).port)
    for address in (server.address, cookie[0]):
        async with stranger.get(address, headers={"Host": named, "Cookie": cookie[1]}) as answer:
            assert answer.status == 421
            assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "http://localhost:{port}"]
)
async def test_no_other_page_opens_a_websocket(
    origin: str | None, server: Any, stranger: ClientSession, cookie: tuple[str, str]
) -> None:
    headers = {"Cookie": cookie[1]}
    if origin:
        headers["Origin"] = origin.format(port=urlsplit(server.origin).port)
    with pytest.raises(WSServerHandshakeError) as refused:
        await stranger.ws_connect(f"{cookie[0]}ws", headers=headers)
    assert refused.value.status == 403
    assert not server.children()


async def test_two_origins_are_none(server: Any, stranger: ClientSession, cookie: tuple[str, str]) -> None:
    headers = CIMultiDict({"Cookie": cookie[1], "Origin": server.origin})
    headers.add("Origin", "http://evil.example")
    with pytest.raises(WSServerHandshakeError):
        await stranger.ws_connect(f"{cookie[0]}ws", headers=headers)


async def test_no_websocket_without_the_cookie(server: Any, stranger: ClientSession, cookie: tuple[str, str]) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await stranger.ws_connect(f"{cookie[0]}ws", headers={"Origin": server.origin})
    assert refused.value.status == 403
    assert not server.children()


async def test_other_pages_cannot_ask_anything(server: Any, stranger: ClientSession, cookie: tuple[str, str]) -> None:
    headers = {"Cookie": cookie[1], "Origin": "http://evil.example"}
    async with stranger.get(cookie[0], headers=headers) as answer:
        assert answer.status == 403


async def test_every_answer_forbids_framing_keeping_and_foreign_content(server: Any, stranger: ClientSession) -> None:
    async with server.visitor() as visitor:
        for address in (visitor.room, f"{visitor.room}static/js/textual.js", f"{visitor.room}nowhere", server.origin):
            async with visitor.client.get(address) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
                assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
                assert answer.headers["X-Frame-Options"] == "DENY"
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["Cache-Control"] == "no-store"


async def test_the_page_needs_nothing_from_the_network(server: Any) -> None:
    async with server.visitor() as visitor:
        async with visitor.client.get(visitor.room) as answer:
            page = await answer.text()
        asked = {part.partition('"')[0] for mark in ('href="', 'src="', 'url("') for part in page.split(mark)[1:]}
        own = {one for one in asked if one.startswith(("static/", "page/"))}
        assert own and asked - own == {"data:,", "."}
        for one in own:
            async with visitor.client.get(visitor.room + one) as answer:
                assert answer.status == 200, one


async def test_a_ticket_opens_once(stranger: ClientSession) -> None:
    door = Door(unused_port())
    ticket, other = door.ticket(), door.ticket()
    async with TestServer(door.build(web.Application()), port=door.port):
        for address, status in ((ticket, 303), (ticket, 403), (other, 303), (door.address, 303), (door.address, 303)):
            async with stranger.get(address, allow_redirects=False) as answer:
                assert answer.status == status


def test_every_run_has_its_own_secrets() -> None:
    assert Door(8765).address != Door(8765).address
    assert Door(8765).room != Door(8765).room


def test_the_usual_port_of_http_is_not_named() -> None:
    assert Door(80).origin == "http://127.0.0.1"
