from pathlib import Path

import pytest

from narrator import paths


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NARRATOR_HOME", str(tmp_path))
    assert paths.library_path() == tmp_path / "library.db"
    assert paths.config_path() == tmp_path / "config.toml"
    assert paths.state_dir() == tmp_path / "state"
    assert list(tmp_path.iterdir()) == []


def test_a_tilde_stands_for_the_home_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NARRATOR_HOME", "~/news")
    assert paths.library_path() == Path.home() / "news" / "library.db"


@pytest.mark.parametrize("unset", [None, ""])
def test_otherwise_the_platform_says_where(unset: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if unset is None:
        monkeypatch.delenv("NARRATOR_HOME")
    else:
        monkeypatch.setenv("NARRATOR_HOME", unset)
    places = [paths.library_path(), paths.config_path(), paths.state_dir()]
    assert all(place.is_absolute() and "narrator" in place.parts for place in places)
    assert len(set(places)) == len(places)
