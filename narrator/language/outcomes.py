"""What happened to those or that which a figure counts: killed, injured, landed."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from narrator.language.lexicon import classes, lines

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HARM = frozenset({"killed", "injured", "missing", "detained", "displaced"})
"""Actions that make those who are counted people where nothing else is said."""

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd"})
_WITHIN = frozenset({"conj", "appos", "nummod", "quantmod", "compound", "nmod", "amod"})
_NAMES = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "SYM"})
_DEATH = frozenset({"death", "deaths"})
_WOUNDS = frozenset({"injury", "injuries", "wound", "wounds", "burn", "burns", "shock"})
_CARE = frozenset({"hospital", "hospitals"})
_CARRYING = frozenset({"take", "rush", "airlift", "bring", "fly", "send", "transport", "admit", "carry", "transfer"})
_CRITICAL = frozenset({"critical", "serious", "grave"})
_GROUPS = frozenset({"group", "total", "crowd", "number", "team", "maximum", "minimum", "average"})


@cache
def _harm() -> dict[str, dict[str, str]]:
    """Role to lemma to action."""
    found: dict[str, dict[str, str]] = {}
    for line in lines("harm.txt"):
        head, _, lemmas = line.partition(":")
        action, role = head.split(".")
        for lemma in lemmas.split():
            found.setdefault(role, {}).setdefault(lemma, action)
    return found


def harm(role: str, lemma: str) -> str | None:
    """The action that a lemma names in a role (object, subject, state, noun): killed, injured, missing, detained, displaced."""
    return _harm()[role].get(lemma)


def harms(*actions: str) -> set[str]:
    """Every lemma that names one of these actions, in whatever role."""
    return {lemma for role in _harm().values() for lemma, action in role.items() if action in actions}


def outcome(anchor: "Token", number: range, after: int) -> str | None:
    """What happened to the counted: a slot name, else the lemma of the verb that governs them, or None.

    `anchor` is the counted noun, or the number where none is named; `number` the indices of the number's tokens, `after` the
    index of the token behind the counted phrase.
    """
    noun = harm("noun", anchor.lemma_.lower())
    if noun is not None and (anchor.lemma_.lower() != "life" or _is_lost(anchor)):
        return noun
    for token in anchor.doc[number.stop : anchor.i]:
        if (state := harm("state", token.lower_)) and token.pos_ in {"ADJ", "VERB"}:
            return state
    return _state_after(anchor.doc, after) or _borne(anchor) or governed(anchor, number) or _relative(anchor)


def governed(token: "Token", number: range) -> str | None:
    """What the predicate says that a noun or number hangs on."""
    for relation, governor in _path(token, number):
        if relation in {"nsubjpass", "dobj", "oprd"}:
            return _joined(governor, relation) or done_to(governor)
        if relation == "nsubj":
            return _joined(governor, relation) or suffered(governor)
        if relation == "noun":
            return harm("noun", governor.lemma_.lower())
    return None


def _joined(verb: "Token", relation: str) -> str | None:
    """The harm that a second verb of the same subject tells: "were shot and killed", "slipped and died"."""
    if relation == "dobj":
        return None
    for other in verb.conjuncts:
        own = _child(other, "nsubj", "nsubjpass", "dobj")
        if other.i > verb.i and other.pos_ == "VERB" and own is None:
            found = done_to(other) if relation == "nsubjpass" or _child(other, "auxpass") else suffered(other)
            if found in HARM:
                return found
    return None


def _borne(noun: "Token") -> str | None:
    """ "left 50 people with injuries", "12 were treated for wounds"."""
    verb = noun.head if noun.dep_ in {"nsubjpass", "dobj"} else noun
    for preposition in (*noun.children, *(verb.children if verb != noun else ())):
        if preposition.lower_ in {"with", "for"} and preposition.dep_ == "prep":
            for suffered in preposition.children:
                if suffered.dep_ == "pobj" and suffered.lemma_.lower() in {"injury", "wound", "burn"}:
                    return "injured"
    return None


def _is_lost(life: "Token") -> bool:
    return any(ancestor.lemma_.lower() in {"claim", "take", "lose", "cost", "loss"} for ancestor in life.ancestors)


def _state_after(doc: "Doc", index: int) -> str | None:
    """ "12 people injured", "left 12 dead", "30 feared dead"."""
    for token in doc[index : index + 3]:
        state = harm("state", token.lower_)
        if state is not None:
            transitive = token.tag_ == "VBD" and any(child.dep_ == "dobj" for child in token.children)
            return None if transitive else state
        if classes("counting.txt").get(token.lower_) != "seeming":
            return None
    return None


def _path(token: "Token", number: range) -> "Iterator[tuple[str, Token]]":
    """The relation in which a noun stands to what governs it, looking through conjuncts, wholes and "including"."""
    for _ in range(8):
        relation, head = token.dep_, token.head
        if relation in _ARGUMENTS:
            yield _raised(relation, head)
            return
        if relation == "pobj":
            above = _above(head, number)
            if isinstance(above, tuple):
                yield above
                return
            token = above
        elif relation in _WITHIN and head != token and head.pos_ in _NAMES:
            token = head
        else:
            return


def _raised(relation: str, verb: "Token") -> "tuple[str, Token]":
    """ "killed 40 people sheltering there": the parser takes those killed for the subject of the participle."""
    finite = verb.tag_ != "VBG" or any(child.dep_ == "aux" for child in verb.children)
    if relation == "nsubj" and verb.dep_ in {"ccomp", "advcl"} and not finite:
        subject, outer = _child(verb, "nsubj"), verb.head
        behind = subject is not None and subject.i > outer.i and _child(outer, "dobj") is None
        if behind and harm("object", outer.lemma_.lower()):
            return "dobj", outer
    return relation, verb


def _above(preposition: "Token", number: range) -> "tuple[str, Token] | Token":
    """What a preposition hangs its object on: a relation, or the noun to go on from.

    "hundreds of people" goes on from the number; "none of the 12" says nothing of the 12.
    """
    head, word = preposition.head, preposition.lower_
    if word in {"of", "to", "at", "from", "among"} and harm("noun", head.lemma_.lower()):
        return "noun", head
    if word in {"to", "at", "from", "past", "above", "beyond"} and head.pos_ == "VERB":
        tolls = (child for child in head.children if harm("noun", child.lemma_.lower()))
        toll = next(tolls, None)
        return ("noun", toll) if toll is not None else preposition
    if word == "including":
        subject = _child(head, "nsubjpass", "dobj", "nsubj") if head.pos_ in {"VERB", "AUX"} else None
        return (subject.dep_, head) if subject is not None else head
    return head if word == "of" and (head.i in number or head.lemma_.lower() in _GROUPS) else preposition


def _child(token: "Token", *relations: str) -> "Token | None":
    return next((child for child in token.children if child.dep_ in relations), None)


def done_to(verb: "Token") -> str | None:
    """What a verb does to its object: a slot name, else its lemma, or None."""
    lemma = _lemma(verb)
    return harm("object", lemma) or _complement(verb) or _other(verb, lemma)


def suffered(verb: "Token") -> str | None:
    """What becomes of the subject of a verb: a slot name, else its lemma, or None."""
    lemma = _lemma(verb)
    found = harm("subject", lemma)
    if found is None and _child(verb, "dobj", "ccomp") is None:  # else it is said of the object: "stabbed him to death"
        found = _complement(verb)
    if found is not None:
        return found
    if lemma == "lose" and any(child.dep_ == "dobj" and child.lemma_ == "life" for child in verb.children):
        return "killed"
    if lemma in {"suffer", "sustain"}:
        injury = _child(verb, "dobj")
        return "injured" if injury is not None and injury.lower_ in _WOUNDS else None
    if verb.tag_ in {"JJ", "VBN", "VBG"} and _child(verb, "dobj") is None and harm("state", verb.lower_):
        return harm("state", verb.lower_)
    return None if _child(verb, "dobj", "ccomp", "xcomp") else _other(verb, lemma)


def _other(verb: "Token", lemma: str) -> str | None:
    return lemma if verb.pos_ == "VERB" and classes("counting.txt").get(lemma) not in {"support", "telling"} else None


def _lemma(verb: "Token") -> str:
    """The lemma, with its particle where the list knows the two together ("shoot_dead")."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in {"prt", "acomp", "oprd", "advmod"} and harm("object", f"{lemma}_{child.lower_}"):
            return f"{lemma}_{child.lower_}"
    return lemma


def _complement(verb: "Token") -> str | None:
    """ "are missing", "were left dead", "burned to death", "was fatally shot", "were taken to hospital"."""
    for child in verb.children:
        if child.lower_ == "fatally" or (child.lower_ == "to" and _leads_to(child, _DEATH)):
            return "killed"
        if child.lower_ == "for" and _lemma(verb) == "treat" and _leads_to(child, _WOUNDS):
            return "injured"
        if child.lower_ in {"to", "at", "in"} and _lemma(verb) in _CARRYING and _leads_to(child, _CARE):
            return "injured"
        if child.lower_ == "in" and any(
            one.lower_ == "condition" and any(how.lower_ in _CRITICAL for how in one.children) for one in child.children
        ):
            return "injured"
        if child.dep_ in {"acomp", "oprd", "attr", "xcomp", "advcl", "ccomp"} and (
            state := harm("state", child.lower_)
        ):
            return None if _child(child, "dobj", "nsubjpass") else state
        if child.dep_ == "xcomp" and verb.tag_ == "VBN" and (fate := _reported(child)):
            return fate
    return None


def _reported(verb: "Token") -> str | None:
    """ "(are known) to have died", "(were said) to have been shot dead": what became of them, as somebody tells."""
    if not any(child.lower_ == "have" for child in verb.children):
        return None
    return harm("object" if _child(verb, "auxpass") else "subject", _lemma(verb))


def _leads_to(preposition: "Token", nouns: frozenset[str]) -> bool:
    """Whether the object of a preposition is one of these nouns: "to his death", "to Elmford Hospital Center"."""
    return any(
        noun.dep_ == "pobj" and (noun.lower_ in nouns or any(part.lower_ in nouns for part in noun.lefts))
        for noun in preposition.children
    )


def _relative(noun: "Token") -> str | None:
    """ "35 people who died", "the 12 people killed in the raid"."""
    for clause in noun.children:
        if clause.dep_ not in {"relcl", "acl"} or clause.pos_ != "VERB":
            continue
        subject = _child(clause, "nsubj", "nsubjpass")
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            return done_to(clause)
        if subject is not None and subject.tag_ in {"WP", "WDT"}:
            return done_to(clause) if subject.dep_ == "nsubjpass" else suffered(clause)
    return None
