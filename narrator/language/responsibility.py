"""Who is held responsible: claims, blame, denials and admissions, by whom or of whom."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from narrator.language.frames import phrase
from narrator.language.lexicon import act_of, classes
from narrator.language.negation import is_negated
from narrator.language.paragraphs import Paragraph
from narrator.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

CLAIMED, BLAMED, DENIED, ADMITTED = "claimed by", "blamed on", "denied by", "admitted by"
_VERBS = {
    CLAIMED: frozenset({"claim", "take", "assume"}),
    DENIED: frozenset({"deny", "reject", "disclaim", "dismiss"}),
    ADMITTED: frozenset({"admit", "accept", "acknowledge", "concede", "confess"}),
}
_BURDENS = frozenset({"responsibility", "blame", "involvement", "liability", "guilt"})
_REPROACHES = frozenset({"wrongdoing", "allegation", "accusation", "charge", "complicity", "fault", "role"})
_ACCUSING = frozenset({"accuse", "suspect"})
_PLACING = frozenset({"lay", "put", "place", "pin", "cast", "shift"})
_BEARING = frozenset({"bear", "carry", "share", "have"})
_ANSWERABLE = frozenset({"responsible", "accountable", "liable"})
# Without one of these words a sentence says nothing of responsibility.
_HELD = re.compile(
    r"\b(?:blam|accus|suspect|responsib|accountab|involve|liab|guilt|behind|den[iy]|reject|disclaim|dismiss|admi|accept|acknowledg|conced|confess)",
    re.IGNORECASE,
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

Held = tuple[str, Span]
"""How responsibility is dealt with and who by or of ("claimed by the rebels"), and the words in the article."""


def find(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Held]:
    """What a sentence says of responsibility; a cause that is no party's ("blamed the fog") is none, and "they" is nobody."""
    if not _HELD.search(paragraph.text, sentence.start_char, sentence.end_char):
        return
    for verb in sentence:
        lemma = verb.lemma_.lower()
        if verb.pos_ == "VERB" and lemma == "blame":
            yield from _blamed(paragraph, verb)
        elif verb.pos_ == "VERB" and lemma in _ACCUSING:
            yield from _accused(paragraph, verb)
        elif verb.pos_ == "VERB" and lemma == "hold":
            yield from _held_to_it(paragraph, verb)
        elif verb.pos_ == "VERB" and lemma in _PLACING | _BEARING:
            yield from _burdened(paragraph, verb, lemma)
        elif verb.pos_ == "VERB":
            yield from _answered(paragraph, verb, lemma)
        elif verb.pos_ == "AUX" and lemma == "be":
            yield from _answerable(paragraph, verb)


def causes(paragraph: Paragraph, sentence: "Tokens") -> Iterator[tuple[str, Span]]:
    """What is blamed and is no party: "blamed a burst tyre", "the crash was blamed on fog"."""
    if "blam" not in paragraph.text:
        return
    for verb in sentence:
        if verb.lemma_ == "blame" and verb.pos_ == "VERB":
            noun = _blamed_noun(verb)
            cause = noun is not None and not is_blamable(noun) and not _for_doing(verb, noun)
            named = phrase(paragraph, noun) if cause else None
            if named is not None:
                yield named.text, named.span


def _for_doing(verb: "Token", noun: "Token") -> bool:
    """ "blamed the app for helping thieves": what does something is reproached with it, and no cause."""
    return any(
        child.lower_ == "for" and any(done.dep_ == "pcomp" for done in child.children)
        for child in (*verb.children, *noun.children)
    )


def is_blamable(noun: "Token") -> bool:
    """A body of people, a person or a name."""
    lemma = noun.lemma_.lower()
    return noun.pos_ in {"PROPN", "PRON", "NUM"} or lemma in classes("groups.txt") or lemma in classes("people.txt")


def _blamed(paragraph: Paragraph, verb: "Token") -> Iterator[Held]:
    """ "blamed Kyiv for the blast", "blamed the blast on Kyiv", "Kyiv was blamed"."""
    noun = _blamed_noun(verb)
    if noun is not None and is_blamable(noun) and not is_negated(verb):
        yield from _held(paragraph, BLAMED, noun)


def _blamed_noun(verb: "Token") -> "Token | None":
    on = _object(verb, "on")
    return on if on is not None else _patient(verb)


def _accused(paragraph: Paragraph, verb: "Token") -> Iterator[Held]:
    """ "accused the army of shelling the town", "the captain is suspected of fraud"."""
    noun = _patient(verb)
    of = any(child.lower_ == "of" for child in verb.children)
    if noun is not None and of and is_blamable(noun) and not is_negated(verb):
        yield from _held(paragraph, BLAMED, noun)


def _held_to_it(paragraph: Paragraph, verb: "Token") -> Iterator[Held]:
    """ "holds the owner responsible", "the captain was held accountable"."""
    answerable = next((one for one in verb.subtree if one.lower_ in _ANSWERABLE and one.i > verb.i), None)
    if answerable is None or is_negated(verb):
        return
    noun = next((child for child in answerable.children if child.dep_ in _SUBJECTS), None) or _patient(verb)
    if noun is not None and is_blamable(noun):
        yield from _held(paragraph, BLAMED, noun)


def _burdened(paragraph: Paragraph, verb: "Token", lemma: str) -> Iterator[Held]:
    """ "laid the blame on the crew", "the owner bears responsibility"."""
    burden = next((child for child in verb.children if child.dep_ == "dobj" and child.lemma_ in _BURDENS), None)
    if burden is None or is_negated(verb):
        return
    on = next((one for one in verb.subtree if one.lower_ == "on" and one.i > burden.i), None)
    noun = _subject(verb) if lemma in _BEARING else next(iter(on.children), None) if on is not None else None
    if noun is not None and is_blamable(noun):
        yield from _held(paragraph, BLAMED, noun)


def _answered(paragraph: Paragraph, verb: "Token", lemma: str) -> Iterator[Held]:
    """ "claimed responsibility", "denied carrying out the raid", "responsibility was claimed by the rebels"."""
    how = next((how for how, verbs in _VERBS.items() if lemma in verbs), None)
    if how is None or is_negated(verb) != _has_nobody(verb):
        return
    burden = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "xcomp", "ccomp"}), None)
    if burden is None:
        return
    matter = burden.lemma_.lower()
    act = how in {DENIED, ADMITTED} and (matter in _REPROACHES or burden.tag_ == "VBG")
    if matter in _BURDENS or act:
        by = _object(verb, "by") if burden.dep_ == "nsubjpass" else _subject(verb)
        named = phrase(paragraph, by) if by is not None and by.tag_ != "PRP" else None
        if named is not None:
            yield f"{how} {named.text}", paragraph.span(burden)


def _answerable(paragraph: Paragraph, copula: "Token") -> Iterator[Held]:
    """ "the army is responsible for the deaths", "he was behind the attack"."""
    responsible = any(child.dep_ == "acomp" and child.lower_ in _ANSWERABLE for child in copula.children)
    act = _object(copula, "behind")
    subject = _subject(copula)
    if subject is None or is_negated(copula) or not is_blamable(subject):
        return
    if responsible or (act is not None and act_of(act.lemma_.lower()) in classes("acts.txt").values()):
        yield from _held(paragraph, BLAMED, subject)


def _held(paragraph: Paragraph, how: str, noun: "Token") -> Iterator[Held]:
    named = phrase(paragraph, noun) if noun.tag_ != "PRP" else None
    if named is not None:
        yield f"{how} {named.text}", named.span


def _has_nobody(verb: "Token") -> bool:
    """ "no group has claimed responsibility" is an answer; "the group has not" is none."""
    subject = _subject(verb)
    return subject is not None and (
        subject.lower_ in {"none", "nobody"}
        or any(child.lower_ in {"no", "none"} for child in (subject, *subject.children))
    )


def _patient(verb: "Token") -> "Token | None":
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    return next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)


def _subject(verb: "Token") -> "Token | None":
    own = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if own is None and verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        return next((child for child in verb.head.children if child.dep_ in _SUBJECTS), None)
    return own


def _object(verb: "Token", preposition: str) -> "Token | None":
    for child in verb.children:
        if child.lower_ == preposition and child.dep_ in {"prep", "agent"}:
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None
