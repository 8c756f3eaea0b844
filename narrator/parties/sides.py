"""Suggested sides: which country or body does a narrator speak for? The reader may always say otherwise."""

import re

from narrator.parties.lexicon import countries

_WORDS = re.compile(r"[A-Za-z][\w.-]*")


def suggest(*descriptions: str | None) -> str | None:
    """The first country that the descriptions (name, affiliation, role) name by any of its names, else None."""
    for description in descriptions:
        found = _WORDS.findall((description or "").replace("U.S.", "US"))
        words = [word.removesuffix("'s").rstrip(".").lower() for word in found]
        for size in (3, 2, 1):
            for start in range(len(words) - size + 1):
                country = countries().get(" ".join(words[start : start + size]))
                if country is not None:
                    return country
    return None
