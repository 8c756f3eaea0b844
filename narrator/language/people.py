"""Who is named in an article: names of persons, with the roles, affiliations and genders that stand beside them.

Entity recognisers take surnames for firms and towns for persons. What stands around a name decides first (a title, a post,
"who"), then how the name is labelled in the whole article.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from narrator.language.lexicon import lines
from narrator.language.paragraphs import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_NAMED_BODY = frozenset(("ORG", "GPE", "NORP", "FAC", "LOC"))
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "mx"))
ARTICLES = frozenset(("the", "a", "an"))
_ROLE_END = frozenset(("of", "at", "for", "with", "in", "from", "to", "on"))
_WITHIN = frozenset(("in", "near", "outside", "inside", "across"))
"""Prepositions before a place, hardly ever before a person."""
_HE = frozenset(("he", "his", "him", "himself"))
_SHE = frozenset(("she", "her", "herself"))
_IT = frozenset(("it", "its", "which"))
_LONGEST_NAME = 4
_THINGS = frozenset(
    ("list", "blacklist", "checklist", "shortlist", "wrist", "waist", "twist", "gist", "mist", "fist", "heist")
)
"""Nouns that end like those of persons."""
_DESCRIBED = 5
"""Labels that one "the daily Le Monde", "the law firm Mossack Fonseca" outweighs."""


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


@cache
def humans() -> frozenset[str]:
    """Nouns that name human beings one by one."""
    found = set(words("role") | words("witness"))
    for line in lines("people.txt"):
        name, _, lemmas = line.partition(":")
        if name in ("person", "people"):
            found.update(lemmas.split())
    return frozenset(found)


def human(noun: "Token") -> bool:
    """Whether a noun names a human being: one of the list, or by its ending (cellist, physician)."""
    word = noun.lower_
    return word in humans() or (word.endswith(("ist", "ician")) and word not in _THINGS)


def folded(name: str) -> str:
    """A name in lower case without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))


@cache
def given_names() -> dict[str, str]:
    """Given names to the gender that they tell."""
    found: dict[str, str] = {}
    for line in lines("given_names.txt"):
        gender, _, names = line.partition(": ")
        found.update(dict.fromkeys(names.split(), gender))
    return found


def gender_of(text: str) -> str | None:
    """ "male" or "female" where a word of the text tells it."""
    said = {word.casefold().rstrip(".,") for word in text.split()}
    male, female = bool(said & words("male")), bool(said & words("female"))
    return None if male == female else "male" if male else "female"


def people(paragraphs: Sequence[Paragraph]) -> list[Person]:
    """Every person named in the article, in order, with the gender that a title or post tells."""
    places = _other_names(paragraphs)
    for key in _with_its(paragraphs):
        places[key] = 1
    return [
        _person(paragraph, name)
        for paragraph in paragraphs
        for name, sure in _names(paragraph.doc)
        if sure or not _is_other(name, places)
    ]


def _other_names(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """Names to how much more often they are labelled as something else than as a person."""
    found: Counter[str] = Counter()
    for paragraph in paragraphs:
        for entity in paragraph.doc.ents:
            name = entity.text.removesuffix("'s").removesuffix("’s").casefold()
            before = paragraph.doc[entity.start - 1].lower_ if entity.start else ""
            if entity.label_ == "PERSON" and before in words("media") | words("organisation"):
                found[name] += _DESCRIBED
            elif entity.label_ in _NAMED_BODY or (entity.label_ == "PERSON" and before in _WITHIN):
                found[name] += 1
            elif entity.label_ == "PERSON":
                found[name] -= 1
    return dict(found)


def _with_its(paragraphs: Sequence[Paragraph]) -> set[str]:
    """Names of one word that are companies whatever their label: subjects of sentences that go on with "it", or CamelCase."""
    others: set[str] = set()
    persons: set[str] = set()
    for paragraph in paragraphs:
        for sentence in paragraph.doc.sents:
            names = [one for one in sentence.ents if one.label_ == "PERSON"]
            if len(names) != 1 or len(names[0]) != 1 or names[0].root.dep_ != "nsubj":
                continue
            said = {token.lower_ for token in paragraph.doc[names[0].end : sentence.end]}
            camel = any(one.islower() and other.isupper() for one, other in pairwise(names[0].text[2:]))
            name = names[0].text.casefold()
            if said & (_HE | _SHE):
                persons.add(name)
            elif camel or said & _IT:
                others.add(name)
    return others - persons


def _is_other(name: "Tokens", places: dict[str, int]) -> bool:
    said = {form for token in name for form in (token.lower_, token.lower_.removesuffix("s"))}
    if said & (words("body") | words("media") | words("document")):
        return True
    once = {token.text.casefold() for token in name}
    return places.get(name.text.casefold() if len(once) > 1 else once.pop(), 0) > 0


def _names(doc: "Doc") -> Iterator[tuple["Tokens", bool]]:
    """Names of persons, in order, and whether the words around leave no doubt."""
    runs = {entity.start: (entity.start, entity.end) for entity in doc.ents if entity.label_ == "PERSON"}
    labelled = {number for start, end in runs.values() for number in range(start, end)}
    number = 0
    while number < len(doc):
        if number in runs:
            start, end = _bare(doc, *runs[number])
            if doc[start].text[:1].isalpha():
                yield doc[start:end], start > number or _introduced(doc[start:end])
            number = max(end, runs[number][1])
        elif doc[number].pos_ == "PROPN" and number not in labelled:
            end = number + 1
            while end < len(doc) and end not in labelled and (doc[end].pos_ == "PROPN" or _joins(doc, end)):
                end += 1
            if end not in labelled:
                yield from _unlabelled(doc, number, end)
            number = end
        else:
            number += 1


def _joins(doc: "Doc", number: int) -> bool:
    """Whether a token is the hyphen of a double name."""
    return doc[number].text == "-" and doc[number].tag_ == "HYPH" and doc[number + 1 : number + 2].text.istitle()


def _bare(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    """A labelled name without titles and possessive, and with a given name that the label missed."""
    first = start
    while first < end - 1 and (
        is_title(doc[first]) or _is_post(doc, first, end) or (doc[first].text == "." and first > start)
    ):
        first += 1
    while end > first + 1 and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
        end -= 1
    if first == start and end == first + 1 and first and _is_given_name(doc[first - 1]):
        first -= 1
    return first, end


def _is_post(doc: "Doc", number: int, end: int) -> bool:
    """Whether a capital noun opens a label before given name and surname: "Comedian Ann Lee", but not "Hunter Lee"."""
    word = doc[number].lower_
    return word in humans() and end - number > 2 and word not in given_names()


def _is_given_name(token: "Token") -> bool:
    other = token.ent_type_ or token.lower_ in words("role") | words("body") | words("media")
    return (
        token.tag_ == "NNP" and token.text.istitle() and token.dep_ == "compound" and not other and not is_title(token)
    )


def _unlabelled(doc: "Doc", start: int, end: int) -> Iterator[tuple["Tokens", bool]]:
    """A run of proper nouns that is a person's name by what stands around it."""
    first = start
    for number in range(start, end - 1):
        if is_title(doc[number]):
            first = number + 1
    name = doc[first:end]
    said = {token.lower_ for token in name}
    alien = any(token.ent_type_ in ("GPE", "NORP", "LOC", "FAC", "DATE", "EVENT") for token in name)
    other = said & (words("body") | words("media") | words("document") | words("title"))
    fits = (
        len(name) <= _LONGEST_NAME
        and not alien
        and not other
        and all(t.text[:1].isupper() or t.text == "-" for t in name)
    )
    given = len(name) > 1 and folded(name[0].text) in given_names() and not any(t.ent_type_ for t in name)
    if fits and (given or _introduced(name)):
        yield name, True


def _introduced(name: "Tokens") -> bool:
    """Whether a title, a post or a clause with "who" says that a name is a person's."""
    doc, root = name.doc, name.root
    before = doc[name.start - 1] if name.start else None
    if root.tag_ != "NNP":
        return False
    if before is not None and is_title(before) and before.lower_.rstrip(".") not in words("doubtful"):
        return True
    if before is not None and before.tag_ == "NN" and human(before):
        return True
    if root.dep_ == "appos" and root.head.tag_ == "NN" and human(root.head):
        return True
    return any(
        (_stands_beside(child) and child.tag_ == "NN" and human(child) and root.ent_type_ != "ORG")
        or (child.dep_ == "relcl" and any(one.lower_ == "who" for one in child.lefts))
        for child in root.rights
    )


def _stands_beside(child: "Token") -> bool:
    """Whether an apposition follows its name at once, or after an age: not "Harwick and Ann Lee, a teacher" of Harwick."""
    between = child.doc[child.head.i + 1 : child.left_edge.i]
    return child.dep_ == "appos" and all(token.is_punct or token.like_num for token in between)


def _person(paragraph: Paragraph, name: "Tokens") -> Person:
    doc, first = name.doc, name.start
    start = first
    while start > 0 and (doc[start - 1].dep_ == "compound" or is_title(doc[start - 1])) and not doc[start - 1].is_punct:
        start -= 1
    span = paragraph.span(name)
    root = name.root
    appositive = next((child for child in root.rights if child.pos_ == "NOUN" and _stands_beside(child)), None)
    if appositive is not None:
        affiliation, role = post(appositive)
    elif root.dep_ == "appos" and human(root.head):
        affiliation, role = post(root.head)
    else:
        affiliation, role = prefix(doc[start:first])
    gender = gender_of(f"{doc[start:first].text} {role or ''}")
    return Person(span.start, span.end, name.text, name.text.split()[-1].casefold(), gender, role, affiliation)


def is_title(token: "Token") -> bool:
    """Whether a token is a title as it stands before a name."""
    return token.lower_.rstrip(".") in words("title") and token.text[:1].isupper()


def _role(text: str | None) -> str | None:
    """A title or post; "Mr." and its kin are none."""
    return text if text and text.casefold().rstrip(".") not in _COURTESY else None


def prefix(tokens: "Tokens") -> tuple[str | None, str | None]:
    """ "Labour's Shadow Home Secretary", "US President", "Army Col.": affiliation and role before a name."""
    rest = [token for token in tokens if not (token.lower_ in ARTICLES or (token.is_punct and token.text != "."))]
    for place, token in enumerate(rest):
        if token.tag_ == "POS":
            return text_of(rest[:place]), text_of(rest[place + 1 :])
    bodies = [token for token in rest if token.ent_type_ in _NAMED_BODY and not is_title(token)]
    if bodies and len(bodies) < len(rest):
        return text_of(bodies), text_of([token for token in rest if token not in bodies])
    return None, _role(text_of(rest))


def text_of(tokens: Sequence["Token"]) -> str | None:
    """The words of some tokens; None for none, and for a pronoun or figure, which name nobody."""
    if all(token.pos_ in ("PRON", "NUM", "PUNCT") for token in tokens):
        return None
    return "".join(token.text_with_ws for token in tokens).strip() or None


def post(noun: "Token") -> tuple[str | None, str | None]:
    """ "a senior fellow at the Tahrir Institute": affiliation and role of an apposition or role noun."""
    doc = noun.doc
    start = noun.left_edge.i
    own = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    affiliation = None
    if own is not None:
        affiliation = text_of([t for t in own.subtree if t.tag_ != "POS" and t.lower_ not in ARTICLES])
        start = own.right_edge.i + 1
        start += doc[start].tag_ == "POS"
    while start < noun.i and doc[start].lower_ in ARTICLES:
        start += 1
    role = doc[start : noun.i + 1].text
    preposition = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in _ROLE_END), None)
    if preposition is not None and own is None:
        thing = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        if thing is not None and thing.pos_ not in ("PRON", "NUM"):
            affiliation = bare_name(core(doc[thing.left_edge.i : thing.right_edge.i + 1]))
    return affiliation, role or None


def core(tokens: "Tokens") -> "Tokens":
    """The phrase up to its first apposition, relative clause or aside."""
    root, doc, end = tokens.root, tokens.doc, tokens.end
    for child in root.rights:
        if child.dep_ in ("appos", "relcl", "acl", "advcl") and child.left_edge.i > root.i:
            end = min(end, child.left_edge.i)
    clause = next((token for token in doc[root.i + 1 : end] if token.dep_ == "relcl"), None)
    if clause is not None and clause.left_edge.i > root.i:  # "organisers of the march that drew thousands"
        end = clause.left_edge.i
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


def bare_name(tokens: "Tokens") -> str:
    """The words to show: without leading article, possessive and trailing marks."""
    start, end = tokens.start, tokens.end
    doc = tokens.doc
    while end > start + 1 and (
        doc[end - 1].tag_ == "POS" or (doc[end - 1].is_punct and doc[end - 1].text not in ')"”')
    ):
        end -= 1
    while start < end - 1 and doc[start].lower_ in ARTICLES:
        start += 1
    return doc[start:end].text
