"""Statements to claims: rows of statements that answer the same question of fact, by slot and by wording."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from narrator.alignment.context import Context
from narrator.alignment.grouping import PER_ARTICLE, SLIGHT, Scores, cores, overlapping
from narrator.alignment.labels import slot_label, wording_label
from narrator.alignment.questions import OPEN, Question, fits, questions
from narrator.alignment.similarity import parts
from narrator.events import gate
from narrator.language.aims import AIM
from narrator.language.lexicon import classes
from narrator.model.article import When, instant
from narrator.model.comparison import Claim, Met, Part
from narrator.model.statement import Certainty, SlotName, Stance, Statement

ANSWERING = 0.4
"""Mean affinity from which statements that answer one question share a row."""

NEARLY_ONE = 0.7
"""Affinity from which the words outweigh the event gate: near-copies may differ in the very day."""

FAINT = 0.1
"""Likeness of words below which two statements that answer no question in common are not looked at: of those that could share
a row by wording 3 in 1,000 are fainter."""

# How surely two statements that answer one slot with the same key, and pass the event gate, speak to the same point, whatever
# their words. Figures of one act and category nearly always do; of two times or places the words must tell.
PRIOR = {
    SlotName.KILLED: 0.62,
    SlotName.INJURED: 0.62,
    SlotName.MISSING: 0.55,
    SlotName.DETAINED: 0.5,
    SlotName.DISPLACED: 0.55,
    SlotName.TARGET: 0.55,
    SlotName.ACT: 0.5,
    SlotName.AGENT: 0.3,
    SlotName.INSTRUMENT: 0.35,
    SlotName.COUNT: 0.2,
    SlotName.WHEN: 0.3,
    SlotName.WHERE: 0.1,
    SlotName.CAUSE: 0.36,
    SlotName.PURPOSE: 0.3,
    SlotName.RESPONSIBILITY: 0.35,
    SlotName.STATUS: 0.35,
}
HEADCOUNT = 0.4
"""As PRIOR, for how many took part in an act (a protest, a rescue) rather than for any counted thing."""

AIMED = 0.45
"""The same for what a body of people was after, whatever it did to that end."""

_TELLING = frozenset({Stance.FACT, Stance.BELIEF, Stance.PLAN})
_SAYS_NOTHING = frozenset({Certainty.NO_COMMENT, Certainty.UNKNOWN})
_IN_QUESTION = {
    SlotName.STATUS: ("act", "time"),
    SlotName.ACT: ("act",),
    SlotName.TARGET: ("party",),
    SlotName.AGENT: ("party",),
    SlotName.PURPOSE: ("act", "party"),
    SlotName.WHEN: ("time",),
    SlotName.WHERE: ("place",),
}


class Rows:
    """The statements of a comparison and the claims among them; every likeness is computed once.

    `published` maps article id to its time. Statements that are no accounts are left out. The result does not depend on the
    order of the statements.
    """

    def __init__(self, statements: Iterable[Statement], published: Mapping[str, When]) -> None:
        self._published = published
        accounts = accounts_of(statements)
        self._accounts = sorted(
            accounts, key=lambda one: (instant(published[one.article]) or "~", one.article, one.start, one.id)
        )
        self._context = Context(self._accounts)
        self._facts = [gate.facts(one, published[one.article]) for one in self._accounts]
        self._position = {statement.id: i for i, statement in enumerate(self._accounts)}
        self._affinities: dict[tuple[int, int], float] = {}
        self._asked: dict[tuple[int, int], set[SlotName]] = defaultdict(set)

    def claims(self) -> list[Claim]:
        """The rows with at least two tellers, earliest statement first."""
        found: dict[tuple[int, ...], Claim] = {}
        answers = _answers(self._accounts)
        order = list(PRIOR)  # of questions that prove as much, the dead come before the injured
        for slot, key in sorted(answers, key=lambda asked: (-_prior(*asked), order.index(asked[0]), asked[1])):
            for group in self._slot_groups((slot, key), answers[slot, key]):
                for pair in combinations(group, 2):
                    self._asked[pair].add(slot)
                if group not in found:
                    whose = self._referent(group) if slot is SlotName.STATUS else key
                    found[group] = self._claim(group, f"/{slot.value}:{whose}", slot_label(slot, whose), Met.SLOT)
        begun: Counter[int] = Counter()
        for group in self._wording_groups(answers):
            if group in found:
                found[group] = replace(found[group], by=Met.BOTH)
            elif not any(set(group) <= set(other) for other in found):
                again = f"/{begun[group[0]] + 1}" if begun[group[0]] else ""
                begun[group[0]] += 1
                label = wording_label([self._context.features[i] for i in group], self._accounts[group[0]])
                found[group] = self._claim(group, again, label, Met.WORDING)
        return [found[group] for group in sorted(found)]

    def retell(self, statements: Iterable[Statement]) -> bool:
        """Take over other tellers of the same statements, and what depends on them; whether there were any."""
        told = {one.id: one for one in statements}
        accounts = [told[one.id] for one in self._accounts]
        moved = {
            i
            for i, (old, new) in enumerate(zip(self._accounts, accounts, strict=True))
            if old.narrators != new.narrators
        }
        if moved:
            self._accounts = accounts
            self._context.retell(accounts)
            self._affinities = {pair: value for pair, value in self._affinities.items() if moved.isdisjoint(pair)}
            self._asked.clear()
        return bool(moved)

    def pairs(self, claim: Claim) -> Iterator[tuple[Statement, Statement]]:
        """The statements of different tellers that share a claim, two by two."""
        members = sorted(self._position[one] for one in (*claim.statements, *claim.more) if one in self._position)
        for i, j in combinations(members, 2):
            if apart(self._accounts[i], self._accounts[j]):
                yield self._accounts[i], self._accounts[j]

    def likeness(self, left: Statement, right: Statement) -> float:
        """How alike the words of two statements are, as a probability."""
        return self._context.likeness(self._position[left.id], self._position[right.id])

    def affinity(self, left: Statement, right: Statement) -> float:
        """How surely two statements speak to the same point, in view of their articles too."""
        return self._affinity(self._position[left.id], self._position[right.id])

    def parts(self, left: Statement, right: Statement) -> tuple[Part, ...]:
        """The parts of the likeness of two statements, then what their articles add if they are two."""
        i, j = self._position[left.id], self._position[right.id]
        words = parts(self._context.features[i], self._context.features[j])
        return words if left.article == right.article else words + self._context.parts(i, j)

    def in_question(self, left: Statement, right: Statement) -> frozenset[str]:
        """What the event gate left aside when the two met by slot, as names of its checks."""
        i, j = sorted((self._position[left.id], self._position[right.id]))
        return frozenset(name for slot in self._asked.get((i, j), ()) for name in _IN_QUESTION.get(slot, ()))

    def times(self, left: Statement, right: Statement) -> tuple[When, When]:
        """When the two were published."""
        return self._published[left.article], self._published[right.article]

    def _affinity(self, i: int, j: int) -> float:
        """How surely two statements speak to the same point; of one article only their words count, neighbours do not."""
        pair = (i, j) if i < j else (j, i)
        if pair not in self._affinities:
            alone = self._accounts[i].article == self._accounts[j].article
            self._affinities[pair] = self._context.likeness(*pair) if alone else self._context.affinity(*pair)
        return self._affinities[pair]

    def _slot_groups(self, question: Question, positions: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Statements that answer one question and can be about one occurrence."""
        slot, prior = question[0], _prior(*question)
        scores = {
            (i, j): 1 - (1 - prior) * (1 - self._affinity(i, j))
            for i, j in combinations(positions, 2)
            if self._one_occurrence(i, j, slot)
            and self._one_referent(i, j, slot)
            and not self._context.other_toll(i, j)
        }
        return filter(self._is_row, cores(positions, scores, ANSWERING))

    def _wording_groups(self, answers: Mapping[Question, Sequence[int]]) -> Iterator[tuple[int, ...]]:
        """Statements whose words and surroundings bring them together and that, unless nearly the same, the gate lets be one."""
        met = {pair for pair, likeness in self._context.met.items() if likeness >= FAINT}
        met.update(pair for positions in answers.values() for pair in combinations(positions, 2))
        scores: Scores = {
            (i, j): affinity
            for i, j in sorted(met)
            if apart(self._accounts[i], self._accounts[j])
            and (affinity := self._affinity(i, j)) >= SLIGHT
            and not self._context.other_toll(i, j)
            and (affinity >= NEARLY_ONE or self._one_occurrence(i, j))
        }
        homes = [one.article for one in self._accounts]
        return filter(self._is_row, overlapping(homes, scores))

    def _is_row(self, group: Iterable[int]) -> bool:
        return self._tellers(group) > 1

    def _tellers(self, group: Iterable[int]) -> int:
        return len({(self._accounts[i].narrators[0], self._accounts[i].narrators[-1]) for i in group})

    def _one_occurrence(self, i: int, j: int, slot: SlotName | None = None) -> bool:
        return gate.weigh(self._facts[i], self._facts[j], _IN_QUESTION.get(slot, ()) if slot else ()).same

    def _one_referent(self, i: int, j: int, slot: SlotName) -> bool:
        """Whether two targets can be one party's, two statuses one referent's."""
        if slot not in OPEN:
            return True
        one, other = ([s.key for s in self._accounts[k].slots if s.name is slot] for k in (i, j))
        return any(fits(slot, left, right) for left in one for right in other)

    def _referent(self, group: Iterable[int]) -> str:
        """The word that most of the statuses of a group are said of, the longest of equals."""
        slots = (slot for i in group for slot in self._accounts[i].slots if slot.name is SlotName.STATUS)
        words = Counter(word for slot in slots for word in slot.key.split())
        return min(words, key=lambda word: (-words[word], -len(word), word), default="")

    def _claim(self, group: Sequence[int], which: str, label: str, met: Met) -> Claim:
        """The row of a group: of each article first another teller, then who is quoted, then what is most like the others.

        `which` tells it from the other rows that begin with the same statement.
        """

        def centrality(i: int) -> float:
            return sum(self._affinity(i, j) for j in group if j != i)

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
        return Claim(self._accounts[min(group)].id + which, label, met, tuple(shown), tuple(more))


def tells(statement: Statement) -> bool:
    """Whether a statement is an account of what happened or will: wishes, refusals and open questions are not."""
    return statement.stance in _TELLING and statement.certainty not in _SAYS_NOTHING


def apart(left: Statement, right: Statement) -> bool:
    """Whether two statements have different tellers: another outlet, or another ultimate narrator."""
    return left.narrators[0] != right.narrators[0] or left.narrators[-1] != right.narrators[-1]


def _repeats(accounts: Sequence[Statement], order: Sequence[int], i: int) -> int:
    """How many statements of the same teller in the same article come before."""
    teller = (accounts[i].article, accounts[i].narrators)
    return sum((accounts[j].article, accounts[j].narrators) == teller for j in order[: order.index(i)])


def _prior(slot: SlotName, key: str) -> float:
    if slot is SlotName.PURPOSE and key == AIM:
        return AIMED
    return HEADCOUNT if slot is SlotName.COUNT and key in classes("acts.txt").values() else PRIOR[slot]


def accounts_of(statements: Iterable[Statement]) -> list[Statement]:
    """The statements that rows are made of."""
    return [one for one in statements if tells(one)]


def _answers(accounts: Sequence[Statement]) -> Mapping[Question, list[int]]:
    """For each question of what happened the positions of those that answer it, where more than one does."""
    found: dict[Question, list[int]] = defaultdict(list)
    for position, statement in enumerate(accounts):
        if statement.stance is Stance.PLAN:
            continue
        for question in sorted(set(questions(statement))):
            if question[0] in PRIOR:
                found[question].append(position)
    return {question: positions for question, positions in found.items() if len(positions) > 1}
