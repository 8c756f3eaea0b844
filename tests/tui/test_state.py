from pathlib import Path

import pytest

from narrator.tui.state import FILE, PaneState, State, load, save


def test_what_is_saved_is_loaded(tmp_path: Path):
    state = State("nord", "e1", "a1", 42, {"reader": PaneState(["rivals"], {"articles.width": 30})})
    save(tmp_path / "deep" / "state", state)
    assert load(tmp_path / "deep" / "state") == state
    assert [one.name for one in (tmp_path / "deep" / "state").iterdir()] == [FILE]


@pytest.mark.parametrize(
    "text", ["", "[1]", "{", '{"theme": 3}', '{"start": "x"}', '{"start": -1}', "\x00", "[" * 9999]
)
def test_a_file_that_cannot_be_used_is_a_fresh_start(text: str, tmp_path: Path):
    (tmp_path / FILE).write_text(text, "utf-8")
    assert load(tmp_path) == State()


@pytest.mark.parametrize(
    ("panes", "kept"),
    [
        ("[1]", {}),
        ('{"reader": 3}', {}),
        ('{"reader": {}}', {"reader": PaneState()}),
        ('{"reader": {"collapsed": "rivals", "sizes": []}}', {"reader": PaneState()}),
        (
            '{"reader": {"collapsed": ["rivals", 4], "sizes": {"a.width": "x", "b.width": 7, "c.width": -2}, "new": 1}}',
            {"reader": PaneState(["rivals"], {"b.width": 7})},
        ),
    ],
)
def test_what_another_version_kept_is_passed_over(panes: str, kept: dict[str, PaneState], tmp_path: Path):
    (tmp_path / FILE).write_text(f'{{"theme": "nord", "start": true, "later": null, "panes": {panes}}}', "utf-8")
    assert load(tmp_path) == State(theme="nord", panes=kept)


def test_no_directory_is_no_reason_to_fail(tmp_path: Path):
    (tmp_path / "file").write_text("", "utf-8")
    save(tmp_path / "file", State())
    assert load(tmp_path / "file") == State()
