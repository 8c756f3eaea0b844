"""Who did it to whom, turned round: "militia attacked the base" against "the base attacked the militia". Passives are undone."""

from collections.abc import Iterator

from narrator.conflict.pair import PRONOUNS, Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import VIOLENT, act_of
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Frame

BLAME = "blame"
ONE_WAY = VIOLENT - {"clash"} | {BLAME, "detain", "rescue", "collide", "win"}
"""Acts that one side does to another; "met" and "married" are the same when turned round."""

TURNED = Rule(
    "role_swap.turned",
    Relation.CONTRADICTS,
    Kind.ROLE_SWAP,
    "the same act, done by one side to the other and the reverse.",
    "Two acts, one in answer to the other.",
)
BLAMED = Rule(
    "responsibility.mutual",
    Relation.FRAMES_DIFFERENTLY,
    Kind.RESPONSIBILITY,
    "each side is blamed by the other.",
    "Two deeds, each blamed on one side.",
)
RULES = (TURNED, BLAMED)


def find(pair: Pair) -> Iterator[Finding]:
    """The same act with agent and patient exchanged. Blame that is returned is framing, not a contradiction of facts."""
    if not pair.gated("party"):
        return
    for left in pair.left.frames:
        for right in pair.right.frames:
            act = act_of(left.predicate)
            if act in ONE_WAY and act == act_of(right.predicate) and not left.negated and not right.negated:
                yield from _judge(left, right)


def _judge(left: Frame, right: Frame) -> Iterator[Finding]:
    if left.agent is None or left.patient is None or right.agent is None or right.patient is None:
        return
    turned = left.agent.head == right.patient.head and left.patient.head == right.agent.head
    if not turned or left.agent.head == left.patient.head or PRONOUNS & {left.agent.head, left.patient.head}:
        return
    yield Finding(
        BLAMED if left.predicate == BLAME else TURNED,
        strength=0.75,
        left_spans=tuple(sorted((left.agent.span, left.patient.span))),
        right_spans=tuple(sorted((right.agent.span, right.patient.span))),
        words=(f"{left.agent.text} → {left.patient.text}", f"{right.agent.text} → {right.patient.text}"),
    )
