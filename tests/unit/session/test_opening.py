import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from narrator.errors import ConfigError
from narrator.session import Analyse, Session


def test_the_readers_own_library_is_opened_by_default(narrator_home: Path, press: Path) -> None:
    with closing(Session.open()) as session:
        session.add([press])
    assert (narrator_home / "library.db").is_file()
    with closing(Session.open()) as session:
        assert len(session.events()) == 2


def test_a_session_in_memory_leaves_nothing_behind(narrator_home: Path, press: Path, analyse: Analyse) -> None:
    with closing(Session.in_memory(analyse=analyse)) as session:
        session.add([press])
        event = session.events()[0]
        comparison = session.compare(event.id)
        session.bookmark(comparison, [comparison.statements[0].id], event=event.id)
        assert session.undo()
    assert not narrator_home.exists()


def test_the_readers_settings_are_read(narrator_home: Path) -> None:
    narrator_home.mkdir()
    (narrator_home / "config.toml").write_text("pipelin = 'x'\n", "utf-8")
    with pytest.raises(ConfigError, match="pipeline"):
        Session.open()


def test_importing_it_loads_nothing_heavy() -> None:
    heavy = {"spacy", "trafilatura", "sqlite_utils", "numpy", "rapidfuzz", "textual", "feedparser"}
    program = f"import sys, narrator.session; print({heavy!r} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"
