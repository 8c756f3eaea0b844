"""Who did it: the same act on the same patient, done by another.

Cues: one predicate and one patient, two agents of which neither can be the other. Traps: metonymy ("Washington", "the coalition",
"the company" for its name, an officer for the police), a part for the whole, and whoever only announces what another did.
"""

from collections.abc import Iterator

from narrator.conflict.acts import alike
from narrator.conflict.lexicon import words
from narrator.conflict.pair import PRONOUNS, Pair, lemmas
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import act_of, classes
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Frame, Phrase
from narrator.parties.sides import may_be_one, suggest

ALIKE = 0.25
"""Likeness that two statements need besides the act and its patient."""

_ALIKE = ({"police", "official"}, {"protester", "rioter"}, {"combatant", "reconnaissance"}, {"combatant", "terrorist"})
"""Standings that one party can be given; how it is named is a label."""

OTHER = Rule(
    "actor.other",
    Relation.CONTRADICTS,
    Kind.ACTOR,
    "the same act, done by another.",
    "Two acts, both at work, or one under two names.",
)
RULES = (OTHER,)


def find(pair: Pair) -> Iterator[Finding]:
    """Two agents of one act that one patient suffered."""
    if pair.likeness < ALIKE:
        return
    for left in pair.left.frames:
        for right in pair.right.frames:
            if _one_deed(left, right) and pair.gated("party"):
                yield from _judge(pair, left, right)


def _one_deed(left: Frame, right: Frame) -> bool:
    if left.patient is None or right.patient is None or left.negated or right.negated:
        return False
    if left.patient.head != right.patient.head or left.patient.head in PRONOUNS:
        return False
    act = act_of(left.predicate)
    return act == act_of(right.predicate) and act not in words("telling.txt") and act not in words("light.txt")


def _judge(pair: Pair, left: Frame, right: Frame) -> Iterator[Finding]:
    one, other = left.agent, right.agent
    if one is None or other is None or PRONOUNS & {one.head, other.head}:
        return
    if one.head in lemmas(pair.right) or other.head in lemmas(pair.left) or _may_be_one(one, other):
        return
    yield Finding(OTHER, 0.35 + 0.3 * pair.likeness, (one.span,), (other.span,), (one.text, other.text))


def _may_be_one(one: Phrase, other: Phrase) -> bool:
    """Whether two agents can be one party: a shared word or country, an acronym, a namesake, or one standing."""
    if alike(one.text, other.text):
        return True
    standings = {_standing(one), _standing(other)}
    if (len(standings) == 1 and "" not in standings) or standings in _ALIKE:
        return True
    if "" in standings:  # only of two countries do names alone tell that they are two
        return not (suggest(one.text) and suggest(other.text)) or may_be_one(one.text, other.text)
    return bool(suggest(one.text) or suggest(other.text)) and may_be_one(one.text, other.text)


def _standing(phrase: Phrase) -> str:
    """The standing of a body of people, empty where the words say no more than that they were people."""
    found = classes("groups.txt").get(phrase.head, "")
    return "" if found == "people" else found
