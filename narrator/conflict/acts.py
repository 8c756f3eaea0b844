"""Two accounts of one act: can whoever did or suffered it be the same?"""

from collections.abc import Iterable

from narrator.conflict.lexicon import words
from narrator.conflict.pair import PRONOUNS, Pair
from narrator.language.lexicon import act_of
from narrator.language.numerals import value_of
from narrator.model.statement import Frame, Statement
from narrator.parties.names import same_organisation, same_person

SAME = 0.6
"""Likeness from which the act is one whoever is named."""

ROLES = ("agent", "patient")
"""Who does an act and who suffers it."""

_MOVING = frozenset({"leave", "arrive"})
"""Acts whose object is a place, told by different names."""


def same_parties(pair: Pair, act: str) -> bool:
    """Whether the act can be one: who did it, or else who suffered it, is not told in words of which none is the same."""
    deeds = _told(pair.left, act), _told(pair.right, act)
    agents, patients = ([parties(frames, role) for frames in deeds] for role in ROLES)
    if pair.likeness >= SAME or (agents[0] & agents[1]) or (patients[0] & patients[1]):
        return True
    return not (agents[0] and agents[1]) and not (patients[0] and patients[1] and act not in _MOVING)


def parties(frames: Iterable[Frame], *roles: str) -> frozenset[str]:
    """Who does or suffers what is told, by the heads of their phrases; only in these roles, where any are named."""
    phrases = (getattr(frame, role) for frame in frames for role in roles or ROLES)
    return frozenset(phrase.head for phrase in phrases if phrase is not None) - PRONOUNS


def alike(one: str, other: str) -> bool:
    """Whether two descriptions may be of one party by their words: one in common, an acronym, a namesake."""
    return bool(_telling(one) & _telling(other)) or same_organisation(one, other) or same_person(one, other)


def _told(side: Statement, act: str) -> list[Frame]:
    return [frame for frame in side.frames if act_of(frame.predicate) == act]


def _telling(description: str) -> frozenset[str]:
    """The words of a description but for numbers and those that say nothing of whom it means."""
    bare = (word.strip(".,").removesuffix("'s").removesuffix("’s") for word in description.lower().split())
    return frozenset(word for word in bare if value_of(word) is None) - words("function.txt")
