"""Data files of conflict; each names its source and licence in its head."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def _lines(name: str) -> Iterator[str]:
    for line in files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def words(name: str) -> frozenset[str]:
    """The words of a file that is a plain list."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def antonyms() -> dict[str, frozenset[str]]:
    """Lemma to the lemmas that exclude it."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines("antonyms.txt"):
        one, other = (frozenset(side.split()) for side in line.split("|"))
        for side, opposites in ((one, other), (other, one)):
            for word in side:
                found[word] = found.get(word, frozenset()) | opposites
    return found
