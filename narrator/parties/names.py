"""Names made comparable: what is left when articles, possessives, titles, spelling and acronyms no longer matter."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz import fuzz

from narrator.language.people import words as lexicon
from narrator.parties.lexicon import demonyms, titles

ALIKE = 93.0
"""rapidfuzz `token_sort_ratio` (0-100) from which two names of organisations are one: a letter apart, not a word."""

_DEFINITION = re.compile(
    r"(?<![\w.'’-])((?:[A-Z][\w.'’-]*\s+(?:(?:of|for|and|the|on)\s+){0,2}){1,7})\(([A-Z][A-Za-z]{1,9})\)"
)
_BEGINNING = 3
"""Letters of a word that a blend has at least."""
_DROPPED = frozenset({"the", "a", "an", "of", "for", "and", "&", "on", "in", "'s", "s"})
_FIRM = frozenset(
    {"inc", "ltd", "llc", "corp", "co", "plc", "ag", "gmbh", "nv", "limited", "incorporated", "corporation"}
)
"""Words that say no more than that a name is a firm's."""
_POLICE = frozenset({"department", "force", "forces", "service", "officers", "dept"})
"""Words that "police" means without them."""
_SPELLING = {"defence": "defense", "centre": "center", "organisation": "organization", "labour": "labor"}


@cache
def key(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: lower case, sorted, demonyms as countries."""
    words = (word.strip(".,'’\"“”()") for word in re.split(r"[\s/]+", re.sub(r"['’]s\b", "", name.lower())))
    kept = [_SPELLING.get(word, word) for word in words if word and word not in _DROPPED]
    telling = {demonyms().get(word, word).lower() for word in kept if not word.endswith("-based")}
    telling = telling - _FIRM or telling
    return tuple(sorted(telling - _POLICE if "police" in telling else telling))


def generic(name: str) -> bool:
    """Whether a name is made of common nouns alone ("police", "local media"), which other articles may use of others."""
    return name == name.lower()


def generic_of(name: str, full: str) -> bool:
    """Whether a common noun is the last word of what a fuller name says: "police" of "Harwick police"."""
    return key(name)[-1:] == key(name) and set(key(name)) < set(key(full))


@cache
def person(name: str) -> tuple[str, ...]:
    """Given names and surname, lower case, titles dropped."""
    words = [word.strip(".,'’\"“”()").lower() for word in re.sub(r"['’]s\b", "", name).split()]
    return tuple(word for word in words if word and word not in titles())


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the same surname, and given names that do not exclude each other."""
    left, right = sorted((person(one), person(other)), key=len)
    if not left or not right:
        return False
    if left[-1] != right[-1]:
        return False
    return all(a == b or a[0] == b or a == b[0] for a, b in zip(left[:-1], right[:-1], strict=False))


def same_organisation(one: str, other: str) -> bool:
    """Whether two names are one body's: the same words, an acronym of the other, or the same but for spelling."""
    left, right = key(one), key(other)
    if not left or not right:
        return False
    if left == right or acronym(one) == _letters(other) or acronym(other) == _letters(one):
        return True
    if _is_blend(_letters(one), other.lower().split()) or _is_blend(_letters(other), one.lower().split()):
        return True
    if (_head(one) == right and not _extends(one)) or (_head(other) == left and not _extends(other)):
        return True
    return len(left) == len(right) > 1 and fuzz.token_sort_ratio(" ".join(left), " ".join(right)) >= ALIKE


def begins_person(one: str, longer: str) -> bool:
    """Whether a name is the beginning of another: Ana Ruiz of Ana Ruiz Mora, who may be two. What else is said decides."""
    left, right = person(one), person(longer)
    return 1 < len(left) < len(right) and left == right[: len(left)]


def begins_body(one: str, longer: str) -> bool:
    """Whether a name is what stands before the "and" of another: Ministry of Trade of Ministry of Trade and Labour."""
    return _head(longer) == key(one)


def _head(name: str) -> tuple[str, ...] | None:
    """The key of what stands before "and", of two words at least: Harwick Zoo of "Harwick Zoo & Botanical Garden"."""
    first, joined, _ = re.sub(r"\s+(?:and|&)\s+", "\0", name, count=1).partition("\0")
    found = key(first)
    return found if joined and len(found) > 1 else None


def _extends(name: str) -> bool:
    """Whether "and" adds to what a body is for, as in "Ministry of Trade and Labour": another body than the one of trade."""
    first = {word.lower() for word in re.split(r"\s+(?:and|&)\s+", name)[0].split()}
    return bool(first & (lexicon("body") | {"of", "for"}))


def acronym(name: str) -> str:
    """The initials of a name of at least two words, all capitalised; otherwise a string that no name equals."""
    words = [word for word in re.split(r"[\s-]+", name) if word and word not in _DROPPED]
    initials = [word[0] for word in words if word[0].isupper()]
    return "".join(initials).lower() if len(words) == len(initials) > 1 else " "


def _letters(name: str) -> str:
    word = name.removeprefix("the ").removeprefix("The ").replace(".", "")
    return word.lower() if word.isupper() and " " not in word else "  "


def _is_blend(short: str, words: Sequence[str]) -> bool:
    """Whether a name in capitals is made of the beginnings of the last two words of another: CENTCOM of Central Command."""
    return any(
        short[:cut] == words[-2][:cut] and short[cut:] == words[-1][: len(short) - cut]
        for cut in range(_BEGINNING, len(short) - _BEGINNING + 1)
        if len(words) > 1
    )


def definitions(texts: Iterable[str]) -> dict[str, str]:
    """Acronyms that the texts define, "US Central Command (CENTCOM)": acronym to full name."""
    found: dict[str, str] = {}
    for text in texts:
        for full, short in _DEFINITION.findall(text):
            name = _defined(full.split(), short)
            if name:
                found.setdefault(short, name)
    return found


def _defined(words: Sequence[str], short: str) -> str:
    """The fewest last words whose initials, or in order whose letters, spell the acronym; a demonym before them belongs to it."""
    for size in range(2, len(words) + 1):
        tail = words[-size:]
        if not tail[0][0].isupper() or tail[0] in {"The", "A"}:
            continue
        letters = iter("".join(tail).lower())
        initials = "".join(word[0] for word in tail if word[0].isupper()).lower()
        spelled = tail[0][0].lower() == short[0].lower() and all(letter in letters for letter in short.lower())
        if initials == short.lower() or (spelled and size <= len(short)):
            before = words[-size - 1] if size < len(words) else ""
            return " ".join([before, *tail] if before.replace(".", "").lower() in demonyms() else tail)
    return ""
