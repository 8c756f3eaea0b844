"""How far the teller commits to a statement, what the telling does, and whether it affirms or negates."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from narrator.language.frames import predicate as predicate_of
from narrator.language.lexicon import classes, lines
from narrator.language.negation import is_negated
from narrator.language.outcomes import harm
from narrator.model.statement import Certainty, Polarity, Stance

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_CERTAINTIES = ("confirmed", "denied", "conceded", "alleged", "suspected", "unknown")
_COMMITTING = ("confirmed", "denied", "conceded")
_TRYING = frozenset({"try", "fail", "attempt", "seek", "want", "hope", "struggle", "refuse", "decline"})
_UNTRUE = frozenset(
    {"untrue", "false", "wrong", "fake", "baseless", "unfounded", "incorrect", "inaccurate", "fabricated"}
)
_STANCES = ("plan", "wish", "refusal", "belief")
_HEDGES = frozenset({"aux", "advmod", "acomp", "attr", "mark"})
_CONTENT = frozenset({"ccomp", "xcomp"})
_OPENING = frozenset({"advmod", "neg", "intj", "aux"})  # what can stand before an imperative
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


@dataclass(frozen=True, slots=True)
class Commitment:
    """Certainty, stance and polarity of a statement."""

    certainty: Certainty
    stance: Stance
    polarity: Polarity


def judge(tokens: "Tokens", cue: str | None) -> Commitment:
    """The commitment of a statement made of `tokens`; `cue` is the lemma of what reports it, None in the outlet's own voice.

    Where the words themselves report ("officials denied that …"), the reporting verb is taken for the cue and its clause for
    the statement. What is told as denied is negative unless it negates itself.
    """
    predicate = tokens.root
    teller = _teller(predicate, cue)
    if teller is not None and (content := _content(predicate)) is not None:
        predicate = content
    above = _reporter(tokens, cue)
    lemma = (cue if above is None else _said(above)) or (teller.lemma_.lower() if teller is not None else "")
    negated = is_negated(predicate) or _lacks(predicate) or _fails(predicate) if predicate != teller else False
    if _is_silent(tokens, predicate, teller, lemma):
        return _commitment(Certainty.NO_COMMENT, Stance.FACT, negative=False)
    certainty, stance = _certainty(tokens, predicate, lemma), _stance(predicate, teller, lemma)
    if cue is not None and stance is Stance.FACT and tokens[0].tag_ == "TO" and _is_to_come(predicate, lemma):
        stance = Stance.PLAN
    if above is not None and _is_refuted(above):
        certainty = Certainty.DENIED
    elif above is not None and _is(lemma, *_COMMITTING) and (is_negated(above) or _is_tried(above)):
        return _commitment(Certainty.UNKNOWN, stance, negated)
    if teller is not None and is_negated(teller):  # "did not confirm", "would not deny"
        return _commitment(Certainty.UNKNOWN, stance, negated)
    return _commitment(certainty, stance, negated != (certainty is Certainty.DENIED))


def _reporter(tokens: "Tokens", cue: str | None) -> "Token | None":
    """The word that reports these tokens, where it stands outside them and they hang on it."""
    if cue is None:
        return None
    outside = (token for token in tokens.root.ancestors if not tokens.start <= token.i < tokens.end)
    return next((token for token in outside if token.lemma_.lower() == cue), None)


def _said(above: "Token") -> str:
    """The lemma of a word that reports, with its particle where the list knows the two together: "rule_out"."""
    return next((word for word in (predicate_of(above),) if _is(word, *_CERTAINTIES)), above.lemma_.lower())


def _is_tried(above: "Token") -> bool:
    """ "tried to prove", "failed to confirm": nobody has done it."""
    return above.dep_ == "xcomp" and above.head.lemma_.lower() in _TRYING


def _is_refuted(above: "Token") -> bool:
    """ "Reports that … are untrue"."""
    return (
        above.dep_ == "nsubj"
        and any(child.dep_ in {"acomp", "attr"} and child.lower_ in _UNTRUE for child in above.head.children)
        and not is_negated(above.head)
    )


def _commitment(certainty: Certainty, stance: Stance, negative: bool) -> Commitment:
    return Commitment(certainty, stance, Polarity.NEGATIVE if negative else Polarity.POSITIVE)


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Class of commitment to its lemmas."""
    found: dict[str, frozenset[str]] = {}
    for line in lines("commitment.txt"):
        name, _, lemmas = line.partition(":")
        found[name] = found.get(name, frozenset()) | frozenset(lemmas.split())
    return found


@cache
def _telling() -> frozenset[str]:
    """All lemmas that tell or will something of a clause."""
    return frozenset().union(*(_classes()[name] for name in (*_CERTAINTIES, *_STANCES)))


def _is(lemma: str, *names: str) -> bool:
    return any(lemma in _classes()[name] for name in names)


def _teller(verb: "Token", cue: str | None) -> "Token | None":
    """The verb among the words that itself tells: the cue, or a verb of commitment with its clause or object."""
    lemma = verb.lemma_.lower()
    if cue is not None:
        return verb if lemma == cue else None
    if _is(lemma, "firm"):
        return verb
    return verb if lemma in _telling() and _content(verb) is not None else None


def _content(verb: "Token") -> "Token | None":
    """The predicate that a verb of telling or willing governs."""
    return next((child for child in verb.children if child.dep_ in _CONTENT and child.pos_ in {"VERB", "AUX"}), None)


def _certainty(tokens: "Tokens", predicate: "Token", teller: str) -> Certainty:
    if tokens.text.rstrip("\"'”’ ").endswith("?"):
        return Certainty.UNKNOWN
    hedges = _telling() & set(_hedges(predicate))
    for name in _CERTAINTIES if teller or hedges else ():
        if _is(teller, name) or (name not in {"confirmed", "denied", "conceded"} and hedges & _classes()[name]):
            return Certainty(name)
    seems = _is(predicate.lemma_.lower(), "semblance") and _content(predicate) is not None
    held = _is(predicate.lemma_.lower(), "suspected") and any(child.dep_ == "oprd" for child in predicate.children)
    unsure = held or seems or _is_unreal(predicate) or _is_forecast(predicate)
    return Certainty.SUSPECTED if unsure else Certainty.ASSERTED


def _hedges(predicate: "Token") -> "Iterator[str]":
    """The words that weaken a predicate, not those of the clauses inside it; "could not" is no hedge."""
    for child in predicate.children:
        if child.dep_ in _HEDGES and not (child.lower_ == "could" and is_negated(predicate)):
            yield child.lemma_.lower()
            yield child.lower_
            yield from (one.lower_ for one in child.children if one.dep_ == "advmod")


def _stance(predicate: "Token", teller: "Token | None", lemma: str) -> Stance:
    if _is_asked(predicate, lemma):
        return Stance.WISH
    for found, stance in ((_is_ahead, Stance.PLAN), (_is_forecast, Stance.BELIEF)):
        if found(predicate) or (teller is not None and found(teller)):
            return stance
    words = {child.lower_ for child in predicate.children if child.dep_ == "aux"}
    if "would" in words and lemma and predicate.pos_ == "VERB" and not _is_unreal(predicate):
        return Stance.PLAN  # what was said to be going to happen
    own = predicate.lemma_.lower()
    willing = {f"{own}_{child.lower_}" for child in predicate.children if child.dep_ == "prep"}
    if not _is(own, "bound") or _infinitive(predicate) is not None:
        willing.add(own)
    for name in _STANCES:
        if _is(lemma, name) or words & _classes()[name] or (name != "belief" and willing & _classes()[name]):
            return Stance(name)
    return Stance.BELIEF if _is_unreal(predicate) else Stance.FACT


def _is_to_come(predicate: "Token", lemma: str) -> bool:
    """ "(attempts) to leave", not "(claims) to have left": an infinitive whose cue says no more of it is a will."""
    return not _is(lemma, "alleged") and not any(one.lemma_ == "have" and one.dep_ == "aux" for one in predicate.lefts)


def _is_asked(predicate: "Token", lemma: str) -> bool:
    """ "Never open such letters.", "(told them) to leave"."""
    auxiliaries = {child.lower_ for child in predicate.children if child.dep_ == "aux"}
    if predicate.tag_ != "VB" or any(child.dep_ in _SUBJECTS for child in predicate.children):
        return False
    if "to" in auxiliaries:
        return _is(lemma, "request")
    opens = all(child.dep_ in _OPENING or child.is_punct for child in predicate.lefts)
    return predicate.dep_ == "ROOT" and auxiliaries <= {"do"} and opens and not predicate.is_upper


def _is_ahead(predicate: "Token") -> bool:
    """ "is going to fall", "is due to open"."""
    return any(word.lower_ == "going" or _is(word.lower_, "ahead") for word in _before_infinitive(predicate))


def _is_forecast(predicate: "Token") -> bool:
    """ "is expected to land", "are likely to rise", not "are more likely to"."""
    return any(
        _is(word.lemma_.lower(), "forecast") and not any(child.lower_ in {"more", "less"} for child in word.children)
        for word in _before_infinitive(predicate)
    )


def _before_infinitive(predicate: "Token") -> "Iterator[Token]":
    """The predicate or its adjective, if an infinitive of what has not come to pass completes it."""
    for word in (predicate, *(child for child in predicate.children if child.dep_ == "acomp")):
        to = _infinitive(word)
        if to is not None and not any(child.lemma_ == "have" and child.dep_ == "aux" for child in to.children):
            yield word


def _infinitive(verb: "Token") -> "Token | None":
    """The infinitive that completes a verb or an adjective."""
    for child in verb.children:
        if child.dep_ in _CONTENT and any(aux.lower_ == "to" for aux in child.children):
            return child
    return None


def _is_unreal(predicate: "Token") -> bool:
    """ "would have fallen": what did not come to pass, or not yet."""
    words = {child.lower_ for child in predicate.children if child.dep_ == "aux"}
    return "would" in words and bool(words & {"have", "'ve", "’ve"})


def _fails(predicate: "Token") -> bool:
    """ "failed to find anyone"."""
    return predicate.lemma_ == "fail" and _infinitive(predicate) is not None


def _is_silent(tokens: "Tokens", predicate: "Token", teller: "Token | None", lemma: str) -> bool:
    """ "declined to comment", "did not respond to a request", "could not be reached", "no comment"."""
    speaks = _is(predicate.lemma_.lower(), "comment")
    refuses = _is(lemma, "refusal") or (teller is not None and is_negated(teller))
    if speaks and (refuses or is_negated(predicate)):
        return True
    unreached = (
        predicate.lemma_ == "reach" and is_negated(predicate) and any(c.dep_ == "auxpass" for c in predicate.children)
    )
    return unreached or "no comment" in tokens.text.lower()


def _lacks(verb: "Token") -> bool:
    """ "landed without casualties": harm that is said not to be."""
    return any(
        harm("noun", noun.lemma_.lower()) or classes("counting.txt").get(noun.lemma_.lower()) == "casualty"
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "without"
        for noun in child.children
    )
