"""A fresh home, a few real articles, and the command run in them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from narrator.cli.main import narrator

Run = Callable[..., Result]

DAILY = """---
title: Strike hits the market of Oldtown
outlet: The Daily
date: 2024-03-04T09:30:00+00:00
---
An air strike hit the market of Oldtown on Monday. At least 35 people were killed in the strike, the health ministry said.
"""
WIRE = """---
title: Twelve dead after strike on the market of Oldtown
outlet: Wire
date: 2024-03-04T10:00:00+00:00
---
An air strike hit the market of Oldtown on Monday. Twelve people were killed in the strike, police said.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "home"
    monkeypatch.setenv("NARRATOR_HOME", str(place))
    monkeypatch.chdir(tmp_path)
    return place


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "daily.md").write_text(DAILY, "utf-8")
    (folder / "wire.md").write_text(WIRE, "utf-8")
    return folder


@pytest.fixture
def run(home: Path) -> Run:
    def invoke(*arguments: object, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(narrator, [str(one) for one in arguments], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
