"""A library in a file, as readers have it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from narrator.model.article import Article, Span, When
from narrator.model.notebook import Anchor, Bookmark
from narrator.store.library import Library
from narrator.store.views import Group


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with closing(Library(path)) as opened:
        yield opened


@pytest.fixture
def article() -> Callable[..., Article]:
    """Builds an article; `day` counts from 8 February 2018, None leaves it undated."""

    def build(text: str, day: int | None = 0, outlet: str | None = "The Gazette", title: str | None = None) -> Article:
        published: When = None if day is None else date(2018, 2, 8) + timedelta(days=day)
        return Article(text, title=title, outlet=outlet, published=published)

    return build


@pytest.fixture
def stored(library: Library, article: Callable[..., Article]) -> Article:
    """An article that the library holds, in the event `strike`."""
    one = article("The coalition struck forces near Khusham. At least 100 died.", title="Strike near Khusham")
    library.add([Group("strike", "Strike near Khusham", (one,))])
    return one


@pytest.fixture
def bookmark(stored: Article) -> Bookmark:
    """A bookmark of the stored article that no library holds yet."""
    return Bookmark(
        anchors=(Anchor.of(stored, (Span(42, 60),)),),
        label="killed",
        created=datetime(2018, 2, 9, 12, tzinfo=UTC),
        event="strike",
        relation="contradicts",
        kind="number",
        explanation="The figures differ.",
        note="ask the spokesman",
        tags=("toll", "Хишам"),
        tellers=(("The Gazette", "CENTCOM"),),
    )
