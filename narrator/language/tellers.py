"""What a source phrase alone says of its teller: name, kind, role and affiliation."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from narrator.language.paragraphs import Paragraph
from narrator.language.people import ARTICLES, Person, bare_name, core, human, humans, post, prefix, text_of, words
from narrator.model.party import Mention, NarratorKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_NAMED_BODY = frozenset(("ORG", "GPE", "NORP", "FAC", "LOC"))
_NOUNS = frozenset(("NOUN", "ADJ"))
"""Parts of speech that "daily" is given before a name."""
_FIRM = frozenset(("company", "firm"))
_SITE = re.compile(r"(?:\w+\.)+(?:com|org|net|gov|edu|info|tv|co\.\w\w|com\.\w\w|\w\w)", re.IGNORECASE)


def describe(paragraph: Paragraph, tokens: "Tokens", people: Sequence[Person]) -> Mention:
    """The mention that these tokens make by themselves, nothing resolved; `people` are the persons of the article."""
    joint = any(child.dep_ == "conj" and child.i < tokens.end for child in tokens.root.rights)
    named = _named(paragraph, tokens, people)
    if named is not None and joint and not _two_posts(tokens.root, named[1]):
        named = None
    if named is not None:
        return _of_person(paragraph, tokens, *named)
    phrase = core(tokens)
    name = None if joint else _proper(tokens, phrase)
    if name is not None:
        return Mention(paragraph.span(tokens), bare_name(name), _kind_of_name(name, tokens.root))
    kind = NarratorKind.UNNAMED if joint and _named(paragraph, tokens, people) else _kind(phrase)
    affiliation = _affiliation(phrase) if kind in (NarratorKind.UNNAMED, NarratorKind.WITNESS) and not joint else None
    role = phrase.root.lemma_.lower() if phrase.root.lemma_.lower() in words("role") else None
    return Mention(paragraph.span(tokens), _common(phrase), kind, affiliation, role)


def _common(phrase: "Tokens") -> str:
    """The words to show for a phrase; a common noun is not capital because it opens a sentence."""
    name, first = bare_name(phrase), next((t for t in phrase if t.lower_ not in ARTICLES), phrase[0])
    noun = first.tag_ in ("NNS", "JJ", "PRP$", "DT") or first.lemma_.lower() in humans() | words("body") | words(
        "media"
    )
    plain = noun and not first.ent_type_ and first.is_sent_start and first.text.istitle() and first.pos_ != "PROPN"
    return name[0].lower() + name[1:] if plain else name


def _proper(tokens: "Tokens", phrase: "Tokens") -> "Tokens | None":
    """The name in "tech giant Acme", "the daily Le Monde", "Le Monde newspaper": what stands beside its noun."""
    root, doc = phrase.root, phrase.doc
    if root.pos_ == "PROPN" and phrase.start < root.i:
        beside = [t.i for t in doc[phrase.start : root.i] if t.pos_ in _NOUNS and t.lower_ in _describing()]
        start = beside[-1] + 1 if beside else root.i + 1
        start += start < root.i and doc[start].lower_ in ARTICLES
        return doc[start : phrase.end] if start <= root.i and doc[start].text[:1].isupper() else None
    if root.tag_ != "NN" or root.lower_ not in _describing():
        return None
    after, before = root.i + 1, root.i - 1
    if after < tokens.end and (doc[after].pos_ == "PROPN" or doc[after].ent_type_ == "ORG"):
        return _run(doc[after], tokens.end)
    if before >= phrase.start and doc[before].ent_type_ == "ORG" and root.lower_ in words("media") | _FIRM:
        start = before
        while start > phrase.start and doc[start].ent_iob_ != "B":
            start -= 1
        return doc[start : root.i]
    return None


def _run(first: "Token", limit: int) -> "Tokens":
    """The entity, or the run of proper nouns, that begins at a token."""
    doc, end = first.doc, first.i + 1
    while end < limit and (doc[end].ent_iob_ == "I" or (not first.ent_type_ and doc[end].pos_ == "PROPN")):
        end += 1
    return doc[first.i : end]


def _describing() -> frozenset[str]:
    return words("organisation") | words("media")


def _kind_of_name(name: "Tokens", noun: "Token") -> NarratorKind:
    """The kind that a name tells, or the noun that describes it."""
    kind = _kind(name)
    before = {token.lower_ for token in name.doc[noun.left_edge.i : name.start]} | {noun.lower_}
    publishes = before & (words("media") - {"agency"}) or {"news", "agency"} <= before
    if kind in (NarratorKind.ORGANISATION, NarratorKind.UNNAMED):
        return NarratorKind.MEDIA if publishes else NarratorKind.ORGANISATION
    return kind


def _named(paragraph: Paragraph, tokens: "Tokens", people: Sequence[Person]) -> "tuple[Person, Tokens] | None":
    """The name in "Col. Pat Lee", "the mayor, Pat Lee": the person that the head of the phrase is, or stands beside."""
    span = paragraph.span(tokens)
    root = tokens.root
    for person in people:
        if not span.start <= person.start < person.end <= span.end:
            continue
        name = tokens.doc.char_span(person.start - paragraph.start, person.end - paragraph.start)
        if name is not None and (
            name.start <= root.i < name.end
            or _two_posts(root, name)
            or (name.root.dep_ in ("appos", "flat") and name.root.head == root and human(root))
        ):
            return person, name
    return None


def _two_posts(root: "Token", name: "Tokens") -> bool:
    """Whether a name ends "chairman and chief executive Pat Lee": one person with two posts."""
    before = name.doc[name.start - 1] if name.start else None
    return (
        name.root.dep_ == "conj"
        and name.root.head == root
        and root.tag_ == "NN"
        and before is not None
        and before.head == name.root
        and before.lower_ in humans()
    )


def _of_person(paragraph: Paragraph, tokens: "Tokens", person: Person, name: "Tokens") -> Mention:
    role, affiliation = person.role, person.affiliation
    if tokens.root.i < name.start:
        affiliation, role = post(tokens.root)
    elif name.start > tokens.start:
        before_affiliation, before_role = prefix(tokens.doc[tokens.start : name.start])
        role, affiliation = role or before_role, affiliation or before_affiliation
    return Mention(paragraph.span(tokens), person.name, NarratorKind.PERSON, affiliation, role)


def _affiliation(phrase: "Tokens") -> str | None:
    """ "a U.S. official", "a spokesman for the ministry", "the coalition's spokesman": the body behind an unnamed teller."""
    affiliation, _ = post(phrase.root)
    if affiliation is not None:
        return affiliation
    return text_of([token for token in phrase if token.ent_type_ in _NAMED_BODY and token.i < phrase.root.i])


def _kind(phrase: "Tokens") -> NarratorKind:
    root = phrase.root
    lemma = root.lemma_.lower()
    if root.pos_ == "PRON":
        return NarratorKind.UNNAMED
    for label, kind in (
        ("witness", NarratorKind.WITNESS),
        ("role", NarratorKind.UNNAMED),
        ("document", NarratorKind.DOCUMENT),
    ):
        if root.pos_ != "PROPN" and (lemma in words(label) or root.lower_ in words(label)):
            return kind
    if root.ent_type_ == "LAW" or (root.ent_type_ not in _NAMED_BODY and lemma.removesuffix("s") in words("document")):
        return NarratorKind.DOCUMENT
    said = {token.lower_.strip(".") for token in phrase} | {lemma}
    if lemma in words("media") or root.lower_ in words("media") or "media" in said or _SITE.fullmatch(root.text):
        return NarratorKind.MEDIA
    if lemma in words("body") or said & words("body") & {lemma, root.lower_} or root.ent_type_ == "GPE":
        return NarratorKind.OFFICIAL_BODY
    if root.ent_type_ == "ORG" and said & words("body"):
        return NarratorKind.OFFICIAL_BODY
    if lemma in words("organisation") and root.tag_ == "NN":
        return NarratorKind.ORGANISATION
    return _by_name(root)


def _by_name(root: "Token") -> NarratorKind:
    """A name of nothing known is a body's; "an Afghan" is a person without a name."""
    if root.ent_type_ == "NORP" and root.tag_ in ("NN", "NNP", "JJ") and any(c.dep_ == "det" for c in root.lefts):
        return NarratorKind.UNNAMED
    spelled = any(letter.isupper() for letter in root.text[1:])
    if root.pos_ == "PROPN" or root.ent_type_ in ("ORG", "NORP") or spelled:
        return NarratorKind.ORGANISATION
    return NarratorKind.UNNAMED
