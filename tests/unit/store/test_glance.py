import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from narrator.model.article import Article
from narrator.store.glance import glance
from narrator.store.library import Library
from narrator.store.views import EventSummary, Group


def shown(event: EventSummary) -> tuple[object, ...]:
    return (
        event.id,
        event.title,
        event.size,
        event.outlets,
        event.origins,
        event.kinds,
        event.conflicts,
        event.unread,
        event.first_published,
        event.last_published,
    )


def test_the_glance_shows_what_the_library_shows(library: Library, path: Path, article: Callable[..., Article]) -> None:
    library.add(
        [
            Group(
                "a", "A", (article("one", 0), article("two", 2, outlet="Other"), article("three", None, outlet=None))
            ),
            Group("b", "B", (article("four", 9),)),
            Group("c", "C", (article("five", None),)),
        ]
    )
    library.record("a", articles=3, origins=2, kinds={"number": 1, "label": 2}, conflicts=1)
    library.mark_read("b")
    seen = glance(path)
    assert [tuple(getattr(one, name) for name in one.__slots__) for one in seen] == [
        shown(one) for one in library.events()
    ]
    (a,) = (one for one in seen if one.id == "a")
    assert (a.kinds, a.outlets, a.last_published) == ({"number": 1, "label": 2}, 3, date(2018, 2, 10))


def test_where_there_is_no_library_there_is_nothing_to_see(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    assert glance(missing) == ()
    assert not missing.exists()
    (tmp_path / "letter.db").write_text("Dear reader, " * 100)
    assert glance(tmp_path / "letter.db") == ()


def test_the_glance_loads_nothing_heavy() -> None:
    program = (
        "import sys, narrator.store.glance; print({'sqlite_utils', 'numpy', 'msgspec', 'textual'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"
