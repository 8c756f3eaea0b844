"""The command as a whole: usage, exit codes, pipes, and the way into the application."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from narrator import __version__

Run = Callable[..., Result]
COMMAND = [sys.executable, "-m", "narrator"]


def test_help_documents_the_exit_codes(run: Run) -> None:
    for flag in ("-h", "--help"):
        result = run(flag)
        assert result.exit_code == 0
        assert "Exit codes:" in result.stdout
    assert run("--version").stdout == f"narrator, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["no-such-command"], ["compare"], ["compare", "x", "--by", "colour"], ["events", "--x"]]
)
def test_wrong_usage_is_told_in_one_way(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("narrator: error: ")
    assert "--help" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["demo"], ["read", "articles"]])
def test_the_application_wants_a_terminal(run: Run, articles: Path, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "no terminal" in result.stderr


def test_read_names_an_unknown_event(run: Run) -> None:
    result = run("read", "no-such-event")
    assert result.exit_code == 2
    assert "no-such-event" in result.stderr


def test_a_reader_that_stops_early_is_no_error(home: Path, articles: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run([*COMMAND, "--help"], stdout=closed, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b""


def test_a_locale_without_our_signs_does_not_stop_the_output(home: Path, articles: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([*COMMAND, "compare", articles], env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"\\u2260 C-" in done.stdout and "·".encode("latin-1") in done.stdout
