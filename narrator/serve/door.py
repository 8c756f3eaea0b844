"""Who may come in.

Any page that the reader visits can send requests to a port of this machine, and so can its other users. Every request
therefore has to show a secret of this run, which the browser gets once, with the address, in exchange for a cookie.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from secrets import token_urlsafe

from aiohttp import web

HOST = "127.0.0.1"
COOKIE = "narrator"
TOKEN = "token"

CLOSED = "The door is closed. Open the address that narrator serve has printed."
SPENT = "This address is spent or not of this run. Open the address that narrator serve has printed."


@dataclass(frozen=True)
class Door:
    """The guard of one run on one port.

    Cookies do not tell ports apart: another server on the loopback address would be sent ours. So the cookie holds only
    under a path, the room, that nobody can guess: who could be sent the cookie cannot name the path.
    """

    port: int
    room: str = field(default_factory=token_urlsafe)
    _token: str = field(default_factory=token_urlsafe)
    _cookie: str = field(default_factory=token_urlsafe)
    _tickets: set[str] = field(default_factory=set)

    @property
    def host(self) -> str:
        """The only Host header that is ours; a name that an attacker lets point to this machine is not."""
        return HOST if self.port == 80 else f"{HOST}:{self.port}"

    @property
    def origin(self) -> str:
        """The only Origin that is ours."""
        return f"http://{self.host}"

    @property
    def address(self) -> str:
        """What the reader opens; good for the whole run."""
        return f"{self.origin}/?{TOKEN}={self._token}"

    def ticket(self) -> str:
        """An address that opens once, for handing to a program: arguments of programs can be seen by all users."""
        ticket = token_urlsafe()
        self._tickets.add(ticket)
        return f"{self.origin}/?{TOKEN}={ticket}"

    @property
    def headers(self) -> dict[str, str]:
        """What every answer says about itself: not to be framed, kept, or told of; nothing from other servers."""
        policy = {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self' 'unsafe-inline'",  # the terminal makes style elements
            "font-src": "'self'",
            "img-src": "data:",
            "connect-src": f"ws://{self.host}",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
        }
        return {
            "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
            "X-Frame-Options": "DENY",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-store",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }

    def build(self, room: web.Application) -> web.Application:
        """`room` behind this door."""

        @web.middleware
        async def guard(
            request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
        ) -> web.StreamResponse:
            self._check_sender(request)
            if request.path == "/":
                return self._admit(request)
            if not _same(request.cookies.get(COOKIE, ""), self._cookie):
                raise web.HTTPForbidden(text=CLOSED)
            return await handler(request)

        async def label(_: web.Request, response: web.StreamResponse) -> None:
            response.headers.update(self.headers)

        house = web.Application(middlewares=[guard])
        house.on_response_prepare.append(label)
        house.add_subapp(f"/{self.room}", room)
        return house

    def _check_sender(self, request: web.Request) -> None:
        """Asked by our name, and, where the browser says from where (for a WebSocket it must), from our page."""
        if request.host != self.host:
            raise web.HTTPMisdirectedRequest(text=f"This is {self.origin} and nothing else.")
        origins = request.headers.getall("Origin", [])
        if origins != [self.origin] and (origins or "Upgrade" in request.headers):
            raise web.HTTPForbidden(text=CLOSED)

    def _admit(self, request: web.Request) -> web.Response:
        """The token of the address for a cookie; the address bar then shows no token."""
        if not self._admits(request.query.get(TOKEN, "")):
            raise web.HTTPForbidden(text=SPENT)
        answer = web.HTTPSeeOther(f"/{self.room}/")
        answer.set_cookie(COOKIE, self._cookie, path=f"/{self.room}/", httponly=True, samesite="Strict")
        raise answer

    def _admits(self, given: str) -> bool:
        spent = {ticket for ticket in self._tickets if _same(given, ticket)}
        self._tickets.difference_update(spent)
        return bool(spent) or _same(given, self._token)


def _same(given: str, secret: str) -> bool:
    """Compared in constant time; headers may hold any bytes."""
    return compare_digest(given.encode(errors="surrogateescape"), secret.encode())
