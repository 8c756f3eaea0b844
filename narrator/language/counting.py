"""Which noun a figure counts, and whether that noun names human beings."""

from typing import TYPE_CHECKING, NamedTuple

from narrator.language.lexicon import classes
from narrator.language.outcomes import harm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 9
"""Tokens between a figure and the noun it counts."""

_DETERMINERS = frozenset({"the", "these", "those", "their", "its", "his", "her", "our", "my", "your", "all"})
_PRONOUNS = frozenset({"them", "us", "whom", "which", "these", "those", "you"})
_UNNAMED = frozenset({"other", "others", "more", "another"})
_HYPHENS = frozenset("-‐‑–")
_BEHIND = frozenset({"age", "ages", "aged", "last", "next", "this"})
_QUOTES = frozenset("\"'“”‘’")
_NOUNS = frozenset({"NOUN", "PROPN"})
_PLURALS = frozenset({"NNS", "NNPS"})
_NUMBERS = frozenset({"number", "total", "tally", "count", "toll"})
_TALLIES = frozenset({"figure", "estimate", "tally", "count"})
_REACHING = frozenset({"reach", "top", "exceed", "surpass", "pass", "hit"})
_REACHED = frozenset({"to", "at", "from", "by", "past", "above", "beyond"})


class Counted(NamedTuple):
    """The noun that a figure counts (None where it is understood), the index of the token after the phrase, and whether the
    figure is a part of a larger number: named beside it ("of the 20"), or named before ("of them")."""

    head: "Token | None"
    after: int
    part: bool = False
    anaphoric: bool = False


def counted(doc: "Doc", index: int, singular: bool = False) -> Counted:
    """The phrase counted by a figure that ends before token `index`; its head is plural unless it may be `singular`."""
    part = False
    if _lower(doc, index) == "out" and _lower(doc, index + 1) == "of":
        index += 1
    if _lower(doc, index) == "of":
        index += 1
        if _lower(doc, index) in _PRONOUNS and not (_lower(doc, index) in _DETERMINERS and _is_nominal(doc, index + 1)):
            return _of_pronoun(doc, index)
        while index < len(doc) and (doc[index].lower_ in _DETERMINERS or doc[index].tag_ == "CD"):
            part, index = True, index + 1
    elif singular and _lower(doc, index) in {*_DETERMINERS, "a", "an"}:
        index += 1
    head, after = _phrase(doc, index)
    if head is not None and (singular or is_plural(head)):
        return Counted(head, after, part)
    return Counted(None, index)


def attribute_of(doc: "Doc", index: int) -> "Token | None":
    """The noun that "48-yard" or "11 hour" describes, from the token behind the unit."""
    return _phrase(doc, index)[0]


def hyphened(doc: "Doc", index: int) -> Counted:
    """The noun tied to a figure by the hyphen at token `index`: "three-judge", "seven-member"."""
    if index + 1 < len(doc) and doc[index].text in _HYPHENS and doc[index + 1].pos_ in _NOUNS:
        return Counted(doc[index + 1], index + 2)
    return Counted(None, index)


def equated(number: "Token") -> "Token | None":
    """The noun that a bare number is said to be: "the number of arrests was 35", "put the turnout at 9,000"."""
    if number.dep_ == "pobj" and number.head.lower_ == "of":
        whole = number.head.head
        return whole if _is_turnout(whole) or whole.lemma_.lower() in _TALLIES else None
    reached = number.dep_ == "dobj" and number.head.lemma_.lower() in _REACHING
    verb = number.head if number.dep_ == "attr" or reached else number.head.head if number.head.dep_ == "prep" else None
    if verb is None or not (reached or number.dep_ in {"attr", "pobj"}) or verb.pos_ not in {"VERB", "AUX"}:
        return None
    if number.dep_ == "pobj" and number.head.lower_ not in _REACHED:
        return None
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    subject = next(
        (one for one in subjects if one.lemma_.lower() in _NUMBERS or _is_turnout(one) or _is_toll(one)), None
    )
    if subject is not None:
        return _object_of(subject) or subject
    return next((one for one in subjects if number.dep_ == "attr" and is_person(one)), None)


def reported(noun: "Token") -> "Token":
    """What "reports of injuries" are reports of, else the noun itself."""
    if noun.lemma_.lower() != "report":
        return noun
    return _object_of(noun) or noun


def _object_of(noun: "Token") -> "Token | None":
    return next(
        (child for of in noun.children if of.lower_ == "of" for child in of.children if child.dep_ == "pobj"), None
    )


def is_plural(noun: "Token") -> bool:
    """Whether a noun stands for several."""
    unmarked = (
        classes("people.txt").get(noun.lower_) in {"crowd", "mass", "beast"} and noun.lemma_.lower() == noun.lower_
    )
    return noun.tag_ in _PLURALS or noun.ent_type_ == "NORP" or unmarked


def is_person(noun: "Token") -> bool:
    """Whether a noun names human beings, or harm done to them."""
    lemma = noun.lemma_.lower()
    known = classes("people.txt")
    kind = known.get(lemma) or known.get(noun.lower_)
    if kind in {"people", "person", "crowd"} or (noun.ent_type_ == "NORP" and is_plural(noun)):
        return True
    return lemma in _UNNAMED or _is_turnout(noun) or _is_toll(noun)


def category(noun: "Token") -> str:
    """What is counted: the noun's lemma, "people" where it says no more than that."""
    lemma = noun.lemma_.lower()
    if lemma == "passer":
        return "passerby"
    if (
        classes("people.txt").get(lemma) == "people"
        or lemma in _TALLIES
        or lemma in _UNNAMED
        or harm("noun", lemma)
        or harm("noun", noun.lower_)
        or _is_turnout(noun)
    ):
        return "people"
    return lemma[:-1] if noun.pos_ == "PROPN" and lemma.endswith("s") else lemma


def _is_toll(noun: "Token") -> bool:
    """ "deaths", "casualties"."""
    lemma = noun.lemma_.lower()
    known = harm("noun", lemma) or harm("noun", noun.lower_)
    return known is not None or classes("counting.txt").get(lemma) == "casualty"


def _is_turnout(noun: "Token") -> bool:
    return classes("counting.txt").get(noun.lemma_.lower()) == "turnout"


def _of_pronoun(doc: "Doc", index: int) -> Counted:
    """ "10 of them children", "two of whom died"."""
    head, after = _phrase(doc, index + 1)
    if head is not None and is_plural(head) and head.i == index + 1:
        return Counted(head, after, part=True, anaphoric=True)
    return Counted(None, index + 1, part=True, anaphoric=True)


def _lower(doc: "Doc", index: int) -> str:
    return doc[index].lower_ if 0 <= index < len(doc) else ""


def _is_nominal(doc: "Doc", index: int) -> bool:
    return index < len(doc) and doc[index].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}


def _phrase(doc: "Doc", index: int) -> tuple["Token | None", int]:
    """Head and end of the noun phrase that begins at `index`: modifiers, then the last noun."""
    head = None
    for token in doc[index : index + LONGEST]:
        if head is not None and token.lower_ in _BEHIND:
            break
        if token.pos_ in _NOUNS and not (token.tag_ == "CD" or token.text[0].isdigit()):
            if head is not None and head.tag_ == "NNS" and token.tag_ not in _PLURALS:
                break
            head = token
        elif not _modifies(token, head):
            break
    return head, head.i + 1 if head is not None else index


def _modifies(token: "Token", head: "Token | None") -> bool:
    """Whether a token that is no noun can stand inside the phrase before its head."""
    if token.i + 1 >= len(token.doc) or (head is not None and head.tag_ in _PLURALS):
        return False
    following = token.nbor(1)
    nominal = following.pos_ in {"NOUN", "PROPN", "ADJ"} or following.tag_ in {"VBN", "VBG"}
    if token.text in _HYPHENS:
        return True
    if token.pos_ == "ADJ" or token.text in _QUOTES:
        return head is None or nominal
    if token.tag_ in {"VBN", "VBG"} or token.pos_ == "ADV":
        return head is None and nominal
    if token.lower_ in {"and", "or", ","}:
        return nominal and _shares_noun(token)
    return token.tag_ == "POS" and nominal


def _shares_noun(conjunction: "Token") -> bool:
    """ "artillery and tank rounds", "Russian and Syrian soldiers": what is joined describes one noun."""
    if conjunction.i + 2 >= len(conjunction.doc):
        return False
    describing = {"ADJ", "PROPN", "NOUN"}
    left, right, further = conjunction.nbor(-1), conjunction.nbor(1), conjunction.nbor(2)
    return left.tag_ not in _PLURALS and {left.pos_, right.pos_} <= describing and further.pos_ in describing
