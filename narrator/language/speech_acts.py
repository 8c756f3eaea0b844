"""Speech acts without a clause: what somebody calls, counts, promises, denies, puts at a figure or speaks of."""

from typing import TYPE_CHECKING

from narrator.language.cues import cues
from narrator.language.drafts import Draft, Range, cue_range, draft, subtree, tokens_of
from narrator.language.pieces import MARKS
from narrator.language.sources_of import subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SLIGHT = frozenset(("willing", "acting"))
_AFTERWARDS = frozenset(("after", "before", "as", "while", "when", "amid", "hours", "days"))


def speech_act(verb: "Token", lemma: str) -> Draft | None:
    """The attribution that a verb makes of its object, infinitive or predicate; None where these state nothing."""
    for find in (_putting, _naming, _willing, _acting, _speaking):
        found = find(verb, lemma)
        if found is not None:
            slight = found.rule in _SLIGHT and lemma not in cues().stating
            return None if slight and not _says_something(verb.doc, lemma, found.content) else found
    return None


def _says_something(doc: "Doc", lemma: str, content: tuple[Range, ...]) -> bool:
    """Whether a content holds a clause of its own, quoted words or, where something is counted, a figure."""
    inside = tokens_of(content)
    return any(
        doc[n].text in MARKS
        or (doc[n].pos_ == "NUM" and lemma in cues().counting)
        or (doc[n].dep_ == "pcomp" and doc[n].tag_ == "VBG")
        or (doc[n].dep_ in ("nsubj", "nsubjpass") and doc[n].tag_ not in ("WDT", "WP") and doc[n].head.i in inside)
        for n in inside
    )


def _putting(verb: "Token", lemma: str) -> Draft | None:
    """ "puts the number of dead at 40": thing and figure."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    source = subject(verb) if lemma in cues().putting else None
    if thing is None or source is None:
        return None
    behind = (one for one in verb.subtree if one.i > thing.i and one.dep_ == "prep" and one.lower_ in ("at", "as"))
    at = next((one for one in behind if any(below.pos_ == "NUM" for below in one.subtree)), None)
    if at is None:
        return None
    return draft("naming", source, cue_range(verb), _to_the_end(thing, at), verb.doc)


def _to_the_end(first: "Token", last: "Token") -> set[int]:
    """From a thing to the end of its clause: "three dead on Saturday", where the parser hung the rest on the verb."""
    doc, end = first.doc, last.right_edge.i + 1
    while end < len(doc) and not (doc[end].is_punct or doc[end].dep_ == "cc" or doc[end].is_sent_start):
        end += 1
    return set(range(first.left_edge.i, end))


def _naming(verb: "Token", lemma: str) -> Draft | None:
    """ "called it a massacre", "described the raid as …"."""
    if lemma not in cues().naming or verb.dep_ == "amod" or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return None
    predicate = next((child for child in verb.rights if child.dep_ in ("oprd", "ccomp", "xcomp")), None)
    if predicate is None:
        predicate = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "as"), None)
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    source = subject(verb)
    if thing is not None and thing.lower_.endswith(("self", "selves")):
        return None
    if source is None or (predicate is None and (thing is None or not any(t.text in MARKS for t in thing.subtree))):
        return None
    content = (subtree(predicate) if predicate is not None else set()) | (
        subtree(thing) if thing is not None else set()
    )
    return draft("naming", source, cue_range(verb), content, verb.doc)


def _willing(verb: "Token", lemma: str) -> Draft | None:
    """ "promised to withdraw", "urged them to leave"."""
    if lemma not in cues().willing:
        return None
    infinitive = next(
        (c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and any(one.tag_ == "TO" for one in c.lefts)), None
    )
    source = subject(verb)
    if infinitive is None or source is None:
        return None
    return draft("willing", source, cue_range(verb), subtree(infinitive), verb.doc)


def _acting(verb: "Token", lemma: str) -> Draft | None:
    """ "denied the charge", "accused the army of shelling a school"."""
    if lemma not in cues().acting:
        return None
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    source = subject(verb)
    if thing is None or source is None:
        return None
    after = [
        c
        for c in verb.rights
        if c.dep_ == "prep" and c.lower_ in ("of", "for", "as", "about", "over") and c.i > thing.i
    ]
    content = subtree(thing)
    for one in after:
        content |= subtree(one)
    if lemma in cues().counting:
        content |= _to_the_end(thing, thing)
    if lemma == "accuse":
        late = (n for n in sorted(content) if verb.doc[n].text == "," and verb.doc[n + 1].lower_ in _AFTERWARDS)
        content -= set(range(next(late, len(verb.doc)), len(verb.doc)))
    return draft("acting", source, cue_range(verb), content, verb.doc)


def _speaking(verb: "Token", lemma: str) -> Draft | None:
    """ "spoke of an ambush", "warned against a strike"."""
    preposition = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("of", "against")), None)
    source = subject(verb) if lemma in cues().speaking and preposition is not None else None
    thing = next((child for child in preposition.children if child.dep_ == "pobj"), None) if preposition else None
    if source is None or thing is None:
        return None
    return draft("naming", source, cue_range(verb), _to_the_end(thing, thing), verb.doc)
