"""The desk: long requests let short ones through, and end where they are stopped."""

import queue
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from textual.message import Message

from narrator.session import Progress, Session
from narrator.tui.messages import Answer, Failed, Rested, Stopped, Working
from narrator.tui.workers import Desk


class Asker:
    """Hears what a desk answers."""

    def __init__(self) -> None:
        self.heard: queue.Queue[Message] = queue.Queue()

    def post_message(self, message: Message) -> None:
        self.heard.put(message)

    def next(self, kind: type[Message] = Message) -> Any:
        while not isinstance(message := self.heard.get(timeout=30), kind):
            pass
        return message


class Told(Answer):
    def __init__(self, request: int, words: object) -> None:
        super().__init__(request)
        self.words = words


@pytest.fixture
def opened() -> list[str]:
    """What the sessions were opened by."""
    return []


@pytest.fixture
def desk(opened: list[str]) -> Iterator[Desk]:
    def factory(_: object) -> Session:
        opened.append("own")
        return Session.in_memory()

    desk = Desk(factory)
    yield desk
    desk.close()


class Work:
    """Long work in three pieces; the test lets it go on from piece to piece."""

    def __init__(self) -> None:
        self.reached = threading.Semaphore(0)
        self.go_on = threading.Semaphore(0)
        self.pieces = 0

    def __call__(self, session: Session, report: Any) -> str:
        for piece in range(1, 4):
            self.reached.release()
            assert self.go_on.acquire(timeout=30)
            self.pieces = piece
            report(Progress(piece, 3, "analysing"))
        return "all of it"


def test_what_is_short_does_not_wait_for_what_is_long(desk: Desk) -> None:
    asker, other, work = Asker(), Asker(), Work()
    desk.ask(asker, work, Told, "Long work")  # type: ignore[arg-type]
    assert work.reached.acquire(timeout=30)
    desk.ask(other, lambda *_: "short", Told)  # type: ignore[arg-type]
    work.go_on.release()
    assert other.next(Told).words == "short"
    assert work.pieces == 1
    work.go_on.release(2)
    assert asker.next(Told).words == "all of it"


def test_what_is_stopped_ends_at_its_next_piece_and_others_go_on(desk: Desk) -> None:
    asker, other, work = Asker(), Asker(), Work()
    assert not desk.stop()
    desk.ask(asker, work, Told, "Long work")  # type: ignore[arg-type]
    desk.ask(other, lambda *_: "later", Told, "More work")  # type: ignore[arg-type]
    assert work.reached.acquire(timeout=30)
    assert desk.stop(asker)  # type: ignore[arg-type]
    work.go_on.release()
    stopped = asker.next(Stopped)
    assert (stopped.what, stopped.reached) == ("Long work", Progress(1, 3, "analysing"))
    assert work.pieces == 1
    assert other.next(Told).words == "later"
    assert not desk.stop()


def test_what_has_not_begun_is_stopped_too(desk: Desk) -> None:
    asker, work = Asker(), Work()
    desk.ask(Asker(), work, Told, "Long work")  # type: ignore[arg-type]
    desk.ask(asker, lambda *_: "never", Told, "More work")  # type: ignore[arg-type]
    assert desk.stop(asker)  # type: ignore[arg-type]
    work.go_on.release(3)
    assert asker.next(Stopped).reached is None


def test_progress_is_told_between_beginning_and_rest(desk: Desk) -> None:
    asker = Asker()
    desk.ask(asker, lambda _, report: report(Progress(1, 2, "reading")), Told, "Long work")  # type: ignore[arg-type]
    first, second, third, fourth = (asker.next() for _ in range(4))
    assert (first.what, second.what, second.done, second.total) == ("Long work", "reading", 1, 2)
    assert isinstance(first, Working)
    assert isinstance(third, Rested)
    assert isinstance(fourth, Told)


def test_an_error_is_told_and_the_desk_goes_on(desk: Desk) -> None:
    asker = Asker()
    desk.ask(asker, lambda *_: 1 / 0, Told)  # type: ignore[arg-type]
    assert isinstance(asker.next(Failed).error, ZeroDivisionError)
    desk.ask(asker, lambda *_: "well", Told)  # type: ignore[arg-type]
    assert asker.next(Told).words == "well"


def test_the_desk_turns_to_another_library_and_back(desk: Desk, opened: list[str]) -> None:
    asker = Asker()

    def samples(_: object) -> Session:
        opened.append("samples")
        return Session.in_memory()

    for factory in (None, samples, None):
        desk.turn_to(factory)
        desk.ask(asker, lambda *_: "there", Told)  # type: ignore[arg-type]
        assert asker.next(Told).words == "there"
    assert opened == ["own", "samples", "own"]


def test_a_desk_that_closes_does_not_wait_for_long_work() -> None:
    desk, asker, work = Desk(lambda _: Session.in_memory()), Asker(), Work()
    desk.ask(asker, work, Told, "Long work")  # type: ignore[arg-type]
    assert work.reached.acquire(timeout=30)
    closing = threading.Thread(target=desk.close)
    closing.start()
    while not desk._closed:
        pass
    work.go_on.release()
    closing.join(30)
    assert not closing.is_alive()
    assert work.pieces == 1


def test_a_desk_that_closes_first_does_what_is_short() -> None:
    desk, asker, work = Desk(lambda _: Session.in_memory()), Asker(), Work()
    kept: list[str] = []
    desk.ask(asker, work, Told, "Long work")  # type: ignore[arg-type]
    assert work.reached.acquire(timeout=30)
    desk.ask(asker, lambda *_: kept.append("a note"), Told)  # type: ignore[arg-type]
    closing = threading.Thread(target=desk.close)
    closing.start()
    while not desk._closed:
        pass
    work.go_on.release()
    closing.join(30)
    assert kept == ["a note"]
    desk.ask(asker, lambda *_: kept.append("too late"), Told)  # type: ignore[arg-type]
