"""Tellers as an article names them: what a source phrase says of name, role and affiliation, and whom a short one means.

Pronouns and short names are resolved only by rules that are sure (number, gender, kind and nearness agree, one candidate);
what they leave open stays unresolved with confidence 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from narrator.language.paragraphs import Paragraph
from narrator.language.people import Person, describe, gender_of, people
from narrator.model.article import Span
from narrator.model.party import Mention, NarratorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGULAR = frozenset(("he", "she", "him", "her", "his"))
_PLURAL = frozenset(("they", "them", "their"))
_THING = frozenset(("it", "its"))
_FIRST = frozenset(("i", "we", "me", "us", "my", "our"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_BODIES = frozenset((NarratorKind.ORGANISATION, NarratorKind.OFFICIAL_BODY, NarratorKind.MEDIA))

_SHORT_NAME, _ROLE, _BODY, _ACRONYM = 0.95, 0.8, 0.85, 0.9
_LAST_SPEAKER, _ONLY_ONE, _GROUP, _RELATIVE_CLAUSE, _OWN_WORDS = 0.8, 0.7, 0.6, 0.95, 0.9
_UNKNOWN_GENDER = 0.1
"""Confidences of the rules, and what an unknown gender takes from them."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A source already described: where it stands, and who speaks around it if it is part of a quotation."""

    mention: Mention
    paragraph: int
    plural: bool


class Tellers:
    """The sources of one article, described and resolved in the order of the text."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._people = people(paragraphs)
        self._told: list[_Told] = []

    def mention(self, source: Span, within: Mention | None = None) -> Mention:
        """The mention of a source; call in the order of the text. `within` is the speaker in whose words the source stands."""
        number = self._paragraph(source.start)
        paragraph = self._paragraphs[number]
        tokens = paragraph.doc.char_span(
            source.start - paragraph.start, source.end - paragraph.start, alignment_mode="expand"
        )
        if tokens is None:
            words = paragraph.doc.text[source.start - paragraph.start : source.end - paragraph.start]
            return Mention(source, words, NarratorKind.UNNAMED, confidence=0.0)
        head = tokens.root
        found = self._resolve(describe(paragraph, tokens), head, number, within)
        self._told.append(_Told(found, number, head.tag_ in ("NNS", "NNPS") or head.lower_ in _PLURAL))
        return found

    def _paragraph(self, offset: int) -> int:
        return max((n for n, start in enumerate(self._starts) if start <= offset), default=0)

    def _resolve(self, plain: Mention, head: "Token", number: int, within: Mention | None) -> Mention:
        word = head.lower_
        if word in _FIRST:
            return _as(plain, within, _OWN_WORDS) if within is not None else _open(plain)
        if head.tag_ in ("WP", "WDT", "WP$") or (word in _RELATIVE and head.dep_ in ("nsubj", "nsubjpass")):
            return self._relative(plain, head, number)
        if head.pos_ == "PRON" and word in _SINGULAR:
            return self._pronoun(plain, word, number)
        if head.pos_ == "PRON" and word in _PLURAL | _THING:
            return self._group(plain, number, word in _PLURAL)
        if plain.kind is NarratorKind.PERSON:
            return self._short_name(plain)
        if head.pos_ == "PROPN" and any(
            one.key == plain.name.casefold() and one.start < plain.span.start for one in self._people
        ):
            return self._short_name(
                replace(plain, kind=NarratorKind.PERSON)
            )  # a surname taken for another sort of name
        return self._definite(plain, head)

    def _relative(self, plain: Mention, head: "Token", number: int) -> Mention:
        """ "who", "which": what the relative clause stands at."""
        verb = head.head
        while verb.dep_ not in ("relcl", "ROOT") and verb.head != verb:
            verb = verb.head
        if verb.dep_ != "relcl":
            return _open(plain)
        paragraph = self._paragraphs[number]
        noun = verb.head
        tokens = noun.doc[noun.left_edge.i : noun.i + 1]
        meant = (
            self._resolve(describe(paragraph, tokens), noun, number, None) if noun.tag_ not in ("WP", "WDT") else None
        )
        return _as(plain, meant, _RELATIVE_CLAUSE)

    def _pronoun(self, plain: Mention, word: str, number: int) -> Mention:
        """ "he", "she": the last speaker when nobody else who fits was named since; else the only one who fits nearby."""
        gender = gender_of(word)
        fitting = [one for one in self._people if one.end <= plain.span.start and one.gender in (gender, None)]
        nearby = [one for one in fitting if number - self._paragraph(one.start) <= 1]
        last = next((one for one in reversed(self._told) if one.mention.kind is NarratorKind.PERSON), None)
        if last is not None and number - last.paragraph <= 2 and last.mention.confidence > 0:
            since = {one.key for one in nearby if one.start > last.mention.span.start}
            known = self._gender(last.mention.name)
            if known in (gender, None) and since <= {_key(last.mention.name)}:
                return _as(plain, last.mention, _LAST_SPEAKER - (_UNKNOWN_GENDER if known is None else 0))
        names = {one.key for one in nearby}
        if len(names) == 1:
            return _as(
                plain, self._fullest(nearby[-1]), _ONLY_ONE - (_UNKNOWN_GENDER if nearby[-1].gender is None else 0)
            )
        return _open(plain)

    def _gender(self, name: str) -> str | None:
        return next((one.gender for one in self._people if one.key == _key(name) and one.gender), None)

    def _group(self, plain: Mention, number: int, plural: bool) -> Mention:
        """ "they", "it": the last teller when it is several people, or a body, paper or document."""
        last = self._told[-1] if self._told else None
        if last is None or number - last.paragraph > 1 or last.mention.confidence == 0:
            return _open(plain)
        kinds = _BODIES if plural else _BODIES | {NarratorKind.DOCUMENT}
        fits = (plural and last.plural) or (last.mention.kind in kinds and not (not plural and last.plural))
        return _as(plain, last.mention, _GROUP) if fits else _open(plain)

    def _short_name(self, plain: Mention) -> Mention:
        """ "Veale": the one fuller name before it that ends the same."""
        words = plain.name.split()
        fuller = [
            one
            for one in self._people
            if one.start < plain.span.start and len(one.name.split()) > len(words) and one.key == _key(plain.name)
        ]
        names = {one.name for one in fuller}
        if not fuller:
            return self._with_earlier(plain)
        if len(names) > 1:
            return _open(plain)
        return _as(plain, self._fullest(fuller[0]), _SHORT_NAME)

    def _with_earlier(self, plain: Mention) -> Mention:
        """A name given in full again keeps the role and affiliation that it was introduced with."""
        known = next(
            (
                t.mention
                for t in self._told
                if t.mention.name == plain.name and (t.mention.role or t.mention.affiliation)
            ),
            None,
        )
        if known is None:
            person = next(
                (one for one in self._people if one.name == plain.name and (one.role or one.affiliation)), None
            )
            role, affiliation = (person.role, person.affiliation) if person else (None, None)
        else:
            role, affiliation = known.role, known.affiliation
        return replace(plain, role=plain.role or role, affiliation=plain.affiliation or affiliation)

    def _fullest(self, person: Person) -> Mention:
        same = [one for one in self._people if one.key == person.key and one.start <= person.start]
        best = max(same, key=lambda one: (len(one.name.split()), -one.start))
        role = next((one.role for one in same if one.role), None)
        affiliation = next((one.affiliation for one in same if one.affiliation), None)
        return Mention(Span(best.start, best.end), best.name, NarratorKind.PERSON, affiliation, role)

    def _definite(self, plain: Mention, head: "Token") -> Mention:
        """ "the spokesman", "the ministry", "the report": the one earlier teller that the same word names more fully."""
        if not any(child.lower_ in ("the", "that", "this") for child in head.lefts) or len(plain.name.split()) > 1:
            return plain
        word = head.lemma_.lower()
        meant = {
            one.mention.name: one.mention
            for one in self._told
            if one.mention.confidence > 0 and len(one.mention.name.split()) > 1 and _names(one.mention, word)
        }
        if len(meant) != 1:
            unsure = bool(meant) or (head.pos_ != "PROPN" and plain.kind is NarratorKind.UNNAMED)
            return _open(plain) if unsure else plain
        (mention,) = meant.values()
        return _as(plain, mention, _ROLE if mention.kind is NarratorKind.PERSON else _BODY)


def _names(mention: Mention, word: str) -> bool:
    """Whether a mention was introduced with this word: as its role, or in its name."""
    words = {one.casefold().rstrip(".,") for text in (mention.role, mention.name) if text for one in text.split()}
    return word in words


def _key(name: str) -> str:
    return name.split()[-1].casefold() if name else ""


def _as(plain: Mention, meant: Mention | None, confidence: float) -> Mention:
    """A mention that stands for another; as unsure as both together."""
    if meant is None or meant.confidence == 0:
        return _open(plain)
    return Mention(
        plain.span,
        meant.name,
        meant.kind,
        meant.affiliation or plain.affiliation,
        meant.role or plain.role,
        meant.antecedent or meant.span,
        round(confidence * meant.confidence, 2),
    )


def _open(plain: Mention) -> Mention:
    """A mention that could not be resolved."""
    return replace(plain, confidence=0.0)
