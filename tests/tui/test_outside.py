"""The browser, the pager, the editor and the clipboard: what is handed over, and what is said where that fails."""

import stat
import sys
import webbrowser
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from narrator.errors import NarratorError
from narrator.tui import clipboard
from narrator.tui.app import NarratorApp
from narrator.tui.external import chosen_program, safe_lines, web_address
from narrator.tui.reading import citation


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Makes an executable Python script that is found by its name."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def made(name: str, source: str) -> Path:
        path = folder / name
        path.write_text(f"#!{sys.executable}\nimport sys, os\nfrom pathlib import Path\n{source}\n", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    return made


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch):
    """A test has no terminal to give away: programs run without one."""
    monkeypatch.setattr(NarratorApp, "suspend", lambda _: nullcontext())


def test_only_web_addresses_are_opened():
    assert web_address("https://a.example/b?c=d") == "https://a.example/b?c=d"
    for url in (
        None,
        "",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://a.example/\x1b[2J",
        "https://a.example/ -x",
        "http://[x",
    ):
        with pytest.raises(NarratorError):
            web_address(url)


def test_a_program_is_read_as_a_shell_would():
    assert chosen_program(("VISUAL", "EDITOR"), (), {"EDITOR": "code --wait 'a b'"}) == ["code", "--wait", "a b"]
    with pytest.raises(NarratorError, match=r"\$EDITOR"):
        chosen_program(("EDITOR",), (), {"EDITOR": "vi '"})
    with pytest.raises(NarratorError, match="none of"):
        chosen_program(("EDITOR",), ("surely-not-there",), {})


def test_what_the_pager_gets_cannot_act_on_the_terminal():
    assert safe_lines("a\x1b[2Jb\u202ec\nd\r") == "a[2Jbc\nd\n"


@pytest.mark.usefixtures("terminal")
async def test_the_pager_gets_the_article(open_story, steps, program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program("show", f"Path({str(tmp_path / 'shown')!r}).write_text(sys.stdin.read(), 'utf-8')")
    monkeypatch.setenv("PAGER", "show -R")
    async with open_story().run_test() as pilot:
        await steps.press(pilot, "enter", "P")
        shown = (tmp_path / "shown").read_text("utf-8")
        assert shown.startswith(
            "Eleven dead as raiders burn Orrin depot\nOrrin Courier · Lena Marsh · 9 Mar 2021\nhttps://"
        )
        assert "two kilometres east of the river." in shown


@pytest.mark.usefixtures("terminal")
async def test_a_pager_that_is_not_there_is_named(open_story, steps, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PAGER", "surely-not-there")
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "P")
        assert "surely-not-there could not be started" in steps.said(pilot)


async def test_where_there_is_no_terminal_that_is_said(open_story, steps, program, monkeypatch: pytest.MonkeyPatch):
    program("less", "")
    monkeypatch.delenv("PAGER", raising=False)
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "P")
        assert "less cannot be shown here" in steps.said(pilot)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Path(sys.argv[1]).write_text(Path(sys.argv[1]).read_text() + 'ask twice\\n')", "Note kept."),
        ("Path(sys.argv[1]).read_text()", "The note is unchanged."),
        ("sys.exit(3)", "scribe ended with an error (3)"),
        ("Path(sys.argv[1]).unlink()", "could not be edited"),
    ],
)
async def test_the_editor_writes_the_note(source, said, open_story, steps, program, monkeypatch: pytest.MonkeyPatch):
    program("scribe", source)
    monkeypatch.setenv("VISUAL", "scribe")
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "b", "escape", "B", "E")
        assert said in steps.said(pilot)
        assert ("ask twice" in steps.seen(pilot)) == (said == "Note kept.")


async def test_an_address_goes_to_the_browser(open_story, steps, monkeypatch: pytest.MonkeyPatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    monkeypatch.setenv("DISPLAY", ":0")
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "o", "enter", "o", "right_curly_bracket", "o")
        await pilot.app.workers.wait_for_complete()
        assert opened == ["https://courier.example/orrin-depot"] * 2
        assert "no web address" in steps.said(pilot)


async def test_without_a_display_no_browser_takes_the_terminal(open_story, steps, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("BROWSER", raising=False)
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "o", "enter", "o")
        await pilot.app.workers.wait_for_complete()
        assert "no display" in steps.said(pilot)
        assert "https://courier.example/orrin-depot" in steps.said(pilot)


ENVIRONMENTS = [
    ({"WAYLAND_DISPLAY": "w"}, "linux", "wl-copy"),
    ({"DISPLAY": ":0"}, "linux", "xclip"),
    ({"DISPLAY": ":0", "SSH_TTY": "x"}, "linux", "xclip"),
    ({"WAYLAND_DISPLAY": "w", "SSH_TTY": "x"}, "linux", None),
    ({}, "linux", None),
    ({}, "darwin", "pbcopy"),
    ({"SSH_CONNECTION": "x"}, "darwin", None),
    ({"WSL_DISTRO_NAME": "x"}, "linux", "clip.exe"),
    ({"TMUX": "x", "DISPLAY": ":0"}, "linux", "tmux"),
]


@pytest.mark.parametrize(("environment", "platform", "name"), ENVIRONMENTS)
def test_the_clipboard_that_the_user_sees(environment, platform, name, program):
    for one in ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "tmux"):
        program(one, "")
    command = clipboard.program(environment, platform)
    assert (command and command[0]) == name


def test_a_program_takes_the_text(program, tmp_path: Path):
    program("xsel", f"Path({str(tmp_path / 'copied')!r}).write_bytes(sys.stdin.buffer.read())")
    assert clipboard.copy("“漢字”", {"DISPLAY": ":0"}) == "Copied (xsel), and sent to the terminal's clipboard."
    assert (tmp_path / "copied").read_text("utf-8") == "“漢字”"


def test_what_fails_is_said(program, monkeypatch: pytest.MonkeyPatch):
    program("xclip", "sys.exit(1)")
    assert clipboard.copy("a", {"DISPLAY": ":0"}).startswith("xclip failed (1); sent to the terminal")
    monkeypatch.setattr(clipboard, "SECONDS", 0.2)
    program("xclip", "sys.stdin.read(); import time; time.sleep(30)")
    assert "xclip did not answer" in clipboard.copy("a", {"DISPLAY": ":0"})
    assert clipboard.copy("a", {}).startswith("Sent to the terminal's clipboard (OSC 52); some")
    assert "long" in clipboard.copy("a" * 80_000, {})


async def test_a_selection_is_copied_with_the_same_care(open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        line = steps.widget(pilot, "#text").line_of(0)
        await pilot.mouse_down("#text", offset=(5, line))
        await pilot.hover("#text", offset=(19, line))
        await pilot.mouse_up("#text", offset=(19, line))
        await steps.press(pilot, "ctrl+c")
        await app.workers.wait_for_complete()
        assert app.clipboard.startswith("At least eleve")
        assert "clipboard" in steps.said(pilot)


async def test_nothing_that_is_copied_can_act_where_it_is_pasted(open_story, steps, story):
    named = replace(story.COMPARISON.narrators[0], name="Fire\x1b]52;c;aGVsbG8=\x07 service\u202e\x9b31m\rx")
    renamed = replace(story.COMPARISON, narrators=(named, *story.COMPARISON.narrators[1:]))
    statement = next(one for one in renamed.statements if named.id in one.narrators)
    async with open_story(renamed).run_test() as pilot:
        pilot.app.copy_to_clipboard(citation(renamed, statement))
        await steps.settle(pilot)
        assert "Fire" in pilot.app.clipboard
        assert "\n" in pilot.app.clipboard
        assert not any(one in pilot.app.clipboard for one in "\x1b\x07\u202e\x9b\r")
