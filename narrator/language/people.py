"""Names and roles inside noun phrases: who is named in an article, and what a source phrase says of its teller."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from narrator.language.lexicon import lines
from narrator.language.paragraphs import Paragraph
from narrator.model.article import Span
from narrator.model.party import Mention, NarratorKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_NAMED_BODY = frozenset(("ORG", "GPE", "NORP", "FAC", "LOC"))
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "mx"))
_ARTICLES = frozenset(("the", "a", "an"))
_ROLE_END = frozenset(("of", "at", "for", "with", "in", "from", "to", "on"))


@dataclass(frozen=True, slots=True)
class Person:
    """A name of a person somewhere in the article, and what stands beside it; `key` is the surname, folded."""

    start: int
    end: int
    name: str
    key: str
    gender: str | None
    role: str | None
    affiliation: str | None


@cache
def words(label: str) -> frozenset[str]:
    """A class of the lexicon of tellers."""
    found: set[str] = set()
    for line in lines("tellers.txt"):
        name, _, lemmas = line.partition(":")
        if name == label:
            found.update(lemmas.split())
    return frozenset(found)


def gender_of(text: str) -> str | None:
    """ "male" or "female" where a word of the text tells it."""
    said = {word.casefold().rstrip(".,") for word in text.split()}
    male, female = bool(said & words("male")), bool(said & words("female"))
    return None if male == female else "male" if male else "female"


def people(paragraphs: Sequence[Paragraph]) -> list[Person]:
    """Every person named in the article, in order; a gender known of one mention holds for all with the same full name."""
    found = [
        _person(paragraph, entity)
        for paragraph in paragraphs
        for entity in paragraph.doc.ents
        if entity.label_ == "PERSON"
    ]
    genders: dict[str, str | None] = {}
    for one in found:
        known = genders.setdefault(one.key, one.gender)
        if one.gender and known and known != one.gender:
            genders[one.key] = None
        elif one.gender and known is None:
            genders[one.key] = one.gender
    return [
        Person(one.start, one.end, one.name, one.key, genders[one.key], one.role, one.affiliation)
        for one in found
        if one.name
    ]


def _person(paragraph: Paragraph, entity: "Tokens") -> Person:
    doc = entity.doc
    first = entity.start
    while first < entity.end - 1 and (_is_title(doc[first]) or (doc[first].text == "." and first > entity.start)):
        first += 1
    last = entity.end
    while last > first + 1 and (doc[last - 1].tag_ == "POS" or doc[last - 1].is_punct):
        last -= 1
    name = doc[first:last]
    before, start = [], first
    while (
        start > 0 and (doc[start - 1].dep_ == "compound" or _is_title(doc[start - 1])) and not doc[start - 1].is_punct
    ):
        start -= 1
        before.append(doc[start].text)
    prefix = doc[start:first].text
    span = paragraph.span(name)
    appositive = next((child for child in name.root.children if child.dep_ == "appos" and child.pos_ == "NOUN"), None)
    affiliation, role = _post(appositive) if appositive is not None else _prefix(doc[start:first])
    return Person(
        span.start,
        span.end,
        name.text,
        name[-1].text.casefold(),
        gender_of(f"{prefix} {role or ''}"),
        role,
        affiliation,
    )


def _is_title(token: "Token") -> bool:
    return token.lower_.rstrip(".") in words("title") and (token.text[:1].isupper())


def describe(paragraph: Paragraph, tokens: "Tokens") -> Mention:
    """What a source phrase alone says of its teller: name, kind, role, affiliation; nothing resolved."""
    span = paragraph.span(tokens)
    named = _named_person(tokens)
    if named is not None:
        return _of_person(paragraph, tokens, named, span)
    core = _core(tokens)
    kind = _kind(core)
    affiliation = _affiliation(core) if kind in (NarratorKind.UNNAMED, NarratorKind.WITNESS) else None
    return Mention(
        span,
        _name(core),
        kind,
        affiliation,
        core.root.lemma_.lower() if core.root.lemma_.lower() in words("role") else None,
    )


def _named_person(tokens: "Tokens") -> "Tokens | None":
    """The name in "Col. Pat Lee", "the mayor, Pat Lee": the person that the head of the phrase is, or stands beside."""
    root = tokens.root
    for entity in tokens.ents:
        if entity.label_ == "PERSON" and (
            entity.start <= root.i < entity.end or (entity.root.dep_ in ("appos", "flat") and entity.root.head == root)
        ):
            return entity
    return None


def _of_person(paragraph: Paragraph, tokens: "Tokens", entity: "Tokens", span: Span) -> Mention:
    person = _person(paragraph, entity)
    role, affiliation = person.role, person.affiliation
    root = tokens.root
    if not entity.start <= root.i < entity.end:
        affiliation, role = _post(root)
    elif entity.start > tokens.start:
        before_affiliation, before_role = _prefix(tokens.doc[tokens.start : entity.start])
        role, affiliation = role or before_role, affiliation or before_affiliation
    role = role or _titles(entity)
    return Mention(span, person.name, NarratorKind.PERSON, affiliation, role)


def _titles(entity: "Tokens") -> str | None:
    """The titles that a name begins with, with their full stops: "Lt. Col."."""
    end = entity.start
    while end < entity.end - 1 and (_is_title(entity.doc[end]) or (entity.doc[end].text == "." and end > entity.start)):
        end += 1
    return _role(entity.doc[entity.start : end].text)


def _role(text: str | None) -> str | None:
    """A title or post; "Mr." and its kin are none."""
    return text if text and text.casefold().rstrip(".") not in _COURTESY else None


def _prefix(tokens: "Tokens") -> tuple[str | None, str | None]:
    """ "Labour's Shadow Home Secretary", "US President", "Army Col.": affiliation and role before a name."""
    rest = [token for token in tokens if not (token.lower_ in _ARTICLES or (token.is_punct and token.text != "."))]
    for place, token in enumerate(rest):
        if token.tag_ == "POS":
            return _text(rest[:place]), _text(rest[place + 1 :])
    bodies = [token for token in rest if token.ent_type_ in _NAMED_BODY and not _is_title(token)]
    if bodies and len(bodies) < len(rest):
        return _text(bodies), _text([token for token in rest if token not in bodies])
    return None, _role(_text(rest))


def _text(tokens: "Sequence[Token]") -> str | None:
    return "".join(token.text_with_ws for token in tokens).strip() or None


def _post(noun: "Token") -> tuple[str | None, str | None]:
    """ "a senior fellow at the Tahrir Institute": affiliation and role of an apposition or role noun."""
    doc = noun.doc
    start = noun.left_edge.i
    own = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    affiliation = None
    if own is not None:
        affiliation = _text([t for t in own.subtree if t.tag_ != "POS" and t.lower_ not in _ARTICLES])
        start = own.right_edge.i + 1
    while start < noun.i and doc[start].lower_ in _ARTICLES:
        start += 1
    role = doc[start : noun.i + 1].text
    preposition = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in _ROLE_END), None)
    if preposition is not None and affiliation is None:
        thing = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        if thing is not None:
            affiliation = _strip(_core(doc[thing.left_edge.i : thing.right_edge.i + 1]))
    return affiliation, role or None


def _core(tokens: "Tokens") -> "Tokens":
    """The phrase up to its first apposition, relative clause or aside."""
    root, doc, end = tokens.root, tokens.doc, tokens.end
    for child in root.rights:
        if child.dep_ in ("appos", "relcl", "acl", "advcl") and child.left_edge.i > root.i:
            end = min(end, child.left_edge.i)
    for number in range(root.i + 1, end):
        if (
            doc[number].text in ("(", ",", "-", "–", "—")
            and doc[number].dep_ == "punct"
            and not _in_list(doc[number], root)
        ):
            end = number
            break
    return doc[tokens.start : max(end, root.i + 1)]


def _in_list(comma: "Token", root: "Token") -> bool:
    return comma.text == "," and any(child.dep_ == "conj" for child in root.rights)


def _name(tokens: "Tokens") -> str:
    """The words to show: without leading article, possessive and trailing marks."""
    start, end = tokens.start, tokens.end
    doc = tokens.doc
    while end > start + 1 and (
        doc[end - 1].tag_ == "POS" or (doc[end - 1].is_punct and doc[end - 1].text not in ')"”')
    ):
        end -= 1
    while start < end - 1 and doc[start].lower_ in _ARTICLES:
        start += 1
    return doc[start:end].text


def _strip(tokens: "Tokens") -> str:
    return _name(tokens)


def _affiliation(core: "Tokens") -> str | None:
    """ "a U.S. official", "a spokesman for the ministry", "the coalition's spokesman": the body behind an unnamed teller."""
    affiliation, _ = _post(core.root)
    if affiliation is not None:
        return affiliation
    bodies = [token for token in core if token.ent_type_ in _NAMED_BODY and token.i < core.root.i]
    return _text(bodies)


def _kind(core: "Tokens") -> NarratorKind:
    root = core.root
    lemma = root.lemma_.lower()
    if root.pos_ == "PRON":
        return NarratorKind.UNNAMED
    for label, kind in (
        ("witness", NarratorKind.WITNESS),
        ("role", NarratorKind.UNNAMED),
        ("document", NarratorKind.DOCUMENT),
    ):
        if lemma in words(label) and root.pos_ != "PROPN":
            return kind
    said = {token.lower_.strip(".") for token in core} | {lemma}
    if lemma in words("media") or root.lower_ in words("media") or "media" in said:
        return NarratorKind.MEDIA
    if lemma in words("body") or said & words("body") & {lemma, root.lower_} or root.ent_type_ == "GPE":
        return NarratorKind.OFFICIAL_BODY
    if root.ent_type_ == "ORG" and said & words("body"):
        return NarratorKind.OFFICIAL_BODY
    if root.pos_ == "PROPN" or root.ent_type_ in ("ORG", "NORP"):
        return NarratorKind.ORGANISATION
    return NarratorKind.UNNAMED
