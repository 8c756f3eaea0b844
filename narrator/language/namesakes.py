"""Who bears a surname: persons of one article whom the same short name can mean, and what gender each is known to be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narrator.language.paragraphs import Paragraph
from narrator.language.people import Person, folded, given_names

MANY = 50
"""Bearers of one surname that are told apart; what more there are makes a short name no more open."""


def alike(one: str, other: str) -> bool:
    """Whether two names of one surname can be one person's: a given name is missing, the same, or an initial of the other."""
    left, right = (name.casefold().split()[:-1] for name in (one, other))
    if not left or not right:
        return True
    first, second = left[0].rstrip("."), right[0].rstrip(".")
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


def bearers(surname: str, persons: Sequence[Person]) -> list[Person]:
    """A full mention of each who bears a surname: Smith of Ann Smith, and Ruiz of Ana Ruiz Mora as well."""
    found: list[Person] = []
    for one in persons:
        if surname in one.name.casefold().split()[1:] and not any(
            other.key == one.key and alike(one.name, other.name) for other in found
        ):
            found.append(one)
        if len(found) == MANY:
            break
    return found


def shared(persons: Sequence[Person]) -> frozenset[str]:
    """The surnames that several persons bear."""
    by_key: dict[str, list[Person]] = {}
    for one in persons:
        by_key.setdefault(one.key, []).append(one)
    return frozenset(key for key, same in by_key.items() if len(bearers(key, same)) > 1)


def who(name: str, several: frozenset[str]) -> str:
    """What tells a person from others: the surname, or the whole name where several bear it."""
    name = name.casefold()
    key = name.split()[-1] if name else ""
    return name if key in several else key


def fuller(name: str, persons: Sequence[Person]) -> list[Person]:
    """The persons whose names say more than a name of several words: Ana Ruiz Mora than Ruiz Mora, Ann P. Lee than Ann Lee."""
    low, size = name.casefold(), len(name.split())
    return [
        one
        for one in persons
        if one.key == low.split()[-1]
        and len(one.name.split()) > size
        and (alike(one.name, name) or one.name.casefold().endswith(f" {low}"))
    ]


def mentions_of(person: Person, persons: Sequence[Person]) -> list[Person]:
    """The mentions up to this one of the same person: all of the surname, unless several bear it."""
    same = [one for one in persons if one.key == person.key and one.start <= person.start]
    if len(bearers(person.key, same)) < 2:
        return same
    full = " " in person.name
    return [
        one for one in same if one.name == person.name or (full and " " in one.name and alike(one.name, person.name))
    ]


def partners(persons: Sequence[Person], paragraphs: Sequence[Paragraph]) -> dict[int, Person]:
    """Starts of names to the given name that shares their surname: of Mary Smith to John in "John and Mary Smith"."""
    found, number = {}, 0
    for one, after in pairwise(persons):
        if " " in one.name or " " not in after.name or folded(one.name) not in given_names():
            continue
        while number + 1 < len(paragraphs) and paragraphs[number + 1].start <= one.start:
            number += 1
        paragraph = paragraphs[number]
        if paragraph.text[one.end - paragraph.start : after.start - paragraph.start] in (" and ", " & "):
            found[after.start] = one
    return found


def with_genders(paragraphs: Sequence[Paragraph], found: Sequence[Person]) -> list[Person]:
    """The persons with the genders that the text tells: of one mention for all with the same surname, if one alone bears it."""
    several = shared(found)
    apart = [replace(one, key=one.name) if one.key in several else one for one in found]
    genders: dict[str, set[str]] = {}
    for one in apart:
        genders.setdefault(one.key, set()).update({one.gender} if one.gender else ())
    for key, gender in (*_by_pronouns(paragraphs, apart), *_by_given_names(apart)):
        if not genders[key]:
            genders[key] = gender
    return [
        replace(one, gender=min(known) if len(known := genders[alone.key]) == 1 else None)
        if one.key not in several or " " in one.name
        else one
        for one, alone in zip(found, apart, strict=True)
    ]


def _given_gender(person: Person) -> str | None:
    first, _, rest = person.name.partition(" ")
    return given_names().get(folded(first)) if rest else None


def _by_pronouns(paragraphs: Sequence[Paragraph], found: Sequence[Person]) -> Iterator[tuple[str, set[str]]]:
    """Genders of those who are alone in a sentence with "he" or "she" behind their name."""
    votes: dict[str, set[str]] = {}
    for paragraph in paragraphs:
        for sentence in paragraph.doc.sents:
            span = paragraph.span(sentence)
            here = [one for one in found if span.start <= one.start < span.end]
            if len({one.key for one in here}) == 1:
                behind = {t.lower_ for t in sentence if t.dep_ == "nsubj" and paragraph.start + t.idx > here[0].end}
                said = {"male"} if "he" in behind else set()
                votes.setdefault(here[0].key, set()).update(said | ({"female"} if "she" in behind else set()))
    return ((key, said) for key, said in votes.items() if len(said) == 1)


def _by_given_names(found: Sequence[Person]) -> Iterator[tuple[str, set[str]]]:
    """Genders of those whose full names open with a given name that is hardly ever the other's."""
    votes: dict[str, set[str]] = {}
    for one in found:
        gender = _given_gender(one)
        votes.setdefault(one.key, set()).update({gender} if gender else ())
    return ((key, said) for key, said in votes.items() if len(said) == 1)
