"""Language work in a process of its own: a thread would make the interface stutter, a fork of a threaded process is unsafe."""

import multiprocessing
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr
from multiprocessing import resource_tracker

from narrator.errors import PipelineError
from narrator.model.statement import Analysis


class LanguageProcess:
    """Callable that analyses texts in one spawned process, started on first need and kept until `close`."""

    def __init__(self, pipeline: str | None = None) -> None:
        self._pipeline = pipeline
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False

    def __call__(self, texts: Sequence[str]) -> list[Analysis]:
        """Analyses of the texts, in their order; waits for them. PipelineError if the process dies."""
        if self._closed:
            raise PipelineError("The language process has been stopped.")
        if self._pool is None:
            self._pool = _started()
        try:
            return self._pool.submit(_analyse, list(texts), self._pipeline).result()
        except BrokenProcessPool as error:
            self._pool = None
            raise PipelineError(
                "The language process stopped before it had finished.",
                "Try again; with little memory, add fewer articles.",
            ) from error

    def close(self) -> None:
        """Stop the process, also in the midst of its work: nothing of it needs saving."""
        self._closed = True
        if self._pool is None:
            return
        for child in multiprocessing.active_children():
            child.terminate()
        self._pool.shutdown(cancel_futures=True)
        self._pool = None


def _started() -> ProcessPoolExecutor:
    # Python hands the error stream on to its resource tracker, and the one that Textual puts in place has no file.
    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_keep_off_the_screen)


def _keep_off_the_screen() -> None:
    """The terminal belongs to the application: what a library prints in this process goes nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _analyse(texts: list[str], pipeline: str | None) -> list[Analysis]:
    from narrator.language.analyse import analyse  # only ever in the spawned process

    return analyse(texts, pipeline)
