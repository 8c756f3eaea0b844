"""The commands that hand over to other programs, each by its key."""

import sys
import webbrowser
from contextlib import nullcontext
from pathlib import Path

import pytest

from narrator.tui.app import NarratorApp


@pytest.mark.command("browse")
async def test_browse(pilot, steps, key, monkeypatch: pytest.MonkeyPatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    monkeypatch.setenv("DISPLAY", ":0")
    await steps.press(pilot, "enter", key)
    await pilot.app.workers.wait_for_complete()
    assert opened == ["https://courier.example/orrin-depot"]
    assert "Handed to the browser" in steps.said(pilot)


@pytest.mark.command("pager")
async def test_pager(pilot, steps, key, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(NarratorApp, "suspend", lambda _: nullcontext())
    script = "import sys; open('shown', 'w', encoding='utf-8').write(sys.stdin.buffer.read().decode())"
    monkeypatch.setenv("PAGER", f'{sys.executable} -c "{script}"')
    await steps.press(pilot, "enter", key)
    assert "the fire service said." in Path("shown").read_text("utf-8")


@pytest.mark.command("edit_outside")
async def test_edit_outside(pilot, steps, key, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(NarratorApp, "suspend", lambda _: nullcontext())
    monkeypatch.setenv("VISUAL", f"{sys.executable} -c \"import sys; open(sys.argv[1], 'a').write('ask twice')\"")
    await steps.press(pilot, "enter", "b", "escape", "B", key)
    assert "ask twice" in steps.seen(pilot, "#bookmarks")
