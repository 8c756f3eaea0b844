"""What every test stands on: a home of its own, and the language pipeline loaded once."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


def pytest_addoption(parser: pytest.Parser) -> None:
    """What is not run unless asked for."""
    parser.addoption("--browser", action="store_true", help="run the tests that drive a real browser (Chromium)")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what was not asked for."""
    if item.get_closest_marker("browser") and not item.config.getoption("--browser"):
        pytest.skip("drives a real browser: pytest --browser")


@pytest.fixture(autouse=True)
def narrator_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory that stands for the reader's own; no test sees the real one."""
    home = tmp_path / "narrator-home"
    monkeypatch.setenv("NARRATOR_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def nlp() -> "Iterator[Language]":
    """The spaCy pipeline that Narrator uses."""
    from narrator.language.pipeline import load

    yield load()
