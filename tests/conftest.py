"""What every test stands on: a home of its own, and the language pipeline loaded once."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


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
