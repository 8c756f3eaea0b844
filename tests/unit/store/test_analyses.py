import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from narrator.model.article import Span
from narrator.model.codec import CODEC_VERSION
from narrator.model.statement import Analysis, Statement
from narrator.store import analyses
from narrator.store.library import Library

ONE = Analysis(statements=(Statement(spans=(Span(0, 3),), text="One"),), language="en")
TWO = Analysis(language="fr", extracted=False)


def test_an_analysis_outlives_the_library(path: Path) -> None:
    with closing(Library(path)) as library:
        library.analyses.keep({"a": ONE, "b": TWO}, "analyser 1")
    with closing(Library(path)) as library:
        assert library.analyses.find(["b", "a", "c"], "analyser 1") == {"a": ONE, "b": TWO}


def test_another_analysers_work_does_not_count(library: Library) -> None:
    library.analyses.keep({"a": ONE}, "analyser 1")
    assert library.analyses.find(["a"], "analyser 2") == {}
    library.analyses.keep({"a": TWO}, "analyser 2")
    assert library.analyses.find(["a"], "analyser 2") == {"a": TWO}
    assert library.analyses.find(["a"], "analyser 1") == {}


def test_another_form_of_storage_does_not_count(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.analyses.keep({"a": ONE}, "analyser 1")
    monkeypatch.setattr(analyses, "CODEC_VERSION", CODEC_VERSION + 1)
    assert library.analyses.find(["a"], "analyser 1") == {}


def test_as_many_as_asked_for(library: Library) -> None:
    library.analyses.keep({str(number): ONE for number in range(2000)}, "analyser 1")
    assert len(library.analyses.find(map(str, range(3000)), "analyser 1")) == 2000
    assert library.analyses.find([], "analyser 1") == {}


@pytest.mark.parametrize(
    "damage", [b"not compressed", zlib.compress(b"not JSON"), zlib.compress(b'["short"]'), zlib.compress(b"7")]
)
def test_what_is_damaged_counts_as_missing(library: Library, path: Path, damage: bytes) -> None:
    library.analyses.keep({"a": ONE, "b": TWO}, "analyser 1")
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE analyses SET data = ? WHERE text_sha256 = 'a'", (damage,))
    assert library.analyses.find(["a", "b"], "analyser 1") == {"b": TWO}
