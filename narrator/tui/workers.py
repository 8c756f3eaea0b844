"""The desk: the one thread on which the session lives. A SQLite connection belongs to its thread, so all requests queue here."""

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

from narrator.model.statement import Analysis
from narrator.tui.language import LanguageProcess
from narrator.tui.messages import Failed, Rested, Working

if TYPE_CHECKING:
    from narrator.session import Progress, Session

    Report = Callable[[Progress], None]

T = TypeVar("T")
SessionFactory = Callable[[Callable[[Sequence[str]], list[Analysis]] | None], "Session"]
"""Opens the session; it is given the callable that does the language work."""


class Desk:
    """Takes requests from screens and posts the answers back to them, as messages; it never touches a widget."""

    def __init__(self, factory: SessionFactory, pipeline: str | None = None) -> None:
        self._factory = factory
        self._language = LanguageProcess(pipeline)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="session")
        self._session: Session | None = None
        self._numbers = count(1)
        self._closed = False
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

        With `what` in words, the request counts as long: the asker hears `Working` until it has `Rested`.
        """
        request = next(self._numbers)

        def report(progress: "Progress") -> None:
            if self._closed:
                raise CancelledError  # leaving: give up between two articles
            asker.post_message(Working(request, progress.what, progress.done, progress.total))

        def run() -> T:
            if self._closed:
                raise CancelledError
            if self._session is None:
                self._session = self._factory(self._language)
            return job(self._session, report)

        def done(future: "Future[T]") -> None:
            if self._closed:
                return
            if what:
                asker.post_message(Rested(request))
            error = future.exception()
            asker.post_message(Failed(request, error) if error else answer(request, future.result()))

        if what:
            asker.post_message(Working(request, what))
        self._thread.submit(run).add_done_callback(done)
        return request

    def close(self) -> None:
        """Stop the language work, drop what is queued, close the session on its own thread and wait for that."""
        self._closed = True
        self._language.close()

        def close_session() -> None:
            if self._session is not None:
                self._session.close()

        self._thread.submit(close_session)
        self._thread.shutdown(wait=True)
