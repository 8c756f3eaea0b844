"""Whom a teller's words mean: pronouns, short names and definite descriptions of one article, resolved in the order of the text.

Only rules that are sure speak (number, gender, kind and nearness agree, one candidate); what they leave open stays unresolved
with confidence 0.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from narrator.language.bodies import Body, bodies, meant
from narrator.language.cover import Cover
from narrator.language.namesakes import alike, bearers, fuller, mentions_of, partners, shared, who, with_genders
from narrator.language.paragraphs import Paragraph
from narrator.language.people import ARTICLES, Person, folded, gender_of, given_names, people, words
from narrator.language.salience import Count, Figure, count_of, figures, names_someone
from narrator.language.tellers import describe
from narrator.model.article import Span
from narrator.model.party import Mention, NarratorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGULAR = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
_PLURAL = frozenset(("they", "them", "their"))
_THING = frozenset(("it", "its"))
_FIRST = frozenset(("i", "we", "me", "us", "my", "our"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_BODIES = frozenset((NarratorKind.ORGANISATION, NarratorKind.OFFICIAL_BODY, NarratorKind.MEDIA))
_FULL_NAME = 3
"""Words of a name whose last is a surname."""
_JOINED = frozenset(("or", "and"))
_OF = frozenset(("of", "for", "at", "in", "from", "to", "on"))

_SHORT_NAME, _PART_OF_NAME, _ROLE, _BODY, _RELATIVE_CLAUSE, _OWN_WORDS = 0.95, 0.85, 0.8, 0.85, 0.95, 0.9
_LAST_SPEAKER, _SUBJECT, _GROUP, _NAMESAKE = 0.8, 0.7, 0.6, 0.7
_UNKNOWN_GENDER = 0.1
"""Confidences of the rules, and what an unknown gender takes from them."""

_RIVALS = {
    Count.ONE: {Count.ONE, Count.UNKNOWN},
    Count.MANY: {Count.MANY, Count.BODY, Count.UNKNOWN},
    Count.BODY: {Count.BODY, Count.THING, Count.UNKNOWN},
}
"""What a pronoun may mean, and what else a reader could take it for."""

NEAREST = 150
"""Figures and tellers back that a pronoun is held against: more than the paragraphs in reach hold, unless one never ends."""

REACH, SUBJECT_REACH = 2, 1
"""Paragraphs over which a pronoun reaches back to a teller, and to somebody who told nothing."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A source already described: as a figure of the text, and the noun that it is described by."""

    mention: Mention
    figure: Figure
    head: str


class Tellers:
    """The sources of one article, described and resolved in the order of the text; `quoted` are the words of others."""

    def __init__(self, paragraphs: Sequence[Paragraph], quoted: Sequence[Span] = ()) -> None:
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._people = with_genders(paragraphs, people(paragraphs))
        self._shared = shared(self._people)
        self._partners = partners(self._people, paragraphs)
        words_of_others = Cover(quoted)
        named = [replace(one, key=who(one.name, self._shared)) for one in self._people]
        self._figures = [one for one in figures(paragraphs, named) if one.start not in words_of_others]
        self._bodies = bodies(paragraphs, [one.name for one in self._people])
        self._told: list[_Told] = []

    def mention(self, source: Span, within: Mention | None = None, content: Sequence[Span] = ()) -> Mention:
        """The mention of a source; call in the order of the text.

        `within` is the speaker in whose words the source stands, `content` what the source says.
        """
        number = self._paragraph(source.start)
        paragraph = self._paragraphs[number]
        tokens = paragraph.doc.char_span(
            source.start - paragraph.start, source.end - paragraph.start, alignment_mode="expand"
        )
        if tokens is None:
            words = paragraph.text[source.start - paragraph.start : source.end - paragraph.start]
            return Mention(source, words, NarratorKind.UNNAMED, confidence=0.0)
        head = tokens.root
        found = self._resolve(describe(paragraph, tokens, self._people), head, number, within, content)
        self._told.append(_Told(found, self._figure(found, head, number), _head(found, head)))
        return found

    def _figure(self, found: Mention, head: "Token", number: int) -> Figure:
        start, end = found.span
        known = next((t for t in reversed(self._told) if t.mention.name == found.name), None)
        pronoun = _SINGULAR.get(head.lower_)
        if known is not None and found.antecedent is not None:
            same = known.figure
            return Figure(start, end, number, same.who, same.count, same.gender or pronoun, True)
        if found.kind is NarratorKind.PERSON:
            gender = pronoun or self._gender(found.name)
            return Figure(start, end, number, who(found.name, self._shared), Count.ONE, gender, True)
        if head.pos_ == "PRON":
            count = Count.ONE if pronoun else Count.MANY if head.lower_ in _PLURAL else Count.UNKNOWN
            return Figure(start, end, number, head.lower_, count, pronoun, True)
        return Figure(start, end, number, head.lemma_.lower(), count_of(head), gender_of(head.text), True)

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _resolve(
        self, plain: Mention, head: "Token", number: int, within: Mention | None, content: Sequence[Span]
    ) -> Mention:
        word = head.lower_
        if word in _FIRST:
            return _as(plain, within, _OWN_WORDS) if within is not None else _open(plain)
        if head.tag_ in ("WP", "WDT", "WP$") or (word in _RELATIVE and head.dep_ in ("nsubj", "nsubjpass")):
            return self._relative(plain, head, number)
        if head.pos_ == "PRON" and word in _SINGULAR:
            return self._pronoun(plain, Count.ONE, _SINGULAR[word], number, content)
        if head.pos_ == "PRON" and word in _PLURAL:
            return self._pronoun(plain, Count.MANY, None, number, content)
        if head.pos_ == "PRON" and word in _THING:
            return self._pronoun(plain, Count.BODY, None, number, content)
        if plain.kind is NarratorKind.PERSON:
            return self._short_name(plain)
        if head.pos_ == "PROPN" or (plain.name == head.text and head.text[0].isupper()):
            return self._name(plain)
        return self._definite(plain, head)

    def _relative(self, plain: Mention, head: "Token", number: int) -> Mention:
        """ "who", "which": what the relative clause stands at."""
        verb = head.head
        while verb.dep_ not in ("relcl", "ROOT") and verb.head != verb:
            verb = verb.head
        if verb.dep_ != "relcl" or verb.head.tag_ in ("WP", "WDT"):
            return _open(plain)
        noun = verb.head
        tokens = noun.doc[noun.left_edge.i : noun.i + 1]
        plainly = describe(self._paragraphs[number], tokens, self._people)
        return _as(plain, self._resolve(plainly, noun, number, None, ()), _RELATIVE_CLAUSE)

    def _pronoun(
        self, plain: Mention, count: Count, gender: str | None, number: int, content: Sequence[Span]
    ) -> Mention:
        """ "he", "they", "it": the last who told something or was the subject of a sentence, if nobody else can be meant."""
        told = {one.figure: one.mention for one in self._told[-NEAREST:]}
        reached = bisect_right(self._figures, plain.span.start, key=lambda one: one.end)
        named = self._figures[max(0, reached - NEAREST) : reached]
        near = [
            one
            for one in (*named, *told)
            if one.end <= plain.span.start
            and number - one.paragraph <= (REACH if one in told else SUBJECT_REACH)
            and one.count in _RIVALS[count]
            and (gender is None or self._known_gender(one) in (gender, None))
            and not any(span.start <= one.start < span.end for span in content)
            and (one in told or not any(_inside(one, teller) for teller in told))
        ]
        leading = [one for one in near if one.leads]
        last = max(leading, key=lambda one: (one.start, one in told), default=None)
        if last is None or last.count is not count:
            return _open(plain)
        rivals = near if last not in told else [one for one in near if one.start > last.start]
        unknown = gender is not None and self._known_gender(last) is None
        if unknown and last.paragraph != number:
            rivals = [*rivals, *(one for one in near if one in told and self._known_gender(one) == gender)]
        if gender and not unknown:
            rivals = [one for one in rivals if one.leads or self._known_gender(one) == gender]
            if last.paragraph == number:
                rivals = [one for one in rivals if one.paragraph == number]
        elsewhere = gender is not None and last.paragraph != number
        if any(one.who != last.who for one in rivals) or (
            elsewhere and names_someone(self._paragraphs[number], plain.span.start, content)
        ):
            return _open(plain)
        meant = told.get(last) or next(
            (told[one] for one in reversed(near) if one in told and one.who == last.who), None
        )
        if meant is None:
            meant = self._subject(last)
        sure = (_LAST_SPEAKER if last in told else _SUBJECT) if gender else _GROUP
        return _as(plain, meant, sure - (_UNKNOWN_GENDER if unknown else 0))

    def _known_gender(self, figure: Figure) -> str | None:
        """The gender of a figure, or the one that pronouns already told of the same person."""
        if figure.gender is not None or figure.count is not Count.ONE:
            return figure.gender
        return next((t.figure.gender for t in self._told if t.figure.who == figure.who and t.figure.gender), None)

    def _subject(self, figure: Figure) -> Mention | None:
        """The mention that somebody makes who told nothing so far; None for a name of nobody known."""
        person = next((one for one in self._people if one.start == figure.start), None)
        if person is not None:
            return self._fullest(person)
        paragraph = self._paragraphs[figure.paragraph]
        token = paragraph.doc.char_span(figure.start - paragraph.start, figure.end - paragraph.start)
        if token is None or figure.count in (Count.UNKNOWN, Count.THING):
            return None
        head = token.root
        whole = paragraph.doc[head.left_edge.i : head.right_edge.i + 1]
        plain = describe(paragraph, whole, self._people)
        return self._name(plain) if head.pos_ == "PROPN" else self._definite(plain, head)

    def _gender(self, name: str) -> str | None:
        same = [one for one in self._people if one.key == _key(name) and alike(one.name, name)]
        return next((one.gender for one in same if one.gender), None)

    def _name(self, plain: Mention) -> Mention:
        """A name of no known person: one taken for another sort of name, or the beginning of a longer one."""
        size = len(plain.name.split())
        known = next(
            (one for one in self._people if f" {plain.name}".endswith(f" {one.name}") and " " in one.name), None
        )
        if known is not None and plain.kind in _BODIES:
            return self._with_earlier(replace(plain, name=known.name, kind=NarratorKind.PERSON, affiliation=None))
        if size == 1 and any(
            one.start < plain.span.start
            and (one.key == _key(plain.name) or (plain.kind is NarratorKind.ORGANISATION and self._is_part(plain, one)))
            for one in self._people
        ):
            return self._short_name(replace(plain, kind=NarratorKind.PERSON, affiliation=None))
        surname = size <= _FULL_NAME and any(one.name.casefold() == _key(plain.name) for one in self._people)
        if surname and plain.kind is NarratorKind.ORGANISATION and plain.name.replace(" ", "").isalpha():
            return replace(plain, kind=NarratorKind.PERSON)
        longer = {
            one.mention.name: one.mention
            for one in self._told
            if one.mention.kind in _BODIES
            and one.mention.name.startswith(f"{plain.name} ")
            and one.mention.name.istitle()
        }
        if len(longer) == 1 and plain.kind in _BODIES:
            return _as(plain, next(iter(longer.values())), _SHORT_NAME)
        return plain

    def _short_name(self, plain: Mention) -> Mention:
        """ "Veale": the one fuller name before it that ends the same, or the one of its bearers who can be meant."""
        key, earlier = _key(plain.name), [one for one in self._people if one.start < plain.span.start]
        single = " " not in plain.name
        if not single:
            earlier = fuller(plain.name, earlier)
        known = bearers(key, earlier)
        last = any(one.key == key for one in known)
        if single and not last:
            known = list({one.name: one for one in earlier if self._is_part(plain, one)}.values())
        if not known:
            return self._with_earlier(plain)
        known += [self._partners[one.start] for one in earlier if one.key == key and one.start in self._partners]
        if len(known) > 1:
            meant = self._of_bearers(plain, known)
            given = single and not last and folded(plain.name) in given_names()
            return _as(plain, meant, _NAMESAKE) if meant or not given else plain
        return _as(plain, self._fullest(known[0]), _SHORT_NAME if last else _PART_OF_NAME)

    def _of_bearers(self, plain: Mention, known: Sequence[Person]) -> Mention | None:
        """Whom of several bearers a short name means: the only one of its gender, of its post, or who told something."""
        own = next((one for one in self._people if plain.span.start <= one.start < plain.span.end), None)
        gender = own.gender if own is not None else None
        fits = [one for one in known if gender is None or one.gender in (gender, None)]
        if len(fits) > 1 and plain.role:
            fits = [one for one in fits if _last(self._fullest(one).role) == _last(plain.role)] or fits
        if len(fits) > 1:
            told = {one.mention.name for one in self._told if one.mention.confidence}
            fits = [one for one in fits if any(_key(name) == one.key and alike(name, one.name) for name in told)]
        return self._fullest(fits[0]) if len(fits) == 1 else None

    def _is_part(self, plain: Mention, fuller: Person) -> bool:
        """Whether a single name is the given or a middle name of somebody named before, or a surname that stands first.

        "Mr. Song" is Song Jiandang, but "Mr. James" is not James Lee.
        """
        parts, name = fuller.name.casefold().split(), plain.name.casefold()
        if fuller.start >= plain.span.start or name not in parts[:-1]:
            return False
        if plain.kind is not NarratorKind.PERSON:
            return name in parts[1:-1]
        paragraph = self._paragraphs[self._paragraph(plain.span.start)]
        before = paragraph.text[plain.span.start - paragraph.start :].split(maxsplit=1)[0]
        formal = before.casefold().rstrip(".") in words("title") and folded(name) in given_names()
        return name in parts[formal:-1]

    def _with_earlier(self, plain: Mention) -> Mention:
        """A name given in full again keeps the role and affiliation that it was introduced with."""
        known = next(
            (one for one in self._people if one.name == plain.name and (one.role or one.affiliation)),
            None,
        )
        if known is None:
            return plain
        return replace(plain, role=plain.role or known.role, affiliation=plain.affiliation or known.affiliation)

    def _fullest(self, person: Person) -> Mention:
        same = mentions_of(person, self._people)
        best = max(same, key=lambda one: (len(one.name.split()), -one.start))
        role = next((one.role for one in same if one.role), None)
        affiliation = next((one.affiliation for one in same if one.affiliation), None)
        return Mention(Span(best.start, best.end), best.name, NarratorKind.PERSON, affiliation, role)

    def _definite(self, plain: Mention, head: "Token") -> Mention:
        """ "the spokesman", "the ministry": the one party before it that the same noun in the same number describes."""
        if not any(child.lower_ in ("the", "that", "this") for child in head.lefts) or len(plain.name.split()) > 1:
            return self._holder(plain, head)
        word, count = head.lemma_.lower(), count_of(head)
        if (body := meant(self._bodies, head.lower_, plain.span.start)) is not None:
            return _as(plain, self._body(body), _BODY)
        told = {
            one.mention.name: one.mention
            for one in self._told
            if one.mention.confidence > 0
            and one.head == word
            and one.figure.count is count
            and not _JOINED.intersection(one.mention.name.split())
        }
        if count is Count.ONE:
            bearers = [one for one in self._people if one.start < plain.span.start and _last(one.role) == word]
            told |= {one.name: one for one in map(self._fullest, bearers)}
        if len(told) != 1:
            unsure = bool(told) or (
                head.pos_ != "PROPN" and plain.kind in (NarratorKind.UNNAMED, NarratorKind.ORGANISATION)
            )
            return _open(plain) if unsure else plain
        (mention,) = told.values()
        return _as(plain, mention, _ROLE if mention.kind is NarratorKind.PERSON else _BODY)

    def _body(self, body: Body) -> Mention:
        """The mention that the name of a body makes."""
        paragraph = self._paragraphs[self._paragraph(body.start)]
        tokens = paragraph.doc.char_span(body.start - paragraph.start, body.end - paragraph.start)
        assert tokens is not None  # made of whole tokens
        return describe(paragraph, tokens, ())

    def _holder(self, plain: Mention, head: "Token") -> Mention:
        """ "the boy's uncle", "the director of the zoo": the one person before it introduced with this post."""
        word, definite = head.lemma_.lower(), any(child.lower_ == "the" or child.dep_ == "poss" for child in head.lefts)
        if not definite or not plain.affiliation or count_of(head) is not Count.ONE:
            return plain
        bearers = [one for one in self._people if one.start < plain.span.start and _last(one.role) == word]
        holders = {one.name: one for one in map(self._fullest, bearers)}
        if len(holders) != 1:
            return plain
        (holder,) = holders.values()
        known = _terms(f"{holder.role} {holder.affiliation or ''}")
        other = _terms(plain.name) - known
        sure = not other or (holder.affiliation is None and other <= _terms(plain.affiliation))
        return _as(plain, holder, _ROLE) if sure else plain


def _inside(figure: Figure, told: Figure) -> bool:
    return told.start <= figure.start < told.end


def _head(mention: Mention, head: "Token") -> str:
    """The noun that a mention is described by: of a person the post, else the head of the name."""
    if mention.kind is NarratorKind.PERSON:
        return _last(mention.role)
    if mention.antecedent is not None:
        before = next((n for n, word in enumerate(mention.name.split()) if word in _OF and n), None)
        return mention.name.split()[:before][-1].casefold()
    return head.lemma_.lower()


def _terms(phrase: str) -> set[str]:
    """The words of a post, without articles, possessives and prepositions."""
    return set(re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", phrase.casefold()))) - _OF - ARTICLES


def _last(role: str | None) -> str:
    return role.split()[-1].casefold().rstrip(".") if role else ""


def _key(name: str) -> str:
    return name.split()[-1].casefold() if name else ""


def _as(plain: Mention, meant: Mention | None, confidence: float) -> Mention:
    """A mention that stands for another; as unsure as the less sure of the two."""
    if meant is None or meant.confidence == 0:
        return _open(plain)
    return Mention(
        plain.span,
        meant.name,
        meant.kind,
        meant.affiliation or plain.affiliation,
        meant.role or plain.role,
        meant.antecedent or meant.span,
        round(min(confidence, meant.confidence), 2),
    )


def _open(plain: Mention) -> Mention:
    """A mention that could not be resolved."""
    return replace(plain, confidence=0.0)
