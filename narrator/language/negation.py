"""Whether a clause is negated: one answer for its frame and for the polarity of a statement."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE = frozenset({"no", "none", "nobody", "nothing", "neither", "not", "n't", "never"})
_NEVER = frozenset({"never", "neither", "hardly", "scarcely", "nor"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_QUANTIFYING = frozenset({"det", "neg", "nummod", "preconj", "cc"})


def is_negated(verb: "Token") -> bool:
    """Whether a verb, its subject or its object is negated: "did not", "no one was", "hit nothing", but not "not only"."""
    for child in verb.children:
        if child.dep_ == "neg" and not _is_only(child):
            return True
        if child.dep_ in {"advmod", "preconj", "cc"} and child.lower_ in _NEVER and child.i < verb.i:
            return True
        if child.dep_ in _ARGUMENTS and _is_none(child):
            return True
    return verb.dep_ == "conj" and any(child.lower_ == "nor" and child.i < verb.i for child in verb.head.children)


def _is_only(word: "Token") -> bool:
    return word.doc[word.i + 1 : word.i + 2].text.lower() in {"only", "just"}


def _is_none(noun: "Token") -> bool:
    """ "no one", "none of them", "not a single soldier", "neither the driver nor his passenger"."""
    return noun.lower_ in _NONE or any(
        child.dep_ in _QUANTIFYING and child.lower_ in _NONE and child.i < noun.i and not _is_only(child)
        for child in noun.children
    )
