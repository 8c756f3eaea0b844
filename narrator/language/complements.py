"""What any verb may tell in its clause, infinitive, object or prepositional phrase: open forms, left to `likelihood` to judge."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from narrator.language.cues import cues
from narrator.language.drafts import Draft, cue_range, draft, subtree
from narrator.language.pieces import MARKS
from narrator.language.sources_of import can_tell, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

OPEN = "open"
"""What the names of these rules begin with."""

_FORMS = frozenset(("ccomp", "xcomp", "dobj", "prep"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
_PREPOSITIONS = frozenset(("about", "of", "for", "on", "to", "against", "at", "over", "with", "in", "into", "as"))
_ADDED = frozenset(("for", "as"))


def complement(verb: "Token") -> Draft | None:
    """The attribution that a verb may make of the first of its complements that holds a clause, quoted words or a will."""
    if not any(child.dep_ in _FORMS for child in verb.rights):
        return None
    source = subject(verb)
    if source is None or source.dep_ == "nsubjpass" or not can_tell(source, verb):
        return None
    rule, content = next(_complements(verb), ("", set()))
    return draft(f"{OPEN} {rule}", source, cue_range(verb), content, verb.doc) if content else None


def _complements(verb: "Token") -> Iterator[tuple[str, set[int]]]:
    known, lemma = cues(), verb.lemma_.lower()
    telling = any(
        lemma in verbs for verbs in (known.clausal, known.naming, known.acting, known.willing, known.speaking)
    )
    for child in verb.rights:
        if child.dep_ == "ccomp" and any(one.dep_ in _SUBJECTS for one in child.children):
            yield "clause", subtree(child)
        elif child.dep_ in ("xcomp", "ccomp") and any(one.tag_ == "TO" for one in child.lefts):
            yield "infinitive", subtree(child)
        elif child.dep_ == "dobj" and child.lemma_.lower() not in known.nouns | known.documents:
            added = [one for one in verb.rights if one.dep_ == "prep" and one.i > child.i and one.lower_ in _ADDED]
            content = subtree(child).union(*(subtree(one) for one in added))
            if _tells(verb, content, telling):
                yield "object", content
        elif child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            thing = next((one for one in child.children if one.dep_ in ("pobj", "pcomp")), None)
            content = subtree(thing) if thing is not None else set()
            if _tells(verb, content, telling):
                yield child.lower_, content


def _tells(verb: "Token", content: set[int], telling: bool) -> bool:
    """Whether a content holds quoted words or, of a verb of telling, a clause with its subject.

    "The team took a lead when Lee scored" is nothing that the team tells; "quoted Lee as saying" has a teller of its own.
    """
    inside = [verb.doc[number] for number in sorted(content)]
    if any(one.lower_ == "as" and other.lower_ == "saying" for one, other in pairwise(inside)):
        return False
    return any(
        token.text in MARKS or (telling and token.dep_ in ("nsubj", "nsubjpass") and token.head.i in content)
        for token in inside
    )
