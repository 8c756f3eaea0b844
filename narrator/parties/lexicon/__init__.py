"""Data files about parties; each names its source and licence in its head."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def demonyms() -> dict[str, str]:
    """Lower-case short form or demonym to the country's name."""
    return {word: country for country, words, _ in _countries() for word in words}


@cache
def countries() -> dict[str, str]:
    """Lower-case name, demonym, capital, or seat of power to the country's name."""
    return {word: country for country, words, seats in _countries() for word in (country.lower(), *words, *seats)}


@cache
def titles() -> frozenset[str]:
    """Lower-case titles and ranks."""
    return frozenset(word for line in _lines("titles.txt") for word in line.split())


@cache
def independent() -> frozenset[str]:
    """Lower-case words for people and bodies that do not speak for the country that their name tells."""
    return frozenset(word for line in _lines("independent.txt") for word in line.split())


def _countries() -> Iterator[tuple[str, list[str], list[str]]]:
    for line in _lines("countries.txt"):
        name, _, rest = line.partition(":")
        words, _, seats = rest.partition(";")
        yield name.replace("_", " "), _words(words), _words(seats)


def _words(listed: str) -> list[str]:
    return [word.replace("_", " ") for word in listed.split()]


def _lines(name: str) -> Iterator[str]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
