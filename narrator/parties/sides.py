"""Suggested sides: which country or body does a narrator speak for? The reader may always say otherwise."""

import re

from narrator.parties.lexicon import countries, independent

_WORDS = re.compile(r"[A-Za-z][\w.-]*")
_ABOUT = re.compile(r" (?:against|about|on|over|into) .*")
_STAY = re.compile(
    r"(?<!police)(?<!authorities)(?<!prosecutors)(?<!government)(?<!ministry)(?<!parliament)(?<!court)"
    r" (?:in|near|from|outside|inside|across|around) (?:the )?(?P<place>.*)",
    re.IGNORECASE,
)
"""Where somebody is; of those who rule or judge it is where they do."""
_REPORTS = re.compile(r"\b(?:correspondent|reporter|bureau chief)\b", re.IGNORECASE)
"""Posts that name the country that somebody reports from."""
_SEVERAL = re.compile(r",| and | or | & ")
_FIRMS = frozenset({"airlines", "airways", "express", "motors", "gas", "petroleum", "telecom", "capital", "bank"})
"""Words after a country's that make the name of a firm."""
_STATES = frozenset({"georgia"})
_OF_A_STATE = frozenset(
    {"state", "police", "trooper", "troopers", "governor", "gov", "county", "sheriff", "legislature", "university"}
)
"""Names of countries that a state of the USA bears as well, and the words that tell that the state is meant."""

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

    None as well for several countries at once, for a firm that has its country in its name, for where somebody is or has
    a seat, for what a document is about, for a state of the USA with a country's name, and for people who need not speak
    for their country: activists, residents, opponents.
    """
    stays = {stay["place"] for description in descriptions if (stay := _STAY.search(description or ""))}
    for description in descriptions:
        if description and (description in stays or _REPORTS.search(description) or _is_independent(description)):
            continue
        found = _countries(_STAY.sub("", _ABOUT.sub("", (description or "").replace("U.S.", "US"))))
        if len(set(found)) > 1 and _SEVERAL.search(description or ""):
            return None
        if found:
            return found[0]
    return None


def _is_independent(description: str) -> bool:
    return any(word.lower() in independent() for word in _WORDS.findall(description))


def _countries(description: str) -> list[str]:
    """The countries that a description names, longer names first."""
    words = [word.removesuffix("'s").removesuffix("’s").rstrip(".").lower() for word in _WORDS.findall(description)]
    found = []
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size])
            country = countries().get(name) or countries().get(name.removesuffix("s"))
            after = words[start + size : start + size + 1]
            state = after == ["county"] or (name in _STATES and _OF_A_STATE.intersection(words))
            if country is not None and not state and not _FIRMS.intersection(after):
                found.append(country)
    return found
