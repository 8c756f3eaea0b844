"""Statements to claims: rows of statements that answer the same question of fact, by slot and by wording."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from narrator.alignment.candidates import candidates
from narrator.alignment.features import features
from narrator.alignment.labels import slot_label, wording_label
from narrator.alignment.similarity import likeness, parts
from narrator.events import gate
from narrator.events.linkage import average_link
from narrator.language.slots import MEASURED
from narrator.model.article import When, instant
from narrator.model.comparison import Claim, Met, Part
from narrator.model.statement import Certainty, Slot, SlotName, Stance, Statement
from narrator.parties.sides import may_be_one

TOGETHER = 0.3
"""Mean affinity from which statements share a row."""

PER_ARTICLE = 2
"""Statements of one article that a row shows; the others are kept under `more`."""

# How surely two statements that answer one slot with the same key, and pass the event gate, speak to the same point. Figures of
# one act and category nearly always do; two times or places only where the wording agrees as well.
PRIOR = {
    SlotName.KILLED: 0.62,
    SlotName.INJURED: 0.62,
    SlotName.MISSING: 0.55,
    SlotName.DETAINED: 0.5,
    SlotName.DISPLACED: 0.55,
    SlotName.TARGET: 0.55,
    SlotName.ACT: 0.5,
    SlotName.AGENT: 0.3,
    SlotName.COUNT: 0.3,
    SlotName.WHEN: 0.3,
    SlotName.WHERE: 0.2,
    SlotName.CAUSE: 0.3,
    SlotName.PURPOSE: 0.3,
    SlotName.RESPONSIBILITY: 0.35,
    SlotName.STATUS: 0.35,
}
_TOLLS = frozenset({SlotName.KILLED, SlotName.INJURED, SlotName.MISSING, SlotName.DETAINED, SlotName.DISPLACED})
_SAYS_NOTHING = frozenset({Certainty.NO_COMMENT, Certainty.UNKNOWN})
_OPEN_KEYS = frozenset({SlotName.TARGET, SlotName.STATUS})
_IN_QUESTION = {
    SlotName.STATUS: ("act", "time"),
    SlotName.ACT: ("act",),
    SlotName.TARGET: ("party",),
    SlotName.AGENT: ("party",),
    SlotName.WHEN: ("time",),
    SlotName.WHERE: ("place",),
}


class Rows:
    """The statements of a comparison and the claims among them; every likeness is computed once.

    `published` maps article id to its time. Statements that are no accounts of what happened are left out. The result does
    not depend on the order of the statements.
    """

    def __init__(self, statements: Iterable[Statement], published: Mapping[str, When]) -> None:
        self._published = published
        self._accounts = sorted(
            filter(tells, statements), key=lambda one: (instant(published[one.article]) or "~", one.id)
        )
        self._features = [features(statement) for statement in self._accounts]
        self._position = {statement.id: i for i, statement in enumerate(self._accounts)}
        self._parts: dict[tuple[int, int], tuple[Part, ...]] = {}

    def claims(self) -> list[Claim]:
        """The rows with at least two tellers, earliest statement first."""
        found: dict[tuple[int, ...], Claim] = {}
        strongest: dict[tuple[int, ...], float] = {}
        for (slot, key), positions in sorted(_by_slot(self._accounts).items()):
            for group in _join(positions, partial(self._by_slot, slot=slot)):
                if self._tellers(group) > 1 and PRIOR[slot] > strongest.get(group, 0.0):
                    strongest[group] = PRIOR[slot]
                    whose = self._referent(group) if slot is SlotName.STATUS else key
                    found[group] = self._claim(group, f"{slot.value}:{whose}", slot_label(slot, whose), Met.SLOT)
        for group in _clusters(len(self._accounts), self._by_wording()):
            if self._tellers(group) < 2:
                continue
            if group in found:
                found[group] = replace(found[group], by=Met.BOTH)
            elif not any(set(group) <= set(other) for other in found):
                label = wording_label([self._features[i] for i in group], self._accounts[group[0]])
                found[group] = self._claim(group, "", label, Met.WORDING)
        return [found[group] for group in sorted(found)]

    def pairs(self, claim: Claim) -> Iterator[tuple[Statement, Statement]]:
        """The statements of different tellers that share a claim, two by two."""
        members = sorted(self._position[one] for one in (*claim.statements, *claim.more) if one in self._position)
        for i, j in combinations(members, 2):
            if apart(self._accounts[i], self._accounts[j]):
                yield self._accounts[i], self._accounts[j]

    def parts(self, left: Statement, right: Statement) -> tuple[Part, ...]:
        """The parts of the likeness of two statements."""
        return self._likeness_parts(self._position[left.id], self._position[right.id])

    def times(self, left: Statement, right: Statement) -> tuple[When, When]:
        """When the two were published."""
        return self._published[left.article], self._published[right.article]

    def _likeness_parts(self, i: int, j: int) -> tuple[Part, ...]:
        pair = (i, j) if i < j else (j, i)
        if pair not in self._parts:
            self._parts[pair] = parts(self._features[pair[0]], self._features[pair[1]])
        return self._parts[pair]

    def _same_occurrence(self, i: int, j: int, ignore: Iterable[str] = ()) -> bool:
        left, right = self._accounts[i], self._accounts[j]
        return gate.judge(left, right, self.times(left, right), ignore).same

    def _by_slot(self, i: int, j: int, slot: SlotName) -> float:
        """Affinity of two statements that fill the same slot with the same key."""
        if not self._same_occurrence(i, j, _IN_QUESTION.get(slot, ())) or not self._one_referent(i, j, slot):
            return 0.0
        return 1 - (1 - PRIOR[slot]) * (1 - likeness(self._likeness_parts(i, j)))

    def _other_toll(self, i: int, j: int) -> bool:
        """Whether both count who was hit, and not the same: the dead of one are no row-mates of the injured of the other."""
        one, other = ({_question(s) for s in self._accounts[k].slots if s.name in _TOLLS} for k in (i, j))
        return bool(one and other) and not one & other

    def _one_referent(self, i: int, j: int, slot: SlotName) -> bool:
        """Whether two targets can be one party's, two statuses one referent's."""
        if slot not in _OPEN_KEYS:
            return True
        one, other = ([s.key for s in self._accounts[k].slots if s.name is slot] for k in (i, j))
        return any(fits(slot, left, right) for left in one for right in other)

    def _by_wording(self) -> dict[tuple[int, int], float]:
        """Likeness of the pairs that share telling words and can be about one occurrence."""
        found = {}
        for i, j in sorted(candidates(self._features)):
            score = likeness(self._likeness_parts(i, j))
            if score >= TOGETHER / 2 and self._same_occurrence(i, j) and not self._other_toll(i, j):
                found[i, j] = score
        return found

    def _referent(self, group: Iterable[int]) -> str:
        """The word that most of the statuses of a group are said of, the longest of equals."""
        slots = (slot for i in group for slot in self._accounts[i].slots if slot.name is SlotName.STATUS)
        words = Counter(word for slot in slots for word in slot.key.split())
        return min(words, key=lambda word: (-words[word], -len(word), word), default="")

    def _tellers(self, group: Iterable[int]) -> int:
        return len({(self._accounts[i].narrators[0], self._accounts[i].narrators[-1]) for i in group})

    def _claim(self, group: Sequence[int], question: str, label: str, met: Met) -> Claim:
        """The row of a group: of each article first another teller, then who is quoted, then what is most like the others."""

        def centrality(i: int) -> float:
            return sum(likeness(self._likeness_parts(i, j)) for j in group if j != i)

        # Within one article the narrators are what is compared, and two of them would hide the others.
        alone = len({self._accounts[i].article for i in group}) == 1
        most = self._tellers(group) if alone else PER_ARTICLE
        shown: list[str] = []
        more: list[str] = []
        seen: Counter[str] = Counter()
        best = sorted(group, key=lambda i: (not self._accounts[i].chain, -round(centrality(i), 9), i))
        for i in sorted(best, key=lambda i: _repeats(self._accounts, best, i)):
            statement = self._accounts[i]
            seen[statement.article] += 1
            (shown if seen[statement.article] <= most else more).append(statement.id)
        earliest = self._accounts[min(group)].id
        return Claim(f"{earliest}/{question}" if question else earliest, label, met, tuple(shown), tuple(more))


def tells(statement: Statement) -> bool:
    """Whether a statement is an account of what happened: plans, wishes, refusals and open questions are not."""
    return statement.stance in {Stance.FACT, Stance.BELIEF} and statement.certainty not in _SAYS_NOTHING


def apart(left: Statement, right: Statement) -> bool:
    """Whether two statements have different tellers: another outlet, or another ultimate narrator."""
    return left.narrators[0] != right.narrators[0] or left.narrators[-1] != right.narrators[-1]


def _repeats(accounts: Sequence[Statement], order: Sequence[int], i: int) -> int:
    """How many statements of the same teller in the same article come before."""
    teller = (accounts[i].article, accounts[i].narrators)
    return sum((accounts[j].article, accounts[j].narrators) == teller for j in order[: order.index(i)])


def _question(slot: Slot) -> tuple[SlotName, str]:
    """What two statements must both answer; keys that are names differ in wording and are judged pair by pair."""
    return slot.name, "" if slot.name in _OPEN_KEYS else slot.key


def _is_question(slot: Slot) -> bool:
    return slot.name in PRIOR and not slot.key.startswith(MEASURED)


def fits(slot: SlotName, left: str, right: str) -> bool:
    """Whether two keys of one slot can mean the same: the party that acted, or the referent whose status it is."""
    if slot is SlotName.TARGET:
        return may_be_one(left, right)
    return bool(set(left.split()) & set(right.split())) if slot is SlotName.STATUS else left == right


def _by_slot(accounts: Sequence[Statement]) -> dict[tuple[SlotName, str], list[int]]:
    found: dict[tuple[SlotName, str], list[int]] = defaultdict(list)
    for position, statement in enumerate(accounts):
        for question in sorted({_question(slot) for slot in statement.slots if _is_question(slot)}):
            found[question].append(position)
    return {question: positions for question, positions in found.items() if len(positions) > 1}


def _join(positions: Sequence[int], affinity: Callable[[int, int], float]) -> Iterator[tuple[int, ...]]:
    scores = {
        (a, b): score for (a, i), (b, j) in combinations(enumerate(positions), 2) if (score := affinity(i, j)) > 0
    }
    for group in _clusters(len(positions), scores):
        yield tuple(positions[place] for place in group)


def _clusters(items: int, scores: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, ...]]:
    return (tuple(group) for group in average_link(items, scores, TOGETHER) if len(group) > 1)
