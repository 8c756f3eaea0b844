"""Words that exclude each other, in the same place of two statements that are otherwise nearly the same.

Traps: one side's win is the other's defeat, so that only words which stand for each other are held against each other; a negated
opposite ("did not fall" for "rose") agrees; what both sides have in another order is no exchange.
"""

from collections.abc import Iterator

from narrator.conflict.copies import Word, copies, negates
from narrator.conflict.lexicon import antonyms
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.model.comparison import Kind, Relation

LONGEST = 6
"""Words of an exchanged run that still stand for each other."""

STEM = 4
"""Letters of a word that a prefix can turn round."""

_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "dys", "non-", "non")

WORDS = Rule(
    "antonym.words",
    Relation.CONTRADICTS,
    Kind.ANTONYM,
    "the words exclude each other.",
    "The two words said of different things, or of different times.",
)
RULES = (WORDS,)


def find(pair: Pair) -> Iterator[Finding]:
    """A word whose opposite stands in its place on the other side, where neither side has both."""
    found = copies(pair)
    if found is None or not pair.gated("act"):
        return
    for edit in found.edits:
        if len(edit.left) > LONGEST or len(edit.right) > LONGEST or any(negates(word.text) for word in (*edit.left, *edit.right)):
            continue
        for one in edit.left:
            for other in edit.right:
                if opposed(one, other) and one.text not in found.forms[1] and other.text not in found.forms[0]:
                    spans, shown = ((one.span,), (other.span,)), (one.text, other.text)
                    yield Finding(WORDS, 0.35 + 0.45 * found.ratio, *spans, shown)


def opposed(one: Word, other: Word) -> bool:
    """Whether two words exclude each other by the lexicon or by a prefix ("legal", "illegal")."""
    if one.name or other.name:
        return False
    forms = {other.text, other.lemma}
    return any(antonyms().get(form, frozenset()) & forms for form in (one.text, one.lemma)) or _turned(one, other)


def _turned(one: Word, other: Word) -> bool:
    short, long = sorted((one.text, other.text), key=len)
    return len(short) >= STEM and any(long == prefix + short for prefix in _PREFIXES)

