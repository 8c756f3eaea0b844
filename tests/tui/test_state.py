from pathlib import Path

import pytest

from narrator.tui.state import FILE, State, load, save


def test_what_is_saved_is_loaded(tmp_path: Path):
    state = State("nord", "e1", "a1", 42)
    save(tmp_path / "deep" / "state", state)
    assert load(tmp_path / "deep" / "state") == state


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"theme": 3}', '{"start": "x"}', "\x00"])
def test_a_file_that_cannot_be_used_is_a_fresh_start(text: str, tmp_path: Path):
    (tmp_path / FILE).write_text(text, "utf-8")
    assert load(tmp_path) == State()


def test_keys_of_another_version_are_passed_over(tmp_path: Path):
    (tmp_path / FILE).write_text('{"theme": "nord", "panes": [1]}', "utf-8")
    assert load(tmp_path) == State(theme="nord")


def test_no_directory_is_no_reason_to_fail(tmp_path: Path):
    (tmp_path / "file").write_text("", "utf-8")
    save(tmp_path / "file", State())
    assert load(tmp_path / "file") == State()
