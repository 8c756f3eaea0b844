"""Who did it to whom, turned round: "militia attacked the base" against "the base attacked the militia". Passives are undone."""

from collections.abc import Iterator
from itertools import combinations

from narrator.conflict.copies import Edit, Word, copies
from narrator.conflict.lexicon import words
from narrator.conflict.pair import PRONOUNS, Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import VIOLENT, act_of
from narrator.model.article import Span
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
PLACES = Rule(
    "role_swap.places",
    Relation.CONTRADICTS,
    Kind.ROLE_SWAP,
    "otherwise the same words, the two have changed places.",
    "An act that both do alike, or an order that does not matter.",
)
RULES = (TURNED, BLAMED, PLACES)


def find(pair: Pair) -> Iterator[Finding]:
    """The same act with agent and patient exchanged. Blame that is returned is framing, not a contradiction of facts."""
    yield from _exchanged(pair)
    near = copies(pair) is not None
    acts = ((left, act_of(left.predicate)) for left in pair.left.frames if not left.negated)
    done = [(left, act) for left, act in acts if act in ONE_WAY or (near and act not in words("mutual.txt"))]
    if not done or not pair.gated("party"):
        return
    for left, act in done:
        for right in pair.right.frames:
            if act != act_of(right.predicate) or right.negated:
                continue
            if _sense(left) not in map(_sense, pair.right.frames) and _sense(right) not in map(
                _sense, pair.left.frames
            ):
                yield from _judge(left, right)


def _sense(frame: Frame) -> tuple[str, ...]:
    """The act with who did it to whom."""
    return act_of(frame.predicate), *(role.head if role else "" for role in (frame.agent, frame.patient))


def _exchanged(pair: Pair) -> Iterator[Finding]:
    """Two runs of words of a near-copy that have changed places, where it matters who or what stands where."""
    found = copies(pair)
    if found is None:
        return
    for first, second in combinations(found.edits, 2):
        if not first.left or not first.right or _texts(first.left) != _texts(second.right):
            continue
        between = pair.left.words(Span(first.left[-1].span.end, second.left[0].span.start)) if second.left else ""
        if _texts(first.right) == _texts(second.left) and not words("mutual.txt") & set(between.lower().split()):
            if first.left[-1].text.endswith("ing"):
                continue  # of two participles either says what the other does
            one, other = (" … ".join(" ".join(_texts(run)) for run in runs) for runs in _sides(first, second))
            left, right = (
                (_envelope(first.left), _envelope(second.left)),
                (_envelope(first.right), _envelope(second.right)),
            )
            yield Finding(PLACES, 0.35 + 0.45 * found.ratio, left, right, (one, other))


def _sides(first: Edit, second: Edit) -> tuple[tuple[tuple[Word, ...], ...], ...]:
    return (first.left, second.left), (first.right, second.right)


def _texts(run: tuple[Word, ...]) -> tuple[str, ...]:
    return tuple(word.text for word in run)


def _envelope(run: tuple[Word, ...]) -> Span:
    return Span(run[0].span.start, run[-1].span.end)


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
