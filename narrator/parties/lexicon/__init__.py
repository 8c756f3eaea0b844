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


def _countries() -> Iterator[tuple[str, list[str], list[str]]]:
    for line in files(__name__).joinpath("countries.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, rest = line.replace(";", " ;").partition(":")
            words, _, seats = rest.partition(";")
            yield (
                name.replace("_", " "),
                *([word.replace("_", " ") for word in part.split()] for part in (words, seats)),
            )
