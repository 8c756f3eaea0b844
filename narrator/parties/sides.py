"""Suggested sides: which country or body does a narrator speak for? The reader may always say otherwise."""

import re

from narrator.parties.lexicon import countries, independent

_WORDS = re.compile(r"[A-Za-z][\w.-]*")
_ABOUT = re.compile(r" (?:against|about|on|over|into) .*|^(?P<firm>[A-Z].*?) (?:in|near|outside) .*")
_REPORTS = re.compile(r"\b(?:correspondent|reporter|bureau chief)\b", re.IGNORECASE)
"""Posts that name the country that somebody reports from."""
_SEVERAL = re.compile(r",| and | or | & ")
_FIRMS = frozenset({"airlines", "airways", "express", "motors", "gas", "petroleum", "telecom", "capital", "bank"})
"""Words after a country's that make the name of a firm."""


_ALLIANCE = frozenset(
    {"coalition", "alliance", "allies", "jets", "warplanes", "aircraft", "planes", "forces", "its", "their"}
)
_OPEN = frozenset({"coalition", "alliance", "allies"})
_DROPPED = frozenset(
    {"the", "a", "an", "and", "of", "led", "by", "attack", "strike", "strikes", "airstrikes", "airstrike", "raid"}
)


def may_be_one(one: str, other: str) -> bool:
    """Whether two descriptions of who acted can mean one party: the same country, a shared word, or nothing that tells."""
    if not _telling(one) or not _telling(other):
        return True
    left, right = suggest(one), suggest(other)
    if left and right:
        return left == right
    return bool((_telling(one) | _telling(other)) & _OPEN) or bool(_telling(one) & _telling(other))


def _telling(description: str) -> frozenset[str]:
    words = frozenset(word.lower() for word in _WORDS.findall(description)) - _DROPPED
    return frozenset() if words <= _ALLIANCE else words


def suggest(*descriptions: str | None) -> str | None:
    """The first country that the descriptions (name, affiliation, role) name by any of its names, else None.

    None as well for several countries at once, for a firm that has its country in its name, for where a firm has its seat,
    for what a document is about, and for people who need not speak for their country: activists, residents, opponents.
    """
    for description in descriptions:
        if description and (_REPORTS.search(description) or _is_independent(description)):
            continue
        found = _countries(_ABOUT.sub(_firm, (description or "").replace("U.S.", "US")))
        if len(set(found)) > 1 and _SEVERAL.search(description or ""):
            return None
        if found:
            return found[0]
    return None


def _is_independent(description: str) -> bool:
    return any(word.lower() in independent() for word in _WORDS.findall(description))


def _firm(found: re.Match[str]) -> str:
    return found["firm"] or ""


def _countries(description: str) -> list[str]:
    """The countries that a description names, longer names first."""
    words = [word.removesuffix("'s").removesuffix("’s").rstrip(".").lower() for word in _WORDS.findall(description)]
    found = []
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size])
            country = countries().get(name) or countries().get(name.removesuffix("s"))
            if country is not None and not _FIRMS.intersection(words[start + size : start + size + 1]):
                found.append(country)
    return found
