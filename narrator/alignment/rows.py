"""Statements to claims: rows of statements that answer the same question of fact, by slot and by wording."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from narrator.alignment.candidates import candidates
from narrator.alignment.features import Features, features
from narrator.alignment.labels import slot_label, wording_label
from narrator.alignment.similarity import likeness, parts
from narrator.events import gate
from narrator.events.linkage import average_link
from narrator.model.article import When, timestamp
from narrator.model.comparison import Claim, Met, Part
from narrator.model.statement import Certainty, SlotName, Stance, Statement

TOGETHER = 0.5
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
    SlotName.AGENT: 0.3,
    SlotName.COUNT: 0.3,
    SlotName.WHEN: 0.3,
    SlotName.WHERE: 0.2,
    SlotName.CAUSE: 0.3,
    SlotName.PURPOSE: 0.3,
    SlotName.RESPONSIBILITY: 0.35,
    SlotName.STATUS: 0.35,
}
_GATED = {
    SlotName.TARGET: ("actors",),
    SlotName.AGENT: ("actors",),
    SlotName.WHEN: ("time",),
    SlotName.WHERE: ("place",),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two statements (positions) that meet: the parts of their likeness and how likely they speak to the same point."""

    parts: tuple[Part, ...]
    affinity: float


@dataclass(frozen=True, slots=True)
class Rows:
    """The claims, and every pair that shares one."""

    claims: tuple[Claim, ...]
    meetings: Mapping[tuple[str, str], Meeting]


def rows(statements: Sequence[Statement], published: Mapping[str, When]) -> Rows:
    """The claims among the statements of different tellers; `published` maps article id to its time. Order-independent."""
    accounts = sorted(
        (s for s in statements if tells(s)), key=lambda s: (timestamp(published[s.article]) or "9999", s.id)
    )
    table = _Table(accounts, published)
    found: dict[tuple[int, ...], Claim] = {}
    for (slot, key), positions in sorted(_by_slot(accounts).items()):
        for group in _join(positions, lambda i, j, slot=slot: table.by_slot(i, j, slot)):  # type: ignore[misc]
            if _tellers(accounts, group) > 1:
                found[group] = _claim(table, group, f"{slot.value}:{key}", slot_label(slot, key), Met.SLOT)
    for group in _clusters(len(accounts), table.by_wording()):
        if _tellers(accounts, group) < 2:
            continue
        if group in found:
            found[group] = _claim(table, group, found[group].id.partition("/")[2], found[group].label, Met.BOTH)
        elif not any(set(group) <= set(other) for other in found):
            label = wording_label([table.features[i] for i in group], accounts[group[0]])
            found[group] = _claim(table, group, "", label, Met.WORDING)
    ordered = [found[group] for group in sorted(found)]
    return Rows(tuple(ordered), {pair: meeting for claim in ordered for pair, meeting in table.meetings(claim)})


def tells(statement: Statement) -> bool:
    """Whether a statement is an account of what happened: plans, wishes and refusals are not."""
    return statement.stance in {Stance.FACT, Stance.BELIEF} and statement.certainty is not Certainty.NO_COMMENT


def apart(left: Statement, right: Statement) -> bool:
    """Whether two statements have different tellers: another outlet, or another ultimate narrator."""
    return left.narrators[0] != right.narrators[0] or left.narrators[-1] != right.narrators[-1]


class _Table:
    """Statements by position, with their features and likenesses, each computed once."""

    def __init__(self, accounts: Sequence[Statement], published: Mapping[str, When]) -> None:
        self.accounts = accounts
        self.published = published
        self.features: list[Features] = [features(statement) for statement in accounts]
        self.position = {statement.id: i for i, statement in enumerate(accounts)}
        self._parts: dict[tuple[int, int], tuple[Part, ...]] = {}

    def parts(self, i: int, j: int) -> tuple[Part, ...]:
        pair = (i, j) if i < j else (j, i)
        if pair not in self._parts:
            self._parts[pair] = parts(self.features[pair[0]], self.features[pair[1]])
        return self._parts[pair]

    def same_occurrence(self, i: int, j: int, ignore: Iterable[str] = ()) -> bool:
        left, right = self.accounts[i], self.accounts[j]
        return gate.judge(left, right, (self.published[left.article], self.published[right.article]), ignore).same

    def by_slot(self, i: int, j: int, slot: SlotName) -> float:
        """Affinity of two statements that fill the same slot with the same key."""
        if not self.same_occurrence(i, j, _GATED.get(slot, ())):
            return 0.0
        return 1 - (1 - PRIOR.get(slot, 0.0)) * (1 - likeness(self.parts(i, j)))

    def by_wording(self) -> dict[tuple[int, int], float]:
        """Likeness of the pairs that share telling words and can be about one occurrence."""
        found = {}
        for i, j in sorted(candidates(self.features)):
            score = likeness(self.parts(i, j))
            if score >= TOGETHER / 2 and self.same_occurrence(i, j):
                found[i, j] = score
        return found

    def meetings(self, claim: Claim) -> Iterator[tuple[tuple[str, str], Meeting]]:
        members = sorted(self.position[one] for one in (*claim.statements, *claim.more))
        for place, i in enumerate(members):
            for j in members[place + 1 :]:
                if apart(self.accounts[i], self.accounts[j]):
                    found = self.parts(i, j)
                    yield (self.accounts[i].id, self.accounts[j].id), Meeting(found, likeness(found))


def _by_slot(accounts: Sequence[Statement]) -> dict[tuple[SlotName, str], list[int]]:
    found: dict[tuple[SlotName, str], list[int]] = defaultdict(list)
    for position, statement in enumerate(accounts):
        for slot, key in sorted({(slot.name, slot.key) for slot in statement.slots if slot.name in PRIOR}):
            found[slot, key].append(position)
    return {question: positions for question, positions in found.items() if len(positions) > 1}


def _join(positions: Sequence[int], affinity: Callable[[int, int], float]) -> Iterator[tuple[int, ...]]:
    scores = {
        (a, b): score
        for a, i in enumerate(positions)
        for b, j in enumerate(positions[a + 1 :], start=a + 1)
        if (score := affinity(i, j)) > 0
    }
    for group in _clusters(len(positions), scores):
        yield tuple(positions[place] for place in group)


def _clusters(items: int, scores: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, ...]]:
    return (tuple(group) for group in average_link(items, scores, TOGETHER) if len(group) > 1)


def _tellers(accounts: Sequence[Statement], group: Sequence[int]) -> int:
    return len({(accounts[i].narrators[0], accounts[i].narrators[-1]) for i in group})


def _claim(table: _Table, group: Sequence[int], question: str, label: str, met: Met) -> Claim:
    """The row of a group: the statements most like the others first, the surplus of an article under `more`."""

    def centrality(i: int) -> float:
        return sum(likeness(table.parts(i, j)) for j in group if j != i)

    shown: list[str] = []
    more: list[str] = []
    seen: dict[str, int] = defaultdict(int)
    for i in sorted(group, key=lambda i: (-round(centrality(i), 9), i)):
        statement = table.accounts[i]
        seen[statement.article] += 1
        (shown if seen[statement.article] <= PER_ARTICLE else more).append(statement.id)
    earliest = table.accounts[min(group)].id
    return Claim(f"{earliest}/{question}" if question else earliest, label, met, tuple(shown), tuple(more))
