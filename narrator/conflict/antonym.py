"""Words that exclude each other, in the same place of two statements that are otherwise nearly the same.

Traps: one side's win is the other's defeat, so that only words which stand for each other are held against each other; a negated
opposite ("did not fall" for "rose") agrees; what both sides have in another order is no exchange.
"""

from collections.abc import Iterator

from narrator.conflict.copies import Word, copies, moved, negates
from narrator.conflict.lexicon import antonyms
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import stages
from narrator.language.numerals import value_of
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
        if max(len(edit.left), len(edit.right)) > LONGEST or any(_unfit(word) for word in (*edit.left, *edit.right)):
            continue
        for one in edit.left:
            for other in edit.right:
                if opposed(one, other) and not moved(found, one, other) and not _stages(one, other):
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


def _unfit(word: Word) -> bool:
    """ "not insured" agrees with "uninsured"; "a four-year-old boy" and "a nine-year-old girl" are two children."""
    return negates(word.text) or value_of(word.text.partition("-")[0]) is not None


def _stages(one: Word, other: Word) -> bool:
    """Whether both are stages of one process, whose order decides: "closed", then "reopened"."""
    return any(process in dict(stages().get(other.lemma, ())) for process, _ in stages().get(one.lemma, ()))
