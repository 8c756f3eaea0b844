"""What `narrator serve` says before it serves."""

import socket
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from click.testing import Result

from narrator import browser
from narrator.cli import serving

Run = Callable[..., Result]


@pytest.fixture
def taken() -> int:
    """A port on which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_without_the_extra_it_names_the_remedy(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    result = run("serve")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "pip install 'narrator-reader[serve]'" in result.stderr


def test_a_port_that_is_taken_is_named(run: Run, taken: int) -> None:
    result = run("serve", "--port", taken)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert str(taken) in result.stderr and "--port" in result.stderr


def test_a_fault_in_the_settings_is_told_before_anything_is_served(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("themes = 'x'", "utf-8")
    result = run("serve")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "theme" in result.stderr


def test_the_next_free_port_is_taken_and_that_is_said(
    taken: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serving, "USUAL_PORT", taken)
    with serving.listen(None) as listener:
        address, port = listener.getsockname()
    assert address == "127.0.0.1"
    assert port != taken
    assert f"Port {taken} is taken" in capsys.readouterr().err


def test_a_browser_is_opened_only_where_there_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    opened, done = [], Event()

    def open_it(address: str) -> bool:
        opened.append(address)
        done.set()
        return True

    monkeypatch.setattr(webbrowser, "open", open_it)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in browser.SCREENS:
        monkeypatch.delenv(name, raising=False)
    serving.show("http://127.0.0.1/")
    assert opened == []
    monkeypatch.setenv("DISPLAY", ":0")
    serving.show("http://127.0.0.1/")
    assert done.wait(10)
    assert opened == ["http://127.0.0.1/"]
