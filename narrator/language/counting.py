"""What a figure counts, and what happened to it: read off the parse around the number."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from narrator.language.lexicon import classes, lines

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FILLERS = frozenset({"the", "these", "those", "their", "its", "his", "her", "our", "my", "your"})
_PRONOUNS = frozenset({"them", "us", "whom", "which", "these", "those", "you"})
_UNMARKED = frozenset(
    [
        "people",
        "police",
        "personnel",
        "aircraft",
        "crew",
        "staff",
        "cattle",
        "fish",
        "sheep",
        "offspring",
        "youth",
        "spacecraft",
    ]
)
_UNNAMED = frozenset({"other", "others", "more", "another"})
_HYPHENS = frozenset("-‐‑–")
_SUPPORT = frozenset(
    [
        "be",
        "have",
        "do",
        "say",
        "tell",
        "include",
        "make",
        "get",
        "see",
        "know",
        "according",
        "add",
        "report",
        "total",
        "number",
        "reach",
        "count",
        "need",
    ]
)
_SEEMING = frozenset(
    {"feared", "presumed", "reported", "confirmed", "believed", "left", "seriously", "critically", "badly"}
)
LONGEST = 9
"""Tokens between a figure and the noun it counts."""


class Counted(NamedTuple):
    """The noun that a figure counts (None where it is understood) and whether the figure is a part of a larger number."""

    head: "Token | None"
    part: bool
    after: int  # index of the token after the counted phrase


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
    """The action that a lemma names in a role: killed, injured, missing, detained or displaced."""
    return _harm()[role].get(lemma)


def counted(doc: "Doc", index: int, one: bool) -> Counted:
    """The noun phrase counted by a figure that ends before token `index`; `one` where the figure is 1 and the noun singular."""
    part = False
    if _lower(doc, index) == "of" or (_lower(doc, index) == "out" and _lower(doc, index + 1) == "of"):
        index += 1 + (_lower(doc, index) == "out")
        if _lower(doc, index) in _PRONOUNS and not _starts_noun(doc, index + 1):
            return _part_of(doc, index)
        while (
            _lower(doc, index) in _FILLERS or doc[index : index + 1].text.isdigit() or (part and _is_number(doc, index))
        ):
            part, index = True, index + 1
    head, after = _phrase(doc, index)
    if head is None or _is_plural(head) or one or part:
        return Counted(head, part, after)
    return Counted(None, False, index)


def attributive(doc: "Doc", index: int) -> "Token | None":
    """The noun that "three-judge" or "48-yard" stands before, else None."""
    head, _ = _phrase(doc, index)
    return head


def _part_of(doc: "Doc", index: int) -> Counted:
    """ "10 of them children", "two of whom died"."""
    head, after = _phrase(doc, index + 1)
    if head is not None and _is_plural(head) and head.i == index + 1:
        return Counted(head, True, after)
    return Counted(None, True, index + 1)


def _lower(doc: "Doc", index: int) -> str:
    return doc[index].lower_ if 0 <= index < len(doc) else ""


def _is_number(doc: "Doc", index: int) -> bool:
    return index < len(doc) and doc[index].tag_ == "CD"


def _starts_noun(doc: "Doc", index: int) -> bool:
    return index < len(doc) and doc[index].pos_ in {"ADJ"} and index + 1 < len(doc) and doc[index + 1].pos_ == "NOUN"


def _is_plural(noun: "Token") -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in _UNMARKED or noun.ent_type_ == "NORP"


def _phrase(doc: "Doc", index: int) -> tuple["Token | None", int]:
    """Head and end of the noun phrase that begins at `index`: modifiers, then the last noun."""
    head = None
    for token in doc[index : index + LONGEST]:
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if token.pos_ in {"NOUN", "PROPN"}:
            if head is not None and head.tag_ == "NNS" and token.tag_ != "NNS":
                break
            head = token
        elif not _modifies(token, head, following):
            break
    return head, head.i + 1 if head is not None else index


def _modifies(token: "Token", head: "Token | None", following: "Token | None") -> bool:
    """Whether a token that is no noun can stand inside the phrase before its head."""
    if following is None or (head is not None and head.tag_ in {"NNS", "NNPS"}):
        return False
    nominal = following.pos_ in {"NOUN", "PROPN", "ADJ"} or following.tag_ in {"VBN", "VBG"}
    if token.pos_ == "ADJ" or token.text in _HYPHENS or token.text in {'"', "“", "‘", "'", "”", "’"}:
        return head is None or token.text in _HYPHENS or nominal
    if token.tag_ in {"VBN", "VBG"} or token.pos_ == "ADV":
        return head is None and nominal
    if token.lower_ in {"and", "or", ","}:
        return nominal and _continues(token)
    return token.tag_ == "POS" and nominal


def _continues(conjunction: "Token") -> bool:
    """ "artillery and tank rounds", "Russian and Syrian soldiers": the conjuncts modify one noun."""
    left, right = conjunction.nbor(-1), conjunction.nbor(1)
    same = left.pos_ == right.pos_ or {left.pos_, right.pos_} <= {"ADJ", "PROPN", "NOUN"}
    return (
        same
        and left.tag_ not in {"NNS", "NNPS"}
        and conjunction.i + 2 < len(conjunction.doc)
        and (conjunction.nbor(2).pos_ in {"NOUN", "PROPN", "ADJ"})
    )


def action(anchor: "Token", after: int, first: int) -> str | None:
    """What happened to the counted: a slot name, or the lemma of the verb that governs them.

    `anchor` is the counted noun or the number where none is named, `after` the index of the token behind the phrase, `first`
    that of the first token behind the number.
    """
    doc = anchor.doc
    noun = harm("noun", anchor.lemma_.lower()) if anchor.pos_ in {"NOUN", "ADJ", "VERB"} else None
    if noun is not None and (anchor.lemma_.lower() != "life" or _is_lost(anchor)):
        return noun
    for token in doc[first : anchor.i]:
        if (state := harm("state", token.lower_)) and token.pos_ in {"ADJ", "VERB"}:
            return state
    return _state_after(doc, after) or _governed(anchor) or _relative(anchor)


def _is_lost(life: "Token") -> bool:
    return life.head.lemma_.lower() in {"claim", "take", "lose", "cost", "loss"} or (
        life.head.lower_ == "of" and life.head.head.lemma_.lower() == "loss"
    )


def _state_after(doc: "Doc", index: int) -> str | None:
    """ "12 people injured", "left 12 dead", "30 feared dead"."""
    for token in doc[index : index + 2]:
        state = harm("state", token.lower_)
        if state is not None:
            transitive = token.tag_ in {"VBD", "VBN"} and any(child.dep_ == "dobj" for child in token.children)
            return None if transitive else state
        if token.lower_ not in _SEEMING:
            return None
    return None


def _governed(token: "Token") -> str | None:
    for relation, governor in _path(token):
        if relation in {"nsubjpass", "dobj", "oprd", "attr"}:
            return _object_action(governor) if relation != "attr" else None
        if relation == "nsubj":
            return _subject_action(governor)
        if relation == "toll":
            return harm("noun", governor.lemma_.lower()) or "killed"
        if relation == "noun":
            return harm("noun", governor.lemma_.lower())
    return None


def _path(token: "Token") -> "Iterator[tuple[str, Token]]":
    """The relation in which a noun stands to what governs it, looking through conjuncts, parts and "including"."""
    for _ in range(8):
        dep, head = token.dep_, token.head
        if dep in {"nsubj", "nsubjpass", "dobj", "attr", "oprd"}:
            yield dep, head
            return
        if dep == "pobj":
            found, token = _through(head)
            if found is not None:
                yield found
                return
        elif (
            dep in {"conj", "appos", "nummod", "quantmod", "compound", "nmod", "amod", "npadvmod"} and head != token
        ):
            token = head
        else:
            return


def _through(preposition: "Token") -> "tuple[tuple[str, Token] | None, Token]":
    """What a preposition hangs its object on."""
    head, word = preposition.head, preposition.lower_
    if word in {"of", "including", "among", "to", "at", "from"} and head.lemma_.lower() in _harm()["noun"]:
        return ("noun", head), head
    if word in {"to", "at", "from"} and head.pos_ == "VERB":
        subject = next((child for child in head.children if child.dep_ in {"nsubj", "nsubjpass", "dobj"}), None)
        if subject is not None and subject.lemma_.lower() in {"toll", "death", "fatality"}:
            return ("toll", subject), head
    if word == "including" and head.pos_ in {"VERB", "AUX"}:
        subject = next((child for child in head.children if child.dep_ in {"nsubjpass", "dobj", "nsubj"}), None)
        return ((subject.dep_, head), head) if subject is not None else (None, head)
    return None, head if word in {"of", "including", "among"} else preposition


def _object_action(verb: "Token") -> str | None:
    lemma = _lemma(verb)
    return harm("object", lemma) or _complement(verb) or (None if lemma in _SUPPORT else lemma)


def _subject_action(verb: "Token") -> str | None:
    lemma = _lemma(verb)
    found = harm("subject", lemma) or _complement(verb)
    if found is not None or lemma in {"suffer", "sustain"}:
        return found or "injured"
    if verb.pos_ in {"ADJ", "VERB"} and (state := harm("state", verb.lower_)) and verb.tag_ in {"JJ", "VBN"}:
        return state
    transitive = any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in verb.children)
    return None if transitive or verb.pos_ != "VERB" or lemma in _SUPPORT else lemma


def _lemma(verb: "Token") -> str:
    """The lemma, with its particle where the list knows the two together."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in {"prt", "acomp", "oprd", "advmod"} and f"{lemma}_{child.lower_}" in _harm()["object"]:
            return f"{lemma}_{child.lower_}"
    return lemma


def _complement(verb: "Token") -> str | None:
    """ "are missing", "were left dead", "went missing"."""
    for child in verb.children:
        if child.dep_ in {"acomp", "oprd", "attr", "xcomp", "advcl", "ccomp"} and (
            state := harm("state", child.lower_)
        ):
            return state
    return None


def _relative(noun: "Token") -> str | None:
    """ "35 people who died", "the 12 people killed in the raid"."""
    for child in noun.children:
        if child.dep_ not in {"relcl", "acl"} or child.pos_ != "VERB":
            continue
        passive = child.dep_ == "acl" and child.tag_ == "VBN"
        subject = next((c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if passive or (subject is not None and subject.dep_ == "nsubjpass"):
            return _object_action(child)
        if subject is not None and subject.tag_ in {"WP", "WDT"}:
            return _subject_action(child)
    return None


def is_person(noun: "Token") -> bool:
    """Whether a noun names human beings."""
    kind = classes("people.txt").get(noun.lemma_.lower()) or classes("people.txt").get(noun.lower_)
    return kind in {"people", "person"} or (noun.ent_type_ == "NORP" and _is_plural(noun))


def category(noun: "Token") -> str:
    """What is counted: the noun's lemma, "people" where it says no more than that."""
    lemma = noun.lemma_.lower()
    if classes("people.txt").get(lemma) == "people" or lemma in _UNNAMED or harm("noun", lemma) is not None:
        return "people"
    return lemma[:-1] if noun.pos_ == "PROPN" and lemma.endswith("s") else lemma
