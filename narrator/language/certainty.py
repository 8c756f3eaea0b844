"""How far the teller commits to a statement, what the telling does, and whether it affirms or negates."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from narrator.language.lexicon import lines
from narrator.model.statement import Certainty, Polarity, Stance

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_NEGATIVES = frozenset({"no", "none", "nobody", "nothing", "neither", "nor", "noone"})
_NEVER = frozenset({"never", "neither", "hardly", "scarcely", "n't", "n’t", "not"})
_COMMENT = frozenset({"comment", "respond", "reply", "answer", "elaborate", "say"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "conj", "csubj"})
_CONTENT = frozenset({"ccomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class Commitment:
    """Certainty, stance and polarity of a statement."""

    certainty: Certainty
    stance: Stance
    polarity: Polarity


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Class of commitment to its lemmas."""
    found = {}
    for line in lines("commitment.txt"):
        name, _, lemmas = line.partition(":")
        found[name.strip()] = frozenset(lemmas.split())
    return found


def _is(lemma: str, name: str) -> bool:
    return lemma in _classes()[name]


def judge(tokens: "Tokens", cue: str | None) -> Commitment:
    """The commitment of a statement made of `tokens`; `cue` is the lemma of what reports it, None for the own voice."""
    verb = tokens.root
    outer = None
    if cue is None and (inner := _content(verb)) is not None and _reports(verb):
        outer, verb = verb, inner
    elif cue is not None and verb.lemma_.lower() == cue and (inner := _content(verb)) is not None:
        verb = inner
    teller = cue or (outer.lemma_.lower() if outer is not None else verb.lemma_.lower())
    denies = _is(teller, "denied")
    certainty, stance = _certainty(verb, teller, tokens), _stance(verb, teller)
    if _no_comment(tokens, teller):
        certainty, stance = Certainty.NO_COMMENT, Stance.FACT
    negative = _negated(verb) != (denies and not (outer is None and cue is None and _negated(verb)))
    return Commitment(certainty, stance, Polarity.NEGATIVE if negative else Polarity.POSITIVE)


def _reports(verb: "Token") -> bool:
    lemma = verb.lemma_.lower()
    return any(
        _is(lemma, name)
        for name in ("confirmed", "denied", "conceded", "alleged", "suspected", "plan", "wish", "refusal")
    )


def _content(verb: "Token") -> "Token | None":
    """The predicate that a verb of telling or willing governs."""
    return next((child for child in verb.children if child.dep_ in _CONTENT), None)


def _certainty(verb: "Token", teller: str, tokens: "Tokens") -> Certainty:
    hedges = {child.lemma_.lower() for child in _own(verb)} | {verb.lemma_.lower()}
    for name in ("denied", "confirmed", "conceded"):
        if _is(teller, name):
            return Certainty(name)
    for name in ("alleged", "suspected", "unknown"):
        if _is(teller, name) or hedges & _classes()[name]:
            return Certainty(name)
    return Certainty.UNKNOWN if tokens.text.rstrip("\"'”’ ").endswith("?") else Certainty.ASSERTED


def _own(verb: "Token") -> "list[Token]":
    """The modifiers of a predicate, not those of the clauses inside it."""
    found = []
    for child in verb.children:
        if child.dep_ in {"aux", "advmod", "acomp", "attr", "mark", "intj"}:
            found.append(child)
            found.extend(grandchild for grandchild in child.children if grandchild.dep_ == "advmod")
    return found


def _stance(verb: "Token", teller: str) -> Stance:
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"} | {verb.lemma_.lower()}
    for name in ("plan", "wish", "refusal", "belief"):
        if _is(teller, name) or words & _classes()[name]:
            return Stance(name)
    return Stance.FACT


def _no_comment(tokens: "Tokens", teller: str) -> bool:
    text = tokens.text.lower()
    return "no comment" in text or (
        _is(teller, "refusal") and any(token.lemma_.lower() in _COMMENT for token in tokens)
    )


def _negated(verb: "Token") -> bool:
    """Whether the predicate itself, its subject or its object is negated."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in {"advmod", "preconj"} and child.lower_ in _NEVER):
            return True
        if child.dep_ == "prep" and child.lower_ == "without":
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "expl"} and _none(child):
            return True
    return False


def _none(noun: "Token") -> bool:
    return noun.lower_ in _NEGATIVES or any(
        child.lower_ in _NEGATIVES or child.dep_ == "neg"
        for child in noun.children
        if child.dep_ in {"det", "neg", "nummod"}
    )
