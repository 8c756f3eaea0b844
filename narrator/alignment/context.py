"""What the articles around two statements add to their words: do the two speak to the same point of one event?

Wording alone leaves apart most of what outlets tell in words of their own, and joins what only shares the story's topic. Two
statements are nearer when nothing else in the other article is as like, when the words that they share are rare in their own
articles, when their neighbours are alike, when both stand near the top or at about the same place, when one and the same person
is quoted, and when both count the same victims. Each of these depends on the two articles alone; a third one changes it only
where it makes a word so common that it brings no one together any more (CROWD in candidates.py).
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from narrator.alignment.candidates import candidates
from narrator.alignment.features import STEM, Features, features
from narrator.alignment.questions import TOLLS, questions
from narrator.alignment.similarity import score
from narrator.language.slots import PART
from narrator.model.comparison import Part
from narrator.model.statement import Statement

NAMES = (
    "wording", "no rival", "rare words", "surroundings", "neighbours", "near the top", "position", "same speaker", "same victims"
)  # fmt: skip
"""The parts in their order."""

BIAS = "bias"
CERTAIN = 0.999
"""Bound of a likeness, so that its odds are finite."""

NONE = 0.3
"""Odds that nothing in the other article speaks to the same point."""


class Context:
    """The statements of a comparison among their neighbours.

    Statements are known by their positions in `accounts`, which may be in any order; neighbours are those before and after in
    the same article, by offset. `features` are those of each statement, `met` the pairs i < j that words bring
    together with the likeness of their words.
    """

    def __init__(self, accounts: Sequence[Statement]) -> None:
        self._accounts = accounts
        self.features = found = [features(statement) for statement in accounts]
        self._neighbours: dict[int, tuple[int, ...]] = {}
        self._rank: dict[int, tuple[int, float]] = {}
        stems = [_stems(one) for one in found]
        self._own: list[Mapping[str, float]] = [{}] * len(accounts)
        self._around: list[Mapping[str, float]] = [{}] * len(accounts)
        for places in _by_article(accounts).values():
            held = Counter(stem for place in places for stem in stems[place])
            for number, place in enumerate(places):
                self._own[place] = {
                    stem: value * math.log1p(len(places) / held[stem]) / math.log1p(len(places))
                    for stem, value in stems[place].items()
                }
                self._rank[place] = number, number / len(places)
                self._neighbours[place] = (*places[max(0, number - 1) : number], *places[number + 1 : number + 2])
            for place in places:
                self._around[place] = _merged([self._own[one] for one in (place, *self._neighbours[place])])
        self._totals = [sum(own.values()) for own in self._own]
        self._sums = [sum(around.values()) for around in self._around]
        self._tolls = [frozenset(one for one in questions(account) if one[0] in TOLLS) for account in accounts]
        self.met = {pair: score(found[pair[0]], found[pair[1]]) for pair in sorted(candidates(found))}
        self._odds: dict[tuple[int, str], float] = defaultdict(float)
        for (i, j), likeness in self.met.items():
            self._odds[i, accounts[j].article] += _odds(likeness)
            self._odds[j, accounts[i].article] += _odds(likeness)

    def retell(self, accounts: Sequence[Statement]) -> None:
        """The same statements at the same positions, by other tellers: only who speaks is another."""
        self._accounts = accounts

    def likeness(self, i: int, j: int) -> float:
        """Likeness of the words of two statements."""
        found = self.met.get((i, j) if i < j else (j, i))
        return score(self.features[i], self.features[j]) if found is None else found

    def affinity(self, i: int, j: int) -> float:
        """The probability that two statements of different articles speak to the same point."""
        weights = _weights()
        evidence = weights[BIAS]
        for name, value in zip(NAMES, self.values(i, j), strict=True):
            evidence += weights[name] * value
        return 1 / (1 + math.exp(-evidence))

    def parts(self, i: int, j: int) -> tuple[Part, ...]:
        """What the affinity is made of, without the wording, which has parts of its own."""
        return tuple(Part(name, round(value, 4)) for name, value in zip(NAMES, self.values(i, j), strict=True))[1:]

    def values(self, i: int, j: int) -> tuple[float, ...]:
        """The values of the parts; all but the wording (log odds) are in [0, 1]. Symmetric."""
        odds = _odds(self.likeness(i, j))
        left, right = self._accounts[i], self._accounts[j]
        return (
            math.log(odds),
            (self._choice(i, right.article, odds) + self._choice(j, left.article, odds)) / 2,
            _dice(self._own[i], self._own[j], self._totals[i] + self._totals[j]),
            _dice(self._around[i], self._around[j], self._sums[i] + self._sums[j]),
            self._beside(i, j),
            (1 / (1 + self._rank[i][0]) + 1 / (1 + self._rank[j][0])) / 2,
            1 - abs(self._rank[i][1] - self._rank[j][1]),
            float(len(left.narrators) > 1 < len(right.narrators) and left.narrators[-1] == right.narrators[-1]),
            float(bool(self._tolls[i] & self._tolls[j])),
        )

    def _choice(self, i: int, article: str, odds: float) -> float:
        """How surely it is this statement of an article that a statement meets, and none of the others or nothing."""
        return odds / (max(self._odds[i, article], odds) + NONE)

    def other_toll(self, i: int, j: int) -> bool:
        """Whether both count who was hit, and not the same: the dead of one are no row-mates of the injured of the other.

        Some of them may be some of those whom the other counts.
        """
        one, other = self._tolls[i], self._tolls[j]
        parts = {slot for slot, key in one | other if key == PART}
        both = {slot for slot, _ in one} & {slot for slot, _ in other}
        return bool(one and other) and not one & other and not both & parts

    def _beside(self, i: int, j: int) -> float:
        """How like the neighbours of one are to the other, or to its neighbours: what stands beside like things is like."""
        left, right = self._neighbours[i], self._neighbours[j]
        pairs = [(i, b) for b in right] + [(a, j) for a in left] + [(a, b) for a in left for b in right]
        return max((self.met.get((a, b) if a < b else (b, a), 0.0) for a, b in pairs), default=0.0)


def _by_article(accounts: Sequence[Statement]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place in sorted(range(len(accounts)), key=lambda i: (accounts[i].article, accounts[i].start, accounts[i].id)):
        found[accounts[place].article].append(place)
    return found


def _stems(features: Features) -> dict[str, float]:
    """Beginnings of the telling words, each with the weight of its heaviest word."""
    found: dict[str, float] = {}
    for word, value in features.bag.items():
        found[word[:STEM]] = max(found.get(word[:STEM], 0.0), value)
    return found


def _merged(bags: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for bag in bags:
        for word, value in bag.items():
            found[word] = max(found.get(word, 0.0), value)
    return found


def _dice(left: Mapping[str, float], right: Mapping[str, float], total: float) -> float:
    if len(left) > len(right):
        left, right = right, left
    shared = sum(min(value, right[word]) for word, value in left.items() if word in right)
    return min(1.0, 2 * shared / total) if total else 0.0


def _odds(likeness: float) -> float:
    bounded = min(max(likeness, 1 - CERTAIN), CERTAIN)
    return bounded / (1 - bounded)


@cache
def _weights() -> dict[str, float]:
    text = files("narrator.alignment").joinpath("affinity_weights.json").read_text("utf-8")
    found: dict[str, float] = json.loads(text)["weights"]
    return found
