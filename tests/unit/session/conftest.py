"""A session over a library in a file, whose language work is one statement per text, and a small press review."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from narrator.config import Config
from narrator.model.article import Span
from narrator.model.statement import Analysis, Statement
from narrator.session import Analyse, Session

FERRY = """The ferry Marigold struck the breakwater outside Port Ellen on Tuesday evening, killing {toll} people.
The coastguard said that the ferry Marigold had lost power near the breakwater before the accident.
Rescue boats from Port Ellen brought the passengers of the Marigold ashore."""

HARVEST = """Farmers in the upper valley have brought in the largest wheat harvest for twenty years.
Grain merchants expect lower bread prices next spring. The union of millers welcomed the figures."""


@pytest.fixture
def ferry() -> str:
    """The text of a report of one accident, its toll left open."""
    return FERRY


@pytest.fixture
def harvest() -> str:
    """The text of a report of something else."""
    return HARVEST


@pytest.fixture
def batches() -> list[list[str]]:
    """The batches of texts that were analysed."""
    return []


@pytest.fixture
def analyse(batches: list[list[str]]) -> Analyse:
    """Takes each text as one statement."""

    def one_statement_each(texts: Sequence[str]) -> list[Analysis]:
        batches.append(list(texts))
        return [Analysis((), (Statement((Span(0, len(text)),), text),), "en") for text in texts]

    return one_statement_each


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def session(library: Path, analyse: Analyse) -> Iterator[Session]:
    with closing(Session.open(library, Config(), analyse)) as opened:
        yield opened


@pytest.fixture
def write() -> Callable[..., Path]:
    """Writes an article as readers have it."""

    def to_file(path: Path, text: str, outlet: str, title: str, published: str = "2021-03-03") -> Path:
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\noutlet: {outlet}\ntitle: {title}\ndate: {published}\n---\n{text}\n", "utf-8")
        return path

    return to_file


@pytest.fixture
def press(tmp_path: Path, write: Callable[..., Path]) -> Path:
    """A folder of three reports: two of one accident, one of something else."""
    folder = tmp_path / "press"
    write(
        folder / "gazette.md",
        FERRY.format(toll="five"),
        "The Gazette",
        "Ferry Marigold strikes breakwater",
        "2021-03-03",
    )
    write(folder / "herald.md", FERRY.format(toll="seven"), "The Herald", "Marigold, what we know", "2021-03-04")
    write(folder / "farmer.md", HARVEST, "The Farmer", "A record wheat harvest", "2021-03-02")
    return folder
