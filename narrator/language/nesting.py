"""What is told inside what is told: which attributions hold others, and where the parser hung a clause one level too deep."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from narrator.language.cues import cues
from narrator.language.drafts import Draft, Range, ranges, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LAST_WORDS = 6
"""Tokens of "on Wednesday morning" behind the teller who closes a sentence."""


def untangle(doc: "Doc", drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a paragraph: trailing participles raised to the level of their cue, slight ones inside others dropped."""
    found = _apart(doc, list(drafts))
    verbs = [_verb(doc, one.cue) for one in found]
    for inner, verb in enumerate(verbs):
        contrast, trails = _contrast(found[inner], verb), _trailing(doc, verb, found[inner].cue[0])
        if contrast is None and not trails:
            continue
        for outer in _around(found, inner, verb):
            found[outer] = _beside(doc, found[outer], contrast)
            raised = _raise(doc, found[outer], found[inner], verb) if trails else None
            if raised is not None:
                found[outer], found[inner] = raised
                break
    return [
        one
        for number, one in enumerate(found)
        if not any(_idle(doc, one, verbs[number], found[outer]) for outer in _around(found, number, verbs[number]))
    ]


def _around(found: Sequence[Draft], inner: int, verb: "Token") -> Iterator[int]:
    """The drafts whose content holds the verb of another, each as it is when its turn comes."""
    return (n for n in range(len(found)) if n != inner and _holds(found[n].content, verb.i))


def _apart(doc: "Doc", drafts: list[Draft]) -> list[Draft]:
    """ "Police said two were hurt, the paper reported": who comes last tells of the whole, not in the words of the first."""
    for first in range(len(drafts)):
        for last in range(len(drafts)):
            early, late = drafts[first], drafts[last]
            if not _closes(doc, early, late):
                continue
            verb, end = _verb(doc, early.cue).i, _verb(doc, late.cue).i
            start = min(late.cue[0], *(late.source or late.cue)[:1])
            if verb < end and late.content[-1][1] <= start:
                shared = _holds(late.content, verb) or late.content[0][0] == early.content[0][0]
                kept = ranges(doc, {number for number in tokens_of(early.content) if number < start})
                if shared and kept and early.source is not None and early.source[0] < early.content[0][0]:
                    drafts[first] = replace(early, content=kept)
                    drafts[last] = replace(late, content=ranges(doc, set(range(early.source[0], start))))
    return drafts


def _closes(doc: "Doc", early: Draft, late: Draft) -> bool:
    """Whether a teller stands at the end of what another is said to have said."""
    if not _holds(early.content, late.cue[0]):
        return False
    first, last = min(late.cue[0], *(late.source or late.cue)[:1]), max(late.cue[1], (late.source or late.cue)[1])
    said = late.rule in ("clause", "according", "aside") and doc[first - 1].lower_ != "as"
    return said and early.content[-1][1] <= last + _LAST_WORDS + 1


def _contrast(draft: Draft, verb: "Token") -> int | None:
    """ "One said it rained, while another said it did not": the "while" that sets a teller apart."""
    mark = next((child.i for child in verb.lefts if child.lower_ in ("while", "whereas")), None)
    own = draft.source is not None and mark is not None and mark < draft.source[0] < verb.i and verb.dep_ == "advcl"
    return mark if own else None


def _beside(doc: "Doc", outer: Draft, contrast: int | None) -> Draft:
    """A draft without the words of who is set apart from it: the second is not in the words of the first."""
    if contrast is None or outer.cue[0] > contrast:
        return outer
    kept = ranges(doc, {number for number in tokens_of(outer.content) if number < contrast})
    return replace(outer, content=kept) if kept else outer


def _verb(doc: "Doc", cue: Range) -> "Token":
    return next(
        (doc[n] for n in range(*cue) if doc[n].dep_ not in ("aux", "auxpass", "neg", "advmod")), doc[cue[1] - 1]
    )


def _holds(content: Sequence[Range], number: int) -> bool:
    return any(start <= number < end for start, end in content)


def _raise(doc: "Doc", outer: Draft, inner: Draft, verb: "Token") -> tuple[Draft, Draft] | None:
    """ "said the road was mined, adding that …": the speaker of "said" adds; the parser often hangs it on "mined"."""
    start = inner.cue[0]
    if outer.cue[0] > start or (inner.source is not None and verb.i < inner.source[0]):
        return None
    cut = start - 1 if start and doc[start - 1].lower_ in ("and", "but", "while", "then") else start
    kept = ranges(doc, {n for n in tokens_of(outer.content) if n < cut})
    return (replace(outer, content=kept), replace(inner, source=outer.source)) if kept else None


def _trailing(doc: "Doc", verb: "Token", start: int) -> bool:
    """Whether a verb of telling without a subject of its own follows a comma or a conjunction: "…, adding", "and warned"."""
    if (
        verb.lemma_.lower() not in cues().speech
        or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        or start < 1
    ):
        return False
    before = doc[start - 1]
    if verb.tag_ == "VBG":
        return before.text == "," or (
            before.lower_ in ("and", "but", "while", "then") and verb.dep_ in ("conj", "advcl")
        )
    return verb.tag_ == "VBD" and before.lower_ in ("and", "but") and verb.dep_ == "conj" and not _shares_subject(verb)


def _shares_subject(verb: "Token") -> bool:
    """ "he went and said": the verb that it is joined to is itself no clause of telling."""
    return verb.head.dep_ == "ROOT"


def _idle(doc: "Doc", inner: Draft, verb: "Token", outer: Draft) -> bool:
    """Whether a draft inside what another tells adds no teller: a thought, a plan, a pronoun that means the teller again."""
    if inner.source == outer.source and inner.source is not None:
        return True
    if inner.rule not in (
        "clause",
        "that",
        "according",
        "aside",
        "noun",
    ) or verb.lemma_.lower() not in cues().speech | cues().nouns | {"accord"}:
        return True
    return inner.source is None or (inner.source[1] - inner.source[0] == 1 and doc[inner.source[0]].pos_ == "PRON")
