"""Who tells: the noun that a verb, participle or noun of telling goes back to, and its whole phrase."""

from functools import cache
from typing import TYPE_CHECKING

from narrator.language.cues import cues
from narrator.language.people import humans, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTING = frozenset(("that", "this", "these", "those", "what", "nothing", "everything", "anything"))
NOBODY = frozenset(("no", "none", "nobody", "neither"))
_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_AGENTS = ("ist", "man", "woman", "person")
SUBJECT = frozenset(("nsubj", "csubj"))
_CONTROLLED = frozenset(("xcomp", "advcl", "conj", "ccomp", "dep", "parataxis"))
_INVERTED = frozenset(("dobj", "attr", "npadvmod", "dative", "oprd"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
_DEEPEST = 6


def own_subject(verb: "Token") -> "Token | None":
    """The subject that stands with the verb itself; of several that a stumbling parser gave it, the nearest."""
    found = None
    for child in verb.children:
        if child.dep_ in SUBJECT and (found is None or (found.i < child.i < verb.i and child.pos_ != "PRON")):
            found = child
    return found


def subject(verb: "Token", depth: int = _DEEPEST) -> "Token | None":
    """The subject of a verb: its own, or the one it shares with the verb or noun that governs it."""
    if (own := own_subject(verb)) is not None:
        return own
    if is_asked(verb):
        return agent(verb)
    if depth == 0 or verb.head == verb:
        return None
    head = verb.head
    if verb.dep_ in ("acl", "relcl"):
        return carrier(head, depth - 1)
    if verb.dep_ == "pcomp" or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
        return _of_preposition(head, depth - 1)
    if verb.dep_ == "xcomp" and head.dep_ == "acomp":
        return subject(head.head, depth - 1)  # "is likely to say"
    if verb.dep_ in _CONTROLLED and head.pos_ in ("VERB", "AUX"):
        passive = _passive_subject(head)
        if passive is not None and verb.dep_ == "conj" and _is_told(verb):
            return None
        return passive or subject(head, depth - 1)
    if verb.dep_ in ("advcl", "conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
        return head if verb.dep_ == "advcl" else None
    return None


def _is_told(verb: "Token") -> bool:
    """ "was seized and told that …": somebody else tells where nobody is told."""
    return verb.lemma_ == "tell" and not any(child.dep_ in ("dobj", "dative", "prep") for child in verb.rights)


def _passive_subject(verb: "Token") -> "Token | None":
    return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)


def _of_preposition(preposition: "Token", depth: int) -> "Token | None":
    """ "quoted Lee as saying": Lee; "by saying", "in announcing": the subject of the governing verb."""
    head = preposition.head
    if head.pos_ not in ("VERB", "AUX"):
        return carrier(head, depth) if head.pos_ in ("NOUN", "PROPN") else None
    if preposition.lower_ == "as":
        quoted = next((child for child in head.children if child.dep_ in ("dobj", "nsubjpass")), None)
        if quoted is not None:
            return quoted
    return _passive_subject(head) or subject(head, depth)


def carrier(noun: "Token", depth: int = _DEEPEST) -> "Token":
    """Who stands behind "a statement saying": its possessor, its "by" or the subject that issued it; else the noun itself."""
    known = cues()
    if noun.lemma_.lower() not in known.nouns | known.documents:
        return noun
    behind = possessor(noun)
    if behind is None and noun.dep_ == "dobj" and noun.head.lemma_ in known.light:
        behind = subject(noun.head, depth)
    return behind or noun


def possessor(noun: "Token") -> "Token | None":
    """ "Lee's claim", "the claim by Lee", "the claim of Lee": Lee."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("of", "by", "from", "among"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj" and grandchild.ent_type_ not in (
                    "DATE",
                    "TIME",
                    "CARDINAL",
                    "PERCENT",
                    "MONEY",
                ):
                    return grandchild
    return None


def inverted(verb: "Token") -> "Token | None":
    """The subject after the verb in "said Lee", where the parser may have taken it for an object."""
    for child in verb.rights:
        if child.dep_ in SUBJECT or (child.dep_ in _INVERTED and child.pos_ in _NOMINAL):
            return child
    return None


def agent(verb: "Token") -> "Token | None":
    """The "by" phrase of a passive."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def is_asked(verb: "Token") -> bool:
    """Whether a verb of asking is passive: in "Asked whether it rained, he …" somebody else asks."""
    return (
        verb.tag_ == "VBN"
        and verb.lemma_.lower() in ("ask", "question", "quiz")
        and not any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.lefts)
    )


def quoting(verb: "Token") -> "Token | None":
    """Who quotes the source: "television quoted Lee as saying", "Lee was cited by Tass as saying"."""
    frame = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or frame.lemma_.lower() not in ("quote", "cite"):
        return None
    return agent(frame) if _passive_subject(frame) is not None else subject(frame)


def cited(verb: "Token") -> "Token | None":
    """Whom the source cites: "state media reported, citing the governor", "…, state media quoted the governor as saying"."""
    if verb.lemma_.lower() in ("quote", "cite"):
        saying = any(one.lower_ == "as" and one.doc[one.i + 1 : one.i + 2].text == "saying" for one in verb.rights)
        return next((child for child in verb.rights if child.dep_ == "dobj"), None) if saying else None
    for child in verb.rights:
        if child.tag_ == "VBG" and child.lemma_.lower() in ("cite", "quote") and child.dep_ == "advcl":
            return next((grandchild for grandchild in child.rights if grandchild.dep_ == "dobj"), None)
    return None


def phrase(noun: "Token", barred: set[int]) -> tuple[int, int]:
    """Token range of a source's whole noun phrase, appositions and relative clauses included, clear of `barred` tokens."""
    doc = noun.doc
    start, end = noun.i, noun.i + 1
    left, right = noun.left_edge.i, noun.right_edge.i + 1
    while start > left and start - 1 not in barred:
        start -= 1
    while end < right and end not in barred:
        end += 1
    while end < len(doc) and end not in barred and doc[end].pos_ == "PROPN" and doc[end - 1].pos_ in ("PROPN", "NOUN"):
        end += 1
    if noun.dep_ == "poss" and end > noun.i + 1 and doc[end - 1].tag_ == "POS":
        end -= 1
    while end - 1 > noun.i and doc[end - 1].is_punct and doc[end - 1].text not in (")", "]"):
        end -= 1
    while start < noun.i and (doc[start].is_punct or doc[start].dep_ in ("cc", "mark")):
        start += 1
    return start, end


def can_tell(noun: "Token", verb: "Token") -> bool:
    """Whether a noun can be a teller: a person, body, paper or name, or what says or thinks something by its own verb."""
    if is_nobody(noun):
        return False
    if noun.tag_ in ("WP", "WDT") and not noun.is_upper:
        return not _asks(noun) and (noun.head.dep_ != "relcl" or can_tell(noun.head.head, verb))
    if noun.lower_ in _POINTING:
        return noun.lower_ == "those" and any(child.dep_ == "relcl" for child in noun.rights)
    if noun.text == "one" and verb.tag_ != "VBD":
        return False
    if noun.pos_ not in ("NOUN", "VERB", "ADP") or noun.ent_type_ in _NAMED or (noun.i and noun.text[0].isupper()):
        return True
    lemma = noun.lemma_.lower()
    if not _tellers().isdisjoint((lemma, noun.lower_)) or lemma.endswith(_AGENTS) or verb.lower_ in ("according", "to"):
        return True
    parts = (thing for child in noun.rights if child.lower_ == "of" for thing in child.children)
    if any(thing.dep_ == "pobj" and can_tell(thing, verb) for thing in parts):
        return True
    known = cues()
    return (
        noun.head == verb and verb.lemma_.lower() in known.clausal - known.indicating and verb.tag_ not in ("VB", "VBG")
    )


def is_nobody(noun: "Token") -> bool:
    """ "nobody", "no group", "none of them", "neither side": what nobody tells is nobody's word."""
    return noun.lower_ in NOBODY or any(
        child.lower_ in NOBODY and child.dep_ in ("det", "preconj", "nummod", "cc") for child in noun.lefts
    )


def is_teller(noun: "Token") -> bool:
    """Whether a noun by itself names a teller: somebody known by name, or a word for people, bodies, papers."""
    if noun.ent_type_ in _NAMED:
        return True
    return not _tellers().isdisjoint((noun.lemma_.lower(), noun.lower_, noun.lower_.removesuffix("s")))


def _asks(pronoun: "Token") -> bool:
    """Whether "who" or "what" opens a question: "Who ordered it is not clear"."""
    return pronoun.head.dep_ in ("csubj", "ccomp", "pcomp") or pronoun.is_sent_start is True or pronoun.lower_ == "what"


@cache
def _tellers() -> frozenset[str]:
    kinds = (
        words("body"),
        words("media"),
        words("document"),
        words("group"),
        words("organisation"),
        cues().documents,
        cues().nouns - {"word", "sense", "idea"},
    )
    return humans().union(*kinds)
