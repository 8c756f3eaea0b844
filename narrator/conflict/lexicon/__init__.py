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
def names(name: str) -> frozenset[str]:
    """The names of a file that holds one a line, which may be of several words."""
    return frozenset(_lines(name))


@cache
def synonyms(name: str) -> dict[str, str]:
    """Word to the first of its line, in a file of groups."""
    return {word: line.split()[0] for line in _lines(name) for word in line.split()}


@cache
def ranks(name: str) -> dict[str, int]:
    """Word to the number of its line in a file of grades, from the least."""
    return {word: rank for rank, line in enumerate(_lines(name)) for word in line.split()}


@cache
def antonyms() -> dict[str, frozenset[str]]:
    """Word to the words that exclude it: those compiled by hand, and those of WordNet."""
    found: dict[str, frozenset[str]] = {}
    for line in (*_lines("antonyms.txt"), *_lines("opposites.txt")):
        one, other = (frozenset(side.split()) for side in line.split("|"))
        for side, opposites in ((one, other), (other, one)):
            for word in side:
                found[word] = found.get(word, frozenset()) | opposites
    return found


@cache
def hedges() -> dict[str, str]:
    """Word to how it leaves open what it stands before."""
    return {
        word: name
        for name, _, words_ in (line.partition(": ") for line in _lines("hedges.txt"))
        for word in words_.split()
    }


@cache
def roles() -> dict[str, frozenset[str]]:
    """Words about persons beside their names, by class."""
    found: dict[str, frozenset[str]] = {}
    for name, _, listed in (line.partition(": ") for line in _lines("roles.txt")):
        found[name] = found.get(name, frozenset()) | frozenset(listed.split())
    return found


@cache
def choices() -> dict[str, dict[str, int]]:
    """Lemma to each referent that it can name, with the choice of words that it belongs to."""
    found: dict[str, dict[str, int]] = {}
    for referent, _, listed in (line.partition(": ") for line in _lines("choices.txt")):
        for choice, words_ in enumerate(listed.split("|")):
            for word in words_.split():
                found.setdefault(word, {})[referent] = choice
    return found


@cache
def sets() -> dict[str, tuple[tuple[str, tuple[int, int]], ...]]:
    """Word to the sets that it belongs to: the kind of difference, the number of the set, the number of its meaning there."""
    found: dict[str, list[tuple[str, tuple[int, int]]]] = {}
    for number, line in enumerate(_lines("sets.txt")):
        kind, _, members = line.partition(":")
        for place, member in enumerate(members.split()):
            for word in member.split("/"):
                found.setdefault(word, []).append((kind, (number, place)))
    return {word: tuple(places) for word, places in found.items()}
