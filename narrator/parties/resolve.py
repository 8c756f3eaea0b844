"""Mentions of all articles to narrators: one per party, with the names it goes by."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from narrator.model.article import Article, digest
from narrator.model.party import Mention, Narrator, NarratorKind
from narrator.model.statement import Analysis, Statement
from narrator.parties.lexicon import titles
from narrator.parties.names import (
    begins_body,
    begins_person,
    definitions,
    generic,
    generic_of,
    key,
    person,
    same_organisation,
    same_person,
)
from narrator.parties.sides import suggest

_BODIES = frozenset(
    {
        NarratorKind.ORGANISATION,
        NarratorKind.OFFICIAL_BODY,
        NarratorKind.MEDIA,
        NarratorKind.OUTLET,
        NarratorKind.DOCUMENT,
    }
)
_SILENT = frozenset({NarratorKind.OUTLET, NarratorKind.DOCUMENT})
"""Bodies whose people are on no side of theirs."""
_NAMED = frozenset({NarratorKind.PERSON, NarratorKind.ORGANISATION, NarratorKind.MEDIA})
"""Kinds that are told apart by labels, which may be wrong."""
_SURE = 20
"""Labels that one role outweighs."""
_LOCAL = frozenset({NarratorKind.UNNAMED, NarratorKind.WITNESS})
"""Parties without a name: "officials" of one article need not be those of another, so they are one within an article only."""

FIRST_WORDS = 6
"""Words of the text that stand for an article that has neither outlet nor title."""


@dataclass(slots=True)
class _Party:
    """A narrator in the making; one that could not be resolved is not `sure`, and nobody else's name."""

    kind: NarratorKind
    names: Counter[str] = field(default_factory=Counter)
    article: str = ""
    sure: bool = True
    hints: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest name, the commonest of equals, then by the alphabet."""
        return min(self.names, key=lambda name: (-len(name.split()), -self.names[name], name))


@dataclass(frozen=True, slots=True)
class Parties:
    """All narrators, and who stands behind an outlet and a mention."""

    narrators: tuple[Narrator, ...]
    outlets: dict[str, str]
    mentions: dict[tuple[str, Mention], str]

    def chain(self, article: Article, statement: Statement) -> tuple[str, ...]:
        """Narrator ids, the outlet first; a party that follows itself is named once."""
        chain = [self.outlets[article.id]]
        for mention in statement.chain:
            teller = self.mentions[article.id, mention]
            if teller != chain[-1]:
                chain.append(teller)
        return tuple(chain)


def resolve(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Parties:
    """The narrators of these articles. The result does not depend on the order of the articles."""
    full = definitions(article.text for article in sorted(articles, key=lambda one: one.id))
    parties: dict[str, _Party] = {}
    outlets = {article.id: _outlet(article) for article in articles}
    for article in articles:
        name = outlets[article.id]
        party = parties.setdefault(outlet_id(article), _Party(NarratorKind.OUTLET))
        party.names[name] += 1
    spoken = sorted(
        _mentions(articles, analyses), key=lambda one: (-len(one[1].name.split()), one[1].name, one[0].id, one[1].span)
    )
    homes: dict[tuple[str, Mention], str] = {}
    kinds = _kinds(mention for _, mention in spoken)
    full |= _cut_short(spoken)
    for article, mention in spoken:
        kind = kinds.get(mention.name, mention.kind) if mention.confidence else mention.kind
        home = _home(parties, article, replace(mention, kind=kind), full)
        party = parties.setdefault(home, _Party(kind, article=article.id, sure=mention.confidence > 0))
        party.names[mention.name] += 1
        party.hints.extend(hint for hint in (mention.affiliation, mention.role) if hint)
        homes[article.id, mention] = home
    narrators = _with_sides(parties)
    return Parties(narrators, {article.id: outlet_id(article) for article in articles}, homes)


def _mentions(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Iterator[tuple[Article, Mention]]:
    for article, analysis in zip(articles, analyses, strict=True):
        seen: set[Mention] = set()
        for statement in analysis.statements:
            for mention in statement.chain:
                if mention not in seen:
                    seen.add(mention)
                    yield article, mention


def _cut_short(spoken: Iterable[tuple[Article, Mention]]) -> dict[str, str]:
    """Names to the one longer name that they begin, if an article uses both or both bearers have one post or affiliation."""
    groups: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for article, mention in spoken:
        if mention.confidence and mention.kind in _BODIES | {NarratorKind.PERSON} and " " in mention.name:
            posts = {post.casefold() for post in (mention.role, mention.affiliation) if post} - titles()
            stem = (mention.kind, *person(mention.name)[:2])
            groups.setdefault(stem, {}).setdefault(_bare(mention.name), set()).update(posts, (article.id,))
    found: dict[str, set[str]] = {}
    for (kind, *_), names in groups.items():
        begins = begins_person if kind is NarratorKind.PERSON else begins_body
        for short, longer in permutations(names, 2):
            if begins(short, longer) and names[short] & names[longer]:
                found.setdefault(short, set()).add(longer)
    return {short: min(longer) for short, longer in found.items() if len(longer) == 1}


def _kinds(mentions: Iterable[Mention]) -> dict[str, NarratorKind]:
    """Names that some articles take for a person's and others for an organisation's, to what speaks for more.

    A role or an affiliation is a surer sign of a person than many labels; whom somebody speaks for is a body, and of
    equals a single name is.
    """
    votes: dict[str, Counter[NarratorKind]] = {}
    affiliations = Counter[str]()
    for mention in mentions:
        affiliations.update([mention.affiliation] if mention.affiliation else ())
        if mention.kind in _NAMED and mention.confidence:
            sure = mention.kind is NarratorKind.PERSON and (mention.role or mention.affiliation)
            votes.setdefault(mention.name, Counter())[mention.kind] += _SURE if sure else 1
    for name, found in votes.items():
        if NarratorKind.PERSON in found and name in affiliations:
            found[NarratorKind.ORGANISATION] += affiliations[name]
    mixed = {name: found for name, found in votes.items() if NarratorKind.PERSON in found and len(found) > 1}
    return {
        name: max(sorted(found), key=lambda kind: (found[kind], (kind is NarratorKind.PERSON) == (" " in name)))
        for name, found in mixed.items()
    }


def _outlet(article: Article) -> str:
    return article.outlet or article.title or " ".join(article.text.split()[:FIRST_WORDS]) or "Untitled"


def outlet_id(article: Article) -> str:
    """The narrator id of the outlet; an article without one is its own."""
    return digest("outlet", article.outlet) if article.outlet else digest("article", article.id)


def _home(parties: dict[str, _Party], article: Article, mention: Mention, full: Mapping[str, str]) -> str:
    """The id of the party that a mention belongs to, new or known."""
    if mention.confidence == 0:
        return digest("unresolved", article.id, str(mention.span.start))
    if mention.kind in _LOCAL:
        return digest(mention.kind, article.id, *key(mention.name))
    name = full.get(_bare(mention.name), mention.name)
    if generic(name):
        return _common(parties, article, mention)
    matches = [home for home, party in parties.items() if _fits(party, mention.kind, name, full)]
    if len(matches) == 1:
        return matches[0]
    if len(matches) > 1:
        # Two parties with one short name: the one that this article names in full, else a party of its own.
        here = [home for home in matches if parties[home].article == article.id]
        return here[0] if len(here) == 1 else digest(mention.kind, article.id, name)
    return digest(*_identity(mention.kind, name))


def _common(parties: dict[str, _Party], article: Article, mention: Mention) -> str:
    """The id of the party that common nouns mean.

    "Police" are the one police that any article names, or nobody's in particular; with more than one named, and for
    companies, media and documents, they mean something in this article only.
    """
    here = digest("common", article.id, *key(mention.name))
    if mention.kind is not NarratorKind.OFFICIAL_BODY:
        return here
    named = [
        home
        for home, party in parties.items()
        if party.sure
        and party.kind is mention.kind
        and not generic(party.name)
        and generic_of(mention.name, party.name)
    ]
    if len(named) == 1:
        return named[0]
    return here if named else digest("common", *key(mention.name))


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _fits(party: _Party, kind: NarratorKind, name: str, full: Mapping[str, str]) -> bool:
    if not party.sure:
        return False
    if kind is NarratorKind.PERSON:
        return party.kind is kind and all(same_person(name, full.get(other, other)) for other in party.names)
    return kind in _BODIES and party.kind in _BODIES and any(same_organisation(name, other) for other in party.names)


def _identity(kind: NarratorKind, name: str) -> Iterable[str]:
    return ("person", *person(name)) if kind is NarratorKind.PERSON else ("body", *key(name))


def _with_sides(parties: dict[str, _Party]) -> tuple[Narrator, ...]:
    """The narrators, by id; who speaks for a body stands on its side: its country's, else the one that bears its name."""
    found = {home: _narrator(home, party) for home, party in sorted(parties.items())}
    bodies = {home: one for home, one in found.items() if one.kind in _BODIES - _SILENT}
    for home, party in sorted(parties.items()):
        if found[home].side is not None or home in bodies:
            continue
        behind = [body for body in bodies if any(_speaks_for(hint, bodies[body]) for hint in party.hints)]
        if len(behind) == 1:
            body = found[behind[0]]
            found[body.id] = replace(body, side=body.side or body.name)
            found[home] = replace(found[home], side=found[body.id].side)
    return tuple(found.values())


def _speaks_for(affiliation: str, body: Narrator) -> bool:
    return not generic(body.name) and any(same_organisation(affiliation, name) for name in (body.name, *body.aliases))


def _narrator(home: str, party: _Party) -> Narrator:
    name = party.name
    aliases = tuple(sorted(other for other in party.names if other != name))
    # A country in a person's name is a given name or surname: Jordan, France.
    telling = () if party.kind is NarratorKind.PERSON and " " in name else (name, *aliases)
    side = None if party.kind is NarratorKind.OUTLET else suggest(*telling, *party.hints)
    return Narrator(home, name, party.kind, aliases, side)
