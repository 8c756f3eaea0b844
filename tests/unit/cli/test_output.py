"""Terminal rules and whole files."""

import stat
from pathlib import Path

import pytest

from narrator.cli import output
from narrator.errors import NarratorError


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_only_a_terminal_has_a_width(monkeypatch: pytest.MonkeyPatch, terminal: None) -> None:
    assert output.width() == 30
    monkeypatch.setattr("sys.stdout.isatty", lambda: False)
    assert output.width() == 0


def test_lines_are_folded_and_go_on_indented(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "width", lambda: 20)
    output.show_lines(["one", "  two words and then some more"])
    assert capsys.readouterr().out == "one\n  two words and\n    then some more\n"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_headings_stand_out_unless_colours_are_unwanted(
    monkeypatch: pytest.MonkeyPatch, terminal: None, name: str, value: str
) -> None:
    printed: list[str] = []
    monkeypatch.setattr("click.echo", lambda text, **_: printed.append(text))
    output.show("heading\n  rest")
    monkeypatch.setenv(name, value)
    output.show("heading\n  rest")
    assert printed == ["\x1b[1mheading\x1b[0m\n  rest", "heading\n  rest"]


def test_unsafe_characters_are_never_printed(capsys: pytest.CaptureFixture[str]) -> None:
    output.show("a\x1b[2Jb\u202e")
    output.deliver("a\x1b[2Jb\u202e\n", None)
    output.show_json({"text": "a\x9bb"})
    assert capsys.readouterr().out == 'a[2Jb\na[2Jb\n{\n  "text": "a\\u009bb"\n}\n'


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("old")
    output.deliver("new\r\nlines\n", file)
    assert file.read_bytes() == b"new\r\nlines\n"
    assert list(tmp_path.iterdir()) == [file]
    with pytest.raises(NarratorError, match="cannot be written"):
        output.deliver("x", tmp_path)
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_followed_and_the_file_behind_it_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    output.deliver("new", tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"
    assert stat.S_ISREG((tmp_path / "real.md").stat().st_mode)
