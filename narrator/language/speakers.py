"""Who speaks a quotation: the clause before or after it, read from the surface because parsers stumble over quotation marks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from narrator.language.cues import cues
from narrator.language.drafts import Range, cue_range, trim
from narrator.language.sources_of import agent, can_tell, is_asked, own_subject, phrase, subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VERBAL = frozenset(("VERB", "AUX"))
_SKIPPED = frozenset(("ADV", "AUX", "PART", "PUNCT", "SPACE"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
_DASHES = frozenset(("-", "–", "—", "--"))
_SIGNED = 16
"""Tokens of a signature, at the most."""
_WEAK_THOUGHT = frozenset(("think", "thought"))


@dataclass(frozen=True, slots=True)
class Frame:
    """Who and cue of a quotation; `verb` is the cue's token number."""

    source: Range | None
    cue: Range
    verb: int


def after(doc: "Doc", start: int, end: int, sure: bool = False) -> Frame | None:
    """The frame that follows a quotation: "said Lee …", "Lee, the mayor, told reporters …".

    `sure` where a comma before the closing mark leaves no doubt that one follows: then any verb will do.
    """
    span = trim(doc, start, end)
    if span is None:
        return None
    joined = any(doc[number].dep_ == "cc" for number in range(start, span[0]))
    start, end = span
    verb = None if joined else _opening_verb(doc, start, end)
    if verb is not None:
        return _turned(doc, verb, end)
    if doc[start].lower_ == "according":
        return _according(doc, start, end)
    verb = _told(doc, start, end) or (_any_verb(doc, start, end) if sure else None)
    if verb is None:
        return None
    source = _subject_in(verb, start, end) or _nominal_before(doc, start, verb.i)
    if source is None or not _clear_way(doc, start, source[0]):
        return None
    return Frame(source, cue_range(verb), verb.i)


def signature(doc: "Doc", start: int, end: int) -> Frame | None:
    """The name that a quotation is signed with: "“The sea was calm.” — Pat Lee, mayor" to the end of the paragraph."""
    if doc[start].text not in _DASHES or end < len(doc) - 1 or end - start > _SIGNED:
        return None
    source = trim(doc, start + 1, end)
    if source is None or not doc[source[0]].text[0].isupper() or any(t.pos_ == "VERB" for t in doc[slice(*source)]):
        return None
    return Frame(source, (start, start + 1), start)


def before(doc: "Doc", start: int, end: int) -> Frame | None:
    """The frame that leads to a quotation: "Lee told reporters, ", "In a statement, the ministry said: "."""
    known = cues()
    colon = end > start and doc[end - 1].text in (":", "-", "–", "—", "--")
    for number in range(end - 1, start - 1, -1):
        token = doc[number]
        if token.pos_ in _VERBAL and token.lemma_.lower() in known.speech and token.dep_ not in ("amod", "aux"):
            found = _leading(doc, token, start, end)
            if found is not None:
                return found
    return _according(doc, start, end) or _plural(doc, start, end) or (_colon(doc, start, end) if colon else None)


def _plural(doc: "Doc", start: int, end: int) -> Frame | None:
    """ "The Bureau of Fisheries notes, ": a verb that the tagger took for a plural."""
    verb = doc[max(end - 2, 0)]
    name = trim(doc, start, verb.i)
    if verb.tag_ != "NNS" or verb.lemma_.lower() not in cues().speech or name is None:
        return None
    if doc[name[0]].pos_ not in _NOMINAL or any(doc[n].pos_ in _VERBAL for n in range(*name)):
        return None
    return Frame(name, (verb.i, verb.i + 1), verb.i)


def _according(doc: "Doc", start: int, end: int) -> Frame | None:
    """ "According to the paper, "."""
    for number in range(start, end - 2):
        if doc[number].lower_ == "according" and doc[number + 1].lower_ == "to":
            source = trim(doc, number + 2, end)
            return Frame(source, (number, number + 2), number) if source else None
    return None


def _leading(doc: "Doc", verb: "Token", start: int, end: int) -> Frame | None:
    if is_asked(verb):
        asker = agent(verb)
        return Frame(phrase(asker, set(range(end, len(doc)))) if asker is not None else None, cue_range(verb), verb.i)
    if any(doc[number].dep_ == "mark" or doc[number].lower_ == "that" for number in range(verb.i + 1, end)):
        return None
    source = _subject_in(verb, start, end) or _nominal_before(doc, start, verb.i)
    if source is None:
        turned = _turned(doc, verb, end)
        return turned if turned is not None and verb.i - start <= 2 else None
    return Frame(source, cue_range(verb), verb.i)


def _colon(doc: "Doc", start: int, end: int) -> Frame | None:
    """ "Lee was blunt: ", "From the statement: ": whoever the clause is about."""
    root = next(
        (doc[n] for n in range(end - 1, start - 1, -1) if doc[n].pos_ in _VERBAL and own_subject(doc[n]) is not None),
        None,
    )
    if root is not None:
        source = _subject_in(root, start, end)
        return Frame(source, cue_range(root), root.i) if source else None
    name = trim(doc, start, end)
    if name is None or name[1] - name[0] > 8 or not any(doc[n].pos_ == "PROPN" for n in range(*name)):
        return None
    return Frame(name, (end - 1, end), end - 1)


def _opening_verb(doc: "Doc", start: int, end: int) -> "Token | None":
    """The verb of telling that a clause opens with, adverbs apart."""
    for number in range(start, min(start + 3, end)):
        token = doc[number]
        if (
            token.lemma_.lower() in cues().speech
            and token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB", "NNS", "NN")
            and token.pos_ != "DET"
        ):
            return token
        if token.pos_ != "ADV":
            return None
    return None


def _turned(doc: "Doc", verb: "Token", end: int) -> Frame | None:
    """ "said Lee, the mayor": the noun phrase right after the verb."""
    start = verb.i + 1
    while start < end and doc[start].dep_ == "prt":
        start += 1
    if start >= end or not (doc[start].pos_ in _NOMINAL or doc[start].is_title):
        return None
    head = next(
        (child for child in verb.rights if child.dep_ in ("nsubj", "dobj") and child.left_edge.i <= start), doc[start]
    )
    while start <= head.head.i < end and head.head != head and head.head.i != verb.i and head.head.pos_ in _NOMINAL:
        head = head.head
    barred = set(range(verb.i + 1)) | set(range(end, len(doc)))
    first, last = phrase(head, barred)
    return Frame((min(first, start), last), cue_range(verb), verb.i)


def _told(doc: "Doc", start: int, end: int) -> "Token | None":
    """The first verb of telling or thinking of a clause, relative clauses apart."""
    known = cues()
    for number in range(start, end):
        token = doc[number]
        if (
            token.pos_ in _VERBAL
            and token.lemma_.lower() in known.speech | _WEAK_THOUGHT
            and token.dep_ not in ("relcl", "acl", "amod")
        ):
            return token
    return None


def _any_verb(doc: "Doc", start: int, end: int) -> "Token | None":
    """The first finite verb of a clause, or a noun that may have been one: "the Saudis state in a paper"."""
    for number in range(start, end):
        token = doc[number]
        if token.dep_ in ("relcl", "acl", "advcl"):
            return None
        if token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ == "VERB":
            return token
        if number > start and token.pos_ == "NOUN" and token.lemma_.lower() in cues().speech and token.dep_ == "attr":
            return token
    return None


def _subject_in(verb: "Token", start: int, end: int) -> Range | None:
    noun = subject(verb)
    if noun is not None and not can_tell(noun, verb):
        noun = subject(verb.sent.root)  # "…, stating": of the clause rather than of the noun before it
    if noun is None or not start <= noun.i < end or not can_tell(noun, verb):
        return None
    barred = set(range(start)) | set(range(end, len(verb.doc))) | {verb.i}
    return phrase(noun, barred)


def _nominal_before(doc: "Doc", start: int, verb: int) -> Range | None:
    """The noun phrase that ends right before a verb, adverbs and auxiliaries apart."""
    last = verb
    while last > start and doc[last - 1].pos_ in _SKIPPED:
        last -= 1
    first = last
    while first > start and doc[first - 1].pos_ in _NOMINAL:
        first -= 1
    return (first, last) if first < last else None


def _clear_way(doc: "Doc", start: int, source: int) -> bool:
    """Whether only adverbs, conjunctions or short adverbials stand between a quotation and its speaker."""
    return source - start <= 6 and not any(doc[n].pos_ == "VERB" for n in range(start, source))
