"""Standard error and exit codes."""

import click
import pytest

from narrator.cli.diagnostics import ExitCode, Meter, guarded, warn
from narrator.errors import NarratorError, SourceError
from narrator.session import Progress


def fail(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (
            NarratorError("no\x1b[2J library", "make one"),
            ExitCode.FAILED,
            "narrator: error: no[2J library\n  make one\n",
        ),
        (
            click.UsageError("what?"),
            ExitCode.FAILED,
            "narrator: error: what?\n  narrator --help shows how it is used\n",
        ),
        (click.FileError("x", "gone"), ExitCode.FAILED, "narrator: error: Could not open file 'x': gone\n"),
        (click.Abort(), ExitCode.INTERRUPTED, ""),
    ],
)
def test_errors_become_messages_and_codes(
    error: BaseException, code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(lambda: fail(error)) == code
    assert capsys.readouterr() == ("", told)


def test_a_fault_of_the_program_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        guarded(lambda: 1 // 0)


def test_the_code_of_a_command_is_kept() -> None:
    assert guarded(lambda: ExitCode.PROBLEM) == 1
    assert guarded(lambda: None) == 0


def test_problems_are_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    warn([SourceError("a.txt: empty", "write something"), SourceError("b.txt: gone")])
    expected = "narrator: warning: a.txt: empty\n  write something\nnarrator: warning: b.txt: gone\n"
    assert capsys.readouterr() == ("", expected)


def test_progress_is_for_terminals_and_leaves_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    meter = Meter()
    meter(Progress(1, 2, "reading"))
    meter.wipe()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    printed: list[str] = []
    monkeypatch.setattr("click.echo", lambda text, **_: printed.append(text))
    meter(Progress(1, 2, "reading"))
    meter.wipe()
    meter.wipe()
    assert printed == ["\r\x1b[Kreading 1/2", "\r\x1b[K"]
