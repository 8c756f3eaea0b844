"""Data files of conflict; each names its source and licence in its head."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def _lines(name: str) -> Iterator[str]:
    for line in files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def antonyms() -> dict[str, frozenset[str]]:
    """Lemma to the lemmas that exclude it."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines("antonyms.txt"):
        one, other = (frozenset(side.split()) for side in line.split("|"))
        for words, opposites in ((one, other), (other, one)):
            for word in words:
                found[word] = found.get(word, frozenset()) | opposites
    return found
