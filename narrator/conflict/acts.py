"""Two accounts of one act: can whoever did or suffered it be the same?"""

from narrator.conflict.pair import PRONOUNS, Pair
from narrator.language.lexicon import act_of
from narrator.model.statement import Statement

SAME = 0.6
"""Likeness from which the act is one whoever is named."""

_MOVING = frozenset({"leave", "arrive"})
"""Acts whose object is a place, told by different names."""


def same_parties(pair: Pair, act: str) -> bool:
    """Whether the act can be one: who did it, or else who suffered it, is not told in words of which none is the same."""
    agents, patients = ([_heads(side, act, role) for side in (pair.left, pair.right)] for role in ("agent", "patient"))
    if pair.likeness >= SAME or (agents[0] & agents[1]) or (patients[0] & patients[1]):
        return True
    return not (agents[0] and agents[1]) and not (patients[0] and patients[1] and act not in _MOVING)


def _heads(side: Statement, act: str, role: str) -> frozenset[str]:
    phrases = [getattr(frame, role) for frame in side.frames if act_of(frame.predicate) == act]
    return frozenset(phrase.head for phrase in phrases if phrase) - PRONOUNS
