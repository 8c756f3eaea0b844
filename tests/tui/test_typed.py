"""Paths as people type them: nothing typed ends the application."""

from pathlib import Path

import pytest

from narrator.tui.typed import free_name, inputs_of, refusal

LONG = "x" * 300


def test_what_is_typed_becomes_paths():
    assert inputs_of("a.md 'b c.md' ~/d") == ["a.md", "b c.md", str(Path.home() / "d")]
    assert inputs_of("it's.md") == ["it's.md"]
    assert inputs_of("https://a.example/b ~nosuchuser/x") == ["https://a.example/b", "~nosuchuser/x"]


@pytest.mark.parametrize("typed", ["~nosuchuser/x.md", LONG, f"{LONG}/x.md", "~\0/x.md", "nowhere/x.md", "there.md"])
def test_a_name_that_cannot_be_used_is_refused_in_words(typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("there.md").touch()
    assert refusal(typed).endswith(".")
    assert not refusal("new.md")


def test_a_folder_that_may_not_be_looked_into_is_refused(monkeypatch: pytest.MonkeyPatch):
    def denied(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", denied)
    assert refusal("closed/x.md") == "This name cannot be used: Permission denied."
    assert free_name("A title", "md") == Path("a-title.md")


async def test_add_and_export_say_what_is_wrong(pilot, steps):
    await steps.press(pilot, "a")
    await steps.type_in(pilot, "~nosuchuser/x https://a.example/b")
    await steps.press(pilot, "enter", "exclamation_mark")
    assert "~nosuchuser/x: no such file" in steps.seen(pilot)
    assert "fetching pages is not in this version" in steps.seen(pilot)
    await steps.press(pilot, "escape", "e", "ctrl+u")
    await steps.type_in(pilot, "~nosuchuser/x.md")
    await steps.press(pilot, "enter")
    assert "There is no folder ~nosuchuser" in steps.seen(pilot)
