"""The desk: the one thread on which the session lives. A SQLite connection belongs to its thread, so all requests queue here.

A long request lets short ones through whenever it says how far it has got, and gives up there when it was stopped: between two
files, or two chunks of an analysis. What was kept by then stays.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from itertools import count
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

from narrator.tui.messages import Failed, Rested, Stopped, Working

if TYPE_CHECKING:
    from narrator.model.statement import Analysis
    from narrator.session import Progress, Session
    from narrator.tui.language import LanguageProcess

    Report = Callable[[Progress], None]

T = TypeVar("T")
SessionFactory: TypeAlias = "Callable[[Callable[[Sequence[str]], list[Analysis]] | None], Session]"
"""Opens the session; it is given the callable that does the language work."""


class Desk:
    """Takes requests from screens and posts the answers back to them, as messages; it never touches a widget."""

    def __init__(self, factory: SessionFactory, pipeline: str | None = None) -> None:
        self._own = self._factory = factory
        self._pipeline = pipeline
        self._language: LanguageProcess | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="session")
        self._session: Session | None = None
        self._short: deque[Callable[[], None]] = deque()
        self._long: dict[int, MessagePump] = {}
        self._stopped: set[int] = set()
        self._numbers = count(1)
        self._closed = False
        self.elsewhere = False
        """Whether the session is not the one that the desk was made for."""
        self.held: str | None = None
        """Id of the statement that the reader has in hand, to join it with another."""

    def ask(
        self,
        asker: MessagePump,
        job: "Callable[[Session, Report], T]",
        answer: Callable[[int, T], Message],
        what: str = "",
    ) -> int:
        """Queue `job`; its result comes back to `asker` as `answer(request, result)`, an error as `Failed`.

        With `what` in words, the request counts as long: the asker hears `Working` until it has `Rested`, and `Stopped` where it
        was stopped. Requests that are not long overtake it.
        """
        request = next(self._numbers)
        reached: list[Progress] = []

        def report(progress: "Progress") -> None:
            news = not reached or reached[0] != progress
            reached[:] = [progress]
            self._give_up_if_told(request)
            if news:
                asker.post_message(Working(request, progress.what, progress.done, progress.total))
            self._serve()

        def outcome() -> Message:
            try:
                if what:  # what is short is done even when the desk closes: it may be a note that is to be kept
                    self._give_up_if_told(request)
                return answer(request, job(self._opened(), report))
            except CancelledError:
                return Stopped(request, what, reached[0] if reached else None)
            except Exception as error:  # noqa: BLE001  # whatever went wrong is told to the asker
                return Failed(request, error)

        def run() -> None:
            message = outcome()
            self._long.pop(request, None)
            self._stopped.discard(request)
            if not self._closed:
                if what:
                    asker.post_message(Rested(request))
                asker.post_message(message)

        if self._closed:
            return request
        if what:
            self._long[request] = asker
            asker.post_message(Working(request, what))
            self._thread.submit(run)
        else:
            self._short.append(run)
            self._thread.submit(self._serve)
        return request

    def stop(self, asker: MessagePump | None = None) -> bool:
        """Let long requests end as soon as they can, all or those of one asker; whether there was any."""
        told = [request for request, one in list(self._long.items()) if asker is None or one is asker]
        self._stopped.update(told)
        return bool(told)

    def running(self) -> set[int]:
        """The long requests that have not ended."""
        return set(self._long)

    def turn_to(self, factory: "SessionFactory | None") -> None:
        """Close the session; the next request opens another one, without `factory` again the one that the desk was made for."""

        def turn() -> None:
            self._close_session()
            self._factory = factory or self._own

        self.stop()
        self.elsewhere = factory is not None
        self._short.append(turn)
        self._thread.submit(self._serve)

    def close(self) -> None:
        """Stop long work, do what is short, close the session on its own thread and wait for that.

        Long work ends between two of its pieces, so this is not for the event loop to wait on.
        """
        self._closed = True
        if self._language is not None:
            self._language.close()
        self._thread.submit(self._close_session)
        self._thread.shutdown(wait=True)

    def _give_up_if_told(self, request: int) -> None:
        if self._closed or request in self._stopped:
            raise CancelledError

    def _serve(self) -> None:
        """Answer what is asked for and not long."""
        while self._short:
            self._short.popleft()()

    def _opened(self) -> "Session":
        if self._session is None:
            self._session = self._factory(self._analyse)
        return self._session

    def _close_session(self) -> None:
        if self._session is not None:
            self._session.close()
        self._session = None

    def _analyse(self, texts: Sequence[str]) -> "list[Analysis]":
        if self._closed:
            raise CancelledError
        if self._language is None:
            from narrator.tui.language import LanguageProcess

            self._language = LanguageProcess(self._pipeline)
        return self._language(texts)
